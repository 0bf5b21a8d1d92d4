// SPDX-License-Identifier: EUPL-1.2
// WordprocessingML (ECMA-376). Every XML file of the package is walked, not only the known ones.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/among.hpp"
#include "document/reader/readers.hpp"
#include "document/reader/xml.hpp"
#include "document/reader/zip.hpp"

namespace report {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;

/// How deletions and insertions count: as they are shown, or as it was before.
enum class Version : bool { now, before };

/// Takes the text out of one XML file.
class Walker {
 public:
  explicit Walker(Parts& parts) : parts_(parts) {}

  void walk(const pugi::xml_node& root, const std::string& part) {
    std::string text;
    children(root, Version::now, text);
    if (text.find_first_not_of(" \t\r\n") != std::string::npos)
      parts_.at(parts_.named(part)) += text;
  }

 private:
  void children(const pugi::xml_node& node, Version version, std::string& out) {
    for (const pugi::xml_node& child : node.children()) visit(child, version, out);
  }

  void visit(const pugi::xml_node& node, Version version, std::string& out) {
    if (node.type() == pugi::node_comment) {
      parts_.add_line(parts_.named("hidden text"), node.value());
      return;
    }
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      // Blanks between elements are only there for who reads XML.
      const bool blank =
          std::string_view(node.value()).find_first_not_of(" \t\r\n") == std::string_view::npos;
      const std::string_view within = local_name(node.parent().name());
      if (!blank || within == "t" || within == "delText") out += node.value();
      return;
    }
    if (node.type() != pugi::node_element) return;
    attributes(node);
    element(node, local_name(node.name()), version, out);
  }

  void element(const pugi::xml_node& node, std::string_view name, Version version,
               std::string& out) {
    if (name == "p") {
      paragraph(node, version, out);
    } else if (name == "del" || name == "moveFrom") {
      if (version == Version::before) children(node, version, out);
    } else if (name == "ins" || name == "moveTo") {
      if (version == Version::now) children(node, version, out);
    } else if (name == "AlternateContent") {
      alternatives(node, version, out);
    } else if (name == "br" || name == "cr") {
      out += '\n';
    } else if (name == "tab" || name == "ptab") {
      out += '\t';
    } else if (name == "noBreakHyphen") {
      out += '-';
    } else {
      children(node, version, out);
      if (name == "tc") out += '\t';
      if (name == "tr" || name == "txbxContent" || name == "lpwstr" || name == "comment")
        out += '\n';
    }
  }

  /// A paragraph stands in its part as it is now; where it was changed, also as it was.
  void paragraph(const pugi::xml_node& node, Version version, std::string& out) {
    std::string now;
    children(node, version, now);
    out += now + '\n';
    const auto changed = node.find_node([](const pugi::xml_node& one) {
      const std::string_view name = local_name(one.name());
      return name == "delText" || name == "moveFrom" || name == "delInstrText";
    });
    if (version != Version::now || !changed) return;
    std::string before;
    children(node, Version::before, before);
    parts_.add_line(parts_.named("tracked changes"), before);
  }

  /// The same twice for programs of different age; what differs is taken twice.
  void alternatives(const pugi::xml_node& node, Version version, std::string& out) {
    std::set<std::string> taken;
    for (const pugi::xml_node& one : node.children()) {
      std::string text;
      children(one, version, text);
      if (taken.insert(text).second) out += text;
    }
  }

  void attributes(const pugi::xml_node& node) {
    constexpr std::array<std::string_view, 8> alternative{
        "descr", "title", "alt", "tooltip", "string", "prompt", "instr", "displayText"};
    constexpr std::array<std::string_view, 4> person{"author", "initials", "userId",
                                                     "lastEditedBy"};
    constexpr std::array<std::string_view, 8> with_value{
        "docVar", "alias", "tag", "statusText", "helpText", "default", "listItem", "placeholder"};
    const bool value = among(with_value, local_name(node.name()));
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      const std::string_view name = local_name(attribute.name());
      if (among(alternative, name) || (value && (name == "val" || name == "value")))
        parts_.add_line(parts_.named("alternative texts"), attribute.value());
      if (among(person, name) && *attribute.value() != '\0')
        parts_.add_line(parts_.named("authors"), std::string("Auteur: ") + attribute.value());
    }
  }

  Parts& parts_;
};

/// "word/header2.xml" -> "header 2".
std::string part_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view stem = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  stem = stem.substr(0, stem.rfind('.'));
  if (path.starts_with("docProps/")) return "properties";
  if (path.starts_with("customXml/")) return "data";
  if (stem == "document")
    return path.find("glossary") == std::string_view::npos ? "body" : "glossary";
  constexpr std::array<std::string_view, 7> known{"header",   "footer", "footnotes", "endnotes",
                                                  "comments", "chart",  "people"};
  for (const std::string_view name : known) {
    if (!stem.starts_with(name)) continue;
    const std::string_view number = stem.substr(name.size());
    const bool digits = number.find_first_not_of("0123456789") == std::string_view::npos;
    return std::string(name) + (digits && !number.empty() ? " " + std::string(number) : "");
  }
  return "other";
}

