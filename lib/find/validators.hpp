// SPDX-License-Identifier: EUPL-1.2
// Check digits, numbering plans and letter rules that a pattern cannot say. A rule file names them
// under `validators:`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace report {

/// Does the value, as it stands in the matching view, hold against the named validator? Separators
/// (blanks, dashes, dots, slashes, brackets) are ignored, O counts as 0 and l or I as 1 among
/// digits, as scans have it. Throws Error{internal} for a name that validator_names() lacks.
///
/// - elfproef: BSN of 8 or 9 digits, weights 9..2 and -1 (Logisch Ontwerp BSN; stdnum.nl.bsn)
/// - account_elfproef: old Dutch account number of 9 or 10 digits, weights n..1
/// - mod97: IBAN of known length for its country (ISO 13616, ISO 7064 mod 97-10)
/// - luhn: card number of 12 to 19 digits (ISO/IEC 7812-1)
/// - dutch_phone: number of the Dutch plan, or of another country behind + or 00 (Nummerplan
///   telefoon- en ISDN-diensten; E.164)
/// - postcode_letters: last two letters are not SA, SD or SS, nor an ordinary word in lower case
///   (NEN 5825)
/// - plate_sidecode: one of the fourteen sidecodes with the letters it may have (Regeling
///   kentekens; RDW)
/// - date: a date that the calendar has, day before month or year first
/// - ip: IPv4 in dotted decimal or IPv6 (RFC 791, RFC 4291)
bool valid(std::string_view validator, std::string_view value);

/// The names that rules may use, sorted.
const std::vector<std::string>& validator_names();

}  // namespace report
