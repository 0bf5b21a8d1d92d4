// SPDX-License-Identifier: EUPL-1.2
// Completions for bash, zsh and fish, read off the program's own options.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "commands.hpp"
#include "help.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  std::string shell;
};

/// One option as a shell sees it.
struct Flag {
  std::vector<std::string> names;  // with their dashes
  std::string help;
  std::string takes;  // "", FILE, DIR, "a|b|c" or another word
};

/// One command as a shell sees it; `name` holds the words that lead to it: "rules list".
struct Verb {
  std::string name, help;
  std::vector<Flag> flags;
  std::vector<std::pair<std::string, std::string>> verbs;  // below it, with their help
};

Flag flag_of(const CLI::Option& option) {
  Flag flag{.names = {}, .help = option.get_description(), .takes = {}};
  for (const std::string& name : option.get_snames()) flag.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) flag.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0) flag.takes = option.get_type_name();
  return flag;
}

void collect(const CLI::App& app, const std::string& name, std::vector<Verb>& verbs) {
  Verb verb{.name = name, .help = app.get_description(), .flags = {}, .verbs = {}};
  for (const CLI::Option* option : app.get_options())
    if (!option->get_lnames().empty() || !option->get_snames().empty())
      verb.flags.push_back(flag_of(*option));
  const auto below = app.get_subcommands([](const CLI::App*) { return true; });
  for (const CLI::App* one : below)
    verb.verbs.emplace_back(one->get_name(), one->get_description());
  verbs.push_back(std::move(verb));
  for (const CLI::App* one : below)
    collect(*one, name.empty() ? one->get_name() : name + " " + one->get_name(), verbs);
}

std::vector<std::string> choices_of(const Flag& flag) {
  std::vector<std::string> words;
  if (flag.takes.find('|') == std::string::npos || flag.takes == "DIR|FILE") return words;
  for (std::size_t at = 0; at <= flag.takes.size();) {
    const std::size_t end = std::min(flag.takes.find('|', at), flag.takes.size());
    words.push_back(flag.takes.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string names_below(const Verb& verb) {
  std::string names;
  for (const auto& below : verb.verbs) names += (names.empty() ? "" : " ") + below.first;
  return names;
}

/// Which words of the line so far lead to which command.
std::string bash_steps(const std::vector<Verb>& verbs) {
  std::string steps;
  for (const Verb& verb : verbs) {
    if (verb.name.empty()) continue;
    const auto cut = verb.name.rfind(' ');
    const bool top = cut == std::string::npos;
    steps += fmt::format("      '{} {}') path='{}' ;;\n", top ? "" : verb.name.substr(0, cut),
                         top ? verb.name : verb.name.substr(cut + 1), verb.name);
  }
  return steps;
}

std::string bash(const std::vector<Verb>& verbs) {
  std::string cases, values;
  for (const Verb& verb : verbs) {
    std::string flags;
    for (const Flag& flag : verb.flags) flags += fmt::format(" {}", fmt::join(flag.names, " "));
    cases += fmt::format("    '{}') verbs='{}' flags='{}' ;;\n", verb.name, names_below(verb),
                         flags.substr(1));
    for (const Flag& flag : verb.flags) {
      if (flag.takes.empty()) continue;
      const auto choices = choices_of(flag);
      const std::string how = !choices.empty() ? fmt::format("-W '{}'", fmt::join(choices, " "))
                              : flag.takes == "DIR" ? "-d"
                                                    : "-f";
      for (const std::string& name : flag.names)
        values += fmt::format("    '{} {}') COMPREPLY=($(compgen {} -- \"$word\")); return ;;\n",
                              verb.name, name, how);
    }
  }
  return fmt::format(R"(# bash completion of report; made by 'report completion bash'
_report() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} path= i verbs flags
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path ${{COMP_WORDS[i]}}" in
{}    esac
  done
  case "$path $before" in
{}  esac
  case "$path" in
{}  esac
  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$word"))
  elif [[ -n $verbs ]]; then COMPREPLY=($(compgen -W "$verbs" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}}
complete -o filenames -F _report report
)",
                     bash_steps(verbs), values, cases);
}

/// Within single quotes of a shell.
std::string in_quotes(const std::string& text) {
  std::string out = "'";
  for (const char letter : text)
    out += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return out + "'";
}

std::string fish(const std::vector<Verb>& verbs) {
  std::string out = "# fish completion of report; made by 'report completion fish'\n";
  for (const Verb& verb : verbs) {
    const auto cut = verb.name.find(' ');
    std::string when = "__fish_use_subcommand";
    if (!verb.name.empty())
      when = cut == std::string::npos
                 ? "__fish_seen_subcommand_from " + verb.name
                 : fmt::format("__fish_seen_subcommand_from {}; and __fish_seen_subcommand_from {}",
                               verb.name.substr(0, cut), verb.name.substr(cut + 1));
    for (const auto& [name, help] : verb.verbs)
      out += fmt::format("complete -c report -f -n {} -a {} -d {}\n", in_quotes(when), name,
                         in_quotes(help));
    for (const Flag& flag : verb.flags) {
      std::string line = fmt::format("complete -c report -n {}", in_quotes(when));
      for (const std::string& name : flag.names)
        line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      const auto choices = choices_of(flag);
      if (!choices.empty())
        line += fmt::format(" -x -a '{}'", fmt::join(choices, " "));
      else if (!flag.takes.empty())
        line += flag.takes == "DIR" ? " -x -a '(__fish_complete_directories)'" : " -r";
      out += fmt::format("{} -d {}\n", line, in_quotes(flag.help));
    }
  }
  return out;
}

/// Within a description of _arguments, where brackets and colons mean something.
std::string for_zsh(const std::string& text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') out += '\\';
    out += letter;
  }
  return out;
}

