// SPDX-License-Identifier: EUPL-1.2
// OpenDocument text (ISO/IEC 26300). Every XML file of the package is walked.
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "document/reader/readers.hpp"
#include "document/reader/xml.hpp"
#include "document/reader/zip.hpp"

namespace report {
namespace {

/// Takes the text out of one XML file; some elements have a part of their own.
class Walker {
 public:
  explicit Walker(Parts& parts) : parts_(parts) {}

  void walk(const pugi::xml_node& root, const std::string& part) { children(root, part); }

 private:
  void children(const pugi::xml_node& node, const std::string& part) {
    for (const pugi::xml_node& child : node.children()) visit(child, part);
  }

  std::string& text_of(const std::string& part) { return parts_.at(parts_.named(part)); }

  void visit(const pugi::xml_node& node, const std::string& part) {
    if (node.type() == pugi::node_comment) {
      parts_.add_line(parts_.named("hidden text"), node.value());
      return;
    }
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      const std::string_view text = node.value();
      if (text.find_first_not_of(" \t\r\n") != std::string_view::npos || in_paragraph_ > 0)
        text_of(part) += text;
      return;
    }
    if (node.type() != pugi::node_element) return;
    attributes(node);
    element(node, local_name(node.name()), part);
  }

  void element(const pugi::xml_node& node, std::string_view name, const std::string& part) {
    if (name == "p" || name == "h") {
      ++in_paragraph_;
      children(node, part);
      --in_paragraph_;
      text_of(part) += '\n';
    } else if (name == "tab") {
      text_of(part) += '\t';
    } else if (name == "line-break") {
      text_of(part) += '\n';
    } else if (name == "s") {
      constexpr unsigned most = 100;
      text_of(part).append(std::min(most, node.attribute("text:c").as_uint(1)), ' ');
    } else if (name == "creator" || name == "initial-creator" || name == "sender-initials" ||
               name == "creator-initials") {
      parts_.add_line(parts_.named("authors"), std::string("Auteur: ") + node.text().get());
    } else if (name == "title" || name == "desc") {
      parts_.add_line(parts_.named("alternative texts"), node.text().get());
    } else if (name == "annotation") {
      apart(node, "comments");
    } else if (name == "tracked-changes") {
      apart(node, "tracked changes");
    } else if (name == "note") {
      apart(node, "footnotes");
    } else if (name == "note-citation") {
      children(node, part);
      text_of(part) += ' ';
    } else if (name == "date" || name == "creation-date" || name == "print-date") {
      return;
    } else {
      children(node, part);
      if (name == "table-cell") text_of(part) += '\t';
      if (name == "table-row") text_of(part) += '\n';
    }
  }

  /// Not within the paragraph in which it hangs.
  void apart(const pugi::xml_node& node, const std::string& part) {
    const int outside = std::exchange(in_paragraph_, 0);
    children(node, part);
    text_of(part) += '\n';
    in_paragraph_ = outside;
  }

  void attributes(const pugi::xml_node& node) {
    constexpr std::array<std::string_view, 9> shown{"string-value", "label",       "current-value",
                                                    "help-text",    "description", "title",
                                                    "alt",          "hint",        "placeholder"};
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      const std::string_view name = local_name(attribute.name());
      const std::string_view value = attribute.value();
      if (std::find(shown.begin(), shown.end(), name) != shown.end())
        parts_.add_line(parts_.named("alternative texts"), std::string(value));
      // What lies in the package itself is read by itself.
      if (name == "href" && value.find(':') != std::string_view::npos)
        parts_.add_line(parts_.named("links"), url_decoded(value));
    }
  }

  Parts& parts_;
  int in_paragraph_ = 0;
};

/// meta.xml: a line a property.
void read_properties(const pugi::xml_node& root, Parts& parts) {
  constexpr std::array<std::string_view, 7> silent{
      "generator",      "creation-date",     "date", "print-date", "editing-duration",
      "editing-cycles", "document-statistic"};
  constexpr std::array<std::string_view, 3> persons{"creator", "initial-creator", "printed-by"};
  for (const pugi::xml_node& node : root.first_child().children()) {
    const std::string_view name = local_name(node.name());
    if (std::find(silent.begin(), silent.end(), name) != silent.end()) continue;
    const bool person = std::find(persons.begin(), persons.end(), name) != persons.end();
    for (const pugi::xml_attribute& attribute : node.attributes())
      if (const auto kind = local_name(attribute.name());
          kind == "name" || kind == "href" || kind == "title")
        parts.add_line(parts.named("properties"), attribute.value());
    const std::string text = node.text().get();
    if (!text.empty()) parts.add_line(parts.named("properties"), (person ? "Auteur: " : "") + text);
  }
}

/// META-INF/manifest.xml: nothing encrypted, nothing missing.
void read_manifest(const pugi::xml_node& root, const std::set<std::string>& names) {
  for (const pugi::xml_node& node : root.children()) {
    if (node.child("manifest:encryption-data")) throw encrypted_document();
    const std::string path = node.attribute("manifest:full-path").value();
    if (!path.empty() && !path.ends_with('/') && !names.contains(path))
      throw broken_document(say({"er ontbreekt een deel", "a part is missing"}));
  }
}

void read_entry(const ZipEntry& entry, const std::set<std::string>& names, Parts& parts) {
  const std::string& name = entry.name;
  const bool xml = name.ends_with(".xml") || name.ends_with(".xba") || name.ends_with(".xlb") ||
                   name.ends_with(".xdl") || name.ends_with(".rdf");
  if (!xml) {
    // Pictures of the first page and of objects show what is read anyhow.
    if (name == "mimetype" || name.starts_with("Thumbnails/") ||
        name.starts_with("ObjectReplacements/") || name == "layout-cache" ||
        name.starts_with("Configurations2/") || name.starts_with("Fonts/"))
      return;
    parts.unread(is_picture(name) ? "image" : "embedded file");
    return;
  }
  // Macros are the one place where the format itself has a document type.
  if (name.starts_with("Basic/") || name.starts_with("Dialogs/")) {
    parts.unread("macro");
    return;
  }
  pugi::xml_document document;
  parse_xml(entry, document);
  const pugi::xml_node root = document.document_element();
  if (name == "META-INF/manifest.xml")
    read_manifest(root, names);
  else if (name == "meta.xml")
    read_properties(root, parts);
  else if (name != "settings.xml" && !name.ends_with(".rdf"))
    Walker(parts).walk(root, name == "content.xml"  ? "body"
                             : name == "styles.xml" ? "headers and footers"
                                                    : "objects");
}

}  // namespace

void read_odt(std::string_view bytes, Parts& parts) {
  std::vector<ZipEntry> entries = unzip(bytes);
  std::set<std::string> names;
  for (const ZipEntry& entry : entries) names.insert(entry.name);
  // First of all, for with a password the rest is no XML.
  std::stable_partition(entries.begin(), entries.end(), [](const ZipEntry& one) {
    return one.name == "META-INF/manifest.xml" || one.name == "content.xml";
  });
  std::stable_partition(entries.begin(), entries.end(),
                        [](const ZipEntry& one) { return one.name == "META-INF/manifest.xml"; });
  if (!names.contains("content.xml") || !names.contains("META-INF/manifest.xml"))
    throw broken_document(say({"er ontbreekt een deel", "a part is missing"}));
  parts.at(parts.named("body"));
  for (const ZipEntry& entry : entries) read_entry(entry, names, parts);
}

}  // namespace report
