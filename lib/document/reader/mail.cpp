// SPDX-License-Identifier: EUPL-1.2
// Internet messages (RFC 5322, MIME) by GMime: all headers, all texts, messages and documents in
// them.
#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include <gmime/gmime.h>

#include "document/reader/owned.hpp"
#include "document/reader/readers.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

/// Decoded bytes of a part. Throws where its base64 or quoted-printable is none.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const wrapper = g_mime_part_get_content(part);
  if (wrapper == nullptr) return {};
  const Owned<GMimeStream> raw(g_mime_stream_mem_new());
  GMimeStream* const encoded = g_mime_data_wrapper_get_stream(wrapper);
  g_mime_stream_reset(encoded);
  g_mime_stream_write_to_stream(encoded, raw.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(raw.get()));
  const std::string_view text(reinterpret_cast<const char*>(bytes->data), bytes->len);
  const GMimeContentEncoding encoding = g_mime_part_get_content_encoding(part);
  if (encoding == GMIME_CONTENT_ENCODING_BASE64) {
    std::size_t letters = 0;
    for (const char letter : text) {
      const bool one = std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '+' ||
                       letter == '/' || letter == '=';
      if (!one && letter != '\r' && letter != '\n' && letter != ' ' && letter != '\t')
        throw broken_document(say({"de base64", "its base64"}));
      letters += one ? 1 : 0;
    }
    if (letters % 4 != 0) throw broken_document(say({"de base64", "its base64"}));
  }
  const Owned<GMimeStream> decoded(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(wrapper, decoded.get()) < 0)
    throw broken_document(say({"een deel van de mail", "a part of the mail"}));
  const GByteArray* const out = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(decoded.get()));
  return {reinterpret_cast<const char*>(out->data), out->len};
}

class MailReader {
 public:
  explicit MailReader(Parts& parts) : parts_(parts) {}

  void message(GMimeMessage* message) {
    headers(GMIME_OBJECT(message), "headers");
    if (GMimeObject* const body = g_mime_message_get_mime_part(message)) object(body);
  }

 private:
  /// All but signatures of servers, which are bytes of no meaning.
  void headers(GMimeObject* object, const std::string& part) {
    GMimeHeaderList* const list = g_mime_object_get_header_list(object);
    for (int i = 0; i < g_mime_header_list_get_count(list); ++i) {
      GMimeHeader* const header = g_mime_header_list_get_header_at(list, i);
      const std::string name = g_mime_header_get_name(header);
      constexpr std::array<std::string_view, 8> silent{"dkim-signature",
                                                       "arc-",
                                                       "x-google-dkim-signature",
                                                       "content-type",
                                                       "mime-version",
                                                       "content-transfer-encoding",
                                                       "content-id",
                                                       "content-disposition"};
      if (std::any_of(silent.begin(), silent.end(),
                      [&](std::string_view one) { return ascii_begins(name, one); }))
        continue;
      const char* const value = g_mime_header_get_value(header);
      if (value == nullptr) continue;
      const std::unique_ptr<char, void (*)(void*)> decoded(
          g_mime_utils_header_decode_text(nullptr, value), g_free);
      if (first_fault(decoded.get()))
        throw broken_document(say({"een kopregel die geen UTF-8 is", "a header that is no UTF-8"}));
      parts_.add_line(parts_.named(part), name + ": " + decoded.get());
    }
  }

  void object(GMimeObject* object) {
    if (GMIME_IS_MULTIPART_ENCRYPTED(object)) {
      parts_.unread("encrypted part");
    } else if (GMIME_IS_MULTIPART(object)) {
      GMimeMultipart* const several = GMIME_MULTIPART(object);
      for (const char* text :
           {g_mime_multipart_get_prologue(several), g_mime_multipart_get_epilogue(several)})
        if (text != nullptr) parts_.add_line(parts_.named("beside the parts"), checked(text));
      for (int i = 0; i < g_mime_multipart_get_count(several); ++i)
        this->object(g_mime_multipart_get_part(several, i));
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      inner_message(GMIME_MESSAGE_PART(object));
    } else if (GMIME_IS_PART(object)) {
      leaf(GMIME_PART(object));
    } else {
      parts_.unread("part of the mail");
    }
  }

