#include "codebook/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/near_names.h"
#include "base/sha256.h"

namespace sitrep {
namespace {

constexpr std::string_view spaces = " \t\r";

// Kinds of names, which the matcher knows besides the lemmas that the codebook lists.
constexpr std::array<std::string_view, 4> kinds_of_names = {"organisation", "person", "place", "number"};

constexpr std::string_view slots[] = {
    "subj",   "obj",    "iobj",    "comp",    "poss",   "compound", "adj",        "about",   "above",
    "across", "after",  "against", "along",   "among",  "around",   "as",         "at",      "before",
    "behind", "below",  "beside",  "between", "beyond", "by",       "concerning", "despite", "down",
    "during", "for",    "from",    "in",      "inside", "into",     "near",       "of",      "off",
    "on",     "onto",   "out",     "outside", "over",   "past",     "per",        "through", "throughout",
    "to",     "toward", "towards", "under",   "until",  "up",       "upon",       "versus",  "via",
    "with",   "within", "without"};

// The modalities of the record that a verbal act may have (record/words.h, which this folder may not see).
constexpr std::array<std::string_view, 9> modalities = {"actual",      "ongoing",  "planned",
                                                        "threatened",  "demanded", "offered",
                                                        "conditional", "possible", "hypothetical"};

std::string_view trimmed(std::string_view text) {
  std::size_t begin = text.find_first_not_of(spaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(spaces) - begin + 1);
}

// The pieces between separators, trimmed; separators inside braces or quotes part nothing.
std::vector<std::string_view> pieces(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  bool quoted = false;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size()) {
      char c = text[i];
      if (c == '"') quoted = !quoted;
      if (!quoted && c == '{') ++depth;
      if (!quoted && c == '}') --depth;
      if (quoted || depth > 0 || c != separator) continue;
    }
    out.push_back(trimmed(text.substr(begin, i - begin)));
    begin = i + 1;
  }
  return out;
}

// "a b" -> "a", "b"; the second is empty where there is no separator.
std::pair<std::string_view, std::string_view> cut(std::string_view text, std::string_view separator) {
  std::size_t at = text.find(separator);
  if (at == std::string_view::npos) return {trimmed(text), {}};
  return {trimmed(text.substr(0, at)), trimmed(text.substr(at + separator.size()))};
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::string_view word : pieces(text, ' ')) {
    if (!word.empty()) out.emplace_back(word);
  }
  return out;
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// "fire rocket" tells more than "fire at".
std::size_t content_words(const Trigger& trigger) {
  static constexpr std::string_view prepositions[] = {"at",   "on",   "upon", "into", "to",      "for",
                                                      "of",   "with", "in",   "from", "against", "by",
                                                      "over", "as",   "near", "than", "between", "through"};
  auto is_content = [](const std::string& lemma) { return !holds(prepositions, lemma); };
  return static_cast<std::size_t>(std::count_if(trigger.lemmas.begin(), trigger.lemmas.end(), is_content));
}

}  // namespace

tl::unexpected<Error> CodebookReader::wrong(std::string message, std::string hint) const {
  return fail(ErrorCode::malformed, std::move(message), fmt::format("{}:{}", name_, line_), std::move(hint));
}

Result<std::shared_ptr<const Codebook>> CodebookReader::read(std::span<const CodebookText> texts) {
  std::shared_ptr<Codebook> book(new Codebook);
  CodebookReader reader(*book);
  std::string all;
  for (const CodebookText& text : texts) {
    if (auto done = reader.read_text(text); !done) return fail(done);
    all += text.text;
    all += '\0';
  }
  if (auto done = reader.finish(); !done) return fail(done);
  book->identity_ = fmt::format("sitrep-codebook {} sha256:{}", codebook_version, sha256_hex(all));
  return std::shared_ptr<const Codebook>(std::move(book));
}

