// SPDX-License-Identifier: EUPL-1.2
// Everything the command line says, in Dutch and English. JSON keys, ids, option names and exit
// codes are not translated.
#pragma once

#include "base/words.hpp"

namespace report::words {

// Talk.
inline constexpr Words error{"fout", "error"};
inline constexpr Words hint{"tip", "hint"};
inline constexpr Words note{"let op", "note"};
inline constexpr Words some_failed{"{} van de {} notities konden niet worden gelezen of geschreven",
                                   "{} of {} notes could not be read or written"};
inline constexpr Words see_help{"'{} --help' toont wat er kan", "'{} --help' shows what there is"};
inline constexpr Words fault_of_ours{"fout van het programma zelf: {}",
                                     "a fault of the program itself: {}"};
inline constexpr Words scrub_profile{
    "strict: ook zinnen weg die de melder verraden, tijden grover",
    "strict: sentences that betray the reporter go, times get coarser"};
inline constexpr Words unsure_one{
    "{}:{}:{}: mogelijk een gegeven ({}), niet weggehaald; kijk zelf (regel {})",
    "{}:{}:{}: may be an identifier ({}), not removed; look yourself (rule {})"};
inline constexpr Words removed_one{"{}:{}:{}: {} {} (regel {}, zekerheid {:.2f})",
                                   "{}:{}:{}: {} {} (rule {}, certainty {:.2f})"};
inline constexpr Words trace_one{"{}:{}:{}: spoor naar de melder ({}), regel {}",
                                 "{}:{}:{}: trace of the reporter ({}), rule {}"};
inline constexpr Words value_shown{"waarde: {}", "value: {}"};
inline constexpr Words terminal_subject{
    "naam van de betrokkene, een schrijfwijze per regel, een lege regel sluit af:",
    "name of the person complained of, one way of writing a line, an empty line ends:"};
inline constexpr Words passphrase_of{"wachtwoord van {}: ", "passphrase of {}: "};
inline constexpr Words no_terminal{"--subject-from - vraagt op de terminal, en er is er geen",
                                   "--subject-from - asks on the terminal, and there is none"};
inline constexpr Words no_subject{"--subject-from gaf geen naam", "--subject-from gave no name"};
inline constexpr Words sealed_to{"verzegeld voor {}: {}", "sealed for {}: {}"};
inline constexpr Words sealed_earlier{"al eerder verzegeld voor {}, er is niets geschreven: {}",
                                      "sealed for {} before, nothing was written: {}"};
inline constexpr Words handed_over{
    "{} notities: {} verzegeld, {} verwezen, {} vastgehouden, {} mislukt",
    "{} notes: {} sealed, {} referred, {} held, {} failed"};
inline constexpr Words rules_good{"{} regels, {} voorbeelden: in orde",
                                  "{} rules, {} examples: all well"};
inline constexpr Words rules_bad{"fouten in de regels: {}", "faults in the rules: {}"};
inline constexpr Words untaught{
    "van de aanwijzing '{}' is geen gewicht geleerd, dus telt zij niet mee (laat "
    "rules/classify/train opnieuw lopen)",
    "no weight was learnt of the cue '{}', so it counts for nothing (run rules/classify/train "
    "again)"};
inline constexpr Words no_rule{"er is geen regel '{}'", "there is no rule '{}'"};
inline constexpr Words rule_meant{"bedoelde u '{}'?", "did you mean '{}'?"};
inline constexpr Words rule_list_hint{"'report rules list' noemt ze",
                                      "'report rules list' names them"};

inline constexpr Words standard_input{"standaardinvoer", "standard input"};
inline constexpr Words not_read{"{}: niet gelezen: {}", "{}: not read: {}"};
inline constexpr Words progress{"{} notities, {} mislukt", "{} notes, {} failed"};
inline constexpr Words stopped{"afgebroken na {} notities", "interrupted after {} notes"};
inline constexpr Words checked_all{"{} notities: {} met bevindingen, {} zonder, {} niet gelezen",
                                   "{} notes: {} with findings, {} without, {} not read"};
inline constexpr Words key_made{
    "sleutel voor de lijst gemaakt: {}; houd haar geheim, CI heeft haar ook nodig",
    "key of the baseline made: {}; keep it secret, CI needs it too"};
inline constexpr Words baseline_written{"bekende bevindingen in {}: {}",
                                        "known findings in {}: {}"};
inline constexpr Words baseline_left{"niet alles is gelezen: {} is niet geschreven",
                                     "not everything was read: {} is not written"};
inline constexpr Words baseline_gone{"bevindingen in {} die niet meer voorkomen: {}",
                                     "findings in {} that no longer occur: {}"};

// Verdicts.
inline constexpr Words verified{"echt en ongewijzigd, verzegeld door {} op {}",
                                "genuine and unaltered, sealed by {} on {}"};
inline constexpr Words written_to{"inhoud geschreven in {}", "content written into {}"};
inline constexpr Words not_opened{
    "dit pakket gaat niet open: het is niet voor deze sleutel, "
    "veranderd, of niet van een bekende verzender",
    "this package does not open: it is not for this key, altered, "
    "or not of a known sender"};
inline constexpr Words not_opened_hint{"'report inspect' toont zonder sleutel voor wie het is",
                                       "'report inspect' shows without a key whom it is for"};

inline constexpr Words recipient_added{
    "{} toegevoegd, {}, SHA-256 van het certificaat {}; vergelijk die telefonisch met de ontvanger",
    "{} added, {}, SHA-256 of the certificate {}; compare it with the recipient by telephone"};
inline constexpr Words trial_written{"proefpakket voor {}: {}", "test package for {}: {}"};

// Receipts and the journal.
inline constexpr Words receipt_written{"ontvangst van dossier {} bevestigd in {}",
                                       "receipt of case {} confirmed in {}"};
inline constexpr Words receipt_good{"dossier {}: ontvangen en geopend, ondertekend door {} op {}",
                                    "case {}: received and opened, signed by {} on {}"};
inline constexpr Words receipt_assessed{"dossier {}: beoordeeld, ondertekend door {} op {}",
                                        "case {}: assessed, signed by {} on {}"};
inline constexpr Words receipt_bad{
    "dit is geen ontvangstbewijs, of het is veranderd of door een onbekende ondertekend",
    "this is no receipt, or it is altered or signed by an unknown party"};
inline constexpr Words receipt_stranger{
    "het ontvangstbewijs is ondertekend met een certificaat dat de map met ontvangers er niet voor "
    "noemt",
    "the receipt is signed with a certificate that the directory of offices does not name for it"};
inline constexpr Words receipt_unknown{"het ontvangstbewijs hoort bij een ander pakket",
                                       "the receipt belongs to another package"};
inline constexpr Words journal_good{"{} regels, ongeschonden; de laatste is {}",
                                    "{} entries, intact; the last is {}"};
inline constexpr Words journal_missing{"regel {} ontbreekt in het journaal",
                                       "entry {} is missing from the journal"};
inline constexpr Words journal_altered{"regel {} van het journaal is veranderd",
                                       "entry {} of the journal was altered"};
inline constexpr Words journal_no_head{
    "geen regel van het journaal heeft de opgegeven controlewaarde: er zijn regels weggehaald",
    "no entry of the journal has the hash that was given: entries were taken away"};
inline constexpr Words due_acknowledgement{"ontvangstbevestiging", "acknowledgement of receipt"};
inline constexpr Words due_assessment{"bericht over de beoordeling", "word of the assessment"};
inline constexpr Words due_retention{"einde van de bewaartermijn", "end of the time of keeping"};

inline constexpr Words list_deny{"het staat op uw lijst van wat altijd weg moet",
                                 "it is on your list of what always goes"};
inline constexpr Words list_idle{"{}:{}:{}: deze regel van de lijst deed niets",
                                 "{}:{}:{}: this entry of the list did nothing"};
inline constexpr Words list_expired{
    "{}:{}:{}: deze regel van de lijst is verlopen en telt niet meer",
    "{}:{}:{}: this entry of the list has expired and counts no more"};

// Words of tables and lists.
inline constexpr Words certificate_valid{"geldig", "valid"};
inline constexpr Words certificate_bad{"niet geldig: {}", "not valid: {}"};
inline constexpr Words valid_until{"tot {} ({} dagen)", "until {} ({} days)"};
inline constexpr Words expires_soon{"{}: het certificaat verloopt over {} dagen",
                                    "{}: the certificate expires in {} days"};
inline constexpr Words package_of{"pakket van {} bytes, profiel {}, {}, inhoud {} bytes",
                                  "package of {} bytes, profile {}, {}, content {} bytes"};
inline constexpr Words package_for{"voor {} sleutel {}", "for {} key {}"};

}  // namespace report::words
