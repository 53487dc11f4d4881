// Only the structure matters here, so Expat is shown a copy of the bytes that cannot fail on what
// feeds often get wrong: in charsets that hold ASCII as it is, every "&" and control character is a
// blank, and the bytes are called Latin-1, so that ill-formed UTF-8 is no error and no entity is ever
// expanded. Offsets stay what they are; the entries' own bytes are cut from the original.
#include "intake/feed/splitter.h"

#include <expat.h>

#include <algorithm>
#include <cassert>

#include "base/limits.h"
#include "intake/feed/xml_names.h"

namespace sitrep::feed {

namespace {

// A tag or comment that grows beyond this is damage; Expat scans unfinished ones from their start
// each time that bytes come.
constexpr std::size_t token_bytes_max = 4U << 20;

bool is_utf16(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
         (head.size() > 1 && (head[0] == '\0' || head[1] == '\0'));
}

// encoding="..." of the declaration.
std::string declared_charset(std::string_view head) {
  std::size_t begin = head.find("<?xml");
  if (begin == std::string_view::npos || begin > 64) return {};
  std::string_view declaration = head.substr(begin, head.find("?>", begin) - begin);
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  std::size_t open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  std::size_t close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos) return {};
  return std::string(declaration.substr(open + 1, std::min<std::size_t>(close - open - 1, 64)));
}

}  // namespace

struct Splitter::State {
  XML_Parser parser = nullptr;
  bool wide = false;
  std::string charset;
  std::string root;
  std::string language;

  std::size_t depth = 0;
  std::size_t cut_depth = 0;  // of the element being cut; 0: none is
  Piece piece = Piece::entry;
  std::uint64_t cut_begin = 0;
  bool too_long = false;
  std::size_t channel_depth = 0;  // of the element whose title is the feed's; 0: not open
  bool too_deep = false;
  bool closed = false;

  std::string window;              // the original bytes from `window_begin` on
  std::uint64_t window_begin = 0;  // in the feed
  std::deque<Cut>* cuts = nullptr;

  [[nodiscard]] std::uint64_t here() const {
    return static_cast<std::uint64_t>(XML_GetCurrentByteIndex(parser));
  }

  void start(const char* raw_name, const char** attributes) {
    ++depth;
    if (depth > limits::markup_depth_max) {
      too_deep = true;
      XML_StopParser(parser, XML_FALSE);
      return;
    }
    std::string_view name = local_name(raw_name);
    if (depth == 1) {
      root = name;
      if (root == "feed") channel_depth = 1;
      for (const char** pair = attributes; *pair != nullptr; pair += 2) {
        if (std::string_view(pair[0]) == "xml:lang") language = std::string_view(pair[1]).substr(0, 64);
      }
    }
    if (cut_depth > 0) return;
    if (name == "channel" && channel_depth == 0) channel_depth = depth;
    if (name == "item" || name == "entry") {
      begin(Piece::entry);
    } else if (channel_depth > 0 && depth == channel_depth + 1) {
      // A prefix marks another vocabulary: "itunes:title".
      bool plain = std::string_view(raw_name) == name || root == "feed";
      if (plain && name == "title") begin(Piece::title);
      if (plain && name == "language") begin(Piece::language);
    }
  }

  void begin(Piece what) {
    piece = what;
    cut_depth = depth;
    cut_begin = here();
    too_long = false;
  }

  void end() {
    if (cut_depth == depth) {
      // Of an empty element ("<item/>") the end is no token of its own.
      std::uint64_t behind = here() + static_cast<std::uint64_t>(XML_GetCurrentByteCount(parser));
      finish(behind);
    }
    if (channel_depth == depth && depth > 1) channel_depth = 0;
    --depth;
    closed = depth == 0;
    if (closed) XML_StopParser(parser, XML_FALSE);
  }

  void finish(std::uint64_t behind) {
    Cut cut;
    cut.piece = piece;
    cut.too_long = too_long || behind - cut_begin > limits::report_bytes_max;
    if (!cut.too_long) {
      assert(cut_begin >= window_begin && behind - window_begin <= window.size());
      cut.bytes = window.substr(cut_begin - window_begin, behind - cut_begin);
    }
    cuts->push_back(std::move(cut));
    cut_depth = 0;
  }

