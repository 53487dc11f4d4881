// The last step of every format: what hides inside body parts.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "intake/plain/crossheads.h"
#include "intake/plain/dateline.h"
#include "intake/plain/front_line.h"
#include "intake/plain/pictures.h"
#include "intake/plain/plain.h"
#include "intake/plain/quotes.h"
#include "intake/plain/scan.h"

namespace sitrep {

namespace {

using namespace plain;

// A damaged or hostile text can open a million quotations; a reader needs no more than these.
constexpr std::size_t quote_notes_max = 100;
// How many body parts may stand above the one with the dateline (a summary, a correction).
constexpr int bodies_before_dateline_max = 3;

class Refiner {
 public:
  explicit Refiner(DocumentContent& content)
      : content_(content), text_(content.text), all_caps_(is_all_caps(text_)) {}

  void refine() {
    note_unclosed_quotes();
    dateline_done_ = content_.publication.dateline.has_value();
    parts_.reserve(content_.parts.size());
    for (const Part& part : content_.parts) {
      if (part.kind == PartKind::dateline && !dateline_done_) {
        take_marked_dateline(part.span);
      }
      if (part.kind == PartKind::byline || part.kind == PartKind::credit) take_marked_names(part.span);
      if (part.kind == PartKind::body) {
        refine_body(part.span);
      } else {
        parts_.push_back(part);
      }
    }
    content_.parts = std::move(parts_);
  }

 private:
  [[nodiscard]] std::string_view view(Span span) const { return text_.substr(span.begin, span.size()); }

  void add(PartKind kind, Span span) {
    span = trim(text_, span);
    if (!span.empty()) parts_.push_back({kind, span});
  }

  void refine_body(Span span) {
    span = trim(text_, span);
    if (span.empty()) return;
    PictureWords pictures = picture_words(view(span));
    bool caption = !pictures.pieces.empty() && pictures.pieces.front().kind == PartKind::caption;
    bool credit_only = pictures.pieces.size() == 1 && pictures.pieces[0].span == make_span(0, span.size());
    std::uint32_t begin = span.begin;
    if (!caption && !credit_only && !dateline_done_) begin = take_dateline(span);
    for (const Credit& credit : pictures.credits) take_credit(credit, span.begin);
    std::uint32_t at = begin;
    for (const Part& piece : pictures.pieces) {
      Span whole = {piece.span.begin + span.begin, piece.span.end + span.begin};
      if (whole.begin < at) continue;  // inside the dateline
      cut_crossheads({at, whole.begin});
      add(piece.kind, whole);
      at = whole.end;
    }
    cut_crossheads({at, span.end});
  }

  void cut_crossheads(Span span) {
    if (span.empty()) return;
    std::uint32_t at = span.begin;
    for (Span crosshead : glued_crossheads(view(span))) {
      Span whole = {crosshead.begin + span.begin, crosshead.end + span.begin};
      add(PartKind::body, {at, whole.begin});
      add(PartKind::crosshead, whole);
      at = whole.end;
    }
    add(PartKind::body, {at, span.end});
  }

  // Where the body begins behind its dateline, or its own begin.
  std::uint32_t take_dateline(Span span) {
    auto found = find_dateline(view(span), all_caps_);
    bool sure = found && (found->agency || found->date);
    if (!found || (bodies_ > 0 && !sure)) {
      dateline_done_ = ++bodies_ >= bodies_before_dateline_max;
      return span.begin;
    }
    set_dateline(*found, span.begin);
    Span whole = {found->span.begin + span.begin, found->span.end + span.begin};
    add(PartKind::dateline, whole);
    return whole.end;
  }

  // A part that its format marked as the dateline, read as one where it can be.
  void take_marked_dateline(Span span) {
    std::string read(view(span));
    // The rule wants the dash and a sentence behind it.
    bool ends = !read.empty() && (read.back() == ':' || read.back() == '-' ||
                                  read.ends_with("\xE2\x80\x94") || read.ends_with("\xE2\x80\x93"));
    read += ends ? " X" : " - X";
    if (auto found = find_dateline(read, all_caps_)) {
      found->span = make_span(0, span.size());
      set_dateline(*found, span.begin);
    } else {
      content_.publication.dateline = Dateline{};
      content_.publication.dateline->place = one_line(view(span));
      content_.publication.dateline->text = std::string(view(span));
      content_.publication.dateline->span = span;
      content_.publication.because.push_back({"dateline", "marked so by the format", {span}});
    }
    dateline_done_ = true;
  }

