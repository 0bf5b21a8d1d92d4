// SPDX-License-Identifier: EUPL-1.2
#include "document/reader/zip.hpp"

#include <array>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

#include "document/reader/parts.hpp"

namespace report {

std::vector<ZipEntry> unzip(std::string_view bytes) {
  const auto closed = [](archive* open) { archive_read_free(open); };
  const std::unique_ptr<archive, decltype(closed)> zip(archive_read_new(), closed);
  // By the central directory only: a zip without its end would else be read as far as it goes.
  archive_read_support_format_zip_seekable(zip.get());
  if (archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    throw broken_document(say({"de zip", "the zip"}));
  std::vector<ZipEntry> entries;
  std::size_t unpacked = 0;
  std::array<char, 1U << 16U> block{};
  for (;;) {
    archive_entry* head = nullptr;
    const int found = archive_read_next_header(zip.get(), &head);
    if (found == ARCHIVE_EOF) break;
    if (found != ARCHIVE_OK) throw broken_document(say({"de zip", "the zip"}));
    if (archive_entry_is_encrypted(head) != 0) throw encrypted_document();
    const char* const name = archive_entry_pathname(head);
    if (name == nullptr) throw broken_document(say({"de zip", "the zip"}));
    ZipEntry entry{.name = name, .bytes = {}};
    for (;;) {
      const la_ssize_t got = archive_read_data(zip.get(), block.data(), block.size());
      if (got < 0) throw broken_document(say({"de zip", "the zip"}));
      if (got == 0) break;
      entry.bytes.append(block.data(), static_cast<std::size_t>(got));
      unpacked += static_cast<std::size_t>(got);
      if (unpacked > most_unpacked) throw too_large_document();
    }
    if (archive_entry_size_is_set(head) != 0 &&
        archive_entry_size(head) != static_cast<la_int64_t>(entry.bytes.size()) &&
        archive_entry_filetype(head) == AE_IFREG)
      throw broken_document(say({"de zip", "the zip"}));
    if (archive_entry_filetype(head) == AE_IFREG) entries.push_back(std::move(entry));
  }
  if (entries.empty()) throw broken_document(say({"de zip", "the zip"}));
  return entries;
}

}  // namespace report
