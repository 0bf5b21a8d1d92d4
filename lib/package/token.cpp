// SPDX-License-Identifier: EUPL-1.2
// Keys on PKCS #11 tokens. Debian 12 has no provider for them, only the engine of libp11; a store
// that knows "pkcs11:" is tried first, so that a later provider is used as soon as it is there.
#define OPENSSL_SUPPRESS_DEPRECATED  // the engine interface

#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/store.h>
#include <openssl/ui.h>

#include "base/error.hpp"
#include "package/identity.hpp"

namespace report::openssl {
namespace {

constexpr const char* engine_name = "pkcs11";

struct Release {
  void operator()(ENGINE* engine) const {
    ENGINE_finish(engine);
    ENGINE_free(engine);
  }
};
using Engine = std::unique_ptr<ENGINE, Release>;
using StoreReader = std::unique_ptr<OSSL_STORE_CTX, Free<OSSL_STORE_close>>;
using StoreInfo = std::unique_ptr<OSSL_STORE_INFO, Free<OSSL_STORE_INFO_free>>;
using Method = std::unique_ptr<UI_METHOD, Free<UI_destroy_method>>;

bool names_a_pin(std::string_view uri) { return uri.find("pin-source=") != std::string_view::npos; }

/// What OpenSSL asks for while it reads a key is the PIN, which was asked for before.
int give_pin(UI* ui, UI_STRING* prompt) {
  if (UI_get_string_type(prompt) != UIT_PROMPT) return 1;
  const auto* pin = static_cast<const std::string*>(UI_get0_user_data(ui));
  return pin != nullptr && UI_set_result(ui, prompt, pin->c_str()) == 0 ? 1 : 0;
}

Method pin_method() {
  Method method(UI_create_method("PIN"));
  if (method) UI_method_set_reader(method.get(), give_pin);
  return method;
}

Key key_of_store(const std::string& uri, std::string& pin) {
  const Method method = pin_method();
  const StoreReader store(OSSL_STORE_open(uri.c_str(), method.get(), &pin, nullptr, nullptr));
  while (store && OSSL_STORE_eof(store.get()) == 0) {
    const StoreInfo info(OSSL_STORE_load(store.get()));
    if (info && OSSL_STORE_INFO_get_type(info.get()) == OSSL_STORE_INFO_PKEY)
      return Key(OSSL_STORE_INFO_get1_PKEY(info.get()));
  }
  ERR_clear_error();
  return nullptr;
}

Engine load_engine() {
  ENGINE_load_dynamic();
  ENGINE* engine = ENGINE_by_id(engine_name);
  if (engine == nullptr) return nullptr;
  // It writes what it does to standard error otherwise.
  ENGINE_ctrl_cmd_string(engine, "QUIET", nullptr, 0);
  if (ENGINE_init(engine) == 1) return Engine(engine);
  ENGINE_free(engine);
  return nullptr;
}

}  // namespace

TokenKey read_token_key(const std::string& uri, const AskPassphrase& ask) {
  if (uri.find("pin-value=") != std::string::npos)
    throw Error(
        Fault::usage,
        say({"een pincode in de URI van een token kunnen anderen lezen",
             "a PIN in the URI of a token can be read by others"}),
        {say({"laat pin-value weg: de pincode wordt gevraagd, of met --passphrase-fd gelezen",
              "leave pin-value out: the PIN is asked for, or read from --passphrase-fd"})});
  std::string pin;
  if (!names_a_pin(uri)) {
    if (!ask)
      throw Error(Fault::usage,
                  say({"{}: dit token heeft een pincode, en er is niemand om die aan te vragen",
                       "{}: this token has a PIN and there is nobody to ask"},
                      uri));
    pin = ask(uri);
  }
  if (Key key = key_of_store(uri, pin)) return {nullptr, std::move(key)};
  Engine engine = load_engine();
  if (!engine)
    throw unusable(
        uri,
        say({"OpenSSL heeft niets dat PKCS #11-tokens leest",
             "OpenSSL has nothing that reads PKCS #11 tokens"}),
        {say({"installeer libengine-pkcs11-openssl", "install libengine-pkcs11-openssl"})});
  const Method method = pin_method();
  if (!pin.empty()) ENGINE_ctrl_cmd_string(engine.get(), "PIN", pin.c_str(), 0);
  Key key(ENGINE_load_private_key(engine.get(), uri.c_str(), method.get(), &pin));
  if (!key)
    throw unusable(uri,
                   say({"het token geeft deze sleutel niet: geen zo'n token of sleutel, of een "
                        "verkeerde pincode",
                        "the token does not give this key: no such token or key, or a wrong PIN"}),
                   {say({"pkcs11-tool --list-objects toont wat er op een token staat",
                         "pkcs11-tool --list-objects shows what a token holds"})});
  ERR_clear_error();
  return {std::shared_ptr<ENGINE>(engine.release(), Release{}), std::move(key)};
}

}  // namespace report::openssl
