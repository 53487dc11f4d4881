#include "intake/encoding/decoders.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include <array>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <memory>

#include "text/utf8.h"

namespace sitrep::encoding {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::uint64_t high_bits = 0x8080808080808080U;
constexpr std::uint64_t low_bits = 0x0101010101010101U;

// The first byte from `at` on that is NUL or not ASCII; the end when there is none.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & high_bits) != 0 || ((word - low_bits) & ~word & high_bits) != 0) break;
  }
  while (at < bytes.size() && static_cast<signed char>(bytes[at]) > 0) ++at;
  return at;
}

bool is_ill_formed(std::string_view bytes, std::size_t at, const CodePoint& c) {
  return c.value == 0xFFFD && bytes.substr(at, c.bytes) != replacement;
}

// Takes units of UTF-16 with the place of the byte that each was made of; puts them together into
// characters, and those into text and map.
class Utf16Sink {
 public:
  Utf16Sink(std::string_view bytes, DecodedText& out) : bytes_(bytes), out_(out) {}

  void put(UChar unit, std::size_t source_begin) {
    // Units of one source character (surrogate pairs, and the few characters that become two) share
    // its place.
    if (count_ == units_.size() || (count_ > 0 && source_begin != source_begin_)) flush(source_begin);
    if (count_ == 0) source_begin_ = source_begin;
    units_[count_++] = unit;
  }

  void flush(std::size_t source_end) {
    if (count_ == 0) return;
    std::size_t source_bytes = source_end > source_begin_ ? source_end - source_begin_ : 1;
    if (count_ == 1 && source_bytes == 1 && units_[0] < 0x80 && units_[0] != 0 &&
        static_cast<unsigned char>(bytes_[source_begin_]) == units_[0]) {
      out_.utf8.push_back(static_cast<char>(units_[0]));
      out_.map.add_verbatim(1, static_cast<std::uint32_t>(source_begin_));
    } else {
      std::size_t before = out_.utf8.size();
      for (int at = 0; at < static_cast<int>(count_);) {
        UChar32 c = 0;
        U16_NEXT(units_, at, static_cast<int>(count_), c);
        bool is_bad = c == 0 || U_IS_SURROGATE(c);
        if (is_bad) ++out_.replaced_count;
        append_utf8(out_.utf8, is_bad ? 0xFFFD : static_cast<char32_t>(c));
      }
      out_.map.add_replaced(static_cast<std::uint32_t>(out_.utf8.size() - before),
                            static_cast<std::uint32_t>(source_begin_),
                            static_cast<std::uint32_t>(source_bytes));
    }
    count_ = 0;
  }

 private:
  std::string_view bytes_;
  DecodedText& out_;
  std::array<UChar, 8> units_{};
  std::size_t count_ = 0;
  std::size_t source_begin_ = 0;
};

// Called by ICU for bytes that are no character: counts them, U+FFFD in their place.
void replace_bad_bytes(const void* context, UConverterToUnicodeArgs* args, const char*, std::int32_t,
                       UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  ++*static_cast<std::size_t*>(const_cast<void*>(context));
  *status = U_ZERO_ERROR;
  UChar made = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &made, 1, 0, status);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

}  // namespace

Utf8Census count_utf8(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    // Non-ASCII text comes in stretches: stay with it before looking for ASCII again.
    for (; at < bytes.size() && static_cast<signed char>(bytes[at]) <= 0;) {
      CodePoint c = decode_utf8(bytes, at);
      if (c.value == 0) {
        ++census.nuls;
      } else if (is_ill_formed(bytes, at, c)) {
        ++census.ill_formed;
        // Bytes left to the end fewer than the lead announces, all of them continuing it.
        census.cut_at_end = at + c.bytes == bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0xC2 &&
                            static_cast<unsigned char>(bytes[at]) <= 0xF4 && census.ill_formed == 1 &&
                            (c.bytes > 1 || census.multibyte > 0);
      } else {
        ++census.multibyte;
      }
      at += c.bytes;
    }
  }
  return census;
}

DecodedText decode_utf8_text(std::string_view bytes, std::size_t begin, const Utf8Census& census) {
  DecodedText out;
  out.encoding = "UTF-8";
  if (census.is_clean()) {
    out.utf8 = bytes.substr(begin);
    out.map.add_verbatim(static_cast<std::uint32_t>(bytes.size() - begin), static_cast<std::uint32_t>(begin));
    return out;
  }
  out.replaced_count = census.ill_formed + census.nuls;
  out.utf8.reserve(bytes.size() + 2 * out.replaced_count);
  auto keep = [&](std::size_t from, std::size_t to) {
    out.utf8 += bytes.substr(from, to - from);
    out.map.add_verbatim(static_cast<std::uint32_t>(to - from), static_cast<std::uint32_t>(from));
  };
  std::size_t kept = begin;
  for (std::size_t at = skip_ascii(bytes, begin); at < bytes.size(); at = skip_ascii(bytes, at)) {
    CodePoint c = decode_utf8(bytes, at);
    if (c.value == 0 || is_ill_formed(bytes, at, c)) {
      keep(kept, at);
      out.utf8 += replacement;
      out.map.add_replaced(replacement.size(), static_cast<std::uint32_t>(at),
                           static_cast<std::uint32_t>(c.bytes));
      kept = at + c.bytes;
    }
    at += c.bytes;
  }
  keep(kept, bytes.size());
  return out;
}

DecodedText decode_as(const Charset& charset, std::string_view bytes, std::size_t begin) {
  if (charset.name == "UTF-8") return decode_utf8_text(bytes, begin, count_utf8(bytes.substr(begin)));

  DecodedText out;
  out.encoding = charset.name;
  out.utf8.reserve(bytes.size() + bytes.size() / 2);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, CloseConverter> converter(
      ucnv_open(std::string(charset.converter).c_str(), &status));
  assert(U_SUCCESS(status) && "every converter of the table comes with ICU");
  ucnv_setToUCallBack(converter.get(), replace_bad_bytes, &out.replaced_count, nullptr, nullptr, &status);

  Utf16Sink sink(bytes, out);
  std::array<UChar, 4096> units;
  std::array<std::int32_t, 4096> offsets;
  const char* source = bytes.data() + begin;
  const char* source_end = bytes.data() + bytes.size();
  std::size_t last = begin;  // ICU gives -1 for units it held back: they belong to what came last
  do {
    std::size_t call_begin = static_cast<std::size_t>(source - bytes.data());
    UChar* target = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, source_end, offsets.data(),
                   true, &status);
    auto count = static_cast<std::size_t>(target - units.data());
    for (std::size_t i = 0; i < count; ++i) {
      if (offsets[i] >= 0) last = call_begin + static_cast<std::size_t>(offsets[i]);
      sink.put(units[i], last);
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  sink.flush(bytes.size());
  return out;
}

}  // namespace sitrep::encoding