Done CodebookReader::read_text(const CodebookText& text) {
  name_ = text.name;
  line_ = 0;
  family_.clear();
  type_ = nullptr;
  // Lines that are indented by four or more go on with the line before them.
  std::string whole;
  std::uint32_t began = 0, number = 0;
  auto take = [&]() -> Done {
    if (trimmed(whole).empty()) return {};
    line_ = began;
    auto done = read_line(whole);
    whole.clear();
    return done;
  };
  std::string_view rest = text.text;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  while (!rest.empty()) {
    std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (trimmed(line).starts_with('#')) continue;
    if (line.starts_with("    ") && !trimmed(whole).empty()) {
      whole += ' ';
      whole += trimmed(line);
      continue;
    }
    if (auto done = take(); !done) return done;
    whole = line;
    began = number;
  }
  return take();
}

Done CodebookReader::read_line(std::string_view line) {
  bool indented = line.starts_with(' ') || line.starts_with('\t');
  // "verb mortar: ..." is the key "verb", the rest "mortar", and the value behind the colon.
  auto [head, value] = cut(line, ":");
  auto [key, rest] = cut(head, " ");
  if (!indented) {
    type_ = nullptr;
    return read_top(key, rest, value);
  }
  if (type_ == nullptr)
    return wrong("this line is of no type", "a line of a type stands under \"type NAME\"");
  return read_of_type(key, rest, value);
}

Done CodebookReader::read_top(std::string_view key, std::string_view rest, std::string_view value) {
  static constexpr std::array<std::string_view, 4> keys = {"family", "kind", "light", "type"};
  if (key == "type") return begin_type(rest);
  if (key == "family") {
    family_ = rest;
    return {};
  }
  if (key == "kind") {
    if (!is_name(rest)) return wrong("a kind has a name of small letters", "\"kind weapon: gun, rifle\"");
    std::vector<std::string>& lemmas = book_.kinds_[std::string(rest)];
    for (std::string_view lemma : pieces(value, ',')) {
      if (!lemma.empty()) lemmas.emplace_back(lemma);
    }
    return {};
  }
  if (key == "light") {
    auto kind = parse_enum<LightKind>(rest);
    if (!kind)
      return wrong(fmt::format("\"{}\" is no kind of light verb", rest), "does, undergoes or happens");
    for (std::string_view verb : pieces(value, ',')) {
      if (!verb.empty()) book_.light_verbs_.push_back({words_of(verb), *kind});
    }
    return {};
  }
  return wrong(fmt::format("\"{}\" begins nothing here", key), did_you_mean(key, keys));
}

Done CodebookReader::begin_type(std::string_view rest) {
  auto [name, how] = cut(rest, " ");
  if (!is_name(name))
    return wrong(fmt::format("\"{}\" is no name for a type", name), "small letters, digits and _");
  if (!how.empty() && how != "replaces") {
    return wrong(fmt::format("\"{}\" says nothing of a type", how),
                 "\"type NAME\" or \"type NAME replaces\"");
  }
  type_ = &book_.types_[std::string(name)];
  if (how == "replaces") {
    *type_ = EventType{};
    std::erase_if(book_.triggers_, [&](const Trigger& t) { return t.type == name; });
  }
  type_->name = name;
  if (type_->where.empty()) type_->where = fmt::format("{}:{}", name_, line_);
  if (type_->family.empty()) type_->family = family_;
  return {};
}

