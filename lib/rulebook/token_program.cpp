// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/token_program.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "rulebook/token_items.hpp"

namespace report {
namespace {

using Program = TokenPattern::Program;
using Steps = std::vector<Program::Step>;

constexpr std::size_t most_repeats = 8;

struct Repeat {
  std::size_t least = 1;
  std::size_t most = 1;
};

class Compiler {
 public:
  Compiler(std::string_view source, const Lexicon& lexicon, Direction direction)
      : lexicon_(lexicon), direction_(direction) {
    for (std::size_t at = 0; at < source.size();) {
      const std::size_t begin = source.find_first_not_of(" \n", at);
      if (begin == std::string_view::npos) break;
      at = std::min(source.find_first_of(" \n", begin), source.size());
      // A quoted mark may be a blank's neighbour only: '"' and ' never hold blanks.
      words_.push_back(source.substr(begin, at - begin));
    }
    if (words_.empty())
      fail_pattern(say({"het tokenpatroon is leeg", "the token pattern is empty"}));
  }

  Program compile() {
    const auto opens = std::count(words_.begin(), words_.end(), "[");
    const auto closes = std::count(words_.begin(), words_.end(), "]");
    const bool in_order = std::find(words_.begin(), words_.end(), "[") <=
                          std::find(words_.begin(), words_.end(), "]");
    const bool left_open = direction_ == Direction::backward && closes == 0;
    if (opens > 1 || (opens != closes && !left_open) || !in_order)
      fail_pattern(say({"'[' en ']' staan een keer in een patroon, in deze volgorde",
                        "'[' and ']' stand once in a pattern, in this order"}));
    Program program;
    program.direction = direction_;
    program.steps = ways(false);
    if (at_ != words_.size())
      fail_pattern(say({"'{}' sluit niets af", "'{}' closes nothing"}, words_[at_]));
    program.steps.push_back({Program::Kind::accept, 0, {}});
    return program;
  }

 private:
  /// Alternatives up to ")" or the end; jumps within are relative to the block's front.
  Steps ways(bool in_group) {
    std::vector<Steps> branches(1);
    const auto add = [&](Steps&& more) {
      if (direction_ == Direction::backward) std::swap(more, branches.back());
      append(branches.back(), std::move(more));
    };
    while (at_ < words_.size()) {
      const std::string_view word = words_[at_];
      if (word.starts_with(")")) {
        if (!in_group) break;
        return join(std::move(branches));
      }
      ++at_;
      if (word == "|")
        branches.emplace_back();
      else
        add(element(word));
    }
    if (in_group)
      fail_pattern(say(
          {"een groep is niet gesloten: ')' ontbreekt", "a group is not closed: ')' is missing"}));
    return join(std::move(branches));
  }

  Steps element(std::string_view word) {
    if (word == "(") {
      Steps inner = ways(true);
      const Repeat repeat = repeat_of(words_[at_++].substr(1));
      return repeated(std::move(inner), repeat);
    }
    if (word == "[" || word == "]") {
      Steps one(1);
      one[0].kind = word == "[" ? Program::Kind::report_begin : Program::Kind::report_end;
      return one;
    }
    if (word == "{start}" || word == "~") {
      Steps one(1);
      one[0].kind = word == "~" ? Program::Kind::glued : Program::Kind::sentence_start;
      return one;
    }
    if (word == "!(") {
      Steps refused(1);
      append(refused, ways(true));
      if (words_[at_++] != ")")
        fail_pattern(say({"'!( ... )' wordt niet herhaald", "'!( ... )' is not repeated"}));
      refused.push_back({Program::Kind::accept, 0, {}});
      refused[0].kind = Program::Kind::unless;
      refused[0].to = refused.size();
      return refused;
    }
    std::size_t used = 0;
    Steps one(1);
    one[0].kind = Program::Kind::item;
    Program::Item made = read_token_item(word, lexicon_, used);
    while (word.substr(used).starts_with('&') && word.size() > used + 1) {
      word.remove_prefix(used + 1);
      made.also.push_back(read_token_item(word, lexicon_, used));
    }
    one[0].item = std::make_shared<const Program::Item>(std::move(made));
    return repeated(std::move(one), repeat_of(word.substr(used)));
  }

  static Repeat repeat_of(std::string_view suffix) {
    if (suffix.empty()) return {};
    if (suffix == "?") return {0, 1};
    if (suffix == "*") return {0, most_repeats};
    if (suffix == "+") return {1, most_repeats};
    Repeat repeat{0, 0};
    if (suffix.front() == '{' && suffix.back() == '}') {
      const char* const end = suffix.data() + suffix.size() - 1;
      const auto first = std::from_chars(suffix.data() + 1, end, repeat.least);
      if (first.ec == std::errc() && first.ptr != end && *first.ptr == ',') {
        const auto second = std::from_chars(first.ptr + 1, end, repeat.most);
        if (second.ec == std::errc() && second.ptr == end && repeat.most >= repeat.least &&
            repeat.most <= 4 * most_repeats)
          return repeat;
      }
    }
    fail_pattern(say({"'{}' zegt niet hoe vaak: ? * + of {{2,4}}",
                      "'{}' is no way to say how often: ? * + or {{2,4}}"},
                     suffix));
  }

  static void append(Steps& to, Steps&& more) {
    const std::size_t front = to.size();
    if (front == 0) {
      to = std::move(more);
      return;
    }
    for (Program::Step& step : more) {
      if (step.kind == Program::Kind::jump || step.kind == Program::Kind::split ||
          step.kind == Program::Kind::unless)
        step.to += front;
      to.push_back(std::move(step));
    }
  }

  static Steps repeated(Steps&& inner, Repeat repeat) {
    if (repeat.least == 1 && repeat.most == 1) return std::move(inner);
    Steps out;
    for (std::size_t i = 0; i < repeat.least; ++i) append(out, Steps(inner));
    const std::size_t block = inner.size() + 1;
    const std::size_t optional = repeat.most - repeat.least;
    const std::size_t behind = out.size() + optional * block;
    for (std::size_t i = 0; i < optional; ++i) {
      out.push_back({Program::Kind::split, behind, {}});
      if (i + 1 < optional) append(out, Steps(inner));
    }
    if (optional > 0) append(out, std::move(inner));
    return out;
  }

  /// Each branch but the last stands between a split to the next one and a jump to the end.
  static Steps join(std::vector<Steps>&& branches) {
    if (branches.size() == 1) return std::move(branches.front());
    std::size_t end = 0;
    for (const Steps& branch : branches) end += branch.size() + 2;
    end -= 2;
    Steps out;
    out.reserve(end);
    for (Steps& branch : branches) {
      const bool last = &branch == &branches.back();
      if (!last) out.push_back({Program::Kind::split, out.size() + branch.size() + 2, {}});
      const std::size_t front = out.size();
      for (Program::Step& step : branch) {
        if (step.kind == Program::Kind::jump || step.kind == Program::Kind::split ||
            step.kind == Program::Kind::unless)
          step.to += front;
        out.push_back(std::move(step));
      }
      if (!last) out.push_back({Program::Kind::jump, end, {}});
    }
    return out;
  }

  const Lexicon& lexicon_;
  Direction direction_;
  std::vector<std::string_view> words_;
  std::size_t at_ = 0;
};

}  // namespace

TokenPattern::Program compile_token_program(const std::string& source, const Lexicon& lexicon,
                                            Direction direction) {
  return Compiler(source, lexicon, direction).compile();
}

}  // namespace report
