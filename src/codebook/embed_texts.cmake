# cmake -DOUT=x.cc -DFILES="a;b" -P embed_texts.cmake
# Writes a source file with the codebook's texts. Literals stay under 60,000 bytes, as compilers ask.
set(parts "")
foreach(file IN LISTS FILES)
  file(READ ${file} text)
  get_filename_component(name ${file} NAME)
  string(LENGTH "${text}" length)
  if(length GREATER 60000)
    message(FATAL_ERROR "${file} has ${length} bytes; part it in two")
  endif()
  string(APPEND parts "    {\"codebook/${name}\", R\"codebook(${text})codebook\"},\n")
endforeach()
file(WRITE ${OUT} "#include \"codebook/standard.h\"

namespace sitrep {
namespace {

constexpr CodebookText texts[] = {
${parts}};

}  // namespace

std::span<const CodebookText> standard_codebook() { return texts; }

}  // namespace sitrep
")
