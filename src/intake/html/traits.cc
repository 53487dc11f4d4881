#include "intake/html/traits.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace sitrep::html {

namespace {

using namespace trait;

struct Named {
  std::string_view word;
  Traits traits;
};

// Words that stand alone in a name. Sorted.
constexpr auto words = std::to_array<Named>({
    {"abstract", summary},
    {"ad", related},
    {"ads", related},
    {"adslot", related},
    {"adunit", related},
    {"alsolike", related},
    {"attribution", caption},
    {"author", byline},
    {"authors", byline},
    {"bio", byline},
    {"breadcrumb", chrome},
    {"breadcrumbs", chrome},
    {"byline", byline},
    {"bylines", byline},
    {"caption", caption},
    {"captions", caption},
    {"carousel", related},
    {"categories", tags},
    {"category", tags},
    {"consent", chrome},
    {"contributor", byline},
    {"cookie", chrome},
    {"cookies", chrome},
    {"copyright", chrome},
    {"credit", caption},
    {"credits", caption},
    {"cta", related},
    {"date", date},
    {"dateline", date},
    {"dek", summary},
    {"dfp", related},
    {"disclaimer", chrome},
    {"disclosure", chrome},
    {"discuss", comments},
    {"donate", social},
    {"donation", social},
    {"excerpt", related},
    {"eyebrow", tags},
    {"factbox", aside},
    {"feedback", comments},
    {"flyout", chrome},
    {"follow", social},
    {"footer", chrome},
    {"footnav", chrome},
    {"gdpr", chrome},
    {"headline", headline},
    {"hidden", unseen},
    {"infobox", aside},
    {"inset", aside},
    {"interstitial", related},
    {"kicker", tags},
    {"legal", chrome},
    {"livefyre", comments},
    {"login", chrome},
    {"masthead", chrome},
    {"menu", chrome},
    {"modal", chrome},
    {"mostread", related},
    {"nav", chrome},
    {"navbar", chrome},
    {"navigation", chrome},
    {"newsletter", social},
    {"nextprev", related},
    {"noprint", unseen},
    {"outbrain", related},
    {"overlay", chrome},
    {"pager", chrome},
    {"pagination", chrome},
    {"paywall", social},
    {"permalink", chrome},
    {"petition", social},
    {"podcast", related},
    {"poll", related},
    {"popular", related},
    {"popup", chrome},
    {"postmeta", date},
    {"prevnext", related},
    {"printonly", unseen},
    {"pubdate", date},
    {"pullquote", pull},
    {"rail", related},
    {"rating", comments},
    {"ratings", comments},
    {"readmore", related},
    {"recent", related},
    {"recirc", related},
    {"recirculation", related},
    {"register", chrome},
    {"reply", comments},
    {"respond", comments},
    {"search", chrome},
    {"share", social},
    {"sharebar", social},
    {"sharedaddy", social},
    {"sharing", social},
    {"sidebar", related},
    {"signup", social},
    {"skip", chrome},
    {"slideshow", related},
    {"social", social},
    {"standfirst", summary},
    {"strapline", summary},
    {"subhead", summary},
    {"subheadline", summary},
    {"subscribe", social},
    {"subscribebox", social},
    {"subscription", social},
    {"taboola", related},
    {"tag", tags},
    {"taglist", tags},
    {"tags", tags},
    {"teaser", related},
    {"teasers", related},
    {"ticker", related},
    {"timestamp", date},
    {"toolbar", chrome},
    {"tools", chrome},
    {"tooltip", chrome},
    {"topics", tags},
    {"trending", related},
    {"upsell", social},
    {"widget", related},
    {"widgets", related},
});

static_assert(std::is_sorted(words.begin(), words.end(),
                             [](const Named& a, const Named& b) { return a.word < b.word; }));

// Beginnings of words that are glued to others as often as not ("relatedlinks").
constexpr auto beginnings = std::to_array<Named>({
    {"advert", related},
    {"comment", comments},
    {"disqus", comments},
    {"newsletter", social},
    {"promo", related},
    {"readmore", related},
    {"recommend", related},
    {"related", related},
    {"socialmedia", social},
    {"sponsor", related},
});

// Two words in a row. Sorted by nothing: there are few.
struct Pair {
  std::string_view first, second;
  Traits traits;
};
constexpr auto pairs = std::to_array<Pair>({
    {"about", "author", byline},   {"also", "like", related},       {"also", "read", related},
    {"call", "out", related},      {"further", "reading", related}, {"more", "from", related},
    {"more", "in", related},       {"more", "on", related},         {"more", "stories", related},
    {"most", "read", related},     {"next", "prev", related},       {"prev", "next", related},
    {"next", "previous", related}, {"previous", "next", related},   {"most", "viewed", related},
    {"off", "screen", unseen},     {"print", "only", unseen},       {"pull", "quote", pull},
    {"read", "also", related},     {"read", "more", related},       {"read", "next", related},
    {"reader", "only", unseen},    {"screen", "reader", unseen},    {"see", "also", related},
    {"sign", "up", social},        {"skip", "link", chrome},        {"sr", "only", unseen},
    {"top", "stories", related},   {"up", "next", related},         {"visually", "hidden", unseen},
});

constexpr auto wholes =
    std::to_array<std::string_view>({"article", "blog", "body", "content", "detail", "entry", "node", "news",
                                     "page", "post", "rich", "single", "story"});
constexpr auto insides = std::to_array<std::string_view>(
    {"body", "bodytext", "content", "contents", "copy", "text", "paragraphs"});
constexpr auto glued = std::to_array<std::string_view>(
    {"articlebody", "articlecontent", "articletext", "bodycopy", "bodytext", "entrycontent", "maincontent",
     "postbody", "postcontent", "storybody", "storycontent", "storytext"});

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Traits of_word(std::string_view word) {
  auto at = std::lower_bound(words.begin(), words.end(), word,
                             [](const Named& named, std::string_view w) { return named.word < w; });
  if (at != words.end() && at->word == word) return at->traits;
  for (const Named& beginning : beginnings) {
    if (word.starts_with(beginning.word)) return beginning.traits;
  }
  return 0;
}

constexpr std::size_t name_bytes_max = 400;
constexpr std::size_t words_max = 48;

// The words of one name, in lower case.
class Words {
 public:
  explicit Words(std::string_view name) {
    name = name.substr(0, name_bytes_max);
    lower_.reserve(name.size());
    std::size_t begin = 0;
    bool last_lower = false;
    for (char c : name) {
      bool upper = c >= 'A' && c <= 'Z';
      bool letter = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letter || (upper && last_lower)) {
        cut(begin);
        begin = lower_.size();
      }
      if (letter) lower_ += upper ? static_cast<char>(c - 'A' + 'a') : c;
      last_lower = letter && !upper;
    }
    cut(begin);
  }
  [[nodiscard]] std::size_t size() const { return count_; }
  std::string_view operator[](std::size_t i) const {
    return std::string_view(lower_).substr(spans_[i].first, spans_[i].second);
  }

