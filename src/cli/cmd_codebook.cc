// sitrep codebook: the codebook as a page, or its examples run as tests.

#include <fmt/format.h>

#include "cli/command.h"
#include "codebook/page.h"
#include "engine/codebook_check.h"

namespace sitrep {
namespace {

int test(Context& context, const std::shared_ptr<const Codebook>& book) {
  tell_of_missing_model(context);
  std::size_t wrong = 0, all = 0;
  for (const ExampleOutcome& outcome : run_examples(book)) {
    ++all;
    if (outcome.faults.empty()) continue;
    ++wrong;
    context.out.write(fmt::format("{}: {}: {}\n  {}\n", outcome.where, outcome.type,
                                  fmt::join(outcome.faults, "; "), outcome.sentence));
  }
  context.out.flush();
  context.messages.say(fmt::format("{} examples, {} not read as they should be", all, wrong));
  return wrong == 0 ? exit_fine : exit_nothing;
}

}  // namespace

int run_codebook(Context& context) {
  const std::vector<std::string>& operands = context.options.operands;
  if (operands.empty() || operands.size() > 2 || (operands[0] != "print" && operands[0] != "test")) {
    return complain(context, "codebook is told what to do and with which file",
                    "sitrep codebook print, sitrep codebook test my.codebook");
  }
  auto book = operands.size() == 2 ? Codebook::load_file(operands[1]) : Codebook::load("", "");
  if (!book) {
    context.messages.error(book.error());
    return exit_error;
  }
  if (operands[0] == "test") return test(context, *book);
  context.out.write(codebook_page(**book));
  return exit_fine;
}

}  // namespace sitrep
