// sitrep read: reports in, what they say out. Nothing is kept.

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/mentions_in_text.h"
#include "cli/printer.h"
#include "engine/pipeline.h"
#include "record/json.h"

namespace sitrep {

namespace {

std::string draw(const Document& document, const Findings& findings, const ReportReader& reader,
                 const Context& context) {
  Report report = report_of(document);
  const Positions& positions = document.positions();
  if (context.options.json) {
    std::string lines = context.options.mentions
                            ? json_lines(report, reader.mentions(document), findings.notes, positions)
                            : json_lines(report, findings, positions);
    return context.out.is_terminal() ? harmless_json(lines) : lines;
  }
  if (context.options.mentions) return draw_mentions(report, reader.mentions(document), context.layout);
  if (context.options.parts) return draw_parts(report, positions, context.layout);
  return draw_report(report, findings, positions, context.layout);
}

}  // namespace

int run_read(Context& context) {
  const Options& options = context.options;
  if (options.operands.empty()) {
    return complain(context, "read wants a FILE, an address, or - for standard input", "sitrep help read");
  }
  int status = exit_fine;
  auto failed = [&](const Error& error) {
    context.out.flush();  // on a terminal, what was read stands before what went wrong after it
    context.messages.error(error);
    status = exit_error;
    return context.out.usable();
  };
  std::vector<std::string> inputs;
  for (const std::string& operand : options.operands) {
    if (is_folder(operand)) {
      failed({ErrorCode::bad_usage, "is a folder", operand,
              fmt::format("name its files: sitrep read {0}/*; or keep all of it: sitrep add {0}", operand)});
    } else {
      inputs.push_back(operand);
    }
  }

  // With mentions, nothing else is read.
  ReaderKind kind = options.mentions ? ReaderKind::none : options.reader;
  auto codebook = load_codebook(context);
  if (!codebook) return exit_error;
  auto actors = load_actors(context);
  if (!actors) return exit_error;
  ReportReader reader(options.reader, *codebook, *actors);
  bool first = true;
  PipelineWork work;
  work.prepare = [&](const Document& document, const Findings& findings) -> Delivery {
    auto drawn = std::make_shared<std::string>(draw(document, findings, reader, context));
    return [&context, &first, drawn] {
      if (std::exchange(first, false)) {
        tell_of_missing_model(context);
      } else if (!context.options.json) {
        context.out.write("\n");
      }
      context.out.write(*drawn);
      return context.out.usable();
    };
  };
  work.failed = failed;
  work.idle = [&] {
    context.out.flush();  // a slow stream is seen as it comes
    return context.out.usable();
  };
  PipelineOptions pipeline{
      {options.allow_private}, options.overrides, kind, *codebook, options.jobs.value_or(0), {}, *actors};
  context.leave_at_once = run_pipeline(std::move(inputs), pipeline, work) == PipelineEnd::stopped_waiting;
  return status;
}

}  // namespace sitrep