Done CodebookReader::read_of_type(std::string_view key, std::string_view rest, std::string_view value) {
  static constexpr std::array<std::string_view, 13> keys = {
      "adjective", "codes", "example", "frame",   "is",   "modality", "no",
      "not",       "noun",  "phrase",  "subtype", "verb", "without"};
  if (!holds(keys, key)) return wrong(fmt::format("a type has no \"{}\"", key), did_you_mean(key, keys));
  if (value.empty())
    return wrong(fmt::format("\"{}\" says nothing", key), "what it says stands behind a colon");
  if (key == "is") {
    type_->is = value;
    return {};
  }
  if (key == "not") {
    named_types_.push_back({std::string(rest), fmt::format("{}:{}", name_, line_)});
    type_->not_.emplace_back(rest, value);
    return {};
  }
  if (key == "modality") {
    if (!holds(modalities, value)) {
      return wrong(fmt::format("\"{}\" is no modality", value), did_you_mean(value, modalities));
    }
    type_->modality = value;
    type_->verbal = true;
    return {};
  }
  if (key == "frame") {
    auto frame = read_frame(value);
    if (!frame) return fail(frame);
    type_->frame = std::move(*frame);
    return {};
  }
  if (key == "subtype") {
    if (!is_name(rest)) return wrong("a subtype has a name of small letters", "\"subtype mortar: ...\"");
    if (type_->find_subtype(rest) == nullptr) {
      type_->subtypes.push_back({std::string(rest), std::string(value), type_->codes});
    }
    return {};
  }
  if (key == "without") return drop_triggers(value);
  std::string_view subtype = rest;
  if (key == "no") {
    if (rest != "example") return wrong("\"no\" goes with \"example\"", "\"no example: a sentence\"");
    return read_example(false, {}, value);
  }
  if (!subtype.empty() && type_->find_subtype(subtype) == nullptr) {
    std::vector<std::string_view> known;
    for (const Subtype& s : type_->subtypes) known.push_back(s.name);
    std::string hint = did_you_mean(subtype, known);
    if (hint.empty()) hint = fmt::format("tell it first: \"subtype {}: what it is\"", subtype);
    return wrong(fmt::format("{} has no subtype \"{}\"", type_->name, subtype), hint);
  }
  if (key == "codes") {
    if (subtype.empty()) return read_codes(type_->codes, value);
    for (Subtype& s : type_->subtypes) {
      if (s.name == subtype) return read_codes(s.codes, value);
    }
  }
  if (key == "example") return read_example(true, subtype, value);
  return read_triggers(*parse_enum<TriggerClass>(key), subtype, value);
}

// "cameo=194; plover=ASSAULT/heavy-weapons; acled=Battles: Armed clash"
Done CodebookReader::read_codes(EventCodes& codes, std::string_view value) {
  static constexpr std::array<std::string_view, 5> systems = {"acled", "cameo", "muc", "plover", "ucdp"};
  for (std::string_view piece : pieces(value, ';')) {
    auto [system, code] = cut(piece, "=");
    if (!holds(systems, system)) {
      return wrong(fmt::format("\"{}\" is no codebook that is known here", system),
                   did_you_mean(system, systems));
    }
    if (system == "acled") codes.acled = code;
    if (system == "cameo") codes.cameo = code;
    if (system == "muc") codes.muc = code;
    if (system == "ucdp") codes.ucdp = code;
    if (system == "plover") {
      auto [event, mode] = cut(code, "/");
      codes.plover = event;
      codes.plover_mode = mode;
    }
  }
  return {};
}

// "actor=subj,by; target=obj,on"
Result<Frame> CodebookReader::read_frame(std::string_view value) {
  Frame frame;
  for (std::string_view piece : pieces(value, ';')) {
    auto [role, from] = cut(piece, "=");
    auto fills = parse_enum<ClaimSlot>(role);
    if (!fills) {
      return wrong(fmt::format("\"{}\" is no role of a claim", role),
                   did_you_mean(role, enum_names<ClaimSlot>()));
    }
    for (std::string_view slot : pieces(from, ',')) {
      if (!holds(slots, slot)) {
        return wrong(fmt::format("\"{}\" is no slot of the syntax", slot), did_you_mean(slot, slots));
      }
      frame.push_back({std::string(slot), *fills});
    }
  }
  return frame;
}

