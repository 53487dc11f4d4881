#include "intake/json/json_report.h"

#include <array>
#include <utility>

#include "intake/encoding/encoding.h"
#include "intake/fields/fields.h"
#include "intake/html/html.h"
#include "intake/json/json_keys.h"
#include "intake/json/json_scan.h"

namespace sitrep {

namespace {

using fields::FieldText;

// Reads the members of one object, the best key of each field first.
class Reader {
 public:
  Reader(std::string_view json, const OffsetMap& to_bytes, std::vector<JsonMember> members,
         DocumentContent& content)
      : json_(json), to_bytes_(to_bytes), members_(std::move(members)), content_(content) {
    for (const JsonMember& member : members_) {
      if (auto key = find_json_key(member.key)) keep(*key, member);
    }
  }

  Done read() {
    read_metadata();
    TextBuilder out;
    std::optional<FieldText> body = text_of(JsonField::text);
    if (auto title = text_of(JsonField::title)) {
      fields::add_title(*title, false, content_, out);
      if (content_.publication.headline) because("headline", JsonField::title);
    }
    if (body) {
      bool html = best_[index(JsonField::text)].html || fields::holds_html(body->utf8);
      fields::add_body(*body, html, content_, out);
    }
    TextBuilder::Built built = out.take();
    if (built.parts.empty()) {
      return fail(
          ErrorCode::not_a_report, "a JSON object without text", {},
          "the text is looked for under \"text\", \"body\", \"content\", \"maintext\" and their like");
    }
    content_.text = std::move(built.text);
    content_.map = std::move(built.map);
    content_.parts = std::move(built.parts);
    return {};
  }

  [[nodiscard]] std::size_t replaced_count() const { return replaced_count_; }

  // The page, where the object is but an envelope around one.
  std::optional<FieldText> whole_page() {
    const Best& best = best_[index(JsonField::text)];
    if (best.member == nullptr) return std::nullopt;
    std::string_view head = json_.substr(best.member->value.span.begin, 1024);
    for (std::string_view start : {"<html", "<HTML", "<!doctype html", "<!DOCTYPE html"}) {
      if (head.find(start) != std::string_view::npos) return text_of(JsonField::text);
    }
    return std::nullopt;
  }

  void read_metadata() {
    Publication& publication = content_.publication;
    take(JsonField::uri, "uri", publication.uri, fields::address_of);
    take(JsonField::published, "published", publication.published, fields::date_of);
    take(JsonField::modified, "modified", publication.modified, fields::date_of);
    take(JsonField::language, "language", publication.language, fields::language_of);
    take(JsonField::outlet, "outlet", publication.outlet, [](std::string_view text) {
      std::string value = fields::value_of(text);
      return value.empty() ? std::nullopt : std::optional(std::move(value));
    });
    const JsonMember* author = best_[index(JsonField::author)].member;
    if (author == nullptr) return;
    std::vector<std::string> names;
    if (author->value.kind == JsonKind::array) {
      for (const JsonValue& one : json_elements(json_, author->value)) add_names(one, names);
    } else {
      add_names(author->value, names);
    }
    if (names.empty()) return;
    publication.byline = std::move(names);
    because("byline", JsonField::author);
  }

 private:
  struct Best {
    const JsonMember* member = nullptr;
    int rank = 0;
    bool html = false;
  };

  static std::size_t index(JsonField field) { return static_cast<std::size_t>(field); }

  void keep(JsonKey key, const JsonMember& member) {
    const JsonValue& value = member.value;
    bool blank = value.kind == JsonKind::null || value.kind == JsonKind::boolean ||
                 (value.kind != JsonKind::number && value.span.size() <= 2);
    bool wants_string =
        key.field == JsonField::text || key.field == JsonField::title || key.field == JsonField::uri;
    if (blank || (wants_string && value.kind != JsonKind::string)) return;
    Best& best = best_[index(key.field)];
    if (best.member == nullptr || key.rank < best.rank) best = {&member, key.rank, key.html};
  }

  // A string's characters; the digits of a number; of an object what it is called.
  std::string simple_text(const JsonValue& value) {
    if (value.kind == JsonKind::string) return json_string(json_, value).utf8;
    if (value.kind == JsonKind::number) return std::string(json_.substr(value.span.begin, value.span.size()));
    if (value.kind != JsonKind::object) return {};
    for (const JsonMember& member : json_members(json_, value)) {
      bool names = member.key == "name" || member.key == "title";
      if (names && member.value.kind == JsonKind::string) return json_string(json_, member.value).utf8;
    }
    return {};
  }

  std::optional<FieldText> text_of(JsonField field) {
    const JsonMember* member = best_[index(field)].member;
    if (member == nullptr) return std::nullopt;
    JsonString string = json_string(json_, member->value);
    replaced_count_ += string.replaced_count;
    return FieldText{std::move(string.utf8),
                     to_bytes_.is_identity() ? std::move(string.map) : string.map.then(to_bytes_)};
  }

  template <class T, class Read>
  void take(JsonField field, const char* name, std::optional<T>& value, Read parse) {
    const JsonMember* member = best_[index(field)].member;
    if (member == nullptr) return;
    auto found = parse(simple_text(member->value));
    if (!found) return;
    value = std::move(*found);
    because(name, field);
  }

  void add_names(const JsonValue& value, std::vector<std::string>& names) {
    constexpr std::size_t names_max = 50;
    for (std::string& name : fields::names_of(simple_text(value))) {
      if (names.size() < names_max) names.push_back(std::move(name));
    }
  }

  void because(const char* name, JsonField field) {
    const std::string& key = best_[index(field)].member->key;
    content_.publication.because.push_back({name, "key \"" + key + "\" of the JSON object", {}});
  }

  std::string_view json_;
  const OffsetMap& to_bytes_;
  std::vector<JsonMember> members_;
  DocumentContent& content_;
  std::array<Best, static_cast<std::size_t>(JsonField::text) + 1> best_;
  std::size_t replaced_count_ = 0;
};

// The page inside, as if it had come alone, its map led on to the object's bytes.
Result<DocumentContent> read_inner_page(FieldText page, DocumentContent outer) {
  RawReport raw;
  raw.bytes = std::move(page.utf8);
  raw.format = ReportFormat::html;
  raw.provenance = outer.provenance;
  raw.hints = outer.publication;
  raw.declared_charset = "utf-8";
  auto content = read_html_page(std::move(raw), "utf-8");
  if (!content) return content;
  content->map = content->map.then(page.map);
  content->received = std::move(outer.received);
  content->provenance.media_type = outer.provenance.media_type;
  content->provenance.encoding = outer.provenance.encoding;
  return content;
}

}  // namespace

Result<DocumentContent> read_json_report(RawReport raw, const std::string& forced_charset) {
  auto decoded = to_utf8(raw.bytes, {forced_charset, raw.declared_charset});
  if (!decoded) return fail(decoded);
  auto members = json_members(decoded->utf8);
  if (!members) return fail(members);

  DocumentContent content = begin_content(std::move(raw), decoded->encoding, "application/json");

  Reader reader(decoded->utf8, decoded->map, std::move(*members), content);
  if (auto page = reader.whole_page()) {
    reader.read_metadata();
    return read_inner_page(std::move(*page), std::move(content));
  }
  if (Done done = reader.read(); !done) return fail(done);
  note_encoding(*decoded, content.text, content.notes, reader.replaced_count());
  return content;
}

}  // namespace sitrep
