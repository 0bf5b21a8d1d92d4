// SPDX-License-Identifier: EUPL-1.2
// The answer of `check` in the forms that people and pipelines read: text, json, sarif, junit,
// github, gitlab. No value of a note is in any of them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/words.hpp"
#include "output/exemption.hpp"
#include "output/severity.hpp"

namespace report {

/// One thing spotted, with what is said of it.
struct Shown {
  Spotted spotted;
  std::string_view why;  // one sentence of the rule; may be empty
  std::string context;   // as MaskedContexts gives it; empty where the form shows none
  std::string part;      // of a document: "header 1"; empty in plain text
  std::string
      fingerprint;  // says which finding this is, in this file: hexadecimal digits; empty likewise
};

/// A note as check saw it.
struct CheckedNote {
  std::string name;  // the path, or the id of a JSON line
  std::vector<Shown> shown;
  std::vector<Exemption> unused;  // exemptions that allowed nothing
};

/// One form. The whole is head(), then the notes that gave something each behind a lead(),
/// then tail(). note() and fault() may be called from several threads at once.
class CheckReport {
 public:
  CheckReport() = default;
  CheckReport(const CheckReport&) = delete;
  CheckReport& operator=(const CheckReport&) = delete;
  virtual ~CheckReport() = default;
  /// What it shows of a finding that costs time to make.
  struct Needs {
    bool context = false, fingerprint = false;
  };
  [[nodiscard]] virtual Needs needs() const { return {}; }
  [[nodiscard]] virtual std::string head() const { return {}; }
  /// What stands before a note's answer; `first` = no answer stands before it.
  [[nodiscard]] virtual std::string lead(bool /*first*/) const { return {}; }
  [[nodiscard]] virtual std::string tail(bool any) const;
  [[nodiscard]] virtual std::string note(const CheckedNote& checked) = 0;
  /// What stands for a note that could not be read; may be empty. `id` is what
  /// CheckedNote::name would be, where known; `line`: of JSON lines, else 0.
  [[nodiscard]] virtual std::string fault(const std::optional<std::string>& id, std::size_t line,
                                          const Error& error) = 0;
};

enum class Paint : bool { no, yes };

/// `form`: one of the six names. `Paint` is for text only.
std::unique_ptr<CheckReport> check_report(std::string_view form, Language language, Paint paint);

/// What is said of a finding in one line: "a telephone number (phone), rule phone-mobile".
std::string sentence_on(const Shown& shown);

std::unique_ptr<CheckReport> sarif_report();
std::unique_ptr<CheckReport> junit_report();
std::unique_ptr<CheckReport> github_report();
std::unique_ptr<CheckReport> gitlab_report();

}  // namespace report