// "shell, pound {obj=place|building}, fire at? => target=at": triggers, and the frame that is theirs.
Done CodebookReader::read_triggers(TriggerClass word_class, std::string_view subtype,
                                   std::string_view value) {
  auto [list, own] = cut(value, "=>");
  Frame frame;
  if (!own.empty()) {
    auto read = read_frame(own);
    if (!read) return fail(read);
    frame = std::move(*read);
  }
  for (std::string_view item : pieces(list, ',')) {
    if (item.empty()) continue;
    auto trigger = read_trigger(item);
    if (!trigger) return fail(trigger);
    trigger->word_class = word_class;
    trigger->type = type_->name;
    trigger->subtype = subtype;
    trigger->frame = frame;
    trigger->line = line_;
    book_.triggers_.push_back(std::move(*trigger));
  }
  return {};
}

Result<Trigger> CodebookReader::read_trigger(std::string_view item) {
  Trigger trigger;
  std::size_t brace = item.find('{');
  std::string_view words = trimmed(item.substr(0, brace));
  if (brace != std::string_view::npos) {
    std::string_view tail = trimmed(item.substr(brace + 1));
    if (tail.ends_with('?')) {
      trigger.weak = true;
      tail = trimmed(tail.substr(0, tail.size() - 1));
    }
    if (!tail.ends_with('}')) return wrong(fmt::format("the brace in \"{}\" is not closed", item));
    for (std::string_view text : pieces(tail.substr(0, tail.size() - 1), ';')) {
      auto condition = read_condition(text);
      if (!condition) return fail(condition);
      trigger.conditions.push_back(std::move(*condition));
    }
  }
  if (words.ends_with('?')) {
    trigger.weak = true;
    words = trimmed(words.substr(0, words.size() - 1));
  }
  trigger.lemmas = words_of(words);
  if (trigger.lemmas.empty()) return wrong("a trigger without words");
  if (trigger.lemmas.size() > trigger_words_max) {
    return wrong(fmt::format("\"{}\" has more than {} words", words, trigger_words_max));
  }
  for (char c : words) {
    if (c >= 'A' && c <= 'Z')
      return wrong(fmt::format("\"{}\" is no lemma", words), "triggers are in small letters");
  }
  return trigger;
}

// "obj=weapon|\"gun\"", "obj=any", "obj!=place"
Result<Condition> CodebookReader::read_condition(std::string_view text) {
  Condition condition;
  condition.negated = text.find("!=") != std::string_view::npos;
  auto [slot, values] = cut(text, condition.negated ? "!=" : "=");
  if (values.empty()) {
    return wrong(fmt::format("\"{}\" is no condition", text), "\"obj=weapon\", \"obj=none\", \"at=any\"");
  }
  if (!holds(slots, slot)) {
    return wrong(fmt::format("\"{}\" is no slot of the syntax", slot), did_you_mean(slot, slots));
  }
  condition.slot = slot;
  for (std::string_view value : pieces(values, '|')) {
    if (value == "any") {
      condition.any = true;
    } else if (value == "none") {
      condition.none = true;
    } else if (value.size() > 2 && value.front() == '"' && value.back() == '"') {
      condition.lemmas.emplace_back(value.substr(1, value.size() - 2));
    } else {
      named_kinds_.push_back({std::string(value), fmt::format("{}:{}", name_, line_)});
      condition.kinds.emplace_back(value);
    }
  }
  return condition;
}

// "Gunmen shelled Orlo. => actor "Gunmen", target "Orlo""
Done CodebookReader::read_example(bool shows, std::string_view subtype, std::string_view value) {
  auto [sentence, expected] = cut(value, "=>");
  Example example{std::string(sentence), shows, std::string(subtype), {}, {}, line_, std::string(name_)};
  if (!shows) {
    if (!expected.empty()) {
      named_types_.push_back({std::string(expected), fmt::format("{}:{}", name_, line_)});
      example.instead = expected;
    }
    type_->examples.push_back(std::move(example));
    return {};
  }
  for (std::string_view piece : expected.empty() ? std::vector<std::string_view>() : pieces(expected, ',')) {
    auto [what, text] = cut(piece, " ");
    static constexpr std::array<std::string_view, 4> others = {"place", "polarity", "modality", "source"};
    if (!parse_enum<ClaimSlot>(what) && !holds(others, what)) {
      std::vector<std::string_view> known(enum_names<ClaimSlot>().begin(), enum_names<ClaimSlot>().end());
      known.insert(known.end(), others.begin(), others.end());
      return wrong(fmt::format("\"{}\" is no value of a claim", what), did_you_mean(what, known));
    }
    if (text.size() < 3 || text.front() != '"' || text.back() != '"') {
      return wrong(fmt::format("what \"{}\" should be stands in quotes", what));
    }
    example.values.emplace_back(what, text.substr(1, text.size() - 2));
  }
  type_->examples.push_back(std::move(example));
  return {};
}

