#include "intake/html/article.h"

#include <algorithm>
#include <cstddef>

#include "intake/html/phrases.h"

namespace sitrep::html {

namespace {

// Names that are believed of all but the whole page, and those that wrappers of a text bear as well.
constexpr Traits firm = trait::comments | trait::chrome;
constexpr Traits loose = ((trait::outside | trait::aside | trait::caption | trait::summary) & ~firm);

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

bool holds_no_paragraphs(Tag tag) {
  return !starts_line(tag) || tag == Tag::p || tag == Tag::li || is_heading(tag);
}

bool ends_sentence(std::string_view text) {
  static constexpr std::string_view closing = "\"')]";
  for (int i = 0; i < 3 && !text.empty(); ++i) {
    if (closing.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.ends_with("”") || text.ends_with("’") || text.ends_with("»")) {
      text.remove_suffix(text.ends_with("»") ? 2 : 3);
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
         text.ends_with("…") || text.ends_with("。") || text.ends_with("؟") || text.ends_with("।");
}

class Finder {
 public:
  Finder(const Tree& tree, const Blocks& blocks) : tree_(tree), blocks_(blocks.blocks), text_(blocks) {}

  Article find() {
    article_.kinds.resize(blocks_.size());
    if (blocks_.empty()) return std::move(article_);
    read_traits();
    choose_element();
    judge_all();
    if (!has_text()) take_what_there_is();
    return std::move(article_);
  }

 private:
  static double link_share(const Block& block) {
    return block.words == 0 ? 0 : static_cast<double>(block.link_words) / block.words;
  }
  // Running text, as far as the block alone can tell.
  [[nodiscard]] bool is_prose(const Block& block) const {
    if (is_heading(tree_[block.element].tag) || link_share(block) > 0.4) return false;
    if (reads_as_cookie_notice(text_.view(block))) return false;
    // A title that leads elsewhere, and how its text begins.
    if (tree_[block.element].tag == Tag::li && block.leading_link_words >= 4) return false;
    if (block.words >= 15) return true;
    return block.words >= 5 && ends_sentence(text_.view(block));
  }

  // The innermost element that holds all of the block's text.
  [[nodiscard]] NodeIndex holder(const Block& block) const {
    NodeIndex node = tree_[block.first].parent;
    while (node != block.element && tree_[node].end <= block.last) node = tree_[node].parent;
    return node;
  }

  // Own traits of each element that holds text, those not believed taken off. Words like "sidebar"
  // or "comments" stand in the names of wrappers of the whole page too: what holds much of the
  // page's running text is not what its name says.
  void read_traits() {
    std::size_t count = tree_.nodes().size();
    prose_.assign(count, 0);
    holds_text_.assign(count, false);
    for (const Block& block : blocks_) {
      NodeIndex node = holder(block);
      holds_text_[node] = true;
      if (is_prose(block)) prose_[node] += block.words - block.link_words;
    }
    for (std::size_t i = count; i-- > 1;) {
      prose_[tree_[i].parent] += prose_[i];
      if (holds_text_[i]) holds_text_[tree_[i].parent] = true;
    }
    std::vector<bool> holds_title(count, false);
    for (const Block& block : blocks_) holds_title[block.element] = tree_[block.element].tag == Tag::h1;
    for (std::size_t i = count; i-- > 1;) {
      if (holds_title[i]) holds_title[tree_[i].parent] = true;
    }
    traits_.assign(count, 0);
    find_teasers();
    for (NodeIndex i = 0; i < count; ++i) {
      if (!holds_text_[i]) continue;
      traits_[i] |= traits_of(tree_, i);
      double share = static_cast<double>(prose_[i]) / std::max(prose_[0], 1U);
      if (holds_no_paragraphs(tree_[i].tag)) traits_[i] &= ~trait::body;
      if ((traits_[i] & trait::body) != 0) traits_[i] &= ~loose;
      if (share > 0.85 || (holds_title[i] && share > 0.05)) traits_[i] &= ~firm;
      if (share > 0.4 || (holds_title[i] && share > 0.15)) traits_[i] &= ~loose;
    }
  }

  // Items of lists of other articles: a title that is a link, and a few lines of how it begins; three
  // in a row, for one may as well be a reference.
  void find_teasers() {
    std::vector<NodeIndex> items;
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      const Block& title = blocks_[b];
      if (title.words < 4 || title.words > 30 || link_share(title) < 0.9) continue;
      NodeIndex item = repeated_item(title, items.empty() ? 0 : items.back());
      if (item == 0 || (!items.empty() && items.back() == item)) continue;
      bool behind_text = b > 0 && blocks_[b - 1].first > item && is_prose(blocks_[b - 1]);
      if (behind_text) continue;
      std::size_t end = b;
      std::uint32_t words = 0;
      for (; end < blocks_.size() && end - b <= 8 && blocks_[end].first < tree_[item].end; ++end) {
        words += blocks_[end].words;
      }
      if (end - b <= 8 && words < 120) items.push_back(item);
    }
    for (std::size_t i = 0; i < items.size();) {
      std::size_t end = i;
      while (end < items.size() && tree_[items[end]].parent == tree_[items[i]].parent) ++end;
      for (std::size_t k = i; k < end && end - i >= 3; ++k) traits_[items[k]] |= trait::related;
      i = end;
    }
  }

  // The nearest element around a block that stands in a row of its like, or is of the row of `last`;
  // 0 where none does.
  [[nodiscard]] NodeIndex repeated_item(const Block& block, NodeIndex last) const {
    NodeIndex node = block.element;
    for (int up = 0; up < 6 && node != 0; ++up, node = tree_[node].parent) {
      Tag tag = tree_[node].tag;
      if (tag == Tag::li) return node;
      if (last != 0 && tag == tree_[last].tag && tree_[node].parent == tree_[last].parent) return node;
      if (tag != Tag::div && tag != Tag::article && tag != Tag::section) continue;
      std::string_view name = tree_.attribute(node, Attr::classes);
      // Names of whole articles hold their number.
      bool any_name = tag == Tag::article;
      if (name.empty() && !any_name) continue;
      int alike = 1;
      NodeIndex parent_end = tree_[tree_[node].parent].end;
      NodeIndex next = tree_[node].end;
      for (int looked = 0; looked < 4 && next < parent_end; ++looked, next = tree_[next].end) {
        bool same_name = any_name || tree_.attribute(next, Attr::classes) == name;
        if (tree_[next].tag == tag && same_name) ++alike;
      }
      if (alike >= 3) return node;
    }
    return 0;
  }

  void choose_element() {
    std::size_t count = tree_.nodes().size();
    // What stands inside an element that is no text counts for nothing, so that it neither speaks
    // for its surroundings nor against them.
    std::vector<Traits>& within = article_.traits;
    within.assign(count, 0);
    for (NodeIndex i = 1; i < count; ++i) within[i] = within[tree_[i].parent] | traits_[i];
    std::vector<double> score(count, 0);
    for (const Block& block : blocks_) {
      NodeIndex node = holder(block);
      if ((within[node] & (trait::outside | trait::aside)) != 0) continue;
      Tag tag = tree_[block.element].tag;
      if (is_prose(block)) {
        double weight = (within[node] & trait::body) != 0 ? 1.3 : 1.0;
        score[node] += weight * (block.words - block.link_words);
      } else if (!is_heading(tag) && tag != Tag::td && tag != Tag::th) {
        score[node] -= std::min<double>(block.words, 12);
      }
    }
    for (std::size_t i = count; i-- > 1;) score[tree_[i].parent] += score[i];
    double best = 0;
    for (NodeIndex i = 0; i < count; ++i) {
      if (!holds_text_[i] || score[i] <= 0 || score[i] < best) continue;
      best = score[i];
      article_.element = i;
    }
    while (article_.element != 0 && holds_no_paragraphs(tree_[article_.element].tag)) {
      article_.element = tree_[article_.element].parent;
    }
    if (NodeIndex first = first_of_many(); first != 0) article_.element = first;
  }

  // Pages that load the next article under the first: two or more elements of the chosen one hold a
  // title and a text each. The first of them, or 0.
  [[nodiscard]] NodeIndex first_of_many() const {
    NodeIndex top = article_.element;
    NodeIndex first = 0;
    int many = 0;
    for (const Block& block : blocks_) {
      if (tree_[block.element].tag != Tag::h1 || block.first < top || block.first >= tree_[top].end) continue;
      // The largest element around this title that holds no other one.
      NodeIndex node = block.element;
      while (tree_[node].parent > top && titles_in(tree_[node].parent) == 1) node = tree_[node].parent;
      // Sections of one article bear titles of the first rank too, but do not call themselves articles.
      NodeIndex named = block.element;
      while (named != node && tree_[named].tag != Tag::article) named = tree_[named].parent;
      if (tree_[named].tag != Tag::article || prose_[named] < 50) continue;
      ++many;
      if (first == 0) first = named;
    }
    return many >= 2 ? first : 0;
  }

  [[nodiscard]] int titles_in(NodeIndex element) const {
    int titles = 0;
    for (NodeIndex i = element; i < tree_[element].end && titles < 2; ++i) {
      if (tree_[i].tag == Tag::h1) ++titles;
    }
    return titles;
  }

  [[nodiscard]] bool has_text() const {
    return std::find(article_.kinds.begin(), article_.kinds.end(), PartKind::body) != article_.kinds.end() ||
           std::find(article_.kinds.begin(), article_.kinds.end(), PartKind::quote) != article_.kinds.end();
  }

  // A page without an article: what is no link and no surroundings; failing that, all of it.
  void take_what_there_is() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      Traits traits = article_.traits[holder(blocks_[i])];
      if ((traits & trait::outside) == 0 && link_share(blocks_[i]) < 0.5) article_.kinds[i] = PartKind::body;
    }
    if (has_text()) return;
    std::fill(article_.kinds.begin(), article_.kinds.end(), PartKind::body);
  }

