#include "intake/plain/credits.h"

#include <algorithm>
#include <array>
#include <string>

#include "intake/plain/names.h"
#include "intake/plain/scan.h"
#include "text/utf8.h"

namespace sitrep::plain {

namespace {

// News and picture agencies, as credits write them. Origin: general knowledge. Sorted. Names of one
// word in capitals must be written so ("AP", not "ap" or "Ap"); the others in any case.
constexpr auto agencies = std::to_array<std::string_view>({
    "AAP",
    "ACAN-EFE",
    "AFP",
    "AGI",
    "ANADOLU",
    "ANADOLU AGENCY",
    "ANI",
    "ANSA",
    "AP",
    "APA",
    "APTN",
    "ASSOCIATED PRESS",
    "AZERTAC",
    "BELGA",
    "BELTA",
    "BERNAMA",
    "BLOOMBERG",
    "BLOOMBERG NEWS",
    "BNO NEWS",
    "CANADIAN PRESS",
    "CATERS",
    "CORBIS",
    "DHA",
    "DPA",
    "DPA PICTURE ALLIANCE",
    "EFE",
    "EPA",
    "EPA-EFE",
    "EUROPEAN PRESSPHOTO AGENCY",
    "GETTY",
    "GETTY IMAGES",
    "IANS",
    "IHA",
    "ILNA",
    "IMAGO",
    "INTERFAX",
    "INTERFAX-UKRAINE",
    "IRNA",
    "ISNA",
    "ITAR-TASS",
    "JIJI",
    "JIJI PRESS",
    "KCNA",
    "KUNA",
    "KYODO",
    "KYODO NEWS",
    "LUSA",
    "MENA",
    "MTI",
    "NURPHOTO",
    "PA",
    "PA MEDIA",
    "PA WIRE",
    "PAP",
    "PICTURE ALLIANCE",
    "PRESS ASSOCIATION",
    "PRESS TRUST OF INDIA",
    "PRNEWSWIRE",
    "PTI",
    "REUTERS",
    "REUTERS PHOTO",
    "RIA",
    "RIA NOVOSTI",
    "RITZAU",
    "SANA",
    "SHUTTERSTOCK",
    "SIPA",
    "SIPA USA",
    "SPA",
    "SPUTNIK",
    "TASS",
    "THE ASSOCIATED PRESS",
    "THE CANADIAN PRESS",
    "UKRINFORM",
    "UNI",
    "UNIAN",
    "UNITED PRESS INTERNATIONAL",
    "UPI",
    "WAFA",
    "WAM",
    "XINHUA",
    "XINHUA NEWS AGENCY",
    "YONHAP",
    "YONHAP NEWS AGENCY",
    "ZUMA",
    "ZUMA PRESS",
});
static_assert(std::is_sorted(agencies.begin(), agencies.end()));
constexpr std::size_t agency_words_max = 4;

// Last words of agencies' and outlets' names. Origin: general knowledge.
constexpr auto agency_nouns = std::to_array<std::string_view>({
    "agencies",  "agency",     "broadcasting", "images",   "media", "news",  "newspapers",
    "newsroom",  "newswire",   "photos",       "pictures", "post",  "press", "radio",
    "telegraph", "television", "times",        "tv",       "wire",
});
static_assert(std::is_sorted(agency_nouns.begin(), agency_nouns.end()));

// What introduces names. Origin: general knowledge. Those of a picture first.
constexpr auto photo_labels = std::to_array<std::string_view>({
    "ap photo/",      "ap photo:",         "courtesy:",       "courtesy of",   "credit:",
    "file photo by",  "file photo:",       "foto:",           "image by",      "image credit:",
    "image credits:", "image source:",     "image:",          "images by",     "images:",
    "photo by",       "photo courtesy of", "photo courtesy:", "photo credit:", "photo provided by",
    "photo source:",  "photo via",         "photo:",          "photograph by", "photograph:",
    "photographs by", "photos by",         "photos:",         "picture by",    "picture credit:",
    "picture:",       "pictures:",         "reuters/",        "video:",
});
constexpr auto report_labels = std::to_array<std::string_view>({
    "agencies:",
    "agency:",
    "from:",
    "origin:",
    "source:",
    "sources:",
    "via:",
});
constexpr auto reporting_labels = std::to_array<std::string_view>({
    "additional reporting by",
    "compiled by",
    "edited by",
    "editing by",
    "reporting and writing by",
    "reporting by",
    "translated by",
    "translation by",
    "with reporting by",
    "writing and editing by",
    "writing by",
});

constexpr auto picture_words = std::to_array<std::string_view>({
    "file image",    "file photo",  "file picture", "file pic",      "handout",    "illustration",
    "image",         "image from",  "image of",     "in this photo", "photo",      "photo from",
    "photo of",      "photo shows", "photograph",   "photograph of", "picture",    "picture of",
    "picture shows", "screengrab",  "screenshot",   "still from",    "this photo", "video still",
});

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

template <class List>
std::size_t label_of(const List& labels, std::string_view text) {
  std::size_t longest = 0;
  for (std::string_view label : labels) {
    if (label.size() > longest && starts_with_words(text, label)) longest = label.size();
  }
  return longest;
}

// "/", "via", "and", "&", "," between names; the offset behind it and the spaces after, or nothing.
// `joins` tells the kinds that bind an unknown name to a known one ("via" and "/").
struct Joint {
  std::size_t end;
  bool binds;
};
std::optional<Joint> joint_at(std::string_view text, std::size_t at) {
  std::size_t begin = skip_spaces(text, at);
  if (begin >= text.size()) return std::nullopt;
  if (text[begin] == '/') return Joint{skip_spaces(text, begin + 1), true};
  if (text[begin] == '&' || text[begin] == ',') return Joint{skip_spaces(text, begin + 1), false};
  if (begin == at) return std::nullopt;
  auto word = word_at(text, begin);
  if (!word) return std::nullopt;
  std::string small = lower(word->text);
  if (small == "via" || small == "through") return Joint{skip_spaces(text, word->span.end), true};
  if (small == "and" || small == "with") return Joint{skip_spaces(text, word->span.end), false};
  return std::nullopt;
}

// Cuts "A / B via C, D" at its joints; every piece must look like a name.
bool split_names(std::string_view text, std::size_t from, std::vector<Span>& names) {
  std::size_t begin = skip_spaces(text, from);
  std::size_t at = begin;
  while (at < text.size()) {
    auto joint = joint_at(text, at);
    if (joint && at > begin) {
      names.push_back(trim(text, make_span(begin, at)));
      begin = at = joint->end;
      continue;
    }
    auto word = word_at(text, at);
    at = word ? word->span.end : at + decode_utf8(text, at).bytes;
  }
  Span last = trim(text, make_span(begin, text.size()));
  while (!last.empty() && (text[last.end - 1] == '.' || text[last.end - 1] == ';')) --last.end;
  if (!last.empty()) names.push_back(last);
  return !names.empty() && std::all_of(names.begin(), names.end(), [&](Span name) {
    return is_name_like(text.substr(name.begin, name.size()));
  });
}

}  // namespace

std::optional<Span> agency_at(std::string_view text, std::size_t at) {
  std::array<std::size_t, agency_words_max> ends{};
  std::size_t count = 0;
  std::string key;
  std::array<std::size_t, agency_words_max> key_sizes{};
  std::size_t begin = at;
  bool written_caps = false;
  while (count < agency_words_max) {
    auto word = word_at(text, begin);
    if (!word || (count == 0 && !word->capital && word->text != "dpa")) break;
    if (count == 0) written_caps = word->all_caps || word->text == "dpa" || word->text == "Tass";
    if (count > 0) key += ' ';
    key += upper(word->text);
    ends[count] = word->span.end;
    key_sizes[count] = key.size();
    ++count;
    if (word->span.end >= text.size() || text[word->span.end] != ' ') break;
    begin = word->span.end + 1;
  }
  for (std::size_t n = count; n > 0; --n) {
    std::string_view name = std::string_view(key).substr(0, key_sizes[n - 1]);
    if (!std::binary_search(agencies.begin(), agencies.end(), name)) continue;
    if (n == 1 && name.size() <= 4 && name != "SIPA" && name != "ZUMA" && !written_caps) continue;
    return make_span(at, ends[n - 1]);
  }
  return std::nullopt;
}

bool looks_like_agency(std::string_view name) {
  auto agency = agency_at(name, 0);
  if (agency && agency->end == name.size()) return true;
  auto words = words_of(name, 6);
  if (words.empty() || words.size() > 5 || !words.front().capital) return false;
  std::string last = lower(words.back().text);
  if (words.size() == 1) {
    return last.size() > 5 && (last.ends_with("wire") || last.ends_with("press") || last.ends_with("news"));
  }
  return is_name_like(name) &&
         (std::binary_search(agency_nouns.begin(), agency_nouns.end(), last) || last.ends_with("wire"));
}

namespace {

// The longest run of words from `at` on, up to five, that is an agency by its form: "Coast News
// Agency" of "Coast News Agency Drones hit ...".
std::optional<Span> formed_agency_at(std::string_view text, std::size_t at) {
  constexpr int words_max = 5;
  std::optional<Span> longest;
  std::size_t begin = at;
  for (int count = 0; count < words_max; ++count) {
    auto word = word_at(text, begin);
    if (!word || !word->capital) break;
    Span name = make_span(at, word->span.end);
    if (looks_like_agency(text.substr(name.begin, name.size()))) longest = name;
    begin = word->span.end + 1;
    if (word->span.end >= text.size() || text[word->span.end] != ' ') break;
  }
  return longest;
}

}  // namespace

std::optional<Credit> agency_chain_at(std::string_view text, std::size_t at) {
  Credit credit;
  std::size_t end = at;
  if (auto first = agency_at(text, at)) {
    credit.names.push_back(*first);
    end = first->end;
  } else {
    // An unknown name, if "via" or "/" and a known agency follow within four words.
    std::size_t begin = at;
    for (int count = 0; count < 4; ++count) {
      auto word = word_at(text, begin);
      if (!word || !word->capital) return std::nullopt;
      end = word->span.end;
      auto joint = joint_at(text, end);
      if (joint && joint->binds && (agency_at(text, joint->end) || formed_agency_at(text, joint->end))) break;
      begin = skip_spaces(text, end);
      if (begin == end || count == 3) return std::nullopt;
    }
    credit.names.push_back(make_span(at, end));
  }
  while (auto joint = joint_at(text, end)) {
    auto next = agency_at(text, joint->end);
    if (!next && joint->binds) next = formed_agency_at(text, joint->end);
    if (!next) break;
    credit.names.push_back(*next);
    end = next->end;
  }
  credit.span = make_span(at, end);
  return credit;
}

std::optional<Credit> labelled_credit(std::string_view text) {
  Credit credit;
  credit.labelled = true;
  credit.span = make_span(0, text.size());
  if (label_of(reporting_labels, text) > 0) {
    // "Reporting by A and B; Additional reporting by C; Editing by D"
    std::size_t begin = 0;
    while (begin < text.size()) {
      std::size_t end = std::min(text.find(';', begin), text.size());
      Span piece = trim(text, make_span(begin, end));
      std::string_view view = text.substr(piece.begin, piece.size());
      std::size_t label = label_of(reporting_labels, view);
      if (label == 0) return std::nullopt;
      bool wrote = starts_with_words(view, "reporting") || starts_with_words(view, "writing") ||
                   starts_with_words(view, "additional reporting") ||
                   starts_with_words(view, "with reporting");
      if (wrote) {
        for (Person person : people_in(view.substr(label))) {
          person.span.begin += static_cast<std::uint32_t>(piece.begin + label);
          person.span.end += static_cast<std::uint32_t>(piece.begin + label);
          credit.people.push_back(person.span);
        }
      }
      begin = end + 1;
    }
    return credit;
  }
  std::size_t label = label_of(photo_labels, text);
  credit.photo = label > 0;
  if (label == 0) label = label_of(report_labels, text);
  if (label == 0) return std::nullopt;
  std::size_t names_from = label;
  // In "REUTERS/Ida Holm" and "AP Photo/Ida Holm" the label names the agency.
  if (starts_with_words(text, "reuters/")) credit.names.push_back(make_span(0, 7));
  if (starts_with_words(text, "ap photo")) credit.names.push_back(make_span(0, 2));
  if (!split_names(text, names_from, credit.names)) return std::nullopt;
  return credit;
}

namespace {

// "Ida Holm photo", "Coast News Photos", "Northwire file image".
std::optional<Credit> name_before_photo(std::string_view text) {
  auto words = words_of(text, 8);
  if (words.size() < 2 || words.size() > 6 || words.back().span.end != text.size()) return std::nullopt;
  std::string last = lower(words.back().text);
  if (last != "photo" && last != "photos" && last != "image" && last != "images" && last != "photography") {
    return std::nullopt;
  }
  std::size_t count = words.size() - 1;
  if (lower(words[count - 1].text) == "file") --count;
  if (count == 0) return std::nullopt;
  Span name = make_span(words.front().span.begin, words[count - 1].span.end);
  if (name.begin != 0 || !is_name_like(text.substr(0, name.end))) return std::nullopt;
  Credit credit;
  credit.photo = true;
  credit.names.push_back(name);
  return credit;
}

}  // namespace

std::optional<Credit> whole_credit(std::string_view text) {
  Span inner = trim(text, make_span(0, text.size()));
  if (inner.size() < 2 || inner.size() > 300) return std::nullopt;
  char open = text[inner.begin];
  char close = text[inner.end - 1];
  bool bracketed = (open == '(' && close == ')') || (open == '[' && close == ']');
  if (bracketed) inner = trim(text, make_span(inner.begin + 1, inner.end - 1));
  std::string_view view = text.substr(inner.begin, inner.size());
  std::optional<Credit> credit = labelled_credit(view);
  if (!credit) {
    credit = agency_chain_at(view, 0);
    std::size_t end = credit ? credit->span.end : 0;
    if (credit && end < view.size() && view[end] == '.') ++end;
    // "Getty Images/Ida Holm", "Reuters photo"
    if (credit && end < view.size() && view[end] == '/' && is_name_like(view.substr(end + 1))) {
      credit->names.push_back(trim(view, make_span(end + 1, view.size())));
      end = view.size();
    } else if (credit && starts_with_words(trimmed(view.substr(end)), "photo")) {
      credit->photo = true;
      end = view.size();
    }
    if (credit && end != view.size()) credit.reset();
  }
  if (!credit) credit = name_before_photo(view);
  if (!credit && looks_like_agency(view)) {
    credit = Credit{};
    credit->names.push_back(make_span(0, view.size()));
  }
  if (!credit) return std::nullopt;
  auto shift = static_cast<std::uint32_t>(inner.begin);
  for (std::vector<Span>* spans : {&credit->names, &credit->people}) {
    for (Span& span : *spans) span = {span.begin + shift, span.end + shift};
  }
  credit->span = trim(text, make_span(0, text.size()));
  return credit;
}

bool speaks_of_picture(std::string_view text) { return label_of(picture_words, text) > 0; }

}  // namespace sitrep::plain
