#include "cli/flags.h"

#include <fmt/format.h>
#include <getopt.h>

#include <charconv>

#include "base/near_names.h"

namespace sitrep {

namespace {

constexpr unsigned jobs_max = 1024;
constexpr std::size_t width_max = 100'000;

tl::unexpected<Error> wants(std::string_view what) {
  return fail(ErrorCode::bad_usage, fmt::format("wants {}", what));
}

template <class Number>
Result<Number> number(const std::string& value, Number least, Number most) {
  Number parsed{};
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
  if (error != std::errc() || end != value.data() + value.size() || parsed < least || parsed > most) {
    return wants(fmt::format("a whole number from {} to {}", least, most));
  }
  return parsed;
}

Done set_day(std::optional<Date>& day, const std::string& value) {
  day = Date::parse(value);
  if (!day) return wants("a day such as 2031-05-04");
  return {};
}

Done set_text(std::optional<std::string>& text, const std::string& value) {
  if (value.empty()) return wants("some text");
  text = value;
  return {};
}

// The value is one of the flag's choices already: parse() has seen to it.
template <WireEnum E>
void set_choice(E& choice, const std::string& value) {
  choice = *parse_enum<E>(value);
}

Done set_language(Options& options, const std::string& value) {
  // The shape of a BCP 47 tag; whether the language exists is not asked.
  bool good = value.size() >= 2 && value.size() <= 35 && value.front() != '-' && value.back() != '-';
  for (char c : value) {
    good = good && (c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
  }
  if (!good) return wants("a language tag such as en");
  options.overrides.language = value;
  return {};
}

// The last microsecond of a time, UTC: of its second, or of the day where it tells none.
std::int64_t end_of(const DateTime& time) {
  constexpr std::int64_t second_us = 1'000'000;
  constexpr std::int64_t day_seconds = 86'400;
  std::int64_t second =
      time.second_of_day ? *time.second_of_day - 60 * time.offset_minutes.value_or(0) + 1 : day_seconds;
  return (std::int64_t{time.date.days()} * day_seconds + second) * second_us - 1;
}

constexpr Flag table[] = {
    // ---- what is read, and how
    {"published", 0, "DATE", "read add", "the day of publication, whatever the report says",
     "A day (2031-05-04), or a day with time and zone (2031-05-04T10:22+02:00). Relative times (\"on "
     "Monday\") "
     "are read against it.",
     "", "",
     [](Options& o, const std::string& v) -> Done {
       o.overrides.published = DateTime::parse(v);
       if (!o.overrides.published) return wants("a date such as 2031-05-04 or 2031-05-04T10:22+02:00");
       return {};
     }},
    {"outlet", 0, "NAME", "read add", "who published it, whatever the report says", "", "", "",
     [](Options& o, const std::string& v) { return set_text(o.overrides.outlet, v); }},
    {"uri", 0, "ADDRESS", "read add", "the address it was published under, whatever the report says",
     "Other text under the same address is kept as a new version.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.overrides.uri, v); }},
    {"language", 0, "TAG", "read add parse", "the text's language, whatever the report looks like",
     "A BCP 47 tag. Only English (en) is read; reports in other languages are kept and noted.", "", "",
     set_language},
    {"encoding", 0, "NAME", "read add parse", "the charset of the bytes, whatever they look like",
     "A name such as utf-8, windows-1252 or koi8-r.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.overrides.encoding, v); }},
    {"reader", 0, "KIND", "read add", "what reads the reports: rules, or none",
     "With none, reports are taken in and kept, with their parts and metadata, and no claims are read.",
     "rules", "rules,none",
     [](Options& o, const std::string& v) -> Done {
       set_choice(o.reader, v);
       return {};
     }},
    {"codebook", 0, "FILE", "read add", "a codebook of your own, added to the one that ships",
     "It extends types of event or overrides them; docs/codebook.md has its form, and \"sitrep codebook test "
     "FILE\" runs its examples.",
     "", "", [](Options& o, const std::string& v) { return set_text(o.codebook, v); }},
    {"actors", 0, "FILE", "read add", "a table of actors of your own, added to the one that ships",
     "It adds actors or replaces ours of the same id; docs/actors-format.md has its columns.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.actors, v); }},
    {"jobs", 'j', "N", "read add parse", "how many reports are read at the same time",
     "The output is the same with any number.", "one a core", "",
     [](Options& o, const std::string& v) -> Done {
       auto jobs = number(v, 1U, jobs_max);
       if (!jobs) return fail(jobs);
       o.jobs = *jobs;
       return {};
     }},
    {"allow-private", 0, "", "read add parse", "fetch addresses of this machine and of private networks too",
     "Refused otherwise, so that an address from elsewhere cannot reach into a network.", "", "",
     [](Options& o, const std::string&) -> Done {
       o.allow_private = true;
       return {};
     }},
    // ---- which reports and claims
    {"ledger", 'l', "FILE", "add link list show export review quality brief backup erase verify", "the ledger", "add makes it when it is not there.",
     "sitrep.ledger in the current folder", "",
     [](Options& o, const std::string& v) -> Done {
       if (v.empty()) return wants("the name of a file");
       o.ledger = v;
       return {};
     }},
    {"from", 0, "DAY", "list export review brief", "nothing before this day",
     "Of a report, the day of publication counts; of a claim, the time of the happening, and where that is "
     "not "
     "known, the day of publication.",
     "", "", [](Options& o, const std::string& v) { return set_day(o.query.from, v); }},
    {"to", 0, "DAY", "list export review brief", "nothing after this day", "Inclusive; counted as for --from.", "", "",
     [](Options& o, const std::string& v) { return set_day(o.query.to, v); }},
    {"outlet", 0, "NAME", "list export review", "only what this outlet published",
     "The whole name; letter case does not matter.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.query.outlet, v); }},
    {"type", 't', "TYPE", "list export review brief", "only claims about this type of event",
     "A word of the codebook, such as clash or shelling; among reports, those with such a claim.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.query.event_type, v); }},
    {"place", 0, "NAME", "list export review brief", "only claims about a place with this in its name",
     "A part of the name; letter case does not matter.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.query.place, v); }},
    {"actor", 0, "NAME", "list export review brief", "only claims with an actor with this in its name",
     "A part of the name; letter case does not matter.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.query.actor, v); }},
    {"text", 0, "WORDS", "list export review brief", "only what holds these words",
     "All of them, in any order; \"a phrase\", begin*, one OR other, -without. Letter case and accents do not matter. Of "
     "reports, headline and text; of claims, their evidence and names; of events, the text of their reports.",
     "", "", [](Options& o, const std::string& v) { return set_text(o.query.text, v); }},
    {"source", 0, "NAME", "list export review", "only claims whose source has this in its name",
     "A part of the name; letter case does not matter.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.query.source, v); }},
    {"side", 0, "NAME", "list export review", "only claims whose source stands on this side",
     "As the record's source.party has it.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.query.side, v); }},
    {"status", 0, "WORD", "list export review", "only claims that are said to be so",
     "A polarity (affirmed, denied, negated), a modality (actual, planned, threatened ...), or what people decided: accepted, "
     "changed, rejected, open. Those rejected are listed only so.",
     "",
     "affirmed,denied,negated,actual,ongoing,planned,threatened,demanded,offered,conditional,possible,hypothetical,"
     "accepted,changed,rejected,open",
     [](Options& o, const std::string& v) { return set_text(o.query.status, v); }},
    {"near", 0, "PLACE", "list export review brief", "only claims and events near this place",
     "A name of the gazetteer, the largest place of that name; or LAT,LON in degrees.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.near, v); }},
    {"within", 0, "KM", "list export review brief", "how near", "", "25", "",
     [](Options& o, const std::string& v) -> Done {
       auto km = number<std::uint64_t>(v, 1, 20'040);
       if (!km) return fail(km);
       o.within_km = static_cast<double>(*km);
       return {};
     }},
    {"page", 0, "N", "list export", "the N-th page of --limit rows", "", "1", "",
     [](Options& o, const std::string& v) -> Done {
       auto page = number<std::uint64_t>(v, 1, 1'000'000'000);
       if (!page) return fail(page);
       o.page = *page;
       return {};
     }},
    {"sort", 0, "KEY", "list export", "by what the rows are sorted",
     "published: the day of publication; learned: when the ledger learned it; time: the time of the "
     "happening.",
     "published", "published,learned,time",
     [](Options& o, const std::string& v) -> Done {
       o.query.sort = v == "published" ? Query::Sort::published
                      : v == "learned" ? Query::Sort::learned
                                       : Query::Sort::time;
       return {};
     }},
    {"reverse", 'r', "", "list export", "the latest first", "", "", "",
     [](Options& o, const std::string&) -> Done {
       o.query.descending = true;
       return {};
     }},
    {"limit", 'n', "N", "list export review", "at most so many rows",
     "Reports of list reports and of an export as JSON Lines, claims elsewhere.", "all", "",
     [](Options& o, const std::string& v) -> Done {
       auto limit = number<std::uint64_t>(v, 1, 1'000'000'000'000);
       if (!limit) return fail(limit);
       o.query.limit = *limit;
       return {};
     }},
    {"country", 0, "CODE", "list export review brief", "only claims and events in this country", "ISO 3166-1 alpha-2, such as AF.", "", "",
     [](Options& o, const std::string& v) -> Done {
       bool good = v.size() == 2 && v[0] >= 'A' && v[0] <= 'Z' && v[1] >= 'A' && v[1] <= 'Z';
       if (!good) return wants("a code such as AF");
       o.events.country = v;
       o.query.country = v;
       return {};
     }},
    {"as-of", 0, "DAY", "list show export brief", "only what had been published by this day",
     "Of events: their reports, accounts and figures as the world had them then.", "", "",
     [](Options& o, const std::string& v) { return set_day(o.events.as_of, v); }},
    {"known-as-of", 0, "TIME", "list show export brief", "only what the ledger held at this time",
     "A day, or a day with a time and a zone (2031-05-04T10:22Z). A day counts to its end, UTC.", "", "",
     [](Options& o, const std::string& v) -> Done {
       auto time = DateTime::parse(v);
       if (!time) return wants("a time such as 2031-05-04 or 2031-05-04T10:22Z");
       o.events.known_as_of_us = end_of(*time);
       return {};
     }},
    {"profile", 0, "NAME|FILE", "list show export brief", "choose an event's values by this rule",
     "One of acled-lowest, all, latest, most-independent, official-first, ucdp, or a file of your own "
     "(docs/profiles.md). show says why each value won and what lost.",
     "", "", [](Options& o, const std::string& v) { return set_text(o.profile, v); }},
    {"since", 0, "DAY", "brief", "mark what was first published after this day as new", "The day of the last brief.", "", "",
     [](Options& o, const std::string& v) { return set_day(o.since, v); }},
    {"no-link", 0, "", "add", "do not link what is added into events", "`sitrep link` does it later.", "", "",
     [](Options& o, const std::string&) -> Done {
       o.link = false;
       return {};
     }},
    // ---- decisions of people
    {"reviewer", 0, "NAME", "review", "who decides", "", "the name of the user who is logged in", "",
     [](Options& o, const std::string& v) { return set_text(o.reviewer, v); }},
    {"decision", 0, "WORD", "review", "decide on the claims or events named, without a screen",
     "accept; reject and note with --reason; change with --field and --value; merge with --with, or two events; split, "
     "which takes a claim out of its event; undo, with the id of a review or, without one, the reviewer's last.",
     "", "accept,reject,change,merge,split,note,undo",
     [](Options& o, const std::string& v) -> Done {
       o.decision = parse_enum<Decision>(v);
       return {};
     }},
    {"field", 0, "POINTER", "review", "the value to change, as a JSON Pointer into the claim",
     "Such as /figures/0, /place, /event/type or /evidence; show --json prints a claim.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.field, v); }},
    {"value", 0, "JSON", "review", "the new value", "Such as 9 or '\"Kalmar\"'; null takes it away.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.value, v); }},
    {"reason", 0, "TEXT", "review erase", "why", "", "", "",
     [](Options& o, const std::string& v) { return set_text(o.reason, v); }},
    {"with", 0, "ID", "review", "the claim that it is one event with", "", "", "",
     [](Options& o, const std::string& v) { return set_text(o.with, v); }},
    {"export", 0, "", "review", "print all reviews as JSON Lines", "For others' ledgers, with --import.", "", "",
     [](Options& o, const std::string&) -> Done {
       o.export_reviews = true;
       return {};
     }},
    {"import", 0, "FILE|-", "review", "take in reviews that others made",
     "Those that are there already are left alone; the order of imports does not matter.", "", "",
     [](Options& o, const std::string& v) { return set_text(o.import, v); }},
    {"differs", 0, "", "review", "list what a newer program reads otherwise than people decided",
     "What people decided stands until they take it back.", "", "",
     [](Options& o, const std::string&) -> Done {
       o.differs = true;
       return {};
     }},
    // ---- what is printed, and how
    {"json", 0, "", "read add list show review quality verify version", "JSON Lines instead of text for people",
     "One object a line, {\"type\": ..., \"data\": ...}. Of reports and claims it is the record that "
     "docs/record-format.md describes. From add, a line for each report once it is safely stored.",
     "", "",
     [](Options& o, const std::string&) -> Done {
       o.json = true;
       return {};
     }},
    {"svg", 0, "", "parse", "draw the trees: a page for a browser", "", "", "",
     [](Options& o, const std::string&) -> Done {
       o.svg = true;
       return {};
     }},
    {"words", 0, "", "parse", "the files hold words that are cut already",
     "A sentence a line, a tab between its words, an empty line between texts. No file is taken for a report "
     "then; for measuring the model against a treebank.",
     "", "",
     [](Options& o, const std::string&) -> Done {
       o.words = true;
       return {};
     }},
    {"parts", 0, "", "read show", "show how the report was cut up: headline, dateline, crossheads and more",
     "", "", "",
     [](Options& o, const std::string&) -> Done {
       o.parts = true;
       return {};
     }},
    {"mentions", 0, "", "read", "show the text with the times, places, actors, figures, words found in it",
     "In colour where there is colour; otherwise a mention is written [on Tuesday](time 2031-05-06).", "", "",
     [](Options& o, const std::string&) -> Done {
       o.mentions = true;
       return {};
     }},
    {"json-mentions", 0, "", "read", "the same as JSON Lines",
     "The report's line, then a line {\"type\": \"mention\", ...} for each, in the text's order. The same as "
     "--mentions --json.",
     "", "",
     [](Options& o, const std::string&) -> Done {
       o.mentions = true;
       o.json = true;
       return {};
     }},
    {"format", 'f', "FORMAT", "export", "jsonl and csv are of claims, the others of events",
     "jsonl: the whole record; csv: a row a claim (docs/csv.md); accounts, events: a row each; acled, "
     "ucdp-ged, gdelt, polecat, plover, hxl: rows shaped like those projects' own; geojson, json-ld, "
     "web-annotation, ftm, ical: documents (docs/formats.md).",
     "jsonl", "jsonl,csv,accounts,acled,events,ftm,gdelt,geojson,hxl,ical,json-ld,plover,polecat,ucdp-ged,web-annotation",
     [](Options& o, const std::string& v) -> Done {
       o.format = v;
       return {};
     }},
    {"output", 'o', "FILE", "export review brief", "write to this file instead of standard output",
     "It is written whole or not at all: what was there before stays until all is written.",
     "standard output", "",
     [](Options& o, const std::string& v) -> Done {
       if (v.empty()) return wants("the name of a file");
       o.output = v;
       return {};
     }},
    {"width", 0, "COLUMNS", "read list show review quality", "how wide the text may be; 0 for no limit", "",
     "the terminal's width; elsewhere 80, and no limit for list", "",
     [](Options& o, const std::string& v) -> Done {
       auto width = number<std::size_t>(v, 0, width_max);
       if (!width) return fail(width);
       o.width = *width;
       return {};
     }},
    {"color", 0, "WHEN", "read add parse list show export review quality brief backup erase verify version help", "auto, always or never",
     "auto: on a terminal, unless NO_COLOR is set.", "auto", "auto,always,never",
     [](Options& o, const std::string& v) -> Done {
       o.colour = v == "auto"     ? ColourWhen::automatic
                  : v == "always" ? ColourWhen::always
                                  : ColourWhen::never;
       return {};
     }},
    {"quiet", 'q', "", "read add parse link list show export review quality brief backup erase verify", "no progress, no summary: errors only", "",
     "", "",
     [](Options& o, const std::string&) -> Done {
       o.quiet = true;
       return {};
     }},
    // ---- help
    {"man", 0, "", "help", "print the man page", "", "", "",
     [](Options& o, const std::string&) -> Done {
       o.man = true;
       return {};
     }},
    {"complete", 0, "SHELL", "help", "print the completions for a shell: bash, zsh or fish",
     "For example: source <(sitrep help --complete bash)", "", "bash,zsh,fish",
     [](Options& o, const std::string& v) -> Done {
       o.complete = parse_enum<Shell>(v);
       return {};
     }},
    {"schema", 0, "", "help", "print the JSON Schema of the record", "", "", "",
     [](Options& o, const std::string&) -> Done {
       o.schema = true;
       return {};
     }},
    {"help", 'h', "", "all", "explain the command; -h in short, --help at length", "", "", "",
     [](Options& o, const std::string& v) -> Done {
       o.help = v == "h" ? HelpWanted::brief : HelpWanted::full;
       return {};
     }},
};

Error bad_usage(std::string message, std::string_view command, std::string hint = {}) {
  if (hint.empty()) hint = fmt::format("sitrep help {} lists the flags", command);
  return {ErrorCode::bad_usage, std::move(message), {}, std::move(hint)};
}

Error unknown_flag(const std::string& word, std::string_view command) {
  std::string name = word.substr(0, word.find('='));
  std::vector<std::string> known;
  for (const Flag* flag : flags_of(command)) known.push_back(fmt::format("--{}", flag->name));
  std::vector<std::string_view> views(known.begin(), known.end());
  return bad_usage(fmt::format("{} has no flag {}", command, name), command, did_you_mean(name, views));
}

// "jsonl, csv"
std::string spaced(std::string_view choices) {
  std::string out;
  for (char c : choices) out += c == ',' ? std::string(", ") : std::string(1, c);
  return out;
}

Done apply(const Flag& flag, const std::string& as_written, const std::string& value, Options& options) {
  if (!flag.choices.empty()) {
    std::string_view rest = flag.choices;
    bool known = false;
    while (!rest.empty()) {
      known = known || rest.substr(0, rest.find(',')) == value;
      rest.remove_prefix(std::min(rest.size(), rest.find(',')));
      if (!rest.empty()) rest.remove_prefix(1);
    }
    if (!known) {
      return fail(ErrorCode::bad_usage,
                  fmt::format("{} wants one of {}, not \"{}\"", as_written, spaced(flag.choices), value));
    }
  }
  Done done = flag.effect(options, value);
  if (done) return {};
  return fail(ErrorCode::bad_usage,
              fmt::format("{} {}, not \"{}\"", as_written, done.error().message, value));
}

}  // namespace

bool Flag::is_for(std::string_view command) const {
  if (commands == "all") return true;
  return fmt::format(" {} ", commands).find(fmt::format(" {} ", command)) != std::string::npos;
}

std::span<const Flag> flags() { return table; }

std::vector<const Flag*> flags_of(std::string_view command) {
  std::vector<const Flag*> found;
  for (const Flag& flag : table) {
    if (flag.is_for(command)) found.push_back(&flag);
  }
  return found;
}

Result<Options> parse(std::string_view command, const std::vector<std::string>& words) {
  std::vector<const Flag*> known = flags_of(command);

  // getopt_long wants C's shapes: its own list of flags, and words that it may reorder.
  constexpr int first_long = 1000;  // above every letter
  std::vector<std::string> names;
  names.reserve(known.size());
  std::vector<option> long_flags;
  std::string letters = "-:";  // operands in place, as value 1; ':' for a lacking argument
  for (std::size_t i = 0; i < known.size(); ++i) {
    int has_argument = known[i]->argument.empty() ? no_argument : required_argument;
    names.emplace_back(known[i]->name);
    long_flags.push_back({names.back().c_str(), has_argument, nullptr, first_long + static_cast<int>(i)});
    if (known[i]->letter == 0) continue;
    letters += known[i]->letter;
    if (has_argument == required_argument) letters += ':';
  }
  long_flags.push_back({nullptr, 0, nullptr, 0});
  std::vector<std::string> copies(words);
  std::string program = "sitrep";
  std::vector<char*> arguments{program.data()};
  for (std::string& word : copies) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  int count = static_cast<int>(words.size()) + 1;

  Options options;
  opterr = 0;
  optind = 0;  // glibc: start anew
  while (true) {
    int word_at = optind == 0 ? 1 : optind;
    int got = getopt_long(count, arguments.data(), letters.c_str(), long_flags.data(), nullptr);
    if (got == -1) break;
    if (got == 1) {
      options.operands.emplace_back(optarg);
      continue;
    }
    std::string word = word_at < count ? words[static_cast<std::size_t>(word_at) - 1] : "";
    if (got == '?' && optopt != 0 && optopt < first_long) {
      return fail(bad_usage(fmt::format("{} has no flag -{}", command, static_cast<char>(optopt)), command));
    }
    const Flag* flag = nullptr;
    int meant = got == ':' || got == '?' ? optopt : got;
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (meant == first_long + static_cast<int>(i) || meant == known[i]->letter) flag = known[i];
    }
    bool is_long = word.starts_with("--");
    if (flag == nullptr || (is_long && word.substr(2, word.find('=') - 2) != flag->name)) {
      return fail(unknown_flag(word, command));  // among them abbreviations, which getopt_long would take
    }
    std::string as_written = is_long ? fmt::format("--{}", flag->name) : fmt::format("-{}", flag->letter);
    if (got == ':') return fail(bad_usage(fmt::format("{} wants {}", as_written, flag->argument), command));
    if (got == '?') return fail(bad_usage(fmt::format("{} takes no value", as_written), command));
    std::string value = flag->argument.empty()
                            ? std::string(is_long ? flag->name : std::string_view(&flag->letter, 1))
                            : std::string(optarg);
    Done done = apply(*flag, as_written, value, options);
    if (!done) return fail(done);
  }
  if (options.page > 1 && options.query.limit == 0) {
    return fail(bad_usage("--page wants --limit: how long a page is", command));
  }
  options.query.offset = (options.page - 1) * options.query.limit;
  for (int i = optind; i < count; ++i) options.operands.emplace_back(words[static_cast<std::size_t>(i) - 1]);
  return options;
}

}  // namespace sitrep
