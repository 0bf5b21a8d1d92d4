// SPDX-License-Identifier: EUPL-1.2
// HTML by the HTML5 parser gumbo: what is shown, and what is not: comments, scripts, attributes.
#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <span>
#include <utility>

#include <gumbo.h>

#include "document/reader/readers.hpp"
#include "document/reader/xml.hpp"
#include "text/ascii.hpp"

namespace report {
namespace {

bool is_block(GumboTag tag) {
  constexpr std::array inline_tags{
      GUMBO_TAG_A,    GUMBO_TAG_ABBR,  GUMBO_TAG_B,     GUMBO_TAG_BDI,    GUMBO_TAG_BDO,
      GUMBO_TAG_CITE, GUMBO_TAG_CODE,  GUMBO_TAG_DATA,  GUMBO_TAG_EM,     GUMBO_TAG_FONT,
      GUMBO_TAG_I,    GUMBO_TAG_KBD,   GUMBO_TAG_LABEL, GUMBO_TAG_MARK,   GUMBO_TAG_Q,
      GUMBO_TAG_S,    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,  GUMBO_TAG_STRONG, GUMBO_TAG_SUB,
      GUMBO_TAG_SUP,  GUMBO_TAG_TIME,  GUMBO_TAG_TT,    GUMBO_TAG_U,      GUMBO_TAG_WBR,
      GUMBO_TAG_DEL,  GUMBO_TAG_INS,   GUMBO_TAG_IMG,   GUMBO_TAG_TD,     GUMBO_TAG_TH,
  };
  return std::find(inline_tags.begin(), inline_tags.end(), tag) == inline_tags.end();
}

class Walker {
 public:
  explicit Walker(Parts& parts) : parts_(parts) {}

  void visit(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
        add_text(node.v.text.text);
        break;
      case GUMBO_NODE_WHITESPACE:
        blank();
        break;
      case GUMBO_NODE_COMMENT:
        parts_.add_line(parts_.named("comments"), node.v.text.text);
        break;
      case GUMBO_NODE_DOCUMENT:
        for (const GumboNode* child : nodes_of(node.v.document.children)) visit(*child);
        break;
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        element(node.v.element);
        break;
    }
  }

  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  static std::span<const GumboNode* const> nodes_of(const GumboVector& vector) {
    return {reinterpret_cast<const GumboNode* const*>(vector.data), vector.length};
  }

  void element(const GumboElement& element) {
    attributes(element);
    if (element.tag == GUMBO_TAG_STYLE) return;
    if (element.tag == GUMBO_TAG_SCRIPT) {
      for (const GumboNode* child : nodes_of(element.children))
        if (child->type == GUMBO_NODE_TEXT)
          parts_.add_line(parts_.named("scripts"), child->v.text.text);
      return;
    }
    const bool block = is_block(element.tag);
    if (block) line_end();
    const bool kept = std::exchange(kept_, kept_ || element.tag == GUMBO_TAG_PRE);
    for (const GumboNode* child : nodes_of(element.children)) visit(*child);
    kept_ = kept;
    if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH) text_ += '\t';
    if (block) line_end();
  }

  void attributes(const GumboElement& element) {
    constexpr std::array<std::string_view, 11> shown{
        "alt",     "title",  "content",    "value", "placeholder",     "label",
        "summary", "srcdoc", "aria-label", "abbr",  "aria-description"};
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const std::string_view name = attribute.name, value = attribute.value;
      if (std::find(shown.begin(), shown.end(), name) != shown.end() || name.starts_with("data-"))
        parts_.add_line(parts_.named("alternative texts"), std::string(value));
      if (name != "href" && name != "src" && name != "cite" && name != "action") continue;
      if (value.starts_with("data:"))
        parts_.unread(value.starts_with("data:image") ? "image" : "embedded file");
      else if (value.find(':') != std::string_view::npos)
        parts_.add_line(parts_.named("links"), url_decoded(value));
    }
  }

  void add_text(std::string_view text) {
    for (const char letter : text) {
      const bool is_blank = letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
      if (is_blank && !kept_)
        blank();
      else
        text_ += letter;
    }
  }
  void blank() {
    if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n' && text_.back() != '\t')
      text_ += ' ';
  }
  void line_end() {
    while (text_.ends_with(' ')) text_.pop_back();
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  Parts& parts_;
  std::string text_;
  bool kept_ = false;  // within pre
};

/// The charset of the page: its byte order mark, or what its head says.
std::string charset_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  constexpr std::size_t within = 4096;
  std::string head(bytes.substr(0, within));
  std::transform(head.begin(), head.end(), head.begin(), ascii_lower);
  const std::size_t said = head.find("charset=");
  if (said == std::string::npos) return {};
  std::string name;
  for (std::size_t at = said + std::string_view("charset=").size(); at < head.size(); ++at) {
    const char letter = head[at];
    if ((letter == '"' || letter == '\'') && name.empty()) continue;
    if (std::isalnum(static_cast<unsigned char>(letter)) == 0 && letter != '-' && letter != '_')
      break;
    name += letter;
  }
  // As browsers take them (WHATWG, Encoding).
  return name == "iso-8859-1" || name == "us-ascii" ? "windows-1252" : name;
}

}  // namespace

void read_html(std::string_view bytes, const std::string& charset, Parts& parts) {
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
  const std::string text = to_utf8(bytes, charset.empty() ? charset_of(bytes) : charset);
  const auto destroyed = [](GumboOutput* output) {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  };
  const std::unique_ptr<GumboOutput, decltype(destroyed)> page(
      gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size()), destroyed);
  parts.at(parts.named("body"));
  Walker walker(parts);
  walker.visit(*page->document);
  parts.at(parts.named("body")) += std::move(walker).text();
}

}  // namespace report
