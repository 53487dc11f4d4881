#include "intake/html/guarded_parser.h"

#include <lexbor/html/tree.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "base/limits.h"

namespace sitrep::html {

namespace {

// Bytes handed to the tokenizer at a time: between them what one endless tag has piled up is looked at.
constexpr std::size_t chunk_bytes = 256U << 10;

// Names of attributes and tags that Lexbor does not know are kept in tables that do not grow.
constexpr std::size_t name_table_slots = 4096;

constexpr std::array<std::pair<lxb_dom_attr_id_t, Attr>, 12> attrs_by_id = {{
    {LXB_DOM_ATTR_ALT, Attr::alt},
    {LXB_DOM_ATTR_CLASS, Attr::classes},
    {LXB_DOM_ATTR_CONTENT, Attr::content},
    {LXB_DOM_ATTR_HREF, Attr::href},
    {LXB_DOM_ATTR_HTTP_EQUIV, Attr::http_equiv},
    {LXB_DOM_ATTR_ID, Attr::id},
    {LXB_DOM_ATTR_LANG, Attr::lang},
    {LXB_DOM_ATTR_REL, Attr::rel},
    {LXB_DOM_ATTR_SRC, Attr::src},
    {LXB_DOM_ATTR_STYLE, Attr::style},
    {LXB_DOM_ATTR_TITLE, Attr::title},
    {LXB_DOM_ATTR_TYPE, Attr::type},
}};
constexpr std::array<std::pair<std::string_view, Attr>, 9> attrs_by_name = {{
    {"aria-hidden", Attr::aria_hidden},
    {"datetime", Attr::datetime},
    {"hidden", Attr::hidden},
    {"itemprop", Attr::itemprop},
    {"itemtype", Attr::itemtype},
    {"name", Attr::name},
    {"property", Attr::property},
    {"role", Attr::role},
    {"value", Attr::value},
}};

constexpr auto make_static_attrs() {
  std::array<std::optional<Attr>, LXB_DOM_ATTR__LAST_ENTRY> attrs{};
  for (const auto& [id, attr] : attrs_by_id) attrs[id] = attr;
  return attrs;
}
constexpr auto static_attrs = make_static_attrs();

bool is_white(const lxb_char_t* at, const lxb_char_t* end) {
  return std::all_of(
      at, end, [](lxb_char_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; });
}

// Their content is no markup, and the tokenizer must be told so by the builder.
bool holds_raw_text(lxb_tag_id_t tag) {
  return tag == LXB_TAG_SCRIPT || tag == LXB_TAG_STYLE || tag == LXB_TAG_TEXTAREA || tag == LXB_TAG_TITLE;
}

bool is_formatting(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_A:
    case LXB_TAG_B:
    case LXB_TAG_BIG:
    case LXB_TAG_CODE:
    case LXB_TAG_EM:
    case LXB_TAG_FONT:
    case LXB_TAG_I:
    case LXB_TAG_NOBR:
    case LXB_TAG_S:
    case LXB_TAG_SMALL:
    case LXB_TAG_STRIKE:
    case LXB_TAG_STRONG:
    case LXB_TAG_TT:
    case LXB_TAG_U:
      return true;
    default:
      return false;
  }
}

std::size_t arena_bytes(const lexbor_mraw_t* arena) {
  return arena->mem->chunk_length * arena->mem->chunk_min_size;
}

lexbor_hash_t* wider_table(lexbor_hash_t* narrow, std::size_t entry_bytes) {
  lexbor_hash_destroy(narrow, true);
  lexbor_hash_t* table = lexbor_hash_create();
  return lexbor_hash_init(table, name_table_slots, entry_bytes) == LXB_STATUS_OK ? table : nullptr;
}

}  // namespace

std::optional<Attr> attr_of(lxb_dom_attr_id_t id) {
  if (id < static_attrs.size()) return static_attrs[id];
  // Ids of names that Lexbor does not know are the addresses of their entries.
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  const auto* data = reinterpret_cast<const lxb_dom_attr_data_t*>(id);
  std::string_view name(reinterpret_cast<const char*>(lexbor_hash_entry_str(&data->entry)),
                        data->entry.length);
  for (const auto& [known, attr] : attrs_by_name) {
    if (known == name) return attr;
  }
  return std::nullopt;
}

std::uint32_t run_of_mark(const lxb_char_t* mark) {
  std::uint32_t run = 0;
  for (std::size_t i = 1; i < mark_bytes; ++i) run = run << 6 | (mark[i] & 0x3FU);
  return run;
}

GuardedParser::GuardedParser(std::string_view page) : page_(page) {
  static_assert(limits::markup_nodes_max < (1U << 24), "a mark holds 24 bits");
  mark_[0] = 0x01;
}

GuardedParser::~GuardedParser() {
  lxb_html_document_destroy(document_);
  lxb_html_parser_destroy(parser_);
}