 private:
  void cut(std::size_t begin) {
    if (lower_.size() > begin && count_ < words_max) spans_[count_++] = {begin, lower_.size() - begin};
  }
  std::string lower_;
  std::array<std::pair<std::size_t, std::size_t>, words_max> spans_;
  std::size_t count_ = 0;
};

// Words that in longer names speak of something else: "hidden-xs" is seen on large screens, and
// "category-coast" is what an article's own element is called by its subject.
bool says_less(std::string_view word, std::size_t at, std::size_t count) {
  if (count == 1) return false;
  return word == "hidden" || (at == 0 && (word == "category" || word == "tag"));
}

Traits of_name(std::string_view name) {
  Words name_words(name);
  Traits found = 0;
  for (std::size_t i = 0; i < name_words.size(); ++i) {
    std::string_view word = name_words[i];
    if (!says_less(word, i, name_words.size())) found |= of_word(word);
    if (i > 0) {
      for (const Pair& pair : pairs) {
        if (pair.second == word && pair.first == name_words[i - 1]) found |= pair.traits;
      }
    }
    if (i > 0 && holds(wholes, name_words[i - 1]) && holds(insides, word)) found |= body;
    if (holds(glued, word)) found |= body;
  }
  return found;
}

Traits of_names(std::string_view names) {
  Traits found = 0;
  while (!names.empty()) {
    std::size_t end = names.find_first_of(" \t\n");
    if (end != 0) found |= of_name(names.substr(0, end));
    if (end == std::string_view::npos) break;
    names.remove_prefix(end + 1);
  }
  return found;
}

Traits of_tag(Tag tag) {
  switch (tag) {
    case Tag::aside:
      return aside;
    case Tag::nav:
    case Tag::footer:
    case Tag::menu:
      return chrome;
    case Tag::figcaption:
    case Tag::figure:
    case Tag::caption:
      return caption;
    case Tag::h1:
      return headline;
    case Tag::blockquote:
      return quoted;
    case Tag::li:
      return item;
    case Tag::table:
      return table;
    default:
      return 0;
  }
}

Traits of_property(std::string_view property) {
  if (property == "articleBody" || property == "reviewBody") return body;
  if (property == "headline") return headline;
  if (property == "author" || property == "creator") return byline;
  if (property == "caption") return caption;
  if (property == "datePublished" || property == "dateModified") return date;
  if (property == "comment") return comments;
  return 0;
}

}  // namespace

Traits traits_of(const Tree& tree, NodeIndex element) {
  Traits found = of_tag(tree[element].tag);
  if (tree[element].count == 0) return found;
  found |= of_names(tree.attribute(element, Attr::classes));
  found |= of_names(tree.attribute(element, Attr::id));
  found |= of_property(tree.attribute(element, Attr::itemprop));
  std::string_view role = tree.attribute(element, Attr::role);
  if (role == "navigation" || role == "contentinfo" || role == "search" || role == "banner") found |= chrome;
  if (role == "complementary") found |= aside;
  return found;
}

}  // namespace sitrep::html
