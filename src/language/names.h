// From a score for each tag of each word to names. Tags say where a word stands in a name (BIOES): outside,
// beginning, inside, end, or single; the best sequence that makes sense is taken.
//
//   Ida Holm left Kalmar     B-PER E-PER O S-PLACE     person [Ida Holm], place [Kalmar]
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/tags.h"

namespace sitrep {

// The tags of a model, by number.
class NameTags {
 public:
  // "O", "B-PER" ...; malformed when a tag is not known, or a kind lacks one of its four.
  static Result<NameTags> from_labels(const std::vector<std::string>& labels);

  enum class Place : std::uint8_t { outside, begin, inside, end, single };
  struct Tag {
    Place place = Place::outside;
    NameKind kind = NameKind::person;
  };
  [[nodiscard]] std::size_t size() const { return tags_.size(); }
  [[nodiscard]] const Tag& operator[](std::size_t i) const { return tags_[i]; }
  // The tags that may stand before this one inside a name: begin and inside of the same kind.
  [[nodiscard]] std::size_t begin_of(NameKind kind) const { return begins_[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] std::size_t inside_of(NameKind kind) const {
    return insides_[static_cast<std::size_t>(kind)];
  }

 private:
  std::vector<Tag> tags_;
  std::vector<std::size_t> begins_;
  std::vector<std::size_t> insides_;
};

struct DecodedName {
  std::uint32_t first = 0;  // [first, last), words of the sentence
  std::uint32_t last = 0;
  NameKind kind = NameKind::person;
  float score = 0;  // geometric mean of its tags' probabilities
};

// `scores` holds a row of tags.size() a word.
std::vector<DecodedName> decode_names(std::span<const float> scores, const NameTags& tags);

}  // namespace sitrep
