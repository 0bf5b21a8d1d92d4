// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/word_weights.hpp"

#include <algorithm>
#include <bit>
#include <charconv>

#include <fmt/format.h>

#include "rulebook/flat.hpp"

namespace report {
namespace {

constexpr std::uint64_t magic = 0x3154485749455752U;

/// What the bytes begin with: how many there are of each.
struct Head {
  std::uint64_t magic, outputs, filter, keys, slots;
};

/// One line of a table, its cells parted by tabs.
struct Line {
  std::vector<std::string_view> cells;
  std::vector<int> columns;  // of each cell, in bytes from 1

  explicit Line(std::string_view line) {
    int column = 1;
    while (true) {
      const std::string_view cell = line.substr(0, line.find('\t'));
      cells.push_back(cell);
      columns.push_back(column);
      if (cell.size() == line.size()) break;
      line.remove_prefix(cell.size() + 1);
      column += static_cast<int>(cell.size()) + 1;
    }
  }
};

class Table {
 public:
  Table(std::string file, std::string_view script, const std::vector<std::string>& outputs)
      : file_(std::move(file)), script_(script), outputs_(outputs) {}

  void head(const Line& line, int number) {
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      const auto at = std::find(outputs_.begin(), outputs_.end(), line.cells[i]);
      if (i > 1 && at == outputs_.end())
        throw fault(number, line.columns[i],
                    say({"er is geen uitkomst '{}'", "there is no output '{}'"}, line.cells[i]));
      if (i > 1) column_of_.push_back(static_cast<std::size_t>(at - outputs_.begin()));
    }
    if (column_of_.empty())
      throw fault(number, 1, say({"de kop noemt geen uitkomst", "the head names no output"}));
  }

  /// Puts the weights of a line behind `weights`; its value is the answer.
  float row(const Line& line, int number, std::vector<float>& weights) const {
    if (line.cells.size() > column_of_.size() + 2)
      throw fault(number, line.columns[column_of_.size() + 2],
                  say({"meer kolommen dan de kop heeft", "more columns than the head has"}));
    if (line.cells.size() < 2)
      throw fault(number, 1, say({"een kenmerk wil een waarde", "a feature wants a value"}));
    const std::size_t begin = weights.size();
    weights.resize(begin + outputs_.size());
    for (std::size_t i = 2; i < line.cells.size(); ++i)
      if (!line.cells[i].empty()) weights[begin + column_of_[i - 2]] = number_in(line, i, number);
    return number_in(line, 1, number);
  }

  [[nodiscard]] bool has_head() const { return !column_of_.empty(); }
  [[nodiscard]] Error fault(int line, int column, const Message& message) const {
    return {Fault::rules,
            Place{file_, line, column},
            message,
            {say({"deze tabel is geleerd: draai {} opnieuw", "this table is learnt: run {} again"},
                 script_)}};
  }

 private:
  [[nodiscard]] float number_in(const Line& line, std::size_t cell, int number) const {
    const std::string_view text = line.cells[cell];
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
      throw fault(number, line.columns[cell], say({"dit is geen getal", "this is no number"}));
    return static_cast<float>(value);
  }

  std::string file_;
  std::string_view script_;
  const std::vector<std::string>& outputs_;
  std::vector<std::size_t> column_of_;
};

}  // namespace

void WordWeights::Owned::index() {
  filter.assign((std::size_t{1} << filter_bits) / 64, 0);
  for (const std::uint64_t key : keys) {
    const std::uint64_t bit = key >> (64U - filter_bits);
    filter[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  slots.assign(std::bit_ceil(std::max<std::size_t>(keys.size(), 1) * 2), 0);
  for (std::uint32_t feature = 0; feature < keys.size(); ++feature) {
    std::size_t slot = keys[feature] & (slots.size() - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = feature + 1;
  }
}

void WordWeights::view(std::shared_ptr<const Owned> owned) {
  owned_ = std::move(owned);
  filter_ = owned_->filter;
  slots_ = owned_->slots;
  keys_ = owned_->keys;
  values_ = owned_->values;
  weights_ = owned_->weights;
}

std::string WordWeights::bytes() const {
  return flat_bytes(Head{magic, outputs_, filter_.size(), keys_.size(), slots_.size()}, filter_,
                    keys_, slots_, values_, weights_);
}

WordWeights WordWeights::over(std::span<const std::byte> bytes) {
  FlatReader flat(bytes);
  const Head head = flat.head<Head>(magic);
  WordWeights words;
  words.outputs_ = static_cast<std::uint32_t>(head.outputs);
  if (words.outputs_ != head.outputs || (head.slots & (head.slots - 1)) != 0)
    throw FlatReader::broken();
  flat.take(words.filter_, head.filter);
  flat.take(words.keys_, head.keys);
  flat.take(words.slots_, head.slots);
  flat.take(words.values_, head.keys);
  flat.take(words.weights_, head.keys * head.outputs);
  flat.done();
  return words;
}

std::optional<std::uint32_t> WordWeights::find(std::uint64_t key) const {
  if (slots_.empty()) return std::nullopt;
  const std::uint64_t bit = key >> (64U - filter_bits);
  if ((filter_[bit / 64] >> bit % 64 & 1U) == 0) return std::nullopt;
  for (std::size_t slot = key & (slots_.size() - 1); slots_[slot] != 0;
       slot = (slot + 1) & (slots_.size() - 1))
    if (keys_[slots_[slot] - 1] == key) return slots_[slot] - 1;
  return std::nullopt;
}

WordWeights WordWeights::read(
    const RuleFile& file, const std::vector<std::string>& outputs, std::string_view script,
    const std::function<std::optional<std::uint64_t>(std::string_view)>& key_of) {
  auto owned = std::make_shared<Owned>();
  Table table(file.name, script, outputs);
  std::string_view rest = file.content;
  std::vector<std::pair<std::uint64_t, int>> seen;  // feature, line
  for (int number = 1; !rest.empty(); ++number) {
    const std::string_view text = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(text.size() + 1, rest.size()));
    if (text.empty() || text[0] == '#') continue;
    const Line line(text);
    if (!table.has_head()) {
      table.head(line, number);
      continue;
    }
    const float value = table.row(line, number, owned->weights);
    owned->values.push_back(value);
    const auto key = key_of(line.cells[0]);
    if (!key)
      throw table.fault(
          number, 1,
          say({"er is geen kenmerk van deze soort", "there is no feature of this kind"}));
    owned->keys.push_back(*key);
    seen.emplace_back(owned->keys.back(), number);
  }
  std::sort(seen.begin(), seen.end());
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  const auto twice = std::adjacent_find(seen.begin(), seen.end(), same);
  if (twice != seen.end())
    throw table.fault((twice + 1)->second, 1,
                      say({"dit kenmerk staat er twee keer", "this feature stands twice"}));
  owned->index();
  WordWeights words;
  words.outputs_ = static_cast<std::uint32_t>(outputs.size());
  words.view(std::move(owned));
  return words;
}

}  // namespace report