  // A part that its format marked as byline or credit: whom it names, where nothing told that before.
  void take_marked_names(Span span) {
    Publication& publication = content_.publication;
    FrontLine front = read_front_line(view(span));
    auto add_values = [&](std::vector<std::string>& list, const std::vector<Span>& names, const char* key) {
      if (!list.empty()) return;
      for (Span name : names) {
        Span whole = {name.begin + span.begin, name.end + span.begin};
        std::string value = one_line(view(whole));
        if (std::find(list.begin(), list.end(), value) != list.end()) continue;
        list.push_back(std::move(value));
        publication.because.push_back({key, "part marked so by the format", {whole}});
      }
    };
    std::vector<Span> people;
    for (const Person& person : front.byline) people.push_back(person.span);
    add_values(publication.byline, people, "byline");
    add_values(publication.credit, front.credit, "credit");
  }

  void set_dateline(const FoundDateline& found, std::uint32_t base) {
    auto in_text = [base](Span s) { return Span{s.begin + base, s.end + base}; };
    Publication& publication = content_.publication;
    Dateline dateline;
    dateline.span = in_text(found.span);
    dateline.text = std::string(view(*dateline.span));
    std::vector<Span> spans;
    if (found.place) {
      dateline.place = one_line(view(in_text(*found.place)));
      spans.push_back(in_text(*found.place));
    }
    if (found.agency) {
      dateline.agency = one_line(view(in_text(*found.agency)));
      spans.push_back(in_text(*found.agency));
    }
    std::optional<Date> near;
    if (publication.published) {
      near = publication.published->date;
    } else if (publication.modified) {
      near = publication.modified->date;
    }
    if (found.date) dateline.date = complete(*found.date, near);
    if (dateline.date) {
      spans.push_back(in_text(*found.date_span));
      if (!found.date->year || *found.date->year < 100) {
        publication.because.push_back(
            {"dateline",
             found.date->year ? "year of two digits" : "last such day before the publication",
             {in_text(*found.date_span)}});
      }
    }
    std::sort(spans.begin(), spans.end());
    publication.because.push_back({"dateline", "dateline before the first sentence", std::move(spans)});
    publication.dateline = std::move(dateline);
    dateline_done_ = true;
  }

  void take_credit(const Credit& credit, std::uint32_t base) {
    auto add_value = [&](std::vector<std::string>& list, Span span, const char* key, const char* rule) {
      Span whole = {span.begin + base, span.end + base};
      std::string value = one_line(view(whole));
      if (std::find(list.begin(), list.end(), value) != list.end()) return;
      list.push_back(std::move(value));
      content_.publication.because.push_back({key, rule, {whole}});
    };
    Publication& publication = content_.publication;
    for (Span name : credit.names) {
      add_value(publication.credit, name, "credit",
                credit.photo ? "credit of a picture" : "credit in the body");
    }
    if (bylined_ || !publication.byline.empty()) {
      if (!bylined_) return;
    }
    bylined_ = bylined_ || !credit.people.empty();
    for (Span person : credit.people) add_value(publication.byline, person, "byline", "named as reporting");
  }

  void note_unclosed_quotes() {
    const std::vector<Part>& parts = content_.parts;
    auto spoken = [](const Part& part) {
      return part.kind == PartKind::body || part.kind == PartKind::quote;
    };
    std::size_t notes = 0;
    for (std::size_t i = 0; i < parts.size() && notes < quote_notes_max; ++i) {
      if (!spoken(parts[i])) continue;
      bool goes_on =
          i + 1 < parts.size() && spoken(parts[i + 1]) && opens_with_quote(view(parts[i + 1].span));
      for (Span quote : unclosed_quotes(view(parts[i].span), goes_on)) {
        if (++notes > quote_notes_max) break;
        Span whole = {quote.begin + parts[i].span.begin, quote.end + parts[i].span.begin};
        content_.notes.push_back({NoteKind::unclosed_quote, std::string(view(whole)), whole,
                                  "a quotation is opened and never closed"});
      }
    }
  }

  DocumentContent& content_;
  std::string_view text_;
  bool all_caps_;
  std::vector<Part> parts_;
  bool dateline_done_ = false;
  bool bylined_ = false;
  int bodies_ = 0;
};

}  // namespace

void refine_parts(DocumentContent& content) { Refiner(content).refine(); }

}  // namespace sitrep
