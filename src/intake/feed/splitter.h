// Splitter: where the entries of a feed begin and end, in bytes, found by Expat while the bytes go by.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep::feed {

enum class Piece { entry, title, language };

// A stretch of the feed that is worth keeping.
struct Cut {
  Piece piece = Piece::entry;
  std::string bytes;      // the element, as it stands
  bool too_long = false;  // then the bytes were dropped
};

class Splitter {
 public:
  // `head`: the first bytes, for the encoding.
  explicit Splitter(std::string_view head);
  Splitter(const Splitter&) = delete;
  Splitter& operator=(const Splitter&) = delete;
  ~Splitter();

  // The next bytes of the feed; `last` with the last ones (none are fine). Cuts are added in order.
  // Memory: the element being cut, and Expat's own.
  Done feed(std::string_view bytes, bool last, std::deque<Cut>& cuts);

  // The feed's outermost element has been closed: what follows is of no interest.
  [[nodiscard]] bool done() const;

  // As the XML declaration or byte order mark says; empty when untold.
  [[nodiscard]] const std::string& charset() const;
  // "rss", "RDF" or "feed", once seen.
  [[nodiscard]] const std::string& root() const;
  // xml:lang of the feed.
  [[nodiscard]] const std::string& language() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sitrep::feed
