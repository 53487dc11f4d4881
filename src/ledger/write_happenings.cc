// The writer's part for linking: happenings and the keys that they are found by.
#include "base/clock.h"
#include "ledger/columns.h"
#include "ledger/impl.h"
#include "ledger/schema.h"
#include "ledger/writer.h"

namespace sitrep {

Done Writer::put_happenings(const std::vector<Entry::HappeningRow>& happenings, std::int64_t reading,
                            std::optional<std::int64_t> published_day, std::int64_t now) {
  auto done = NewRow(statement(add_reading_happenings), "reading_happenings")
                  .integer(reading)
                  .integer(next_.happening)
                  .integer(static_cast<std::int64_t>(happenings.size()))
                  .insert();
  for (const Entry::HappeningRow& happening : happenings) {
    if (done) done = put_happening(happening, reading, published_day, now);
  }
  return done;
}

Done Writer::put_happening(const Entry::HappeningRow& happening, std::int64_t reading,
                           std::optional<std::int64_t> published_day, std::int64_t now) {
  std::int64_t n = next_.happening++;
  auto type = name("event_type", happening.event_type);
  if (!type) return fail(type);
  auto done = NewRow(statement(add_happening), "happenings")
                  .integer(n)
                  .integer(reading)
                  .integer(*type)
                  .integer(happening.first_day)
                  .integer(happening.last_day)
                  .integer(published_day)
                  .text(happening.country)
                  .blob(happening.data)
                  .integer(now)
                  .insert();
  for (const Entry::HappeningRow::Key& key : happening.keys) {
    if (!done) return done;
    done = NewRow(statement(add_happening_key), "happening_keys")
               .integer(key.key)
               .integer(key.day)
               .integer(n)
               .insert();
  }
  return done;
}

Done Writer::add_happenings(std::int64_t reading, const std::vector<Entry::HappeningRow>& happenings) {
  if (auto begun = database_->execute("BEGIN IMMEDIATE"); !begun) return begun;
  auto added = [&]() -> Done {
    if (auto done = check_ends(); !done) return done;
    if (auto done = read_next(); !done) return done;
    auto find = database_->prepare("SELECT published_day FROM readings WHERE n = ?");
    if (!find) return fail(find);
    auto published_day = find->bind(reading).one_integer();
    if (!published_day) return fail(published_day);
    if (auto done = put_happenings(happenings, reading, *published_day, now_us()); !done) return done;
    return database_->execute("COMMIT");
  }();
  if (!added) {
    if (database_->in_transaction()) (void)database_->execute("ROLLBACK");
    names_.clear();
    readers_.clear();
  }
  return added;
}

}  // namespace sitrep
