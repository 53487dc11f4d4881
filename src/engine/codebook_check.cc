#include "engine/codebook_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/reader.h"
#include "text/document.h"

namespace sitrep {
namespace {

Document document_of(const std::string& sentence) {
  DocumentContent content;
  content.received = sentence;
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(sentence.size()));
  content.parts.push_back({PartKind::body, make_span(0, sentence.size())});
  content.text = sentence;
  content.publication.language = "en";
  return Document(std::move(content));
}

// "the River Brigade" -> "River Brigade": an article belongs to no name.
std::string_view without_article(std::string_view text) {
  for (std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
    if (text.starts_with(article)) return text.substr(article.size());
  }
  return text;
}

bool same(std::string_view read, std::string_view wanted) {
  return without_article(read) == without_article(wanted);
}

// All that a claim says under one name of an example: "actor", "site", "polarity" ...
std::vector<std::string> said(const Claim& claim, std::string_view what) {
  std::vector<std::string> out;
  auto take = [&](const std::optional<std::string>& text) {
    if (text) out.push_back(*text);
  };
  if (what == "polarity") out.emplace_back(name_of(claim.status.polarity));
  if (what == "modality") out.emplace_back(name_of(claim.status.modality));
  if (what == "source") {
    take(claim.source.text);
    take(claim.source.name);
  }
  if (what == "instrument" && claim.instrument) take(claim.instrument->text);
  if (auto role = parse_enum<ActorRole>(what)) {
    for (const Actor& actor : claim.actors) {
      if (actor.role == *role) take(actor.text);
    }
  }
  auto role = parse_enum<PlaceRole>(what);
  auto add_place = [&](const Place& place) {
    if (what != "place" && (!role || place.role != role)) return;
    take(place.text);
    take(place.name);
  };
  if (claim.place) add_place(*claim.place);
  for (const Place& place : claim.places) add_place(place);
  return out;
}

std::vector<std::string> differences(const Claim& claim, const Example& example) {
  std::vector<std::string> out;
  if (!example.subtype.empty() && claim.event.subtype != example.subtype) {
    out.push_back(fmt::format("the subtype is {}", claim.event.subtype.value_or("not told")));
  }
  for (const auto& [what, wanted] : example.values) {
    std::vector<std::string> read = said(claim, what);
    bool right = std::any_of(read.begin(), read.end(),
                             [&wanted = wanted](const std::string& text) { return same(text, wanted); });
    if (right) continue;
    out.push_back(read.empty() ? fmt::format("no {}", what)
                               : fmt::format("{} is \"{}\"", what, fmt::join(read, "\", \"")));
  }
  return out;
}

std::vector<std::string> faults_of(const Findings& found, const std::string& type, const Example& example) {
  std::optional<std::vector<std::string>> least;
  std::string types;
  for (const Claim& claim : found.claims) {
    types += (types.empty() ? "" : ", ") + claim.event.type;
    if (claim.event.type != type) continue;
    std::vector<std::string> differ = differences(claim, example);
    if (!least || differ.size() < least->size()) least = std::move(differ);
  }
  if (example.shows) {
    if (!least) return {fmt::format("no claim of {}, but {}", type, types.empty() ? "none at all" : types)};
    return *least;
  }
  if (least) return {fmt::format("a claim of {}", type)};
  bool instead = example.instead.empty() ||
                 std::any_of(found.claims.begin(), found.claims.end(),
                             [&](const Claim& claim) { return claim.event.type == example.instead; });
  if (instead) return {};
  return {fmt::format("no claim of {}, but {}", example.instead, types.empty() ? "none at all" : types)};
}

}  // namespace

std::vector<ExampleOutcome> run_examples(const std::shared_ptr<const Codebook>& book) {
  ReportReader reader(ReaderKind::rules, book);
  std::vector<ExampleOutcome> out;
  for (const EventType* type : book->types()) {
    for (const Example& example : type->examples) {
      Document document = document_of(example.sentence);
      out.push_back({fmt::format("{}:{}", example.file, example.line), type->name, example.sentence,
                     faults_of(reader.read(document), type->name, example)});
    }
  }
  return out;
}

}  // namespace sitrep
