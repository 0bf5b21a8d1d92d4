// SPDX-License-Identifier: EUPL-1.2
// report-read KIND: a document on standard input, its text as JSON on standard output. Runs with
// nothing but what it was given: no file can be written, no program started, no connection made.
#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <typeinfo>

#include <dlfcn.h>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "document/reader/readers.hpp"

namespace report {
namespace {

constexpr std::size_t largest_document = 256U << 20U;

[[maybe_unused]] void limit(int what, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(static_cast<__rlimit_resource>(what), &both);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

/// The sanitizers want memory and calls of their own.
bool lock_up() { return true; }

#else

/// No program started, no connection made, no file written.
bool filter_calls() {
  scmp_filter_ctx rules = ::seccomp_init(SCMP_ACT_ALLOW);
  if (rules == nullptr) return false;
  bool good = true;
  for (const int call : {SCMP_SYS(execve),
                         SCMP_SYS(execveat),
                         SCMP_SYS(fork),
                         SCMP_SYS(vfork),
                         SCMP_SYS(socket),
                         SCMP_SYS(connect),
                         SCMP_SYS(bind),
                         SCMP_SYS(ptrace),
                         SCMP_SYS(process_vm_readv),
                         SCMP_SYS(process_vm_writev),
                         SCMP_SYS(unlink),
                         SCMP_SYS(unlinkat),
                         SCMP_SYS(rename),
                         SCMP_SYS(renameat),
                         SCMP_SYS(renameat2),
                         SCMP_SYS(mkdir),
                         SCMP_SYS(mkdirat),
                         SCMP_SYS(symlink),
                         SCMP_SYS(symlinkat),
                         SCMP_SYS(link),
                         SCMP_SYS(linkat),
                         SCMP_SYS(truncate),
                         SCMP_SYS(chmod),
                         SCMP_SYS(fchmodat),
                         SCMP_SYS(mount),
                         SCMP_SYS(bpf),
                         SCMP_SYS(kill),
                         SCMP_SYS(tkill),
                         SCMP_SYS(io_uring_setup)})
    good = ::seccomp_rule_add(rules, SCMP_ACT_ERRNO(EPERM), call, 0) == 0 && good;
  // Opened for writing, or made.
  for (const auto& [mask, bits] : {std::pair<unsigned, unsigned>{O_ACCMODE, O_WRONLY},
                                   {O_ACCMODE, O_RDWR},
                                   {O_CREAT, O_CREAT}}) {
    good = ::seccomp_rule_add(rules, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(openat), 1,
                              SCMP_A2(SCMP_CMP_MASKED_EQ, mask, bits)) == 0 &&
           good;
    good = ::seccomp_rule_add(rules, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(open), 1,
                              SCMP_A1(SCMP_CMP_MASKED_EQ, mask, bits)) == 0 &&
           good;
  }
  good = ::seccomp_load(rules) == 0 && good;
  ::seccomp_release(rules);
  return good;
}

/// Whatever a hostile document makes of a library, this is what it can do.
bool lock_up() {
  constexpr rlim_t most_memory = 4ULL << 30U;
  limit(RLIMIT_AS, most_memory);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  ::prctl(PR_SET_DUMPABLE, 0);
  return filter_calls();
}

#endif

std::string all_of_input() {
  std::string bytes, block(1U << 16U, '\0');
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw broken_document(say({"het kan niet worden gelezen", "it cannot be read"}));
    if (got == 0) return bytes;
    bytes.append(block, 0, static_cast<std::size_t>(got));
    if (bytes.size() > largest_document) throw too_large_document();
  }
}

DocumentKind kind_named(std::string_view name) {
  for (const DocumentKind kind : {DocumentKind::mail, DocumentKind::html, DocumentKind::docx,
                                  DocumentKind::odt, DocumentKind::pdf})
    if (name == name_of(kind)) return kind;
  throw Error(Fault::usage, say({"report-read wil een van mail, html, docx, odt en pdf",
                                 "report-read takes one of mail, html, docx, odt and pdf"}));
}

nlohmann::json answer(const std::string& kind) {
  nlohmann::json out;
  const auto both = [](const Message& message) {
    return nlohmann::json{{"nl", message.in(Language::nl)}, {"en", message.in(Language::en)}};
  };
  const auto failed = [&](const Error& error) {
    auto hints = nlohmann::json::array();
    for (const Message& hint : error.hints()) hints.push_back(both(hint));
    out = {
        {"error", {{"code", error.code()}, {"message", both(error.message())}, {"hints", hints}}}};
  };
  try {
    Parts parts;
    const DocumentKind document = kind_named(kind);
    read_as(document, all_of_input(), parts);
    out["parts"] = nlohmann::json::array();
    std::size_t size = 0;
    for (const auto& [name, text] : parts.all()) {
      size += text.size();
      if (size > most_text) throw too_large_document();
      const std::size_t begin = text.find_first_not_of(" \t\r\n");
      if (begin == std::string::npos) continue;
      const std::size_t end = text.find_last_not_of(" \t\r\n") + 1;
      out["parts"].push_back({{"name", name}, {"text", text.substr(begin, end - begin) + '\n'}});
    }
    out["unread"] = parts.all_unread();
  } catch (const Error& error) {
    failed(error);
  } catch (const std::bad_alloc&) {
    failed(Error(Fault::input, say({"het document vraagt te veel geheugen",
                                    "the document wants too much memory"}))
               .with_code("too_large"));
  }
  return out;
}

}  // namespace

/// The module lies beside this program.
void read_pdf(std::string_view bytes, Parts& parts) {
  using Reader = void (*)(const std::string_view*, Parts*);
  static const auto reader = []() -> Reader {
    std::error_code error;
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
    void* const module =
        ::dlopen((own.parent_path() / "report-read-pdf.so").c_str(), RTLD_NOW | RTLD_LOCAL);
    return module == nullptr ? nullptr
                             : reinterpret_cast<Reader>(::dlsym(module, "report_read_pdf"));
  }();
  if (reader == nullptr)
    throw Error(
        Fault::input,
        say({"wat PDF leest, staat niet op zijn plaats", "what reads PDF is not where it belongs"}),
        {say({"installeer report opnieuw", "install report anew"})})
        .with_code("no_program");
  reader(&bytes, &parts);
}

}  // namespace report

int main(int argc, char** argv) try {
  // Ctrl-C is for who started this: it ends behind the document under way.
  std::signal(SIGINT, SIG_IGN);
  std::setlocale(LC_CTYPE, "C.UTF-8");
  if (!report::lock_up()) return 1;
  const std::string out = report::answer(argc == 2 ? argv[1] : "")
                              .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() && std::fflush(stdout) == 0
             ? 0
             : 1;
} catch (const std::exception& error) {
  // Its text may quote the document; only its kind is said.
  std::fprintf(stderr, "report-read: %s\n", typeid(error).name());
  return 1;
}
