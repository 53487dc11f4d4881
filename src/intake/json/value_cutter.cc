#include "intake/json/value_cutter.h"

#include <algorithm>
#include <string_view>

namespace sitrep {

namespace {

// How far into a value the next byte is.
class Nesting {
 public:
  [[nodiscard]] bool in_string() const { return in_string_; }
  [[nodiscard]] std::size_t depth() const { return depth_; }

  void pass(char c) {
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        in_string_ = false;
      }
      return;
    }
    switch (c) {
      case '"':
        in_string_ = true;
        break;
      case '{':
      case '[':
        ++depth_;
        break;
      case '}':
      case ']':
        depth_ -= depth_ > 0 ? 1 : 0;
        break;
      default:
        break;
    }
  }

 private:
  bool in_string_ = false;
  bool escaped_ = false;
  std::size_t depth_ = 0;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\x1E'; }

}  // namespace

JsonCut cut_json_value(ByteReader& reader, std::string& value, std::size_t most) {
  value.clear();
  Nesting nesting;
  bool too_long = false;
  bool begun = false;
  for (;;) {
    std::string_view next = reader.peek(1);
    if (next.empty())
      return begun && nesting.depth() == 0 && !nesting.in_string() && !reader.failure()
                 ? (too_long ? JsonCut::too_long : JsonCut::whole)
                 : JsonCut::cut_short;
    std::size_t end = 0;
    bool done = false;
    while (end < next.size() && !done) {
      char c = next[end];
      bool bare = nesting.depth() == 0 && !nesting.in_string();
      if (bare && begun && (is_blank(c) || c == ',' || c == ']' || c == '}' || c == ':')) {
        done = true;  // behind a number or word
        break;
      }
      nesting.pass(c);
      ++end;
      begun = true;
      done = nesting.depth() == 0 && !nesting.in_string() && (c == '}' || c == ']' || c == '"');
    }
    std::size_t kept = std::min(end, most - value.size());
    value.append(next.substr(0, kept));
    too_long = too_long || kept < end;
    reader.skip(end);
    if (done) return too_long ? JsonCut::too_long : JsonCut::whole;
  }
}

char skip_json_blanks(ByteReader& reader) {
  for (;;) {
    std::string_view next = reader.peek(1);
    if (next.empty()) return '\0';
    std::size_t count = 0;
    while (count < next.size() && is_blank(next[count])) ++count;
    reader.skip(count);
    if (count < next.size()) return next[count];
  }
}

bool comes_in_lines(ByteReader& reader) {
  constexpr std::size_t most = 1U << 20;
  Nesting nesting;
  std::string open;  // the brackets that are open, innermost last
  char last = '\0';
  bool broken = false;  // the first line ended where a printer may break it
  for (std::size_t seen = 0; seen < most; ++seen) {
    std::string_view next = reader.peek(seen + 1);
    if (next.size() <= seen) break;
    char c = next[seen];
    if (last == '\0' && (is_blank(c) || c == '[')) {
      if (c == '[') return false;
      continue;
    }
    // Inside an object a name comes next, never another object: that is a report of its own, and the
    // first one was cut off.
    if (broken && !is_blank(c)) return c == '{' && open.ends_with('{') && last != ':';
    if (c == '\n' && !broken) {
      broken = !nesting.in_string() && (last == '{' || last == '[' || last == ',' || last == ':');
      if (!broken || open.empty()) return true;
    }
    if (!nesting.in_string() && (c == '{' || c == '[')) open.push_back(c);
    if (!nesting.in_string() && (c == '}' || c == ']') && !open.empty()) open.pop_back();
    nesting.pass(c);
    if (!is_blank(c)) last = c;
  }
  return !broken;
}

}  // namespace sitrep