  void inner_message(GMimeMessagePart* part) {
    if (parts_.depth() >= deepest) throw too_large_document();
    GMimeMessage* const inner = g_mime_message_part_get_message(part);
    if (inner == nullptr) throw broken_document(say({"een bericht erin", "a message in it"}));
    const Parts::Deeper deeper(parts_, "message " + std::to_string(++messages_));
    MailReader(parts_).message(inner);
  }

  void leaf(GMimePart* part) {
    GMimeContentType* const type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const char* const file = g_mime_part_get_filename(part);
    if (file != nullptr) parts_.add_line(parts_.named("attachment names"), checked(file));
    if (const char* const text = g_mime_part_get_content_description(part))
      parts_.add_line(parts_.named("attachment names"), checked(text));
    if (g_mime_content_type_is_type(type, "application", "pkcs7-mime") != 0 ||
        g_mime_content_type_is_type(type, "application", "x-pkcs7-mime") != 0) {
      parts_.unread("encrypted part");
      return;
    }
    // A signature holds its maker's certificate, which the mail's own headers name as well.
    if (g_mime_content_type_is_type(type, "application", "pkcs7-signature") != 0 ||
        g_mime_content_type_is_type(type, "application", "pgp-signature") != 0 ||
        g_mime_content_type_is_type(type, "application", "x-pkcs7-signature") != 0)
      return;
    const std::string bytes = content_of(part);
    const char* const said =
        g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    const std::string charset = said == nullptr ? "" : said;
    const bool attached = g_mime_part_is_attachment(part) != 0;
    if (g_mime_content_type_is_type(type, "text", "html") != 0) {
      const Parts::Deeper deeper(parts_, attached ? next_attachment() : "html");
      read_html(bytes, charset, parts_);
    } else if (g_mime_content_type_is_type(type, "text", "*") != 0) {
      const std::string name = parts_.named(attached ? next_attachment() : "body");
      std::string& text = parts_.at(name);
      if (!text.empty()) text += '\n';
      text += to_utf8(bytes, charset == "us-ascii" || charset == "US-ASCII" ? "" : charset);
    } else {
      const bool image = g_mime_content_type_is_type(type, "image", "*") != 0;
      read_attachment(bytes, file == nullptr ? "" : file, image ? "image" : "attachment", parts_);
    }
  }

  [[nodiscard]] std::string next_attachment() {
    return "attached text " + std::to_string(++attachments_);
  }

  static std::string checked(const char* text) {
    if (first_fault(text))
      throw broken_document(say({"een kopregel die geen UTF-8 is", "a header that is no UTF-8"}));
    return text;
  }

  Parts& parts_;
  int messages_ = 0, attachments_ = 0;
};

/// Of what the parser complains about, what means that part of the message is lost.
void on_warning(gint64 /*offset*/, GMimeParserWarning code, const gchar* /*item*/, gpointer lost) {
  switch (code) {
    case GMIME_WARN_MALFORMED_MULTIPART:
    case GMIME_WARN_TRUNCATED_MESSAGE:
    case GMIME_WARN_MALFORMED_MESSAGE:
    case GMIME_WARN_INVALID_CONTENT_TYPE:
    case GMIME_CRIT_INVALID_HEADER_NAME:
    case GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY:
    case GMIME_CRIT_CONFLICTING_HEADER:
    case GMIME_CRIT_CONFLICTING_PARAMETER:
    case GMIME_CRIT_NESTING_OVERFLOW:
    case GMIME_CRIT_PART_WITHOUT_HEADERS_OR_CONTENT:
      *static_cast<bool*>(lost) = true;
      break;
    default:
      break;
  }
}

}  // namespace

void read_mail(std::string_view bytes, Parts& parts) {
  static const bool ready = (g_mime_init(), true);
  (void)ready;
  if (bytes.empty()) throw broken_document(say({"er zit niets in", "nothing is in it"}));
  bool lost = false;
  const std::unique_ptr<GMimeParserOptions, void (*)(GMimeParserOptions*)> options(
      g_mime_parser_options_new(), g_mime_parser_options_free);
  g_mime_parser_options_set_warning_callback(options.get(), on_warning, &lost);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options.get()));
  if (!message || lost) throw broken_document(say({"de MIME-opbouw", "its MIME structure"}));
  if (g_mime_header_list_get_count(g_mime_object_get_header_list(GMIME_OBJECT(message.get()))) == 0)
    throw broken_document(say({"het heeft geen kopregels", "it has no headers"}));
  MailReader(parts).message(message.get());
}

}  // namespace report
