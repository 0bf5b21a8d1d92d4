// SPDX-License-Identifier: EUPL-1.2
// Packages broken on purpose: none opens, and what openssl(1) lets pass does not pass here.
#include <functional>

#include "demo.hpp"
#include "der_tree.hpp"
#include "package/der.hpp"

using demo::Node;
using demo::Tree;

namespace {

const std::vector<std::string> all{"kinds/rsa", "kinds/p256", "kinds/p384"};
const std::string text = "Er is gemeld dat [PERSOON 1] geld aannam.\n";

std::string package_for(const std::vector<std::string>& recipients,
                        const std::string& note = text) {
  return demo::seal_parts(demo::files(note, recipients), demo::options(recipients));
}

/// Every pair of different neighbours and others within one element, swapped.
void swap_each_pair(Node& node, const std::function<void()>& look) {
  for (std::size_t i = 0; i < node.children.size(); ++i)
    for (std::size_t j = i + 1; j < node.children.size(); ++j) {
      if (node.children[i].encoded() == node.children[j].encoded()) continue;
      std::swap(node.children[i], node.children[j]);
      look();
      std::swap(node.children[i], node.children[j]);
    }
  for (Node& child : node.children) swap_each_pair(child, look);
}

}  // namespace

TEST_CASE("hostile: the tree writes a package as it was") {
  const std::string package = package_for(all);
  CHECK(Tree(package).encoded() == package);
}

TEST_CASE("hostile: each byte flipped whole, for each kind of key, gives no content") {
  for (const auto& name : all) {
    CAPTURE(name);
    const report::Opener opener(demo::opener(name));
    std::string package = package_for({name});
    REQUIRE(package.size() > 8000);
    // All of an RSA package at a private key operation a byte would take a minute; its content is
    // what the others' is, so of that every 64th byte.
    const std::size_t head = package.size() - report::read_envelope(package)->content_size;
    std::size_t opened = 0;
    for (std::size_t at = 0; at < package.size();
         at += name == "kinds/p256" || at < head || at + 20 > package.size() ? 1 : 64) {
      package[at] = static_cast<char>(~package[at]);
      opened += opener.open(package) ? 1 : 0;
      package[at] = static_cast<char>(~package[at]);
    }
    CHECK(opened == 0);
    CHECK(opener.open(package));
  }
}

TEST_CASE("hostile: each truncation, at the front and at the back, gives no content") {
  const report::Opener opener(demo::opener("kinds/p256"));
  const std::string package = package_for(all);
  std::size_t opened = 0;
  for (std::size_t size = 0; size < package.size(); ++size) {
    opened += opener.open(package.substr(0, size)) ? 1 : 0;
    opened += opener.open(package.substr(package.size() - size)) ? 1 : 0;
  }
  CHECK(opened == 0);
}

TEST_CASE("hostile: each pair of swapped elements gives no content") {
  const report::Opener opener(demo::opener("kinds/p256"));
  Tree tree(package_for(all));
  std::size_t tried = 0;
  std::size_t opened = 0;
  swap_each_pair(tree.root, [&] {
    ++tried;
    opened += opener.open(tree.encoded()) ? 1 : 0;
  });
  CHECK(tried > 30);
  CHECK(opened == 0);
  CHECK(opener.open(tree.encoded()));
}

TEST_CASE("hostile: each element left out or doubled gives no content") {
  const report::Opener opener(demo::opener("kinds/p256"));
  Tree tree(package_for({"kinds/p256"}));
  std::size_t opened = 0;
  const std::function<void(Node&)> walk = [&](Node& node) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const Node kept = node.children[i];
      const auto at = static_cast<std::ptrdiff_t>(i);
      node.children.insert(node.children.begin() + at, kept);
      opened += opener.open(tree.encoded()) ? 1 : 0;
      node.children.erase(node.children.begin() + at, node.children.begin() + at + 2);
      opened += opener.open(tree.encoded()) ? 1 : 0;
      node.children.insert(node.children.begin() + at, kept);
    }
    for (Node& child : node.children) walk(child);
  };
  walk(tree.root);
  CHECK(opened == 0);
}

