#include "engine/reviews.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <variant>

#include "base/clock.h"
#include "events/event_view.h"
#include "events/happening.h"
#include "ledger/event_store.h"
#include "ledger/review_store.h"
#include "record/json.h"
#include "review/standing.h"

namespace sitrep {
namespace {

Error no_event(const ClaimRef& claim) {
  return {ErrorCode::not_found, fmt::format("claim {} is of no event", claim.claim), claim.report,
          "`sitrep link` links what is not linked yet"};
}

// The happening that a claim tells.
Result<std::int64_t> happening_of(EventStore& store, const ClaimRef& ref) {
  auto happenings = store.happenings_of(ref.report);
  if (!happenings) return fail(happenings);
  for (const StoredHappening& stored : *happenings) {
    auto happening = unpack_happening(stored.data);
    if (!happening) continue;
    const auto& claims = happening->claims;
    if (std::find(claims.begin(), claims.end(), ref.claim) != claims.end()) return stored.n;
  }
  return fail(no_event(ref));
}

Result<Positions> positions_of(Ledger& ledger, const std::string& report) {
  auto stored = ledger.report(report);
  if (!stored) return fail(stored);
  RecordReader reader;
  auto record = reader.read(stored->report_json);
  if (!record) return fail(record);
  return Positions(std::get<Report>(*record).text);
}

class Deciding {
 public:
  Deciding(Ledger& ledger, EventStore& events, ReviewStore& reviews)
      : ledger_(ledger), events_(events), reviews_(reviews) {}

  Result<Decided> decide(Review draft) {
    if (draft.made_at.empty()) draft.made_at = utc_iso(reviews_.now());
    if (draft.id.empty()) draft.id = review_id(draft);
    auto known = reviews_.review(draft.id);
    if (!known) return fail(known);
    if (*known) return Decided{**known, true};
    if (draft.decision == Decision::undo) return undo(draft);
    return put(draft, draft);
  }

 private:
  // Keeps `review`, and makes of its target what all reviews then say. `about` is the review or what it
  // undoes.
  Result<Decided> put(const Review& review, const Review& about) {
    auto claim = review.id == about.id ? reviews_.claim(*about.claim) : reviews_.claim_of(about.id);
    if (!claim) return fail(claim);
    auto added = reviews_.put(review, claim->n);
    if (!added) return fail(added);
    Decided decided{review};
    decided.state = claim->state;
    if (about.decision == Decision::note) return decided;
    if (about.decision == Decision::merge || about.decision == Decision::split) {
      auto event = review.decision == Decision::undo   ? put_back(about)
                   : about.decision == Decision::merge ? merge(review)
                                                       : split(review);
      if (!event) return fail(event);
      decided.event = *event;
      return decided;
    }
    claim->reviews.push_back(review);
    auto positions = positions_of(ledger_, claim->ref.report);
    if (!positions) return fail(positions);
    auto standing = standing_of(claim->as_decided, *positions, claim->reviews);
    if (!standing) return fail(standing);
    // What people have agreed to stays as it was when they did, whatever a newer reading says.
    bool carried = claim->as_decided != claim->as_read;
    if (standing->state == ReviewState::accepted && carried) standing->json = claim->as_decided;
    auto done = reviews_.put_state(claim->n, review.id, standing->state, standing->json);
    if (!done) return fail(done);
    decided.state = standing->state;
    return decided;
  }

  Result<Decided> undo(const Review& review) {
    auto undone = reviews_.review(*review.undoes);
    if (!undone) return fail(undone);
    if (!*undone) {
      return fail(ErrorCode::not_found, fmt::format("no review {}", *review.undoes), {},
                  "sitrep review --export prints them");
    }
    // Undoing an undo does again what it took back.
    Review about = **undone;
    bool again = false;
    for (int depth = 0; about.decision == Decision::undo && about.undoes && depth < undo_depth_max; ++depth) {
      auto next = reviews_.review(*about.undoes);
      if (!next) return fail(next);
      if (!*next) break;
      about = **next;
      again = !again;
    }
    if (!about.claim) return fail(ErrorCode::not_found, "the review that it takes back is not there");
    bool is_link = about.decision == Decision::merge || about.decision == Decision::split;
    if (!is_link || !again) return put(review, about);
    auto claim = reviews_.claim_of(about.id);
    if (!claim) return fail(claim);
    auto added = reviews_.put(review, claim->n);
    if (!added) return fail(added);
    Decided decided{review};
    about.id = review.id;  // holds by this one
    auto event = about.decision == Decision::merge ? merge(about) : split(about);
    if (!event) return fail(event);
    decided.event = *event;
    return decided;
  }

  Result<std::int64_t> event_with(std::int64_t happening, const ClaimRef& ref) {
    auto event = events_.event_of(happening);
    if (!event) return fail(event);
    if (!*event) return fail(no_event(ref));
    return **event;
  }

  Done move(std::int64_t happening, std::int64_t event, const std::string& review) {
    if (auto done = events_.put_membership(happening, event); !done) return done;
    return reviews_.hold(happening, review);
  }

