// SPDX-License-Identifier: EUPL-1.2
// Mail, web pages, office files and PDF as plain text. A program of its own, report-read, takes
// them apart: it may not write files, a fault in one ends that document alone, and whoever reads
// plain notes does not wait for its libraries.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace report {

enum class DocumentKind : std::uint8_t {
  plain,
  mail,
  html,
  docx,
  odt,
  pdf,
  unreadable,  // known, and not one of those: an image, an old office file, RTF, an archive
};

/// "mail", "html", "docx", "odt", "pdf", as report-read is asked for it; empty for the others.
std::string_view name_of(DocumentKind kind);

/// Code "broken"; `where` says nothing of the content.
Error broken_document(const Message& where = {});

/// What a file is by its first bytes, and by the ending of its name where they do not tell.
DocumentKind kind_of(std::string_view path, std::string_view bytes);

/// Where in the text a part of the document begins: "body", "header 1", "comments", "page 2".
struct Part {
  std::string name;
  std::size_t begin = 0;  // byte of the text
};

struct PlainText {
  std::string text;  // UTF-8; the parts one after another, a blank line between them
  std::vector<Part> parts;
  std::vector<std::string>
      unread;  // what could not be read: "image 1"; names nothing of its content
};

/// What could not be read, for a person: "image 1, attachment 2".
Message unread_names(const std::vector<std::string>& unread);

/// Throws Error{input}: "unsupported", "broken", "encrypted", "too_large", "time_limit",
/// "no_program" when report-read is not there.
PlainText read_office(DocumentKind kind, std::string_view bytes,
                      std::optional<std::chrono::milliseconds> time = {});

/// The part a byte lies in; empty without parts.
std::string_view part_at(const std::vector<Part>& parts, std::size_t byte);

}  // namespace report
