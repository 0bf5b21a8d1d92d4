// SPDX-License-Identifier: EUPL-1.2
// What is told to a person, complete and in every language: whoever tells it chooses. A stage thus
// need not know the language, and a message without one of them does not compile.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include <fmt/core.h>

#include "base/words.hpp"

namespace report {

class Message {
 public:
  Message() = default;
  Message(const Words& words)  // not explicit: words without values are a message
      : nl_(words.in(Language::nl)), en_(words.in(Language::en)) {}
  Message(std::string nl, std::string en) : nl_(std::move(nl)), en_(std::move(en)) {}

  /// What is the same in every language: a name, what a library or the system says.
  static Message as_is(const std::string& text) { return {text, text}; }

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::nl ? nl_ : en_;
  }
  [[nodiscard]] bool empty() const { return en_.empty(); }

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(nl_, en_);
  }

 private:
  std::string nl_, en_;
};

/// Words with as many places as there are values.
template <typename... Values>
class Phrase {
 public:
  // Not explicit: a call reads say({"...", "..."}, value).
  consteval Phrase(const Words& words) : words_(words) {
    if (words.places() != sizeof...(Values)) throw "not as many values as places for them";
  }
  consteval Phrase(std::string_view nl, std::string_view en) : Phrase(Words(nl, en)) {}
  [[nodiscard]] std::string_view in(Language language) const { return words_.in(language); }

 private:
  Words words_;
};

namespace detail {
template <typename Value>
const Value& value_in(const Value& value, Language /*language*/) {
  return value;
}
inline std::string_view value_in(const Words& words, Language language) {
  return words.in(language);
}
inline const std::string& value_in(const Message& message, Language language) {
  return message.in(language);
}
}  // namespace detail

/// Fills values in; what is itself a message or words in the language of the whole.
template <typename... Values>
Message say(Phrase<std::type_identity_t<Values>...> phrase, const Values&... values) {
  const auto in = [&](Language language) {
    return fmt::format(fmt::runtime(phrase.in(language)), detail::value_in(values, language)...);
  };
  return {in(Language::nl), in(Language::en)};
}

}  // namespace report
