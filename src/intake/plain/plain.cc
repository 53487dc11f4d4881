// The cutter: paragraphs from the top, front matter first, then body.
#include "intake/plain/plain.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "intake/plain/boilerplate.h"
#include "intake/plain/crossheads.h"
#include "intake/plain/dateline.h"
#include "intake/plain/front_line.h"
#include "intake/plain/headline.h"
#include "intake/plain/labelled_dates.h"
#include "intake/plain/letterhead.h"
#include "intake/plain/paragraphs.h"
#include "intake/plain/pictures.h"
#include "intake/plain/scan.h"
#include "text/utf8.h"

namespace sitrep {

namespace {

using namespace plain;

// Cuts `text`; parts are of it, what goes into the publication is of the builder's text, `base` on.
class Cutter {
 public:
  Cutter(std::string_view text, std::uint32_t base, bool headline_held, Publication& publication)
      : text_(text),
        base_(base),
        headline_held_(headline_held),
        headline_given_(publication.headline.has_value()),
        byline_given_(!publication.byline.empty()),
        publication_(publication),
        paragraphs_(paragraphs_of(text)) {}

  std::vector<Part> cut() {
    // A text of one paragraph is a sentence or a body, never a headline over nothing.
    if (paragraphs_.size() > 1) {
      all_caps_ = is_all_caps(text_);
      while (next_ < paragraphs_.size() && cut_front()) ++next_;
    }
    for (; next_ < paragraphs_.size(); ++next_) cut_body();
    return std::move(parts_);
  }

 private:
  [[nodiscard]] std::string_view view(std::size_t index) const {
    if (index >= paragraphs_.size()) return {};
    Span span = paragraphs_[index].span;
    return text_.substr(span.begin, span.size());
  }
  [[nodiscard]] Span span(std::size_t index) const { return paragraphs_[index].span; }
  [[nodiscard]] Span in_document(Span local) const { return {local.begin + base_, local.end + base_}; }

  void add(PartKind kind, Span part) { parts_.push_back({kind, part}); }

  // What stands under paragraph `index`, boilerplate passed over.
  [[nodiscard]] Below below(std::size_t index) const {
    Below out;
    out.all_caps = all_caps_;
    std::size_t next = index + 1;
    while (next < paragraphs_.size() && is_boilerplate_line(view(next))) ++next;
    out.next = view(next++);
    while (next < paragraphs_.size() && is_boilerplate_line(view(next))) ++next;
    out.after = view(next);
    if (out.next.empty()) return out;
    FrontLine front = read_front_line(out.next);
    bool of_report =
        front.published || front.modified || !front.byline.empty() || (!front.credit.empty() && !front.photo);
    std::string_view rest = out.next.substr(front.rest.begin, front.rest.size());
    bool whole = front.all_known() || is_name_beside_date(front, rest);
    // With nothing under it, it signs the report off.
    out.front_matter =
        (whole && of_report && !out.after.empty()) || find_dateline(out.next, all_caps_).has_value();
    return out;
  }

  // One paragraph above the body; false where the body starts.
  bool cut_front() {
    std::string_view line = view(next_);
    Span whole = span(next_);
    if (paragraphs_[next_].quoted) return false;
    if (is_boilerplate_line(line)) {
      add(PartKind::boilerplate, whole);
      return true;
    }
    FrontLine front = read_front_line(line);
    if (front.all_known()) {
      take(front, whole.begin);
      return true;
    }
    std::string_view rest = line.substr(front.rest.begin, front.rest.size());
    if (is_name_beside_date(front, rest)) {
      take_name_beside_date(front, rest, whole.begin);
      return true;
    }
    if (!headline_given_ && !headline_found_ && cut_letterhead()) return true;
    if (headline_given_ && !repeated_ && same_words(rest, *publication_.headline)) {
      repeated_ = true;
      take(front, whole.begin, headline_held_ ? PartKind::boilerplate : PartKind::headline);
      return true;
    }
    PictureWords pictures = picture_words(line);
    if (!pictures.pieces.empty() && pictures.pieces.front().kind == PartKind::caption &&
        (front.pieces.empty() || front.rest.begin <= front.pieces.front().span.begin)) {
      add(PartKind::body, whole);  // refine_parts makes it a caption, and reads its credit
      return true;
    }
    if (!headline_given_ && !headline_found_) return cut_headline(front, rest, whole.begin);
    if (!subheadline_found_ && front.pieces.empty() && reads_as_subheadline(line, below(next_))) {
      subheadline_found_ = true;
      add(PartKind::subheadline, whole);
      return true;
    }
    return false;
  }

