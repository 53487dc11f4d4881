#include "cli/review_session.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "base/limits.h"
#include "base/number_of.h"
#include "cli/ids.h"
#include "cli/keys.h"
#include "cli/review_screen.h"
#include "cli/stored.h"
#include "engine/reviews.h"
#include "events/event_view.h"
#include "events/happening.h"
#include "ledger/event_store.h"
#include "ledger/review_store.h"
#include "record/json.h"
#include "review/quality.h"
#include "review/standing.h"

namespace sitrep {
namespace {

// Claims that a session weighs and orders; of more, those that the list gives first.
constexpr std::uint64_t queue_max = 100'000;

struct Waiting {
  double urgency = 0;
  ClaimRef ref;
};

// The claim in hand and all that is shown with it.
struct InHand {
  ClaimRef ref;
  Report report;
  Positions positions{""};
  Claim claim;
  ReviewState state = ReviewState::open;
  std::string event;
  std::uint64_t others = 0;
};

constexpr std::string_view reasons[] = {"not said",     "another type",   "another place",
                                        "another time", "another source", "told twice"};

class Session {
 public:
  Session(Context& context, Ledger& ledger, EventStore& events, ReviewStore& reviews, Keys& keys,
          std::string reviewer)
      : context_(context),
        ledger_(ledger),
        events_(events),
        reviews_(reviews),
        keys_(keys),
        reviewer_(std::move(reviewer)) {}

  Done gather() {
    std::set<std::pair<std::string, std::string>> decided;
    std::vector<Review> all;
    auto done = reviews_.list([&](const Review& review) {
      if (review.reviewer == reviewer_) all.push_back(review);
      return true;
    });
    if (!done) return done;
    for (const Review& review : in_force(all)) {
      if (review.claim && review.decision != Decision::note)
        decided.emplace(review.claim->report, review.claim->claim);
    }
    Query query = context_.options.query;
    query.rejected_too = true;
    std::uint64_t most = query.limit == 0 ? queue_max : query.limit;
    query.limit = 0;
    query.offset = 0;
    std::optional<Error> error;
    done = ledger_.list_claims(query, [&](const ClaimRow& row) {
      if (decided.contains({row.report_id, row.claim_id})) return true;
      auto claim = claim_for_row(row);
      if (!claim) {
        error = claim.error();
        return false;
      }
      queue_.push_back({urgency(*claim), {row.report_id, row.claim_id}});
      return queue_.size() < queue_max;
    });
    if (error) return fail(*error);
    std::stable_sort(queue_.begin(), queue_.end(),
                     [](const Waiting& a, const Waiting& b) { return a.urgency > b.urgency; });
    if (queue_.size() > most) queue_.resize(most);
    return done;
  }

  [[nodiscard]] bool empty() const { return queue_.empty(); }
  [[nodiscard]] std::uint64_t made() const { return made_; }

  Done run() {
    while (at_ < queue_.size()) {
      auto loaded = load(queue_[at_].ref);
      if (!loaded) return loaded;
      draw();
      auto key = keys_.next();
      if (!key || *key == "q" || *key == Keys::interrupt) break;
      message_.clear();
      if (auto done = press(*key); !done) {
        // What people type may be no decision; a ledger that fails ends the session.
        const Error& error = done.error();
        if (error.code != ErrorCode::bad_record && error.code != ErrorCode::bad_usage &&
            error.code != ErrorCode::not_found) {
          return done;
        }
        message_ = error.message + (error.hint.empty() ? "" : "; " + error.hint);
      }
    }
    return {};
  }

 private:
  Done load(const ClaimRef& ref) {
    if (hand_.ref == ref && !stale_) return {};
    if (hand_.ref.report != ref.report) {
      auto stored = ledger_.report(ref.report);
      if (!stored) return fail(stored);
      stored->claims.clear();
      stored->others.clear();
      auto back = read_back(*stored);
      if (!back) return fail(back);
      hand_.report = std::move(back->report);
      hand_.positions = std::move(back->positions);
    }
    hand_.ref = ref;
    stale_ = false;
    auto reviewed = reviews_.claim(ref);
    if (!reviewed) return fail(reviewed);
    std::vector<Review> mine;
    std::set<std::string> others;
    for (Review& review : reviewed->reviews) {
      if (review.reviewer == reviewer_) {
        mine.push_back(std::move(review));
      } else {
        others.insert(review.reviewer);
      }
    }
    hand_.others = others.size();
    auto standing = standing_of(reviewed->as_decided, hand_.positions, mine);
    if (!standing) return fail(standing);
    hand_.state = standing->state;
    RecordReader reader(hand_.positions);
    auto record = reader.read(standing->json ? *standing->json : reviewed->as_decided);
    if (!record) return fail(record);
    hand_.claim = std::get<Claim>(std::move(*record));
    return load_event();
  }

