// Text as a terminal shows it: how many columns it takes, where it may be broken, and how text of
// strangers is made harmless before it is shown.
//
//   display_width("停火 now")        8: East Asian characters take two columns, marks none
//   harmless("\x1b[2Jgone")          "␛[2Jgone": shown, not obeyed
//   wrap("one two three", 8)         {"one two", "three"}
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

// Columns that well-formed text takes. O(bytes), as are all of these.
std::size_t display_width(std::string_view text);

// Control characters are shown as their pictures, direction overrides (which can make text read as
// what it is not) and ill-formed bytes as U+FFFD; any run of white space becomes one blank.
std::string harmless(std::string_view text);

// Control characters of JSON that its writer leaves as they are (DEL, C1), as \u escapes: a terminal
// may obey them. The JSON means the same.
std::string harmless_json(std::string_view json);

// At most `columns` columns, the last one "…" where something was cut. 0: no limit.
std::string clip(std::string_view text, std::size_t columns);

// Filled up with blanks to `columns`.
std::string pad(std::string_view text, std::size_t columns);

// Lines of at most `columns` columns, broken at blanks and between East Asian characters, inside a
// word only where it alone is too long. 0: one line.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

// What a terminal can take.
struct Layout {
  std::size_t width = 0;  // columns; 0: no limit
  bool colour = false;
};

// Colours, where there are any. The text must be harmless already.
class Style {
 public:
  explicit Style(bool on) : on_(on) {}
  [[nodiscard]] std::string bold(std::string_view text) const { return wrapped("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return wrapped("2", text); }
  [[nodiscard]] std::string red(std::string_view text) const { return wrapped("31", text); }
  [[nodiscard]] std::string green(std::string_view text) const { return wrapped("32", text); }
  [[nodiscard]] std::string yellow(std::string_view text) const { return wrapped("33", text); }
  [[nodiscard]] std::string magenta(std::string_view text) const { return wrapped("35", text); }
  [[nodiscard]] std::string underlined(std::string_view text) const { return wrapped("4", text); }
  [[nodiscard]] std::string cyan(std::string_view text) const { return wrapped("36", text); }

 private:
  [[nodiscard]] std::string wrapped(std::string_view code, std::string_view text) const;
  bool on_;
};

}  // namespace sitrep
