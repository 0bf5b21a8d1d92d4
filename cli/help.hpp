// SPDX-License-Identifier: EUPL-1.2
// What --help says, in Dutch and English. man/ says the same at more length.
#pragma once

#include "base/words.hpp"

namespace report::words {

inline constexpr Words program{
    "Meldingen van de Vertrouwenslijn opschonen, toewijzen en verzegelen.",
    "Scrub, route and seal the notes of a confidential integrity hotline."};
inline constexpr Words example{"Voorbeeld:", "Example:"};
inline constexpr Words help{"Toon deze uitleg", "Show this help"};
inline constexpr Words version{"Toon de versie", "Show the version"};
inline constexpr Words usage{"Gebruik", "Usage"};
inline constexpr Words positionals{"Wat", "What"};
inline constexpr Words options{"Opties", "Options"};
inline constexpr Words options_short{"OPTIES", "OPTIONS"};
inline constexpr Words commands{"Opdrachten", "Commands"};
inline constexpr Words command_short{"OPDRACHT", "COMMAND"};
inline constexpr Words required{"(moet)", "(required)"};
inline constexpr Words common_options{"Algemeen", "Common"};

// Common options.
inline constexpr Words rules{"Eigen regels in plaats van de ingebouwde",
                             "Rules of your own in place of the built-in ones"};
inline constexpr Words lang{"Taal van uitleg en meldingen", "Language of help and messages"};
inline constexpr Words color{"Kleur op de terminal", "Colour on the terminal"};
inline constexpr Words quiet{"Zeg alleen wat fout gaat", "Say only what goes wrong"};
inline constexpr Words verbose{"Zeg meer", "Say more"};

// Input and output.
inline constexpr Words path{"Bestand, map (met --recursive) of - voor standaardinvoer",
                            "File, folder (with --recursive) or - for standard input"};
inline constexpr Words input{"Vorm van de invoer", "Form of the input"};
inline constexpr Words format{"Vorm van de uitvoer", "Form of the output"};
inline constexpr Words recursive{"Neem alle bestanden in mappen", "Take all files in folders"};
inline constexpr Words exclude{"Sla over wat zo heet, als in .gitignore",
                               "Pass over what is named so, as in .gitignore"};
inline constexpr Words allow_unread{"Ga door als een document beelden of bijlagen bevat",
                                    "Go on where a document holds images or attachments"};
inline constexpr Words time_limit{"Langste tijd voor een document: 500ms, 30s, 2m",
                                  "Longest time for a document: 500ms, 30s, 2m"};
inline constexpr Words jobs{"Aantal notities tegelijk", "Notes done at the same time"};
inline constexpr Words explain{"Noem elke bevinding met haar regel en reden",
                               "List every finding with its rule and reason"};
inline constexpr Words show_values{"Toon ook de weggehaalde waarden; alleen voor eigen ogen",
                                   "Show the removed values too; for your eyes only"};
inline constexpr Words subject_from{
    "Namen van de betrokkene, een per regel; - vraagt op de terminal",
    "Names of the person complained of, one a line; - asks on the terminal"};
inline constexpr Words lists{"Eigen lijsten van wat altijd weg moet en wat mag blijven",
                             "Your own lists of what always goes and what may stay"};
inline constexpr Words organisation{"Waar de betrokkene werkt",
                                    "Where the person complained of works"};

// scrub
inline constexpr Words scrub{"Haal weg wat naar iemand leidt", "Remove what leads to a person"};
inline constexpr Words scrub_example{"report scrub notitie.txt > schoon.txt",
                                     "report scrub note.txt > clean.txt"};

// check
inline constexpr Words check{"Zoek gegevens die nog in notities staan; voor CI",
                             "Look for identifiers left in notes; for CI"};
inline constexpr Words check_example{"report check --recursive notities/",
                                     "report check --recursive notes/"};
inline constexpr Words fail_on{"Wat telt als bevinding, met alles wat zwaarder is",
                               "What counts as a finding, with all that is graver"};

inline constexpr Words staged{"Neem wat git klaar heeft staan om vast te leggen",
                              "Take what git has staged for the next commit"};
inline constexpr Words baseline{"Zwijg over wat hierin bekend is",
                                "Be silent on what is known here"};
inline constexpr Words write_baseline{"Schrijf op wat nu gevonden is, zonder waarden",
                                      "Write down what is found now, without values"};
inline constexpr Words baseline_key{"Sleutel van die lijst; blijft geheim",
                                    "Key of that list; keep it secret"};

// classify
inline constexpr Words classify{"Zeg welke schendingen de notitie noemt",
                                "Say which misconduct the note speaks of"};
inline constexpr Words classify_example{"report classify notitie.txt", "report classify note.txt"};

// route
inline constexpr Words route{"Beslis waar de melding heen gaat, en verzegel haar",
                             "Decide where the report goes, and seal it"};
inline constexpr Words route_example{"report route --dry-run notitie.txt",
                                     "report route --dry-run note.txt"};
inline constexpr Words dry_run{"Toon alleen de beslissing", "Show the decision only"};
inline constexpr Words explain_route{"Noem ook elke aanwijzing die meetelde",
                                     "List every cue that voted too"};
inline constexpr Words seal_cert{"Certificaat waarmee wordt verzegeld", "Certificate that seals"};
inline constexpr Words seal_key{"Sleutel bij dat certificaat", "Key of that certificate"};
inline constexpr Words passphrase_fd{
    "Lees het wachtwoord of de pincode van deze bestandsdescriptor",
    "Read the passphrase or PIN from this file descriptor"};
inline constexpr Words profile{"Vorm van het pakket; mail is voor een mailprogramma",
                               "Form of the package; mail is for a mail program"};
inline constexpr Words hide_recipients{"Laat aan het pakket niet zien voor wie het is",
                                       "Let the package not show whom it is for"};
inline constexpr Words journal_file{"Het journaal van de lijn", "The journal of the hotline"};
inline constexpr Words again{"Verzegel ook wat volgens het journaal al weg is",
                             "Seal also what went out before by the journal"};
inline constexpr Words recipients_dir{"Map met de ontvangers", "Folder of the recipients"};
inline constexpr Words trust{"Certificaten die worden vertrouwd, met hun CRL ernaast",
                             "Certificates that are trusted, their CRL beside them"};
inline constexpr Words to_office{"Geef aan deze functie, en aan geen andere",
                                 "Hand over to this office, and to no other"};
inline constexpr Words lift{"Hef een slot op; vraagt om --because", "Lift a gate; wants --because"};
inline constexpr Words because{"Waarom; bij elke --lift een", "Why; one for each --lift"};
inline constexpr Words out_package{"Map of nieuw bestand voor het pakket",
                                   "Folder or new file for the package"};

// open and inspect
inline constexpr Words open{"Open een pakket als ontvanger", "Open a package as its recipient"};
inline constexpr Words open_example{
    "report open handover-1f.p7m --cert mijn.crt --key mijn.key --trust keten.pem --out melding",
    "report open handover-1f.p7m --cert my.crt --key my.key --trust chain.pem --out content"};
inline constexpr Words package{"Het pakket", "The package"};
inline constexpr Words own_cert{"Uw certificaat", "Your certificate"};
inline constexpr Words own_key{"Uw sleutel", "Your key"};
inline constexpr Words out_folder{"Nieuwe map voor de inhoud", "New folder for the content"};
inline constexpr Words inspect{"Toon wat een pakket aan iedereen laat zien",
                               "Show what a package shows to anyone"};
inline constexpr Words inspect_example{"report inspect handover-1f.p7m",
                                       "report inspect handover-1f.p7m"};

// rules and recipients
inline constexpr Words rules_command{"Toon en toets de regels", "Show and test the rules"};
inline constexpr Words rules_example{"report rules test --rules mijn-regels/",
                                     "report rules test --rules my-rules/"};
inline constexpr Words rules_list{"Noem alle regels", "Name all rules"};
inline constexpr Words rules_list_example{"report rules list", "report rules list"};
inline constexpr Words rules_show{"Toon een regel met haar voorbeelden",
                                  "Show a rule with its examples"};
inline constexpr Words rules_show_example{"report rules show bsn-keyword",
                                          "report rules show bsn-keyword"};
inline constexpr Words rules_check{"Noem alle fouten in regelbestanden",
                                   "List all faults in rule files"};
inline constexpr Words rules_check_example{"report rules check --rules mijn-regels/",
                                           "report rules check --rules my-rules/"};
inline constexpr Words rules_test{"Toets elke regel aan haar voorbeelden",
                                  "Test every rule against its examples"};
inline constexpr Words rule_id{"De regel", "The rule"};
inline constexpr Words recipients_command{"Toon en toets de ontvangers",
                                          "Show and test the recipients"};
inline constexpr Words recipients_example{
    "report recipients check --recipients ontvangers/ --trust keten.pem",
    "report recipients check --recipients recipients/ --trust chain.pem"};
inline constexpr Words recipients_list{"Noem alle ontvangers", "Name all recipients"};
inline constexpr Words recipients_list_example{"report recipients list --recipients ontvangers/",
                                               "report recipients list --recipients recipients/"};
inline constexpr Words recipients_check{"Toets hun certificaten", "Test their certificates"};

inline constexpr Words recipients_add{"Voeg een ontvanger toe", "Add a recipient"};
inline constexpr Words recipients_add_example{
    "report recipients add burgemeester --organisation 'gemeente Zeist' --cert burgemeester.crt "
    "--recipients ontvangers/ --trust keten.pem",
    "report recipients add burgemeester --organisation 'gemeente Zeist' --cert burgemeester.crt "
    "--recipients recipients/ --trust chain.pem"};
inline constexpr Words recipients_test{"Maak een proefpakket voor een ontvanger",
                                       "Make a test package for a recipient"};
inline constexpr Words recipients_test_example{
    "report recipients test rijksrecherche --seal-cert zegel.crt --seal-key zegel.key "
    "--recipients ontvangers/ --trust keten.pem --out .",
    "report recipients test rijksrecherche --seal-cert seal.crt --seal-key seal.key "
    "--recipients recipients/ --trust chain.pem --out ."};
inline constexpr Words office{"De functie", "The office"};
inline constexpr Words office_of{"De organisatie van die functie",
                                 "The organisation of that office"};
inline constexpr Words office_cert{"Certificaat om voor te versleutelen",
                                   "Certificate to encrypt to"};
inline constexpr Words office_receipts{"Certificaat waarmee de ontvanger ondertekent",
                                       "Certificate by which the recipient signs"};
inline constexpr Words accept{"Neem dit nieuwe certificaat aan in plaats van het vorige",
                              "Accept this new certificate in place of the one before"};

// receipt and journal
inline constexpr Words receipt{"Bevestig de ontvangst van een pakket, of toets zo'n bewijs",
                               "Confirm the receipt of a package, or check such a receipt"};
inline constexpr Words receipt_example{
    "report receipt --verify bewijs.pem --journal journaal.db --recipients ontvangers/ --trust "
    "keten.pem",
    "report receipt --verify receipt.pem --journal journal.db --recipients recipients/ --trust "
    "chain.pem"};
inline constexpr Words sign_cert{"Uw certificaat om mee te ondertekenen",
                                 "Your certificate for signing"};
inline constexpr Words sign_key{"Sleutel bij dat certificaat", "Key of that certificate"};
inline constexpr Words assessed{"Bevestig ook dat de melding is beoordeeld",
                                "Confirm also that the report was assessed"};
inline constexpr Words out_receipt{"Nieuw bestand voor het bewijs", "New file for the receipt"};
inline constexpr Words verify_receipt{"Toets dit ontvangstbewijs", "Check this receipt"};
inline constexpr Words journal{"Toon en toets het journaal", "Show and check the journal"};
inline constexpr Words journal_example{"report journal due --journal journaal.db",
                                       "report journal due --journal journal.db"};
inline constexpr Words journal_list{"Toon alle regels", "Show all entries"};
inline constexpr Words journal_list_example{"report journal list --journal journaal.db",
                                            "report journal list --journal journal.db"};
inline constexpr Words journal_verify{"Toets of er geen regel ontbreekt of is veranderd",
                                      "Check that no entry is missing or altered"};
inline constexpr Words journal_verify_example{"report journal verify --journal journaal.db",
                                              "report journal verify --journal journal.db"};
inline constexpr Words journal_head{"Controlewaarde die u eerder noteerde",
                                    "Hash that you noted earlier"};
inline constexpr Words journal_due{"Toon wat een ontvanger nog moet laten weten",
                                   "Show what recipients still owe"};
inline constexpr Words within{"Toon wat binnen zoveel dagen moet; anders 7",
                              "Show what is due within so many days; otherwise 7"};
inline constexpr Words retention{"Bewaartermijn in maanden; anders 12",
                                 "Months that a handover is kept; otherwise 12"};

// completion
inline constexpr Words completion{"Schrijf de aanvulling voor een shell",
                                  "Write the completion for a shell"};
inline constexpr Words completion_example{"report completion bash > ~/.report-completion",
                                          "report completion bash > ~/.report-completion"};
inline constexpr Words shell{"De shell", "The shell"};

}  // namespace report::words
