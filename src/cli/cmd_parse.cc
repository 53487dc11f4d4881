// sitrep parse: a report's syntax, as tables or drawn.

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <utility>

#include "base/limits.h"
#include "cli/command.h"
#include "engine/pipeline.h"
#include "inspect/conllu.h"
#include "inspect/trees.h"
#include "language/language.h"

namespace sitrep {

namespace {

// A text put together from words that somebody has cut already: a sentence a line, a tab between words, an
// empty line between texts.
struct GivenWords {
  std::string text;
  std::vector<Span> tokens;
  std::vector<std::uint32_t> ends;  // of sentences: one past the last token
};

// Takes the next text off the front of `lines`; one without words only where no text is left.
GivenWords next_text(std::string_view& lines) {
  GivenWords given;
  while (!lines.empty()) {
    std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::size_t before = given.tokens.size();
    while (!line.empty()) {
      std::string_view word = line.substr(0, line.find('\t'));
      line.remove_prefix(std::min(line.size(), word.size() + 1));
      if (word.empty()) continue;
      std::size_t begin = given.text.size();
      given.text += word;
      given.tokens.push_back(make_span(begin, given.text.size()));
      given.text += ' ';
    }
    if (given.tokens.size() == before) {
      if (before > 0) break;
      continue;
    }
    given.text.back() = '\n';
    given.ends.push_back(static_cast<std::uint32_t>(given.tokens.size()));
  }
  return given;
}

Result<std::string> bytes_of(const std::string& name) {
  std::ifstream file;
  if (name != "-") {
    file.open(name, std::ios::binary);
    if (!file) return fail(ErrorCode::not_found, "cannot be opened", name);
  }
  std::istream& in = name == "-" ? std::cin : file;
  std::string bytes;
  std::vector<char> buffer(1U << 16);
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > limits::report_bytes_max) return fail(ErrorCode::over_limit, "is too long", name);
  }
  return bytes;
}

std::string draw(const Syntax& syntax, std::string_view text, const Positions& positions, bool svg) {
  return svg ? draw_trees(syntax, text) : conllu(syntax, text, positions);
}

Done parse_words(Context& context, const Language& language, const std::string& name) {
  auto bytes = bytes_of(name);
  if (!bytes) return fail(bytes);
  std::string_view lines = *bytes;
  for (GivenWords given = next_text(lines); !given.tokens.empty(); given = next_text(lines)) {
    auto syntax =
        language.read_tokens(given.text, given.tokens, given.ends, context.options.jobs.value_or(0));
    if (!syntax) return fail(syntax);
    context.out.write(draw(*syntax, given.text, Positions(given.text), context.options.svg));
    if (!context.out.usable()) break;
  }
  return {};
}

}  // namespace

int run_parse(Context& context) {
  const Options& options = context.options;
  if (options.operands.empty()) {
    return complain(context, "parse wants a FILE, an address, or - for standard input", "sitrep help parse");
  }
  auto language = Language::english();
  if (!language) {
    context.messages.error(language.error());
    return exit_error;
  }
  int status = exit_fine;
  auto failed = [&](const Error& error) {
    context.out.flush();
    context.messages.error(error);
    status = exit_error;
    return context.out.usable();
  };
  if (options.svg) context.out.write(trees_page_begin(options.operands.front()));
  if (options.words) {
    for (const std::string& operand : options.operands) {
      Done done = parse_words(context, **language, operand);
      if (!done) failed(done.error());
    }
  } else {
    PipelineWork work;
    work.prepare = [&](const Document& document, const Findings&) -> Delivery {
      // All of a plain text is the user's text; the notices of a page are its frame.
      bool plain = document.provenance().media_type == "text/plain";
      Analysis analysis = (*language)->read(document, plain ? Reach::everything : Reach::report);
      auto drawn = std::make_shared<std::string>();
      if (!options.svg) *drawn = "# newdoc id = " + document.id() + "\n";
      auto talk = std::make_shared<std::vector<std::string>>();
      for (const Note& note : analysis.notes())
        talk->push_back(document.provenance().path + ": " + note.message);
      if (analysis.syntax() != nullptr) {
        *drawn += draw(*analysis.syntax(), document.text(), document.positions(), options.svg);
      }
      return [&context, drawn, talk] {
        context.out.write(*drawn);
        for (const std::string& line : *talk) context.messages.say(line);
        return context.out.usable();
      };
    };
    work.failed = failed;
    work.idle = [&] {
      context.out.flush();
      return context.out.usable();
    };
    PipelineOptions pipeline{
        {options.allow_private}, options.overrides, ReaderKind::none, {}, options.jobs.value_or(0), {}};
    context.leave_at_once = run_pipeline(options.operands, pipeline, work) == PipelineEnd::stopped_waiting;
  }
  if (options.svg) context.out.write(trees_page_end());
  return status;
}

}  // namespace sitrep
