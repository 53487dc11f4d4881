// Guesses at the charset of bytes that tell none.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "intake/encoding/charsets.h"

namespace sitrep::encoding {

struct ByteOrderMark {
  const Charset* charset;
  std::size_t bytes;
};
std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes);

// UTF-16 without a mark, told by its high bytes: every second byte is nearly always one of the
// first eight (Latin to Arabic), the others nearly never. Null when the bytes are not like that.
const Charset* guess_utf16(std::string_view bytes);

// By uchardet. Null when there is too little to tell by.
const Charset* guess_charset(std::string_view bytes);

// Four bytes in five are printable ASCII or blanks.
bool is_mostly_ascii(std::string_view bytes);

}  // namespace sitrep::encoding
