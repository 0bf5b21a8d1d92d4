// SPDX-License-Identifier: EUPL-1.2
// Reading YAML so that every fault has file, line and column, and a key nobody reads is a fault.
// yaml-cpp stays behind this header.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace YAML {
class Node;
}

namespace report::yaml {

/// One value of a YAML file, with its place. Copies share the value.
class Value {
 public:
  Value(std::shared_ptr<const std::string> file, const YAML::Node& node);

  [[nodiscard]] Place place() const;
  [[nodiscard]] bool is_map() const;
  [[nodiscard]] bool is_list() const;
  [[nodiscard]] bool is_scalar() const;

  // Each throws Error{rules} at this place when the value is of another kind.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] int whole() const;
  [[nodiscard]] bool truth() const;
  [[nodiscard]] std::vector<Value> items() const;  // a scalar counts as a list of one
  [[nodiscard]] std::vector<std::string> texts() const;
  [[nodiscard]] std::vector<std::pair<Value, Value>> entries() const;  // in the order of the file

  /// An Error{rules} at this place, to be thrown by the caller.
  [[nodiscard]] Error fault(const Message& message, std::vector<Message> hints = {}) const;

 private:
  friend class Map;
  std::shared_ptr<const std::string> file_;
  std::shared_ptr<const YAML::Node> node_;
};

/// The keys of a mapping, each to be asked for by name. `done()` faults on keys nobody asked for
/// ("unknown key 'patern'", hint "did you mean 'pattern'?"); so does a key that stands twice.
class Map {
 public:
  explicit Map(const Value& value);
  [[nodiscard]] Place place() const { return value_.place(); }
  [[nodiscard]] Value required(std::string_view key);
  [[nodiscard]] std::optional<Value> optional(std::string_view key);
  [[nodiscard]] std::string text(std::string_view key) { return required(key).text(); }
  [[nodiscard]] std::string text(std::string_view key, std::string otherwise);
  [[nodiscard]] double number(std::string_view key, double otherwise);
  [[nodiscard]] bool truth(std::string_view key, bool otherwise);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);  // none when absent
  [[nodiscard]] Error fault(const Message& message) const { return value_.fault(message); }
  void done() const;
  /// Faults on a key nobody asked for that is nearly one of those asked for: to be called before
  /// saying that a key is missing.
  void near_miss() const;

 private:
  Value value_;
  std::vector<std::pair<std::string, Value>> entries_;
  std::vector<std::string> asked_;
};

/// The document in `content`; `file` is the name used in faults. Throws Error{rules}.
Value parse(const std::string& file, const std::string& content);

/// The text of a value that must be one of a few words. Throws Error{rules}: unknown `what`, with
/// the word that was meant or all of them.
std::string one_of(const Value& value, const std::vector<std::string>& known, const Message& what);

/// The hint for a word that nobody knows: the one that was meant, if any is near.
std::vector<Message> did_you_mean(const std::optional<std::string>& meant);

/// The known word nearest to `word`, if one is near enough to be meant (at most 2 edits).
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace report::yaml
