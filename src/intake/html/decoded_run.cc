#include "intake/html/decoded_run.h"

#include <algorithm>
#include <optional>

#include "text/utf8.h"

namespace sitrep::html {

namespace {

constexpr std::size_t name_bytes_max = 33;  // "CounterClockwiseContourIntegral;" and its like
constexpr std::size_t look_ahead_bytes = 24;

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// Whether the two go on alike up to the next reference or line end of the source.
bool go_on_alike(std::string_view text, std::string_view source) {
  for (std::size_t i = 0; i < look_ahead_bytes; ++i) {
    if (i == source.size()) return i == text.size();
    if (source[i] == '&' || source[i] == '\r') return i < text.size();
    if (i == text.size() || text[i] != source[i]) return false;
  }
  return true;
}

struct Reference {
  std::size_t source_bytes;
  std::size_t text_bytes;
};

// The reference that `source` opens with, given the text that was made from here on. Nothing where
// the ampersand stands for itself.
std::optional<Reference> reference_at(std::string_view text, std::string_view source) {
  std::size_t name = 1;
  std::size_t end = 1;
  if (source.size() > 1 && source[1] == '#') end = name = 2;
  while (end < source.size() && end < name_bytes_max && is_alnum(source[end])) ++end;
  if (end == name) return std::nullopt;
  bool closed = end < source.size() && source[end] == ';';
  std::size_t one = text.empty() ? 0 : decode_utf8(text, 0).bytes;
  std::size_t two = one < text.size() ? one + decode_utf8(text, one).bytes : one;
  // The longest name first, with its semicolon; names of old may do without, and be cut short.
  for (std::size_t stop = end + (closed ? 1 : 0); stop > name + 1 || stop == end; --stop) {
    for (std::size_t made : {one, two}) {
      if (made > 0 && go_on_alike(text.substr(made), source.substr(stop))) return Reference{stop, made};
    }
    if (stop <= name + 1) break;
  }
  return std::nullopt;
}

}  // namespace

void align(std::string_view text, std::string_view source, std::uint32_t source_begin,
           const PieceSink& sink) {
  std::size_t t = 0;
  std::size_t s = 0;
  auto add = [&](std::size_t text_bytes, std::size_t source_bytes, bool verbatim) {
    Span span = make_span(source_begin + s, source_begin + s + source_bytes);
    sink({text.substr(t, text_bytes), span, verbatim});
    t += text_bytes;
    s += source_bytes;
  };
  while (t < text.size() && s < source.size()) {
    std::size_t same = 0;
    while (t + same < text.size() && s + same < source.size() && text[t + same] == source[s + same] &&
           source[s + same] != '&') {
      ++same;
    }
    if (same > 0) {
      add(same, same, true);
      continue;
    }
    if (source[s] == '\r') {
      bool pair = s + 1 < source.size() && source[s + 1] == '\n';
      add(1, pair ? 2 : 1, false);
      continue;
    }
    if (source[s] != '&') break;
    if (std::optional<Reference> found = reference_at(text.substr(t), source.substr(s))) {
      add(found->text_bytes, found->source_bytes, false);
    } else if (text[t] == '&') {
      add(1, 1, true);
    } else {
      break;
    }
  }
  if (t < text.size()) add(text.size() - t, source.size() - s, false);
}

}  // namespace sitrep::html
