// The order of belief, and the two decoders: our own for UTF-8, ICU's converters for the rest.
#include "intake/encoding/encoding.h"

#include <algorithm>

#include "base/near_names.h"
#include "intake/encoding/charsets.h"
#include "intake/encoding/decoders.h"
#include "intake/encoding/guess.h"

namespace sitrep {

namespace {

using namespace encoding;

// Declared charsets of two or four bytes a character are believed of bytes that are not plainly ASCII.
bool contradicts(const Charset& declared, std::string_view bytes) {
  return (declared.name.starts_with("UTF-16") || declared.name.starts_with("UTF-32")) &&
         is_mostly_ascii(bytes);
}

DecodedText guessed(DecodedText text) {
  text.detected = true;
  return text;
}

// Damage is one character in fifty: more, and the label was wrong.
bool is_badly_damaged(const DecodedText& text, std::string_view bytes) {
  return text.replaced_count * 50 > bytes.size();
}

}  // namespace

Result<DecodedText> to_utf8(std::string_view bytes, const CharsetHints& hints) {
  std::optional<ByteOrderMark> mark = byte_order_mark(bytes);

  if (!hints.forced.empty()) {
    const Charset* forced = find_charset(hints.forced);
    if (forced == nullptr) {
      return fail(ErrorCode::bad_usage, "unknown charset " + hints.forced, {},
                  did_you_mean(hints.forced, charset_labels()));
    }
    // "utf-16" leaves the order of bytes to the mark.
    if (mark && mark->charset->name.substr(0, 6) == forced->name.substr(0, 6)) {
      return decode_as(*mark->charset, bytes, mark->bytes);
    }
    return decode_as(*forced, bytes, 0);
  }
  if (mark) return decode_as(*mark->charset, bytes, mark->bytes);
  if (const Charset* wide = guess_utf16(bytes)) return guessed(decode_as(*wide, bytes, 0));

  const Charset* declared = find_charset(hints.declared);
  // ISO-2022-JP is the one charset whose bytes are all ASCII and yet no ASCII text.
  bool is_escaped =
      declared != nullptr && declared->name == "ISO-2022-JP" && bytes.find('\x1B') != std::string_view::npos;
  if (is_escaped) return decode_as(*declared, bytes, 0);

  Utf8Census census = count_utf8(bytes);
  if (census.reads_as_utf8()) return decode_utf8_text(bytes, 0, census);

  if (declared != nullptr && declared->name != "UTF-8" && !contradicts(*declared, bytes)) {
    DecodedText text = decode_as(*declared, bytes, 0);
    if (!is_badly_damaged(text, bytes)) return text;
  }
  if (const Charset* likely = guess_charset(bytes)) {
    DecodedText text = decode_as(*likely, bytes, 0);
    if (!is_badly_damaged(text, bytes)) return guessed(std::move(text));
  }
  return guessed(decode_as(*find_charset("windows-1252"), bytes, 0));
}

void note_encoding(const DecodedText& decoded, std::string_view text, std::vector<Note>& notes,
                   std::size_t lost_since) {
  bool ascii =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (decoded.detected && !ascii) {
    notes.push_back({NoteKind::encoding,
                     {},
                     {},
                     "read as " + decoded.encoding +
                         ", as the bytes look; if letters are wrong, name the charset with --encoding"});
  }
  std::size_t lost = decoded.replaced_count + lost_since;
  if (lost > 0) {
    notes.push_back({NoteKind::damaged,
                     {},
                     {},
                     std::to_string(lost) + (lost == 1 ? " character" : " characters") +
                         " could not be read and stand as U+FFFD"});
  }
}

}  // namespace sitrep
