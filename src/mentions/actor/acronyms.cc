#include "mentions/actor/acronyms.h"

#include <algorithm>

namespace sitrep {
namespace {

std::string initials(std::string_view name) {
  std::string out;
  bool begins = true;
  for (char c : name) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (letter && begins) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    begins = !letter && c != '\'';
  }
  return out;
}

std::size_t shared(std::string letters, const std::string& of) {
  std::size_t count = 0;
  for (char c : of) {
    std::size_t at = letters.find(c);
    if (at == letters.npos) continue;
    letters.erase(at, 1);
    ++count;
  }
  return count;
}

}  // namespace

std::optional<std::string> acronym_letters(std::string_view text) {
  std::string letters;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') letters += c;
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) return std::nullopt;
  }
  if (letters.size() < 2 || letters.size() > 8) return std::nullopt;
  return letters;
}

std::unordered_map<std::string, Acronym> find_acronyms(const Analysis& analysis, const Syntax& syntax,
                                                       const std::vector<NamedActor>& names) {
  std::unordered_map<std::string, Acronym> found;
  for (std::size_t i = 1; i < names.size(); ++i) {
    const NamedActor& in_brackets = names[i];
    const NamedActor& before = names[i - 1];
    if (before.last - before.first < 2 || in_brackets.first != before.last + 1) continue;
    if (syntax.tokens[before.last].norm != "(") continue;
    auto letters = acronym_letters(analysis.text(
        cover(syntax.tokens[in_brackets.first].span, syntax.tokens[in_brackets.last - 1].span)));
    if (!letters) continue;
    Span full = cover(syntax.tokens[before.first].span, syntax.tokens[before.last - 1].span);
    if (shared(initials(analysis.text(full)), *letters) < std::min<std::size_t>(2, letters->size())) continue;
    found.emplace(*letters, Acronym{i - 1, i});
  }
  return found;
}

}  // namespace sitrep
