// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/example.hpp"

namespace report {

UnmarkedExample unmark(const Example& example) {
  constexpr std::string_view open = "«";
  constexpr std::string_view close = "»";
  const auto begin = example.text.find(open);
  const auto end = example.text.find(close);
  if (begin == std::string::npos || end == std::string::npos || end < begin)
    return {example.text, std::nullopt};
  std::string text = example.text;
  text.erase(end, close.size()).erase(begin, open.size());
  return {text, Span{begin, end - open.size()}};
}

std::vector<Example> read_examples(yaml::Map& map, std::string_view key) {
  std::vector<Example> out;
  for (const yaml::Value& item : map.required(key).items())
    out.push_back({item.text(), item.place()});
  if (out.empty())
    throw map.fault(
        say({"'{}' wil een of meer voorbeelden", "'{}' needs one example or more"}, key));
  return out;
}

}  // namespace report
