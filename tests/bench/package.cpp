// SPDX-License-Identifier: EUPL-1.2
// How fast packages are made, as a ratio: Seal::seal() over notes, against a bare loop over OpenSSL
// that signs (P-256) and encrypts (AES-256-GCM for one RSA-3072 key) the same bytes. Both in one
// run, in turns, one thread, nothing written. And the sizes of packages. usage: bench_package DEMO
// [SECONDS]
#include "package/package.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include <openssl/cms.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <unistd.h>

#include "base/files.hpp"
#include "base/secret.hpp"
#include "rulebook/rulebook.hpp"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

void must(bool good) {
  if (!good) throw std::runtime_error("OpenSSL failed");
}

/// What somebody would write who knows of nothing but the two calls.
class Bare {
 public:
  explicit Bare(const fs::path& demo) {
    BIO* file = BIO_new_file((demo / "seal.crt").c_str(), "r");
    sealer_ = PEM_read_bio_X509(file, nullptr, nullptr, nullptr);
    BIO_free(file);
    file = BIO_new_file((demo / "seal.key").c_str(), "r");
    key_ = PEM_read_bio_PrivateKey(file, nullptr, nullptr, nullptr);
    BIO_free(file);
    file = BIO_new_file((demo / "burgemeester.crt").c_str(), "r");
    recipient_ = PEM_read_bio_X509(file, nullptr, nullptr, nullptr);
    BIO_free(file);
    must(sealer_ != nullptr && key_ != nullptr && recipient_ != nullptr);
  }
  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;
  ~Bare() {
    X509_free(sealer_);
    X509_free(recipient_);
    EVP_PKEY_free(key_);
  }

  /// `content` is signed; `padded`, as long as the package's entity, is encrypted.
  std::size_t package(const std::string& content, const std::string& padded) const {
    BIO* in = BIO_new_mem_buf(content.data(), static_cast<int>(content.size()));
    CMS_ContentInfo* signed_data =
        CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_BINARY | CMS_CADES | CMS_PARTIAL);
    must(CMS_add1_signer(signed_data, sealer_, key_, EVP_sha256(),
                         CMS_BINARY | CMS_CADES | CMS_NOSMIMECAP) != nullptr);
    must(CMS_final(signed_data, in, nullptr, CMS_BINARY) == 1);
    BIO* der = BIO_new(BIO_s_mem());
    must(i2d_CMS_bio(der, signed_data) == 1);
    BIO_free(in);
    BIO_free(der);
    CMS_ContentInfo_free(signed_data);
    in = BIO_new_mem_buf(padded.data(), static_cast<int>(padded.size()));
    CMS_ContentInfo* envelope =
        CMS_encrypt(nullptr, nullptr, EVP_aes_256_gcm(), CMS_BINARY | CMS_PARTIAL);
    CMS_RecipientInfo* to =
        CMS_add1_recipient_cert(envelope, recipient_, CMS_USE_KEYID | CMS_KEY_PARAM);
    EVP_PKEY_CTX* context = CMS_RecipientInfo_get0_pkey_ctx(to);
    must(EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) == 1);
    must(CMS_final(envelope, in, nullptr, CMS_BINARY) == 1);
    der = BIO_new(BIO_s_mem());
    must(i2d_CMS_bio(der, envelope) == 1);
    char* data = nullptr;
    const long size = BIO_get_mem_data(der, &data);
    BIO_free(in);
    BIO_free(der);
    CMS_ContentInfo_free(envelope);
    return static_cast<std::size_t>(size);
  }

 private:
  X509* sealer_ = nullptr;
  X509* recipient_ = nullptr;
  EVP_PKEY* key_ = nullptr;
};

report::Decision decision() {
  report::Decision decision;
  decision.route = "employer";
  decision.organisation = "gemeente Voorbeeldstad";
  decision.addressee = report::Addressee{"burgemeester", "gemeente Voorbeeldstad"};
  decision.rule = "employer";
  decision.grounds = {report::Message::as_is(
      "Hoogste gezag boven de beschuldigde: burgemeester (gemeente Voorbeeldstad).")};
  return decision;
}

template <typename Work>
double each_second(double seconds, const Work& work) {
  const auto begin = Clock::now();
  std::size_t count = 0;
  double passed = 0;
  do {
    for (int i = 0; i < 50; ++i) work();
    count += 50;
    passed = std::chrono::duration<double>(Clock::now() - begin).count();
  } while (passed < seconds);
  return static_cast<double>(count) / passed;
}