  Done load_event() {
    hand_.event.clear();
    auto happenings = events_.happenings_of(hand_.ref.report);
    if (!happenings) return fail(happenings);
    for (const StoredHappening& stored : *happenings) {
      auto happening = unpack_happening(stored.data);
      if (!happening) continue;
      const auto& claims = happening->claims;
      if (std::find(claims.begin(), claims.end(), hand_.ref.claim) == claims.end()) continue;
      auto event = events_.event_of(stored.n);
      if (!event) return fail(event);
      if (!*event) return {};
      auto members = events_.happenings_in(**event);
      if (!members) return fail(members);
      hand_.event = fmt::format("{}, told {}", event_name(**event),
                                members->size() == 1 ? "once" : fmt::format("{} times", members->size()));
      return {};
    }
    return {};
  }

  void draw() {
    winsize size{};
    Layout layout = context_.layout;
    std::size_t rows = 24;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0) {
      rows = size.ws_row;
      if (!context_.options.width && size.ws_col > 0) layout.width = size.ws_col;
    }
    ReviewScreen screen{hand_.report, hand_.claim, hand_.state,   reviewer_, hand_.event,
                        hand_.others, at_ + 1,     queue_.size(), message_};
    keys_.draw(draw_review(screen, layout, rows));
  }

  Review draft(Decision decision) const {
    Review review;
    review.reviewer = reviewer_;
    review.decision = decision;
    if (decision != Decision::undo) review.claim = hand_.ref;
    return review;
  }

  Done decide_and(const Review& review, bool go_on) {
    auto decided = decide(ledger_, review);
    if (!decided) return fail(decided);
    ++made_;
    stale_ = true;
    if (go_on) ++at_;
    return {};
  }

  Done press(const std::string& key) {
    if (key == "a") return decide_and(draft(Decision::accept), true);
    if (key == "r") return reject();
    if (key == "c") return change();
    if (key == "e") return change_evidence();
    if (key == "n") return note();
    if (key == "x") return split();
    if (key == "m") return merge();
    if (key == "u") return undo();
    if (key == "s" || key == " ") ++at_;
    return {};
  }

  Done reject() {
    std::string prompt = "why?";
    for (std::size_t i = 0; i < std::size(reasons); ++i) prompt += fmt::format(" {} {} ", i + 1, reasons[i]);
    auto typed = keys_.line(prompt + " or words:");
    if (!typed || typed->empty()) return {};
    Review review = draft(Decision::reject);
    bool is_number =
        typed->size() == 1 && (*typed)[0] >= '1' && (*typed)[0] < '1' + static_cast<int>(std::size(reasons));
    review.reason = is_number ? std::string(reasons[static_cast<std::size_t>((*typed)[0] - '1')]) : *typed;
    return decide_and(review, true);
  }

  Done change() {
    auto which =
        keys_.line("what? k killed  i injured  w type  p place  t day  s source  or a JSON Pointer:");
    if (!which || which->empty()) return {};
    auto value = keys_.line("to?");
    if (!value || value->empty()) return {};
    Review review = draft(Decision::change);
    if (*which == "k" || *which == "i") {
      change_figure(review, *which == "k" ? Measure::killed : Measure::injured, *value);
    } else {
      review.field = *which == "w"   ? "/event/type"
                     : *which == "p" ? "/place"
                     : *which == "t" ? "/time"
                     : *which == "s" ? "/source/name"
                                     : *which;
      review.value = which->size() == 1 ? nlohmann::json(*value).dump() : *value;
    }
    return decide_and(review, false);
  }

