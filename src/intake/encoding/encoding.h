// Encodings: from bytes of any charset to UTF-8, with the way back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/note.h"
#include "text/offset_map.h"

namespace sitrep {

// What is known of the charset before the bytes are looked at.
struct CharsetHints {
  std::string forced;    // by a person: an error if unknown
  std::string declared;  // by HTTP, XML or a <meta>: believed unless the bytes contradict it
};

struct DecodedText {
  std::string utf8;                // well-formed; no byte order mark; NULs and ill-formed bytes are U+FFFD
  OffsetMap map;                   // utf8 -> bytes
  std::string encoding;            // WHATWG name: "UTF-8", "windows-1252", "UTF-16LE" ...
  bool detected = false;           // guessed from the bytes: worth a note
  std::size_t replaced_count = 0;  // characters that could not be decoded
};

// Order of belief: a person, a byte order mark, UTF-8 if the bytes are well-formed, what is
// declared, a detector, windows-1252.
Result<DecodedText> to_utf8(std::string_view bytes, const CharsetHints& hints);

// Notes on how bytes became `text`: a charset that was guessed (where that makes a difference),
// characters that were lost, in decoding or (`lost_since`) after it.
void note_encoding(const DecodedText& decoded, std::string_view text, std::vector<Note>& notes,
                   std::size_t lost_since = 0);

}  // namespace sitrep
