#include "intake/html/json_ld.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>

#include "base/limits.h"

namespace sitrep::html {

namespace {

using Json = nlohmann::json;

// nlohmann's parser keeps its own stack, but what comes after (destruction, walks) should stay small.
bool too_deep(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > limits::json_depth_max) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

// Pages wrap JSON-LD in comments and leave line breaks inside its strings.
Json parse(std::string text) {
  if (text.size() > limits::linked_data_bytes_max || too_deep(text)) return Json(Json::value_t::discarded);
  std::size_t begin = text.find_first_of("{[");
  std::size_t end = text.find_last_of("}]");
  if (begin == std::string::npos || end == std::string::npos || end < begin) {
    return Json(Json::value_t::discarded);
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return Json::parse(text.begin() + static_cast<std::ptrdiff_t>(begin),
                     text.begin() + static_cast<std::ptrdiff_t>(end) + 1, nullptr, false, true);
}

std::string text_of(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_array() && !found->empty() && found->front().is_string()) {
    return found->front().get<std::string>();
  }
  return {};
}

bool has_type(const Json& object, bool (*wanted)(std::string_view)) {
  auto found = object.find("@type");
  if (found == object.end()) return false;
  if (found->is_string()) return wanted(found->get_ref<const std::string&>());
  if (!found->is_array()) return false;
  return std::any_of(found->begin(), found->end(), [wanted](const Json& type) {
    return type.is_string() && wanted(type.get_ref<const std::string&>());
  });
}

bool is_article(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type == "Review" ||
         type == "NewsReport";
}
bool is_page(std::string_view type) { return type == "WebPage" || type == "ItemPage"; }
bool is_body(std::string_view type) { return type.ends_with("Organization"); }

std::string name_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return text_of(value, "name");
}

void read_authors(const Json& object, LinkedData& out) {
  for (const char* key : {"author", "creator"}) {
    auto found = object.find(key);
    if (found == object.end()) continue;
    std::vector<const Json*> authors;
    if (found->is_array()) {
      for (const Json& author : *found) authors.push_back(&author);
    } else {
      authors.push_back(&*found);
    }
    for (const Json* author : authors) {
      std::string name = name_of(*author);
      if (name.empty()) continue;
      bool organisation = author->is_object() && has_type(*author, is_body);
      (organisation ? out.bodies : out.people).push_back(std::move(name));
    }
    if (!out.people.empty() || !out.bodies.empty()) return;
  }
}

// Fills what is not known yet.
void read_object(const Json& object, LinkedData& out) {
  auto fill = [&object](std::string& value, const char* key) {
    if (value.empty()) value = text_of(object, key);
  };
  fill(out.headline, "headline");
  fill(out.headline, "name");
  fill(out.published, "datePublished");
  fill(out.published, "dateCreated");
  fill(out.modified, "dateModified");
  fill(out.language, "inLanguage");
  fill(out.url, "url");
  if (auto main = object.find("mainEntityOfPage"); out.url.empty() && main != object.end()) {
    out.url = main->is_string() ? main->get<std::string>() : text_of(*main, "@id");
  }
  if (auto publisher = object.find("publisher"); out.publisher.empty() && publisher != object.end()) {
    out.publisher = name_of(*publisher);
  }
  if (out.people.empty() && out.bodies.empty()) read_authors(object, out);
}

}  // namespace

std::optional<LinkedData> read_linked_data(const std::vector<std::string>& scripts) {
  std::vector<Json> roots;
  for (const std::string& script : scripts) {
    Json root = parse(script);
    if (!root.is_discarded()) roots.push_back(std::move(root));
  }
  // Objects in the order of the page: those of lists and graphs, and what a page says it is about.
  const Json* article = nullptr;
  const Json* page = nullptr;
  std::vector<const Json*> waiting;
  for (std::size_t i = roots.size(); i-- > 0;) waiting.push_back(&roots[i]);
  while (!waiting.empty() && article == nullptr) {
    const Json* json = waiting.back();
    waiting.pop_back();
    if (json->is_array()) {
      for (std::size_t i = json->size(); i-- > 0;) waiting.push_back(&(*json)[i]);
    } else if (json->is_object()) {
      if (has_type(*json, is_article)) article = json;
      if (page == nullptr && has_type(*json, is_page)) page = json;
      for (const char* key : {"mainEntity", "@graph"}) {
        if (auto inner = json->find(key); inner != json->end()) waiting.push_back(&*inner);
      }
    }
  }
  if (article == nullptr && page == nullptr) return std::nullopt;
  LinkedData out;
  if (article != nullptr) read_object(*article, out);
  if (page != nullptr && article != nullptr) {
    if (out.published.empty()) out.published = text_of(*page, "datePublished");
    if (out.language.empty()) out.language = text_of(*page, "inLanguage");
  } else if (page != nullptr) {
    read_object(*page, out);
  }
  return out;
}

}  // namespace sitrep::html