std::string zsh_flags(const Verb& verb) {
  std::string out;
  for (const Flag& flag : verb.flags)
    for (const std::string& name : flag.names) {
      std::string spec = fmt::format("{}[{}]", name, for_zsh(flag.help));
      const auto choices = choices_of(flag);
      if (!choices.empty())
        spec += fmt::format(":value:({})", fmt::join(choices, " "));
      else if (!flag.takes.empty())
        spec += flag.takes == "DIR" ? ":folder:_files -/" : ":file:_files";
      out += fmt::format(" \\\n    {}", in_quotes(spec));
    }
  return out;
}

std::string zsh(const std::vector<Verb>& verbs) {
  std::string out =
      "#compdef report\n# zsh completion of report; made by 'report completion zsh'\n";
  for (const Verb& verb : verbs) {
    std::string function = "_report";
    for (const char letter : verb.name) {
      if (function == "_report") function += '_';
      function += letter == ' ' ? '_' : letter;
    }
    out += fmt::format("{}() {{\n", function);
    if (verb.verbs.empty()) {
      out += fmt::format("  _arguments{} \\\n    '*:file:_files'\n}}\n", zsh_flags(verb));
      continue;
    }
    out += "  local state line\n  local -a verbs=(\n";
    for (const auto& [name, help] : verb.verbs)
      out += fmt::format("    {}\n", in_quotes(fmt::format("{}:{}", name, help)));
    out += fmt::format("  )\n  _arguments -C{} \\\n    '1:command:->verb' '*::rest:->rest'\n",
                       zsh_flags(verb));
    out += fmt::format(
        "  case $state in\n  verb) _describe command verbs ;;\n  rest) {}_$line[1] ;;\n  "
        "esac\n}}\n",
        function);
  }
  return out + "_report \"$@\"\n";
}

}  // namespace

Command add_completion(CLI::App& program, const Defaults& defaults) {
  const auto options = std::make_shared<Options>();
  CLI::App* const app =
      add_command(program, "completion", words::completion, words::completion_example, defaults);
  app->add_option("SHELL", options->shell, defaults.say(words::shell))
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""))
      ->type_name("bash|zsh|fish");
  add_common(*app, options->common, defaults);
  return {app, [options, defaults, &program] {
            std::vector<Verb> verbs;
            collect(program, "", verbs);
            const Console console = console_of(options->common, defaults);
            console.write(options->shell == "bash"  ? bash(verbs)
                          : options->shell == "zsh" ? zsh(verbs)
                                                    : fish(verbs));
            console.flush();
            return ExitCode::done;
          }};
}

}  // namespace report
