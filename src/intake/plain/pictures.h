// Captions and credits inside the body: "... on Tuesday. (Photo: Ida Holm / AP)", "FILE - ...",
// "... past a burnt-out car. REUTERS/Ida Holm", "(Reporting by Ida Holm; Editing by Ola Berg)".
#pragma once

#include <string_view>
#include <vector>

#include "intake/plain/credits.h"
#include "text/part.h"

namespace sitrep::plain {

struct PictureWords {
  std::vector<Part> pieces;     // credits and captions in order; spans of the paragraph
  std::vector<Credit> credits;  // what the credits among them say
};

// O(n).
PictureWords picture_words(std::string_view paragraph);

}  // namespace sitrep::plain