TEST_CASE("hostile: a recipient left out, added or renamed gives no content") {
  const report::Opener opener(demo::opener("kinds/p256"));
  const std::string package = package_for(all);
  REQUIRE(opener.open(package));
  for (std::size_t i = 0; i < all.size(); ++i) {
    Tree tree(package);
    auto& recipients = tree.recipients().children;
    recipients.erase(recipients.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK_FALSE(opener.open(tree.encoded()));
    Tree more(package);
    more.recipients().children.insert(more.recipients().children.begin(), recipients.front());
    CHECK_FALSE(opener.open(more.encoded()));
  }
  for (const auto& name : all) {
    const auto own =
        report::check_certificate(demo::recipient(name), demo::pki() / "trust.pem").key_id;
    std::string id;
    for (std::size_t at = 0; at < own.size(); at += 2)
      id += static_cast<char>(std::stoi(own.substr(at, 2), nullptr, 16));
    std::string renamed = package;
    renamed.at(renamed.find(id) + id.size() - 1) ^= 1;
    CHECK_FALSE(opener.open(renamed));
  }
}

TEST_CASE("hostile: parts of two packages do not go together") {
  const report::Opener opener(demo::opener("kinds/p256"));
  const Tree one(package_for({"kinds/p256"}));
  Tree other(package_for({"kinds/p256"}, "Een andere melding.\n"));
  const auto opens_with = [&](const std::function<Node&(Tree&)>& part) {
    Tree mixed = one;
    part(mixed) = part(other);
    return opener.open(mixed.encoded()).has_value();
  };
  CHECK_FALSE(opens_with([](Tree& tree) -> Node& { return tree.recipients(); }));
  CHECK_FALSE(opens_with([](Tree& tree) -> Node& { return tree.content(); }));
  CHECK_FALSE(opens_with([](Tree& tree) -> Node& { return tree.algorithm(); }));
  CHECK_FALSE(opens_with([](Tree& tree) -> Node& { return tree.tag(); }));
}

TEST_CASE("hostile: a tag of any other length is refused before it is looked at") {
  const report::Opener opener(demo::opener("kinds/p256"));
  for (std::size_t size = 0; size <= 16; ++size) {
    Tree tree(package_for({"kinds/p256"}));
    const bool whole = size == 16;
    tree.tag().bytes.resize(size);
    tree.algorithm().children[1].children[1].bytes = std::string(1, static_cast<char>(size));
    CHECK(opener.open(tree.encoded()).has_value() == whole);
    CHECK(report::read_envelope(tree.encoded()).has_value() == whole);
  }
}

TEST_CASE("hostile: a nonce of another length, or another cipher in its place, is refused") {
  const report::Opener opener(demo::opener("kinds/p256"));
  for (std::size_t size : {0U, 1U, 8U, 11U, 13U, 16U, 64U}) {
    Tree tree(package_for({"kinds/p256"}));
    tree.algorithm().children[1].children[0].bytes.resize(size);
    CHECK_FALSE(opener.open(tree.encoded()));
  }
  // NIST's arc of AES: 41 ECB, 42 CBC, 43 OFB, 44 CFB, 45 wrap, 47 CCM (CVE-2026-34182).
  for (char cipher : {'\x29', '\x2a', '\x2b', '\x2c', '\x2d', '\x2f', '\x01', '\x06', '\x1a'}) {
    Tree tree(package_for({"kinds/p256"}));
    Node& algorithm = tree.algorithm();
    algorithm.children[0].bytes.back() = cipher;
    CHECK_FALSE(opener.open(tree.encoded()));
    algorithm.children[1] = Node{0x04, std::string(16, 'i'), {}};
    CHECK_FALSE(opener.open(tree.encoded()));
    CHECK_FALSE(report::read_envelope(tree.encoded()));
  }
}

TEST_CASE("hostile: attributes, and more recipients than 16, are refused") {
  const report::Opener opener(demo::opener("kinds/p256"));
  const std::string package = package_for({"kinds/p256"});
  for (const std::uint8_t tag : {0xa1, 0xa2, 0xa0, 0x31}) {
    Tree tree(package);
    tree.enveloped().children.push_back(Node{tag, {}, {}});
    CHECK_FALSE(opener.open(tree.encoded()));
    Tree before(package);
    before.enveloped().children.insert(before.enveloped().children.begin() + 3, Node{tag, {}, {}});
    CHECK_FALSE(opener.open(before.encoded()));
  }
  Tree many(package);
  const Node recipient = many.recipients().children.at(0);
  many.recipients().children.resize(16, recipient);
  CHECK(report::read_envelope(many.encoded()));
  many.recipients().children.resize(17, recipient);
  CHECK_FALSE(report::read_envelope(many.encoded()));
  CHECK_FALSE(opener.open(many.encoded()));
}

TEST_CASE("hostile: lengths longer than needed, or without an end, are refused") {
  const report::Opener opener(demo::opener("kinds/p256"));
  const std::string package = package_for({"kinds/p256"});
  REQUIRE(package.substr(0, 2) == "\x30\x82");
  std::string longer = package;
  longer.replace(1, 1, std::string("\x83\x00", 2));
  CHECK_FALSE(opener.open(longer));
  std::string endless = package;
  endless.replace(1, 3, "\x80");
  CHECK_FALSE(opener.open(endless + std::string(2, '\0')));
}

TEST_CASE("hostile: more bytes than a package may have are not looked at") {
  const report::Opener opener(demo::opener("kinds/p256"));
  Tree tree(package_for({"kinds/p256"}));
  tree.content().children[2].bytes.resize(65U << 20U, 'x');
  CHECK_FALSE(report::read_envelope(tree.encoded()));
  CHECK_FALSE(opener.open(tree.encoded()));
}

TEST_CASE("hostile: files in another order, renamed or outside the manifest give no content") {
  const auto opens = [](report::Files files) {
    return report::Opener(demo::opener("kinds/p256"))
        .open(demo::seal_parts(files, demo::options({"kinds/p256"})))
        .has_value();
  };
  const report::Files good = demo::files(text, {"kinds/p256"});
  CHECK(opens(good));
  for (std::size_t i = 0; i < good.size(); ++i)
    for (std::size_t j = i + 1; j < good.size(); ++j) {
      report::Files swapped = good;
      std::swap(swapped[i].second, swapped[j].second);
      CHECK_FALSE(opens(swapped));
    }
  for (std::size_t i = 0; i < 3; ++i) {
    report::Files other = good;
    other[i].second += '\n';
    CHECK_FALSE(opens(other));
  }
}
