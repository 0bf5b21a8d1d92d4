// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/rulebook.hpp"

#include <cstdlib>
#include <cstring>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "find/find.hpp"
#include "unit/text/hostile.hpp"

using namespace report;

namespace {

/// Bytes at a place aligned as the table wants it.
class Aligned {
 public:
  explicit Aligned(const std::string& bytes)
      : size_(bytes.size()),
        bytes_(static_cast<std::byte*>(std::aligned_alloc(64, (bytes.size() / 64 + 1) * 64))) {
    std::memcpy(bytes_, bytes.data(), bytes.size());
  }
  Aligned(const Aligned&) = delete;
  Aligned& operator=(const Aligned&) = delete;
  ~Aligned() { std::free(bytes_); }
  [[nodiscard]] std::span<std::byte> get() const { return {bytes_, size_}; }

 private:
  std::size_t size_;
  std::byte* bytes_;
};

std::string shown(const Found& found) {
  std::string out;
  const auto add = [&out](const Finding& finding) {
    out += finding.rule + ' ' + finding.type + ' ' + std::to_string(finding.span.begin) + '-' +
           std::to_string(finding.span.end) + ' ' + std::to_string(finding.certainty) + '\n';
  };
  for (const Finding& finding : found.removed) add(finding);
  for (const Finding& finding : found.unsure) add(finding);
  for (const Trace& trace : found.traces)
    out += trace.rule + ' ' + std::to_string(trace.span.begin) + '\n';
  return out;
}

}  // namespace

TEST_CASE("rulebook: the compiled table does as the folder it was made of") {
  const Rulebook read = read_rulebook(std::string(REPORT_SOURCE_DIR) + "/rules");
  const Aligned table(compile_rulebook(read));
  const Rulebook loaded = load_rulebook(table.get());
  const Rulebook builtin = builtin_rulebook();
  CHECK(loaded.digest == read.digest);
  CHECK(builtin.digest == read.digest);
  CHECK(loaded.lexicon.class_names() == read.lexicon.class_names());
  CHECK(compile_rulebook(loaded) == compile_rulebook(read));
  std::vector<std::string> notes;
  for (const FindRule& rule : read.find.rules) notes.push_back(unmark(rule.match[0]).text);
  for (const NameContext& context : read.find.names.contexts)
    notes.push_back(unmark(context.match[0]).text);
  HostileTexts hostile(31);
  for (int i = 0; i < 100; ++i) notes.push_back("x " + hostile.next(30));
  for (const std::string& note : notes) {
    const Document document = read_document({"", note});
    const std::string wanted = shown(find(document, read));
    CAPTURE(note);
    CHECK(shown(find(document, loaded)) == wanted);
    CHECK(shown(find(document, builtin)) == wanted);
  }
}

TEST_CASE("rulebook: a table of another version or cut short is refused") {
  const Rulebook builtin = builtin_rulebook();
  const std::string bytes = compile_rulebook(builtin);
  const Aligned table(bytes);
  CHECK_THROWS_AS(load_rulebook(table.get().first(8)), Error);
  CHECK_THROWS_AS(load_rulebook(table.get().first(bytes.size() - 1)), Error);
  table.get()[0] ^= std::byte{1};
  CHECK_THROWS_AS(load_rulebook(table.get()), Error);
}
