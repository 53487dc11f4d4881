// JSON with offsets: which bytes of a report each value stands in. Libraries of JSON keep values and
// forget where they stood; a span of a report's text must lead back to its bytes.
//
//   json_members(R"({"id": 7, "text": "Two dead"})")   ->   id: number [7, 8)   text: string [18, 28)
//
// Looser than RFC 8259 in two things that programs write all the same: control characters may stand
// in strings as they are, and NaN and Infinity are read as null.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "text/offset_map.h"
#include "text/span.h"

namespace sitrep {

enum class JsonKind { null, boolean, number, string, array, object };

struct JsonValue {
  JsonKind kind = JsonKind::null;
  Span span;  // of the text scanned; strings with their quotes
};

struct JsonMember {
  std::string key;
  JsonValue value;
};

// The members of the object that `text` is, white space around it aside. Everything inside is
// checked: `malformed` with the byte where it goes wrong; `over_limit` past limits::json_depth_max.
// Spans are of `text`. O(n).
Result<std::vector<JsonMember>> json_members(std::string_view text);

// What an object or array of a text that has been checked holds; nothing for other kinds. Spans are
// of `text`, too.
std::vector<JsonMember> json_members(std::string_view text, const JsonValue& object);
std::vector<JsonValue> json_elements(std::string_view text, const JsonValue& array);

// A string's characters, with the way back to `text`. `\u0000` and lone surrogates are U+FFFD. Stops
// behind the first piece that makes `most` bytes or more: what no reader will look at costs nothing.
struct JsonString {
  std::string utf8;
  OffsetMap map;
  std::size_t replaced_count = 0;
};
JsonString json_string(std::string_view text, const JsonValue& string,
                       std::size_t most = limits::text_bytes_max + 1);

}  // namespace sitrep
