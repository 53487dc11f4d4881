#include "intake/html/metadata.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "intake/html/json_ld.h"
#include "text/utf8.h"

namespace sitrep::html {

namespace {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

std::optional<DateTime> believable(std::string_view text) {
  std::optional<DateTime> date = DateTime::parse(text);
  if (!date || date->date.year() < 1900 || date->date.days() == 0) return std::nullopt;
  return date;
}

// "By Ida Holm and Ola Berg" -> the two; addresses and the like are no names.
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  std::string value = clean_value(text);
  std::string_view rest = value;
  for (std::string_view opening : {"By ", "by ", "BY "}) {
    if (rest.starts_with(opening)) rest.remove_prefix(opening.size());
  }
  if (rest.find("://") != std::string_view::npos || rest.find('@') != std::string_view::npos) return names;
  while (!rest.empty()) {
    std::size_t end = rest.size();
    std::size_t next = rest.size();
    for (std::string_view joint : {", ", " and ", " & ", "; "}) {
      if (std::size_t at = rest.find(joint); at < end) {
        end = at;
        next = at + joint.size();
      }
    }
    std::string_view name = rest.substr(0, end);
    if (name.starts_with("and ")) name.remove_prefix(4);
    if (!name.empty() && name.size() < 80) names.emplace_back(name);
    rest.remove_prefix(next);
  }
  return names;
}

// Agencies that systems of publishing enter where a person's name belongs.
bool is_agency(std::string_view name) {
  static constexpr std::string_view agencies[] = {"AFP",
                                                  "AP",
                                                  "ANI",
                                                  "Agence France-Presse",
                                                  "Anadolu Agency",
                                                  "Associated Press",
                                                  "DPA",
                                                  "EFE",
                                                  "IANS",
                                                  "Interfax",
                                                  "Kyodo News",
                                                  "PTI",
                                                  "Press Association",
                                                  "Press Trust of India",
                                                  "Reuters",
                                                  "TASS",
                                                  "The Associated Press",
                                                  "UPI",
                                                  "Xinhua",
                                                  "dpa"};
  return std::find(std::begin(agencies), std::end(agencies), name) != std::end(agencies);
}

class Reader {
 public:
  explicit Reader(const Tree& tree) : tree_(tree) {}

  Metadata read() {
    collect();
    std::optional<LinkedData> linked = read_linked_data(scripts_);
    LinkedData none;
    const LinkedData& ld = linked ? *linked : none;
    read_address(ld);
    read_outlet(ld);
    read_dates(ld);
    read_authors(ld);
    read_language(ld);
    read_headlines(ld);
    return std::move(out_);
  }

 private:
  void because(const char* value, std::string rule) {
    out_.publication.because.push_back({value, std::move(rule), {}});
  }

  // One pass over the page for all that the rules below ask for.
  void collect() {
    for (NodeIndex i = 0; i < tree_.nodes().size(); ++i) {
      const Node& node = tree_[i];
      switch (node.tag) {
        case Tag::meta:
          collect_meta(i);
          break;
        case Tag::link:
          if (canonical_.empty() && tree_.attribute(i, Attr::rel) == "canonical") {
            canonical_ = tree_.attribute(i, Attr::href);
          }
          break;
        case Tag::script:
          if (tree_.attribute(i, Attr::type) == "application/ld+json") scripts_.push_back(tree_.text_of(i));
          break;
        case Tag::title:
          if (title_.empty()) title_ = tree_.text_of(i);
          break;
        case Tag::html:
          if (i == 0) language_ = tree_.attribute(i, Attr::lang);
          break;
        case Tag::time:
          if (time_.empty()) time_ = tree_.attribute(i, Attr::datetime);
          break;
        default:
          break;
      }
      if (node.count > 0 && node.tag != Tag::text) collect_property(i);
    }
  }

