// SPDX-License-Identifier: EUPL-1.2
#include "document/office.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/process.hpp"
#include "text/ascii.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::size_t most_output = 256U << 20U;
constexpr std::chrono::milliseconds longest = 120s;

DocumentKind kind_by_name(std::string_view path) {
  using Ending = std::pair<std::string_view, DocumentKind>;
  constexpr std::array endings{
      Ending{".eml", DocumentKind::mail},        Ending{".html", DocumentKind::html},
      Ending{".htm", DocumentKind::html},        Ending{".xhtml", DocumentKind::html},
      Ending{".docx", DocumentKind::docx},       Ending{".docm", DocumentKind::docx},
      Ending{".odt", DocumentKind::odt},         Ending{".ott", DocumentKind::odt},
      Ending{".pdf", DocumentKind::pdf},         Ending{".rtf", DocumentKind::unreadable},
      Ending{".doc", DocumentKind::unreadable},  Ending{".xls", DocumentKind::unreadable},
      Ending{".xlsx", DocumentKind::unreadable}, Ending{".ppt", DocumentKind::unreadable},
      Ending{".pptx", DocumentKind::unreadable}, Ending{".ods", DocumentKind::unreadable},
      Ending{".odp", DocumentKind::unreadable},  Ending{".msg", DocumentKind::unreadable},
      Ending{".zip", DocumentKind::unreadable},  Ending{".png", DocumentKind::unreadable},
      Ending{".jpg", DocumentKind::unreadable},  Ending{".jpeg", DocumentKind::unreadable},
      Ending{".gif", DocumentKind::unreadable},  Ending{".tif", DocumentKind::unreadable},
      Ending{".tiff", DocumentKind::unreadable}, Ending{".heic", DocumentKind::unreadable},
  };
  for (const auto& [ending, kind] : endings)
    if (path.size() > ending.size() && ascii_ends(path, ending)) return kind;
  return DocumentKind::plain;
}

/// What the first file of a zip says: OpenDocument lays down its place, Word's files have theirs.
DocumentKind kind_of_zip(std::string_view path, std::string_view bytes) {
  constexpr std::size_t look = 120;
  const std::string_view head = bytes.substr(0, look);
  if (head.find("application/vnd.oasis.opendocument.text") != std::string_view::npos)
    return DocumentKind::odt;
  if (bytes.find("word/document") != std::string_view::npos) return DocumentKind::docx;
  const DocumentKind named = kind_by_name(path);
  return named == DocumentKind::docx || named == DocumentKind::odt ? named
                                                                   : DocumentKind::unreadable;
}

/// Beside the program in the build tree, in libexec once installed.
std::string reader_program() {
  std::error_code error;
  const fs::path own = fs::read_symlink("/proc/self/exe", error).parent_path();
  // The tests are programs of their own, one folder below.
  for (const fs::path& place :
       {own / "report-read", own / "../" REPORT_LIBEXEC "/report-read", own / "../report-read"})
    if (fs::exists(place, error)) return place.lexically_normal().string();
  throw Error(Fault::input,
              say({"het programma report-read, dat mail, kantoorbestanden en PDF leest, staat niet "
                   "op zijn plaats",
                   "the program report-read, which reads mail, office files and PDF, is not "
                   "where it belongs"}),
              {say({"installeer report opnieuw, of bewaar het document als platte tekst",
                    "install report anew, or save the document as plain text"})})
      .with_code("no_program");
}

Error input_error(const std::string& code, Message message, std::vector<Message> hints = {}) {
  return Error(Fault::input, std::move(message), std::move(hints)).with_code(code);
}

/// A message as answer() of report-read writes it.
Message message_from(const nlohmann::json& json) { return {json.at("nl"), json.at("en")}; }

Error error_from(const nlohmann::json& json) {
  std::vector<Message> hints;
  for (const auto& hint : json.at("hints")) hints.push_back(message_from(hint));
  return input_error(json.at("code"), message_from(json.at("message")), std::move(hints));
}

/// What report-read said.
PlainText taken_apart(const std::string& output) {
  const auto json = nlohmann::json::parse(output, nullptr, false);
  if (!json.is_object()) throw broken_document();
  if (const auto error = json.find("error"); error != json.end()) throw error_from(*error);
  PlainText out;
  for (const auto& part : json.at("parts")) {
    const auto& text = part.at("text").get_ref<const std::string&>();
    if (!out.text.empty()) out.text += out.text.ends_with('\n') ? "\n" : "\n\n";
    out.parts.push_back({part.at("name"), out.text.size()});
    out.text += text;
  }
  out.unread = json.at("unread").get<std::vector<std::string>>();
  return out;
}

