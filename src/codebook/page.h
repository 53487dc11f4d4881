// A codebook as a page for people: docs/codebook.md is made from it.
#pragma once

#include <string>

#include "codebook/codebook.h"

namespace sitrep {

// Markdown: a chapter a family, a section a type with what it is and is not, its codes, words and
// examples. Deterministic.
std::string codebook_page(const Codebook& book);

}  // namespace sitrep
