// SPDX-License-Identifier: EUPL-1.2
#include "document/office.hpp"
#include "document/reader/readers.hpp"
#include "text/ascii.hpp"

namespace report {

void read_as(DocumentKind kind, std::string_view bytes, Parts& parts) {
  switch (kind) {
    case DocumentKind::mail:
      return read_mail(bytes, parts);
    case DocumentKind::html:
      return read_html(bytes, "", parts);
    case DocumentKind::docx:
      return read_docx(bytes, parts);
    case DocumentKind::odt:
      return read_odt(bytes, parts);
    case DocumentKind::pdf:
      return read_pdf(bytes, parts);
    case DocumentKind::plain:
    case DocumentKind::unreadable:
      break;
  }
  parts.at(parts.named("text")) += to_utf8(bytes, "");
}

void read_attachment(std::string_view bytes, const std::string& name, const std::string& kind,
                     Parts& parts) {
  if (parts.depth() >= deepest) throw too_large_document();
  const std::string own = parts.numbered(kind);
  const DocumentKind document = kind_of(name, bytes);
  const bool text = ascii_ends(name, ".txt") || ascii_ends(name, ".csv") || ascii_ends(name, ".md");
  if (document == DocumentKind::unreadable || (document == DocumentKind::plain && !text)) {
    parts.unread_one(own);
    return;
  }
  const Parts::Deeper deeper(parts, own);
  read_as(document, bytes, parts);
}

}  // namespace report
