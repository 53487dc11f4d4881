// A claim and the other findings of a reading against their JSON, and that against the report's text.
#include <fmt/format.h>

#include "ledger/columns.h"
#include "ledger/verify.h"

namespace sitrep {

std::optional<std::string> Verifier::name_at(const Statement& row, int column, std::string_view kind) {
  auto n = row.optional_integer(column);
  if (!n) return std::nullopt;
  auto name = rows_.get(Rows::names, *n);
  if (!name) {
    missing(name.error());
    return std::nullopt;
  }
  if ((*name)->text(1) != kind) return std::nullopt;
  return std::string((*name)->text(2));
}

void Verifier::check_claim(std::int64_t n, InHand& in_hand) {
  auto row = rows_.get(Rows::claims, n);
  if (!row) return missing(row.error());
  auto text = rows_.get(Rows::claim_texts, n);
  if (!text) return missing(text.error());
  std::string id((*text)->text(1));
  std::string where = fmt::format("{}, claim {}", in_hand.where, id);
  // Reading holds every span against the text.
  auto record = in_hand.reader.read((*text)->text(2));
  if (!record) return found(record.error().message, where);
  const auto* claim = std::get_if<Claim>(&*record);
  if (claim == nullptr) return found("its JSON is another record's", where);
  expect(claim->id == id && claim->report == in_hand.report.id, "its JSON is another claim's", where);
  expect(in_hand.claims.insert(id).second, "another claim has the same id", where);
  for (const Answer& answer : claim->answers) in_hand.pointed.insert(answer.claim);
  check_claim_columns(**row, *claim, in_hand, where);
  check_actors(n, claim_row(*claim), where);
}

void Verifier::check_claim_columns(const Statement& row, const Claim& claim, const InHand& in_hand,
                                   const std::string& where) {
  expect(row.integer(1) == in_hand.reading && row.optional_integer(6) == in_hand.published_day &&
             row.optional_integer(7) == in_hand.outlet && row.integer(11) == in_hand.learned_us,
         "it is not of the reading that holds it", where);
  Entry::ClaimRow columns = claim_row(claim);
  auto minutes = minutes_of(columns, in_hand.report.publication.published);
  std::optional<std::int64_t> first;
  std::optional<std::int64_t> last;
  if (minutes) {
    first = minutes->first;
    last = minutes->last;
  }
  std::optional<std::int64_t> said;
  if (columns.said) said = columns.said->days();
  expect(row.optional_integer(3) == first && row.optional_integer(4) == last &&
             row.optional_integer(5) == said && row.optional_text(9) == columns.country &&
             name_at(row, 2, "event_type") == columns.event_type &&
             name_at(row, 8, "place") == columns.place && name_at(row, 10, "source") == columns.source_name,
         "its columns are not what its JSON says", where);
}

void Verifier::check_actors(std::int64_t claim, const Entry::ClaimRow& columns, const std::string& where) {
  auto statement = database_.prepare("SELECT actor FROM claim_actors WHERE claim = ?");
  if (!statement) return missing(statement.error());
  statement->bind(claim);
  std::set<std::string> names;
  for (;;) {
    auto row = statement->step();
    if (!row) return missing(row.error());
    if (!*row) break;
    if (auto name = name_at(*statement, 0, "actor")) names.insert(*name);
  }
  expect(names == std::set<std::string>(columns.actors.begin(), columns.actors.end()),
         "its actors are not those its JSON names", where);
}

void Verifier::check_other(std::int64_t n, InHand& in_hand) {
  auto row = rows_.get(Rows::others, n);
  if (!row) return missing(row.error());
  std::string where = fmt::format("{}, table others, row {}", in_hand.where, n);
  expect((*row)->integer(1) == in_hand.reading && (*row)->integer(3) == in_hand.learned_us,
         "it is not of the reading that holds it", where);
  auto record = in_hand.reader.read((*row)->text(2));
  if (!record) return found(record.error().message, where);
  std::string report;
  if (const auto* relation = std::get_if<Relation>(&*record)) {
    report = relation->report;
  } else if (const auto* silence = std::get_if<Silence>(&*record)) {
    report = silence->report;
    in_hand.pointed.insert(silence->about.begin(), silence->about.end());
  } else if (const auto* note = std::get_if<ReportNote>(&*record)) {
    report = note->report;
  }
  expect(report == in_hand.report.id, "its JSON is not of this report", where);
}

}  // namespace sitrep
