// SPDX-License-Identifier: EUPL-1.2
// PDF by poppler: the text layer in reading order, annotations, form fields, properties, outline,
// alternative texts, attached files. poppler-cpp has the columns, poppler-glib all else. What
// poppler mends in a damaged file counts as damage.
#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <poppler.h>

#include "document/reader/lines.hpp"
#include "document/reader/owned.hpp"
#include "document/reader/readers.hpp"
#include "document/reader/xml.hpp"

namespace report {
namespace {

using Text = std::unique_ptr<char, void (*)(void*)>;

Text text(char* owned) { return {owned, g_free}; }

void add(Parts& parts, const char* part, char* owned, const char* before = "") {
  const Text line = text(owned);
  if (line != nullptr && *line != '\0')
    parts.add_line(parts.named(part), std::string(before) + line.get());
}

/// What poppler says of damage while it mends and goes on.
class Complaints {
 public:
  Complaints() { poppler::set_debug_error_function(take, &any_); }
  Complaints(const Complaints&) = delete;
  Complaints& operator=(const Complaints&) = delete;
  ~Complaints() { poppler::set_debug_error_function(nullptr, nullptr); }
  [[nodiscard]] bool any() const { return any_; }

 private:
  static void take(const std::string& text, void* any) {
    if (text.find("warning") == std::string::npos) *static_cast<bool*>(any) = true;
  }
  bool any_ = false;
};

/// Head, end and cross-reference table are where ISO 32000-1 (7.5) wants them. poppler looks for
/// them elsewhere without a word.
bool whole(std::string_view bytes) {
  constexpr std::size_t head_within = 1024, end_within = 1024;
  constexpr std::string_view start = "startxref", head = "%PDF-";
  const std::size_t begin = bytes.substr(0, head_within).find(head);
  const std::string_view end =
      bytes.substr(bytes.size() > end_within ? bytes.size() - end_within : 0);
  const std::size_t said = end.rfind(start);
  if (begin == std::string_view::npos || said == std::string_view::npos ||
      end.find("%%EOF", said) == std::string_view::npos)
    return false;
  std::string_view number = end.substr(said + start.size());
  number.remove_prefix(std::min(number.find_first_of("0123456789"), number.size()));
  std::size_t at = 0;
  if (std::from_chars(number.data(), number.data() + number.size(), at).ec != std::errc())
    return false;
  // Offsets count from the head; some programs count from the first byte all the same.
  for (const std::size_t from : {begin, std::size_t{0}}) {
    if (from + at >= bytes.size()) continue;
    std::string_view table = bytes.substr(from + at);
    table.remove_prefix(std::min(table.find_first_not_of(" \t\r\n"), table.size()));
    const std::size_t digits = table.find_first_not_of("0123456789");
    constexpr std::size_t within = 16;
    if (table.starts_with("xref") ||
        (digits > 0 && table.substr(0, digits + within).find("obj") != std::string_view::npos))
      return true;
  }
  return false;
}

void read_annotations(PopplerPage* page, Parts& parts) {
  GList* const all = poppler_page_get_annot_mapping(page);
  for (const GList* at = all; at != nullptr; at = at->next) {
    PopplerAnnot* const annotation = static_cast<PopplerAnnotMapping*>(at->data)->annot;
    add(parts, "comments", poppler_annot_get_contents(annotation));
    if (POPPLER_IS_ANNOT_MARKUP(annotation)) {
      add(parts, "authors", poppler_annot_markup_get_label(POPPLER_ANNOT_MARKUP(annotation)),
          "Auteur: ");
      add(parts, "comments", poppler_annot_markup_get_subject(POPPLER_ANNOT_MARKUP(annotation)));
    }
    if (POPPLER_IS_ANNOT_FILE_ATTACHMENT(annotation) != 0) parts.unread("attachment");
  }
  poppler_page_free_annot_mapping(all);
}

void read_fields(PopplerPage* page, Parts& parts) {
  GList* const all = poppler_page_get_form_field_mapping(page);
  for (const GList* at = all; at != nullptr; at = at->next) {
    PopplerFormField* const field = static_cast<PopplerFormFieldMapping*>(at->data)->field;
    add(parts, "form fields", poppler_form_field_get_name(field));
    add(parts, "form fields", poppler_form_field_get_alternate_ui_name(field));
    const PopplerFormFieldType type = poppler_form_field_get_field_type(field);
    if (type == POPPLER_FORM_FIELD_TEXT)
      add(parts, "form fields", poppler_form_field_text_get_text(field));
    if (type == POPPLER_FORM_FIELD_CHOICE) {
      for (int i = 0; i < poppler_form_field_choice_get_n_items(field); ++i)
        add(parts, "form fields", poppler_form_field_choice_get_item(field, i));
      if (poppler_form_field_choice_is_editable(field) != 0)
        add(parts, "form fields", poppler_form_field_choice_get_text(field));
    }
  }
  poppler_page_free_form_field_mapping(all);
}

void read_links(PopplerPage* page, Parts& parts) {
  GList* const all = poppler_page_get_link_mapping(page);
  for (const GList* at = all; at != nullptr; at = at->next) {
    const PopplerAction* const action = static_cast<PopplerLinkMapping*>(at->data)->action;
    if (action->type == POPPLER_ACTION_URI && action->uri.uri != nullptr)
      add(parts, "links", g_uri_unescape_string(action->uri.uri, nullptr));
  }
  poppler_page_free_link_mapping(all);
}

std::string page_name(int number) { return "page " + std::to_string(number + 1); }

/// Column by column; what poppler-glib gives is line by line over all columns.
void read_text(const poppler::document& document, Parts& parts) {
  for (int number = 0; number < document.pages(); ++number) {
    const std::unique_ptr<poppler::page> page(document.create_page(number));
    if (!page) throw broken_document(say({"een bladzijde", "a page"}));
    const auto text =
        page->text(page->page_rect(poppler::media_box), poppler::page::non_raw_non_physical_layout)
            .to_utf8();
    parts.at(parts.named(page_name(number))) += unwrapped({text.data(), text.size()});
  }
}

void read_page(PopplerDocument* document, int number, Parts& parts) {
  const Owned<PopplerPage> page(poppler_document_get_page(document, number));
  if (!page) throw broken_document(say({"een bladzijde", "a page"}));
  const std::string name = page_name(number);
  read_annotations(page.get(), parts);
  read_fields(page.get(), parts);
  read_links(page.get(), parts);
  GList* const images = poppler_page_get_image_mapping(page.get());
  for (const GList* at = images; at != nullptr; at = at->next)
    parts.unread("image on " + name + ", number");
  poppler_page_free_image_mapping(images);
}

void read_structure(PopplerStructureElementIter* at, Parts& parts, int depth) {
  constexpr int most = 64;
  if (at == nullptr || depth > most) return;
  do {
    const Owned<PopplerStructureElement> element(poppler_structure_element_iter_get_element(at));
    add(parts, "alternative texts", poppler_structure_element_get_alt_text(element.get()));
    add(parts, "alternative texts", poppler_structure_element_get_actual_text(element.get()));
    add(parts, "alternative texts", poppler_structure_element_get_title(element.get()));
    PopplerStructureElementIter* const below = poppler_structure_element_iter_get_child(at);
    read_structure(below, parts, depth + 1);
    if (below != nullptr) poppler_structure_element_iter_free(below);
  } while (poppler_structure_element_iter_next(at) != 0);
}

void read_outline(PopplerIndexIter* at, Parts& parts, int depth) {
  constexpr int most = 64;
  if (at == nullptr || depth > most) return;
  do {
    PopplerAction* const action = poppler_index_iter_get_action(at);
    if (action != nullptr && action->any.title != nullptr)
      parts.add_line(parts.named("outline"), action->any.title);
    poppler_action_free(action);
    PopplerIndexIter* const below = poppler_index_iter_get_child(at);
    read_outline(below, parts, depth + 1);
    poppler_index_iter_free(below);
  } while (poppler_index_iter_next(at) != 0);
}

gboolean append(const gchar* bytes, gsize size, gpointer out, GError** /*error*/) {
  static_cast<std::string*>(out)->append(bytes, size);
  return TRUE;
}

void read_attachments(PopplerDocument* document, Parts& parts) {
  GList* const all = poppler_document_get_attachments(document);
  for (const GList* at = all; at != nullptr; at = at->next) {
    auto* const attachment = POPPLER_ATTACHMENT(at->data);
    const gchar* const name = poppler_attachment_get_name(attachment);
    const gchar* const description = poppler_attachment_get_description(attachment);
    for (const gchar* said : {name, description})
      if (said != nullptr) parts.add_line(parts.named("attachment names"), said);
    std::string bytes;
    if (poppler_attachment_save_to_callback(attachment, append, &bytes, nullptr) == 0)
      throw broken_document(say({"een bijgevoegd bestand", "an attached file"}));
    read_attachment(bytes, name == nullptr ? "" : name, "attachment", parts);
  }
  g_list_free_full(all, g_object_unref);
}

/// XMP: values are text or attributes. Dates, ids and names of programs say nothing.
void read_metadata(const pugi::xml_node& node, Parts& parts) {
  constexpr std::array<std::string_view, 8> silent{
      "Producer", "CreatorTool", "format", "part", "about", "xmptk", "version", "conformance"};
  const auto says_nothing = [&](std::string_view name) {
    return name.starts_with("xmlns") || name.ends_with("Date") || name.ends_with("ID") ||
           std::find(silent.begin(), silent.end(), name) != silent.end();
  };
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = local_name(child.name());
    if (says_nothing(name)) continue;
    for (const pugi::xml_attribute& attribute : child.attributes())
      if (!says_nothing(attribute.name()) && !says_nothing(local_name(attribute.name())))
        parts.add_line(parts.named("metadata"), attribute.value());
    // dc:creator / rdf:Seq / rdf:li
    const bool person = local_name(node.parent().parent().name()) == "creator" ||
                        local_name(node.name()) == "creator";
    const std::string before = person ? "Auteur: " : "";
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      parts.add_line(parts.named("metadata"), before + child.value());
    read_metadata(child, parts);
  }
}

void read_properties(PopplerDocument* document, Parts& parts) {
  add(parts, "properties", poppler_document_get_title(document));
  add(parts, "properties", poppler_document_get_author(document), "Auteur: ");
  add(parts, "properties", poppler_document_get_subject(document));
  add(parts, "properties", poppler_document_get_keywords(document));
  const Text xmp = text(poppler_document_get_metadata(document));
  if (!xmp) return;
  pugi::xml_document metadata;
  if (!metadata.load_string(xmp.get()))
    throw broken_document(say({"de metagegevens", "its metadata"}));
  read_metadata(metadata, parts);
}

/// Not the read_pdf() of the program that loads the module: that one calls this.
void take_apart(std::string_view bytes, Parts& parts) {
  constexpr std::size_t largest = 1U << 30U;
  if (!whole(bytes) || bytes.size() > largest) throw broken_document(say({"de PDF", "the PDF"}));
  Complaints complaints;
  // Before poppler-glib has one: who is first gets the complaints.
  const std::unique_ptr<poppler::document> columns(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!columns) throw broken_document(say({"de PDF", "the PDF"}));
  if (columns->is_locked()) throw encrypted_document();
  GError* failure = nullptr;
  GBytes* const held = g_bytes_new_static(bytes.data(), bytes.size());
  PopplerDocument* const opened = poppler_document_new_from_bytes(held, nullptr, &failure);
  g_bytes_unref(held);
  if (opened == nullptr) {
    g_error_free(failure);
    throw broken_document(say({"de PDF", "the PDF"}));
  }
  const Owned<PopplerDocument> document(opened);
  const int pages = poppler_document_get_n_pages(document.get());
  if (pages <= 0)
    throw broken_document(say({"de PDF heeft geen bladzijde", "the PDF has no page"}));
  read_text(*columns, parts);
  for (int page = 0; page < pages; ++page) read_page(document.get(), page, parts);
  read_properties(document.get(), parts);
  PopplerIndexIter* const outline = poppler_index_iter_new(document.get());
  read_outline(outline, parts, 0);
  poppler_index_iter_free(outline);
  PopplerStructureElementIter* const structure = poppler_structure_element_iter_new(document.get());
  read_structure(structure, parts, 0);
  if (structure != nullptr) poppler_structure_element_iter_free(structure);
  read_attachments(document.get(), parts);
  if (complaints.any()) throw broken_document(say({"de PDF", "the PDF"}));
}

}  // namespace
}  // namespace report

extern "C" __attribute__((visibility("default"))) void report_read_pdf(
    const std::string_view* bytes, report::Parts* parts) {
  report::take_apart(*bytes, *parts);
}
