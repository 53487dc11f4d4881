// Keys: a terminal that gives each key as it is pressed, and a screen of its own; both as they were before
// when it ends.
#pragma once

#include <termios.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/output.h"

namespace sitrep {

class Keys {
 public:
  // bad_usage where standard input or output is no terminal.
  static Result<std::unique_ptr<Keys>> take(Output& out);
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;
  ~Keys();

  // One character of UTF-8, or one of the names below; nothing when the terminal is gone. Waits.
  std::optional<std::string> next();
  static constexpr std::string_view enter = "\r", escape = "\x1b", backspace = "\x7f", interrupt = "\x03";

  // A line that is typed after `prompt`; nothing when it was given up with escape.
  std::optional<std::string> line(std::string_view prompt);

  // Clears the screen and draws `lines` on it.
  void draw(std::string_view lines);

 private:
  explicit Keys(Output& out) : out_(out) {}
  Output& out_;
  termios before_{};
  bool taken_ = false;
};

}  // namespace sitrep
