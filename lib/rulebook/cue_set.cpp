// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/cue_set.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "text/normal.hpp"

namespace report {
namespace {

/// Fewest letters of a word with an open end: below that nearly every word would be meant.
constexpr std::size_t fewest_letters = 3;
constexpr std::size_t most_parts = 8;

std::vector<std::string_view> split(std::string_view text, std::string_view at) {
  std::vector<std::string_view> pieces;
  while (true) {
    const auto next = text.find(at);
    pieces.push_back(text.substr(0, next));
    if (next == std::string_view::npos) return pieces;
    text.remove_prefix(next + at.size());
  }
}

/// Takes in the terms of the cues and makes the index of them.
class CueCompiler {
 public:
  void read_sets(const yaml::Value& file) {
    yaml::Map map(file);
    for (const auto& [name, words] : map.required("sets").entries()) {
      auto& set = sets_[name.text()];
      for (const yaml::Value& word : words.items()) set.push_back(pattern(word.text(), word));
    }
    map.done();
  }

  void read_negation(const yaml::Value& file) {
    yaml::Map map(file);
    const auto words = [&](std::string_view key) {
      std::vector<std::string> patterns;
      for (const yaml::Value& word : map.required(key).items())
        patterns.push_back(pattern(word.text(), word));
      return atom(std::move(patterns));
    };
    cues_.negation = words("before");
    cues_.negation_after = words("after");
    cues_.negation_stop = words("stop");
    cues_.negation_before_within =
        static_cast<std::uint32_t>(map.required("before_within").whole());
    cues_.negation_after_within = static_cast<std::uint32_t>(map.required("after_within").whole());
    map.done();
  }

  void read_cue(const yaml::Value& value, const std::string& source,
                const std::vector<std::string>& outputs) {
    yaml::Map map(value);
    Cue cue{.id = map.text("id"),
            .votes = {},
            .negatable = map.truth("negatable", true),
            .match = {},
            .no_match = {},
            .source = map.text("source", source),
            .place = value.place()};
    if (!ids_.insert(cue.id).second)
      throw value.fault(say({"er zijn twee aanwijzingen '{}'", "there are two cues '{}'"}, cue.id));
    if (cue.source.empty())
      throw value.fault(say({"aanwijzing '{}' heeft geen bron", "cue '{}' has no source"}, cue.id));
    if (const auto votes = map.optional("votes"))
      for (const yaml::Value& output : votes->items()) {
        if (std::find(outputs.begin(), outputs.end(), output.text()) == outputs.end())
          throw output.fault(say({"er is geen categorie, soort of teken '{}'",
                                  "there is no category, scope or sign '{}'"},
                                 output.text()));
        cue.votes.push_back(output.text());
      }
    for (const yaml::Value& term : map.required("words").items())
      read_term(term, static_cast<std::uint32_t>(cues_.cues.size()), cue.negatable);
    const auto examples = [&](std::string_view key, std::vector<Example>& into) {
      for (const yaml::Value& example : map.required(key).items())
        into.push_back({example.text(), example.place()});
    };
    examples("match", cue.match);
    examples("no_match", cue.no_match);
    map.done();
    cues_.cues.push_back(std::move(cue));
  }

  /// An office is a cue without examples or votes: "office:burgemeester".
  void read_office(const yaml::Value& value) {
    yaml::Map map(value);
    Cue cue{.id = "office:" + map.text("id"),
            .votes = {},
            .negatable = false,
            .match = {},
            .no_match = {},
            .source = "route/offices.yaml",
            .place = value.place()};
    for (const yaml::Value& term : map.required("words").items())
      read_term(term, static_cast<std::uint32_t>(cues_.cues.size()), false);
    cues_.cues.push_back(std::move(cue));
  }

  CueSet done() {
    cues_.person_atom = atom({"{person}"});
    cues_.number_atom = atom({"{number}"});
    cues_.atoms = AtomTable::build(atoms_);
    std::vector<std::vector<std::uint32_t>> by_atom(atoms_.size());
    for (std::uint32_t phrase = 0; phrase + 1 < cues_.phrase_starts.size(); ++phrase)
      by_atom[cues_.steps[cues_.phrase_starts[phrase]].atom].push_back(phrase);
    for (const auto& phrases : by_atom) cues_.phrases_by_atom.add(phrases);
    for (const auto& parts : parts_) cues_.parts_by_phrase.add(parts);
    return std::move(cues_);
  }

 private:
  static std::string pattern(std::string_view written, const yaml::Value& value) {
    const bool open_front = written.starts_with('*');
    const bool open_end = written.size() > 1 && written.ends_with('*');
    std::string_view word = written.substr(open_front ? 1 : 0);
    if (open_end) word.remove_suffix(1);
    for (const char letter : word)
      if (std::string_view(" *-./&~<>{}|,;:!?()\"").find(letter) != std::string_view::npos)
        throw value.fault(
            say({"'{}' is geen woord: er staat '{}' in", "'{}' is no word: it holds '{}'"}, written,
                letter));
    const std::string folded = fold(word);
    if (folded.empty() || ((open_front || open_end) && folded.size() < fewest_letters))
      throw value.fault(say({"'{}' zou te veel vinden: minstens drie letters",
                             "'{}' would match too much: three letters at least"},
                            written));
    return fmt::format("{}{}{}", open_front ? "*" : "", folded, open_end ? "*" : "");
  }

