// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/pattern.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <algorithm>
#include <atomic>
#include <mutex>

#include <fmt/format.h>
#include <pcre2.h>

#include "base/error.hpp"

namespace report {
namespace {

constexpr std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_EXTENDED | PCRE2_NEVER_BACKSLASH_C;
// Bounds of one attempt. A rule's repeats are bounded, so a sound rule stays far below them.
constexpr std::uint32_t match_limit = 200'000;
constexpr std::uint32_t depth_limit = 20'000;
constexpr std::uint32_t heap_limit_kib = 16'384;
/// Attempts after which compiling to machine code has paid for itself (about 15 us a rule): one
/// attempt looks at a few bytes, one search at a whole note.
constexpr std::uint32_t worth_jit_attempts = 64;
constexpr std::uint32_t worth_jit_searches = 4;

/// What one thread needs to match; made once a thread.
struct Scratch {
  pcre2_match_data* data = pcre2_match_data_create(16, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  Scratch() {
    pcre2_set_match_limit(context, match_limit);
    pcre2_set_depth_limit(context, depth_limit);
    pcre2_set_heap_limit(context, heap_limit_kib);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
  }
};

Scratch& scratch() {
  thread_local Scratch own;
  return own;
}

}  // namespace

namespace {

/// One way of compiling an expression: interpreted at first, machine code once it is much in use.
/// Anchoring must be compiled in: as an option of a match it keeps PCRE2 from its machine code.
class Code {
 public:
  Code(std::uint32_t more_options, std::uint32_t worth_jit)
      : options_(options | more_options), worth_jit_(worth_jit) {}

  /// The machine code, or null as long as there is none.
  [[nodiscard]] pcre2_code* fast() const { return jit_.load(std::memory_order_acquire); }

  /// Compiles at the first call. Null when the expression does not compile.
  pcre2_code* ready(const std::string& source) {
    std::call_once(once_, [&] { compile(source); });
    if (pcre2_code* const machine_code = fast()) return machine_code;
    if (!code_ || attempts_.fetch_add(1, std::memory_order_relaxed) < worth_jit_)
      return code_.get();
    std::call_once(jit_once_, [this] {
      // A copy, since other threads may be matching with the original.
      jit_owner_.reset(pcre2_code_copy(code_.get()));
      if (pcre2_jit_compile(jit_owner_.get(), PCRE2_JIT_COMPLETE) == 0)
        jit_.store(jit_owner_.get(), std::memory_order_release);
    });
    return code_.get();
  }

  [[nodiscard]] const std::string& fault() const { return fault_; }
  [[nodiscard]] std::size_t fault_at() const { return fault_at_; }

 private:
  struct Free {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  };
  using Owner = std::unique_ptr<pcre2_code, Free>;

  void compile(const std::string& source) {
    int error = 0;
    PCRE2_SIZE offset = 0;
    code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(source.data()), source.size(), options_,
                              &error, &offset, nullptr));
    if (code_) return;
    std::array<PCRE2_UCHAR, 160> message{};
    pcre2_get_error_message(error, message.data(), message.size());
    fault_ = reinterpret_cast<const char*>(message.data());
    fault_at_ = offset;
  }

  std::uint32_t options_;
  std::uint32_t worth_jit_;
  std::once_flag once_;
  Owner code_;
  std::string fault_;
  std::size_t fault_at_ = 0;
  std::atomic<std::uint32_t> attempts_{0};
  std::once_flag jit_once_;
  Owner jit_owner_;
  std::atomic<pcre2_code*> jit_{nullptr};
};

}  // namespace

struct Pattern::Compiled {
  // Tried where it may well fail at once: PCRE2's look ahead for a character that every match must
  // hold (up to 5000 bytes) would cost more than the attempt.
  Code anchored{PCRE2_ANCHORED | PCRE2_NO_START_OPTIMIZE, worth_jit_attempts};
  Code anywhere{0, worth_jit_searches};

  static std::optional<Match> match(Code& how, const std::string& source, std::string_view text,
                                    std::size_t at) {
    Scratch& own = scratch();
    const auto* const subject = reinterpret_cast<PCRE2_SPTR>(text.data());
    const pcre2_code* code = how.fast();
    int found = 0;
    if (code != nullptr) {  // past the checks of pcre2_match, which cost as much as the attempt
      found = pcre2_jit_match(code, subject, text.size(), at, 0, own.data, own.context);
    } else {
      code = how.ready(source);
      found =
          pcre2_match(code, subject, text.size(), at, PCRE2_NO_UTF_CHECK, own.data, own.context);
    }
    if (found == PCRE2_ERROR_NOMATCH) return std::nullopt;
    if (found < 0)
      throw Error(
          Fault::input,
          say({"een regel liep op deze tekst tegen zijn grens aan",
               "a rule reached its bound on this text"}),
          {say({"het document is niet gedaan; geef het in kleinere delen, of herstel de regel",
                "the document was not done; give it in smaller parts, or mend the rule"})})
          .with_code("rule_limit");
    const PCRE2_SIZE* const edges = pcre2_get_ovector_pointer(own.data);
    Match match{{edges[0], edges[1]}, {edges[0], edges[1]}};
    const int named = pcre2_substring_number_from_name(code, reinterpret_cast<PCRE2_SPTR>("id"));
    const auto group = static_cast<std::size_t>(std::max(named, 0));
    if (named > 0 && named < found && edges[2 * group] != PCRE2_UNSET)
      match.identifier = {edges[2 * group], edges[2 * group + 1]};
    return match;
  }
};

Pattern::Pattern(std::string source)
    : source_(std::move(source)), compiled_(std::make_shared<Compiled>()) {}

std::optional<Pattern::Match> Pattern::match_at(std::string_view text, std::size_t at) const {
  return Compiled::match(compiled_->anchored, source_, text, at);
}

std::optional<Pattern::Match> Pattern::search(std::string_view text, std::size_t at) const {
  return Compiled::match(compiled_->anywhere, source_, text, at);
}

std::optional<std::pair<std::string, std::size_t>> Pattern::fault() const {
  if (compiled_->anchored.ready(source_) != nullptr) return std::nullopt;
  return std::pair{compiled_->anchored.fault(), compiled_->anchored.fault_at()};
}

std::string read_part(const yaml::Value& value, const PatternParts& parts, PartKind kind) {
  std::string text = value.text();
  for (std::size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at)) {
    const auto end = text.find("}}", at);
    if (end == std::string::npos)
      throw value.fault(say({"'{{{{' is niet gesloten", "'{{{{' is not closed"}));
    const std::string name = text.substr(at + 2, end - at - 2);
    const auto part = parts.find(name);
    if (part == parts.end()) {
      std::vector<std::string> known;
      for (const auto& [other, expression] : parts) known.push_back(other);
      const auto meant = yaml::nearest(name, known);
      throw value.fault(say({"er is geen deel '{}'", "there is no part '{}'"}, name),
                        meant ? yaml::did_you_mean(meant)
                              : std::vector{say({"parts.yaml noemt ze", "parts.yaml lists them"})});
    }
    const std::string group = kind == PartKind::tokens ? part->second : "(?:" + part->second + ")";
    text.replace(at, end + 2 - at, group);
    at += group.size();
  }
  return text;
}

Pattern read_pattern(const yaml::Value& value, const PatternParts& parts) {
  Pattern pattern(read_part(value, parts));
  if (const auto fault = pattern.fault())
    throw value.fault(say({"het patroon is niet goed: {} (bij teken {} ervan)",
                           "the pattern does not compile: {} (at character {} of it)"},
                          fault->first, fault->second + 1));
  return pattern;
}

}  // namespace report
