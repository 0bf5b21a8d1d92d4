// SPDX-License-Identifier: EUPL-1.2
// The sealing half of `report route`: package, file and journal entry of a decision.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "directory.hpp"
#include "journal/journal.hpp"
#include "package/package.hpp"
#include "passphrase.hpp"

namespace report {

struct SealingOptions {
  std::string certificate, key, recipients, trust, to, out, profile, journal;
  bool hide_recipients = false, again = false;
  PassphraseOptions passphrase;
};

void add_sealing(CLI::App& app, SealingOptions& options, const Defaults& defaults);

/// Throws Error{usage} when something is missing that a package needs.
void check_sealing(const SealingOptions& options, bool several);

/// What is handed over.
struct Handing {
  const Scrubbed& scrubbed;
  const Classification& classification;
  const Decision& decision;
};

/// The seal and the journal, used for a whole run. Safe from many threads.
class Sealing {
 public:
  /// Throws Error{usage} for the journal.
  Sealing(const SealingOptions& options, Language language, std::string rulebook_digest,
          std::vector<std::string> subjects);

  struct Outcome {
    std::string file;
    bool earlier = false;  // the journal says that it went out before; nothing was written
  };
  /// Throws Error{refused}, Error{usage} and Error{input}.
  [[nodiscard]] Outcome hand_over(const Handing& handing,
                                  const std::vector<const CheckedRecipient*>& to) const;
  /// Notes in the journal that a report was referred elsewhere; nothing without a journal.
  void note_referral(const Handing& handing) const;

 private:
  [[nodiscard]] Outcome write(const Handing& handing, const Delivery& delivery) const;
  [[nodiscard]] Outcome write_once(const Handing& handing, Delivery delivery) const;
  [[nodiscard]] std::vector<Entry> entries_of(const Handing& handing, const Delivery& delivery,
                                              const Sealed& sealed,
                                              const std::string& source) const;
  [[nodiscard]] Entry entry_of(const Handing& handing) const;

  [[nodiscard]] const Seal& seal() const;

  SealingOptions options_;
  Language language_;
  std::string rulebook_digest_;
  std::vector<std::string> subjects_;
  // Made when the first note goes out: of notes that are all held nobody types a passphrase.
  mutable std::once_flag once_;
  mutable std::unique_ptr<Seal> seal_;
  std::unique_ptr<Journal> journal_;
};

}  // namespace report
