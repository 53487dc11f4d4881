// The flag table: every flag once, with its names, help, default and effect. Help, man page,
// completions and parsing are all made from it (cli/help.cc, cli/completion.cc, parse() here).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.h"
#include "base/result.h"
#include "engine/reader.h"
#include "intake/raw_report.h"
#include "ledger/event_store.h"
#include "ledger/ledger.h"

namespace sitrep {

SITREP_ENUM(ColourWhen, automatic, always, never);
SITREP_ENUM(Shell, bash, zsh, fish);
enum class HelpWanted { no, brief, full };

// What a command line says.
struct Options {
  std::string ledger = "sitrep.ledger";
  std::optional<unsigned> jobs;  // nothing: one a core
  bool json = false;
  bool parts = false;
  bool mentions = false;
  bool svg = false;
  bool words = false;
  bool quiet = false;
  bool allow_private = false;
  Overrides overrides;
  ReaderKind reader = ReaderKind::rules;
  std::optional<std::string> codebook;
  std::optional<std::string> actors;
  std::string format = "jsonl";  // jsonl, csv, or a name of formats/
  Query query;
  EventQuery events;  // with `query`'s days, type and order
  bool link = true;
  std::optional<std::string> profile;  // a name, or a file
  std::optional<std::string> near;     // a place; `query` gets its point
  double within_km = 25;
  std::optional<Date> since;  // brief
  std::uint64_t page = 1;
  // review
  std::optional<std::string> reviewer, field, value, reason, with, import;
  std::optional<Decision> decision;
  bool export_reviews = false;
  bool differs = false;
  ColourWhen colour = ColourWhen::automatic;
  std::optional<std::size_t> width;
  std::optional<std::string> output;
  HelpWanted help = HelpWanted::no;
  bool man = false;
  bool schema = false;
  std::optional<Shell> complete;
  std::vector<std::string> operands;
};

struct Flag {
  std::string_view name;      // without the dashes
  char letter;                // 0: none
  std::string_view argument;  // "FILE"; empty for a switch
  std::string_view commands;  // the commands that take it, or "all"
  std::string_view help;      // one line, no full stop
  std::string_view details;   // more sentences, for --help and the man page
  std::string_view standard;  // the default, in words; empty where there is none to speak of
  std::string_view choices;   // the closed list of values, comma-separated; or empty
  // Sets the option; the error's message says what is wanted ("wants a day such as 2031-05-04").
  Done (*effect)(Options& options, const std::string& value);

  [[nodiscard]] bool is_for(std::string_view command) const;
};

std::span<const Flag> flags();

// The flags of one command, in the table's order.
std::vector<const Flag*> flags_of(std::string_view command);

// `words` are what follows the command. Errors are bad_usage, with near names for mistyped flags.
// Flags may stand before, between and after operands; "--" ends them; "-" is an operand;
// abbreviations are not taken: a script must not break when a flag is added.
Result<Options> parse(std::string_view command, const std::vector<std::string>& words);

}  // namespace sitrep
