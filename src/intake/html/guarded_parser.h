// GuardedParser: Lexbor, kept inside limits, its texts replaced by marks.
//
// Each text token that is more than white space is handed to the tree builder as a mark of
// `mark_bytes` bytes that names a run; the run knows the bytes of the page it stands for. So texts
// keep their source however the builder moves them, and are never copied.
#pragma once

#include <lexbor/html/html.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/html/tree.h"
#include "text/span.h"

namespace sitrep::html {

// The attribute that Lexbor knows by this id, if somebody here asks for it.
std::optional<Attr> attr_of(lxb_dom_attr_id_t id);

inline constexpr std::size_t mark_bytes = 5;
// The run that a mark names.
std::uint32_t run_of_mark(const lxb_char_t* mark);
inline bool is_mark(lxb_char_t c) { return c == 0x01; }

class GuardedParser {
 public:
  // `page` must outlive the parser and be under 4 GB.
  explicit GuardedParser(std::string_view page);
  ~GuardedParser();
  GuardedParser(const GuardedParser&) = delete;
  GuardedParser& operator=(const GuardedParser&) = delete;

  // Null when memory ran out before anything was read.
  lxb_html_document_t* parse();

  std::vector<TextRun> runs;
  std::string decoded;  // what the runs' `decoded` are spans of
  bool cut = false;     // a limit left some of the page unread

 private:
  static lxb_html_token_t* on_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* self);
  // Whether the tree builder should see the token; may change it.
  bool admit(lxb_html_token_t& token);
  void replace_text(lxb_html_token_t& token);
  void drop_attributes(lxb_html_token_t& token);
  [[nodiscard]] bool over_limit() const;

  std::string_view page_;
  lxb_html_parser_t* parser_ = nullptr;
  lxb_html_document_t* document_ = nullptr;
  lxb_html_tokenizer_token_f build_ = nullptr;
  void* build_context_ = nullptr;
  std::size_t tokens_ = 0;
  std::size_t attributes_ = 0;
  lxb_char_t mark_[mark_bytes] = {};
};

}  // namespace sitrep::html
