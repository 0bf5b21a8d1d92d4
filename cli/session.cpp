// SPDX-License-Identifier: EUPL-1.2
#include "session.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "help.hpp"

namespace report {

CLI::App* add_command(CLI::App& parent, const std::string& name, const Words& summary,
                      const Words& example, const Defaults& defaults) {
  CLI::App* const app = parent.add_subcommand(name, defaults.say(summary));
  app->footer(fmt::format("{}\n  {}", defaults.say(words::example), defaults.say(example)));
  app->group(defaults.say(words::commands));
  app->set_help_flag("-h,--help", defaults.say(words::help));
  app->get_formatter()->column_width(34);
  return app;
}

void translate(CLI::App& program, const Defaults& defaults) {
  const auto formatter = program.get_formatter();
  formatter->label("Usage", defaults.say(words::usage));
  formatter->label("Positionals", defaults.say(words::positionals));
  formatter->label("OPTIONS", defaults.say(words::options_short));
  formatter->label("SUBCOMMAND", defaults.say(words::command_short));
  formatter->label("REQUIRED", defaults.say(words::required));
  program.option_defaults()->group(defaults.say(words::options));
  program.get_help_ptr()->group(defaults.say(words::options));
}

CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value,
                        const std::vector<std::string>& choices, const std::string& help) {
  return app.add_option(name, value, help)
      ->check(CLI::IsMember(choices).description(""))
      ->type_name(fmt::format("{}", fmt::join(choices, "|")));
}

CLI::Option* add_path(CLI::App& app, const std::string& name, std::string& value,
                      const std::string& kind, const std::string& help) {
  return app.add_option(name, value, help)->type_name(kind);
}

void add_common(CLI::App& app, CommonOptions& common, const Defaults& defaults) {
  common.rules = defaults.settings.rules.value_or("");
  common.color = defaults.settings.color.value_or("auto");
  common.language = defaults.language == Language::nl ? "nl" : "en";
  const std::string group = defaults.say(words::common_options);
  add_path(app, "--rules", common.rules, "DIR", defaults.say(words::rules))->group(group);
  add_choice(app, "--lang", common.language, {"nl", "en"}, defaults.say(words::lang))->group(group);
  add_choice(app, "--color", common.color, {"auto", "always", "never"}, defaults.say(words::color))
      ->group(group);
  app.add_flag("-q,--quiet", common.quiet, defaults.say(words::quiet))->group(group);
  app.add_flag("-v,--verbose", common.verbose, defaults.say(words::verbose))->group(group);
}

Console console_of(const CommonOptions& common, const Defaults& defaults) {
  const Color color = common.color == "always"  ? Color::always
                      : common.color == "never" ? Color::never
                                                : Color::automatic;
  return {defaults.language, color, common.quiet};
}

const Rulebook& rulebook_of(const CommonOptions& common) {
  // Never taken down: that would cost a fifth of a cold start, and there is nothing secret in it.
  static const Rulebook* const read =
      new Rulebook(common.rules.empty() ? builtin_rulebook() : read_rulebook(common.rules));
  return *read;
}

}  // namespace report
