// SPDX-License-Identifier: EUPL-1.2
#include "route/route.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "base/files.hpp"
#include "batch.hpp"
#include "commands.hpp"
#include "handover.hpp"
#include "help.hpp"
#include "output/text.hpp"
#include "package/package.hpp"
#include "passphrase.hpp"
#include "subjects.hpp"
#include "words.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;

struct Options {
  CommonOptions common;
  InputOptions inputs;
  std::string format = "text";
  bool dry_run = false, explain = false;
  std::string seal_certificate, seal_key, recipients, trust, to, organisation, subject_from, out;
  std::vector<std::string> lift, because;
};

/// What all notes of a run share.
struct Run {
  const Options& options;
  const Console& console;
  Rulebook rulebook;
  Format format;
  FindOptions find;
  std::vector<CheckedRecipient> recipients;
  Directions directions;
};

/// Throws Error{usage} for a call that cannot lead to a package.
void check_call(const Options& options) {
  if (options.lift.size() != options.because.size())
    throw Error(Fault::usage, "each --lift wants its --because, and each --because its --lift");
  for (const std::string& reason : options.because)
    if (reason.find_first_not_of(" \t\n") == std::string::npos)
      throw Error(Fault::usage, "--because gives no reason");
  if (!options.recipients.empty() && options.trust.empty())
    throw Error(Fault::usage, "--recipients wants --trust",
                {"it is the file of certificates by which the recipients' are judged"});
  if (!options.to.empty() && options.recipients.empty())
    throw Error(Fault::usage, "--to wants --recipients, the directory of offices");
  if (options.dry_run) return;
  std::string missing;
  for (const auto& [name, value] : {std::pair{"--seal-cert", &options.seal_certificate},
                                    {"--seal-key", &options.seal_key},
                                    {"--recipients", &options.recipients},
                                    {"--trust", &options.trust},
                                    {"--out", &options.out}})
    if (value->empty()) missing += fmt::format("{}{}", missing.empty() ? "" : ", ", name);
  if (!missing.empty())
    throw Error(Fault::usage, fmt::format("a package wants {} too", missing),
                {"--dry-run shows the decision and makes no package"});
  std::error_code ignored;
  const bool folder = fs::is_directory(options.out, ignored);
  if (!folder && Sources(options.inputs).several())
    throw Error(Fault::usage,
                fmt::format("{}: several notes want a folder that exists as --out", options.out));
  if (!folder && options.out.ends_with('/'))
    throw Error(Fault::usage, fmt::format("{}: no such folder", options.out));
}

/// The reasons go into the manifest, so they are scrubbed like any other text.
std::vector<Lift> read_lifts(const Options& options, const Rulebook& rulebook) {
  std::vector<Lift> lifts;
  for (std::size_t i = 0; i < options.lift.size(); ++i) {
    Note reason{.id = "--because", .text = options.because[i]};
    lifts.push_back({options.lift[i], scrub(std::move(reason), rulebook).text.text()});
  }
  return lifts;
}

std::string seal_and_write(const Run& run, const Scrubbed& scrubbed,
                           const Classification& classification, const Decision& decision) {
  const CheckedRecipient* const checked = recipient_for(run.recipients, *decision.addressee);
  if (checked == nullptr)
    throw Error(Fault::refused,
                fmt::format("the directory has no office '{}' of that organisation",
                            decision.addressee->office),
                {"'report recipients list' names the offices; --to chooses one"});
  const SealOptions options{.seal_certificate = run.options.seal_certificate,
                            .seal_key = run.options.seal_key,
                            .trust = run.options.trust,
                            .recipients = {checked->recipient},
                            .subjects = run.find.subjects,
                            .ask = ask_on_terminal(run.console.language())};
  const Sealed sealed = seal(scrubbed, classification, decision, run.rulebook.digest, options);
  std::error_code ignored;
  const fs::path out = run.options.out;
  const fs::path file = fs::is_directory(out, ignored) ? out / sealed.file_name : out;
  write_new_file(file, sealed.bytes, sealed.date);
  return file.string();
}

/// Says of an office that cannot be sealed to what is wrong with its certificate.
void explain_certificate(const Run& run, const Decision& decision, Answer& answer) {
  if (!decision.addressee || run.directions.recipients == nullptr) return;
  const CheckedRecipient* const checked = recipient_for(run.recipients, *decision.addressee);
  if (checked == nullptr || checked->state.valid) return;
  const std::string file = checked->recipient.certificate.string();
  const std::string& reason = checked->state.reason;
  answer.remarks.push_back(
      {Tone::error, reason.starts_with(file) ? reason : fmt::format("{}: {}", file, reason)});
}

Answer answer_note(const Run& run, Note note, bool several) {
  if (!run.options.organisation.empty()) note.organisation = run.options.organisation;
  const Scrubbed scrubbed = scrub(std::move(note), run.rulebook, run.find);
  const Classification classification = classify(scrubbed.text, run.rulebook);
  const Decision decision = decide(scrubbed, classification, run.rulebook, run.directions);
  const Language language = run.console.language();
  Answer answer;
  const bool go = is_handover(decision) && decision.ready() && decision.addressee;
  answer.code = go ? ExitCode::done : ExitCode::no;
  explain_certificate(run, decision, answer);
  std::string file;
  if (go && !run.options.dry_run) file = seal_and_write(run, scrubbed, classification, decision);
  if (run.format != Format::text) {
    answer.json = route_json(scrubbed.id, decision);
    if (!file.empty()) answer.json["package"] = file;
    return answer;
  }
  if (several) answer.text = fmt::format("==> {} <==\n", printable(scrubbed.id));
  if ((run.options.common.verbose || run.options.explain))
    answer.text += classification_text(classification, run.rulebook, true, language);
  answer.text += decision_text(decision, run.rulebook, language);
  if (!file.empty())
    answer.text += fmt::format(fmt::runtime(words::sealed_to.in(language)),
                               decision.addressee->office, printable(file)) +
                   "\n";
  return answer;
}

ExitCode run(const Options& options, const Console& console) {
  check_call(options);
  Run run{.options = options,
          .console = console,
          .rulebook = rulebook_of(options.common),
          .format = format_of(options.format),
          .find = {},
          .recipients = {},
          .directions = {}};
  run.find.subjects = read_subjects(options.subject_from, console);
  run.directions.lifts = read_lifts(options, run.rulebook);
  run.directions.to = options.to;
  if (!options.recipients.empty()) {
    run.recipients = check_directory(options.recipients, options.trust);
    run.directions.recipients = &run.recipients;
  }
  return run_batch(options.inputs, run.format, console, [&run](Note note, bool several) {
    return answer_note(run, std::move(note), several);
  });
}

void add_sealing(CLI::App& app, Options& options, const Defaults& defaults) {
  options.recipients = defaults.settings.recipients.value_or("");
  options.trust = defaults.settings.trust.value_or("");
  add_path(app, "--seal-cert", options.seal_certificate, "FILE", defaults.say(words::seal_cert));
  add_path(app, "--seal-key", options.seal_key, "FILE", defaults.say(words::seal_key));
  add_path(app, "--recipients", options.recipients, "DIR", defaults.say(words::recipients_dir));
  add_path(app, "--trust", options.trust, "FILE", defaults.say(words::trust));
  add_path(app, "--to", options.to, "OFFICE", defaults.say(words::to_office));
  add_path(app, "--out", options.out, "DIR|FILE", defaults.say(words::out_package));
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
  add_sealing(*app, *options, defaults);
  add_common(*app, options->common, defaults);
  return command_of(app, options, run, defaults);
}

}  // namespace report