  void judge_all() {
    NodeIndex top = article_.element;
    within_.assign(tree_[top].end - top, 0);
    for (NodeIndex i = top + 1; i < tree_[top].end; ++i) {
      within_[i - top] = within_[tree_[i].parent - top] | traits_[i];
    }
    // Where elements named for it hold most of the text, what stands between them is no part of it.
    std::uint32_t named = 0;
    std::uint32_t all = 0;
    for (const Block& block : blocks_) {
      if (block.first < top || block.first >= tree_[top].end || !is_prose(block)) continue;
      Traits traits = inside(block);
      if ((traits & (trait::outside | trait::aside)) != 0) continue;
      all += block.words;
      if ((traits & trait::body) != 0) named += block.words;
    }
    bool only_named = named * 4 > all * 3;
    bool skipping = false;  // after the heading of a list of other articles
    Tag skip_rank = Tag::h6;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      if (block.first < top || block.first >= tree_[top].end) continue;
      Traits traits = inside(block);
      if (only_named && (traits & trait::body) == 0) continue;
      Tag tag = tree_[block.element].tag;
      std::string_view text = text_.view(block);
      if (is_heading(tag)) {
        if (heads_other_articles(text)) {
          skipping = true;
          skip_rank = tag;
          continue;
        }
        if (tag <= skip_rank) skipping = false;
      }
      if (skipping && (link_share(block) > 0.3 || block.words < 25)) continue;
      if (is_prose(block)) skipping = false;
      article_.kinds[i] = judge(block, traits, tag, text);
    }
    settle_headings();
  }

