#include "cli/help.h"

#include <fmt/format.h>

#include <utility>

#include "record/schema.h"

namespace sitrep {

namespace {

// "  -l, --ledger FILE"
std::string spelled(const Flag& flag) {
  std::string out = flag.letter != 0 ? fmt::format("-{}, ", flag.letter) : "    ";
  out += fmt::format("--{}", flag.name);
  if (!flag.argument.empty()) out += fmt::format(" {}", flag.argument);
  return out;
}

void indented(std::string& out, std::string_view text, std::size_t indent, const Layout& layout) {
  std::size_t room = layout.width > indent + 20 ? layout.width - indent : layout.width;
  for (const std::string& line : wrap(text, room)) out += fmt::format("{:{}}{}\n", "", indent, line);
}

// Each line of `text` a paragraph.
void paragraphs(std::string& out, std::string_view text, const Layout& layout) {
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    out += '\n';
    indented(out, text.substr(0, end), 0, layout);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string standard_of(const Flag& flag) {
  return flag.standard.empty() ? "" : fmt::format("Default: {}.", flag.standard);
}

std::string synopsis(const Command& command) {
  return fmt::format("sitrep {} [FLAG...]{}{}", command.name, command.operands.empty() ? "" : " ",
                     command.operands);
}

}  // namespace

std::string program_help(const Layout& layout) {
  Style style(layout.colour);
  std::string out = "Reports of conflict go in, a ledger of attributed claims comes out.\n\n";
  out += style.bold("Usage:") + " sitrep COMMAND [FLAG...] [OPERAND...]\n\n" + style.bold("Commands:") + "\n";
  for (const Command& command : commands()) {
    out += fmt::format("  {}  {}\n", pad(fmt::format("{} {}", command.name, command.operands), 20),
                       command.summary);
  }
  out += "\nsitrep help COMMAND explains a command and its flags; sitrep help --man prints the man page.\n";
  return out;
}

std::string command_help(const Command& command, bool full, const Layout& layout) {
  Style style(layout.colour);
  std::string out = fmt::format("sitrep {}: {}\n\n{} {}\n", command.name, command.summary,
                                style.bold("Usage:"), synopsis(command));
  if (full) paragraphs(out, command.details, layout);
  out += "\n" + style.bold("Flags:") + "\n";
  for (const Flag* flag : flags_of(command.name)) {
    if (!full) {
      out += fmt::format("  {}  {}\n", pad(spelled(*flag), 24), flag->help);
      continue;
    }
    out += fmt::format("  {}\n", style.bold(spelled(*flag)));
    indented(out, fmt::format("{}.", flag->help), 10, layout);
    if (!flag->details.empty()) indented(out, flag->details, 10, layout);
    if (!flag->standard.empty()) indented(out, standard_of(*flag), 10, layout);
  }
  if (!full) return out + fmt::format("\nsitrep {} --help says more.\n", command.name);
  if (command.examples.empty()) return out;
  out += "\n" + style.bold("Examples:") + "\n";
  for (std::string_view rest = command.examples; !rest.empty();) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    std::size_t tab = line.find('\t');
    out += fmt::format("  {}\n      {}\n", line.substr(0, tab), line.substr(tab + 1));
    rest.remove_prefix(line.size() + 1);
  }
  return out;
}

int run_help(Context& context) {
  const Options& options = context.options;
  if (options.man) {
    context.out.write(man_page());
  } else if (options.complete) {
    context.out.write(completions(*options.complete));
  } else if (options.schema) {
    context.out.write(record_schema());
  } else if (options.operands.empty()) {
    context.out.write(program_help(context.layout));
  } else if (options.operands.size() > 1) {
    return complain(context, "help wants one command", "sitrep help lists the commands");
  } else if (const Command* command = find_command(options.operands[0])) {
    context.out.write(command_help(*command, true, context.layout));
  } else {
    return complain(context, fmt::format("there is no command {}", options.operands[0]),
                    near_command(options.operands[0]));
  }
  return exit_fine;
}

}  // namespace sitrep
