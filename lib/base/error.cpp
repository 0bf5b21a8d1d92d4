// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"

#include <fmt/format.h>

namespace report {

Error::Error(Fault fault, std::string message, std::vector<std::string> hints)
    : fault_(fault), message_(std::move(message)), hints_(std::move(hints)) {}

Error::Error(Fault fault, const Place& place, const std::string& message,
             std::vector<std::string> hints)
    : Error(fault,
            place.line == 0
                ? fmt::format("{}: {}", place.file, message)
                : fmt::format("{}:{}:{}: {}", place.file, place.line, place.column, message),
            std::move(hints)) {}

}  // namespace report
