// sitrep COMMAND [FLAG...] [OPERAND...]
//
// Data goes to standard output, talk to standard error; a closed pipe is quiet. The exit status is 0
// when all went well, 1 when nothing was found, 2 when something failed.

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/help.h"
#include "engine/places.h"

namespace sitrep {

namespace {

constexpr std::size_t width_elsewhere = 80;  // where no terminal says how wide it is

bool set_and_not_empty(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool takes_colour(bool terminal, ColourWhen when) {
  if (when != ColourWhen::automatic) return when == ColourWhen::always;
  const char* kind = std::getenv("TERM");
  return terminal && !set_and_not_empty("NO_COLOR") && kind != nullptr && std::string_view(kind) != "dumb";
}

std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return width_elsewhere;
}

Layout layout_for(const Options& options, std::string_view command, bool terminal) {
  Layout layout;
  layout.colour = takes_colour(terminal, options.colour);
  if (options.width) {
    layout.width = *options.width;
  } else if (terminal) {
    layout.width = terminal_width();
  } else if (command != "list") {  // rows for other programs are never cut
    layout.width = width_elsewhere;
  }
  return layout;
}

// Runs the command that the words name, data into `out`.
int run(const std::vector<std::string>& words, Output& out, Messages& messages, bool& leave_at_once) {
  bool talk_to_terminal = isatty(STDERR_FILENO) == 1;
  messages.set(takes_colour(talk_to_terminal, ColourWhen::automatic), false);
  std::string name = words.empty() ? "" : words[0];
  Options none;
  Context context{none, out, messages, layout_for(none, "", out.is_terminal())};
  if (name.empty()) {
    messages.error({ErrorCode::bad_usage, "no command was given", {}, "sitrep help lists the commands"});
    return exit_error;
  }
  if (name == "--help" || name == "-h") return run_help(context);
  if (name == "--version" || name == "-V") return run_version(context);
  if (name[0] == '-') {
    return complain(context, fmt::format("there is no flag {} in front of the command", name),
                    "sitrep COMMAND [FLAG...]; sitrep help lists the commands");
  }
  const Command* command = find_command(name);
  if (command == nullptr) {
    return complain(context, fmt::format("there is no command {}", name), near_command(name));
  }
  auto options = parse(name, {words.begin() + 1, words.end()});
  if (!options) {
    messages.error(options.error());
    return exit_status(options.error().code);
  }
  messages.set(takes_colour(talk_to_terminal, options->colour), options->quiet);
  if (options->near) {
    auto point = point_of(*options->near);
    if (!point) {
      messages.error(point.error());
      return exit_error;
    }
    options->query.near = Query::Near{point->lat, point->lon, options->within_km};
  }
  Context full{*options, out, messages, layout_for(*options, name, out.is_terminal())};
  if (options->help != HelpWanted::no) {
    full.layout = layout_for(*options, "help", out.is_terminal());
    out.write(command_help(*command, options->help == HelpWanted::full, full.layout));
    return exit_fine;
  }
  int status = command->run(full);
  leave_at_once = full.leave_at_once;
  return status;
}

}  // namespace

}  // namespace sitrep

int main(int argc, char** argv) {
  // Writing to a closed pipe is then an error like others, and Output knows it (EPIPE).
  std::signal(SIGPIPE, SIG_IGN);
  sitrep::Output out(STDOUT_FILENO);
  sitrep::Messages messages;
  bool leave_at_once = false;
  int status = sitrep::exit_error;
  try {
    status = sitrep::run({argv + 1, argv + argc}, out, messages, leave_at_once);
  } catch (const std::bad_alloc&) {
    messages.error({sitrep::ErrorCode::over_limit, "there is not enough memory"});
  } catch (const std::exception& error) {
    messages.error({sitrep::ErrorCode::cannot_read,
                    fmt::format("unexpected: {}", error.what()),
                    {},
                    "this is a bug in sitrep"});
  }
  out.flush();
  if (out.failure()) {
    messages.error(*out.failure());
    status = sitrep::exit_error;
  }
  if (leave_at_once) std::_Exit(status);
  return status;
}
