// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <map>

#include "journal/journal.hpp"

namespace report {
namespace {

using std::chrono::sys_days;

sys_days day_of(std::string_view text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  constexpr std::size_t length = 10, month_at = 5, day_at = 8;
  if (text.size() != length) return {};
  std::from_chars(text.data(), text.data() + 4, year);
  std::from_chars(text.data() + month_at, text.data() + month_at + 2, month);
  std::from_chars(text.data() + day_at, text.data() + day_at + 2, day);
  return std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day);
}

/// Three months after 30 November is the last day of February.
sys_days later(sys_days from, std::chrono::months months) {
  const auto moved = std::chrono::year_month_day(from) + months;
  return moved.ok() ? sys_days(moved) : sys_days(moved.year() / moved.month() / std::chrono::last);
}

struct Answers {
  std::optional<sys_days> received;
  bool assessed = false;
};

}  // namespace

std::vector<Due> due(const std::vector<Entry>& entries, const Terms& terms) {
  std::map<std::string, Answers> answers;  // by case
  for (const Entry& entry : entries) {
    if (entry.kind != "receipt") continue;
    Answers& of_case = answers[entry.case_id];
    if (!of_case.received) of_case.received = day_of(entry.day);
    if (entry.detail == "assessed") of_case.assessed = true;
  }
  std::vector<Due> all;
  for (const Entry& entry : entries) {
    if (entry.kind != "handover") continue;
    const sys_days day = day_of(entry.day);
    const Answers& of_case = answers[entry.case_id];
    if (!of_case.received)
      all.push_back({day + terms.acknowledgement, "acknowledgement", entry.case_id, entry.office});
    else if (!of_case.assessed)
      all.push_back(
          {later(*of_case.received, terms.assessment), "assessment", entry.case_id, entry.office});
    all.push_back({later(day, terms.retention), "retention", entry.case_id, entry.office});
  }
  std::ranges::stable_sort(all, {}, &Due::day);
  return all;
}

}  // namespace report
