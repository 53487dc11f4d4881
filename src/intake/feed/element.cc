#include "intake/feed/element.h"

#include <expat.h>

#include <algorithm>
#include <memory>

#include "base/limits.h"

namespace sitrep::feed {

namespace {

constexpr std::size_t children_max = 2000;
constexpr char stand_in = '\x7F';

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

bool is_reference(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 40;
  std::size_t end = at + 1;
  while (end < text.size() && end - at < longest && is_name_char(text[end])) ++end;
  return end > at + 1 && end < text.size() && text[end] == ';';
}

// What Expat is shown: as long as the original, without what it would stop at. Its characters are
// taken from the original.
std::string without_traps(std::string_view utf8) {
  std::string shown(utf8);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    char c = shown[i];
    bool control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    // U+FFFE and U+FFFF are no characters of XML.
    bool no_character = utf8.substr(i, 2) == "\xEF\xBF" && i + 2 < utf8.size() && utf8[i + 2] >= '\xBE';
    if (no_character) shown.replace(i, 3, 3, stand_in);
    if (control || (c == '&' && !is_reference(utf8, i))) shown[i] = stand_in;
  }
  return shown;
}

class Builder {
 public:
  Builder(XML_Parser parser, std::string_view utf8) : parser_(parser), utf8_(utf8) {}

  void start(const char* name, const char** attributes) {
    ++depth_;
    if (depth_ > limits::markup_depth_max) {
      too_deep_ = true;
      XML_StopParser(parser_, XML_FALSE);
      return;
    }
    if (depth_ > open_.size() + 1) return;  // inside an element that is not kept
    Element* element = &root_;
    if (depth_ > 1) {
      Element& parent = *open_.back();
      if (depth_ > kept_depth || kept_ >= children_max) return;
      ++kept_;
      element = &parent.children.emplace_back();
    }
    element->name = name;
    for (const char** pair = attributes; *pair != nullptr; pair += 2) {
      element->attributes.emplace_back(pair[0], pair[1]);
    }
    std::uint32_t behind = at() + size();
    element->inside = {behind, behind};
    open_.push_back(element);
  }

  void end() {
    if (depth_ == open_.size()) {
      // An empty element ("<link/>") has no end tag; its end is told at the end of its only tag.
      open_.back()->inside.end = std::max(at(), open_.back()->inside.begin);
      open_.pop_back();
    }
    --depth_;
  }

  void characters(std::string_view made) {
    if (open_.empty() || depth_ != open_.size()) return;
    fields::FieldText& text = open_.back()->text;
    if (text.utf8.size() > limits::text_bytes_max) return;  // nobody reads so far
    if (made.size() == size() && made.front() != '\n') {
      text.utf8 += utf8_.substr(at(), size());
      text.map.add_verbatim(size(), at());
    } else {
      text.utf8 += made;
      text.map.add_replaced(static_cast<std::uint32_t>(made.size()), at(), size());
    }
  }

  // "&nbsp;": HTML knows it, or nobody does.
  void unknown_entity() {
    if (open_.empty() || depth_ != open_.size()) return;
    fields::FieldText& text = open_.back()->text;
    text.utf8 += utf8_.substr(at(), size());
    text.map.add_verbatim(size(), at());
  }

  [[nodiscard]] bool too_deep() const { return too_deep_; }
  Element take() { return std::move(root_); }

 private:
  // The entry, its children and theirs.
  static constexpr std::size_t kept_depth = 3;

  [[nodiscard]] std::uint32_t at() const {
    return static_cast<std::uint32_t>(XML_GetCurrentByteIndex(parser_));
  }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(XML_GetCurrentByteCount(parser_));
  }

  XML_Parser parser_;
  std::string_view utf8_;
  Element root_;
  std::vector<Element*> open_;  // children are added to the innermost only: pointers stay good
  std::size_t depth_ = 0;
  std::size_t kept_ = 0;
  bool too_deep_ = false;
};

}  // namespace

std::string_view Element::attribute(std::string_view attribute_name) const {
  for (const auto& [name_of_it, value] : attributes) {
    if (name_of_it == attribute_name) return value;
  }
  return {};
}

Result<Element> read_element(std::string_view utf8) {
  std::string shown = without_traps(utf8);
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate("UTF-8"),
                                                                      XML_ParserFree);
  Builder builder(parser.get(), utf8);
  XML_SetUserData(parser.get(), &builder);
  XML_SetElementHandler(
      parser.get(),
      [](void* data, const char* name, const char** attributes) {
        static_cast<Builder*>(data)->start(name, attributes);
      },
      [](void* data, const char*) { static_cast<Builder*>(data)->end(); });
  XML_SetCharacterDataHandler(parser.get(), [](void* data, const char* text, int size) {
    static_cast<Builder*>(data)->characters({text, static_cast<std::size_t>(size)});
  });
  // Entities are declared where the entry was cut from, if anywhere: unknown ones are no error.
  XML_UseForeignDTD(parser.get(), XML_TRUE);
  XML_SetSkippedEntityHandler(parser.get(), [](void* data, const char*, int is_parameter) {
    if (is_parameter == 0) static_cast<Builder*>(data)->unknown_entity();
  });
  if (XML_Parse(parser.get(), shown.data(), static_cast<int>(shown.size()), 1) == XML_STATUS_ERROR) {
    if (builder.too_deep()) {
      return fail(ErrorCode::over_limit,
                  "elements nested more than " + std::to_string(limits::markup_depth_max) + " deep");
    }
    return fail(ErrorCode::malformed, "broken XML at byte " +
                                          std::to_string(XML_GetCurrentByteIndex(parser.get()) + 1) + ": " +
                                          XML_ErrorString(XML_GetErrorCode(parser.get())));
  }
  return builder.take();
}

}  // namespace sitrep::feed
