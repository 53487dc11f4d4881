#include "cli/command.h"

#include <fmt/format.h>

#include <utility>

#include "base/near_names.h"
#include "engine/reader.h"

namespace sitrep {

namespace {

constexpr Command table[] = {
    {"read", "FILE...|-", "read reports and show what they say",
     "Reads each report and shows its headline, date and outlet, and its claims: what, who, whom, where, "
     "when, "
     "how many, who says so, in which words, and where these stand (line:column of the text as read; --parts "
     "shows it).\n"
     "A file may be plain text, HTML, RSS, Atom, JSON Feed, JSON Lines or WARC, packed with gzip or zstd or "
     "not: what it is, is told by its content. It may hold many reports. - is standard input; an http or "
     "https "
     "address is fetched.\n",
     "sitrep read dispatch.txt\ta table for people\n"
     "sitrep read --json feed.xml\tthe record, JSON Lines\n"
     "sitrep read --parts page.html\thow the page was cut up\n",
     run_read},
    {"add", "FILE...|DIR|-", "read reports and keep them in a ledger",
     "Reads reports as read does and appends them to a ledger, which is made when it is not there. Of "
     "folders "
     "all files are added, sorted by name, those in folders inside too; hidden ones are skipped.\n"
     "The same bytes again add nothing, and that is success. Other text under the same address is a new "
     "version. One bad file does not stop the rest. The exit status is 0 only when all was added.\n",
     "sitrep add reports/\ta whole folder, on all cores\n"
     "sitrep add --ledger war.sitrep --json day.warc.gz\ta line for each report once it is safely stored\n",
     run_add},
    {"link", "", "put what reports tell into events",
     "Links the happenings that are not linked yet; add does so by itself, but for --no-link. A ledger of an "
     "older version is brought up to date first. Stopped half-way, the next one goes on.\n",
     "sitrep link --ledger war.sitrep\tafter add --no-link\n", run_link},
    {"list", "reports|claims|events", "list what a ledger holds",
     "One row a report, claim or event. An event is one happening in the world, as far as its reports can be "
     "linked; killed and injured are the range of all accounts, and no choice between them. The exit "
     "status is 1 when there is none that matches.\n",
     "sitrep list reports --from 2031-05-01\twhat was published since\n"
     "sitrep list claims --type clash --place kalmar\tclashes in and around a place\n"
     "sitrep list events --country AF --as-of 2031-05-04\twhat was known on that day\n",
     run_list},
    {"show", "ID", "show one report, claim or event of a ledger",
     "ID is the id of a report or its unique beginning (at least 6 digits), as list prints it; REPORT#CLAIM "
     "is "
     "one claim of it; e17 is an event, with what each source says, in order.\n",
     "sitrep show 3f9a1c\ta report with all its claims, what it revises, its readings\n"
     "sitrep show 3f9a1c#c3\tone claim\n"
     "sitrep show e17\tan event\n",
     run_show},
    {"export", "", "write reports and claims for other programs",
     "As JSON Lines: each report that matches, its claims that match, and its relations, silences and notes. "
     "As CSV: one row a claim. The exit status is 1 when nothing matches.\n",
     "sitrep export --format csv -o claims.csv\ta table of all claims\n"
     "sitrep export --outlet \"Harbour Post\" | jq .\tall that one outlet published\n",
     run_export},
    {"review", "[ID...]", "decide on claims and events",
     "Without ID, on the screen: one claim at a time, the doubtful and severe first, its evidence lit in the "
     "text; a "
     "key decides (a accept, r reject, c change, e evidence, n note, x not this event, m merge, s skip, u "
     "undo, q quit). "
     "With --decision and ID, a decision from a script. What people decide stands in lists, events and "
     "exports, whatever a "
     "newer program reads; nothing is lost, and all can be undone. Other reviewers' decisions are not shown, "
     "so that "
     "agreement means something.\n",
     "sitrep review --reviewer Ada --type shelling\tone decision after the other\n"
     "sitrep review 3f9a1c#c3 --decision reject --reason \"not said\"\tfrom a script\n"
     "sitrep review 3f9a1c#c3 --decision change --field /figures/0 --value 9\tanother count\n"
     "sitrep review e17 e23 --decision merge\ttwo events that are one\n"
     "sitrep review --export -o ada.jsonl\tfor the others of a team\n",
     run_review},
    {"quality", "", "how well reviewers agree, and how well the program does by them",
     "For each reviewer, how many of the claims decided on were right as read, and which values had to be "
     "changed. For each "
     "two, Cohen's kappa over the claims, and over the links, that both decided on. The exit status is 1 "
     "when nothing was "
     "decided.\n",
     "sitrep quality --ledger war.sitrep\ta table\n", run_quality},
    {"brief", "", "write a situation report",
     "Headline figures with their range, what is new (--since), a map, a timeline, the events in order of "
     "weight with each account and "
     "a footnote of outlet, day and words, contradictions, silences, method and limits. One page of HTML "
     "with nothing outside of it and "
     "no script, or Markdown where the file is called .md. Values are chosen by the profile most-independent "
     "where no other is named.\n",
     "sitrep brief --from 2031-05-01 --to 2031-05-07 -o brief.html\ta week\n"
     "sitrep brief --near Kalmar --within 50 --since 2031-05-05 -o brief.md\tone place, with what is new\n",
     run_brief},
    {"backup", "FILE", "copy a ledger while others use it",
     "The copy is the ledger as of one moment, whoever writes meanwhile. An existing file is never written "
     "over. The ledger notes "
     "where the copy is, so that erase can name it.\n",
     "sitrep backup --ledger war.sitrep /mnt/safe/war-2031-05-04.sitrep\ta safe copy\n", run_backup},
    {"erase", "ID...", "take all that a report says out of a ledger",
     "Where the law or somebody's safety asks for it: bytes, text, claims, names, the words it is found by "
     "and what people "
     "decided about it go, from the file's free pages too, and cannot be had back. Its hash stays, with the "
     "day and the reason "
     "(--reason), so that verify finds nothing wrong and the same bytes are not added again. Backups made by "
     "`sitrep backup` are "
     "named: they hold it still.\n",
     "sitrep erase 3f9a1c --reason \"a witness in danger\"\tthe report is gone\n", run_erase},
    {"verify", "", "check every hash, reference and span of a ledger",
     "Prints each fault. The exit status is 0 when there is none, else 2. Changes nothing.\n",
     "sitrep verify --ledger war.sitrep\tis it whole?\n", run_verify},
    {"parse", "FILE...|-", "show a report's sentences as the language model reads them",
     "Prints tokens, tags, lemmas, trees, names, roles and who is meant again, as CoNLL-U: TokenRange in the "
     "last column counts characters of the text. For looking at errors; read and add do not need it.\n",
     "sitrep parse dispatch.txt\ttables, a token a line\n"
     "sitrep parse --svg dispatch.txt > trees.html\tthe trees drawn, a page for a browser\n",
     run_parse},
    {"codebook", "print|test [FILE]", "show the codebook, or run its examples as tests",
     "print writes all types with their words, codes and examples, as Markdown. test reads each entry's "
     "example "
     "sentences and says which were not read as they should be; the exit status is 1 when there are some. "
     "FILE is "
     "a codebook of your own: it extends or overrides the one that ships, as with --codebook.\n",
     "sitrep codebook print > codebook.md\ta page for people\n"
     "sitrep codebook test my.codebook\tdoes it read what it says?\n",
     run_codebook},
    {"version", "", "print the versions of the program and of what it is made with", "", "", run_version},
    {"help", "[COMMAND]", "explain the program or a command", "",
     "sitrep help read\twhat read does, with all its flags\n"
     "sitrep help --man | man -l -\tthe man page\n",
     run_help},
};

}  // namespace

std::span<const Command> commands() { return table; }

const Command* find_command(std::string_view name) {
  for (const Command& command : table) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::string near_command(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Command& command : table) names.push_back(command.name);
  std::string near = did_you_mean(name, names);
  return near.empty() ? "sitrep help lists the commands" : near;
}

void tell_of_missing_model(Context& context) {
  if (context.options.reader != ReaderKind::rules) return;
  auto missing = model_missing();
  if (!missing) return;
  context.messages.say(missing->where.empty() ? missing->message
                                              : fmt::format("{}: {}", missing->where, missing->message));
  if (!missing->hint.empty()) context.messages.say(missing->hint);
}

std::optional<std::shared_ptr<const Codebook>> load_codebook(Context& context) {
  if (!context.options.codebook) return std::shared_ptr<const Codebook>();
  auto book = Codebook::load_file(*context.options.codebook);
  if (book) return std::move(*book);
  context.messages.error(book.error());
  return std::nullopt;
}

std::optional<std::shared_ptr<const ActorLexicon>> load_actors(Context& context) {
  if (!context.options.actors) return std::shared_ptr<const ActorLexicon>();
  auto lexicon = ActorLexicon::with_file(*context.options.actors);
  if (lexicon) return std::move(*lexicon);
  context.messages.error(lexicon.error());
  return std::nullopt;
}

int complain(Context& context, std::string_view message, std::string_view hint) {
  context.messages.error({ErrorCode::bad_usage, std::string(message), {}, std::string(hint)});
  return exit_error;
}

std::optional<Ledger> open_ledger(Context& context, Ledger::Mode mode) {
  auto ledger = Ledger::open(context.options.ledger, mode);
  if (ledger) return std::move(*ledger);
  context.messages.error(ledger.error());
  return std::nullopt;
}

}  // namespace sitrep