lxb_html_document_t* GuardedParser::parse() {
  parser_ = lxb_html_parser_create();
  if (parser_ == nullptr || lxb_html_parser_init(parser_) != LXB_STATUS_OK) return nullptr;
  parser_->dom_opt = LXB_DOM_DOCUMENT_OPT_WO_EVENTS;
  lxb_html_tokenizer_t* tokenizer = parser_->tkz;
  lxb_html_tree_t* tree = parser_->tree;
  // Lists of faults would grow with the page, and nobody reads them.
  tokenizer->parse_errors = lexbor_array_obj_destroy(tokenizer->parse_errors, true);
  tree->parse_errors = lexbor_array_obj_destroy(tree->parse_errors, true);
  build_ = tokenizer->callback_token_done;
  build_context_ = tokenizer->callback_token_ctx;
  lxb_html_tokenizer_callback_token_done_set(tokenizer, &GuardedParser::on_token, this);

  document_ = lxb_html_parse_chunk_begin(parser_);
  if (document_ == nullptr) return nullptr;
  lxb_dom_document_t& dom = document_->dom_document;
  dom.attrs = wider_table(dom.attrs, sizeof(lxb_dom_attr_data_t));
  dom.tags = wider_table(dom.tags, sizeof(lxb_tag_data_t));
  if (dom.attrs == nullptr || dom.tags == nullptr) return nullptr;
  lxb_html_tokenizer_attrs_set(tokenizer, dom.attrs);
  lxb_html_tokenizer_tags_set(tokenizer, dom.tags);

  bool stopped = false;
  for (std::size_t at = 0; at < page_.size() && !stopped; at += chunk_bytes) {
    std::string_view chunk = page_.substr(at, chunk_bytes);
    stopped = lxb_html_parse_chunk_process(parser_, reinterpret_cast<const lxb_char_t*>(chunk.data()),
                                           chunk.size()) != LXB_STATUS_OK ||
              lexbor_dobject_allocated(tokenizer->dobj_token_attr) > limits::markup_names_max || over_limit();
  }
  cut = cut || stopped;
  if (!stopped) lxb_html_parse_chunk_end(parser_);
  return document_;
}

lxb_html_token_t* GuardedParser::on_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token,
                                          void* self) {
  auto* parser = static_cast<GuardedParser*>(self);
  if (parser->over_limit()) {
    parser->cut = true;
    tokenizer->status = LXB_STATUS_STOP;
    return nullptr;
  }
  if (parser->admit(*token)) token = parser->build_(tokenizer, token, parser->build_context_);
  // What the elements keep of attributes is not in here.
  if (token != nullptr && token->attr_first != nullptr) lexbor_dobject_clean(tokenizer->dobj_token_attr);
  return token;
}

bool GuardedParser::over_limit() const {
  const lxb_dom_document_t& dom = document_->dom_document;
  return tokens_ + attributes_ >= limits::markup_nodes_max ||
         lexbor_dobject_allocated(dom.tags->entries) + lexbor_dobject_allocated(dom.attrs->entries) >=
             limits::markup_names_max ||
         arena_bytes(dom.mraw) + arena_bytes(dom.text) >= limits::markup_tree_bytes_max;
}

bool GuardedParser::admit(lxb_html_token_t& token) {
  if (token.tag_id == LXB_TAG__EM_COMMENT) return false;
  ++tokens_;
  if (token.tag_id == LXB_TAG__TEXT) {
    replace_text(token);
    return true;
  }
  if ((token.type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0 || token.tag_id >= LXB_TAG__LAST_ENTRY) return true;
  if (token.attr_first != nullptr) drop_attributes(token);
  const lxb_html_tree_t& tree = *parser_->tree;
  bool too_deep = tree.open_elements->length >= limits::markup_depth_max && !holds_raw_text(token.tag_id);
  bool too_many =
      tree.active_formatting->length >= limits::markup_formatting_max && is_formatting(token.tag_id);
  return !too_deep && !too_many;
}

void GuardedParser::replace_text(lxb_html_token_t& token) {
  if (is_white(token.text_start, token.text_end)) return;
  const char* page = page_.data();
  auto begin = reinterpret_cast<const char*>(token.begin);
  auto end = reinterpret_cast<const char*>(token.end);
  TextRun run;
  std::string_view text(reinterpret_cast<const char*>(token.text_start),
                        static_cast<std::size_t>(token.text_end - token.text_start));
  bool inside =
      begin != nullptr && end != nullptr && begin >= page && end <= page + page_.size() && begin <= end;
  if (inside)
    run.source = make_span(static_cast<std::size_t>(begin - page), static_cast<std::size_t>(end - page));
  if (!inside || page_.substr(run.source.begin, run.source.size()) != text) {
    run.decoded = make_span(decoded.size(), decoded.size() + text.size());
    decoded += text;
  }
  auto index = static_cast<std::uint32_t>(runs.size());
  runs.push_back(run);
  for (std::size_t i = mark_bytes; i-- > 1; index >>= 6) {
    mark_[i] = static_cast<lxb_char_t>(0x40U | (index & 0x3FU));
  }
  token.text_start = mark_;
  token.text_end = mark_ + mark_bytes;
  token.null_count = 0;
}

void GuardedParser::drop_attributes(lxb_html_token_t& token) {
  std::size_t kept = 0;
  for (lxb_html_token_attr_t* attr = token.attr_first; attr != nullptr;) {
    lxb_html_token_attr_t* next = attr->next;
    if (kept < limits::markup_attributes_max && attr->name != nullptr && attr_of(attr->name->attr_id)) {
      ++kept;
    } else {
      lxb_html_token_attr_remove(&token, attr);
    }
    attr = next;
  }
  attributes_ += kept;
}

}  // namespace sitrep::html
