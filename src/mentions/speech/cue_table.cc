#include "mentions/speech/cue_table.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <unordered_map>

#include "base/enum.h"

namespace sitrep {

namespace embedded {
extern const std::string_view speech_cues;  // data/speech/cues.tsv
}

namespace {

constexpr std::pair<std::string_view, Frame> frame_names[] = {
    {"that", Frame::that},   {"quote", Frame::quote}, {"obj", Frame::obj},         {"to", Frame::to},
    {"objto", Frame::objto}, {"ing", Frame::ing},     {"pred", Frame::pred},       {"pass", Frame::pass},
    {"of", Frame::of},       {"about", Frame::about}, {"over", Frame::over},       {"for", Frame::for_},
    {"on", Frame::on},       {"upon", Frame::upon},   {"against", Frame::against}, {"with", Frame::with},
    {"at", Frame::at},       {"as", Frame::as},       {"into", Frame::into},       {"from", Frame::from},
    {"in", Frame::in},       {"by", Frame::by},       {"like", Frame::like}};

std::string_view take(std::string_view& rest, char end) {
  std::size_t at = std::min(rest.find(end), rest.size());
  std::string_view field = rest.substr(0, at);
  rest.remove_prefix(std::min(rest.size(), at + 1));
  return field;
}

std::optional<Frame> frame_named(std::string_view name) {
  for (const auto& [known, frame] : frame_names) {
    if (known == name) return frame;
  }
  return std::nullopt;
}

Frames frames_of(std::string_view names) {
  Frames frames;
  while (!names.empty()) {
    auto frame = frame_named(take(names, ' '));
    assert(frame && "data/speech/cues.tsv names a frame that is none");
    frames.add(*frame);
  }
  return frames;
}

using Table = std::unordered_map<std::string_view, CueEntry>;

// Lines "lemma class act says thinks", parted by tabs, behind lines that begin with "#".
std::array<Table, 4> read_tables() {
  static constexpr std::string_view classes = "vnar";
  std::array<Table, 4> tables;
  std::string_view rest = embedded::speech_cues;
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    if (line.empty() || line.starts_with('#')) continue;
    std::string_view lemma = take(line, '\t');
    std::size_t table = classes.find(take(line, '\t'));
    auto act = parse_enum<SpeechAct>(take(line, '\t'));
    assert(table < tables.size() && act && "data/speech/cues.tsv holds a class or an act that is none");
    CueEntry entry;
    entry.act = *act;
    entry.says = frames_of(take(line, '\t'));
    entry.thinks = frames_of(line);
    tables[table].emplace(lemma, entry);
  }
  return tables;
}

}  // namespace

const CueEntry* find_cue(std::string_view lemma, CueClass cue_class) {
  static const std::array<Table, 4> tables = read_tables();
  const Table& table = tables[static_cast<std::size_t>(cue_class)];
  auto found = table.find(lemma);
  return found != table.end() ? &found->second : nullptr;
}

std::optional<Frame> frame_of_preposition(std::string_view lower) {
  auto frame = frame_named(lower);
  return frame && *frame >= Frame::of ? frame : std::nullopt;
}

}  // namespace sitrep
