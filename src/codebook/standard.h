// The text of the codebook that ships: data/codebook/, built into the program (embed_texts.cmake).
#pragma once

#include <span>

#include "codebook/reader.h"

namespace sitrep {

// A file each, in the order of their names.
std::span<const CodebookText> standard_codebook();

}  // namespace sitrep
