// SPDX-License-Identifier: EUPL-1.2
// The JSON of INTERFACE: objects whose keys stand in a fixed order and are never translated. No
// value of a note is in them unless `Values::shown` asks for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "classify/classify.hpp"
#include "output/check_report.hpp"
#include "route/route.hpp"
#include "scrub/scrub.hpp"

namespace report {

using Json = nlohmann::ordered_json;

enum class Values : std::uint8_t { hidden, shown };

/// `note` is the text as it was read; it is looked at only when values are shown.
Json scrub_json(const Scrubbed& scrubbed, std::string_view note, Values values);
Json classify_json(const std::string& id, const Classification& classification);
Json route_json(const std::string& id, const Decision& decision);
Json check_json(const CheckedNote& checked);

/// What stands in the place of an answer when there is none. `line` counts from 1; 0 = no line.
Json fault_json(const std::optional<std::string>& id, std::size_t line, const Error& error);

/// One line without a line end; letters beyond ASCII stand as they are.
std::string dump(const Json& json);

/// How values become one JSON array, a line each, as they come.
namespace array {
constexpr std::string_view head = "[";
constexpr std::string_view lead(bool first) { return first ? "\n" : ",\n"; }
constexpr std::string_view tail(bool any) { return any ? "\n]\n" : "]\n"; }
}  // namespace array

}  // namespace report
