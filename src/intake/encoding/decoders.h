// Decoders: bytes of a known charset -> well-formed UTF-8 with its map.
#pragma once

#include <cstddef>
#include <string_view>

#include "intake/encoding/charsets.h"
#include "intake/encoding/encoding.h"

namespace sitrep::encoding {

// What bytes look like when they are read as UTF-8.
struct Utf8Census {
  std::size_t ill_formed = 0;  // maximal ill-formed stretches
  std::size_t multibyte = 0;   // well-formed characters of two bytes or more
  std::size_t nuls = 0;
  bool cut_at_end = false;  // the last stretch is a character that the end of the bytes cuts

  [[nodiscard]] bool is_clean() const { return ill_formed == 0 && nuls == 0; }
  // Well-formed, or UTF-8 beyond doubt but damaged: by chance other charsets hardly ever form
  // characters of UTF-8.
  [[nodiscard]] bool reads_as_utf8() const {
    return ill_formed <= (cut_at_end ? 1U : 0U) || multibyte > 4 * ill_formed;
  }
};

// O(n); ASCII goes eight bytes at a time.
Utf8Census count_utf8(std::string_view bytes);

// `begin` passes over a byte order mark. `census` is that of `bytes` from `begin` on.
DecodedText decode_utf8_text(std::string_view bytes, std::size_t begin, const Utf8Census& census);

// Any charset.
DecodedText decode_as(const Charset& charset, std::string_view bytes, std::size_t begin);

}  // namespace sitrep::encoding
