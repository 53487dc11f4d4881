#include "intake/html/html.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/limits.h"
#include "intake/encoding/encoding.h"
#include "intake/html/article.h"
#include "intake/html/blocks.h"
#include "intake/html/declared_charset.h"
#include "intake/html/front.h"
#include "intake/html/metadata.h"
#include "intake/html/tree.h"
#include "text/text_builder.h"

namespace sitrep {

namespace {

using namespace html;

// What the container told (`hints`) where the page tells nothing; its address always.
Publication merge(Publication page, Publication hints) {
  auto fill = [](auto& value, auto& hint) {
    if (!value) value = std::move(hint);
  };
  if (hints.uri) page.uri = std::move(hints.uri);
  fill(page.outlet, hints.outlet);
  fill(page.headline, hints.headline);
  fill(page.published, hints.published);
  fill(page.modified, hints.modified);
  fill(page.language, hints.language);
  if (page.byline.empty()) page.byline = std::move(hints.byline);
  if (page.credit.empty()) page.credit = std::move(hints.credit);
  for (Derivation& derivation : hints.because) {
    bool known = std::any_of(page.because.begin(), page.because.end(),
                             [&](const Derivation& d) { return d.value == derivation.value; });
    if (!known) page.because.push_back(std::move(derivation));
  }
  return page;
}

bool is_cell(Tag tag) { return tag == Tag::td || tag == Tag::th; }

// The table that a row's cell stands in; 0 for what is no cell.
NodeIndex table_of(const Tree& tree, NodeIndex cell) {
  if (!is_cell(tree[cell].tag)) return 0;
  NodeIndex node = cell;
  while (node != 0 && tree[node].tag != Tag::table) node = tree[node].parent;
  return node;
}

// Cells of a table of short entries make one part: a line a row, tabs between the cells.
constexpr std::uint32_t cell_words_max = 12;

// The blocks that have a kind, in order, as parts. Items of one list stand on lines of their own.
void append_parts(const Tree& tree, const Blocks& blocks, const Article& article, TextBuilder& out) {
  const Block* last = nullptr;  // of the part that is open
  PartKind last_kind = PartKind::body;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    if (!article.kinds[i]) continue;
    const Block& block = blocks.blocks[i];
    NodeIndex table = block.words <= cell_words_max ? table_of(tree, block.element) : 0;
    bool same_table = last != nullptr && table != 0 && table == table_of(tree, last->element) &&
                      last->words <= cell_words_max && *article.kinds[i] == PartKind::body &&
                      last_kind == PartKind::body;
    if (same_table) {
      out.insert(tree[block.element].parent == tree[last->element].parent ? "\t" : "\n");
    } else {
      if (last != nullptr) out.end_part();
      bool same_list = last != nullptr && tree[block.element].tag == Tag::li &&
                       tree[block.element].parent == tree[last->element].parent;
      out.begin_part(*article.kinds[i], same_list ? "\n" : "\n\n");
    }
    out.append_slice(blocks.text, blocks.map, block.span);
    last = &block;
    last_kind = *article.kinds[i];
  }
  if (last != nullptr) out.end_part();
}

void take_headline(const Blocks& blocks, const Metadata& metadata, const Front& front,
                   const std::vector<Part>& parts, Publication& publication) {
  if (front.headline != no_block) {
    auto part =
        std::find_if(parts.begin(), parts.end(), [](const Part& p) { return p.kind == PartKind::headline; });
    publication.headline = clean_value(blocks.view(blocks.blocks[front.headline]));
    publication.because.push_back({"headline", "heading of the article", {part->span}});
  } else if (!metadata.headlines.empty()) {
    publication.headline = metadata.headlines.front().text;
    publication.because.push_back({"headline", metadata.headlines.front().rule, {}});
  }
}

// Where the head names no author, the byline does.
void take_byline(const Blocks& blocks, const Front& front, const std::vector<Part>& parts,
                 Publication& publication) {
  if (front.byline == no_block || !publication.byline.empty()) return;
  auto part =
      std::find_if(parts.begin(), parts.end(), [](const Part& p) { return p.kind == PartKind::byline; });
  std::string_view text = blocks.view(blocks.blocks[front.byline]);
  for (Span person : people_of_byline(text)) {
    publication.byline.push_back(clean_value(text.substr(person.begin, person.size())));
    Span span{part->span.begin + person.begin, part->span.begin + person.end};
    publication.because.push_back({"byline", "name in the byline", {span}});
  }
}

}  // namespace

Result<DocumentContent> read_html_page(RawReport raw, const std::string& forced_charset) {
  if (raw.bytes.size() > limits::report_bytes_max) {
    return fail(ErrorCode::over_limit, "a page of " + std::to_string(raw.bytes.size()) + " bytes (at most " +
                                           std::to_string(limits::report_bytes_max) + ")");
  }
  CharsetHints hints{forced_charset, raw.declared_charset};
  if (hints.declared.empty()) hints.declared = declared_charset(raw.bytes);
  Result<DecodedText> decoded = to_utf8(raw.bytes, hints);
  if (!decoded) return fail(decoded);

  Tree tree(decoded->utf8);
  Blocks blocks = cut_blocks(tree);
  if (blocks.blocks.empty() && tree.cut()) {
    return fail(ErrorCode::over_limit, "the page's markup runs into a limit before any text");
  }
  if (blocks.blocks.empty()) {
    return fail(ErrorCode::not_a_report, "the page holds no text", {},
                "pages that a script fills in a browser must be saved from the browser");
  }
  Metadata metadata = read_metadata(tree);
  Article article = find_article(tree, blocks);
  Front front = mark_front_matter(tree, blocks, metadata, article);

  TextBuilder builder;
  append_parts(tree, blocks, article, builder);
  TextBuilder::Built built = builder.take();

  DocumentContent content;
  take_headline(blocks, metadata, front, built.parts, metadata.publication);
  take_byline(blocks, front, built.parts, metadata.publication);
  content.publication = merge(std::move(metadata.publication), std::move(raw.hints));
  content.text = std::move(built.text);
  content.map = built.map.then(decoded->map);
  content.parts = std::move(built.parts);
  note_encoding(*decoded, content.text, content.notes);
  if (tree.cut() || blocks.cut) {
    content.notes.push_back(
        {NoteKind::cut_at_limit, {}, {}, "the page was cut at a limit of its markup or text"});
  }
  content.provenance = std::move(raw.provenance);
  content.provenance.encoding = decoded->encoding;
  if (content.provenance.media_type.empty()) content.provenance.media_type = "text/html";
  content.received = std::move(raw.bytes);
  return content;
}

}  // namespace sitrep
