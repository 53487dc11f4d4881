#include "intake/decode.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "intake/encoding/encoding.h"
#include "intake/feed/feed_entry.h"
#include "intake/fields/fields.h"
#include "intake/html/html.h"
#include "intake/json/json_report.h"
#include "intake/language/language_guess.h"
#include "intake/plain/plain.h"

namespace sitrep {

namespace {

Result<DocumentContent> read_plain_text(RawReport raw, const std::string& forced_charset) {
  auto decoded = to_utf8(raw.bytes, {forced_charset, raw.declared_charset});
  if (!decoded) return fail(decoded);
  DocumentContent content = begin_content(std::move(raw), decoded->encoding, "text/plain");

  std::string_view text = fields::within_limit(decoded->utf8, content.notes);
  TextBuilder out;
  append_plain_text(text, decoded->map, out, content.publication, content.notes);
  TextBuilder::Built built = out.take();
  if (built.parts.empty())
    return fail(ErrorCode::not_a_report, "no words", {}, "name a file that holds a report");
  content.text = std::move(built.text);
  content.map = std::move(built.map);
  content.parts = std::move(built.parts);
  note_encoding(*decoded, content.text, content.notes);
  return content;
}

Result<DocumentContent> read_by_format(RawReport raw, const std::string& forced_charset) {
  switch (raw.format) {
    case ReportFormat::html:
      return read_html_page(std::move(raw), forced_charset);
    case ReportFormat::json:
      return read_json_report(std::move(raw), forced_charset);
    case ReportFormat::feed_entry:
      return read_feed_entry(std::move(raw), forced_charset);
    case ReportFormat::text:
      break;
  }
  return read_plain_text(std::move(raw), forced_charset);
}

template <class T>
void override_value(const char* key, const std::optional<T>& said, std::optional<T>& value,
                    std::vector<Derivation>& because) {
  if (!said) return;
  value = said;
  because.erase(std::remove_if(because.begin(), because.end(),
                               [key](const Derivation& told) { return told.value == key; }),
                because.end());
  because.push_back({key, "given on the command line", {}});
}

void apply(const Overrides& overrides, Publication& publication) {
  override_value("published", overrides.published, publication.published, publication.because);
  override_value("outlet", overrides.outlet, publication.outlet, publication.because);
  override_value("uri", overrides.uri, publication.uri, publication.because);
  std::optional<std::string> language = overrides.language;
  if (language) language = fields::language_of(*language).value_or(*language);
  override_value("language", language, publication.language, publication.because);
}

// What the text looks like wins over what is told, when there is enough of it: pages name the
// language of their site, not of their text.
void settle_language(DocumentContent& content) {
  Publication& publication = content.publication;
  auto body = std::find_if(content.parts.begin(), content.parts.end(), [](const Part& part) {
    return part.kind == PartKind::body || part.kind == PartKind::quote;
  });
  std::size_t begin = body == content.parts.end() ? 0 : body->span.begin;
  std::optional<LanguageGuess> guess = guess_language(std::string_view(content.text).substr(begin));
  if (!guess) return;
  bool told = publication.language.has_value();
  bool believed = guess->sure || (!told && is_english(guess->tag));
  if (!believed || (told && publication.language->substr(0, 2) == guess->tag.substr(0, 2))) return;
  std::vector<Derivation>& because = publication.because;
  because.erase(std::remove_if(because.begin(), because.end(),
                               [](const Derivation& d) { return d.value == "language"; }),
                because.end());
  publication.language = guess->tag;
  because.push_back({"language", "as the text looks (CLD2)", {}});
}

void note_what_is_missing(DocumentContent& content) {
  const Publication& publication = content.publication;
  if (publication.language && !is_english(*publication.language)) {
    content.notes.push_back({NoteKind::not_english,
                             {},
                             {},
                             "the text is in " + language_name(*publication.language) + " (" +
                                 *publication.language + "): it is kept, but not read"});
  }
  if (!publication.published) {
    content.notes.push_back({NoteKind::no_date,
                             {},
                             {},
                             "the day of publication is not known: relative times stay open; "
                             "tell it with --published"});
  }
}

}  // namespace

Result<Document> decode(RawReport raw, const Overrides& overrides) {
  const std::string where = raw.provenance.path;
  if (raw.bytes.size() > limits::report_bytes_max) {
    return fail(ErrorCode::over_limit,
                "a report of more than " + std::to_string(limits::report_bytes_max >> 20) + " MB", where);
  }
  // Before, so that readers complete years by a day that is given; again, where metadata spoke too.
  apply(overrides, raw.hints);
  auto content = read_by_format(std::move(raw), overrides.encoding.value_or(""));
  if (!content) return fail(Error(content.error()).at(where));
  apply(overrides, content->publication);
  refine_parts(*content);
  if (!overrides.language) settle_language(*content);
  note_what_is_missing(*content);
  return Document(std::move(*content));
}

}  // namespace sitrep