/// docProps/*.xml: a line a property. Dates, counts and the name of the program say nothing.
void read_properties(const pugi::xml_node& root, Parts& parts) {
  static const Names words{{"creator", "Auteur: "},
                           {"lastModifiedBy", "Gewijzigd door: "},
                           {"Manager", "Leidinggevende: "},
                           {"Company", "Organisatie: "}};
  constexpr std::array<std::string_view, 20> silent{"created",
                                                    "modified",
                                                    "lastPrinted",
                                                    "revision",
                                                    "Application",
                                                    "AppVersion",
                                                    "TotalTime",
                                                    "Pages",
                                                    "Words",
                                                    "Characters",
                                                    "Lines",
                                                    "Paragraphs",
                                                    "DocSecurity",
                                                    "ScaleCrop",
                                                    "LinksUpToDate",
                                                    "CharactersWithSpaces",
                                                    "SharedDoc",
                                                    "HyperlinksChanged",
                                                    "i4",
                                                    "bool"};
  for (const pugi::xml_node& node : root.children()) {
    const std::string_view name = local_name(node.name());
    if (node.type() != pugi::node_element || among(silent, name)) continue;
    if (name == "property")
      parts.add_line(parts.named("properties"), node.attribute("name").value());
    if (node.find_child(
            [](const pugi::xml_node& one) { return one.type() == pugi::node_element; })) {
      read_properties(node, parts);
      continue;
    }
    const auto word = words.find(name);
    const std::string text = node.text().get();
    if (!text.empty())
      parts.add_line(parts.named("properties"), (word == words.end() ? "" : word->second) + text);
  }
}

/// What lies outside is text; what should lie inside must be there.
void read_relations(const pugi::xml_node& root, const std::string& path,
                    const std::set<std::string>& names, Parts& parts) {
  const std::size_t folder = path.find("_rels/");
  for (const pugi::xml_node& node : root.children()) {
    const std::string target = node.attribute("Target").value();
    if (std::string_view(node.attribute("TargetMode").value()) == "External") {
      parts.add_line(parts.named("links"), url_decoded(target));
      continue;
    }
    std::string_view rest = target;
    std::string at = path.substr(0, folder);
    if (rest.starts_with('/')) {
      at.clear();
      rest.remove_prefix(1);
    }
    while (rest.starts_with("../")) {
      rest.remove_prefix(3);
      if (!at.empty()) at.pop_back();
      at.resize(at.rfind('/') == std::string::npos ? 0 : at.rfind('/') + 1);
    }
    if (!rest.empty() && !rest.starts_with('#') && rest != "NULL" &&
        !names.contains(at + std::string(rest)))
      throw broken_document(say({"er ontbreekt een deel", "a part is missing"}));
  }
}

void read_entry(const ZipEntry& entry, const std::set<std::string>& names, Parts& parts) {
  const std::string& name = entry.name;
  const bool xml = name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".vml");
  if (!xml) {
    // A picture of the first page shows what is read anyhow; fonts say nothing.
    if (name.starts_with("docProps/thumbnail") || name.starts_with("word/fonts/")) return;
    if (is_picture(name))
      parts.unread("image");
    else
      parts.unread(name.ends_with("vbaProject.bin") ? "macro" : "embedded file");
    return;
  }
  pugi::xml_document document;
  parse_xml(entry, document);
  const pugi::xml_node root = document.document_element();
  if (name == "[Content_Types].xml") return;
  if (name.ends_with(".rels"))
    read_relations(root, name, names, parts);
  else if (name.starts_with("docProps/"))
    read_properties(root, parts);
  else
    Walker(parts).walk(document, part_of(name));
}

}  // namespace

void read_docx(std::string_view bytes, Parts& parts) {
  std::vector<ZipEntry> entries = unzip(bytes);
  std::set<std::string> names;
  for (const ZipEntry& entry : entries) names.insert(entry.name);
  if (!names.contains("word/document.xml") || !names.contains("[Content_Types].xml"))
    throw broken_document(say({"er ontbreekt een deel", "a part is missing"}));
  parts.at(parts.named("body"));
  // The body first, then as the package has them.
  std::stable_partition(entries.begin(), entries.end(),
                        [](const ZipEntry& one) { return one.name == "word/document.xml"; });
  for (const ZipEntry& entry : entries) read_entry(entry, names, parts);
}

}  // namespace report
