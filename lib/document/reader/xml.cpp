// SPDX-License-Identifier: EUPL-1.2
#include "document/reader/xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "document/reader/parts.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace report {

void parse_xml(const ZipEntry& entry, pugi::xml_document& document) {
  // pugixml takes bytes that are no UTF-8 for Latin letters.
  const bool wide = entry.bytes.starts_with("\xFF\xFE") || entry.bytes.starts_with("\xFE\xFF");
  if (!wide && first_fault(entry.bytes))
    throw broken_document(say({"bytes die geen UTF-8 zijn", "bytes that are no UTF-8"}));
  const auto result = document.load_buffer(
      entry.bytes.data(), entry.bytes.size(),
      pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype | pugi::parse_comments);
  if (!result || !document.document_element()) throw broken_document(say({"de XML", "its XML"}));
  for (const pugi::xml_node& node : document.children())
    if (node.type() == pugi::node_doctype)
      throw broken_document(say({"een documenttype in de XML", "a document type in its XML"}));
}

std::string_view local_name(const char* name) {
  std::string_view whole(name);
  const std::size_t colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

bool is_picture(std::string_view name) {
  constexpr std::array<std::string_view, 13> endings{".png", ".jpg",  ".jpeg", ".gif", ".bmp",
                                                     ".tif", ".tiff", ".emf",  ".wmf", ".svg",
                                                     ".svm", ".webp", ".wdp"};
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return ascii_ends(name, ending); });
}

std::string url_decoded(std::string_view url) {
  std::string out;
  for (std::size_t at = 0; at < url.size(); ++at) {
    unsigned value = 0;
    const char* const digits = url.data() + at + 1;
    if (url[at] == '%' && at + 2 < url.size() &&
        std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
      out += static_cast<char>(value);
      at += 2;
    } else {
      out += url[at];
    }
  }
  return out;
}

}  // namespace report
