// SPDX-License-Identifier: EUPL-1.2
#include "git.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/process.hpp"

namespace report {

std::vector<std::string> staged_files(const std::vector<std::string>& paths) {
  std::vector<std::string> words{
      "git",        "diff",         "--cached",        "--name-only",         "-z",
      "--relative", "--no-renames", "--diff-filter=d", "--ignore-submodules", "--"};
  words.insert(words.end(), paths.begin(), paths.end());
  ProcessResult result;
  try {
    result = run_process(words, {});
  } catch (const Error&) {
    throw Error(Fault::usage,
                say({"--staged vraagt het aan git, en git is er niet",
                     "--staged asks git, and there is no git"}),
                {say({"installeer git", "install git"})});
  }
  if (result.status != 0)
    throw Error(
        Fault::usage,
        say({"--staged: git zegt niet wat hier klaarstaat",
             "--staged: git does not say what is staged here"}),
        {say({"geef de opdracht binnen een git-opslag", "run it within a git repository"})});
  std::vector<std::string> files;
  for (std::string_view rest = result.output; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    files.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string staged_content(const std::string& path, std::size_t limit) {
  ProcessResult result =
      run_process({"git", "cat-file", "blob", ":./" + path}, {}, {.limit = limit});
  if (result.out_of_room)
    throw Error(Fault::input,
                say({"{}: is groter dan {} MiB", "{}: is larger than {} MiB"}, path, limit >> 20U))
        .with_code("too_large");
  if (result.status != 0)
    throw Error(
        Fault::input,
        say({"{}: git kan niet lezen wat er klaarstaat", "{}: git cannot read it as staged"}, path))
        .with_code("unreadable");
  return std::move(result.output);
}

}  // namespace report
