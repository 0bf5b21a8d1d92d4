// SPDX-License-Identifier: EUPL-1.2
// The compiled table: a head, the lexicon, the start automata and the weights of words as they are,
// and everything else by cereal.
#include <cstring>
#include <map>
#include <sstream>
#include <streambuf>

#include <cereal/archives/binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/set.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>

#include "base/error.hpp"
#include "rulebook/rulebook.hpp"

namespace report {
namespace {

constexpr std::uint64_t version = 0x3730454C42415452U;
constexpr std::size_t alignment = 64;

struct Range {
  std::uint64_t at = 0, size = 0;
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(at, size);
  }
};

struct Head {
  std::uint64_t version = 0;
  std::uint64_t size = 0;  // of the whole table
  Range lexicon, classify_words, leftover_words, rules;
};

std::size_t aligned(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

/// Reads a range of memory as a stream, without copying it.
class MemoryBuffer : public std::streambuf {
 public:
  explicit MemoryBuffer(std::span<const std::byte> bytes) {
    // The get area is never written to.
    char* const begin = const_cast<char*>(reinterpret_cast<const char*>(bytes.data()));
    setg(begin, begin, begin + bytes.size());
  }
};

}  // namespace

template <typename Archive>
void serialize(Archive& archive, Place& place) {
  archive(place.file, place.line, place.column);
}

template <typename Archive>
void save(Archive& archive, const Pattern& pattern) {
  archive(pattern.source());
}

template <typename Archive>
void load(Archive& archive, Pattern& pattern) {
  std::string source;
  archive(source);
  pattern = Pattern(std::move(source));
}

template <typename Archive>
void serialize(Archive& archive, IdentifierType& type) {
  archive(type.id, type.label, type.numbered, type.whole, type.dictated, type.title_nl,
          type.title_en);
}

template <typename Archive>
void serialize(Archive& archive, Near& near) {
  archive(near.words, near.before, near.after, near.certainty);
}

template <typename Archive>
void serialize(Archive& archive, Example& example) {
  archive(example.text, example.place);
}

namespace {

/// Token patterns are kept as their sources and compiled against the table's own lexicon.
struct TokenSources {
  std::vector<std::string> rules, rules_before, before, after;
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(rules, rules_before, before, after);
  }
};

std::string source_of(const std::optional<TokenPattern>& pattern) {
  return pattern ? pattern->source() : std::string();
}

void compile_into(std::optional<TokenPattern>& pattern, const std::string& source,
                  const Lexicon& lexicon, Direction direction = Direction::forward) {
  if (!source.empty()) pattern = TokenPattern(source, lexicon, direction);
}

}  // namespace

template <typename Archive>
void serialize(Archive& archive, RuleNeed& need) {
  archive(need.kind, need.character, need.classes, need.within);
}

template <typename Archive>
void serialize(Archive& archive, FindRule& rule) {
  archive(rule.id, rule.type, rule.action, rule.role, rule.pattern, rule.need, rule.behind,
          rule.where, rule.not_first, rule.only_if, rule.validators, rule.certainty,
          rule.invalid_certainty, rule.near, rule.match, rule.no_match, rule.why_nl, rule.why_en,
          rule.source, rule.place);
}

template <typename Archive>
void serialize(Archive& archive, NameContext& context) {
  archive(context.id, context.weight, context.introduces, context.organisation, context.role,
          context.why_nl, context.why_en, context.match, context.no_match, context.place);
}

template <typename Archive>
void serialize(Archive& archive, NameModel& names) {
  archive(names.threshold, names.unsure, names.weights, names.why, names.place, names.contexts,
          names.before_times, names.before_titles, names.shortened, names.surname_endings);
}

template <typename Archive>
void serialize(Archive& archive, FindRules& rules) {
  archive(rules.types, rules.rules, rules.names, rules.spelled, rules.trace_weights,
          rules.leftovers, rules.strict.label, rules.strict.remove, rules.strict.generalise,
          rules.strict.certainty);
}

namespace {

/// A StartGroup, its automaton by its place in the table.
struct GroupPlace {
  RuleNeed need;
  bool traces = false, line = false;
  Range automaton;
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(need, traces, line, automaton);
  }
};

}  // namespace

std::string compile_rulebook(const Rulebook& rulebook) {
  TokenSources sources;
  for (const FindRule& rule : rulebook.find.rules) {
    sources.rules.push_back(source_of(rule.tokens));
    sources.rules_before.push_back(source_of(rule.before));
  }
  for (const NameContext& context : rulebook.find.names.contexts) {
    sources.before.push_back(source_of(context.before));
    sources.after.push_back(source_of(context.after));
  }
  Head head{};
  head.version = version;
  std::string out(aligned(sizeof head), '\0');
  const auto put = [&](const std::string& part) {
    const Range range{out.size(), part.size()};
    out += part;
    out.resize(aligned(out.size()), '\0');
    return range;
  };
  head.lexicon = put(rulebook.lexicon.bytes());
  head.classify_words = put(rulebook.classify.words.bytes());
  head.leftover_words = put(rulebook.find.leftovers.weights.bytes());
  std::vector<GroupPlace> groups;
  for (const StartGroup& group : rulebook.find.starts)
    groups.push_back({group.need, group.traces, group.line, put(group.automaton.bytes())});
  std::ostringstream stream;
  {
    cereal::BinaryOutputArchive archive(stream);
    archive(rulebook.digest, rulebook.find, sources, groups, rulebook.classify, rulebook.route);
  }
  head.rules = put(stream.str());
  head.size = out.size();
  std::memcpy(out.data(), &head, sizeof head);
  return out;
}

Rulebook load_rulebook(std::span<const std::byte> bytes) {
  Head head{};
  if (bytes.size() >= sizeof head) std::memcpy(&head, bytes.data(), sizeof head);
  if (head.version != version || head.size != bytes.size())
    throw Error(Fault::internal,
                Message::as_is("the compiled rules are broken or of another version"));
  const auto part = [&](const Range& range) {
    if (range.at > bytes.size() || range.size > bytes.size() - range.at)
      throw Error(Fault::internal, Message::as_is("the compiled rules are broken"));
    return bytes.subspan(range.at, range.size);
  };
  Rulebook rulebook;
  rulebook.lexicon = Lexicon::over(part(head.lexicon));
  MemoryBuffer buffer(part(head.rules));
  std::istream stream(&buffer);
  cereal::BinaryInputArchive archive(stream);
  TokenSources sources;
  std::vector<GroupPlace> groups;
  archive(rulebook.digest, rulebook.find, sources, groups, rulebook.classify, rulebook.route);
  rulebook.classify.words = WordWeights::over(part(head.classify_words));
  rulebook.find.leftovers.weights = WordWeights::over(part(head.leftover_words));
  for (const auto& [need, traces, line, range] : groups)
    rulebook.find.starts.push_back({need, traces, line, StartAutomaton::over(part(range))});
  for (std::size_t i = 0; i < sources.rules.size(); ++i) {
    compile_into(rulebook.find.rules[i].tokens, sources.rules[i], rulebook.lexicon);
    compile_into(rulebook.find.rules[i].before, sources.rules_before[i], rulebook.lexicon,
                 Direction::backward);
  }
  for (std::size_t i = 0; i < sources.before.size(); ++i) {
    NameContext& context = rulebook.find.names.contexts[i];
    compile_into(context.before, sources.before[i], rulebook.lexicon);
    compile_into(context.after, sources.after[i], rulebook.lexicon);
  }
  rulebook.find.index_tokens(rulebook.lexicon);
  return rulebook;
}

}  // namespace report
