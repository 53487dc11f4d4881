// Where the language model is, and where its compiled form is kept.
#pragma once

#include <string>

namespace sitrep {

// $SITREP_MODEL if set; else share/sitrep/english.model beside the program's bin/; else models/english.model
// of the tree that the program was built from. The file may be missing.
std::string english_model_path();

// $XDG_CACHE_HOME/sitrep, or ~/.cache/sitrep; empty without either.
std::string cache_folder();

}  // namespace sitrep
