// SPDX-License-Identifier: EUPL-1.2
// GitLab's Code Quality report: an array of objects, each fingerprint once.
#include <algorithm>

#include "base/digest.hpp"
#include "output/check_report.hpp"
#include "output/json.hpp"

namespace report {
namespace {

constexpr BySeverity<std::string_view> severity_names{"critical", "minor", "info"};

std::string path_of(std::string_view name) {
  while (name.starts_with("./")) name.remove_prefix(2);
  return std::string(name);
}

Json problem(const std::string& text, std::string_view check, std::string fingerprint,
             std::string_view severity, const std::string& path, std::size_t line) {
  return Json{{"description", text},
              {"check_name", check},
              {"fingerprint", std::move(fingerprint)},
              {"severity", severity},
              {"location", {{"path", path_of(path)}, {"lines", {{"begin", line}}}}}};
}

class GitlabReport : public CheckReport {
 public:
  [[nodiscard]] Needs needs() const override { return {.fingerprint = true}; }
  [[nodiscard]] std::string head() const override { return std::string(array::head); }
  [[nodiscard]] std::string lead(bool first) const override {
    return std::string(array::lead(first));
  }
  [[nodiscard]] std::string tail(bool any) const override { return std::string(array::tail(any)); }

  std::string note(const CheckedNote& checked) override {
    std::string out;
    for (const Shown& shown : checked.shown) {
      if (!out.empty()) out += lead(false);
      out +=
          dump(problem(sentence_on(shown), shown.spotted.rule, shown.fingerprint,
                       severity_names[shown.spotted.severity], checked.name, shown.spotted.line));
    }
    return out;
  }
  std::string fault(const std::optional<std::string>& id, std::size_t line,
                    const Error& error) override {
    const std::string name = id.value_or("?");
    return dump(problem(error.what(), error.code(),
                        sha256_hex(name + '\n' + std::to_string(line) + error.code()), "blocker",
                        name, std::max<std::size_t>(line, 1)));
  }
};

}  // namespace

std::unique_ptr<CheckReport> gitlab_report() { return std::make_unique<GitlabReport>(); }

}  // namespace report
