// Completions for shells, made from the tables of commands and flags.

#include <fmt/format.h>

#include "cli/help.h"

namespace sitrep {

namespace {

// What may stand as a flag's value.
enum class Values { words, files, anything };

Values values_of(const Flag& flag) {
  if (!flag.choices.empty()) return Values::words;
  return flag.argument == "FILE" ? Values::files : Values::anything;
}

// Commas to blanks.
std::string spaced(std::string_view list) {
  std::string out(list);
  for (char& c : out) {
    if (c == ',') c = ' ';
  }
  return out;
}

// The words that may stand as a command's operands; empty where they are files or ids.
std::string operand_words(const Command& command) {
  if (command.name == "list") return "reports claims";
  if (command.name != "help") return "";
  std::string out;
  for (const Command& other : commands()) out += fmt::format("{}{}", out.empty() ? "" : " ", other.name);
  return out;
}

bool takes_files(const Command& command) { return command.operands.find("FILE") != std::string_view::npos; }

std::string command_names() {
  std::string out;
  for (const Command& command : commands()) out += fmt::format("{}{}", out.empty() ? "" : " ", command.name);
  return out;
}

// For single quotes of a shell.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string bash() {
  std::string out =
      "# Completion of sitrep for bash; made by: sitrep help --complete bash\n"
      "_sitrep() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} flags= words= files=\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" = 1 ]; then\n" +
      fmt::format("    COMPREPLY=($(compgen -W {} -- \"$word\"))\n", quoted(command_names())) +
      "    return\n"
      "  fi\n"
      "  case \"${COMP_WORDS[1]} $before\" in\n";
  for (const Command& command : commands()) {
    for (const Flag* flag : flags_of(command.name)) {
      if (flag->argument.empty()) continue;
      std::string pattern = fmt::format("'{} --{}'", command.name, flag->name);
      if (flag->letter != 0) pattern += fmt::format("|'{} -{}'", command.name, flag->letter);
      std::string reply =
          values_of(*flag) == Values::words
              ? fmt::format("COMPREPLY=($(compgen -W {} -- \"$word\"))", quoted(spaced(flag->choices)))
          : values_of(*flag) == Values::files ? "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))"
                                              : "COMPREPLY=()";
      out += fmt::format("    {}) {}; return ;;\n", pattern, reply);
    }
  }
  out += "  esac\n  case \"${COMP_WORDS[1]}\" in\n";
  for (const Command& command : commands()) {
    std::string names;
    for (const Flag* flag : flags_of(command.name))
      names += fmt::format("{}--{}", names.empty() ? "" : " ", flag->name);
    out += fmt::format("    {}) flags={} words={} files={} ;;\n", command.name, quoted(names),
                       quoted(operand_words(command)), takes_files(command) ? "1" : "");
  }
  out +=
      "  esac\n"
      "  case \"$word\" in\n"
      "    -*) COMPREPLY=($(compgen -W \"$flags\" -- \"$word\")) ;;\n"
      "    *) if [ -n \"$files\" ]; then\n"
      "         compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))\n"
      "       else\n"
      "         COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
      "       fi ;;\n"
      "  esac\n"
      "}\n"
      "complete -F _sitrep sitrep\n";
  return out;
}

// For _arguments: brackets and colons have a meaning there.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_flag(const Flag& flag) {
  std::string value;
  if (!flag.argument.empty()) {
    std::string action = values_of(flag) == Values::words   ? fmt::format("({})", spaced(flag.choices))
                         : values_of(flag) == Values::files ? "_files"
                                                            : "";
    value = fmt::format(":{}:{}", flag.argument, action);
  }
  std::string out = "    " + quoted(fmt::format("--{}{}[{}]{}", flag.name, flag.argument.empty() ? "" : "=",
                                                zsh_text(flag.help), value));
  if (flag.letter != 0) {
    out += " " + quoted(fmt::format("-{}[{}]{}", flag.letter, zsh_text(flag.help), value));
  }
  return out + " \\\n";
}

std::string zsh() {
  std::string out =
      "#compdef sitrep\n"
      "# Completion of sitrep for zsh; made by: sitrep help --complete zsh\n"
      "_sitrep() {\n"
      "  local -a commands\n"
      "  commands=(\n";
  for (const Command& command : commands()) {
    out += "    " + quoted(fmt::format("{}:{}", command.name, zsh_text(command.summary))) + "\n";
  }
  out +=
      "  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $command in\n";
  for (const Command& command : commands()) {
    out += fmt::format("  {})\n    _arguments -S \\\n", command.name);
    for (const Flag* flag : flags_of(command.name)) out += zsh_flag(*flag);
    std::string words = operand_words(command);
    std::string action = takes_files(command) ? "_files" : words.empty() ? "" : fmt::format("({})", words);
    out += "    " + quoted(fmt::format("*::operand:{}", action)) + "\n    ;;\n";
  }
  return out +
         "  esac\n"
         "}\n"
         "if [ \"$funcstack[1]\" = _sitrep ]; then _sitrep \"$@\"; else compdef _sitrep sitrep; fi\n";
}

std::string fish() {
  std::string out =
      "# Completion of sitrep for fish; made by: sitrep help --complete fish\n"
      "complete -c sitrep -f\n";
  for (const Command& command : commands()) {
    out += fmt::format("complete -c sitrep -n __fish_use_subcommand -a {} -d {}\n", command.name,
                       quoted(command.summary));
    std::string when = quoted(fmt::format("__fish_seen_subcommand_from {}", command.name));
    for (const Flag* flag : flags_of(command.name)) {
      out += fmt::format("complete -c sitrep -n {} -l {}", when, flag->name);
      if (flag->letter != 0) out += fmt::format(" -s {}", flag->letter);
      if (!flag->argument.empty()) out += " -r";
      if (values_of(*flag) == Values::words) out += fmt::format(" -a {}", quoted(spaced(flag->choices)));
      if (!flag->argument.empty() && values_of(*flag) == Values::files) out += " -F";
      out += fmt::format(" -d {}\n", quoted(flag->help));
    }
    if (takes_files(command)) out += fmt::format("complete -c sitrep -n {} -F\n", when);
    std::string words = operand_words(command);
    if (!words.empty()) out += fmt::format("complete -c sitrep -n {} -a {}\n", when, quoted(words));
  }
  return out;
}

}  // namespace

std::string completions(Shell shell) {
  switch (shell) {
    case Shell::bash:
      return bash();
    case Shell::zsh:
      return zsh();
    case Shell::fish:
      return fish();
  }
  return "";
}

}  // namespace sitrep
