# Tables of data/ that go into the program as they are.
#
#   sitrep_embed(sitrep_lexicon english_frequencies data/words/english-frequencies.tsv)
#
# gives the target's sources `extern const std::string_view sitrep::embedded::english_frequencies;`, declared
# where it is used. Text only; made anew whenever the table changes.
function(sitrep_embed target name file)
  set(path ${CMAKE_SOURCE_DIR}/${file})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  file(READ ${path} text)
  set(out ${CMAKE_BINARY_DIR}/embedded/${name}.cc)
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT [[// Made from @file@ by cmake/SitrepEmbed.cmake.
#include <string_view>

namespace sitrep::embedded {
extern const std::string_view @name@;
const std::string_view @name@ = R"sitrep(@text@)sitrep";
}  // namespace sitrep::embedded
]])
  target_sources(${target} PRIVATE ${out})
endfunction()
