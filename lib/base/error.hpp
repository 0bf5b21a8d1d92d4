// SPDX-License-Identifier: EUPL-1.2
// The one exception type of the program. A message says what was wrong, where, and what to do next,
// in lower case without a full stop, in each language of the program; it never quotes a document, a
// key or a passphrase.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "base/message.hpp"

namespace report {

/// What went wrong, as far as a caller's reaction differs.
enum class Fault {
  usage,     // the call or the settings are wrong: exit 2
  rules,     // a rule file or a list is wrong: exit 2
  input,     // a document could not be read or written: exit 3, the rest of a batch goes on
  refused,   // the answer is no, for example a package that does not verify: exit 1
  internal,  // a fault of the program itself: exit 70
};

/// A place in a file of ours or of the user; line and column count from 1, 0 means unknown.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

class Error : public std::exception {
 public:
  Error(Fault fault, Message message, std::vector<Message> hints = {});
  Error(Fault fault, const Place& place, const Message& message, std::vector<Message> hints = {});

  [[nodiscard]] Fault fault() const noexcept { return fault_; }
  [[nodiscard]] const Message& message() const noexcept { return message_; }
  [[nodiscard]] const std::vector<Message>& hints() const noexcept { return hints_; }
  /// The message in English, as outputs for programs have it.
  [[nodiscard]] const char* what() const noexcept override {
    return message_.in(Language::en).c_str();
  }
  /// A stable word for scripts, as in the "code" of a JSON error line: "invalid_utf8".
  [[nodiscard]] const std::string& code() const noexcept { return code_; }
  Error& with_code(std::string code) {
    code_ = std::move(code);
    return *this;
  }

 private:
  Fault fault_;
  Message message_;
  std::vector<Message> hints_;
  std::string code_ = "error";
};

/// What the system says of an errno, as a person would.
Message system_says(int cause);

}  // namespace report
