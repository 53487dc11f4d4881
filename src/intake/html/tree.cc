#include "intake/html/tree.h"

#include <lexbor/dom/interfaces/character_data.h>

#include <array>

#include "intake/html/decoded_run.h"
#include "intake/html/guarded_parser.h"

namespace sitrep::html {

namespace {

constexpr std::uint32_t white_space = 0xFFFFFFFF;

constexpr std::array<Tag, LXB_TAG__LAST_ENTRY> make_tags() {
  std::array<Tag, LXB_TAG__LAST_ENTRY> tags{};
#define HTML_TAG(name, lexbor) tags[LXB_TAG_##lexbor] = Tag::name;
#include "intake/html/tags.def"
#undef HTML_TAG
  return tags;
}
constexpr std::array<Tag, LXB_TAG__LAST_ENTRY> tags_by_id = make_tags();

Tag tag_of(const lxb_dom_node_t& node) {
  return node.local_name < tags_by_id.size() ? tags_by_id[node.local_name] : Tag::other;
}

std::string_view view_of(const lexbor_str_t& text) {
  return {reinterpret_cast<const char*>(text.data), text.length};
}

}  // namespace

Tree::Tree(std::string_view utf8) : page_(utf8), parser_(std::make_unique<GuardedParser>(utf8)) {
  const lxb_html_document_t* document = parser_->parse();
  if (document != nullptr) flatten(document->dom_document.node.first_child);
  if (nodes_.empty()) nodes_.push_back({Tag::html, 0, 1, 0, 0});
}

Tree::~Tree() = default;

bool Tree::cut() const { return parser_->cut; }

// The nodes from the root on, in the order of the document, without recursion.
void Tree::flatten(const void* root) {
  const auto* node = static_cast<const lxb_dom_node_t*>(root);
  while (node != nullptr && node->type != LXB_DOM_NODE_TYPE_ELEMENT) node = node->next;
  NodeIndex parent = 0;
  const lxb_dom_node_t* top = node;
  while (node != nullptr) {
    const lxb_dom_node_t* inner = nullptr;
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
      auto first = static_cast<std::uint32_t>(pieces_.size());
      add_pieces(view_of(reinterpret_cast<const lxb_dom_character_data_t*>(node)->data));
      auto index = static_cast<NodeIndex>(nodes_.size());
      nodes_.push_back(
          {Tag::text, parent, index + 1, first, static_cast<std::uint32_t>(pieces_.size()) - first});
    } else if (node->type == LXB_DOM_NODE_TYPE_ELEMENT) {
      auto first = static_cast<std::uint32_t>(attributes_.size());
      const auto* element = reinterpret_cast<const lxb_dom_element_t*>(node);
      for (const lxb_dom_attr_t* attr = element->first_attr; attr != nullptr; attr = attr->next) {
        if (std::optional<Attr> known = attr_of(attr->node.local_name)) {
          attributes_.push_back(
              {*known, attr->value != nullptr ? view_of(*attr->value) : std::string_view()});
        }
      }
      auto index = static_cast<NodeIndex>(nodes_.size());
      nodes_.push_back(
          {tag_of(*node), parent, index + 1, first, static_cast<std::uint32_t>(attributes_.size()) - first});
      inner = node->first_child;
      if (inner != nullptr) parent = index;
    }
    if (inner == nullptr) {
      while (node != top && node->next == nullptr) {
        node = node->parent;
        nodes_[parent].end = static_cast<NodeIndex>(nodes_.size());
        parent = nodes_[parent].parent;
      }
      inner = node == top ? nullptr : node->next;
    }
    node = inner;
  }
}

void Tree::add_pieces(std::string_view marks) {
  for (std::size_t at = 0; at < marks.size();) {
    const auto* bytes = reinterpret_cast<const lxb_char_t*>(marks.data() + at);
    if (is_mark(*bytes) && at + mark_bytes <= marks.size()) {
      pieces_.push_back(run_of_mark(bytes));
      at += mark_bytes;
      continue;
    }
    if (pieces_.empty() || pieces_.back() != white_space) pieces_.push_back(white_space);
    ++at;
  }
}

std::string_view Tree::attribute(NodeIndex element, Attr attr) const {
  const Node& node = nodes_[element];
  if (node.tag == Tag::text) return {};
  for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
    if (attributes_[i].attr == attr) return attributes_[i].value;
  }
  return {};
}

bool Tree::has(NodeIndex element, Attr attr) const {
  const Node& node = nodes_[element];
  if (node.tag == Tag::text) return false;
  for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
    if (attributes_[i].attr == attr) return true;
  }
  return false;
}

void Tree::pieces(NodeIndex text, const PieceSink& sink) const {
  const Node& node = nodes_[text];
  for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
    if (pieces_[i] == white_space) {
      sink({" ", {}, false});
      continue;
    }
    const TextRun& run = parser_->runs[pieces_[i]];
    std::string_view source = page_.substr(run.source.begin, run.source.size());
    if (run.decoded.empty()) {
      sink({source, run.source, true});
    } else {
      std::string_view decoded = parser_->decoded;
      align(decoded.substr(run.decoded.begin, run.decoded.size()), source, run.source.begin, sink);
    }
  }
}

std::string Tree::text_of(NodeIndex node) const {
  std::string out;
  for (NodeIndex i = node; i < nodes_[node].end; ++i) {
    if (nodes_[i].tag != Tag::text) continue;
    for (std::uint32_t p = nodes_[i].first; p < nodes_[i].first + nodes_[i].count; ++p) {
      if (pieces_[p] == white_space) {
        out += ' ';
        continue;
      }
      const TextRun& run = parser_->runs[pieces_[p]];
      out += run.decoded.empty()
                 ? page_.substr(run.source.begin, run.source.size())
                 : std::string_view(parser_->decoded).substr(run.decoded.begin, run.decoded.size());
    }
  }
  return out;
}

}  // namespace sitrep::html
