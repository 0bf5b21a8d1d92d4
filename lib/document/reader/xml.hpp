// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "document/reader/zip.hpp"

namespace report {

/// Throws Error{input}, code "broken"; also for a document type, which neither office format has
/// and whose entities could hide text.
void parse_xml(const ZipEntry& entry, pugi::xml_document& document);

/// "w:p" -> "p".
std::string_view local_name(const char* name);

/// Whether a name of the zip is a picture, by its ending.
bool is_picture(std::string_view name);

/// Percent signs of a URL undone.
std::string url_decoded(std::string_view url);

}  // namespace report
