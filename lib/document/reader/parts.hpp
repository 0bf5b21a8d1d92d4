// SPDX-License-Identifier: EUPL-1.2
// What the readers fill: named parts of text, and the names of what they could not read.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "document/office.hpp"

namespace report {

class Parts {
 public:
  /// The text of a part, made when it is not there yet. Parts keep the order in which they began.
  std::string& at(const std::string& name) {
    for (auto& [known, text] : parts_)
      if (known == name) return text;
    return parts_.emplace_back(name, std::string()).second;
  }
  /// A line of a part, once.
  void add_line(const std::string& name, const std::string& line);
  /// One more thing of this kind, with its number: "image" becomes "image 2".
  [[nodiscard]] std::string numbered(const std::string& kind);
  /// The same, and it could not be read.
  void unread(const std::string& kind) { unread_.push_back(named(numbered(kind))); }
  void unread_one(const std::string& name) { unread_.push_back(named(name)); }

  /// How deep documents lie in one another; a reader that goes into one makes a Deeper.
  [[nodiscard]] int depth() const { return depth_; }
  /// Put before the names of parts: "attachment 1, ".
  [[nodiscard]] std::string named(const std::string& name) const { return prefix_ + name; }
  class Deeper {
   public:
    Deeper(Parts& parts, const std::string& prefix) : parts_(parts), before_(parts.prefix_) {
      parts_.prefix_ += prefix + ", ";
      ++parts_.depth_;
    }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    ~Deeper() {
      parts_.prefix_ = before_;
      --parts_.depth_;
    }

   private:
    Parts& parts_;
    std::string before_;
  };

  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const {
    return parts_;
  }
  [[nodiscard]] const std::vector<std::string>& all_unread() const { return unread_; }

 private:
  std::vector<std::pair<std::string, std::string>> parts_;
  std::vector<std::string> unread_;
  std::map<std::string, int> counts_;
  std::string prefix_;
  int depth_ = 0;
};

/// The faults a reader throws beside broken_document().
Error encrypted_document();
Error too_large_document();

constexpr int deepest = 10;                         // documents in one another
constexpr std::size_t most_text = 128U << 20U;      // bytes of text taken out of a document
constexpr std::size_t most_unpacked = 512U << 20U;  // bytes unpacked from a zip

}  // namespace report
