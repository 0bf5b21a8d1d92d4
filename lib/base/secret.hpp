// SPDX-License-Identifier: EUPL-1.2
// What keeps plaintext and keys out of reach once they are no longer needed. The program replaces
// operator new and delete (wiping_new.cpp) and OpenSSL's allocator so that every block of the heap
// is wiped before it is given back; a std::string on the heap therefore needs no wiping of its own.
#pragma once

namespace report {

/// To be called first thing in main, before any other call into OpenSSL: wiping allocator and
/// secure heap for OpenSSL, no core dumps (RLIMIT_CORE 0), not dumpable (PR_SET_DUMPABLE 0),
/// umask 077. Safe to call once only. Throws Error{internal} when OpenSSL was already in use.
void harden_process();

/// Wipes the unused stack below the caller, 64 KiB of it: OpenSSL copies what it signs, encrypts
/// and decrypts through buffers on the stack (SMIME_crlf_copy) and leaves it there.
void wipe_stack();

/// Calls wipe_stack() when it goes.
struct WipedStack {
  WipedStack() = default;
  WipedStack(const WipedStack&) = delete;
  WipedStack& operator=(const WipedStack&) = delete;
  ~WipedStack() { wipe_stack(); }
};

}  // namespace report
