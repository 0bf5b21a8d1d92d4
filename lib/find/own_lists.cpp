// SPDX-License-Identifier: EUPL-1.2
#include "find/own_lists.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "rulebook/yaml.hpp"
#include "text/normal.hpp"
#include "text/tokens.hpp"

namespace report {
namespace {

std::vector<std::string> words_of(const std::string& written) {
  std::vector<std::string> words;
  const std::string text = matching_view(clean(written).text).text;
  for (const Token& token : tokenise(text))
    words.push_back(fold(std::string_view(text).substr(token.begin, token.end - token.begin)));
  return words;
}

/// YYYY-MM-DD (ISO 8601).
std::chrono::year_month_day date_of(const yaml::Value& value) {
  const std::string text = value.text();
  constexpr std::size_t length = 10;
  const auto part = [&](std::size_t begin, std::size_t size) {
    int number = -1;
    const char* const first = text.data() + begin;
    const auto [end, fault] = std::from_chars(first, first + size, number);
    return fault == std::errc{} && end == first + size ? number : -1;
  };
  if (text.size() == length && text[4] == '-' && text[7] == '-') {
    const std::chrono::year_month_day date{std::chrono::year(part(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                           std::chrono::day(static_cast<unsigned>(part(8, 2)))};
    if (date.ok() && part(0, 4) > 0) return date;
  }
  throw value.fault(say({"'expires' is een datum: JJJJ-MM-DD", "'expires' is a date: YYYY-MM-DD"}));
}

}  // namespace

void OwnLists::add(const std::string& file, const std::string& content,
                   std::chrono::year_month_day today) {
  yaml::Map map(yaml::parse(file, content));
  for (const bool deny : {true, false})
    if (const auto list = map.optional(deny ? "deny" : "allow"))
      for (const yaml::Value& value : list->items()) add_entry(value, deny, today);
  map.done();
}

void OwnLists::add_entry(const yaml::Value& value, bool deny, std::chrono::year_month_day today) {
  yaml::Map map(value);
  Entry entry;
  entry.words = words_of(map.text("text"));
  entry.deny = deny;
  entry.place = map.place();
  entry.type = "person";
  if (const auto type = deny ? map.optional("type") : std::nullopt)
    entry.type = yaml::one_of(*type, types_, say({"type", "type"}));
  if (entry.words.empty())
    throw map.fault(say({"in 'text' staat geen woord", "'text' holds no word"}));
  if (map.text("reason").empty())
    throw map.fault(say(
        {"'reason' zegt waarom dit op de lijst staat", "'reason' says why the entry is there"}));
  entry.expired = date_of(map.required("expires")) < today;
  map.done();
  for (const Entry& other : entries_)
    if (other.words == entry.words)
      throw map.fault(say({"deze tekst staat al op de lijsten, bij {}:{}",
                           "this text stands on the lists already, at {}:{}"},
                          other.place.file, other.place.line));
  by_first_.emplace(entry.words.front(), entries_.size());
  entries_.push_back(std::move(entry));
  used_.emplace_back(false);
}

std::size_t OwnLists::length_at(const Entry& entry, const LookedUp& text, std::size_t i) const {
  if (i + entry.words.size() > text.size()) return 0;
  for (std::size_t k = 0; k < entry.words.size(); ++k) {
    const std::string_view here = text.folded[i + k];
    const std::string& word = entry.words[k];
    const bool last = k + 1 == entry.words.size();
    if (here != word && !(last && (here == word + "s" || here == word + "'s"))) return 0;
  }
  return entry.words.size();
}

std::vector<Finding> OwnLists::find(const LookedUp& text) const {
  std::vector<Finding> denied;
  std::vector<Finding> allowed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto look = [&](std::string_view first) {
      const auto [begin, end] = by_first_.equal_range(first);
      for (auto at = begin; at != end; ++at) {
        const Entry& entry = entries_[at->second];
        const std::size_t length = entry.expired ? 0 : length_at(entry, text, i);
        if (length == 0) continue;
        used_[at->second] = true;
        Finding finding;
        finding.span = {text.tokens()[i].begin, text.tokens()[i + length - 1].end};
        finding.type = entry.type;
        finding.rule = entry.deny ? deny_rule : allow_rule;
        finding.certainty = 1;
        finding.action = entry.deny ? Action::remove : Action::keep;
        (entry.deny ? denied : allowed).push_back(std::move(finding));
      }
    };
    const std::string_view word = text.folded[i];
    look(word);
    if (word.ends_with("'s"))
      look(word.substr(0, word.size() - 2));
    else if (word.ends_with('s'))
      look(word.substr(0, word.size() - 1));
  }
  std::erase_if(allowed, [&](const Finding& finding) {
    return std::any_of(denied.begin(), denied.end(),
                       [&](const Finding& other) { return other.span.overlaps(finding.span); });
  });
  denied.insert(denied.end(), allowed.begin(), allowed.end());
  return denied;
}

std::vector<OwnLists::Idle> OwnLists::idle() const {
  std::vector<Idle> out;
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (!used_[i]) out.push_back({entries_[i].place, entries_[i].expired});
  return out;
}

}  // namespace report
