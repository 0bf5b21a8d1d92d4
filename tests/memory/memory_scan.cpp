// SPDX-License-Identifier: EUPL-1.2
// Seals and opens a package as the program does, then looks through this process's own memory for
// the private keys, the plaintext and the secret of the journal. While keys are in use they may lie
// in locked memory only; afterwards they and the text lie nowhere. What is looked for comes masked
// from a child process, so that looking does not put it there. usage: memory_scan DEMO
#include <array>
#include <cstdio>
#include <fstream>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <sqlite3.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.hpp"
#include "base/secret.hpp"
#include "journal/journal.hpp"
#include "package/package.hpp"
#include "rulebook/rulebook.hpp"

namespace {

namespace fs = std::filesystem;

constexpr unsigned char mask = 0x5a;
constexpr std::size_t needle_size = 24;
using Needle = std::array<unsigned char, needle_size>;

struct Wanted {
  Needle bytes;  // masked
  bool key;
  /// OpenSSL keeps the factors of an RSA key a second time, in the Montgomery form of the ordinary
  /// heap, from its first use until it is freed.
  bool factor;
};

/// Longer than a string keeps in itself, so that it lies in the heap.
constexpr const char* passphrase = "een wachtwoord dat lang genoeg is";

constexpr const char* note =
    "Bij de gemeente Voorbeeldstad gunt een teamleider sinds maart van dit jaar steeds opdrachten "
    "aan het bedrijf van zijn zwager.\n";

/// 100 KiB in which no stretch of a needle's length comes twice.
std::string long_note() {
  std::string text = note;
  for (std::size_t n = 0; text.size() < (100U << 10U); ++n)
    text += "In week " + std::to_string(n) + " kreeg het bedrijf opdracht " +
            std::to_string(7919 * n % 100003) + " van hem.\n";
  return text;
}

void send(int pipe, const unsigned char* bytes, bool key, bool factor = false) {
  Wanted wanted{{}, key, factor};
  for (std::size_t i = 0; i < needle_size; ++i)
    wanted.bytes[i] = static_cast<unsigned char>(bytes[i] ^ mask);
  if (::write(pipe, &wanted, sizeof wanted) != sizeof wanted) std::exit(2);
}

/// The number as it is written and as it lies in memory, least byte first.
void send_number(int pipe, const EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &number) != 1) std::exit(2);
  std::vector<unsigned char> bytes(static_cast<std::size_t>(BN_num_bytes(number)));
  const bool factor = std::string_view(name).starts_with("rsa-factor");
  BN_bn2bin(number, bytes.data());
  send(pipe, bytes.data(), true, factor);
  BN_bn2lebinpad(number, bytes.data(), static_cast<int>(bytes.size()));
  send(pipe, bytes.data(), true, factor);
}

EVP_PKEY* key_in(const fs::path& path) {
  std::FILE* file = std::fopen(path.c_str(), "r");
  if (file == nullptr) std::exit(2);
  EVP_PKEY* key = PEM_read_PrivateKey(file, nullptr, nullptr, nullptr);
  std::fclose(file);
  return key;
}

/// The recipient's key behind a passphrase, as PKCS #12 and as PEM.
void lock_keys(const fs::path& demo, EVP_PKEY* key) {
  std::FILE* file = std::fopen((demo / "burgemeester.crt").c_str(), "r");
  X509* certificate = PEM_read_X509(file, nullptr, nullptr, nullptr);
  std::fclose(file);
  PKCS12* locked = PKCS12_create(passphrase, "own", key, certificate, nullptr, 0, 0, 1000, 1000, 0);
  file = std::fopen((demo / "memory.p12").c_str(), "w");
  if (i2d_PKCS12_fp(file, locked) != 1) std::exit(2);
  std::fclose(file);
  file = std::fopen((demo / "memory.key").c_str(), "w");
  if (PEM_write_PKCS8PrivateKey(file, key, EVP_aes_256_cbc(), nullptr, 0, nullptr,
                                const_cast<char*>(passphrase)) != 1)
    std::exit(2);
  std::fclose(file);
}

