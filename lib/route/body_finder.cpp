// SPDX-License-Identifier: EUPL-1.2
#include "route/body_finder.hpp"

#include <algorithm>
#include <utility>

#include "base/among.hpp"

namespace report {
namespace {

struct Less {
  bool operator()(const OrganisationForm& form, std::string_view word) const {
    return form.words[0] < word;
  }
  bool operator()(std::string_view word, const OrganisationForm& form) const {
    return word < form.words[0];
  }
};

bool compound(const OrganisationForm& form) { return form.words[0].starts_with('*'); }

Body body(std::string name, const OrganisationForm& form, std::size_t begin, std::size_t end,
          bool named) {
  return Body{.name = std::move(name),
              .kind = form.kind,
              .begin = static_cast<std::uint32_t>(begin),
              .end = static_cast<std::uint32_t>(end),
              .head = static_cast<std::uint32_t>(end),
              .named = named,
              .own = named || form.name == "none" || form.name == "maybe",
              .bare = form.name == "none",
              .weight = form.weight};
}

}  // namespace

BodyFinder::BodyFinder(const Reading& reading, const RouteRules& rules)
    : text_(reading.text),
      document_(*reading.document),
      rules_(rules),
      names_(reading.text, rules) {}

std::optional<Body> BodyFinder::at(std::size_t first) const {
  if (document_.tokens[first].kind == TokenKind::mark) return std::nullopt;
  const std::string_view word = text_.folded[first];
  auto best = longest(first, word);
  // "NFI'er", "IND'ers": somebody of a body that is known by its letters.
  for (auto people = rules_.people.begin(); !best && people != rules_.people.end(); ++people) {
    const std::size_t cut = word.rfind(*people);
    if (cut == std::string_view::npos || cut <= 1) continue;
    best = longest(first, word.substr(0, cut));
    if (best && best->end == first + 1 && best->name.size() > cut) best->name.resize(cut);
  }
  if (!best || best->begin != first) return best;
  return within(*best).value_or(*best);
}

/// The body with a name that stands behind one of `of` and ends another's.
std::optional<Body> BodyFinder::within(const Body& outer) const {
  for (std::size_t at = outer.head; at + 1 < outer.end; ++at) {
    if (!among(rules_.of, text_.folded[at])) continue;
    const std::size_t behind = behind_joins(at);
    if (behind >= outer.end || names_.is_mark(behind, "-")) continue;
    auto inner = longest(behind, text_.folded[behind]);
    if (inner && inner->begin == behind && inner->end >= outer.end && inner->own && !inner->bare)
      return inner;
  }
  return std::nullopt;
}

std::optional<Body> BodyFinder::longest(std::size_t first, std::string_view word) const {
  std::optional<Body> best;
  const auto try_form = [&](const OrganisationForm& form) {
    if (auto found = match(form, first)) {
      if (!best || found->end > best->end ||
          (found->end == best->end && found->weight > best->weight))
        best = std::move(found);
    }
  };
  const auto [begin, end] =
      std::equal_range(rules_.forms.begin(), rules_.forms.end(), word, Less{});
  for (auto form = begin; form != end; ++form) try_form(*form);
  for (const OrganisationForm& form : rules_.forms) {  // '*' sorts before all letters
    if (!compound(form)) break;
    if (word.size() > form.words[0].size() && word.ends_with(form.words[0].substr(1)))
      try_form(form);
  }
  return best;
}

bool BodyFinder::join(Body& one, const Body& next) const {
  const bool closed = names_.is_mark(one.end, "(") && names_.is_mark(next.end, ")");
  const bool beside = one.named && next.begin == one.end + 1 &&
                      (closed || (names_.is_mark(one.end, ",") && next.named)) &&
                      text_.sentence[next.begin] == text_.sentence[one.begin] &&
                      (one.kind == next.kind || names_.part(next.begin));
  if (!beside) return false;
  one.end = next.end + (closed ? 1 : 0);
  one.name = text_of(one.begin, one.end);
  one.weight = std::max(one.weight, next.weight);
  return true;
}

/// The token behind the head; hyphens and full stops within it are passed over.
std::optional<std::size_t> BodyFinder::head_end(const OrganisationForm& form,
                                                std::size_t first) const {
  std::size_t at = first + 1;
  for (std::size_t i = 1; i < form.words.size(); ++i) {
    while (names_.is_mark(at, "-.")) ++at;
    if (at >= text_.size() || text_.folded[at] != form.words[i]) return std::nullopt;
    ++at;
  }
  return at;
}

/// "gem. Zeist", "woonst. Het Dak"; but not "met zijn team. Consulente".
bool BodyFinder::abbreviation(std::size_t token) const {
  constexpr std::size_t shortest_word = 4;
  constexpr std::size_t initials = 2;
  if (document_.tokens[token].upper && text_.folded[token].size() > initials && !names_.one_case())
    return false;  // "RET. Remise"
  return names_.is_mark(token + 1, ".") && !document_.tokens[token + 1].space_before &&
         (text_.folded[token].size() < shortest_word || !names_.plain(token));
}

std::size_t BodyFinder::behind_joins(std::size_t token) const {
  std::size_t at = token;
  while (at < token + 2 && names_.join(at)) ++at;
  return at;
}

/// Behind the name that belongs to a head, with a part of a body before it: "UWV, locatie Noord".
std::size_t BodyFinder::whole_end(const OrganisationForm& form, std::size_t head) const {
  const bool may_lack = form.name == "maybe";
  const auto end = [&](std::size_t first) {
    // "DUO in Groningen": what is whole by itself takes no small word before its name.
    if (may_lack && names_.join(first) && !names_.name_word(first)) return first;
    if (may_lack && names_.one_case()) return names_.listed_end(first, form.listed);
    return among(rules_.of, form.words.back()) ? names_.end_of_list(first, form.listed)
                                               : names_.end(first, form.listed);
  };
  std::size_t at = head;
  if (names_.is_mark(at, ",")) ++at;
  if (names_.part(at))
    if (const std::size_t whole = names_.end(at + 1, form.listed); whole > at + 1) return whole;
  // "gem. Zeist", "ICTU-Noord": the full stop of an abbreviation, a hyphen of a compound.
  const bool joined = (names_.is_mark(head, "-") && !document_.tokens[head].space_before) ||
                      (!may_lack && abbreviation(head - 1));
  const std::size_t first = joined ? head + 1 : head;
  const std::size_t whole = end(first);
  return whole > first ? whole : head;
}

/// Short heads are acronyms, and words besides: "om", "pi", "ret". They want their capitals,
/// unless a name must follow, or it is no word of the language in a note of one case.
bool BodyFinder::written_so(const OrganisationForm& form, std::size_t first) const {
  constexpr std::size_t longest_acronym = 3;
  const Token& token = document_.tokens[first];
  const bool word = names_.one_case(first) && !names_.plain(first);
  const bool is_short = form.words.size() == 1 && form.words[0].size() <= longest_acronym;
  // A compound is a name by its capital: Genovevakazerne, not brandweerkazerne.
  if ((compound(form) && form.name != "after") || form.capital)
    return word || (is_short ? token.upper && !names_.one_case() : token.capital);
  return !is_short || token.upper || form.name == "after" || form.name == "listed" || word;
}

/// A name that the rules list, behind what people of such a body are called: "wethouder van
/// Goes", "burgemeester [PERSOON 1] van Goes", "wethouder zorg en welzijn van Goes".
std::optional<Body> BodyFinder::listed(const OrganisationForm& form, std::size_t first,
                                       std::size_t head) const {
  std::size_t at = head;
  constexpr int most_portfolios = 3;
  for (int i = 0; i < most_portfolios && at < text_.size(); ++i) {
    const bool joined = i > 0 && (text_.folded[at] == "en" || names_.is_mark(at, ",&"));
    if (at + joined >= text_.size() || !among(rules_.portfolios, text_.folded[at + joined])) break;
    at += joined + 1U;
  }
  if (at < text_.size() && document_.tokens[at].kind == TokenKind::label) ++at;
  const std::size_t name = behind_joins(at);
  const std::size_t end = names_.listed_end(name, form.listed);
  if (name == at || end == name || text_.sentence[name] != text_.sentence[first])
    return std::nullopt;
  auto inner = longest(name, text_.folded[name]);  // "heemraad van waterschap Rijn"
  if (inner && inner->begin == name && inner->kind == form.kind && inner->named &&
      inner->end >= end)
    return inner;
  return body(form.called + " " + text_of(name, end), form, first, end, true);
}

/// "de gemeente, Harderwijk": its place as an afterthought.
std::optional<Body> BodyFinder::place_apart(const OrganisationForm& form, std::size_t first,
                                            std::size_t head) const {
  if (form.listed == 0 || !names_.is_mark(head, ",(") || !names_.name_word(head + 1))
    return std::nullopt;
  const std::size_t end = names_.listed_end(head + 1, form.listed);
  const bool closed = names_.is_mark(head, "(")
                          ? names_.is_mark(end, ")")
                          : end >= text_.size() || names_.is_mark(end, ",.;!?");
  if (end == head + 1 || !closed || text_.sentence[head + 1] != text_.sentence[first])
    return std::nullopt;
  return body(text_of(first, head) + " " + text_of(head + 1, end), form, first, end, true);
}

/// Where the name that stands before its head begins: "Anna Bijnscollege", "Generaal de Ruyter van
/// Steveninckkazerne".
std::size_t BodyFinder::begin_before(const OrganisationForm& form, std::size_t first) const {
  constexpr std::size_t most = 6;
  const auto mine = [&](std::size_t token) {
    if (text_.sentence[token] != text_.sentence[first]) return false;
    if (names_.name_word(token)) return !names_.small(token);
    return names_.one_case(first) && document_.tokens[token].is_word() && !names_.plain(token) &&
           !names_.join(token);
  };
  std::size_t begin = first;
  while (begin > 0 && first - begin < most) {
    std::size_t at = begin - 1;
    if (names_.is_mark(at, "-") && at > 0) --at;
    int small = 0;
    for (; compound(form) && small < 2 && at > 0 && names_.join(at); ++small) --at;
    // "Beheerder van de Bernhardkazerne": no part of its name, as in "Prins Bernhardkazerne".
    if (small == 2 && text_.sentence_start[at]) break;
    if (!mine(at) && at > 1 && names_.is_mark(at - 1, "-")) at -= 2;  // "Generaal-majoor"
    if (!mine(at)) break;
    begin = at;
  }
  return begin;
}

std::optional<Body> BodyFinder::match(const OrganisationForm& form, std::size_t first) const {
  const auto head = head_end(form, first);
  if (!head || !written_so(form, first)) return std::nullopt;
  if (form.name == "listed") return listed(form, first, *head);
  if (form.name == "implied") return body(form.called, form, first, *head, false);
  std::size_t begin = first;
  std::size_t end = *head;
  if (form.name == "before") {
    begin = begin_before(form, first);
    if (begin == first && !compound(form)) return std::nullopt;
  } else if (form.name == "after" || form.name == "maybe") {
    end = whole_end(form, *head);
    if (end == *head && form.name == "after") return place_apart(form, first, *head);
  }
  Body found =
      body(text_of(begin, end), form, begin, end, end > *head || begin < first || compound(form));
  found.head = static_cast<std::uint32_t>(*head);
  return found;
}

/// The words as the note has them, with single blanks.
std::string BodyFinder::text_of(std::size_t begin, std::size_t end) const {
  std::string text;
  for (std::size_t at = begin; at < end; ++at) {
    if (at > begin && document_.tokens[at].space_before) text += ' ';
    text += document_.word(document_.tokens[at]);
  }
  return text;
}

}  // namespace report