  void take_name_beside_date(FrontLine front, std::string_view rest, std::uint32_t begin) {
    bool outlet = names_body(rest) || looks_like_agency(rest);
    if (outlet) front.credit.push_back(front.rest);
    take(front, begin, outlet ? PartKind::credit : PartKind::boilerplate);
  }

  // Whose statement it is, or what kind of paper, with the headline still to come.
  bool cut_letterhead() {
    std::string_view line = view(next_);
    if (is_document_label(line)) {
      add(PartKind::boilerplate, span(next_));
      return true;
    }
    if (letterhead_found_ || !is_letterhead(next_)) return false;
    letterhead_found_ = true;
    std::string_view name = trimmed(line.substr(0, line.find('|')));
    add(PartKind::boilerplate, span(next_));
    if (publication_.outlet) return true;
    Span named = make_span(span(next_).begin, span(next_).begin + name.size());
    publication_.outlet = one_line(name);
    publication_.because.push_back({"outlet", "letterhead of a statement", {in_document(named)}});
    return true;
  }

  // A body's name above a label or a date, and a headline under those.
  [[nodiscard]] bool is_letterhead(std::size_t index) const {
    constexpr std::size_t line_bytes_max = 120;
    constexpr std::size_t head_lines_max = 4;
    std::string_view line = view(index);
    std::string_view name = trimmed(line.substr(0, line.find('|')));
    if (line.size() > line_bytes_max || ends_sentence(line)) return false;
    std::size_t under = index + 1;
    bool labelled = false;
    bool dated = false;
    for (; under < paragraphs_.size() && under < index + head_lines_max; ++under) {
      std::string_view next = view(under);
      if (is_document_label(next)) {
        labelled = true;
        continue;
      }
      FrontLine front = read_front_line(next);
      bool date =
          front.published &&
          (front.all_known() || is_name_beside_date(front, next.substr(front.rest.begin, front.rest.size())));
      if (!date) break;
      dated = true;
    }
    bool body = names_body(name) || looks_like_agency(name);
    if (!(labelled && is_names_only(name)) && !(dated && body)) return false;
    std::string_view headline = view(under);
    return words_of(headline, 3).size() == 3 && !ends_sentence(headline) && !view(under + 1).empty();
  }

  bool cut_headline(const FrontLine& front, std::string_view rest, std::uint32_t begin) {
    Below under = below(next_);
    // A kicker ("World") above the headline.
    if (front.pieces.empty() && words_of(rest, 3).size() <= 2 && !ends_sentence(rest) &&
        !under.front_matter && !find_dateline(under.next, all_caps_) && words_of(under.next, 4).size() >= 4 &&
        !ends_sentence(under.next) && !kicker_found_ && next_ + 2 < paragraphs_.size()) {
      kicker_found_ = true;
      add(PartKind::boilerplate, span(next_));
      return true;
    }
    // What stood with a date or a credit on the line is a headline by that: it need not look like one.
    bool peeled = front.published || front.modified || !front.credit.empty() || !front.byline.empty();
    // Behind a full sentence a date or credit belongs to a picture more often than to the report.
    if (peeled && ends_sentence(rest)) peeled = front.pieces.front().span.begin < front.rest.begin;
    if (peeled) under.front_matter = true;
    if (!reads_as_headline(rest, under)) return false;
    headline_found_ = true;
    Span headline = {begin + front.rest.begin, begin + front.rest.end};
    publication_.headline = headline_value(rest);
    publication_.because.push_back(
        {"headline",
         peeled ? "what the first line holds beside date, credit and caption" : "line above the body",
         {in_document(headline)}});
    take(front, begin, PartKind::headline);
    return true;
  }

  // The pieces of a line, and what they say; its rest becomes a part of `rest_kind`.
  void take(const FrontLine& front, std::uint32_t begin, PartKind rest_kind = PartKind::boilerplate) {
    auto local = [begin](Span s) { return Span{s.begin + begin, s.end + begin}; };
    auto said = [&](Span s) { return one_line(text_.substr(begin + s.begin, s.size())); };
    bool rest_added = front.rest.empty();
    for (const Part& piece : front.pieces) {
      if (!rest_added && front.rest.begin < piece.span.begin) {
        rest_added = true;
        add(rest_kind, local(front.rest));
      }
      add(piece.kind, local(piece.span));
    }
    if (!rest_added) add(rest_kind, local(front.rest));

    take_date(front.published, publication_.published, "published", begin);
    take_date(front.modified, publication_.modified, "modified", begin);
    for (Span name : front.credit) {
      std::string value = said(name);
      if (std::find(publication_.credit.begin(), publication_.credit.end(), value) !=
          publication_.credit.end()) {
        continue;
      }
      publication_.credit.push_back(std::move(value));
      publication_.because.push_back(
          {"credit", "agency or label of a credit line", {in_document(local(name))}});
    }
    if (byline_given_) return;
    for (const Person& person : front.byline) {
      std::string value = said(person.span);
      if (std::find(publication_.byline.begin(), publication_.byline.end(), value) !=
          publication_.byline.end()) {
        continue;
      }
      publication_.byline.push_back(std::move(value));
      publication_.because.push_back({"byline", "name in a byline", {in_document(local(person.span))}});
    }
  }