  std::uint32_t atom(std::vector<std::string> patterns) {
    std::sort(patterns.begin(), patterns.end());
    patterns.erase(std::unique(patterns.begin(), patterns.end()), patterns.end());
    const auto [at, made] = atom_ids_.emplace(patterns, static_cast<std::uint32_t>(atoms_.size()));
    if (made) atoms_.push_back(std::move(patterns));
    return at->second;
  }

  std::uint32_t item_atom(std::string_view item, const yaml::Value& value) {
    std::vector<std::string> patterns;
    for (const std::string_view word : split(item, "|")) {
      if (word == "{person}" || word == "{number}") {
        patterns.emplace_back(word);
      } else if (word.starts_with('<') && word.ends_with('>')) {
        const auto set = sets_.find(std::string(word.substr(1, word.size() - 2)));
        if (set == sets_.end())
          throw value.fault(say({"er is geen verzameling {}", "there is no set {}"}, word));
        patterns.insert(patterns.end(), set->second.begin(), set->second.end());
      } else {
        patterns.push_back(pattern(word, value));
      }
    }
    return atom(std::move(patterns));
  }

  /// The number of the phrase; equal phrases have one number.
  std::uint32_t phrase(std::string_view text, const yaml::Value& value, bool& negates) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> steps;
    std::uint32_t gap = 0;
    for (const std::string_view item : split(text, " ")) {
      if (item.empty()) continue;
      if (item.starts_with('~')) {
        gap = static_cast<std::uint32_t>(item.size() == 2 ? item[1] - '0' : 10);
        if (item.size() < 2 || item[1] < '0' || item[1] > '9' || steps.empty())
          throw value.fault(say({"'~' wil een aantal woorden, tussen twee woorden",
                                 "'~' wants a number of words, between two words"}));
        continue;
      }
      // A hyphen parts words, as in the text; a word with choices has none.
      const bool parted = item.find('|') == std::string_view::npos && item[0] != '<';
      for (const std::string_view word : parted ? split(item, "-") : std::vector{item}) {
        steps.emplace_back(item_atom(word, value), gap);
        gap = 0;
        negates = negates || (steps.back().first == cues_.negation && cues_.negation != 0);
        for (const std::string& each : atoms_[steps.back().first])
          negates = negates ||
                    std::find(atoms_[cues_.negation].begin(), atoms_[cues_.negation].end(), each) !=
                        atoms_[cues_.negation].end();
      }
    }
    if (steps.empty()) throw value.fault(say({"een term is leeg", "a term is empty"}));
    const auto [at, made] = phrase_ids_.emplace(steps, static_cast<std::uint32_t>(parts_.size()));
    if (made) {
      for (const auto& [step_atom, before] : steps) cues_.steps.push_back({step_atom, before});
      cues_.phrase_starts.push_back(static_cast<std::uint32_t>(cues_.steps.size()));
      parts_.emplace_back();
    }
    return at->second;
  }

  void read_term(const yaml::Value& value, std::uint32_t cue, bool negatable) {
    const std::string text = value.text();
    bool negates = false;
    std::vector<std::uint32_t> phrases;
    for (const std::string_view part : split(text, " & "))
      phrases.push_back(phrase(part, value, negates));
    if (phrases.size() > most_parts)
      throw value.fault(
          say({"een term heeft hoogstens acht delen", "a term has at most eight parts"}));
    const auto term = static_cast<std::uint32_t>(cues_.terms.size());
    for (std::uint32_t part = 0; part < phrases.size(); ++part)
      parts_[phrases[part]].push_back(term * most_parts + part);
    // A term that speaks of "niet" itself cannot be cancelled by one.
    cues_.terms.push_back({cue, static_cast<std::uint8_t>(phrases.size()), negatable && !negates});
  }

  CueSet cues_;
  std::map<std::string, std::vector<std::string>> sets_;
  std::vector<std::vector<std::string>> atoms_;
  std::map<std::vector<std::string>, std::uint32_t> atom_ids_;
  std::map<std::vector<std::pair<std::uint32_t, std::uint32_t>>, std::uint32_t> phrase_ids_;
  std::vector<std::vector<std::uint32_t>> parts_;  // of each phrase
  std::set<std::string> ids_;
};

}  // namespace

std::optional<std::uint32_t> CueSet::find(std::string_view id) const {
  for (std::uint32_t i = 0; i < cues.size(); ++i)
    if (cues[i].id == id) return i;
  return std::nullopt;
}

CueSet read_cues(const RuleReading& reading, const std::vector<std::string>& outputs) {
  CueCompiler compiler;
  bool any = false;
  reading.each("classify/negation", [&](const yaml::Value& file) { compiler.read_negation(file); });
  reading.each("classify/sets", [&](const yaml::Value& file) { compiler.read_sets(file); });
  const auto read_file = [&](const yaml::Value& file) {
    yaml::Map map(file);
    const std::string source = map.text("source", "");
    for (const yaml::Value& cue : map.required("cues").items()) {
      any = true;
      reading.guarded([&] { compiler.read_cue(cue, source, outputs); });
    }
    map.done();
  };
  reading.each("classify/cues/", read_file);
  reading.each("route/signs", read_file);
  reading.each("route/offices", [&](const yaml::Value& file) {
    yaml::Map map(file);
    for (const yaml::Value& office : map.required("offices").items())
      reading.guarded([&] { compiler.read_office(office); });
  });
  return any ? compiler.done() : CueSet{};
}

}  // namespace report
