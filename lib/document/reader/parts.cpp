// SPDX-License-Identifier: EUPL-1.2
#include "document/reader/parts.hpp"

namespace report {

void Parts::add_line(const std::string& name, const std::string& line) {
  if (line.find_first_not_of(" \t\r\n") == std::string::npos) return;
  std::string& text = at(name);
  const std::string whole = line + "\n";
  const bool there = text.starts_with(whole) || text.find("\n" + whole) != std::string::npos;
  if (!there) text += whole;
}

std::string Parts::numbered(const std::string& kind) {
  return kind + " " + std::to_string(++counts_[named(kind)]);
}

Error encrypted_document() {
  return Error(Fault::input, say({"het document is versleuteld", "the document is encrypted"}),
               {say({"bewaar het zonder wachtwoord", "save it without a password"})})
      .with_code("encrypted");
}

Error too_large_document() {
  return Error(Fault::input, say({"in het document zit te veel", "the document holds too much"}))
      .with_code("too_large");
}

}  // namespace report
