// SPDX-License-Identifier: EUPL-1.2
// One reader a kind of document. Each throws Error{input}, whose message says nothing of the
// content.
#pragma once

#include <string>
#include <string_view>

#include "document/office.hpp"
#include "document/reader/parts.hpp"

namespace report {

void read_docx(std::string_view bytes, Parts& parts);
void read_odt(std::string_view bytes, Parts& parts);
/// `charset`: of the mail part it came in; empty = as the page says, else UTF-8.
void read_html(std::string_view bytes, const std::string& charset, Parts& parts);
void read_mail(std::string_view bytes, Parts& parts);
/// In a module of its own, report-read-pdf.so, loaded when there is a PDF.
void read_pdf(std::string_view bytes, Parts& parts);

/// By the reader of its kind; where there is none, as the text it is.
void read_as(DocumentKind kind, std::string_view bytes, Parts& parts);

/// Any of them, by its bytes and its name; what none of them reads is named as unread `kind`.
void read_attachment(std::string_view bytes, const std::string& name, const std::string& kind,
                     Parts& parts);

/// As UTF-8. Throws Error{input}, code "broken", for an unknown charset or bytes that are not of
/// it.
std::string to_utf8(std::string_view bytes, const std::string& charset);

}  // namespace report
