#include "cli/messages.h"

#include <unistd.h>

#include <cstdio>

#include "cli/terminal.h"

namespace sitrep {

std::string harmless_lines(std::string_view text) {
  std::string out;
  while (true) {
    std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    std::size_t indent = line.find_first_not_of(' ');
    if (indent != std::string_view::npos) out += std::string(indent, ' ') + harmless(line);
    if (end == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

void Messages::set(bool colour, bool quiet) {
  colour_ = colour;
  quiet_ = quiet;
}

void Messages::error(const Error& error) {
  print(Style(colour_).red("sitrep:") + " " + harmless_lines(error.text()));
}

void Messages::say(std::string_view text) {
  if (!quiet_) print("sitrep: " + harmless_lines(text));
}

bool Messages::shows_progress() const { return !quiet_ && isatty(STDERR_FILENO) == 1; }

void Messages::progress(const std::string& line) {
  if (!shows_progress()) return;
  std::fprintf(stderr, "\r%s\x1b[K", line.c_str());
  std::fflush(stderr);
  progress_shown_ = !line.empty();
}

void Messages::print(const std::string& text) {
  if (progress_shown_) std::fputs("\r\x1b[K", stderr);
  progress_shown_ = false;
  // Nothing can be done when standard error itself fails.
  std::fprintf(stderr, "%s\n", text.c_str());
}

}  // namespace sitrep
