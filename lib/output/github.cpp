// SPDX-License-Identifier: EUPL-1.2
// Workflow commands of GitHub Actions: ::error file=...,line=...,col=...::message
#include <fmt/format.h>

#include "output/check_report.hpp"
#include "text/printable.hpp"

namespace report {
namespace {

enum class Where : bool { message, property };

/// % is escaped in both, ':' and ',' in properties; line ends do not get through printable().
std::string escaped(std::string_view text, Where where) {
  std::string out;
  for (const char letter : printable(text)) {
    const bool property = where == Where::property && (letter == ':' || letter == ',');
    if (letter == '%' || property)
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(letter)));
    else
      out += letter;
  }
  return out;
}

constexpr BySeverity<std::string_view> commands{"error", "warning", "notice"};

class GithubReport : public CheckReport {
 public:
  std::string note(const CheckedNote& checked) override {
    std::string out;
    for (const Shown& shown : checked.shown) {
      const Spotted& one = shown.spotted;
      // Columns make sense only within one line.
      const std::string columns =
          one.line == one.end_line ? fmt::format(",col={},endColumn={}", one.column, one.end_column)
                                   : std::string();
      out += fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n", commands[one.severity],
                         escaped(checked.name, Where::property), one.line, one.end_line, columns,
                         escaped("report " + one.type, Where::property),
                         escaped(sentence_on(shown), Where::message));
    }
    for (const Exemption& exemption : checked.unused)
      out += fmt::format("::notice file={},line={},title=report::{}\n",
                         escaped(checked.name, Where::property), exemption.line,
                         exemption.reasoned ? "this exemption is not used"
                                            : "this exemption gives no reason and allows nothing");
    return out;
  }
  std::string fault(const std::optional<std::string>& id, std::size_t line,
                    const Error& error) override {
    return fmt::format("::error file={}{},title=report::{}\n",
                       escaped(id.value_or("?"), Where::property),
                       line == 0 ? std::string() : fmt::format(",line={}", line),
                       escaped(error.what(), Where::message));
  }
};

}  // namespace

std::unique_ptr<CheckReport> github_report() { return std::make_unique<GithubReport>(); }

}  // namespace report
