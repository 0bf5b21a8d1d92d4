// SPDX-License-Identifier: EUPL-1.2
// JUnit XML as Jenkins and GitLab read it: a test suite a note, a test case a finding.
#include <algorithm>

#include <fmt/format.h>

#include "output/check_report.hpp"
#include "text/printable.hpp"

namespace report {
namespace {

/// Text or attribute value of XML 1.0.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char letter : printable(text)) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += letter;
    }
  }
  return out;
}

std::string suite(std::string_view name, std::size_t tests, std::size_t failures,
                  std::size_t errors, std::string_view cases) {
  return fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"0\">\n{}"
      "  </testsuite>\n",
      escaped(name), tests, failures, errors, cases);
}

class JunitReport : public CheckReport {
 public:
  [[nodiscard]] std::string head() const override {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"report check\">\n";
  }
  [[nodiscard]] std::string tail(bool /*any*/) const override { return "</testsuites>\n"; }

  std::string note(const CheckedNote& checked) override {
    std::string cases;
    for (const Shown& shown : checked.shown) {
      const Spotted& one = shown.spotted;
      cases += fmt::format(
          "    <testcase classname=\"{0}\" name=\"{1}:{2} {3}\" time=\"0\">\n"
          "      <failure type=\"{4}\" message=\"{5}\">{0}:{1}:{2}</failure>\n"
          "    </testcase>\n",
          escaped(checked.name), one.line, one.column, escaped(one.rule), name_of(one.severity),
          escaped(sentence_on(shown)));
    }
    const std::size_t count = checked.shown.size();
    if (count == 0)
      cases = fmt::format("    <testcase classname=\"{}\" name=\"check\" time=\"0\"/>\n",
                          escaped(checked.name));
    return suite(checked.name, std::max<std::size_t>(count, 1), count, 0, cases);
  }

  std::string fault(const std::optional<std::string>& id, std::size_t line,
                    const Error& error) override {
    const std::string name = id.value_or("?");
    const std::string where = line == 0 ? name : fmt::format("{}:{}", name, line);
    return suite(
        name, 1, 0, 1,
        fmt::format("    <testcase classname=\"{0}\" name=\"read\" time=\"0\">\n"
                    "      <error type=\"{1}\" message=\"{2}\">{3}</error>\n"
                    "    </testcase>\n",
                    escaped(name), escaped(error.code()), escaped(error.what()), escaped(where)));
  }
};

}  // namespace

std::unique_ptr<CheckReport> junit_report() { return std::make_unique<JunitReport>(); }

}  // namespace report
