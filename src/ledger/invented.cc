#include "ledger/invented.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/text_builder.h"

namespace sitrep {

namespace {

constexpr std::array<std::string_view, invented_types> types = {
    "attack",    "clash",   "shelling",     "statement", "air_strike", "demand",
    "denial",    "arrest",  "protest",      "abduction", "killing",    "condemnation",
    "talks",     "advance", "displacement", "threat",    "withdrawal", "destruction",
    "ceasefire", "release", "siege",        "sabotage",  "surrender",  "coup"};
constexpr std::array<std::string_view, 20> beginnings = {"Kal", "Os",  "Bre", "Tor", "Vin", "Há",  "Mel",
                                                         "Dra", "Sul", "Nor", "Ek",  "Lys", "Gra", "Fen",
                                                         "Ulv", "Ask", "Ber", "Hol", "Ryd", "Stå"};
constexpr std::array<std::string_view, 20> endings = {"mar",  "by",   "vik",  "stad", "holm", "ås",  "näs",
                                                      "torp", "dal",  "sund", "berg", "fors", "köp", "heim",
                                                      "rud",  "lund", "vatn", "rike", "hamn", "skog"};
constexpr std::array<std::string_view, 8> bands = {"Brigade", "Front",    "Guard", "Council",
                                                   "Militia", "Ministry", "Army",  "Police"};

}  // namespace

std::string invented_place(unsigned n) {
  std::string name(beginnings[n % 20]);
  name += endings[n / 20 % 20];
  if (n >= 400) name += fmt::format(" {}", n / 400 + 1);
  return name;
}

std::string invented_actor(unsigned n) { return fmt::format("{} {}", invented_place(n / 8), bands[n % 8]); }

std::string invented_outlet(unsigned n) {
  return fmt::format("{} {}", invented_place(n * 7), n % 3 ? "Post" : "Wire");
}

std::string_view invented_type(unsigned n) { return types.at(n); }

Reading invented_reading(const std::string& program) {
  Reading reading;
  reading.program = program;
  reading.codebook = "codebook 1";
  return reading;
}

unsigned Invented::few_of(unsigned count) {
  // The lesser of three draws: a tenth of them has over a quarter of the news.
  return static_cast<unsigned>(std::min({below(count), below(count), below(count)}));
}

Invented::Item Invented::next() {
  std::uint64_t number = ++made_;
  std::optional<Date> published;
  if (!once_in(50)) {
    published = Date::of(2031, 1, 1)->plus_days(static_cast<std::int32_t>(below(news_.days)));
  }
  TextBuilder text;
  text.begin_part(PartKind::headline);
  text.insert(fmt::format("Dispatch {}: news from {}", number, invented_place(few_of(news_.places))));
  text.end_part();
  auto claims = static_cast<unsigned>(below(news_.claims_most + 1));
  std::vector<Span> sentences;
  text.begin_part(PartKind::body);
  for (unsigned i = 0; i < std::max(claims, 1U); ++i) {
    std::uint32_t begin = text.size();
    // Drawn one by one: the order in which arguments are worked out is the compiler's.
    std::string who = invented_actor(few_of(news_.actors));
    std::uint64_t hurt = below(90) + 2;
    std::string where = invented_place(few_of(news_.places));
    std::string_view what = types[below(types.size())];
    text.insert(fmt::format("{} said that {} people were hurt near {} in the {}.", who, hurt, where, what));
    sentences.push_back({begin, text.size()});
    text.insert(" ");
  }
  text.end_part();
  TextBuilder::Built built = text.take();

  DocumentContent content;
  content.received = fmt::format("<p>{}</p>", built.text);
  content.text = built.text;
  content.map = OffsetMap();
  content.map.add_verbatim(static_cast<std::uint32_t>(built.text.size()), 3);
  content.parts = built.parts;
  unsigned outlet = few_of(news_.outlets);
  if (!once_in(100)) content.publication.outlet = invented_outlet(outlet);
  content.publication.uri = fmt::format("https://news-{}.example/{}", outlet, number);
  content.publication.headline = fmt::format("Dispatch {}", number);
  content.publication.language = "en";
  if (published) content.publication.published = DateTime{*published, {}, {}};
  content.provenance = {fmt::format("invented#{}", number), "text/html", "UTF-8", {}, {}, {}};

  Item item{Document(std::move(content)), {}};
  for (unsigned i = 0; i < claims; ++i) {
    item.findings.claims.push_back(claim(item.document, sentences[i], i + 1, published));
  }
  if (!published) {
    item.findings.notes.push_back(
        {item.document.id(), {NoteKind::no_date, "", {}, "no date of publication"}});
  }
  return item;
}

Claim Invented::claim(const Document& document, Span sentence, unsigned number,
                      std::optional<Date> published) {
  Claim claim;
  claim.id = fmt::format("c{}", number);
  claim.report = document.id();
  claim.evidence = sentence;
  claim.event.type = types[few_of(invented_types)];
  claim.event.span = {sentence.end - 5, sentence.end};
  claim.event.text = document.view(claim.event.span);
  claim.event.ref = fmt::format("h{}", number);
  Date day = published.value_or(*Date::of(2033, 1, 1));
  if (!once_in(4)) {
    // Mostly of the days before; now and then of years ago, to come, or of a long time.
    Date first = day.plus_days(-static_cast<std::int32_t>(below(5)));
    if (once_in(20)) first = day.plus_days(-static_cast<std::int32_t>(below(900)));
    if (once_in(20)) first = day.plus_days(static_cast<std::int32_t>(below(60)));
    Date last = once_in(10) ? first.plus_days(static_cast<std::int32_t>(below(400))) : first;
    claim.time.emplace();
    claim.time->earliest = TimePoint{first, {}};
    claim.time->latest = TimePoint{last, {}};
    if (once_in(8)) claim.time->earliest->minute_of_day = static_cast<int>(below(1440));
    if (once_in(30)) claim.time->latest.reset();
    claim.time->precision = TimePrecision::day;
  }
  if (!once_in(4)) {
    claim.place.emplace();
    claim.place->role = PlaceRole::site;
    claim.place->name = invented_place(few_of(news_.places));
    claim.place->country = "SE";
    claim.place->lat = 56.0 + static_cast<double>(below(1000)) / 100;
    claim.place->lon = 12.0 + static_cast<double>(below(1000)) / 100;
  }
  for (unsigned i = 0, count = static_cast<unsigned>(below(3)); i < count; ++i) {
    Actor actor;
    actor.role = i == 0 ? ActorRole::actor : ActorRole::target;
    actor.name = invented_actor(few_of(news_.actors));
    actor.text = "they";
    actor.kind = ActorKind::state_force;
    claim.actors.push_back(std::move(actor));
  }
  claim.source.kind = SourceKind::body;
  claim.source.name = invented_actor(few_of(news_.actors));
  claim.source.cue = "said";
  claim.source.span = sentence;
  if (published) claim.source.said = published;
  claim.because.push_back({"source", "name before a verb of saying", {sentence}});
  return claim;
}

Document document_told(std::string text, std::string_view day, std::string outlet) {
  DocumentContent content;
  content.received = text;
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(text.size()));
  content.parts.push_back({PartKind::body, make_span(0, text.size())});
  content.text = std::move(text);
  content.publication.published = DateTime::parse(day);
  content.publication.outlet = std::move(outlet);
  return Document(std::move(content));
}

Claim claim_over_all(const Document& document, std::string type, std::uint32_t event_size) {
  Claim claim;
  claim.id = "c1";
  claim.report = document.id();
  claim.evidence = make_span(0, document.text().size());
  claim.event.type = std::move(type);
  claim.event.span = {0, event_size};
  claim.event.text = std::string(document.view(claim.event.span));
  claim.event.ref = "h1";
  return claim;
}

}  // namespace sitrep
