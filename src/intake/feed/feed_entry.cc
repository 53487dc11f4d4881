#include "intake/feed/feed_entry.h"

#include <algorithm>
#include <array>
#include <utility>

#include "intake/encoding/encoding.h"
#include "intake/feed/element.h"
#include "intake/feed/xml_names.h"
#include "intake/fields/fields.h"

namespace sitrep {

namespace {

using feed::Element;
using fields::FieldText;

// Prefixes of the vocabularies that speak of the entry itself; others ("media:title") speak of what
// hangs on it.
bool is_own_vocabulary(std::string_view prefix, std::string_view entry_prefix) {
  constexpr std::array<std::string_view, 8> own = {"",    "content", "dc",  "dcterms",
                                                   "dct", "atom",    "a10", "rss"};
  return prefix == entry_prefix || std::find(own.begin(), own.end(), prefix) != own.end();
}

bool holds_reference(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    std::size_t end =
        text.find_first_not_of("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", at + 1);
    if (end != std::string_view::npos && end > at + 1 && text[end] == ';') return true;
  }
  return false;
}

class EntryReader {
 public:
  EntryReader(const Element& entry, const DecodedText& decoded, DocumentContent& content)
      : entry_(entry), decoded_(decoded), content_(content) {
    std::string_view prefix = feed::prefix_of(entry.name);
    for (const Element& child : entry.children) {
      if (is_own_vocabulary(feed::prefix_of(child.name), prefix)) fields_.push_back(&child);
    }
  }

  Done read() {
    read_metadata();
    TextBuilder out;
    if (const Element* title = first({"title"})) {
      bool html = is_html(*title) || holds_reference(title->text.utf8);
      fields::add_title(characters(*title), html, content_, out);
      if (content_.publication.headline) because("headline", *title);
    }
    // "content" and "encoded" before "description" and "summary".
    const Element* body = first({"encoded", "content", "description", "summary", "abstract"});
    if (body != nullptr) fields::add_body(characters(*body), is_html(*body), content_, out);
    TextBuilder::Built built = out.take();
    if (built.parts.empty()) return fail(ErrorCode::not_a_report, "an entry without title and text");
    content_.text = std::move(built.text);
    content_.map = std::move(built.map);
    content_.parts = std::move(built.parts);
    return {};
  }

 private:
  // The first field with one of the names, and something in it; earlier names are wanted more.
  [[nodiscard]] const Element* first(std::initializer_list<std::string_view> names) const {
    for (std::string_view name : names) {
      for (const Element* field : fields_) {
        bool empty =
            field->text.utf8.find_first_not_of(" \t\r\n") == std::string::npos && field->children.empty();
        if (!empty && feed::local_name(field->name) == name) return field;
      }
    }
    return nullptr;
  }

  // Elements inside, a type that says so (Atom), or tags among the characters (RSS says nothing).
  static bool is_html(const Element& field) {
    std::string_view type = field.attribute("type");
    if (!field.children.empty() || type == "html" || type == "xhtml" || type == "text/html") return true;
    return type != "text" && type != "text/plain" && fields::holds_html(field.text.utf8);
  }

  // XHTML stands in the feed as it is, all else as characters.
  [[nodiscard]] FieldText characters(const Element& field) const {
    FieldText out;
    if (field.children.empty()) {
      out = field.text;
    } else {
      out.utf8 = decoded_.utf8.substr(field.inside.begin, field.inside.size());
      out.map.add_verbatim(static_cast<std::uint32_t>(out.utf8.size()), field.inside.begin);
    }
    if (!decoded_.map.is_identity()) out.map = out.map.then(decoded_.map);
    return out;
  }

