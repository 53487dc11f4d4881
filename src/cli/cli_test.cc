// The parts of the command line that need no files: flags, tables, text for terminals, CSV.
// The commands themselves are tested from outside, in tests/cli/.

#include <gtest/gtest.h>

#include "cli/csv.h"
#include "cli/flags.h"
#include "cli/help.h"
#include "cli/mentions_in_text.h"
#include "cli/printer.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "formats/formats.h"

namespace sitrep {

namespace {

TEST(Flags, EachHasHelpForOneLineAndKnownCommands) {
  for (const Flag& flag : flags()) {
    EXPECT_FALSE(flag.help.empty()) << flag.name;
    EXPECT_NE(flag.help.back(), '.') << flag.name;
    EXPECT_LE(flag.help.size(), 80U) << flag.name;
    std::string_view rest = flag.commands;
    while (rest != "all" && !rest.empty()) {
      std::string_view name = rest.substr(0, rest.find(' '));
      EXPECT_NE(find_command(name), nullptr) << flag.name << " is for " << name;
      rest.remove_prefix(std::min(rest.size(), name.size() + 1));
    }
  }
}

TEST(Flags, NoCommandHasTwoOfOneName) {
  for (const Command& command : commands()) {
    std::vector<std::string> names;
    for (const Flag* flag : flags_of(command.name)) {
      names.emplace_back(flag->name);
      if (flag->letter != 0) names.emplace_back(1, flag->letter);
    }
    std::sort(names.begin(), names.end());
    EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end()) << command.name;
  }
}

// Each row: a command line after its command, and what comes of it (an error's message, or "ok").
TEST(Flags, WhatIsSaidOfMistakes) {
  struct Row {
    const char* command;
    std::vector<std::string> words;
    const char* want;
  };
  const Row rows[] = {
      {"read", {"--json", "a.txt"}, "ok"},
      {"read", {"a.txt", "--json", "--", "--parts"}, "ok"},
      {"read", {"-"}, "ok"},
      {"read", {"-j4", "-"}, "ok"},
      {"read", {"--jobs=4"}, "ok"},
      {"read", {"--jso"}, "read has no flag --jso"},
      {"read", {"--ledger", "x"}, "read has no flag --ledger"},
      {"read", {"-x"}, "read has no flag -x"},
      {"read", {"--jobs", "0"}, "--jobs wants a whole number from 1 to 1024, not \"0\""},
      {"read", {"-j", "1x"}, "-j wants a whole number from 1 to 1024, not \"1x\""},
      {"read", {"--jobs"}, "--jobs wants N"},
      {"read", {"--json=yes"}, "--json takes no value"},
      {"read",
       {"--published", "2031-02-30"},
       "--published wants a date such as 2031-05-04 or 2031-05-04T10:22+02:00, not \"2031-02-30\""},
      {"read", {"--language", "e n"}, "--language wants a language tag such as en, not \"e n\""},
      {"list", {"--from", "May"}, "--from wants a day such as 2031-05-04, not \"May\""},
      {"export",
       {"--format", "xml"},
       "--format wants one of jsonl, csv, accounts, acled, events, ftm, gdelt, geojson, hxl, ical, json-ld, "
       "plover, "
       "polecat, ucdp-ged, web-annotation, not \"xml\""},
      {"export", {"-o", ""}, "-o wants the name of a file, not \"\""},
  };
  for (const Row& row : rows) {
    auto parsed = parse(row.command, row.words);
    EXPECT_EQ(parsed ? "ok" : parsed.error().message, row.want) << row.command << " " << row.words[0];
  }
  EXPECT_EQ(parse("read", {"--jsn"}).error().hint, "did you mean --json?");
  EXPECT_EQ(near_command("raed"), "did you mean read?");
  EXPECT_EQ(near_command("zzzzzz"), "sitrep help lists the commands");
}

TEST(Flags, EachStandsInHelpManAndCompletions) {
  std::string man = man_page();
  for (const Command& command : commands()) {
    std::string help = command_help(command, true, {});
    for (const Flag* flag : flags_of(command.name)) {
      std::string name = "--" + std::string(flag->name);
      EXPECT_NE(help.find(name), std::string::npos) << command.name << name;
      std::string escaped;
      for (char c : name) escaped += c == '-' ? std::string("\\-") : std::string(1, c);
      EXPECT_NE(man.find(escaped), std::string::npos) << command.name << name;
      EXPECT_NE(completions(Shell::bash).find(name), std::string::npos) << command.name << name;
      EXPECT_NE(completions(Shell::zsh).find(name), std::string::npos) << command.name << name;
      EXPECT_NE(completions(Shell::fish).find("-l " + name.substr(2)), std::string::npos)
          << command.name << name;
    }
  }
}

TEST(Terminal, StrangersTextIsHarmless) {
  struct Row {
    std::string text, want;
  };
  const Row rows[] = {
      {"plain", "plain"},
      {"  two\n\tlines ", "two lines"},
      {"\x1b[2Jgone", "␛[2Jgone"},
      {"bell\a", "bell␇"},
      {"\xc2\x9b"
       "31m",
       "\xef\xbf\xbd"
       "31m"},  // CSI as one character
      {"a\xe2\x80\xae"
       "b",
       "a\xef\xbf\xbd"
       "b"},  // right-to-left override
      {"\xff", "\xef\xbf\xbd"},
      {std::string("nul\0", 4), "nul␀"},
  };
  for (const Row& row : rows) EXPECT_EQ(harmless(row.text), row.want);
  EXPECT_EQ(harmless_json("{\"a\":\"\x7f\xc2\x9b\"}"), "{\"a\":\"\\u007f\\u009b\"}");
}

TEST(Terminal, WrapsAndClips) {
  struct Row {
    const char* text;
    std::size_t columns;
    std::vector<std::string> want;
  };
  const Row rows[] = {
      {"one two three", 8, {"one two", "three"}},
      {"one two three", 0, {"one two three"}},
      {"unbreakable", 4, {"unbr", "eaka", "ble"}},
      {"停火协议", 4, {"停火", "协议"}},
      {"", 4, {""}},
  };
  for (const Row& row : rows) EXPECT_EQ(wrap(row.text, row.columns), row.want) << row.text;
  EXPECT_EQ(display_width("停火 now"), 8U);
  EXPECT_EQ(clip("停火协议", 5), "停火…");
  EXPECT_EQ(pad("停", 4), "停  ");
}

std::string table_of(Layout layout, Table::Fit fit) {
  Table table({"", "what", "who", "whom"}, layout, fit);
  table.row({"c1", "shelling of the market", "River Brigade", ""}, "4:1  “the words”");
  table.row({"c2", "denial", "Ida Holm", ""});
  return table.take();
}

TEST(Table, IsAsWideAsItMayBe) {
  EXPECT_EQ(table_of({0, false}, Table::Fit::wrap),
            "    what                    who\n"
            "c1  shelling of the market  River Brigade\n"
            "   4:1  “the words”\n"
            "c2  denial                  Ida Holm\n");
  EXPECT_EQ(table_of({32, false}, Table::Fit::wrap),
            "    what           who\n"
            "c1  shelling of    River Brigade\n"
            "    the market\n"
            "   4:1  “the words”\n"
            "c2  denial         Ida Holm\n");
  EXPECT_EQ(table_of({32, false}, Table::Fit::clip),
            "    what           who\n"
            "c1  shelling of …  River Brigade\n"
            "   4:1  “the words”\n"
            "c2  denial         Ida Holm\n");
  EXPECT_EQ(table_of({16, false}, Table::Fit::wrap),
            "c1\n"
            "   what:\n"
            "   shelling of\n"
            "   the market\n"
            "   who: River\n"
            "   Brigade\n"
            "   4:1  “the\n"
            "   words”\n"
            "c2\n"
            "   what: denial\n"
            "   who: Ida Holm\n");
}

TEST(Table, PagesStandUnderEachOther) {
  Table table({"a", "b"}, {0, false}, Table::Fit::clip);
  table.row({"long cell", "x"});
  EXPECT_EQ(table.take(), "a          b\nlong cell  x\n");
  table.row({"s", "y"});
  EXPECT_EQ(table.take(), "s          y\n");
  EXPECT_EQ(table.take(), "");
}

TEST(Printer, WordsAreQuotedOnce) {
  struct Row {
    const char *text, *want;
  };
  const Row rows[] = {
      {"the words", "1:1  “the words”"},
      {"the brigade's", "1:1  “the brigade's”"},
      {"\"They told us,\" he said", "1:1  \"They told us,\" he said"},
      {"He said: “They told us.”", "1:1  He said: “They told us.”"},
      {"«They told us", "1:1  «They told us"},
      {"the “words” told", "1:1  “the “words” told”"},
  };
  for (const Row& row : rows) {
    Report report;
    report.text = row.text;
    EXPECT_EQ(quoted(report, make_span(0, report.text.size()), Positions(report.text)), row.want);
  }
}

TEST(Printer, MentionsStandInTheirText) {
  struct Row {
    const char* text;
    std::vector<Mention> mentions;
    bool colour;
    const char* want;
  };
  auto mention = [](MentionKind kind, std::uint32_t begin, std::uint32_t end, const char* value) {
    Mention m;
    m.kind = kind;
    m.span = {begin, end};
    m.value = value;
    return m;
  };
  const Mention time = mention(MentionKind::time, 3, 12, "2031-05-06");
  const Mention source = mention(MentionKind::source, 0, 12, "Ida Holm");
  const Mention across = mention(MentionKind::place, 6, 16, "b");
  const Row rows[] = {
      {"In June.", {}, false, "In June.\n"},
      {"He on Monday said", {time}, false, "He [on Monday](time 2031-05-06) said\n"},
      {"He on Monday said",
       {source, time},
       false,
       "[He [on Monday](time 2031-05-06)](source Ida Holm) said\n"},
      // One that reaches beyond another ends with it.
      {"He on Monday said", {time, across}, false, "He [on [Monday](place b)](time 2031-05-06) said\n"},
      // Paragraphs stay apart; what a stranger's text holds is shown, not obeyed.
      {"a\n\n\nb \x1b[2J\nc", {}, false, "a\n\nb ␛[2J\nc\n"},
      {"He on Monday said",
       {time},
       true,
       "He \x1b[36mon\x1b[0m \x1b[36mMonday\x1b[0m\x1b[2m(2031-05-06)\x1b[0m said\n"},
  };
  for (const Row& row : rows) {
    Report report;
    report.id = "sha256:00";
    report.text = row.text;
    std::string drawn = draw_mentions(report, row.mentions, {0, row.colour});
    EXPECT_TRUE(drawn.ends_with("\n" + std::string(row.want))) << drawn;
  }
  Report report;
  report.id = "sha256:00";
  report.text = "one two three four";
  EXPECT_TRUE(draw_mentions(report, {}, {9, false}).ends_with("\none two\nthree\nfour\n"));
}

TEST(Csv, CellsAreSafeAndComeBack) {
  struct Row {
    const char *text, *want;
  };
  const Row rows[] = {
      {"plain", "plain"},
      {"", ""},
      {"a,b", "\"a,b\""},
      {"say \"x\"", "\"say \"\"x\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"=1+1", "'=1+1"},
      {"@sum", "'@sum"},
      {"-9", "'-9"},
      {"+1,2", "\"'+1,2\""},
      {"a=b", "a=b"},
  };
  for (const Row& row : rows) EXPECT_EQ(csv_cell(row.text), row.want);
}

TEST(Csv, RowsHaveAsManyCellsAsTheHeading) {
  Report report;
  report.id = "sha256:00";
  report.text = "Nine died, she said.";
  Claim claim;
  claim.id = "c1";
  claim.evidence = {0, 20};
  claim.event.type = "death";
  Figure figure;
  figure.low = figure.high = 9;
  figure.text = "Nine";
  claim.figures.push_back(figure);
  Place place;
  place.lat = -33.25;
  claim.place = place;
  std::string row = csv_row(claim, report, Positions(report.text), 0);
  // The only cell with a comma is the evidence, quoted.
  auto commas = [](const std::string& text) { return std::count(text.begin(), text.end(), ','); };
  EXPECT_EQ(commas(row), commas(csv_heading()) + 1) << row;
  EXPECT_NE(row.find(",-33.25,"), std::string::npos) << row;  // a number of ours is no formula
  EXPECT_NE(row.find(",9,9,"), std::string::npos) << row;
  EXPECT_TRUE(row.ends_with("\"Nine died, she said.\",0,20,1970-01-01T00:00:00.000000Z\r\n")) << row;
}

}  // namespace

}  // namespace sitrep
