// SPDX-License-Identifier: EUPL-1.2
#include "route/route.hpp"

#include <fmt/format.h>

#include "batch.hpp"
#include "commands.hpp"
#include "handover.hpp"
#include "help.hpp"
#include "output/text.hpp"
#include "own_lists.hpp"
#include "sealing.hpp"
#include "subjects.hpp"
#include "words.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  InputOptions inputs;
  std::string format = "text";
  bool dry_run = false, explain = false;
  SealingOptions sealing;
  ListOptions lists;
  std::string organisation, subject_from;
  std::vector<std::string> lift, because;
};

/// What all notes of a run share.
struct Run {
  const Options& options;
  const Console& console;
  const Rulebook& rulebook;
  Format format;
  FindOptions find;
  std::vector<CheckedRecipient> recipients;
  Directions directions;
  std::unique_ptr<Sealing> sealing;  // nothing in a dry run
};

/// Throws Error{usage} for a call that cannot lead to a package.
void check_call(const Options& options) {
  if (options.lift.size() != options.because.size())
    throw Error(Fault::usage,
                say({"elke --lift wil zijn --because, en elke --because zijn --lift",
                     "each --lift wants its --because, and each --because its --lift"}));
  for (const std::string& reason : options.because)
    if (reason.find_first_not_of(" \t\n") == std::string::npos)
      throw Error(Fault::usage, say({"--because geeft geen reden", "--because gives no reason"}));
  const SealingOptions& sealing = options.sealing;
  if (!sealing.recipients.empty() && sealing.trust.empty())
    throw Error(
        Fault::usage, say({"--recipients wil --trust", "--recipients wants --trust"}),
        {say({"dat is het bestand met certificaten waaraan die van de ontvangers worden getoetst",
              "it is the file of certificates by which the recipients' are judged"})});
  if (!sealing.to.empty() && sealing.recipients.empty())
    throw Error(Fault::usage, say({"--to wil --recipients, de map met ontvangers",
                                   "--to wants --recipients, the directory of offices"}));
  if (!options.dry_run) check_sealing(sealing, Sources(options.inputs).several());
}

/// The reasons go into the manifest, so they are scrubbed like any other text.
std::vector<Lift> read_lifts(const Options& options, const Rulebook& rulebook,
                             const FindOptions& find) {
  std::vector<Lift> lifts;
  for (std::size_t i = 0; i < options.lift.size(); ++i) {
    Note reason{.id = "--because", .text = options.because[i]};
    lifts.push_back({options.lift[i], scrub(std::move(reason), rulebook, find).text.text()});
  }
  return lifts;
}

/// Says what is wrong with the certificates of an office, or will be soon.
void explain_certificate(const Run& run, const Decision& decision, Answer& answer) {
  if (!decision.addressee || run.directions.recipients == nullptr) return;
  for (const CheckedRecipient* checked : recipients_for(run.recipients, *decision.addressee)) {
    const CertificateState& state = checked->state;
    if (state.valid && state.days_left <= soon_to_expire)
      answer.remarks.push_back(
          {Tone::note, fmt::format(fmt::runtime(words::expires_soon.in(run.console.language())),
                                   checked->recipient.office, state.days_left)});
    if (state.valid) continue;
    const std::string file = checked->recipient.certificate.string();
    const std::string& reason = checked->state.reason.in(run.console.language());
    answer.remarks.push_back(
        {Tone::error, reason.starts_with(file) ? reason : fmt::format("{}: {}", file, reason)});
  }
}

Sealing::Outcome hand_over(const Run& run, const Handing& handing) {
  const auto to = recipients_for(run.recipients, *handing.decision.addressee);
  if (to.empty())
    throw Error(Fault::refused,
                say({"de map heeft geen ontvanger '{}' van die organisatie",
                     "the directory has no office '{}' of that organisation"},
                    handing.decision.addressee->office),
                {say({"'report recipients list' noemt de ontvangers; --to kiest er een",
                      "'report recipients list' names the offices; --to chooses one"})});
  return run.sealing->hand_over(handing, to);
}

std::string outcome_text(const Sealing::Outcome& outcome, const Decision& decision,
                         Language language) {
  if (outcome.file.empty()) return {};
  const auto words = outcome.earlier ? words::sealed_earlier : words::sealed_to;
  return fmt::format(fmt::runtime(words.in(language)), decision.addressee->office,
                     printable(outcome.file)) +
         "\n";
}

