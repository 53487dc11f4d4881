#include "intake/html/front.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "intake/html/phrases.h"
#include "text/utf8.h"

namespace sitrep::html {

namespace {

constexpr std::size_t headline_words_max = 45;
constexpr std::size_t byline_words_max = 25;
constexpr std::size_t subheadline_words_max = 70;

// Letters and digits alone, lower-cased: headlines are set with other quotes and dashes in a page's
// head than in its body.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = decode_utf8(text, at);
    if (is_letter(c.value) || is_digit(c.value)) out += text.substr(at, c.bytes);
    at += c.bytes;
  }
  return lower(out);
}

bool is_text(const std::optional<PartKind>& kind) {
  return kind == PartKind::body || kind == PartKind::quote || kind == PartKind::crosshead;
}

class Marker {
 public:
  Marker(const Tree& tree, const Blocks& blocks, const Metadata& metadata, Article& article)
      : tree_(tree), blocks_(blocks), metadata_(metadata), kinds_(article.kinds), article_(article) {}

  Front mark() {
    Front front{no_block, no_block};
    auto first = std::find_if(kinds_.begin(), kinds_.end(), is_text);
    if (first == kinds_.end()) return front;
    body_ = static_cast<std::size_t>(first - kinds_.begin());
    auto last = std::find_if(kinds_.rbegin(), kinds_.rend(), is_text);
    end_ = kinds_.size() - static_cast<std::size_t>(last - kinds_.rbegin());
    front.headline = find_headline();
    if (front.headline != no_block) {
      kinds_[front.headline] = PartKind::headline;
      mark_subheadline(front.headline);
    }
    front.byline = find_byline(front.headline);
    if (front.byline != no_block) kinds_[front.byline] = PartKind::byline;
    return front;
  }

 private:
  [[nodiscard]] const Block& block(std::size_t i) const { return blocks_.blocks[i]; }
  [[nodiscard]] std::string_view view(std::size_t i) const { return blocks_.view(block(i)); }

  // The last block before the text, or in its first lines, that the page's head calls its headline;
  // without one the last <h1>.
  std::size_t find_headline() const {
    std::vector<std::string> told;
    for (const Metadata::Headline& headline : metadata_.headlines) told.push_back(bare(headline.text));
    std::size_t best = no_block;
    int best_score = 0;
    std::size_t stop = std::min(body_ + 3, kinds_.size());
    for (std::size_t i = 0; i < stop; ++i) {
      if (block(i).words > headline_words_max || block(i).words == 0) continue;
      Tag tag = tree_[block(i).element].tag;
      int score = tag == Tag::h1 ? 2 : 0;
      if (tag >= Tag::h1 && tag <= Tag::h3) ++score;
      if (tag != Tag::h1 && (article_.traits[block(i).element] & trait::headline) != 0) ++score;
      if (score > 0 || block(i).words >= 3) {
        std::string text = bare(view(i));
        for (const std::string& headline : told) {
          if (text == headline) {
            score += 4;
            break;
          }
          if (text.size() >= 12 && (headline.starts_with(text) || text.starts_with(headline))) {
            score += 3;
            break;
          }
        }
      }
      // Breadcrumbs repeat the headline; a text block does only by chance.
      if ((article_.traits[block(i).element] & (trait::chrome | trait::related)) != 0) score -= 2;
      if (is_text(kinds_[i]) && tag != Tag::h1 && tag != Tag::h2) continue;
      // Behind the first lines of text only what the head names is a headline.
      bool named = score >= 6 && block(i).first < tree_[article_.element].end;
      if (i > body_ && !named) continue;
      if (score >= 3 && score >= best_score) {
        best = i;
        best_score = score;
      }
    }
    // A bold line above the text.
    if (best == no_block && kinds_[body_] == PartKind::crosshead) return body_;
    return best;
  }

  void mark_subheadline(std::size_t headline) {
    for (std::size_t i = headline + 1; i < body_; ++i) {
      if (kinds_[i] || block(i).words > subheadline_words_max || block(i).words < 4) continue;
      if (block(i).link_words * 2 > block(i).words) continue;
      Tag tag = tree_[block(i).element].tag;
      bool named = (article_.traits[block(i).element] & trait::summary) != 0;
      if (!named && !(tag == Tag::h2 && i <= headline + 2)) continue;
      kinds_[i] = PartKind::subheadline;
      return;
    }
  }

  // A short block between the headline and the end that names an author or opens with "By".
  std::size_t find_byline(std::size_t headline) const {
    std::size_t begin = headline == no_block ? (body_ > 6 ? body_ - 6 : 0) : headline + 1;
    for (std::size_t i = begin; i < std::min(end_ + 2, kinds_.size()); ++i) {
      if (kinds_[i] || block(i).words > byline_words_max) continue;
      std::string_view text = view(i);
      bool marked = (article_.traits[block(i).element] & trait::byline) != 0;
      for (const std::string& name : metadata_.publication.byline) {
        std::size_t at = name.size() >= 5 ? text.find(name) : std::string_view::npos;
        if (at == std::string_view::npos) continue;
        std::string_view before = text.substr(0, at);
        if (marked || at == 0 || before.ends_with("By ") || before.ends_with("by ") ||
            before.ends_with(": ")) {
          return i;
        }
      }
      bool by = text.starts_with("By ") || text.starts_with("BY ");
      if (by && block(i).words >= 2 && i < body_) return i;
    }
    return no_block;
  }

  const Tree& tree_;
  const Blocks& blocks_;
  const Metadata& metadata_;
  std::vector<std::optional<PartKind>>& kinds_;
  const Article& article_;
  std::size_t body_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

std::vector<Span> people_of_byline(std::string_view byline) {
  std::vector<Span> people;
  byline = byline.substr(0, byline.find('\n'));
  std::size_t at = 0;
  for (std::string_view by : {"By ", "BY ", "by "}) {
    if (byline.starts_with(by)) at = by.size();
  }
  if (at == 0) return people;
  // Words of a name are capitalised and hold no digit; a name ends where one is not, or at a comma.
  std::size_t begin = at;
  std::size_t end = at;
  int words = 0;
  auto finish = [&](std::size_t next) {
    if (words >= 2 && words <= 5) people.push_back(make_span(begin, end));
    words = 0;
    begin = end = next;
  };
  while (at < byline.size()) {
    std::size_t stop = std::min(byline.find(' ', at), byline.size());
    std::string_view word = byline.substr(at, stop - at);
    std::size_t next = std::min(stop + 1, byline.size());
    if (word == "and" || word == "&") {
      finish(next);
    } else if (word.empty() || !is_upper(decode_utf8(word, 0).value) || is_calendar_word(word) ||
               std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      break;
    } else {
      bool last = word.ends_with(',');
      end = stop - (last ? 1 : 0);
      ++words;
      // After a comma stands another name, or the house: only "and" tells which.
      if (last && byline.substr(next).find(" and ") == std::string_view::npos) break;
      if (last) finish(next);
    }
    at = next;
  }
  finish(byline.size());
  return people;
}

Front mark_front_matter(const Tree& tree, const Blocks& blocks, const Metadata& metadata, Article& article) {
  return Marker(tree, blocks, metadata, article).mark();
}

}  // namespace sitrep::html