  void collect_meta(NodeIndex i) {
    std::string_view content = tree_.attribute(i, Attr::content);
    if (content.empty()) return;
    for (Attr attr : {Attr::property, Attr::name, Attr::itemprop}) {
      std::string_view key = tree_.attribute(i, attr);
      if (!key.empty() && key.size() < 64) meta_.emplace(lower_ascii(key), content);
    }
  }

  void collect_property(NodeIndex i) {
    std::string_view property = tree_.attribute(i, Attr::itemprop);
    if (property != "datePublished" && property != "dateModified") return;
    std::string& value = property == "datePublished" ? marked_published_ : marked_modified_;
    if (!value.empty()) return;
    for (Attr attr : {Attr::datetime, Attr::content}) {
      if (value.empty()) value = tree_.attribute(i, attr);
    }
    if (value.empty()) value = tree_.text_of(i);
  }

  [[nodiscard]] std::string_view meta(const std::string& key) const {
    auto found = meta_.find(key);
    return found == meta_.end() ? std::string_view() : found->second;
  }

  void read_address(const LinkedData& ld) {
    const std::pair<std::string_view, const char*> told[] = {
        {canonical_, "canonical link"}, {meta("og:url"), "OpenGraph"}, {ld.url, "JSON-LD"}};
    for (const auto& [value, rule] : told) {
      std::string address = clean_value(value);
      if (!is_address(address)) continue;
      out_.publication.uri = std::move(address);
      because("uri", rule);
      return;
    }
  }

  void read_outlet(const LinkedData& ld) {
    const std::pair<std::string_view, const char*> told[] = {{ld.publisher, "JSON-LD publisher"},
                                                             {meta("og:site_name"), "OpenGraph site name"},
                                                             {meta("dc.publisher"), "<meta dc.publisher>"},
                                                             {meta("application-name"), "application name"}};
    for (const auto& [value, rule] : told) {
      std::string outlet = clean_value(value);
      if (outlet.empty() || is_address(outlet)) continue;
      out_.publication.outlet = std::move(outlet);
      because("outlet", rule);
      return;
    }
  }

  bool take_date(std::optional<DateTime>& value, const char* key, std::string_view text, std::string rule) {
    if (value || text.empty()) return false;
    std::optional<DateTime> date = believable(clean_value(text));
    if (!date) return false;
    value = date;
    because(key, std::move(rule));
    return true;
  }

