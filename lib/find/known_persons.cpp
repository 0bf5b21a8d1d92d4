// SPDX-License-Identifier: EUPL-1.2
#include "find/known_persons.hpp"

#include <algorithm>
#include <utility>

#include "text/normal.hpp"
#include "text/tokens.hpp"

namespace report {

KnownPersons::KnownPersons(const LookedUp& text, const std::vector<Finding>& findings)
    : lexicon_(*text.lexicon), small_(lexicon_.class_bit("stopword").value_or(0)) {
  for (const Finding& finding : findings) {
    most_ = std::max(most_, finding.person);
    if (finding.person == 0) continue;
    for (std::size_t i = token_at(text.tokens(), finding.span.begin);
         i < text.size() && text.tokens()[i].begin < finding.span.end; ++i)
      if (text.tokens()[i].is_word() && !text.is(i, small_))
        words_.emplace(text.folded[i], finding.person);
  }
}

std::uint32_t KnownPersons::number(std::string_view name) {
  std::vector<std::string> words;
  for (const Token& token : tokenise(name)) {
    if (!token.is_word()) continue;
    std::string word = fold(name.substr(token.begin, token.end - token.begin));
    if ((lexicon_.classes_of(word) & small_) != 0) continue;
    if (const auto known = words_.find(word); known != words_.end()) return known->second;
    words.push_back(std::move(word));
  }
  ++most_;
  for (std::string& word : words) words_.emplace(std::move(word), most_);
  return most_;
}

}  // namespace report
