#include "intake/json/json_scan.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "text/utf8.h"

namespace sitrep {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Walks over values from left to right. After a fault it stays where the fault is.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] const char* fault() const { return fault_; }
  [[nodiscard]] bool too_deep() const { return too_deep_; }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }

  // `depth` counts the containers open around the value; the recursion is bounded by it.
  bool value(JsonValue& out, std::size_t depth) {
    skip_blanks();
    std::size_t begin = at_;
    bool good = false;
    switch (peek()) {
      case '{':
        out.kind = JsonKind::object;
        good = members(depth, [](std::string_view, const JsonValue&) {});
        break;
      case '[':
        out.kind = JsonKind::array;
        good = elements(depth, [](const JsonValue&) {});
        break;
      case '"':
        out.kind = JsonKind::string;
        good = string();
        break;
      default:
        good = plain(out.kind);
    }
    out.span = make_span(begin, at_);
    return good;
  }

  // `each` gets the key's raw characters, with its quotes.
  template <class Each>
  bool members(std::size_t depth, Each each) {
    if (!open(depth)) return false;
    if (close('}')) return true;
    for (;;) {
      skip_blanks();
      std::size_t begin = at_;
      if (peek() != '"') return wrong("a key in quotes should stand here");
      if (!string()) return false;
      std::string_view key = text_.substr(begin, at_ - begin);
      skip_blanks();
      if (peek() != ':') return wrong("':' should stand here");
      ++at_;
      JsonValue inner;
      if (!value(inner, depth + 1)) return false;
      each(key, inner);
      if (close('}')) return true;
      if (peek() != ',') return wrong("',' or '}' should stand here");
      ++at_;
    }
  }

  template <class Each>
  bool elements(std::size_t depth, Each each) {
    if (!open(depth)) return false;
    if (close(']')) return true;
    for (;;) {
      JsonValue inner;
      if (!value(inner, depth + 1)) return false;
      each(inner);
      if (close(']')) return true;
      if (peek() != ',') return wrong("',' or ']' should stand here");
      ++at_;
    }
  }

  bool wrong(const char* what) {
    fault_ = at_end() ? "the JSON ends before its end" : what;
    return false;
  }

 private:
  bool open(std::size_t depth) {
    too_deep_ = depth >= limits::json_depth_max;
    if (too_deep_) return wrong("nested too deep");
    ++at_;
    return true;
  }

  bool close(char bracket) {
    skip_blanks();
    if (peek() != bracket || at_end()) return false;
    ++at_;
    return true;
  }

  bool string() {
    ++at_;
    for (;;) {
      at_ = std::min(text_.find_first_of("\"\\", at_), text_.size());
      if (at_end()) return wrong("");
      if (text_[at_] == '"') break;
      if (!escape()) return false;
    }
    ++at_;
    return true;
  }

  bool escape() {
    ++at_;
    if (at_end() || std::string_view("\"\\/bfnrtu").find(peek()) == std::string_view::npos) {
      return wrong("no such escape in a string");
    }
    if (text_[at_++] != 'u') return true;
    for (int i = 0; i < 4; ++i, ++at_) {
      if (at_end() || hex_digit(peek()) < 0) return wrong("four hexadecimal digits should stand here");
    }
    return true;
  }

  // Numbers and words.
  bool plain(JsonKind& kind) {
    std::size_t end = at_;
    while (end < text_.size() &&
           std::string_view(",]} \t\r\n:\"[{").find(text_[end]) == std::string_view::npos) {
      ++end;
    }
    std::string_view word = text_.substr(at_, end - at_);
    if (word == "true" || word == "false") {
      kind = JsonKind::boolean;
    } else if (word == "null" || word == "NaN" || word == "Infinity" || word == "-Infinity") {
      kind = JsonKind::null;
    } else if (!word.empty() && (word.front() == '-' || (word.front() >= '0' && word.front() <= '9')) &&
               word.find_first_not_of("0123456789+-.eE") == std::string_view::npos) {
      kind = JsonKind::number;
    } else {
      return wrong("no value begins like this");
    }
    at_ = end;
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  const char* fault_ = nullptr;
  bool too_deep_ = false;
};

std::string key_text(std::string_view raw) {
  if (raw.find('\\') == std::string_view::npos) return std::string(raw.substr(1, raw.size() - 2));
  return json_string(raw, {JsonKind::string, make_span(0, raw.size())}).utf8;
}

