// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/pattern.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <fmt/format.h>
#include <pcre2.h>

#include <algorithm>
#include <atomic>
#include <mutex>

#include "base/error.hpp"

namespace report {
namespace {

constexpr std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_EXTENDED | PCRE2_NEVER_BACKSLASH_C;
// Bounds of one attempt. A rule's repeats are bounded, so a sound rule stays far below them.
constexpr std::uint32_t match_limit = 200'000;
constexpr std::uint32_t depth_limit = 20'000;
constexpr std::uint32_t heap_limit_kib = 16'384;
/// Attempts after which compiling to machine code has paid for itself (about 15 us a rule).
constexpr std::uint32_t worth_jit = 256;

struct FreeCode {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
using Code = std::unique_ptr<pcre2_code, FreeCode>;

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

struct Pattern::Compiled {
  std::once_flag once;
  Code code;
  int identifier_group = 0;
  std::array<bool, 256> start{};
  std::string fault;
  std::size_t fault_at = 0;
  std::atomic<std::uint32_t> attempts{0};
  std::once_flag jit_once;
  Code jit_owner;
  std::atomic<pcre2_code*> jit{nullptr};

  void compile(const std::string& source) {
    int error = 0;
    PCRE2_SIZE offset = 0;
    code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(source.data()), source.size(), options,
                             &error, &offset, nullptr));
    if (!code) {
      std::array<PCRE2_UCHAR, 160> message{};
      pcre2_get_error_message(error, message.data(), message.size());
      fault = reinterpret_cast<const char*>(message.data());
      fault_at = offset;
      return;
    }
    const int group =
        pcre2_substring_number_from_name(code.get(), reinterpret_cast<PCRE2_SPTR>("id"));
    identifier_group = group > 0 ? group : 0;
    find_start();
  }

  void find_start() {
    std::uint32_t kind = 0;
    pcre2_pattern_info(code.get(), PCRE2_INFO_FIRSTCODETYPE, &kind);
    const std::uint8_t* bitmap = nullptr;
    pcre2_pattern_info(code.get(), PCRE2_INFO_FIRSTBITMAP, &bitmap);
    // A single first code unit may be caseless, which PCRE2 does not tell: try both cases.
    if (kind == 1) {
      std::uint32_t unit = 0;
      pcre2_pattern_info(code.get(), PCRE2_INFO_FIRSTCODEUNIT, &unit);
      start.fill(false);
      start[unit] = true;
      if (unit >= 'a' && unit <= 'z') start[unit - 32] = true;
      if (unit >= 'A' && unit <= 'Z') start[unit + 32] = true;
      // Caseless k and s also match U+212A and U+017F, which the clean text no longer holds.
    } else if (bitmap != nullptr) {
      for (std::size_t byte = 0; byte < start.size(); ++byte)
        start[byte] = (bitmap[byte / 8] >> (byte % 8) & 1U) != 0;
    } else {
      start.fill(true);
    }
  }

  /// The code to match with: machine code once the pattern has shown to be in use.
  pcre2_code* ready() {
    if (pcre2_code* fast = jit.load(std::memory_order_acquire)) return fast;
    if (attempts.fetch_add(1, std::memory_order_relaxed) < worth_jit) return code.get();
    std::call_once(jit_once, [this] {
      // A copy, since other threads may be matching with the original.
      jit_owner.reset(pcre2_code_copy(code.get()));
      pcre2_jit_compile(jit_owner.get(), PCRE2_JIT_COMPLETE);  // without JIT the copy interprets
      jit.store(jit_owner.get(), std::memory_order_release);
    });
    return jit.load(std::memory_order_acquire);
  }

  std::optional<Match> match(std::string_view text, std::size_t at, std::uint32_t how) {
    Scratch& own = scratch();
    const int found =
        pcre2_match(ready(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), at,
                    how | PCRE2_NO_UTF_CHECK, own.data, own.context);
    if (found == PCRE2_ERROR_NOMATCH) return std::nullopt;
    if (found < 0)
      throw Error(Fault::input, "a rule reached its bound on this text",
                  {"the document was not done; give it in smaller parts, or mend the rule that "
                   "'report rules test' names as slow"})
          .with_code("rule_limit");
    const PCRE2_SIZE* const edges = pcre2_get_ovector_pointer(own.data);
    Match match{{edges[0], edges[1]}, {edges[0], edges[1]}};
    const auto group = static_cast<std::size_t>(identifier_group);
    if (group > 0 && static_cast<int>(group) < found && edges[2 * group] != PCRE2_UNSET)
      match.identifier = {edges[2 * group], edges[2 * group + 1]};
    return match;
  }
};

Pattern::Pattern(std::string source)
    : source_(std::move(source)), compiled_(std::make_shared<Compiled>()) {}

Pattern::Compiled& Pattern::compiled() const {
  std::call_once(compiled_->once, [this] { compiled_->compile(source_); });
  return *compiled_;
}

std::optional<Pattern::Match> Pattern::match_at(std::string_view text, std::size_t at) const {
  return compiled().match(text, at, PCRE2_ANCHORED);
}

std::optional<Pattern::Match> Pattern::search(std::string_view text, std::size_t at) const {
  return compiled().match(text, at, 0);
}

const std::array<bool, 256>& Pattern::start_bytes() const { return compiled().start; }

std::optional<std::pair<std::string, std::size_t>> Pattern::fault() const {
  const Compiled& made = compiled();
  if (made.code) return std::nullopt;
  return std::pair{made.fault, made.fault_at};
}

std::vector<std::string> Pattern::prefixes() const {
  const Compiled& made = compiled();
  constexpr std::size_t longest = 3;
  constexpr std::size_t most = 400;
  constexpr char wide = '\x80';
  std::vector<std::string> level;
  for (std::size_t byte = 0; byte < 0x80U; ++byte)
    if (made.start[byte]) level.emplace_back(1, static_cast<char>(byte));
  if (std::find(made.start.begin() + 0x80, made.start.end(), true) != made.start.end())
    level.emplace_back(1, wide);
  // A look-behind sees what is before the match, which a bare beginning does not have.
  for (const char* looks_back : {"(?<=", "\\K", "\\G"})
    if (source_.find(looks_back) != std::string::npos) return level;
  Scratch& own = scratch();
  const auto possible = [&](const std::string& beginning) {
    return pcre2_match(made.code.get(), reinterpret_cast<PCRE2_SPTR>(beginning.data()),
                       beginning.size(), 0, PCRE2_ANCHORED | PCRE2_PARTIAL_HARD, own.data,
                       own.context) != PCRE2_ERROR_NOMATCH;
  };
  for (std::size_t length = 2; length <= longest; ++length) {
    std::vector<std::string> longer;
    for (const std::string& prefix : level) {
      if (prefix.back() == wide) {
        longer.push_back(prefix);
        continue;
      }
      for (char next = '\n'; next > 0 && next < 0x7F; next = static_cast<char>(next + 1))
        if ((next == '\n' || next >= ' ') && possible(prefix + next))
          longer.push_back(prefix + next);
      longer.push_back(prefix + wide);
      if (longer.size() > most) return level;
    }
    level = std::move(longer);
  }
  return level;
}

Pattern read_pattern(const yaml::Value& value) {
  Pattern pattern(value.text());
  if (const auto fault = pattern.fault())
    throw value.fault(fmt::format("the pattern does not compile: {} (at character {} of it)",
                                  fault->first, fault->second + 1));
  return pattern;
}

}  // namespace report
