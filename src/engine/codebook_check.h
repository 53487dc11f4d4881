// Runs the examples of a codebook as tests: each sentence is read, and what was read is held against what
// the example says.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "codebook/codebook.h"

namespace sitrep {

struct ExampleOutcome {
  std::string where;  // "my.codebook:12"
  std::string type;   // that the example stands under
  std::string sentence;
  std::vector<std::string> faults;  // in words; none where the example came right
};

// In the order of types and examples. A sentence takes some milliseconds.
std::vector<ExampleOutcome> run_examples(const std::shared_ptr<const Codebook>& book);

}  // namespace sitrep
