// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"

#include <array>
#include <cctype>
#include <utility>

#include <CLI/Error.hpp>
#include <fmt/format.h>

#include "help.hpp"
#include "rulebook/yaml.hpp"
#include "words.hpp"

namespace report {
namespace {

/// What CLI11 says, in our voice: lower case, no full stop.
std::string in_our_voice(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == '\n')) text.pop_back();
  if (text.size() > 1 && std::isupper(static_cast<unsigned char>(text[1])) == 0)
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

/// The same in Dutch: CLI11 knows English only, and these are all the things it says of a call.
std::string in_dutch(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> phrases{{
      {"a subcommand is required", "er ontbreekt een opdracht"},
      {"the following argument was not expected: ", "onbekend argument: "},
      {"the following arguments were not expected: ", "onbekende argumenten: "},
      {" not in range ", " ligt niet in het bereik "},
      {" not in ", " is geen van "},
      {" is required", " ontbreekt"},
      {": 1 required ", ": vraagt om een "},
      {" missing", ""},
      {"could not convert: ", "is geen getal: "},
      {" requires ", " vraagt om "},
      {" excludes ", " gaat niet samen met "},
      {"Value ", "de waarde "},
  }};
  for (const auto& [english, dutch] : phrases)
    if (const std::size_t at = text.find(english); at != std::string::npos)
      text.replace(at, english.size(), dutch);
  // Only behind the words for a range: a value may have anything in it.
  constexpr std::string_view range = " in het bereik ", to = " to ";
  if (const std::size_t at = text.rfind(range); at != std::string::npos)
    if (const std::size_t end = text.find(to, at); end != std::string::npos)
      text.replace(end, to.size(), " tot en met ");
  return text;
}

const CLI::App* deepest_parsed(const CLI::App* app) {
  const auto parsed = app->get_subcommands();
  return parsed.empty() ? app : deepest_parsed(parsed.front());
}

std::string full_name(const CLI::App* app) {
  return app->get_parent() == nullptr ? app->get_name()
                                      : full_name(app->get_parent()) + " " + app->get_name();
}

/// The option or command nearest to the first word that nobody knew.
std::optional<std::string> meant(const CLI::App& program) {
  const std::vector<std::string> unknown = program.remaining(true);
  if (unknown.empty()) return std::nullopt;
  const std::string word = unknown.front().substr(0, unknown.front().find('='));
  const CLI::App* const app = deepest_parsed(&program);
  std::vector<std::string> known;
  if (word.starts_with('-')) {
    for (const CLI::Option* option : app->get_options())
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  } else {
    for (const CLI::App* below : app->get_subcommands([](const CLI::App*) { return true; }))
      known.push_back(below->get_name());
  }
  auto near = yaml::nearest(word, known);
  // Of a short word two slips leave nothing; where it begins is then what was meant.
  constexpr std::size_t short_word = 6;
  const std::size_t letter = word.find_first_not_of('-');
  if (near && word.size() < short_word && letter < near->size() && word[letter] != near->at(letter))
    near.reset();
  return near;
}

}  // namespace

std::vector<Command> add_commands(CLI::App& program, const Defaults& defaults) {
  std::vector<Command> all;
  all.push_back(add_scrub(program, defaults));
  all.push_back(add_check(program, defaults));
  all.push_back(add_classify(program, defaults));
  all.push_back(add_route(program, defaults));
  all.push_back(add_open(program, defaults));
  all.push_back(add_inspect(program, defaults));
  for (Command& command : add_rules(program, defaults)) all.push_back(std::move(command));
  for (Command& command : add_recipients(program, defaults)) all.push_back(std::move(command));
  all.push_back(add_receipt(program, defaults));
  for (Command& command : add_journal(program, defaults)) all.push_back(std::move(command));
  all.push_back(add_completion(program, defaults));
  return all;
}

std::optional<std::string> asked_language(int argc, const char* const* argv) {
  std::optional<std::string> asked;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--") break;
    if (word.starts_with("--lang=")) asked = word.substr(word.find('=') + 1);
    if (word == "--lang" && i + 1 < argc) asked = argv[i + 1];
  }
  return asked;
}

Defaults read_defaults(int argc, const char* const* argv) {
  Defaults defaults{.settings = read_settings()};
  const auto asked = asked_language(argc, argv);
  defaults.language = choose_language(asked ? asked : defaults.settings.lang);
  return defaults;
}

ExitCode run_program(int argc, const char* const* argv, const Defaults& defaults) {
  CLI::App program(defaults.say(words::program), "report");
  program.set_help_flag("-h,--help", defaults.say(words::help));

  program.set_version_flag("--version", "report " REPORT_VERSION, defaults.say(words::version))
      ->group(defaults.say(words::options));
  translate(program, defaults);
  program.require_subcommand(1);
  program.footer(
      fmt::format("{}\n  {}", defaults.say(words::example), defaults.say(words::scrub_example)));
  const std::vector<Command> commands = add_commands(program, defaults);
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& answer) {
    program.exit(answer);
    return ExitCode::done;
  } catch (const CLI::ParseError& error) {
    const std::string called = full_name(deepest_parsed(&program));
    std::vector<Message> hints;
    if (const auto near = meant(program)) hints.push_back(say(words::rule_meant, *near));
    hints.push_back(say(words::see_help, called));
    const std::string what = in_our_voice(error.what());
    throw Error(Fault::usage, Message(in_dutch(what), what), std::move(hints));
  }
  for (const Command& command : commands)
    if (command.app->parsed()) return command.run();
  throw Error(Fault::internal, Message::as_is("a command without an action"));
}

}  // namespace report
