// The man page, made from the tables of commands and flags.

#include <fmt/format.h>

#include "cli/help.h"

namespace sitrep {

namespace {

// Text as roff takes it: backslashes, hyphens that must stay hyphens, and lines that begin with a
// control character.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool line_begins = i == 0 || text[i - 1] == '\n';
    if (line_begins && (text[i] == '.' || text[i] == '\'')) out += "\\&";
    if (text[i] == '\\') {
      out += "\\e";
    } else if (text[i] == '-') {
      out += "\\-";
    } else if (text[i] == '"') {
      out += "\\(dq";
    } else if (text[i] == '\'') {
      out += "\\(aq";
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string flag_entry(const Flag& flag) {
  std::string out = ".TP\n";
  std::string argument = flag.argument.empty() ? "" : fmt::format(" \\fI{}\\fR", roff(flag.argument));
  if (flag.letter != 0) out += fmt::format("\\fB\\-{}\\fR, ", flag.letter);
  out += fmt::format("\\fB{}\\fR{}\n", roff(fmt::format("--{}", flag.name)), argument);
  out += roff(fmt::format("{}.", flag.help));
  if (!flag.details.empty()) out += "\n" + roff(flag.details);
  if (!flag.standard.empty()) out += "\n" + roff(fmt::format("Default: {}.", flag.standard));
  return out + "\n";
}

std::string examples(std::string_view rest) {
  std::string out;
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    std::size_t tab = line.find('\t');
    out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(line.substr(0, tab)), roff(line.substr(tab + 1)));
    rest.remove_prefix(line.size() + 1);
  }
  return out;
}

std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    out += fmt::format(".PP\n{}\n", roff(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

std::string man_page() {
  std::string out = fmt::format(
      ".TH SITREP 1 \"\" \"sitrep {}\" \"User Commands\"\n"
      ".SH NAME\n"
      "sitrep \\- from reports of conflict to a ledger of attributed claims\n"
      ".SH SYNOPSIS\n"
      ".B sitrep\n"
      "\\fICOMMAND\\fR [\\fIFLAG\\fR...] [\\fIOPERAND\\fR...]\n"
      ".SH DESCRIPTION\n"
      "Reads reports of conflict and keeps what they say: who did what to whom, where, when, how many were\n"
      "killed or hurt, and who says so. Every value is traced to the characters it was read from. Accounts "
      "that\n"
      "disagree stay side by side.\n"
      ".PP\n"
      "Data goes to standard output, talk to standard error.\n",
      SITREP_VERSION);
  for (const Command& command : commands()) {
    std::string name(command.name);
    for (char& c : name) c = static_cast<char>(c - 'a' + 'A');
    out += fmt::format(".SH {}\n\\fBsitrep {}\\fR [\\fIFLAG\\fR...] {}\n.PP\n", name, command.name,
                       roff(command.operands));
    std::string summary(command.summary);
    summary[0] = static_cast<char>(summary[0] - 'a' + 'A');
    out += roff(summary) + ".\n" + paragraphs(command.details);
    for (const Flag* flag : flags_of(command.name)) out += flag_entry(*flag);
    if (!command.examples.empty()) out += ".PP\nExamples:\n" + examples(command.examples);
  }
  out +=
      ".SH EXIT STATUS\n"
      ".TP\n.B 0\nAll went well. From add: all was added or was there already.\n"
      ".TP\n.B 1\nFrom list, show and export: nothing was found.\n"
      ".TP\n.B 2\nSomething failed; standard error says what, where, and what to do next. The rest was "
      "done.\n"
      ".TP\n.B 130\nFrom add: stopped by a signal, with all that it had counted stored.\n"
      ".SH ENVIRONMENT\n"
      ".TP\n.B NO_COLOR\nWhen set, no colours unless asked for.\n"
      ".TP\n.B SOURCE_DATE_EPOCH\nThe time that ledgers take for now, in seconds since 1970, for "
      "reproducible runs.\n"
      ".SH FILES\n"
      ".TP\n.I sitrep.ledger\nThe ledger, in the current folder, where no other is named.\n";
  return out;
}

}  // namespace sitrep