/// The secret of a journal that is made for it.
void send_secret(int pipe, const fs::path& path) {
  fs::remove(path);
  report::Journal(path, report::Journal::Access::write);
  sqlite3* database = nullptr;
  sqlite3_stmt* head = nullptr;
  if (sqlite3_open(path.c_str(), &database) != SQLITE_OK ||
      sqlite3_prepare_v2(database, "SELECT secret FROM head", -1, &head, nullptr) != SQLITE_OK ||
      sqlite3_step(head) != SQLITE_ROW || sqlite3_column_bytes(head, 0) != 64)
    std::exit(2);
  send(pipe, sqlite3_column_text(head, 0), false);
}

/// In a child: what to look for, masked.
[[noreturn]] void tell(int pipe, const fs::path& demo) {
  send_number(pipe, key_in(demo / "seal.key"), OSSL_PKEY_PARAM_PRIV_KEY);
  EVP_PKEY* rsa = key_in(demo / "burgemeester.key");
  for (const char* name : {OSSL_PKEY_PARAM_RSA_D, OSSL_PKEY_PARAM_RSA_FACTOR1,
                           OSSL_PKEY_PARAM_RSA_FACTOR2, OSSL_PKEY_PARAM_RSA_EXPONENT1})
    send_number(pipe, rsa, name);
  lock_keys(demo, rsa);
  send(pipe, reinterpret_cast<const unsigned char*>(passphrase), false);
  send_secret(pipe, demo / "memory.db");
  for (const char* name : {"memory-note.txt", "memory-long.txt"}) {
    std::ifstream file(demo / name);
    std::string text((std::istreambuf_iterator<char>(file)), {});
    for (const std::size_t at : {std::size_t{20}, text.size() / 2, text.size() - needle_size})
      send(pipe, reinterpret_cast<const unsigned char*>(text.data()) + at, false);
  }
  std::_Exit(0);
}

std::vector<Wanted> ask(const fs::path& demo) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) std::exit(2);
  const pid_t child = ::fork();
  if (child == 0) tell(pipe[1], demo);
  ::close(pipe[1]);
  std::vector<Wanted> all;
  for (Wanted one{}; ::read(pipe[0], &one, sizeof one) == sizeof one;) all.push_back(one);
  ::close(pipe[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (status != 0 || all.empty()) std::exit(2);
  return all;
}

struct Mapping {
  const unsigned char* begin = nullptr;
  const unsigned char* end = nullptr;
  std::string line;
  bool readable = false, writable = false, locked = false;
};

std::vector<Mapping> mappings() {
  std::vector<Mapping> all;
  std::ifstream file("/proc/self/smaps");
  for (std::string line; std::getline(file, line);) {
    unsigned long begin = 0;
    unsigned long end = 0;
    std::array<char, 5> rights{};
    if (std::sscanf(line.c_str(), "%lx-%lx %4s", &begin, &end, rights.data()) == 3)
      all.push_back({reinterpret_cast<const unsigned char*>(begin),
                     reinterpret_cast<const unsigned char*>(end), line, rights[0] == 'r',
                     rights[1] == 'w', false});
    else if (line.starts_with("VmFlags:") && !all.empty())
      all.back().locked = line.find(" lo") != std::string::npos;
  }
  return all;
}

bool is_at(const unsigned char* at, const Needle& needle) {
  for (std::size_t i = 0; i < needle_size; ++i)
    if (static_cast<unsigned char>(at[i] ^ mask) != needle[i]) return false;
  return true;
}

struct Found {
  int in_locked = 0, elsewhere = 0;
};

Found scan(const std::vector<Wanted>& wanted, bool in_use) {
  Found found;
  for (const Mapping& mapping : mappings()) {
    if (!mapping.readable || !mapping.writable || mapping.line.ends_with("[vvar]")) continue;
    for (const unsigned char* at = mapping.begin; at + needle_size <= mapping.end; ++at)
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!is_at(at, wanted[i].bytes) || (in_use && wanted[i].factor)) continue;
        const bool locked = mapping.locked && wanted[i].key;
        ++(locked ? found.in_locked : found.elsewhere);
        if (!locked)
          std::printf("%s: item %zu lies in %s\n", in_use ? "in use" : "afterwards", i,
                      mapping.line.c_str());
      }
  }
  return found;
}

