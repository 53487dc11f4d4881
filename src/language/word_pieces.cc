#include "language/word_pieces.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/utf8.h"

namespace sitrep {
namespace {

// Longer words are damage or addresses of machines; the reference gives up on them too.
constexpr std::size_t word_characters_max = 100;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_ascii_mark(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// General category as a mask of ICU's. The reference has the tables of Unicode 8, and the vocabulary
// was made with them: what is younger is not assigned, and some characters have changed since.
std::uint32_t category(UChar32 c) {
  if (c == 0x166D || c == 0x111C9) return U_GC_PO_MASK;
  if (c == 0x1734) return U_GC_MN_MASK;
  if (c == 0x1885 || c == 0x1886 || c == 0xA9BD) return U_GC_L_MASK;
  if (c < 0x370) return U_GET_GC_MASK(c);
  UVersionInfo age;
  u_charAge(c, age);
  return age[0] > 8 ? U_GC_CN_MASK : U_GET_GC_MASK(c);
}

bool is_mark(char32_t c) {
  return c < 0x80 ? is_ascii_mark(static_cast<char>(c))
                  : (category(static_cast<UChar32>(c)) & U_GC_P_MASK) != 0;
}

bool is_dropped(UChar32 c) {
  constexpr std::uint32_t control = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK | U_GC_CS_MASK;
  return c == 0xFFFD || (category(c) & control) != 0;
}

bool is_ideograph(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
         (c >= 0x2A700 && c <= 0x2B73F) || (c >= 0x2B740 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

// Gathers words parted by single spaces.
class Gather {
 public:
  explicit Gather(std::string& out) : out_(out) {}
  void add(char32_t c) {
    if (is_mark(c)) {
      part();
      append_utf8(out_, c);
      part();
    } else {
      append_utf8(out_, c);
    }
  }
  void part() {
    if (!out_.empty() && out_.back() != ' ') out_ += ' ';
  }

 private:
  std::string& out_;
};

}  // namespace

std::string normalise_for_pieces(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  Gather gather(out);
  if (is_ascii(text)) {
    for (char c : text) {
      if (c == ' ' || (c >= '\t' && c <= '\n') || c == '\r') {
        gather.part();
      } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
        gather.add(static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c | 0x20 : c));
      }
    }
  } else {
    icu::UnicodeString cleaned;
    for (std::size_t at = 0; at < text.size();) {
      CodePoint c = decode_utf8(text, at);
      at += c.bytes;
      auto value = static_cast<UChar32>(c.value);
      bool line = c.value == '\t' || c.value == '\n' || c.value == '\r';
      if (!line && is_dropped(value)) continue;
      if (line || u_isUWhiteSpace(value) != 0) {
        cleaned.append(UChar32{' '});
      } else if (is_ideograph(c.value)) {
        cleaned.append(UChar32{' '}).append(value).append(UChar32{' '});
      } else {
        cleaned.append(value);
      }
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString decomposed = icu::Normalizer2::getNFDInstance(status)->normalize(cleaned, status);
    for (int32_t at = 0; at < decomposed.length();) {
      UChar32 c = decomposed.char32At(at);
      at += U16_LENGTH(c);
      if ((category(c) & U_GC_MN_MASK) != 0) continue;
      if (u_isUWhiteSpace(c) != 0) {
        gather.part();
      } else {
        gather.add(static_cast<char32_t>(u_tolower(c)));
      }
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Result<WordPieces> WordPieces::from_vocabulary(std::string_view lines) {
  WordPieces made;
  PieceId id = 0;
  std::size_t needed = 0;
  while (!lines.empty()) {
    std::string_view piece = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), piece.size() + 1));
    if (piece.ends_with('\r')) piece.remove_suffix(1);
    auto special = [&](std::string_view name, PieceId& where) {
      if (piece != name) return;
      where = id;
      ++needed;
    };
    special("[PAD]", made.pad_);
    special("[UNK]", made.unknown_);
    special("[CLS]", made.begin_);
    special("[SEP]", made.end_);
    if (piece.size() > 2 && piece.starts_with("##")) {
      made.later_.emplace(piece.substr(2), id);
    }
    made.first_.emplace(piece, id);
    made.longest_ = std::max(made.longest_, piece.size());
    ++id;
  }
  if (needed != 4) {
    return fail(ErrorCode::malformed, "a vocabulary without [PAD], [UNK], [CLS] and [SEP]", "vocab");
  }
  return made;
}

void WordPieces::append(std::string_view text, std::vector<PieceId>& pieces) const {
  std::string normalised = normalise_for_pieces(text);
  std::string_view rest = normalised;
  while (!rest.empty()) {
    std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    auto characters = static_cast<std::size_t>(std::count_if(
        word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    append_word(word, characters, pieces);
  }
}

void WordPieces::append_word(std::string_view word, std::size_t characters,
                             std::vector<PieceId>& pieces) const {
  if (characters > word_characters_max) {
    pieces.push_back(unknown_);
    return;
  }
  std::size_t before = pieces.size();
  for (std::size_t at = 0; at < word.size();) {
    const Pieces& known = at == 0 ? first_ : later_;
    std::size_t length = std::min(word.size() - at, longest_);
    auto found = known.end();
    for (; length > 0; --length) {
      // Only whole characters: what follows must not go on with one.
      if (at + length < word.size() && (static_cast<unsigned char>(word[at + length]) & 0xC0) == 0x80)
        continue;
      found = known.find(word.substr(at, length));
      if (found != known.end()) break;
    }
    if (length == 0) {
      // One piece missing makes the whole word unknown.
      pieces.resize(before);
      pieces.push_back(unknown_);
      return;
    }
    pieces.push_back(found->second);
    at += length;
  }
}

}  // namespace sitrep
