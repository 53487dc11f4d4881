// Talk: everything for people that is no data goes to standard error, through here.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace sitrep {

class Messages {
 public:
  // `colour`: standard error takes colours. `quiet`: errors only.
  void set(bool colour, bool quiet);

  // "sitrep: feed.html:12:7: not_utf8: ..."
  void error(const Error& error);
  // Something to know that is no failure; "sitrep: " in front. Left out when quiet.
  void say(std::string_view text);

  // A line that is written over by the next; only on a terminal, and not when quiet.
  void progress(const std::string& line);
  [[nodiscard]] bool shows_progress() const;

 private:
  void print(const std::string& text);

  bool colour_ = false;
  bool quiet_ = false;
  bool progress_shown_ = false;
};

// Text of several lines, each made harmless by itself.
std::string harmless_lines(std::string_view text);

}  // namespace sitrep