  // Bytes that no cut will need leave the window.
  void shrink() {
    std::uint64_t end = window_begin + window.size();
    auto seen = static_cast<std::uint64_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser), 0));
    std::uint64_t keep = cut_depth > 0 ? cut_begin : std::min(end, seen);
    if (cut_depth > 0 && end - cut_begin > limits::report_bytes_max + token_bytes_max) {
      too_long = true;
      keep = end;
    }
    if (keep > window_begin) {
      window.erase(0, keep - window_begin);
      window_begin = keep;
    }
  }
};

Splitter::Splitter(std::string_view head) : state_(std::make_unique<State>()) {
  State& state = *state_;
  state.wide = is_utf16(head);
  if (state.wide) {
    bool little = head.starts_with("\xFF\xFE") || head[1] == '\0';
    state.charset = little ? "utf-16le" : "utf-16be";
  } else {
    state.charset = declared_charset(head);
  }
  state.parser = XML_ParserCreate(state.wide ? nullptr : "ISO-8859-1");
  XML_SetUserData(state.parser, &state);
  XML_SetElementHandler(
      state.parser,
      [](void* data, const char* name, const char** attributes) {
        static_cast<State*>(data)->start(name, attributes);
      },
      [](void* data, const char*) { static_cast<State*>(data)->end(); });
  // With a default handler set Expat leaves entities alone in UTF-16, too.
  XML_SetDefaultHandler(state.parser, [](void*, const char*, int) {});
}

Splitter::~Splitter() { XML_ParserFree(state_->parser); }

Done Splitter::feed(std::string_view bytes, bool last, std::deque<Cut>& cuts) {
  State& state = *state_;
  if (state.closed) return {};
  state.cuts = &cuts;
  std::string shown(bytes);
  // A mark of UTF-8 would be three letters of Latin-1 before the first tag.
  bool first = state.window_begin == 0 && state.window.empty();
  if (!state.wide) {
    if (first && shown.starts_with("\xEF\xBB\xBF")) std::fill_n(shown.begin(), 3, ' ');
    for (char& c : shown) {
      bool control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
      if (c == '&' || control || c == '\x7F') c = ' ';
    }
    // A declaration is one only at the very start; as a comment it may stand behind blanks, too.
    std::size_t declaration = first ? shown.find("<?xml") : std::string::npos;
    if (declaration != std::string::npos && declaration > 0 && declaration <= 64) {
      shown.replace(declaration, 5, "<?x  ");
    }
  }
  state.window += bytes;
  if (XML_Parse(state.parser, shown.data(), static_cast<int>(shown.size()), last ? 1 : 0) ==
          XML_STATUS_ERROR &&
      !state.closed) {
    if (state.too_deep) {
      return fail(ErrorCode::over_limit,
                  "elements nested more than " + std::to_string(limits::markup_depth_max) + " deep");
    }
    std::string place = std::to_string(XML_GetCurrentLineNumber(state.parser)) + ":" +
                        std::to_string(XML_GetCurrentColumnNumber(state.parser) + 1);
    if (last) return fail(ErrorCode::malformed, "the feed ends before its end", ":" + place);
    return fail(ErrorCode::malformed,
                std::string("broken XML: ") + XML_ErrorString(XML_GetErrorCode(state.parser)), ":" + place,
                "nothing behind it was read");
  }
  std::uint64_t fed = state.window_begin + state.window.size();
  if (!state.closed && fed > token_bytes_max + static_cast<std::uint64_t>(std::max<XML_Index>(
                                                   XML_GetCurrentByteIndex(state.parser), 0))) {
    return fail(ErrorCode::over_limit,
                "a tag or comment of more than " + std::to_string(token_bytes_max >> 20) + " MB");
  }
  state.shrink();
  return {};
}

bool Splitter::done() const { return state_->closed; }
const std::string& Splitter::charset() const { return state_->charset; }
const std::string& Splitter::root() const { return state_->root; }
const std::string& Splitter::language() const { return state_->language; }

}  // namespace sitrep::feed
