// People's decisions against their JSON, and what claims stand at by them against the claims.
#include <fmt/format.h>

#include "base/limits.h"
#include "ledger/verify.h"

namespace sitrep {

void Verifier::check_reviews() {
  RecordReader reader(Positions::of_ascii(static_cast<std::uint32_t>(limits::text_bytes_max)));
  each_row("reviews", "SELECT n, id, claim, reviewer, json FROM reviews ORDER BY n",
           [&](const Statement& row) {
             std::string where = fmt::format("table reviews, row {}", row.integer(0));
             auto record = reader.read(row.text(4));
             if (!record) return found(record.error().message, where);
             const auto* review = std::get_if<Review>(&*record);
             if (review == nullptr) return found("its JSON is another record's", where);
             expect(review->id == row.text(1) && review->reviewer == row.text(3),
                    "its JSON is another review's", where);
           });
  each_row("claim_states",
           "SELECT claim_states.n, claim_states.json, claim_texts.id, state, review <= (SELECT max(n) FROM "
           "reviews) FROM "
           "claim_states JOIN claim_texts ON claim_texts.claim = claim_states.claim ORDER BY claim_states.n",
           [&](const Statement& row) {
             std::string where = fmt::format("table claim_states, row {}", row.integer(0));
             expect(parse_enum<ReviewState>(row.text(3)).has_value(), "it is in no known state", where);
             if (row.is_null(1)) return;
             auto record = reader.read(row.text(1));
             if (!record) return found(record.error().message, where);
             const auto* claim = std::get_if<Claim>(&*record);
             expect(claim != nullptr && claim->id == row.text(2), "its JSON is another claim's", where);
           });
  each_row("carried", "SELECT claim, of FROM carried", [&](const Statement& row) {
    expect(row.integer(1) < row.integer(0), "it was carried from a later claim",
           fmt::format("table carried, row {}", row.integer(0)));
  });
}

}  // namespace sitrep
