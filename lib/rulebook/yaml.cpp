// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/yaml.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

namespace report::yaml {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row.back();
}

constexpr Words unknown_key{"onbekende sleutel '{}'", "unknown key '{}'"};

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t furthest = 2;
  std::optional<std::string> best;
  std::size_t best_distance = furthest + 1;
  for (const std::string& candidate : known) {
    const std::size_t d = distance(word, candidate);
    if (d < best_distance && d < candidate.size()) {
      best_distance = d;
      best = candidate;
    }
  }
  return best;
}

Value::Value(std::shared_ptr<const std::string> file, const YAML::Node& node)
    : file_(std::move(file)), node_(std::make_shared<const YAML::Node>(node)) {}

Place Value::place() const {
  const YAML::Mark mark = node_->Mark();
  return {*file_, mark.line + 1, mark.column + 1};
}

bool Value::is_map() const { return node_->IsMap(); }
bool Value::is_list() const { return node_->IsSequence(); }
bool Value::is_scalar() const { return node_->IsScalar(); }

Error Value::fault(const Message& message, std::vector<Message> hints) const {
  return {Fault::rules, place(), message, std::move(hints)};
}

std::string Value::text() const {
  if (!is_scalar()) throw fault(say({"hier hoort een tekst", "a text is wanted here"}));
  return node_->Scalar();
}

double Value::number() const {
  try {
    if (is_scalar()) return node_->as<double>();
  } catch (const YAML::Exception&) {  // said below, with the place
  }
  throw fault(say({"hier hoort een getal", "a number is wanted here"}));
}

int Value::whole() const {
  try {
    if (is_scalar()) return node_->as<int>();
  } catch (const YAML::Exception&) {  // said below, with the place
  }
  throw fault(say({"hier hoort een geheel getal", "a whole number is wanted here"}));
}

bool Value::truth() const {
  try {
    if (is_scalar()) return node_->as<bool>();
  } catch (const YAML::Exception&) {  // said below, with the place
  }
  throw fault(say({"hier hoort true of false", "true or false is wanted here"}));
}

std::vector<Value> Value::items() const {
  if (is_scalar()) return {*this};
  if (!is_list()) throw fault(say({"hier hoort een lijst", "a list is wanted here"}));
  std::vector<Value> out;
  for (const YAML::Node& item : *node_) out.emplace_back(file_, item);
  return out;
}

std::vector<std::string> Value::texts() const {
  std::vector<std::string> out;
  for (const Value& item : items()) out.push_back(item.text());
  return out;
}

std::vector<std::pair<Value, Value>> Value::entries() const {
  if (!is_map())
    throw fault(say({"hier horen sleutels met waarden (sleutel: waarde)",
                     "a mapping (key: value) is wanted here"}));
  std::vector<std::pair<Value, Value>> out;
  for (const auto& entry : *node_)
    out.emplace_back(Value(file_, entry.first), Value(file_, entry.second));
  return out;
}

Map::Map(const Value& value) : value_(value) {
  for (const auto& [key, content] : value.entries()) {
    const std::string name = key.text();
    if (std::any_of(entries_.begin(), entries_.end(),
                    [&](const auto& entry) { return entry.first == name; }))
      throw key.fault(
          say({"sleutel '{}' staat hier twee keer", "key '{}' stands here twice"}, name));
    entries_.emplace_back(name, content);
  }
}

std::optional<Value> Map::optional(std::string_view key) {
  asked_.emplace_back(key);
  for (const auto& [name, content] : entries_)
    if (name == key) return content;
  return std::nullopt;
}

Value Map::required(std::string_view key) {
  auto value = optional(key);
  if (value) return *value;
  // A slip of the pen in its name is the likelier fault.
  near_miss();
  throw value_.fault(say({"sleutel '{}' ontbreekt", "key '{}' is missing"}, key));
}

std::string Map::text(std::string_view key, std::string otherwise) {
  const auto value = optional(key);
  return value ? value->text() : std::move(otherwise);
}

double Map::number(std::string_view key, double otherwise) {
  const auto value = optional(key);
  return value ? value->number() : otherwise;
}

bool Map::truth(std::string_view key, bool otherwise) {
  const auto value = optional(key);
  return value ? value->truth() : otherwise;
}

std::vector<std::string> Map::texts(std::string_view key) {
  const auto value = optional(key);
  return value ? value->texts() : std::vector<std::string>{};
}

void Map::near_miss() const {
  for (const auto& [key, content] : value_.entries()) {
    const std::string name = key.text();
    if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
    if (const auto meant = nearest(name, asked_))
      throw key.fault(say(unknown_key, name), did_you_mean(meant));
  }
}

void Map::done() const {
  for (const auto& [key, content] : value_.entries()) {
    const std::string name = key.text();
    if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
    const auto meant = nearest(name, asked_);
    throw key.fault(
        say(unknown_key, name),
        meant ? did_you_mean(meant)
              : std::vector{say({"hier bekend: {}", "known here: {}"}, fmt::join(asked_, ", "))});
  }
}

std::vector<Message> did_you_mean(const std::optional<std::string>& meant) {
  if (!meant) return {};
  return {say({"bedoelde u '{}'?", "did you mean '{}'?"}, *meant)};
}

Value parse(const std::string& file, const std::string& content) {
  auto name = std::make_shared<const std::string>(file);
  try {
    const YAML::Node node = YAML::Load(content);
    return {std::move(name), node};
  } catch (const YAML::ParserException& fault) {
    throw Error(Fault::rules, Place{file, fault.mark.line + 1, fault.mark.column + 1},
                say({"dit is geen YAML: {}", "{}"}, fault.msg));
  }
}

std::string one_of(const Value& value, const std::vector<std::string>& known, const Message& what) {
  std::string word = value.text();
  if (std::find(known.begin(), known.end(), word) != known.end()) return word;
  const auto meant = nearest(word, known);
  throw value.fault(say({"{} '{}' is onbekend", "unknown {} '{}'"}, what, word),
                    meant ? did_you_mean(meant)
                          : std::vector{say({"bekend: {}", "known: {}"}, fmt::join(known, ", "))});
}

}  // namespace report::yaml
