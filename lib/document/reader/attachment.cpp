// SPDX-License-Identifier: EUPL-1.2
#include "document/office.hpp"
#include "document/reader/readers.hpp"

namespace report {

void read_attachment(std::string_view bytes, const std::string& name, const std::string& kind,
                     Parts& parts) {
  if (parts.depth() >= deepest) throw too_large_document();
  const std::string own = parts.numbered(kind);
  const DocumentKind document = kind_of(name, bytes);
  const bool text = name.ends_with(".txt") || name.ends_with(".csv") || name.ends_with(".md") ||
                    name.ends_with(".TXT") || name.ends_with(".CSV");
  if (document == DocumentKind::unreadable || (document == DocumentKind::plain && !text)) {
    parts.unread_one(own);
    return;
  }
  const Parts::Deeper deeper(parts, own);
  switch (document) {
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

}  // namespace report
