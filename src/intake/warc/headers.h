// Header blocks as WARC, HTTP and mail write them: "Name: value" lines up to a blank one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep::warc {

class Headers {
 public:
  // Lines end with LF or CRLF; a line that starts with a blank goes on with the one before. Lines
  // without a colon are passed over.
  static Headers parse(std::string_view lines);

  // The first value under a name, case aside, without blanks at its ends.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// Bytes of the block at the start of `text`, with the blank line that ends it; npos when none ends it.
std::size_t header_block_size(std::string_view text);

bool equal_ignoring_case(std::string_view a, std::string_view b);

// All of `digits` is a number below 2^63.
std::optional<std::uint64_t> number_of(std::string_view digits);

}  // namespace sitrep::warc
