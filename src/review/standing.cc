#include "review/standing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "record/json.h"

namespace sitrep {
namespace {

using Json = nlohmann::ordered_json;

Error wrong(std::string message, std::string hint = {}) {
  return {ErrorCode::bad_record, std::move(message), {}, std::move(hint)};
}

// Whether reviews are taken back, by their ids; undos that take back one another in a ring count for nothing.
class Undone {
 public:
  explicit Undone(std::span<const Review> reviews) {
    for (const Review& review : reviews) {
      if (review.decision == Decision::undo && review.undoes) undos_[*review.undoes].push_back(review.id);
    }
  }

  bool is_undone(const std::string& id) {
    auto [known, fresh] = known_.emplace(id, true);  // while it is being looked at
    if (!fresh) return known->second;
    bool undone = false;
    for (const std::string& undo : undos_[id]) undone = !is_undone(undo) || undone;
    return known_[id] = undone;
  }

 private:
  std::map<std::string, std::vector<std::string>> undos_;
  std::map<std::string, bool> known_;
};

// What was read from, or worked out of, the value that goes.
void drop_derived(Json& data, const std::string& field) {
  auto erase = [](Json& of, std::initializer_list<const char*> keys) {
    for (const char* key : keys) of.erase(key);
  };
  if (field == "/place/name" && data.contains("place")) {
    erase(data["place"], {"lat", "lon", "uncertainty_m", "precision", "country", "admin1", "admin2",
                          "gazetteer_id", "codes", "score", "candidates"});
  }
  if (field == "/event/type" && data.contains("event")) erase(data["event"], {"codes", "subtype"});
}

bool is_part_of_list(const std::string& field, std::string_view list) {
  return field.starts_with(list) && field.find('/', list.size()) == std::string::npos;
}

// The short ways of giving a value: a number for a figure, a day for a time, a name for a place.
void put_value(Json& data, std::string field, Json value) {
  if (is_part_of_list(field, "/figures/") && value.is_number_integer()) {
    Json& figure = data[Json::json_pointer(field)];
    figure["low"] = value;
    figure["high"] = value;
    figure["qualifier"] = "exact";
    return;
  }
  if (field == "/time" && value.is_string()) {
    Json& time = data["time"];
    time["earliest"] = value;
    time["latest"] = value;
    time["precision"] = "day";
    return;
  }
  if (field == "/place" && value.is_string()) field = "/place/name";
  if (value.is_null()) {
    Json::json_pointer at(field);
    Json& parent = data[at.parent_pointer()];
    if (parent.is_array()) {
      parent.erase(std::stoul(at.back()));
    } else {
      parent.erase(at.back());
    }
  } else {
    data[Json::json_pointer(field)] = std::move(value);
  }
  drop_derived(data, field);
}

// "figures/0/low" of "/figures/0/low": what `because` calls a value.
std::string dotted(std::string_view field) {
  std::string out(field.substr(1));
  std::replace(out.begin(), out.end(), '/', '.');
  return out;
}

}  // namespace

std::string review_id(const Review& review) {
  Review nameless = review;
  nameless.id.clear();
  constexpr std::size_t digits = 16;
  return "v" + sha256_hex(json_line(Record(nameless), Positions(""))).substr(0, digits);
}

Done check_review(const Review& review) {
  if (review.reviewer.empty()) return fail(wrong("a review without its reviewer"));
  if (review.decision == Decision::undo) {
    return review.undoes ? Done() : fail(wrong("an undo that does not say of what"));
  }
  if (!review.claim) return fail(wrong("a decision about no claim"));
  bool needs_other = review.decision == Decision::merge || review.decision == Decision::split;
  if (needs_other && !review.other) return fail(wrong("a merge or split has two claims"));
  if (review.decision == Decision::reject && !review.reason) {
    return fail(wrong("a rejection without its reason", "--reason TEXT says why"));
  }
  if (review.decision == Decision::note && !review.reason) {
    return fail(wrong("an empty note", "--reason TEXT is the note"));
  }
  if (review.decision == Decision::change && (!review.field || !review.value)) {
    return fail(wrong("a change without field or value", "--field /figures/0 --value 9"));
  }
  return {};
}

std::vector<Review> in_force(std::span<const Review> reviews) {
  Undone undone(reviews);
  std::vector<Review> kept;
  for (const Review& review : reviews) {
    if (review.decision != Decision::undo && !undone.is_undone(review.id)) kept.push_back(review);
  }
  std::sort(kept.begin(), kept.end(), [](const Review& a, const Review& b) {
    return a.made_at != b.made_at ? a.made_at < b.made_at : a.id < b.id;
  });
  return kept;
}

Result<std::string> with_change(std::string_view line, const Positions& positions, const Review& change) {
  const std::string field = change.field.value_or("");
  if (field.size() < 2 || field[0] != '/' || field == "/id" || field == "/report" ||
      field.starts_with("/because")) {
    return fail(ErrorCode::bad_usage, fmt::format("\"{}\" is no value that can be changed", field), {},
                "a JSON Pointer into the claim, such as /figures/0/low; show --json prints it");
  }
  std::string changed;
  try {
    Json record = Json::parse(line);
    Json& data = record.at("data");
    put_value(data, field, Json::parse(change.value.value_or("")));
    std::string rule = fmt::format("changed by {}", change.reviewer);
    if (change.reason) rule += ": " + *change.reason;
    data["because"].push_back({{"value", dotted(field)}, {"rule", rule}, {"spans", Json::array()}});
    changed = record.dump();
  } catch (const std::exception& error) {
    return fail(wrong(fmt::format("{} cannot be {}: {}", field, change.value.value_or(""), error.what()),
                      "the value is JSON: 9, \"shelling\", {\"begin\": 4, \"end\": 31}"));
  }
  RecordReader reader(positions);
  auto record = reader.read(changed);
  if (!record) return fail(record);
  const auto* claim = std::get_if<Claim>(&*record);
  if (claim == nullptr) return fail(wrong("it is no claim any more"));
  for (const Figure& figure : claim->figures) {
    if (figure.low && figure.high && *figure.low > *figure.high) {
      return fail(wrong(fmt::format("a figure from {} to {}", *figure.low, *figure.high)));
    }
  }
  return json_line(*claim, positions);
}

Result<Standing> standing_of(std::string_view line, const Positions& positions,
                             std::span<const Review> reviews) {
  Standing standing;
  for (const Review& review : in_force(reviews)) {
    if (review.decision == Decision::accept) {
      standing.state = standing.json ? ReviewState::changed : ReviewState::accepted;
    } else if (review.decision == Decision::reject) {
      standing.state = ReviewState::rejected;
    } else if (review.decision == Decision::change) {
      auto changed = with_change(standing.json ? *standing.json : std::string(line), positions, review);
      if (!changed) return fail(changed);
      standing.json = std::move(*changed);
      standing.state = ReviewState::changed;
    }
  }
  return standing;
}

}  // namespace sitrep