/// The name of a part that could not be read, with its number and what it lies in.
std::string in_dutch(std::string_view name) {
  using Term = std::pair<std::string_view, std::string_view>;
  constexpr std::array terms{
      Term{"image on page", "afbeelding op bladzijde"},
      Term{"image", "afbeelding"},
      Term{"number", "nummer"},
      Term{"embedded file", "ingesloten bestand"},
      Term{"encrypted part", "versleuteld deel"},
      Term{"part of the mail", "deel van de mail"},
      Term{"attachment", "bijlage"},
      Term{"message", "bericht"},
      Term{"macro", "macro"},
  };
  std::string out;
  while (!name.empty()) {
    const auto* const term = std::find_if(terms.begin(), terms.end(), [name](const Term& one) {
      return name.starts_with(one.first);
    });
    if (term != terms.end()) {
      out += term->second;
      name.remove_prefix(term->first.size());
    }
    const std::size_t next = std::min(name.find(", "), name.size() - 2) + 2;
    out += name.substr(0, next);
    name.remove_prefix(next);
  }
  return out;
}

}  // namespace

std::string_view name_of(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::mail:
      return "mail";
    case DocumentKind::html:
      return "html";
    case DocumentKind::docx:
      return "docx";
    case DocumentKind::odt:
      return "odt";
    case DocumentKind::pdf:
      return "pdf";
    case DocumentKind::plain:
    case DocumentKind::unreadable:
      break;
  }
  return "";
}

Error broken_document(const Message& where) {
  const Message what = say({"het document is beschadigd en kan niet helemaal worden gelezen",
                            "the document is damaged, and not all of it can be read"});
  return input_error(
      "broken", where.empty() ? what : say({"{}: {}", "{}: {}"}, what, where),
      {say({"open het in het programma waarmee het gemaakt is, en bewaar het opnieuw",
            "open it in the program that made it, and save it anew"})});
}

DocumentKind kind_of(std::string_view path, std::string_view bytes) {
  using Sign = std::pair<std::string_view, DocumentKind>;
  constexpr std::array signs{
      Sign{"{\\rtf", DocumentKind::unreadable},
      Sign{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", DocumentKind::unreadable},
      Sign{"\x89PNG", DocumentKind::unreadable},
      Sign{"\xFF\xD8\xFF", DocumentKind::unreadable},
      Sign{"GIF8", DocumentKind::unreadable},
  };
  for (const auto& [sign, kind] : signs)
    if (bytes.starts_with(sign)) return kind;
  if (bytes.starts_with("PK\x03\x04")) return kind_of_zip(path, bytes);
  if (bytes.starts_with("%PDF-")) return DocumentKind::pdf;
  // A byte order mark or a line end may stand before it; further on a text may speak of it.
  constexpr std::string_view pdf = "%PDF-1";
  constexpr std::size_t pdf_within = 4;
  const DocumentKind named = kind_by_name(path);
  if (named == DocumentKind::plain &&
      bytes.substr(0, pdf_within + pdf.size()).find(pdf) != std::string_view::npos)
    return DocumentKind::pdf;
  return named;
}

PlainText read_office(DocumentKind kind, std::string_view bytes,
                      std::optional<std::chrono::milliseconds> time) {
  if (kind == DocumentKind::unreadable)
    throw input_error(
        "unsupported",
        say({"dit soort bestand kan niet worden gelezen", "this kind of file cannot be read"}),
        {say({"bewaar het als tekst, .docx, .odt of .pdf",
              "save it as text, .docx, .odt or .pdf"})});
  const ProcessResult result = run_process({reader_program(), std::string(name_of(kind))}, bytes,
                                           {.limit = most_output, .time = time.value_or(longest)});
  if (result.out_of_time)
    throw input_error("time_limit",
                      say({"het document kostte meer tijd dan het mag",
                           "the document took longer than its time"}),
                      {say({"geef meer tijd met --time-limit, of bewaar het als platte tekst",
                            "give it more with --time-limit, or save it as plain text"})});
  if (result.out_of_room)
    throw input_error("too_large", say({"in het document staat te veel tekst",
                                        "the document holds too much text"}));
  if (result.status != 0) throw broken_document();
  return taken_apart(result.output);
}

Message unread_names(const std::vector<std::string>& unread) {
  std::string nl, en;
  for (const std::string& name : unread) {
    en += (en.empty() ? "" : ", ") + name;
    nl += (nl.empty() ? "" : ", ") + in_dutch(name);
  }
  return {nl, en};
}

std::string_view part_at(const std::vector<Part>& parts, std::size_t byte) {
  std::string_view name;
  for (const Part& part : parts)
    if (part.begin <= byte) name = part.name;
  return name;
}

}  // namespace report