  // Traits of the elements around a block, as far as the chosen one.
  [[nodiscard]] Traits inside(const Block& block) const {
    NodeIndex node = holder(block);
    return node > article_.element ? within_[node - article_.element] : 0;
  }

  [[nodiscard]] std::optional<PartKind> judge(const Block& block, Traits traits, Tag tag,
                                              std::string_view text) const {
    if ((traits & trait::caption) != 0) return PartKind::caption;
    // Posts of social media are quoted in boxes named for what they are.
    bool quoted = (traits & trait::quoted) != 0;
    if ((traits & (quoted ? firm : trait::outside | trait::aside)) != 0) return std::nullopt;
    if (reads_as_cookie_notice(text)) return std::nullopt;
    if (tag == Tag::h1) return std::nullopt;
    if (link_share(block) > 0.6) return std::nullopt;
    if (is_heading(tag)) return PartKind::crosshead;
    if ((traits & trait::summary) != 0) return PartKind::subheadline;
    if (block.words <= 25 && opens_as_boilerplate(text)) return std::nullopt;
    if (block.words <= 12 && opens_as_data(text) && !ends_sentence(text)) return std::nullopt;
    if (block.words <= 10 && !quoted && is_date_line(text)) return PartKind::boilerplate;
    if (block.words <= 40 && asks_readers(text)) return std::nullopt;
    if (block.words <= 25 && reads_as_credit(text)) return PartKind::credit;
    if (block.words <= 12 && reads_as_picture_credit(text)) return PartKind::caption;
    if (block.words <= 20 && !ends_sentence(text) && follows_picture(block, traits)) return PartKind::caption;
    bool cell = tag == Tag::td || tag == Tag::th;
    if (tag != Tag::p && tag != Tag::li && !cell && block.words < 5 && !ends_sentence(text))
      return std::nullopt;
    return quoted ? PartKind::quote : PartKind::body;
  }

