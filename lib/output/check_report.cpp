// SPDX-License-Identifier: EUPL-1.2
#include "output/check_report.hpp"

#include <fmt/color.h>
#include <fmt/format.h>

#include "output/json.hpp"
#include "text/printable.hpp"

namespace report {
namespace {

constexpr Words no_reason{"{}:{}: deze vrijstelling noemt geen reden en staat niets toe",
                          "{}:{}: this exemption gives no reason and allows nothing"};
constexpr Words not_used{"{}:{}: deze vrijstelling staat niets toe wat hier staat",
                         "{}:{}: this exemption allows nothing that is here"};

constexpr BySeverity<fmt::terminal_color> colors{
    fmt::terminal_color::red, fmt::terminal_color::yellow, fmt::terminal_color::cyan};

/// file:line:column, what it is and why; below it the masked line.
class TextReport : public CheckReport {
 public:
  TextReport(Language language, Paint paint) : language_(language), paint_(paint) {}
  [[nodiscard]] Needs needs() const override { return {.context = true}; }

  std::string note(const CheckedNote& checked) override {
    std::string out;
    for (const Shown& shown : checked.shown) {
      const Spotted& one = shown.spotted;
      const std::string_view name = name_of(one.severity);
      out += fmt::format("{}:{}:{}: ", printable(checked.name), one.line, one.column);
      out += paint_ == Paint::yes ? fmt::format(fmt::fg(colors[one.severity]), "{}", name)
                                  : std::string(name);
      out += fmt::format(" {} {}", one.type, one.rule);
      if (!one.label.empty()) out += " " + one.label;
      if (!shown.part.empty()) out += fmt::format(" ({})", shown.part);
      if (!shown.why.empty()) out += fmt::format(": {}", shown.why);
      out += fmt::format("\n    {}\n", shown.context);
    }
    for (const Exemption& exemption : checked.unused)
      out += fmt::format(fmt::runtime((exemption.reasoned ? not_used : no_reason).in(language_)),
                         printable(checked.name), exemption.line) +
             "\n";
    return out;
  }
  std::string fault(const std::optional<std::string>& /*id*/, std::size_t /*line*/,
                    const Error& /*error*/) override {
    return {};
  }

 private:
  Language language_;
  Paint paint_;
};

/// An array with an object a note, also of those where nothing was found.
class JsonReport : public CheckReport {
 public:
  [[nodiscard]] std::string head() const override { return std::string(array::head); }
  [[nodiscard]] std::string lead(bool first) const override {
    return std::string(array::lead(first));
  }
  [[nodiscard]] std::string tail(bool any) const override { return std::string(array::tail(any)); }
  std::string note(const CheckedNote& checked) override { return dump(check_json(checked)); }
  std::string fault(const std::optional<std::string>& id, std::size_t line,
                    const Error& error) override {
    return dump(fault_json(id, line, error));
  }
};

}  // namespace

std::string CheckReport::tail(bool /*any*/) const { return {}; }

std::string sentence_on(const Shown& shown) {
  const Spotted& one = shown.spotted;
  std::string out = fmt::format("{} {}, rule {}", name_of(one.severity), one.type, one.rule);
  if (!shown.part.empty()) out += fmt::format(", in {}", shown.part);
  if (!shown.why.empty()) out += fmt::format(": {}", shown.why);
  return out;
}

std::unique_ptr<CheckReport> check_report(std::string_view form, Language language, Paint paint) {
  if (form == "json") return std::make_unique<JsonReport>();
  if (form == "sarif") return sarif_report();
  if (form == "junit") return junit_report();
  if (form == "github") return github_report();
  if (form == "gitlab") return gitlab_report();
  return std::make_unique<TextReport>(language, paint);
}

}  // namespace report