  void read_dates(const LinkedData& ld) {
    std::optional<DateTime>& published = out_.publication.published;
    std::optional<DateTime>& modified = out_.publication.modified;
    take_date(published, "published", ld.published, "JSON-LD datePublished");
    for (const char* key :
         {"article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate",
          "publish-date", "publish_date", "published_time", "parsely-pub-date", "sailthru.date",
          "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "article.published", "date"}) {
      take_date(published, "published", meta(key), "<meta " + std::string(key) + ">");
    }
    take_date(published, "published", marked_published_, "element marked datePublished");
    take_date(published, "published", time_, "first <time>");
    if (!published && out_.publication.uri) {
      if (std::optional<Date> date = date_of_address(*out_.publication.uri)) {
        published = DateTime{*date, std::nullopt, std::nullopt};
        because("published", "day in the address");
      }
    }
    take_date(modified, "modified", ld.modified, "JSON-LD dateModified");
    for (const char* key : {"article:modified_time", "og:updated_time", "datemodified", "lastmod",
                            "last-modified", "dcterms.modified", "dc.date.modified", "article.updated"}) {
      take_date(modified, "modified", meta(key), "<meta " + std::string(key) + ">");
    }
    take_date(modified, "modified", marked_modified_, "element marked dateModified");
  }

  // People are the byline; agencies and other organisations are credited.
  void read_authors(const LinkedData& ld) {
    for (const std::string& name : ld.people) add_authors(name, false);
    for (const std::string& name : ld.bodies) add_authors(name, true);
    const Publication& told = out_.publication;
    if (!told.byline.empty()) because("byline", "JSON-LD author");
    if (!told.credit.empty()) because("credit", "JSON-LD author that is an organisation");
    for (const char* key : {"author", "byl", "article:author", "parsely-author", "sailthru.author",
                            "dc.creator", "dcterms.creator"}) {
      if (!told.byline.empty() || !told.credit.empty()) return;
      add_authors(meta(key), false);
      if (!told.byline.empty()) because("byline", "<meta " + std::string(key) + ">");
      if (!told.credit.empty()) because("credit", "agency in <meta " + std::string(key) + ">");
    }
  }

  void add_authors(std::string_view text, bool organisation) {
    std::vector<std::string> names = names_in(text);
    if (organisation) names = {clean_value(text)};
    for (std::string& name : names) {
      // Names of accounts, and the outlet's own, say nothing.
      if (name.empty() || is_address(name) || name == out_.publication.outlet.value_or("") ||
          lower_ascii(name) == "admin") {
        continue;
      }
      std::vector<std::string>& to =
          organisation || is_agency(name) ? out_.publication.credit : out_.publication.byline;
      if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(std::move(name));
    }
  }

  void read_language(const LinkedData& ld) {
    const std::pair<std::string_view, const char*> told[] = {{language_, "<html lang>"},
                                                             {ld.language, "JSON-LD inLanguage"},
                                                             {meta("dc.language"), "<meta dc.language>"},
                                                             {meta("og:locale"), "OpenGraph locale"}};
    for (const auto& [value, rule] : told) {
      std::string language = clean_value(value);
      std::replace(language.begin(), language.end(), '_', '-');
      bool plausible =
          language.size() >= 2 && language.size() <= 35 &&
          std::all_of(language.begin(), language.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
          });
      if (!plausible) continue;
      out_.publication.language = std::move(language);
      because("language", rule);
      return;
    }
  }

  void read_headlines(const LinkedData& ld) {
    auto add = [this](std::string_view text, const char* rule) {
      std::string value = clean_value(text);
      if (!value.empty()) out_.headlines.push_back({std::move(value), rule});
    };
    add(ld.headline, "JSON-LD headline");
    add(meta("og:title"), "OpenGraph title");
    add(meta("twitter:title"), "<meta twitter:title>");
    add(title_, "<title>");
  }

  const Tree& tree_;
  Metadata out_;
  std::map<std::string, std::string_view> meta_;  // the first of each key
  std::vector<std::string> scripts_;
  std::string_view canonical_;
  std::string_view language_;
  std::string_view time_;
  std::string title_;
  std::string marked_published_;
  std::string marked_modified_;
};

}  // namespace

Metadata read_metadata(const Tree& tree) { return Reader(tree).read(); }

std::string clean_value(std::string_view value) {
  if (value.size() > limits::metadata_value_bytes_max) return {};
  std::string resolved;
  if (value.find('&') != std::string_view::npos) {
    std::string text_only(value);
    std::replace(text_only.begin(), text_only.end(), '<', ' ');
    resolved = Tree(text_only).text_of(0);
    value = resolved;
  }
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < value.size();) {
    CodePoint c = decode_utf8(value, at);
    at += c.bytes;
    if (is_space(c.value) || c.value < ' ' || c.value == 0x7F) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    append_utf8(out, c.value);
  }
  return out;
}

std::optional<Date> date_of_address(std::string_view address) {
  for (std::size_t at = 0; at + 11 < address.size(); ++at) {
    std::string_view piece = address.substr(at, 12);
    if (piece[0] != '/' || (piece[5] != '/' && piece[5] != '-') || piece[8] != piece[5]) continue;
    if (piece[11] != '/' && piece[11] != '-') continue;
    std::string iso(piece.substr(1, 10));
    iso[4] = iso[7] = '-';
    std::optional<Date> date = Date::parse(iso);
    if (date && date->year() > 1990) return date;
  }
  return std::nullopt;
}

}  // namespace sitrep::html