  // An image stands in the same element or beside it, with no words between it and these.
  [[nodiscard]] bool follows_picture(const Block& block, Traits traits) const {
    // Flags and portraits stand in lists and tables of names, and pictures in paragraphs of text.
    if (tree_[block.element].tag == Tag::p || (traits & (trait::item | trait::table)) != 0) return false;
    NodeIndex begin = std::max(tree_[block.element].parent, article_.element);
    if (&block != &blocks_.front()) begin = std::max(begin, (&block - 1)->last);
    for (NodeIndex i = begin; i < block.first; ++i) {
      if (tree_[i].tag == Tag::img) return true;
    }
    return false;
  }

  // A bold line of its own.
  [[nodiscard]] bool looks_like_heading(const Block& block, Traits traits) const {
    if ((traits & (trait::item | trait::table)) != 0) return false;
    return block.words >= 2 && block.words <= 14 && block.strong_words == block.words &&
           !ends_sentence(text_.view(block));
  }

  // A heading that no text follows heads nothing.
  void settle_headings() {
    bool text_follows = false;
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      std::optional<PartKind>& kind = article_.kinds[i];
      if (!kind) continue;
      if (*kind == PartKind::body && text_follows && looks_like_heading(blocks_[i], inside(blocks_[i])))
        kind = PartKind::crosshead;
      if (*kind == PartKind::crosshead) {
        if (!text_follows) kind.reset();
      } else if (*kind == PartKind::body || *kind == PartKind::quote) {
        text_follows = true;
      }
    }
  }

  const Tree& tree_;
  const std::vector<Block>& blocks_;
  const Blocks& text_;
  Article article_;
  std::vector<std::uint32_t> prose_;  // words of running text inside each node
  std::vector<bool> holds_text_;
  std::vector<Traits> traits_;  // own, as far as believed
  std::vector<Traits> within_;  // with those of ancestors inside the chosen element, from it on
};

}  // namespace

Article find_article(const Tree& tree, const Blocks& blocks) { return Finder(tree, blocks).find(); }

}  // namespace sitrep::html
