// SPDX-License-Identifier: EUPL-1.2
// Everything the command line says, in Dutch and English. JSON keys, ids, option names and exit
// codes are not translated.
#pragma once

#include "output/words.hpp"

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
inline constexpr Words unsure_one{
    "{}:{}:{}: mogelijk een gegeven ({}), niet weggehaald; kijk zelf (regel {})",
    "{}:{}:{}: may be an identifier ({}), not removed; look yourself (rule {})"};
inline constexpr Words removed_one{"{}:{}:{}: {} {} (regel {}, zekerheid {:.2f})",
                                   "{}:{}:{}: {} {} (rule {}, certainty {:.2f})"};
inline constexpr Words trace_one{"{}:{}:{}: spoor naar de melder ({}), regel {}",
                                 "{}:{}:{}: trace of the reporter ({}), rule {}"};
inline constexpr Words unsure_many{"{} passages zijn onzeker; -v noemt ze",
                                   "{} passages are unsure; -v lists them"};
inline constexpr Words value_shown{"waarde: {}", "value: {}"};
inline constexpr Words terminal_subject{
    "naam van de betrokkene, een schrijfwijze per regel, een lege regel sluit af:",
    "name of the person complained of, one way of writing a line, an empty line ends:"};
inline constexpr Words passphrase_of{"wachtwoord van {}: ", "passphrase of {}: "};
inline constexpr Words no_terminal{"--subject-from - vraagt op de terminal, en er is er geen",
                                   "--subject-from - asks on the terminal, and there is none"};
inline constexpr Words no_subject{"--subject-from gaf geen naam", "--subject-from gave no name"};
inline constexpr Words sealed_to{"verzegeld voor {}: {}", "sealed for {}: {}"};
inline constexpr Words rules_good{"{} regels, {} voorbeelden: in orde",
                                  "{} rules, {} examples: all well"};
inline constexpr Words rules_bad{"fouten in de regels: {}", "faults in the rules: {}"};
inline constexpr Words no_rule{"er is geen regel '{}'", "there is no rule '{}'"};
inline constexpr Words rule_meant{"bedoelde u '{}'?", "did you mean '{}'?"};
inline constexpr Words rule_list_hint{"'report rules list' noemt ze",
                                      "'report rules list' names them"};

inline constexpr Words key_made{
    "sleutel voor de lijst gemaakt: {}; houd haar geheim, CI heeft haar ook nodig",
    "key of the baseline made: {}; keep it secret, CI needs it too"};
inline constexpr Words baseline_written{"bekende bevindingen in {}: {}",
                                        "known findings in {}: {}"};
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