Error fault_of(const Scanner& scanner) {
  if (scanner.too_deep()) {
    return Error{ErrorCode::over_limit,
                 "JSON nested more than " + std::to_string(limits::json_depth_max) + " deep"};
  }
  return Error{ErrorCode::malformed, "at byte " + std::to_string(scanner.at() + 1) + ": " + scanner.fault()};
}

// One character of a string that has been checked: what it says, how many bytes of text say it.
struct Unit {
  char32_t value;
  std::size_t bytes;
};

Unit unit_at(std::string_view text, std::size_t at) {
  char c = text[at + 1];
  switch (c) {
    case 'b':
      return {'\b', 2};
    case 'f':
      return {'\f', 2};
    case 'n':
      return {'\n', 2};
    case 'r':
      return {'\r', 2};
    case 't':
      return {'\t', 2};
    case 'u':
      break;
    default:
      return {static_cast<char32_t>(c), 2};
  }
  char32_t value = 0;
  for (std::size_t i = 2; i < 6; ++i) value = value * 16 + static_cast<char32_t>(hex_digit(text[at + i]));
  return {value, 6};
}

bool is_high(char32_t c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low(char32_t c) { return c >= 0xDC00 && c < 0xE000; }

// Two escapes that are the halves of a surrogate pair are one character.
Unit character_at(std::string_view text, std::size_t at) {
  Unit first = unit_at(text, at);
  if (!is_high(first.value)) return first;
  std::size_t next = at + first.bytes;
  if (next + 1 >= text.size() || text[next] != '\\' || text[next + 1] != 'u') return first;
  Unit second = unit_at(text, next);
  if (!is_low(second.value)) return first;
  return {0x10000 + ((first.value - 0xD800) << 10) + (second.value - 0xDC00), first.bytes + second.bytes};
}

}  // namespace

Result<std::vector<JsonMember>> json_members(std::string_view text) {
  Scanner scanner(text, 0);
  scanner.skip_blanks();
  if (scanner.peek() != '{') {
    return fail(ErrorCode::malformed, "a report in JSON is an object: '{' should stand at byte " +
                                          std::to_string(scanner.at() + 1));
  }
  std::vector<JsonMember> out;
  bool good = scanner.members(0, [&out](std::string_view key, const JsonValue& value) {
    out.push_back({key_text(key), value});
  });
  if (good) {
    scanner.skip_blanks();
    good = scanner.at_end() || scanner.wrong("nothing more should stand behind the object");
  }
  if (!good) return fail(fault_of(scanner));
  return out;
}

std::vector<JsonMember> json_members(std::string_view text, const JsonValue& object) {
  std::vector<JsonMember> out;
  if (object.kind != JsonKind::object) return out;
  Scanner(text, object.span.begin).members(0, [&out](std::string_view key, const JsonValue& value) {
    out.push_back({key_text(key), value});
  });
  return out;
}

std::vector<JsonValue> json_elements(std::string_view text, const JsonValue& array) {
  std::vector<JsonValue> out;
  if (array.kind != JsonKind::array) return out;
  Scanner(text, array.span.begin).elements(0, [&out](const JsonValue& value) { out.push_back(value); });
  return out;
}

JsonString json_string(std::string_view text, const JsonValue& string, std::size_t most) {
  assert(string.kind == JsonKind::string && string.span.size() >= 2);
  JsonString out;
  std::size_t at = string.span.begin + 1;
  std::size_t end = string.span.end - 1;
  out.utf8.reserve(std::min(end - at, most));
  std::string_view inside = text.substr(0, end);
  while (at < end && out.utf8.size() < most) {
    std::size_t escape = std::min(inside.find('\\', at), end);
    out.utf8.append(inside.substr(at, escape - at));
    out.map.add_verbatim(static_cast<std::uint32_t>(escape - at), static_cast<std::uint32_t>(at));
    at = escape;
    if (at == end) break;
    Unit unit = character_at(inside, at);
    if (unit.value == 0 || is_high(unit.value) || is_low(unit.value)) {
      unit.value = 0xFFFD;
      ++out.replaced_count;
    }
    std::size_t before = out.utf8.size();
    append_utf8(out.utf8, unit.value);
    out.map.add_replaced(static_cast<std::uint32_t>(out.utf8.size() - before), static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(unit.bytes));
    at += unit.bytes;
  }
  return out;
}

}  // namespace sitrep
