// sitrep version: the program, the numbers of its formats, and the libraries it runs with.

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/libraries.h"
#include "language/language.h"
#include "record/record.h"

namespace sitrep {

int run_version(Context& context) {
  Reading identity = ReportReader(ReaderKind::rules).identity();
  nlohmann::ordered_json data{
      {"version", SITREP_VERSION}, {"schema", schema_version}, {"reader", identity.program}};
  if (identity.model) data["model"] = *identity.model;
  if (identity.codebook) data["codebook"] = *identity.codebook;
  if (identity.gazetteer) data["gazetteer"] = *identity.gazetteer;
  auto language = language_identity();
  if (language) {
    data["language"] = {{"model", language->model},
                        {"version", language->version},
                        {"sha256", language->sha256},
                        {"runtime", language->runtime},
                        {"processor", language->processor}};
  }
  for (const auto& [name, version] : libraries()) data["libraries"][name] = version;
  if (context.options.json) {
    context.out.write_json(nlohmann::ordered_json{{"type", "version"}, {"data", data}}.dump());
    return exit_fine;
  }
  context.out.write(fmt::format("sitrep {} (record schema {})\n", SITREP_VERSION, schema_version));
  if (identity.codebook) context.out.write(fmt::format("codebook {}\n", *identity.codebook));
  if (identity.gazetteer) context.out.write(fmt::format("gazetteer {}\n", *identity.gazetteer));
  if (language) {
    context.out.write(fmt::format("language model {} {} (sha256 {})\n", language->model, language->version,
                                  language->sha256));
    context.out.write(fmt::format("run by {} with {}\n", language->runtime, language->processor));
  } else {
    context.out.write("no language model: reports are read by rules alone\n");
  }
  std::string line = "with";
  for (const auto& [name, version] : libraries()) line += fmt::format(" {} {},", name, version);
  line.back() = '\n';
  context.out.write(line);
  return exit_fine;
}

}  // namespace sitrep