/// The bare loop in a process of its own, with the allocator of the C library: what it costs to
/// wipe memory counts against our packages.
class Rival {
 public:
  struct Task {
    double seconds;
    std::size_t content, padded;
  };

  explicit Rival(const fs::path& demo) {
    must(::pipe(to_.data()) == 0 && ::pipe(from_.data()) == 0);
    if (::fork() != 0) return;
    ::close(to_[1]);  // so that the end of the parent is the end of the tasks
    const Bare bare(demo);
    for (Task task{}; ::read(to_[0], &task, sizeof task) == sizeof task;) {
      const std::string content(task.content, 'c');
      const std::string padded(task.padded, 'p');
      const double rate = each_second(task.seconds, [&] { bare.package(content, padded); });
      must(::write(from_[1], &rate, sizeof rate) == sizeof rate);
    }
    std::_Exit(0);
  }

  [[nodiscard]] double measure(const Task& task) const {
    double rate = 0;
    must(::write(to_[1], &task, sizeof task) == sizeof task);
    must(::read(from_[0], &rate, sizeof rate) == sizeof rate);
    return rate;
  }

 private:
  std::array<int, 2> to_{}, from_{};
};

/// Padding over the entity without it, of notes of these sizes.
void show_sizes(const report::Seal& seal, const report::Rulebook& rulebook,
                const report::Delivery& delivery, const fs::path& demo) {
  const report::Opener opener(
      {demo / "burgemeester.crt", demo / "burgemeester.key", demo / "trust.pem", {}});
  const report::Sealer sealer(
      {.certificate = demo / "seal.crt", .key = demo / "seal.key", .ask = {}});
  std::puts("note   package  padding");
  for (const std::size_t size : {200U, 1500U, 2200U, 4100U, 8192U, 16384U, 65536U, 262144U}) {
    const auto scrubbed = report::scrub({"n", std::string(size, 'x'), {}}, rulebook);
    const auto sealed = seal.seal(scrubbed, {}, decision(), rulebook.digest, delivery);
    std::string entity = report::write_sealed("");
    entity.resize(entity.find("\n\n") + 2);
    report::add_base64(
        entity, sealer.sign(report::write_parts(opener.open(sealed.bytes)->second), delivery.date));
    const auto padded = static_cast<double>(report::inspect_package(sealed.bytes).content_size);
    std::printf("%6zu %8zu  %4.1f %%\n", size, sealed.bytes.size(),
                100 * (padded / static_cast<double>(entity.size()) - 1));
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) return 2;
  const fs::path demo = argv[1];
  const double seconds = argc > 2 ? std::atof(argv[2]) : 2;
  const Rival rival(demo);  // before the process is hardened
  report::harden_process();
  const report::Rulebook rulebook = report::builtin_rulebook();
  const report::Seal seal({.seal_certificate = demo / "seal.crt",
                           .seal_key = demo / "seal.key",
                           .trust = demo / "trust.pem",
                           .ask = {}});
  report::Delivery delivery{.recipients = {}, .subjects = {}, .name_digits = {}, .case_digits = {}};
  delivery.recipients = {report::read_directory(demo / "recipients").front()};
  const report::Opener opener(
      {demo / "burgemeester.crt", demo / "burgemeester.key", demo / "trust.pem", {}});
  const auto scrubbed = report::scrub({"n", std::string(4096, 'x'), {}}, rulebook);
  const auto sealed = seal.seal(scrubbed, {}, decision(), rulebook.digest, delivery);
  const std::string content = report::write_parts(opener.open(sealed.bytes)->second);
  const std::string padded(report::inspect_package(sealed.bytes).content_size, 'p');
  double ours = 0;
  double theirs = 0;
  constexpr int turns = 5;
  for (int turn = 0; turn < turns; ++turn) {
    theirs += rival.measure({seconds / turns, content.size(), padded.size()});
    ours += each_second(seconds / turns, [&] {
      if (seal.seal(scrubbed, {}, decision(), rulebook.digest, delivery).bytes.empty())
        std::abort();
    });
  }
  std::printf("bare loop: %.0f/s; packages: %.0f/s; ratio %.0f %%\n", theirs / turns, ours / turns,
              100 * ours / theirs);
  show_sizes(seal, rulebook, delivery, demo);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "bench_package: %s\n", error.what());
  return 1;
}
