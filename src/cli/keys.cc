#include "cli/keys.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "cli/terminal.h"

namespace sitrep {
namespace {

constexpr int escape_wait_ms = 25;  // what follows an escape sooner belongs to it

std::optional<char> byte() {
  char c = 0;
  for (;;) {
    ssize_t count = ::read(STDIN_FILENO, &c, 1);
    if (count == 1) return c;
    if (count == 0 || errno != EINTR) return std::nullopt;
  }
}

bool more_soon() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return poll(&input, 1, escape_wait_ms) > 0;
}

}  // namespace

Result<std::unique_ptr<Keys>> Keys::take(Output& out) {
  std::unique_ptr<Keys> keys(new Keys(out));
  if (!out.is_terminal() || tcgetattr(STDIN_FILENO, &keys->before_) != 0) {
    return fail(ErrorCode::bad_usage, "reviewing one by one wants a terminal", {},
                "--decision decides from a script, --import takes in a file");
  }
  termios raw = keys->before_;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG | IEXTEN);
  raw.c_iflag &= ~static_cast<tcflag_t>(ICRNL | IXON);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
  keys->taken_ = true;
  out.write("\x1b[?1049h");  // the other screen
  return keys;
}

Keys::~Keys() {
  if (!taken_) return;
  out_.write("\x1b[?1049l");
  out_.flush();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
}

std::optional<std::string> Keys::next() {
  auto first = byte();
  if (!first) return std::nullopt;
  std::string key(1, *first);
  if (key == escape) {
    // An arrow or another key with a name, as ECMA-48 writes it: no decision hangs on one.
    if (!more_soon()) return key;
    auto more = byte();
    if (more) key += *more;
    while (more && (key[1] == '[' || key[1] == 'O') && (key.size() == 2 || *more < '@') && more_soon()) {
      more = byte();
      if (more) key += *more;
    }
    return key;
  }
  auto lead = static_cast<unsigned char>(*first);
  int following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  for (; following > 0; --following) {
    auto more = byte();
    if (!more) return std::nullopt;
    key += *more;
  }
  return key;
}

std::optional<std::string> Keys::line(std::string_view prompt) {
  std::string typed;
  for (;;) {
    out_.write("\r\x1b[K" + std::string(prompt) + " " + harmless(typed));
    out_.flush();
    auto key = next();
    if (!key || *key == escape || *key == interrupt) return std::nullopt;
    if (*key == enter || *key == "\n") return typed;
    if (*key == backspace || *key == "\b") {
      while (!typed.empty() && (static_cast<unsigned char>(typed.back()) & 0xC0U) == 0x80U) typed.pop_back();
      if (!typed.empty()) typed.pop_back();
    } else if ((*key)[0] != '\x1b') {
      typed += *key;
    }
  }
}

void Keys::draw(std::string_view lines) {
  out_.write("\x1b[H\x1b[2J");
  out_.write(lines);
  out_.flush();
}

}  // namespace sitrep
