// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/spelled_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "rulebook/lexicon.hpp"
#include "text/normal.hpp"

namespace report {
namespace {

std::uint64_t hash_of(const std::string& written) { return Lexicon::hash_of(fold(written)).low; }

/// Words and the numbers they stand for, in the order of the file.
std::vector<std::pair<std::string, std::string>> pairs(const yaml::Value& value) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& [key, text] : value.entries()) all.emplace_back(key.text(), text.text());
  return all;
}

/// Numbers of several digits, each in one word.
std::vector<std::pair<std::string, int>> numbers_of(
    yaml::Map& map, const std::vector<std::pair<std::string, std::string>>& digits) {
  const auto teens = pairs(map.required("teens"));
  const auto tens = pairs(map.required("tens"));
  const std::string joint = map.text("joint");
  const std::string hundred = map.text("hundred");
  // "drieëntwintig" is made of its parts, and so is "honderddrieëntwintig".
  std::vector<std::pair<std::string, int>> numbers;
  for (const auto* list : {&teens, &tens})
    for (const auto& [word, number] : *list) numbers.emplace_back(word, std::stoi(number));
  for (const auto& [ten, number] : tens)
    for (const auto& [one, digit] : digits)
      if (digit != "0")
        numbers.emplace_back(fmt::format("{}{}{}", one, joint, ten),
                             std::stoi(number) + std::stoi(digit));
  const std::vector<std::pair<std::string, int>> small = numbers;
  std::vector<std::pair<std::string, int>> hundreds{{hundred, 1}};
  for (const auto& [one, digit] : digits)
    if (digit != "0") hundreds.emplace_back(one + hundred, std::stoi(digit));
  // "negentienhonderd", as years are read out
  for (const auto& [word, number] : teens)
    if (number != "10") hundreds.emplace_back(word + hundred, std::stoi(number));
  constexpr int hundred_value = 100;
  for (const auto& [word, count] : hundreds) {
    numbers.emplace_back(word, count * hundred_value);
    for (const auto& [rest, number] : small)
      numbers.emplace_back(word + rest, count * hundred_value + number);
    for (const auto& [one, digit] : digits)
      if (digit != "0") numbers.emplace_back(word + one, count * hundred_value + std::stoi(digit));
  }
  return numbers;
}

}  // namespace

const SpelledWord* SpelledWords::find(std::uint64_t hash) const {
  const std::uint64_t bit = hash % filter_bits;
  if ((filter_[bit / 64] >> bit % 64 & 1U) == 0) return nullptr;
  const auto found = std::partition_point(words_.begin(), words_.end(),
                                          [&](const auto& word) { return word.first < hash; });
  return found == words_.end() || found->first != hash ? nullptr : &found->second;
}

bool SpelledWords::introduces(std::uint64_t hash) const { return introducing_.contains(hash); }

void SpelledWords::add(const std::string& written, SpelledKind kind, const std::string& text) {
  const std::uint64_t hash = hash_of(written);
  words_.emplace_back(hash, SpelledWord{kind, text});
  filter_[hash % filter_bits / 64] |= std::uint64_t{1} << hash % 64;
}

void SpelledWords::sort() {
  std::stable_sort(words_.begin(), words_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  words_.erase(std::unique(words_.begin(), words_.end(), same), words_.end());
}

SpelledWords SpelledWords::read(const yaml::Value& value) {
  yaml::Map map(value);
  SpelledWords spelled;
  const auto digits = pairs(map.required("digits"));
  for (const auto& [word, digit] : digits) spelled.add(word, SpelledKind::digit, digit);
  for (const auto& [word, number] : numbers_of(map, digits))
    spelled.add(word, SpelledKind::number, fmt::format("{}", number));
  if (const auto apart = map.optional("apart"))
    for (const auto& [word, number] : pairs(*apart))
      spelled.add(word, number.size() == 1 ? SpelledKind::digit : SpelledKind::number, number);
  for (const auto& [word, letter] : pairs(map.required("letters")))
    spelled.add(word, SpelledKind::letter, letter);
  for (const auto& [word, mark] : pairs(map.required("marks")))
    spelled.add(word, SpelledKind::mark, mark);
  for (const std::string& word : map.texts("alphabet"))
    spelled.add(word, SpelledKind::alphabet, fold(word).substr(0, 1));
  for (const std::string& word : map.texts("fillers")) spelled.add(word, SpelledKind::filler, "");
  for (const std::string& word : map.texts("doubling"))
    spelled.add(word, SpelledKind::doubling, "");
  spelled.sort();
  for (const std::string& word : map.texts("months")) spelled.months_.insert(hash_of(word));
  for (const std::string& word : map.texts("domains")) spelled.domains_.insert(fold(word));
  for (const std::string& word : map.texts("introducing"))
    spelled.introducing_.insert(hash_of(word));
  for (const std::string& word : map.texts("remarks")) spelled.remarks_.insert(hash_of(word));
  for (const std::string& word : map.texts("parting")) spelled.parting_.insert(hash_of(word));
  spelled.unknown = map.number("unknown", 0);
  spelled.name = map.number("name", 0);
  spelled.why_nl = map.text("why_nl");
  spelled.why_en = map.text("why_en");
  spelled.place = value.place();
  spelled.match = map.texts("match");
  spelled.no_match = map.texts("no_match");
  if (spelled.match.empty() || spelled.no_match.empty())
    throw map.fault(say({"'spelled' heeft voorbeelden 'match' en 'no_match'",
                         "'spelled' has 'match' and 'no_match' examples"}));
  map.done();
  return spelled;
}

}  // namespace report