  void take_date(const std::optional<FrontLine::FoundSpan>& found, std::optional<DateTime>& value,
                 const char* key, std::uint32_t begin) {
    if (!found || value) return;
    value = complete_time(found->date);
    if (!value) return;
    publication_.because.push_back({key,
                                    found->date.iso ? "ISO date above the body" : "date above the body",
                                    {in_document({found->span.begin + begin, found->span.end + begin})}});
  }

  void cut_body() {
    std::string_view line = view(next_);
    Span whole = span(next_);
    if (paragraphs_[next_].quoted) return add(PartKind::quote, whole);
    if (paragraphs_.size() == 1) return add(PartKind::body, whole);
    if (is_boilerplate_line(line)) return add(PartKind::boilerplate, whole);
    if (next_ + 1 == paragraphs_.size() && !publication_.published && cut_closing_date(line)) return;
    // A bare date between paragraphs heads what follows (a chronicle); it dates no report.
    FrontLine front = read_front_line(line);
    bool says_more = !front.credit.empty() || !front.byline.empty() ||
                     std::any_of(front.pieces.begin(), front.pieces.end(),
                                 [](const Part& piece) { return piece.kind != PartKind::boilerplate; });
    if (front.all_known() && (says_more || next_ + 1 == paragraphs_.size())) {
      return take(front, whole.begin);
    }
    if (front.all_known()) return add(PartKind::crosshead, whole);
    add(heads_next() ? PartKind::crosshead : PartKind::body, whole);
  }

  // "Issued on the Alvar, 7 May 2031" under a statement.
  bool cut_closing_date(std::string_view line) {
    auto found = closing_date(line);
    auto date = found ? complete_time(found->date) : std::nullopt;
    if (!date) return false;
    publication_.published = date;
    std::uint32_t begin = span(next_).begin;
    publication_.because.push_back({"published",
                                    "date of the closing line",
                                    {in_document({found->span.begin + begin, found->span.end + begin})}});
    add(PartKind::boilerplate, span(next_));
    return true;
  }

  // Whether this paragraph is a crosshead: short, between body and the body's next full paragraph.
  [[nodiscard]] bool heads_next() const {
    std::string_view line = view(next_);
    if (!is_crosshead_line(line) || next_ + 1 >= paragraphs_.size()) return false;
    if (parts_.empty() || (parts_.back().kind != PartKind::body && parts_.back().kind != PartKind::quote &&
                           parts_.back().kind != PartKind::boilerplate)) {
      return false;
    }
    std::string_view next = view(next_ + 1);
    std::string_view last = next_ > 0 ? view(next_ - 1) : std::string_view();
    if (is_crosshead_line(last) || is_crosshead_line(next) || next.size() <= line.size()) return false;
    if (last.ends_with(':') || last.ends_with(',')) return false;
    return ends_sentence(next) || next.size() > 200;
  }

  std::string_view text_;
  std::uint32_t base_;
  bool headline_held_;
  bool headline_given_;
  bool byline_given_;
  Publication& publication_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Part> parts_;
  std::size_t next_ = 0;
  bool all_caps_ = false;
  bool headline_found_ = false;
  bool subheadline_found_ = false;
  bool kicker_found_ = false;
  bool letterhead_found_ = false;
  bool repeated_ = false;
};

}  // namespace

void append_plain_text(std::string_view utf8, const OffsetMap& map, TextBuilder& out,
                       Publication& publication, std::vector<Note>& /*notes*/) {
  if (utf8.empty()) return;
  bool headline_held = std::any_of(out.parts().begin(), out.parts().end(),
                                   [](const Part& part) { return part.kind == PartKind::headline; });
  if (out.size() > 0) out.insert("\n\n");
  std::vector<Part> parts = Cutter(utf8, out.size(), headline_held, publication).cut();
  std::uint32_t at = 0;
  for (const Part& part : parts) {
    out.append_slice(utf8, map, {at, part.span.begin});
    out.begin_part(part.kind, "");
    out.append_slice(utf8, map, part.span);
    out.end_part();
    at = part.span.end;
  }
  out.append_slice(utf8, map, make_span(at, utf8.size()));
}

}  // namespace sitrep
