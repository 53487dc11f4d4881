// The commands: a table of them, and what each is given.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/flags.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/terminal.h"

namespace sitrep {

// How a run ends.
inline constexpr int exit_fine = 0;
inline constexpr int exit_nothing = 1;  // list, export, show: nothing was found
inline constexpr int exit_error = 2;
inline constexpr int exit_interrupted = 130;  // add, stopped by a signal: what shells give for SIGINT

struct Context {
  const Options& options;
  Output& out;         // data
  Messages& messages;  // talk
  Layout layout;       // of the data, where it is for people
  // A thread still waits for input that nobody wants: the process must end without tearing down
  // what that thread may use.
  bool leave_at_once = false;
};

struct Command {
  std::string_view name;
  std::string_view operands;  // "FILE...|-"
  std::string_view summary;   // one line
  std::string_view details;   // for --help and the man page; paragraphs end in a line break
  std::string_view examples;  // "command line\twhat it does\n" ...
  int (*run)(Context& context);
};

std::span<const Command> commands();
const Command* find_command(std::string_view name);

// What to try instead of a command that is not there.
std::string near_command(std::string_view name);

// One file each: cmd_read.cc ...
int run_read(Context& context);
int run_codebook(Context& context);
int run_parse(Context& context);
int run_add(Context& context);
int run_link(Context& context);
int run_list(Context& context);
int run_show(Context& context);
int run_export(Context& context);
int run_review(Context& context);
int run_quality(Context& context);
int run_brief(Context& context);
int run_backup(Context& context);
int run_erase(Context& context);
int run_verify(Context& context);
int run_version(Context& context);
int run_help(Context& context);

// One line where reports are read by rules alone, since there is no language model.
void tell_of_missing_model(Context& context);

// The codebook that --codebook names, null where it names none. The error has been said when there is
// nothing.
std::optional<std::shared_ptr<const Codebook>> load_codebook(Context& context);

// The lexicon of actors with the table that --actors names, null where it names none; as above.
std::optional<std::shared_ptr<const ActorLexicon>> load_actors(Context& context);

// Says what is wrong with the command line; gives exit_error.
int complain(Context& context, std::string_view message, std::string_view hint = {});

// The ledger named by the options. The error has been said when there is none.
std::optional<Ledger> open_ledger(Context& context, Ledger::Mode mode);

}  // namespace sitrep
