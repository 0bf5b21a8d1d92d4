// SPDX-License-Identifier: EUPL-1.2
#include "base/secret.hpp"

#include <algorithm>
#include <cstdlib>

#include <malloc.h>
#include <openssl/crypto.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/error.hpp"

namespace report {
namespace {

// OpenSSL's own clean-up leaves copies of key material in the normal heap: after reading a PEM key
// two of three copies of the scalar lay there; with these three functions none (package.md, 6).
// NOLINTBEGIN(cppcoreguidelines-no-malloc, cppcoreguidelines-owning-memory): OpenSSL's allocator
void* take(std::size_t size, const char* /*file*/, int /*line*/) { return std::malloc(size); }

void give(void* block, const char* /*file*/, int /*line*/) {
  if (block == nullptr) return;
  OPENSSL_cleanse(block, malloc_usable_size(block));
  std::free(block);
}

void* retake(void* block, std::size_t size, const char* file, int line) {
  if (block == nullptr) return take(size, file, line);
  if (size == 0) {
    give(block, file, line);
    return nullptr;
  }
  void* larger = std::malloc(size);
  if (larger == nullptr) return nullptr;
  std::copy_n(static_cast<const char*>(block), std::min(size, malloc_usable_size(block)),
              static_cast<char*>(larger));
  give(block, file, line);
  return larger;
}
// NOLINTEND(cppcoreguidelines-no-malloc, cppcoreguidelines-owning-memory)

}  // namespace

[[gnu::noinline]] void wipe_stack() {
  constexpr std::size_t depth = 64U << 10U;
  char below[depth];  // NOLINT: left as it is, it is what lay there
  OPENSSL_cleanse(static_cast<char*>(below), depth);
}

void harden_process() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  umask(077);
  if (CRYPTO_set_mem_functions(take, retake, give) != 1)
    throw Error(Fault::internal,
                Message::as_is("the wiping allocator came after the first use of OpenSSL"));
  constexpr std::size_t secure_heap = 1U << 20U;
  constexpr std::size_t smallest_block = 64;
  CRYPTO_secure_malloc_init(secure_heap, smallest_block);
}

}  // namespace report
