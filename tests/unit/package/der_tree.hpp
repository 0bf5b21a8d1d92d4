// SPDX-License-Identifier: EUPL-1.2
// DER as a tree that can be broken on purpose and written again with right lengths.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demo {

struct Node {
  std::uint8_t tag = 0;
  std::string bytes;           // of a primitive
  std::vector<Node> children;  // of a constructed one

  [[nodiscard]] bool constructed() const { return (tag & 0x20U) != 0; }

  [[nodiscard]] std::string encoded() const {
    std::string content = bytes;
    for (const Node& child : children) content += child.encoded();
    std::string size;
    if (content.size() < 0x80) {
      size = static_cast<char>(content.size());
    } else {
      for (std::size_t left = content.size(); left > 0; left >>= 8U)
        size.insert(size.begin(), static_cast<char>(left & 0xffU));
      size.insert(size.begin(), static_cast<char>(0x80U | size.size()));
    }
    return static_cast<char>(tag) + size + content;
  }
};

/// The elements of well-formed DER, one behind the other.
inline std::vector<Node> elements_of(std::string_view der) {
  std::vector<Node> nodes;
  while (!der.empty()) {
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(der.at(at)); };
    std::size_t header = 2;
    std::size_t size = byte(1);
    if (size >= 0x80) {
      const std::size_t count = size & 0x7fU;
      size = 0;
      for (std::size_t i = 0; i < count; ++i) size = size << 8U | byte(2 + i);
      header += count;
    }
    Node node{byte(0), {}, {}};
    const std::string_view content = der.substr(header, size);
    if (node.constructed())
      node.children = elements_of(content);
    else
      node.bytes = content;
    nodes.push_back(std::move(node));
    der.remove_prefix(header + size);
  }
  return nodes;
}

/// A package, and the parts of it that tests break.
struct Tree {
  Node root;
  explicit Tree(std::string_view package) : root(elements_of(package).at(0)) {}
  Node& enveloped() { return root.children[1].children[0]; }
  Node& recipients() { return enveloped().children[1]; }
  Node& content() { return enveloped().children[2]; }
  Node& algorithm() { return content().children[1]; }
  Node& tag() { return enveloped().children[3]; }
  [[nodiscard]] std::string encoded() const { return root.encoded(); }
};

}  // namespace demo
