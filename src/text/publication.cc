#include "text/publication.h"

namespace sitrep {

bool is_english(std::string_view tag) {
  bool begins = tag.size() >= 2 && (tag[0] == 'e' || tag[0] == 'E') && (tag[1] == 'n' || tag[1] == 'N');
  return begins && (tag.size() == 2 || tag[2] == '-' || tag[2] == '_');
}

}  // namespace sitrep
