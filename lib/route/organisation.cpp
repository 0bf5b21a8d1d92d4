// SPDX-License-Identifier: EUPL-1.2
#include "route/organisation.hpp"

#include <algorithm>

#include "text/normal.hpp"

namespace report {
namespace {

constexpr std::size_t longest_name = 6;  // words of a name behind its head

bool among(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Walks the tokens of one note for bodies.
class BodyFinder {
 public:
  BodyFinder(const Reading& reading, const RouteRules& rules)
      : text_(reading.text), document_(*reading.document), rules_(rules) {
    std::size_t words = 0, capitals = 0, upper = 0;
    for (const Token& token : document_.tokens) {
      if (token.kind != TokenKind::word) continue;
      ++words;
      capitals += token.capital ? 1 : 0;
      upper += token.upper ? 1 : 0;
    }
    // A note in one case says nothing by its capitals.
    one_case_ = capitals * 50 < words || upper * 2 > words;
  }

  [[nodiscard]] std::optional<Body> at(std::size_t first) const {
    if (document_.tokens[first].kind == TokenKind::mark) return std::nullopt;
    std::optional<Body> best;
    const auto try_form = [&](const OrganisationForm& form) {
      if (auto body = match(form, first)) {
        if (!best || body->end > best->end ||
            (body->end == best->end && body->weight > best->weight))
          best = std::move(body);
      }
    };
    const std::string_view word = text_.folded[first];
    const auto [begin, end] =
        std::equal_range(rules_.forms.begin(), rules_.forms.end(), word, Less{});
    for (auto form = begin; form != end; ++form) try_form(*form);
    for (const OrganisationForm& form : rules_.forms) {  // '*' sorts before all letters
      if (form.words[0][0] != '*') break;
      if (word.size() > form.words[0].size() && word.ends_with(form.words[0].substr(1)))
        try_form(form);
    }
    return best;
  }

 private:
  struct Less {
    bool operator()(const OrganisationForm& form, std::string_view word) const {
      return form.words[0] < word;
    }
    bool operator()(std::string_view word, const OrganisationForm& form) const {
      return word < form.words[0];
    }
  };

  [[nodiscard]] bool is_mark(std::size_t token, std::string_view marks) const {
    return token < text_.size() && document_.tokens[token].kind == TokenKind::mark &&
           marks.find(document_.word(document_.tokens[token])) != std::string_view::npos;
  }

  /// The token behind the head; hyphens and full stops within it are passed over.
  [[nodiscard]] std::optional<std::size_t> head_end(const OrganisationForm& form,
                                                    std::size_t first) const {
    std::size_t at = first + 1;
    for (std::size_t i = 1; i < form.words.size(); ++i) {
      while (is_mark(at, "-.")) ++at;
      if (at >= text_.size() || text_.folded[at] != form.words[i]) return std::nullopt;
      ++at;
    }
    return at;
  }

  [[nodiscard]] bool name_word(std::size_t token) const {
    if (token >= text_.size()) return false;
    const Token& each = document_.tokens[token];
    if (each.kind == TokenKind::label) return document_.word(each).starts_with("[PLAATS");
    if (each.kind == TokenKind::number) return false;
    if (each.kind != TokenKind::word && each.kind != TokenKind::mixed) return false;
    return each.capital && !text_.folded[token].empty();
  }

  /// The token behind a name that begins at `first`; `first` when there is none.
  [[nodiscard]] std::size_t name_end(std::size_t first) const {
    std::size_t at = first;
    std::size_t end = first;
    for (std::size_t words = 0; words < longest_name && at < text_.size(); ++words) {
      if (text_.sentence[at] != text_.sentence[first]) break;
      if (name_word(at)) {
        end = ++at;
        while (is_mark(at, "-") && name_word(at + 1) && !document_.tokens[at + 1].space_before)
          end = (at += 2);
        continue;
      }
      // "Kapelle aan den IJssel", "de Boven-Linge": small words only when a name follows.
      if (!among(rules_.joins, text_.folded[at]) && !is_mark(at, "&")) break;
      std::size_t ahead = at + 1;
      while (ahead < text_.size() && ahead < at + 3 && among(rules_.joins, text_.folded[ahead]))
        ++ahead;
      if (!name_word(ahead)) break;
      at = ahead;
    }
    return end;
  }

  [[nodiscard]] std::size_t one_case_name_end(std::size_t first) const {
    std::size_t at = first;
    while (at < text_.size() && at < first + 2 && among(rules_.joins, text_.folded[at])) ++at;
    if (at >= text_.size() || document_.tokens[at].kind != TokenKind::word ||
        text_.sentence[at] != text_.sentence[first] || text_.folded[at].size() < 4)
      return first;
    // In a note with capitals only a word that is nothing but a name is taken for one.
    for (const std::string_view plain : {"stopword", "ordinary", "common", "function"})
      if (const auto bit = text_.lexicon->class_bit(plain);
          bit && (text_.classes[at] & *bit) != 0 && (!one_case_ || plain == "stopword"))
        return first;
    if (!one_case_ && document_.tokens[at].capital) return first;
    ++at;
    while (is_mark(at, "-") && at + 1 < text_.size() && !document_.tokens[at + 1].space_before &&
           document_.tokens[at + 1].kind == TokenKind::word)
      at += 2;
    return at;
  }

  /// A name behind the head, with parts of a body before it: "UWV, locatie Noord".
  [[nodiscard]] std::size_t whole_end(std::size_t head) const {
    std::size_t at = head;
    if (is_mark(at, ",(")) ++at;
    if (at < text_.size() && among(rules_.parts, text_.folded[at]) && name_end(at + 1) > at + 1)
      return name_end(at + 1);
    // "gem. Zeist", "ICTU-Noord": the full stop of an abbreviation, a hyphen of a compound.
    constexpr std::size_t longest_abbreviation = 4;
    const bool joined =
        !document_.tokens[std::min(head, text_.size() - 1)].space_before &&
        (is_mark(head, "-") ||
         (is_mark(head, ".") && text_.folded[head - 1].size() <= longest_abbreviation));
    const std::size_t first = joined && name_word(head + 1) ? head + 1 : head;
    const std::size_t end = name_end(first);
    if (end > first) return end;
    const std::size_t plain = one_case_name_end(joined ? head + 1 : head);
    return plain > head + (joined ? 1U : 0U) ? plain : head;
  }

  /// Short heads are acronyms, and words besides: "om", "pi", "ret". They want their capitals,
  /// unless a name must follow in a note of one case.
  [[nodiscard]] bool written_so(const OrganisationForm& form, std::size_t first) const {
    constexpr std::size_t longest_acronym = 3;
    if (form.words.size() > 1 || form.words[0].size() > longest_acronym) return true;
    const Token& token = document_.tokens[first];
    return token.upper || form.name == "after";
  }

  [[nodiscard]] std::optional<Body> match(const OrganisationForm& form, std::size_t first) const {
    const auto head = head_end(form, first);
    if (!head || !written_so(form, first)) return std::nullopt;
    std::size_t begin = first;
    std::size_t end = *head;
    if (form.name == "before") {
      while (begin > 0 && first - begin < 4 && text_.sentence[begin - 1] == text_.sentence[first] &&
             (name_word(begin - 1) || is_mark(begin - 1, "-")))
        --begin;
      if (begin == first && !form.words[0].starts_with('*')) return std::nullopt;
    } else if (form.name != "none") {
      end = whole_end(*head);
      if (end == *head && form.name == "after") return std::nullopt;
    }
    if (end > *head || form.name == "before") begin = part_begin(begin);
    return Body{text_of(begin, end),
                form.kind,
                static_cast<std::uint32_t>(begin),
                static_cast<std::uint32_t>(end),
                end > *head || begin < first || form.words[0].starts_with('*'),
                form.weight};
  }

  /// Where the part of a body begins that stands before it: "wijkteam Zuid van de gemeente X".
  [[nodiscard]] std::size_t part_begin(std::size_t begin) const {
    constexpr std::size_t reach = 7;
    std::size_t best = begin;
    for (std::size_t at = begin; at > 0 && begin - at < reach; --at) {
      const std::size_t before = at - 1;
      if (text_.sentence[before] != text_.sentence[begin]) break;
      if (among(rules_.parts, text_.folded[before])) best = before;
      if (!among(rules_.parts, text_.folded[before]) &&
          !among(rules_.joins, text_.folded[before]) && !name_word(before) && !is_mark(before, "&"))
        break;
    }
    return best;
  }

  /// The words as the note has them, with single blanks.
  [[nodiscard]] std::string text_of(std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t at = begin; at < end; ++at) {
      if (at > begin && document_.tokens[at].space_before) text += ' ';
      text += document_.word(document_.tokens[at]);
    }
    return text;
  }

  const LookedUp& text_;
  const Document& document_;
  const RouteRules& rules_;
  bool one_case_ = false;
};

/// True when the words before `token` are one of `phrases`.
bool stands_after(const LookedUp& text, std::uint32_t token,
                  const std::vector<std::vector<std::string>>& phrases) {
  for (const auto& phrase : phrases) {
    if (token < phrase.size()) continue;
    if (std::equal(phrase.begin(), phrase.end(), text.folded.begin() + token - phrase.size()))
      return true;
  }
  return false;
}

}  // namespace

std::vector<Body> find_bodies(const Reading& reading, const RouteRules& rules) {
  std::vector<Body> bodies;
  const BodyFinder finder(reading, rules);
  for (std::size_t at = 0; at < reading.text.size();) {
    auto body = finder.at(at);
    if (!body) {
      ++at;
      continue;
    }
    at = body->end;
    if (stands_after(reading.text, body->begin, rules.not_body_after)) body->weight -= 1;
    bodies.push_back(std::move(*body));
  }
  return bodies;
}

std::optional<Body> body_of_accused(const std::vector<Body>& bodies, const Reading& reading,
                                    const CueSet& cues) {
  constexpr double named_more = 1.0, office_near = 0.6, again = 0.25, later = 0.8;
  constexpr std::uint32_t near_tokens = 8;
  std::optional<Body> best;
  double best_weight = 0;
  const double length = static_cast<double>(std::max<std::size_t>(reading.text.size(), 1));
  for (const Body& body : bodies) {
    double weight = body.weight + (body.named ? named_more : 0);
    weight -= later * body.begin / length;
    for (const Body& other : bodies)
      if (&other != &body && other.kind == body.kind)
        weight += again / 2 + (other.name == body.name ? again : 0);
    const bool office =
        std::any_of(reading.hits.begin(), reading.hits.end(), [&](const CueHit& hit) {
          return cues.cues[hit.cue].id.starts_with("office:") &&
                 hit.begin <= body.end + near_tokens && body.begin <= hit.end + near_tokens &&
                 reading.text.sentence[hit.begin] == reading.text.sentence[body.begin];
        });
    weight += office ? office_near : 0;
    if (!best || weight > best_weight) {
      best = body;
      best_weight = weight;
    }
  }
  return best;
}

std::optional<std::uint32_t> kind_of_body(const std::string& name, const Rulebook& rulebook) {
  const Reading reading = read_cues_in(name, {}, rulebook);
  const auto bodies = find_bodies(reading, rulebook.route);
  if (bodies.empty()) return std::nullopt;
  return bodies.front().kind;
}

}  // namespace report