// "without: shell, fire at": these are no triggers of the type any more.
Done CodebookReader::drop_triggers(std::string_view value) {
  for (std::string_view item : pieces(value, ',')) {
    std::vector<std::string> lemmas = words_of(item);
    auto dropped = std::erase_if(
        book_.triggers_, [&](const Trigger& t) { return t.type == type_->name && t.lemmas == lemmas; });
    if (dropped != 0) continue;
    std::vector<std::string> phrases;
    for (const Trigger& t : book_.triggers_) {
      if (t.type == type_->name) phrases.push_back(fmt::format("{}", fmt::join(t.lemmas, " ")));
    }
    std::sort(phrases.begin(), phrases.end());
    phrases.erase(std::unique(phrases.begin(), phrases.end()), phrases.end());
    std::vector<std::string_view> known(phrases.begin(), phrases.end());
    return wrong(fmt::format("{} has no trigger \"{}\"", type_->name, item), did_you_mean(item, known));
  }
  return {};
}

Done CodebookReader::check_kinds() {
  std::vector<std::string_view> known(kinds_of_names.begin(), kinds_of_names.end());
  for (const auto& [kind, lemmas] : book_.kinds_) known.push_back(kind);
  for (const Named& named : named_kinds_) {
    if (holds(known, named.name)) continue;
    return fail(ErrorCode::malformed, fmt::format("\"{}\" is no kind", named.name), named.where,
                did_you_mean(named.name, known));
  }
  return {};
}

Done CodebookReader::finish() {
  if (auto done = check_kinds(); !done) return done;
  std::vector<std::string_view> names;
  for (auto& [name, type] : book_.types_) names.push_back(name);
  for (const Named& named : named_types_) {
    if (holds(names, named.name)) continue;
    return fail(ErrorCode::malformed, fmt::format("\"{}\" is no type", named.name), named.where,
                did_you_mean(named.name, names));
  }
  for (auto& [name, type] : book_.types_) {
    if (type.is.empty()) {
      std::erase(names, name);
      return fail(ErrorCode::malformed, fmt::format("the type \"{}\" does not say what it is", name),
                  type.where, did_you_mean(name, names));
    }
    book_.sorted_.push_back(&type);
  }
  for (auto& [kind, lemmas] : book_.kinds_) {
    std::sort(lemmas.begin(), lemmas.end());
    lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
  }
  for (Trigger& trigger : book_.triggers_) {
    // A slot that the trigger's own frame names means what that says.
    const Frame& inherited = book_.types_.find(trigger.type)->second.frame;
    std::size_t own = trigger.frame.size();
    for (const FrameSlot& slot : inherited) {
      bool named =
          std::any_of(trigger.frame.begin(), trigger.frame.begin() + static_cast<std::ptrdiff_t>(own),
                      [&](const FrameSlot& s) { return s.slot == slot.slot; });
      if (!named) trigger.frame.push_back(slot);
    }
  }
  std::stable_sort(book_.triggers_.begin(), book_.triggers_.end(), [](const Trigger& a, const Trigger& b) {
    if (a.lemmas.front() != b.lemmas.front()) return a.lemmas.front() < b.lemmas.front();
    if (a.lemmas.size() != b.lemmas.size()) return a.lemmas.size() > b.lemmas.size();
    if (content_words(a) != content_words(b)) return content_words(a) > content_words(b);
    return a.conditions.size() > b.conditions.size();
  });
  return {};
}

}  // namespace sitrep