report::Decision decision() {
  report::Decision decision;
  decision.route = "employer";
  decision.organisation = "gemeente Voorbeeldstad";
  decision.addressee = report::Addressee{"burgemeester", "gemeente Voorbeeldstad"};
  decision.rule = "employer";
  return decision;
}

struct Run {
  const char* key;
  const char* note = "memory-note.txt";
  report::Profile profile = report::Profile::gcm;
};

/// As `route --journal` does.
void note_handover(const fs::path& path, const std::string& package) {
  report::Journal journal(path, report::Journal::Access::write);
  report::Entry entry;
  entry.kind = "handover";
  entry.source = journal.keyed(package);
  journal.append([&] { return std::vector<report::Entry>{entry}; });
}

/// Seals the note, opens the package, and lets `look` in while the keys are still there.
bool seal_and_open(const fs::path& demo, const Run& run, const std::function<void()>& look) {
  report::SealOptions options{.seal_certificate = demo / "seal.crt",
                              .seal_key = demo / "seal.key",
                              .trust = demo / "trust.pem",
                              .ask = {}};
  const report::Seal seal(options);
  report::Delivery delivery{.recipients = {}, .subjects = {}, .name_digits = {}, .case_digits = {}};
  delivery.profile = run.profile;
  delivery.recipients = {report::read_directory(demo / "recipients").front()};
  const report::Opener opener({demo / "burgemeester.crt", demo / run.key, demo / "trust.pem",
                               [](const auto&) { return std::string(passphrase); }});
  const report::Rulebook rulebook = report::builtin_rulebook();
  bool opened = false;
  {
    const auto scrubbed = report::scrub({"note", report::read_file(demo / run.note), {}}, rulebook);
    const auto classification = report::classify(scrubbed.text, rulebook);
    const auto sealed = seal.seal(scrubbed, classification, decision(), rulebook.digest, delivery);
    note_handover(demo / "memory.db", sealed.bytes);
    opened = opener.open(sealed.bytes).has_value();
  }
  look();
  return opened;
}

bool look_at(const fs::path& demo, const Run& run, const std::vector<Wanted>& wanted) {
  Found during;
  if (!seal_and_open(demo, run, [&] { during = scan(wanted, true); })) {
    std::printf("%s: the package did not open\n", run.key);
    return false;
  }
  const Found after = scan(wanted, false);
  std::printf("%s, %s, %s: in use %d in locked memory and %d elsewhere, afterwards %d and %d\n",
              run.key, run.note, run.profile == report::Profile::mail ? "mail" : "gcm",
              during.in_locked, during.elsewhere, after.in_locked, after.elsewhere);
  return during.in_locked > 0 && during.elsewhere == 0 && after.in_locked == 0 &&
         after.elsewhere == 0;
}

}  // namespace

int main(int argc, char** argv) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  std::puts("skipped: sanitizers have an allocator of their own");
  return 77;
#endif
  if (argc != 2) return 2;
  const fs::path demo = argv[1];
  report::harden_process();
  rlimit core{1, 1};
  if (::prctl(PR_GET_DUMPABLE) != 0 || ::getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_max != 0 ||
      ::umask(0) != 077) {
    std::puts("the process could leave its memory behind");
    return 1;
  }
  ::umask(077);
  if (!fs::exists(demo / "memory-note.txt")) std::ofstream(demo / "memory-note.txt") << note;
  if (!fs::exists(demo / "memory-long.txt")) std::ofstream(demo / "memory-long.txt") << long_note();
  const std::vector<Wanted> wanted = ask(demo);
  int faults = 0;
  for (const Run& run : {Run{"burgemeester.key"}, Run{"memory.key"}, Run{"memory.p12"},
                         Run{"burgemeester.key", "memory-long.txt"},
                         Run{"burgemeester.key", "memory-long.txt", report::Profile::mail},
                         Run{"burgemeester.key", "memory-note.txt", report::Profile::mail}})
    faults += look_at(demo, run, wanted) ? 0 : 1;
  return faults == 0 ? 0 : 1;
}
