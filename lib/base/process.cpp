// SPDX-License-Identifier: EUPL-1.2
#include "base/process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.hpp"

namespace report {
namespace {

using Clock = std::chrono::steady_clock;

Error no_program(const std::string& name, int cause) {
  return Error(Fault::input, say({"{}: kan niet worden gestart: {}", "{}: cannot be started: {}"},
                                 name, system_says(cause)))
      .with_code("no_program");
}

/// Both ends of a connection, closed with it.
class Ends {
 public:
  Ends() {
    // A socket, for a pipe whose reader is gone would end this program, too.
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends_.data()) != 0)
      throw no_program("a connection", errno);
  }
  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;
  ~Ends() {
    close_own();
    close_other();
  }
  [[nodiscard]] int own() const { return ends_[0]; }
  [[nodiscard]] int other() const { return ends_[1]; }
  void close_own() { shut(0); }
  void close_other() { shut(1); }

 private:
  void shut(std::size_t which) {
    if (ends_.at(which) >= 0) ::close(ends_.at(which));
    ends_.at(which) = -1;
  }
  std::array<int, 2> ends_{-1, -1};
};

pid_t start(const std::vector<std::string>& words, const Ends& in, const Ends& out, bool talk) {
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.other(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.other(), STDOUT_FILENO);
  if (!talk) posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int cause =
      ::posix_spawnp(&child, words.front().c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (cause != 0) throw no_program(words.front(), cause);
  return child;
}

/// Milliseconds until the deadline for poll(); -1 = none.
int wait_of(const std::optional<Clock::time_point>& deadline) {
  if (!deadline) return -1;
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(*deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left + 1, 0, 1 << 30));
}

/// Writes and reads until the other side has said all.
void converse(Ends& in, const Ends& out, std::string_view input, const ProcessOptions& options,
              ProcessResult& result) {
  std::optional<Clock::time_point> deadline;
  if (options.time) deadline = Clock::now() + *options.time;
  std::vector<char> block(1U << 16U);
  for (;;) {
    if (input.empty()) in.close_own();
    std::array<pollfd, 2> wait{pollfd{out.own(), POLLIN, 0}, pollfd{in.own(), POLLOUT, 0}};
    const int ready = ::poll(wait.data(), input.empty() ? 1 : 2, wait_of(deadline));
    if (ready < 0 && errno == EINTR) continue;
    result.out_of_time = deadline && Clock::now() >= *deadline;
    if (ready < 0 || result.out_of_time) return;
    if (!input.empty() && wait[1].revents != 0) {
      const ssize_t sent =
          ::send(in.own(), input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent > 0)
        input.remove_prefix(static_cast<std::size_t>(sent));
      else if (errno != EAGAIN && errno != EINTR)
        input = {};  // it wants no more
    }
    if (wait[0].revents == 0) continue;
    const ssize_t got = ::recv(out.own(), block.data(), block.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (got <= 0) return;
    result.out_of_room = result.output.size() + static_cast<std::size_t>(got) > options.limit;
    if (result.out_of_room) return;
    result.output.append(block.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& words, std::string_view input,
                          const ProcessOptions& options) {
  Ends in, out;
  const pid_t child = start(words, in, out, options.talk);
  in.close_other();
  out.close_other();
  ProcessResult result;
  converse(in, out, input, options, result);
  if (result.out_of_time || result.out_of_room) ::kill(child, SIGKILL);
  in.close_own();
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  constexpr int signalled = 128;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : signalled + WTERMSIG(status);
  return result;
}

}  // namespace report
