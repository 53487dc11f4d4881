#include "codebook/codebook.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <fstream>
#include <iterator>

#include "base/limits.h"
#include "codebook/reader.h"
#include "codebook/standard.h"

namespace sitrep {

const Subtype* EventType::find_subtype(std::string_view subtype) const {
  for (const Subtype& s : subtypes) {
    if (s.name == subtype) return &s;
  }
  return nullptr;
}

const EventCodes& EventType::codes_of(std::string_view subtype) const {
  const Subtype* found = subtype.empty() ? nullptr : find_subtype(subtype);
  return found != nullptr ? found->codes : codes;
}

const std::shared_ptr<const Codebook>& Codebook::shared_standard() {
  static const std::shared_ptr<const Codebook> book = [] {
    auto read = CodebookReader::read(standard_codebook());
    assert(read);  // its test reads it first
    return *read;
  }();
  return book;
}

Result<std::shared_ptr<const Codebook>> Codebook::load(std::string_view text, std::string_view name) {
  std::vector<CodebookText> texts(standard_codebook().begin(), standard_codebook().end());
  texts.push_back({name, text});
  return CodebookReader::read(texts);
}

Result<std::shared_ptr<const Codebook>> Codebook::load_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::not_found, "there is no such codebook, or it may not be read", path);
  std::string text(limits::codebook_bytes_max + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) return fail(ErrorCode::cannot_read, "the codebook could not be read to its end", path);
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > limits::codebook_bytes_max) {
    return fail(ErrorCode::over_limit,
                fmt::format("a codebook has at most {} bytes", limits::codebook_bytes_max), path);
  }
  return load(text, path);
}

const EventType* Codebook::find(std::string_view type) const {
  auto found = types_.find(type);
  return found == types_.end() ? nullptr : &found->second;
}

std::span<const Trigger> Codebook::triggers_of(std::string_view first_lemma) const {
  auto before = [](const Trigger& t, std::string_view lemma) { return t.lemmas.front() < lemma; };
  auto after = [](std::string_view lemma, const Trigger& t) { return lemma < t.lemmas.front(); };
  auto first = std::lower_bound(triggers_.begin(), triggers_.end(), first_lemma, before);
  auto last = std::upper_bound(first, triggers_.end(), first_lemma, after);
  return {first, last};
}

bool Codebook::is_of_kind(std::string_view lemma, std::string_view kind) const {
  auto found = kinds_.find(kind);
  return found != kinds_.end() &&
         std::binary_search(found->second.begin(), found->second.end(), lemma, std::less<>());
}

}  // namespace sitrep