  // All of the other claim's event come to the event of the claim.
  Result<std::int64_t> merge(const Review& review) {
    auto here = happening_of(events_, *review.claim);
    auto there = here ? happening_of(events_, *review.other) : here;
    if (!there) return fail(there);
    auto event = event_with(*here, *review.claim);
    auto other = event ? event_with(*there, *review.other) : event;
    if (!other) return fail(other);
    std::int64_t name = std::min(*event, *other);
    for (std::int64_t each : {*event, *other}) {
      auto happenings = events_.happenings_in(each);
      if (!happenings) return fail(happenings);
      for (std::int64_t n : *happenings) {
        if (each == name && n != *here && n != *there) continue;
        if (auto done = move(n, name, review.id); !done) return fail(done);
      }
      if (*event == *other) break;
    }
    return name;
  }

  // The claim's happening becomes an event of its own. Where it gave the event its number, the others take
  // theirs from the next of them.
  Result<std::int64_t> split(const Review& review) {
    auto here = happening_of(events_, *review.claim);
    if (!here) return fail(here);
    auto event = event_with(*here, *review.claim);
    if (!event) return fail(event);
    auto happenings = events_.happenings_in(*event);
    if (!happenings) return fail(happenings);
    std::vector<std::int64_t> others;
    for (std::int64_t n : *happenings) {
      if (n != *here) others.push_back(n);
    }
    if (*event == *here && !others.empty()) {
      std::int64_t name = *std::min_element(others.begin(), others.end());
      for (std::int64_t n : others) {
        if (auto done = move(n, name, review.id); !done) return fail(done);
      }
    }
    if (auto done = move(*here, *here, review.id); !done) return fail(done);
    return *here;
  }

  Result<std::int64_t> put_back(const Review& undone) {
    auto held = reviews_.held_by(undone.id);
    if (!held) return fail(held);
    std::int64_t event = 0;
    for (const ReviewStore::Held& each : *held) {
      event = each.before;
      if (auto done = events_.put_membership(each.happening, each.before); !done) return fail(done);
    }
    return event;
  }

  static constexpr int undo_depth_max = 100'000;
  Ledger& ledger_;
  EventStore& events_;
  ReviewStore& reviews_;
};

}  // namespace

Result<Decided> decide(Ledger& ledger, Review draft) {
  if (auto good = check_review(draft); !good) return fail(good);
  auto events = EventStore::of(ledger);
  if (!events) return fail(events);
  auto reviews = ReviewStore::of(ledger);
  if (!reviews) return fail(reviews);
  if (auto begun = events->begin(); !begun) return fail(begun);
  auto decided = [&]() -> Result<Decided> {
    if (auto done = reviews->start(); !done) return fail(done);
    auto made = Deciding(ledger, *events, *reviews).decide(std::move(draft));
    if (!made) return made;
    if (auto done = events->commit(); !done) return fail(done);
    return made;
  }();
  if (!decided) events->rollback();
  return decided;
}

Result<Review> last_of(Ledger& ledger, const std::string& reviewer) {
  auto reviews = ReviewStore::of(ledger);
  if (!reviews) return fail(reviews);
  std::vector<Review> all;
  auto done = reviews->list([&](const Review& review) {
    if (review.reviewer == reviewer) all.push_back(review);
    return true;
  });
  if (!done) return fail(done);
  std::vector<Review> counting = in_force(all);
  if (counting.empty()) {
    return fail(ErrorCode::not_found, fmt::format("{} has decided nothing that could be undone", reviewer));
  }
  return counting.back();
}

Result<ClaimRef> claim_of_event(Ledger& ledger, std::int64_t event) {
  auto store = EventStore::of(ledger);
  if (!store) return fail(store);
  auto now = store->event_of(event);
  if (!now) return fail(now);
  auto members = store->members(now->value_or(event), {});
  if (!members) return fail(members);
  for (const EventMember& member : *members) {
    auto happening = unpack_happening(member.data);
    if (happening && !happening->claims.empty()) return ClaimRef{member.report_id, happening->claims.front()};
  }
  return fail(ErrorCode::not_found, fmt::format("no event {}", event_name(event)), {},
              "sitrep list events prints them");
}

Result<ClaimRef> other_of_event(Ledger& ledger, const ClaimRef& claim) {
  auto store = EventStore::of(ledger);
  if (!store) return fail(store);
  auto here = happening_of(*store, claim);
  if (!here) return fail(here);
  auto event = store->event_of(*here);
  if (!event) return fail(event);
  if (!*event) return fail(no_event(claim));
  auto members = store->members(**event, {});
  if (!members) return fail(members);
  for (const EventMember& member : *members) {
    auto happening = unpack_happening(member.data);
    if (member.n == *here || !happening || happening->claims.empty()) continue;
    return ClaimRef{member.report_id, happening->claims.front()};
  }
  return fail(ErrorCode::not_found, fmt::format("only this report tells {}", event_name(**event)),
              claim.report);
}

}  // namespace sitrep