Answer answer_note(const Run& run, Note note, bool several) {
  if (!run.options.organisation.empty()) note.organisation = run.options.organisation;
  const Scrubbed scrubbed = scrub(std::move(note), run.rulebook, run.find);
  const Reading reading = read_cues_in(scrubbed.text, run.rulebook);
  const Classification classification = classify(scrubbed.text, reading, run.rulebook);
  const Decision decision = decide(scrubbed, reading, classification, run.rulebook, run.directions);
  const Language language = run.console.language();
  Answer answer;
  const bool go = is_handover(decision) && decision.ready() && decision.addressee;
  answer.code = go ? ExitCode::done : ExitCode::no;
  explain_certificate(run, decision, answer);
  Sealing::Outcome outcome;
  if (go && run.sealing) outcome = hand_over(run, {scrubbed, classification, decision});
  const bool referred = decision.route.starts_with("refer:");
  if (referred && run.sealing) run.sealing->note_referral({scrubbed, classification, decision});
  answer.tally = go ? Tally::done : referred ? Tally::referred : Tally::held;
  if (run.format != Format::text) {
    answer.json = route_json(scrubbed.id, decision);
    if (!outcome.file.empty()) answer.json["package"] = outcome.file;
    if (outcome.earlier) answer.json["earlier"] = true;
    return answer;
  }
  if (several) answer.text = fmt::format("==> {} <==\n", printable(scrubbed.id));
  if ((run.options.common.verbose || run.options.explain))
    answer.text += classification_text(classification, run.rulebook, true, language);
  answer.text += decision_text(decision, run.rulebook, language);
  answer.text += outcome_text(outcome, decision, language);
  return answer;
}

ExitCode run(const Options& given, const Console& console) {
  Options options = given;
  // Packages go into a folder anyway; notes may come from one without more ado.
  options.inputs.recursive = options.inputs.recursive || !options.dry_run;
  check_call(options);
  Run run{.options = options,
          .console = console,
          .rulebook = rulebook_of(options.common),
          .format = format_of(options.format),
          .find = {},
          .recipients = {},
          .directions = {},
          .sealing = nullptr};
  run.find.subjects = read_subjects(options.subject_from, console);
  const auto lists = read_lists(options.lists, run.rulebook);
  run.find.lists = lists.get();
  run.directions.lifts = read_lifts(options, run.rulebook, run.find);
  run.directions.to = options.sealing.to;
  if (!options.sealing.recipients.empty()) {
    run.recipients = check_directory(options.sealing.recipients, options.sealing.trust);
    run.directions.recipients = &run.recipients;
  }
  if (!options.dry_run)
    run.sealing = std::make_unique<Sealing>(options.sealing, console.language(),
                                            run.rulebook.digest, run.find.subjects);
  const auto work = [&run](Note note, bool several) {
    return answer_note(run, std::move(note), several);
  };
  const ExitCode code = run_batch(options.inputs, run.format, console, work,
                                  options.dry_run ? Summary::failures : Summary::handovers);
  tell_idle(lists.get(), console);
  return code;
}

}  // namespace

Command add_route(CLI::App& program, const Defaults& defaults) {
  const auto options = std::make_shared<Options>();
  CLI::App* const app = add_command(program, "route", words::route, words::route_example, defaults);
  add_inputs(*app, options->inputs, defaults);
  add_choice(*app, "--format", options->format, {"text", "json", "jsonl"},
             defaults.say(words::format));
  app->add_flag("-n,--dry-run", options->dry_run, defaults.say(words::dry_run));
  app->add_flag("--explain", options->explain, defaults.say(words::explain_route));
  add_path(*app, "--organisation", options->organisation, "NAME",
           defaults.say(words::organisation));
  add_path(*app, "--subject-from", options->subject_from, "FILE",
           defaults.say(words::subject_from));
  app->add_option("--lift", options->lift, defaults.say(words::lift))
      ->check(CLI::IsMember({"concrete", "safe", "conflict", "addressee"}).description(""))
      ->type_name("concrete|safe|conflict|addressee")
      ->expected(1)
      ->take_all();
  app->add_option("--because", options->because, defaults.say(words::because))
      ->type_name("TEXT")
      ->expected(1)
      ->take_all();
  add_lists(*app, options->lists, defaults);
  add_sealing(*app, options->sealing, defaults);
  add_common(*app, options->common, defaults);
  return command_of(app, options, run, defaults);
}

}  // namespace report