  void read_metadata() {
    read_address();
    read_dates();
    read_people();
    Publication& publication = content_.publication;
    if (auto tag = fields::language_of(entry_.attribute("xml:lang"))) publication.language = tag;
    if (const Element* language = first({"language"})) {
      if (auto tag = fields::language_of(language->text.utf8)) publication.language = tag;
    }
    // An aggregator names here the feed that it took the entry from.
    if (const Element* source = first({"source"})) {
      std::string outlet = fields::value_of(source->text.utf8);
      for (const Element& child : source->children) {
        if (feed::local_name(child.name) == "title") outlet = fields::value_of(child.text.utf8);
      }
      if (!outlet.empty() && !fields::address_of(outlet)) {
        publication.outlet = std::move(outlet);
        because("outlet", *source);
      }
    }
  }

  void read_address() {
    std::optional<std::string>& uri = content_.publication.uri;
    for (const Element* field : fields_) {
      if (feed::local_name(field->name) != "link") continue;
      std::string_view relation = field->attribute("rel");
      if (!relation.empty() && relation != "alternate") continue;
      std::string_view href = field->attribute("href");
      uri = fields::address_of(href.empty() ? std::string_view(field->text.utf8) : href);
      if (uri) return because("uri", *field);
    }
    const Element* id = first({"origLink", "guid", "id"});
    if (id == nullptr || id->attribute("isPermaLink") == "false") return;
    uri = fields::address_of(id->text.utf8);
    if (uri) because("uri", *id);
  }

  void read_dates() {
    Publication& publication = content_.publication;
    auto take = [&](std::optional<DateTime>& value, const char* key,
                    std::initializer_list<std::string_view> names) {
      const Element* field = first(names);
      if (field == nullptr) return;
      value = fields::date_of(field->text.utf8);
      if (value) because(key, *field);
    };
    take(publication.modified, "modified", {"updated", "modified"});
    bool given = publication.published.has_value();
    if (given) return;
    take(publication.published, "published", {"published", "pubDate", "issued", "created", "date"});
    if (publication.published || !publication.modified) return;
    // Atom asks for "updated" alone; without "published" it is the day of the first version.
    publication.published = publication.modified;
    publication.because.push_back({"published", "\"updated\" of an entry that has no \"published\"", {}});
  }

  void read_people() {
    constexpr std::size_t names_max = 50;
    std::vector<std::string> names;
    const Element* told = nullptr;
    for (const Element* field : fields_) {
      std::string_view name = feed::local_name(field->name);
      if (name != "author" && name != "creator") continue;
      std::string_view text = field->text.utf8;
      for (const Element& child : field->children) {
        if (feed::local_name(child.name) == "name") text = child.text.utf8;
      }
      for (std::string& person : fields::names_of(text)) {
        bool known = std::find(names.begin(), names.end(), person) != names.end();
        if (!known && names.size() < names_max) names.push_back(std::move(person));
      }
      told = field;
    }
    if (names.empty()) return;
    content_.publication.byline = std::move(names);
    because("byline", *told);
  }

  void because(const char* key, const Element& field) {
    std::vector<Derivation>& all = content_.publication.because;
    all.erase(std::remove_if(all.begin(), all.end(), [key](const Derivation& d) { return d.value == key; }),
              all.end());
    all.push_back({key, "element \"" + field.name + "\" of the feed's entry", {}});
  }

  const Element& entry_;
  const DecodedText& decoded_;
  DocumentContent& content_;
  std::vector<const Element*> fields_;
};

}  // namespace

Result<DocumentContent> read_feed_entry(RawReport raw, const std::string& forced_charset) {
  auto decoded = to_utf8(raw.bytes, {forced_charset, raw.declared_charset});
  if (!decoded) return fail(decoded);
  auto entry = feed::read_element(decoded->utf8);
  if (!entry) return fail(entry);

  DocumentContent content = begin_content(std::move(raw), decoded->encoding, "");
  if (Done done = EntryReader(*entry, *decoded, content).read(); !done) return fail(done);
  note_encoding(*decoded, content.text, content.notes);
  return content;
}

}  // namespace sitrep
