#include "language/names.h"

#include <fmt/format.h>

#include <cassert>
#include <cmath>

#include "language/scores.h"

namespace sitrep {
namespace {

constexpr std::size_t kinds = enum_names<NameKind>().size();
constexpr std::size_t unset = ~std::size_t{0};

using Place = NameTags::Place;

bool is_closed(Place place) {
  return place == Place::outside || place == Place::end || place == Place::single;
}

// The best-scored sequence of tags (Viterbi). Before a tag that opens stands any closed one, so its
// best is shared by all of them; that keeps the work linear in the tags.
std::vector<std::size_t> best_sequence(std::span<const float> scores, const NameTags& tags) {
  std::size_t words = scores.size() / tags.size();
  constexpr float impossible = -1e30F;
  std::vector<float> total(tags.size(), impossible);
  std::vector<std::size_t> from(scores.size(), 0);
  for (std::size_t word = 0; word < words; ++word) {
    std::size_t closed = 0;
    for (std::size_t tag = 0; tag < tags.size(); ++tag) {
      if (is_closed(tags[tag].place) && (!is_closed(tags[closed].place) || total[tag] > total[closed]))
        closed = tag;
    }
    std::vector<float> next(tags.size(), impossible);
    for (std::size_t tag = 0; tag < tags.size(); ++tag) {
      Place place = tags[tag].place;
      bool goes_on = place == Place::inside || place == Place::end;
      float before = 0;
      std::size_t best = closed;
      if (goes_on) {
        std::size_t begin = tags.begin_of(tags[tag].kind);
        std::size_t inside = tags.inside_of(tags[tag].kind);
        best = total[inside] > total[begin] ? inside : begin;
        before = word == 0 ? impossible : total[best];
      } else if (word > 0) {
        before = total[closed];
      }
      next[tag] = before + scores[word * tags.size() + tag];
      from[word * tags.size() + tag] = best;
    }
    total = std::move(next);
  }
  std::vector<std::size_t> sequence(words);
  std::size_t last = unset;
  for (std::size_t tag = 0; tag < tags.size(); ++tag) {
    if (is_closed(tags[tag].place) && (last == unset || total[tag] > total[last])) last = tag;
  }
  for (std::size_t word = words; word-- > 0;) {
    sequence[word] = last;
    last = from[word * tags.size() + last];
  }
  return sequence;
}

}  // namespace

Result<NameTags> NameTags::from_labels(const std::vector<std::string>& labels) {
  NameTags made;
  made.begins_.assign(kinds, unset);
  made.insides_.assign(kinds, unset);
  std::vector<std::size_t> closing(kinds, 0);
  bool outside = false;
  for (const std::string& label : labels) {
    Tag tag;
    if (label == "O") {
      outside = true;
    } else {
      std::optional<NameKind> kind;
      if (label.size() > 2) kind = name_kind_of(std::string_view(label).substr(2));
      std::size_t place = std::string_view("BIES").find(label.empty() ? '?' : label[0]);
      if (!kind || place == std::string_view::npos) {
        return fail(ErrorCode::malformed, fmt::format("no such tag of names: {}", label));
      }
      tag = {static_cast<Place>(place + 1), *kind};
      auto index = static_cast<std::size_t>(*kind);
      if (tag.place == Place::begin) made.begins_[index] = made.tags_.size();
      if (tag.place == Place::inside) made.insides_[index] = made.tags_.size();
      if (is_closed(tag.place)) ++closing[index];
    }
    made.tags_.push_back(tag);
  }
  for (const Tag& tag : made.tags_) {
    auto index = static_cast<std::size_t>(tag.kind);
    bool whole = made.begins_[index] != unset && made.insides_[index] != unset && closing[index] == 2;
    if (tag.place != Place::outside && !whole) outside = false;
  }
  if (!outside) return fail(ErrorCode::malformed, "the tags of names are not complete");
  return made;
}

std::vector<DecodedName> decode_names(std::span<const float> scores, const NameTags& tags) {
  assert(scores.size() % tags.size() == 0);
  std::vector<std::size_t> sequence = best_sequence(scores, tags);
  std::vector<DecodedName> names;
  float log_score = 0;
  std::uint32_t first = 0;
  for (std::uint32_t word = 0; word < sequence.size(); ++word) {
    const NameTags::Tag& tag = tags[sequence[word]];
    if (tag.place == Place::outside) continue;
    if (tag.place == Place::begin || tag.place == Place::single) {
      first = word;
      log_score = 0;
    }
    log_score += log_probability(scores.subspan(word * tags.size(), tags.size()), sequence[word]);
    if (tag.place == Place::end || tag.place == Place::single) {
      float score = std::exp(log_score / static_cast<float>(word + 1 - first));
      names.push_back({first, word + 1, tag.kind, score});
    }
  }
  return names;
}

}  // namespace sitrep
