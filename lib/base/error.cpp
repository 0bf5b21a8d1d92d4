// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace report {

Error::Error(Fault fault, Message message, std::vector<Message> hints)
    : fault_(fault), message_(std::move(message)), hints_(std::move(hints)) {}

Error::Error(Fault fault, const Place& place, const Message& message, std::vector<Message> hints)
    : Error(fault,
            place.line == 0 ? say({"{}: {}", "{}: {}"}, place.file, message)
                            : say({"{}:{}:{}: {}", "{}:{}:{}: {}"}, place.file, place.line,
                                  place.column, message),
            std::move(hints)) {}

Message system_says(int cause) {
  struct Cause {
    int code;
    std::string_view nl;
  };
  // Debian has no Dutch for these unless the locale is generated.
  constexpr std::array causes{
      Cause{ENOENT, "bestand of map bestaat niet"},
      Cause{EACCES, "geen toestemming"},
      Cause{EPERM, "dat is niet toegestaan"},
      Cause{EISDIR, "is een map"},
      Cause{ENOTDIR, "is geen map"},
      Cause{ENOSPC, "geen ruimte meer op het apparaat"},
      Cause{EDQUOT, "de toegestane ruimte is op"},
      Cause{EROFS, "het bestandssysteem is alleen om te lezen"},
      Cause{EIO, "lees- of schrijffout van het apparaat"},
      Cause{EPIPE, "de ontvanger van de uitvoer is weg"},
      Cause{EMFILE, "te veel open bestanden"},
      Cause{ENAMETOOLONG, "de naam is te lang"},
      Cause{ELOOP, "te veel symbolische verwijzingen"},
      Cause{EBUSY, "het bestand is in gebruik"},
      Cause{ENOMEM, "te weinig geheugen"},
  };
  const std::string english = std::strerror(cause);
  const auto* const known = std::find_if(causes.begin(), causes.end(),
                                         [cause](const Cause& one) { return one.code == cause; });
  return {known == causes.end() ? english : std::string(known->nl), english};
}

}  // namespace report