  void change_figure(Review& review, Measure measure, const std::string& value) const {
    const auto& figures = hand_.claim.figures;
    auto figure = std::find_if(figures.begin(), figures.end(), [&](const Figure& each) {
      return each.measure == measure && each.scope == FigureScope::happening;
    });
    if (figure != figures.end()) {
      review.field = fmt::format("/figures/{}", figure - figures.begin());
      review.value = value;
      return;
    }
    std::int64_t count = 0;
    auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), count);
    bool is_count = failed == std::errc() && end == value.data() + value.size();
    std::uint32_t at = hand_.positions.code_points(hand_.claim.evidence.begin);
    nlohmann::json added{{"measure", name_of(measure)},
                         {"qualifier", "exact"},
                         {"scope", "happening"},
                         {"text", ""},
                         {"begin", at},
                         {"end", at}};
    if (is_count) added["low"] = added["high"] = count;
    review.field = fmt::format("/figures/{}", figures.size());
    review.value = is_count ? added.dump() : value;
  }

  Done change_evidence() {
    auto words = keys_.line("which words of the text are the evidence? (first words ... last words)");
    if (!words || words->empty()) return {};
    const std::string& text = hand_.report.text;
    std::size_t dots = words->find(" ... ");
    std::string first = words->substr(0, dots);
    std::size_t begin = text.find(first);
    std::size_t end = begin == std::string::npos ? begin : begin + first.size();
    if (begin != std::string::npos && dots != std::string::npos) {
      std::string last = words->substr(dots + 5);
      end = text.find(last, end);
      if (end != std::string::npos) end += last.size();
    }
    if (begin == std::string::npos || end == std::string::npos) {
      return fail(ErrorCode::bad_usage, "these words are not in the text");
    }
    Review review = draft(Decision::change);
    review.field = "/evidence";
    review.value = nlohmann::json{{"begin", hand_.positions.code_points(static_cast<std::uint32_t>(begin))},
                                  {"end", hand_.positions.code_points(static_cast<std::uint32_t>(end))}}
                       .dump();
    return decide_and(review, false);
  }

  Done note() {
    auto typed = keys_.line("note:");
    if (!typed || typed->empty()) return {};
    Review review = draft(Decision::note);
    review.reason = *typed;
    return decide_and(review, false);
  }

  Done split() {
    auto other = other_of_event(ledger_, hand_.ref);
    if (!other) return fail(other);
    Review review = draft(Decision::split);
    review.other = *other;
    return decide_and(review, false);
  }

  Done merge() {
    auto typed = keys_.line("one event with? (such as e17)");
    if (!typed || typed->empty()) return {};
    auto event = parse_event_name(*typed);
    if (!event) return fail(ErrorCode::bad_usage, "that is no event's name");
    auto other = claim_of_event(ledger_, *event);
    if (!other) return fail(other);
    Review review = draft(Decision::merge);
    review.other = *other;
    return decide_and(review, false);
  }

  // Takes back the reviewer's last decision, and shows what it was about again.
  Done undo() {
    auto last = last_of(ledger_, reviewer_);
    if (!last) return fail(last);
    Review review = draft(Decision::undo);
    review.undoes = last->id;
    if (auto done = decide_and(review, false); !done) return done;
    message_ = fmt::format("taken back: {}", name_of(last->decision));
    if (!last->claim) return {};
    auto same = [&](const Waiting& waiting) { return waiting.ref == *last->claim; };
    auto found = std::find_if(queue_.begin(), queue_.end(), same);
    if (found == queue_.end())
      found = queue_.insert(queue_.begin() + static_cast<std::ptrdiff_t>(at_), {0, *last->claim});
    at_ = static_cast<std::size_t>(found - queue_.begin());
    return {};
  }

  Context& context_;
  Ledger& ledger_;
  EventStore& events_;
  ReviewStore& reviews_;
  Keys& keys_;
  std::string reviewer_;
  std::vector<Waiting> queue_;
  std::size_t at_ = 0;
  std::uint64_t made_ = 0;
  InHand hand_;
  bool stale_ = true;
  std::string message_;
};

}  // namespace

int review_on_screen(Context& context, Ledger& ledger, const std::string& reviewer) {
  auto report = [&](const Error& error) {
    context.messages.error(error);
    return exit_error;
  };
  auto events = EventStore::of(ledger);
  if (!events) return report(events.error());
  auto reviews = ReviewStore::of(ledger);
  if (!reviews) return report(reviews.error());
  std::uint64_t made = 0;
  {
    auto keys = Keys::take(context.out);
    if (!keys) return report(keys.error());
    Session session(context, ledger, *events, *reviews, **keys, reviewer);
    auto done = session.gather();
    bool none = session.empty();
    if (done) done = session.run();
    keys->reset();
    if (!done) return report(done.error());
    if (none) {
      context.messages.say(
          fmt::format("{}: nothing is left that {} has not decided on", context.options.ledger, reviewer));
      return exit_nothing;
    }
    made = session.made();
  }
  context.messages.say(number_of(made, "decision") + " kept");
  return exit_fine;
}

}  // namespace sitrep
