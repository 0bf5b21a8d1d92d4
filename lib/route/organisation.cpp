// SPDX-License-Identifier: EUPL-1.2
#include "route/organisation.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/deadline.hpp"
#include "route/body_names.hpp"

namespace report {
namespace {

/// Walks the tokens of one note for bodies.
class BodyFinder {
 public:
  BodyFinder(const Reading& reading, const RouteRules& rules)
      : text_(reading.text),
        document_(*reading.document),
        rules_(rules),
        names_(reading.text, rules) {}

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

  /// Makes one of two that stand side by side and are the same body: "basisteam Oost, politie
  /// Gelre".
  bool join(Body& one, const Body& next) const {
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

 private:
  struct Less {
    bool operator()(const OrganisationForm& form, std::string_view word) const {
      return form.words[0] < word;
    }
    bool operator()(std::string_view word, const OrganisationForm& form) const {
      return word < form.words[0];
    }
  };

  /// The token behind the head; hyphens and full stops within it are passed over.
  [[nodiscard]] std::optional<std::size_t> head_end(const OrganisationForm& form,
                                                    std::size_t first) const {
    std::size_t at = first + 1;
    for (std::size_t i = 1; i < form.words.size(); ++i) {
      while (names_.is_mark(at, "-.")) ++at;
      if (at >= text_.size() || text_.folded[at] != form.words[i]) return std::nullopt;
      ++at;
    }
    return at;
  }

  /// Behind the name that belongs to a head, with a part of a body before it: "UWV, locatie Noord".
  [[nodiscard]] std::size_t whole_end(const OrganisationForm& form, std::size_t head) const {
    const bool may_lack = form.name == "maybe";
    const auto end = [&](std::size_t first) {
      // "DUO in Groningen": what is whole by itself takes no small word before its name.
      if (may_lack && names_.join(first) && !names_.name_word(first)) return first;
      if (may_lack && names_.one_case()) return names_.listed_end(first, form.listed);
      return form.words.back() == "van" ? names_.end_of_list(first, form.listed)
                                        : names_.end(first, form.listed);
    };
    std::size_t at = head;
    if (names_.is_mark(at, ",(")) ++at;
    if (names_.part(at))
      if (const std::size_t whole = names_.end(at + 1, form.listed); whole > at + 1) return whole;
    // "gem. Zeist", "ICTU-Noord": the full stop of an abbreviation, a hyphen of a compound.
    constexpr std::size_t longest_abbreviation = 5;
    const bool joined =
        head < text_.size() && !document_.tokens[head].space_before &&
        (names_.is_mark(head, "-") || (names_.is_mark(head, ".") && !may_lack &&
                                       text_.folded[head - 1].size() <= longest_abbreviation));
    const std::size_t first = joined ? head + 1 : head;
    const std::size_t whole = end(first);
    return whole > first ? whole : head;
  }

  /// Short heads are acronyms, and words besides: "om", "pi", "ret". They want their capitals,
  /// unless a name must follow, or it is no word of the language in a note of one case.
  [[nodiscard]] bool written_so(const OrganisationForm& form, std::size_t first) const {
    constexpr std::size_t longest_acronym = 3;
    // A compound is a name by its capital: Genovevakazerne, not brandweerkazerne.
    if (form.words[0].starts_with('*') && form.name == "none")
      return document_.tokens[first].capital || names_.one_case();
    if (form.words.size() > 1 || form.words[0].size() > longest_acronym) return true;
    return document_.tokens[first].upper || form.name == "after" || form.name == "listed" ||
           (names_.one_case() && !names_.plain(first));
  }

  /// A name that the rules list, behind what people of such a body are called: "wethouder van
  /// Goes".
  [[nodiscard]] std::optional<Body> listed(const OrganisationForm& form, std::size_t first,
                                           std::size_t head) const {
    std::size_t name = head;
    while (name < head + 2 && names_.join(name)) ++name;
    const std::size_t end = names_.listed_end(name, form.listed);
    if (name == head || end == name || text_.sentence[name] != text_.sentence[first])
      return std::nullopt;
    return Body{
        form.called + " " + text_of(name, end), form.kind, static_cast<std::uint32_t>(first),
        static_cast<std::uint32_t>(end),        true,      form.weight};
  }

  [[nodiscard]] std::optional<Body> match(const OrganisationForm& form, std::size_t first) const {
    const auto head = head_end(form, first);
    if (!head || !written_so(form, first)) return std::nullopt;
    if (form.name == "listed") return listed(form, first, *head);
    std::size_t begin = first;
    std::size_t end = *head;
    if (form.name == "before") {
      while (begin > 0 && first - begin < 4 && text_.sentence[begin - 1] == text_.sentence[first] &&
             (names_.name_word(begin - 1) || names_.is_mark(begin - 1, "-") ||
              (names_.one_case() && document_.tokens[begin - 1].is_word() &&
               !names_.plain(begin - 1) && !names_.join(begin - 1))))
        --begin;
      if (begin == first && !form.words[0].starts_with('*')) return std::nullopt;
    } else if (form.name != "none") {
      end = whole_end(form, *head);
      if (end == *head && form.name == "after") return std::nullopt;
    }
    return Body{text_of(begin, end),
                form.kind,
                static_cast<std::uint32_t>(begin),
                static_cast<std::uint32_t>(end),
                end > *head || begin < first || form.words[0].starts_with('*'),
                form.weight};
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
  BodyNames names_;
};

/// True when the words before `token` are one of `phrases`, an article, colon or '=' passed over.
bool stands_after(const LookedUp& text, std::uint32_t token,
                  const std::vector<std::vector<std::string>>& phrases) {
  const auto passed = [&](std::string_view word) {
    return word == ":" || word == "=" || word == "de" || word == "het";
  };
  for (int skip = 0; skip < 2; ++skip) {
    for (const auto& phrase : phrases)
      if (token >= phrase.size() &&
          std::equal(phrase.begin(), phrase.end(), text.folded.begin() + token - phrase.size()))
        return true;
    if (token == 0 || !passed(text.folded[token - 1])) return false;
    --token;
  }
  return false;
}

/// The offices a note names, in its order.
class Offices {
 public:
  Offices(const Reading& reading, const CueSet& cues) : sentence_(reading.text.sentence) {
    for (const CueHit& hit : reading.hits) {
      if (!cues.cues[hit.cue].id.starts_with("office:")) continue;
      hits_.push_back(&hit);
      longest_ = std::max(longest_, hit.end - hit.begin);
    }
    std::stable_sort(hits_.begin(), hits_.end(),
                     [](const CueHit* a, const CueHit* b) { return a->begin < b->begin; });
  }

  /// Whether one stands beside the body, in its sentence.
  [[nodiscard]] bool near(const Body& body) const {
    constexpr std::uint32_t tokens = 8;
    auto hit = std::partition_point(hits_.begin(), hits_.end(), [&](const CueHit* one) {
      return one->begin + longest_ + tokens < body.begin;
    });
    for (; hit != hits_.end() && (*hit)->begin <= body.end + tokens; ++hit)
      if (body.begin <= (*hit)->end + tokens && sentence_[(*hit)->begin] == sentence_[body.begin])
        return true;
    return false;
  }

 private:
  const std::vector<std::uint32_t>& sentence_;
  std::vector<const CueHit*> hits_;
  std::uint32_t longest_ = 0;
};

}  // namespace

std::vector<Body> find_bodies(const Reading& reading, const RouteRules& rules) {
  std::vector<Body> bodies;
  const BodyFinder finder(reading, rules);
  for (std::size_t at = 0; at < reading.text.size();) {
    check_deadline();
    auto body = finder.at(at);
    if (!body) {
      ++at;
      continue;
    }
    at = body->end;
    if (stands_after(reading.text, body->begin, rules.not_body_after)) body->weight -= 1;
    if (stands_after(reading.text, body->begin, rules.body_after)) body->weight += 1;
    if (bodies.empty() || !finder.join(bodies.back(), *body)) bodies.push_back(std::move(*body));
  }
  return bodies;
}

std::optional<Body> body_of_accused(const std::vector<Body>& bodies, const Reading& reading,
                                    const CueSet& cues) {
  constexpr double named_more = 1.0, office_near = 0.6, again = 0.25, later = 0.8;
  std::map<std::uint32_t, std::size_t> of_kind;
  std::map<std::pair<std::uint32_t, std::string_view>, std::size_t> of_name;
  for (const Body& body : bodies) {
    ++of_kind[body.kind];
    ++of_name[{body.kind, body.name}];
  }
  const Offices offices(reading, cues);
  std::optional<Body> best;
  double best_weight = 0;
  const double length = static_cast<double>(std::max<std::size_t>(reading.text.size(), 1));
  for (const Body& body : bodies) {
    check_deadline();
    double weight = body.weight + (body.named ? named_more : 0);
    weight -= later * body.begin / length;
    weight += again / 2 * static_cast<double>(of_kind[body.kind] - 1) +
              again * static_cast<double>(of_name[{body.kind, body.name}] - 1);
    weight += offices.near(body) ? office_near : 0;
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
