# Lexbor, the HTML5 parser, from third_party/lexbor: one static library, built as its authors build it.
# It is not ours, so its warnings are off; it reads outside bytes, so the sanitizers are on with ours.

include(${CMAKE_SOURCE_DIR}/third_party/lexbor/sources.cmake)
list(TRANSFORM LEXBOR_SOURCES PREPEND ${CMAKE_SOURCE_DIR}/third_party/lexbor/)

add_library(lexbor STATIC ${LEXBOR_SOURCES})
target_include_directories(lexbor SYSTEM PUBLIC ${CMAKE_SOURCE_DIR}/third_party/lexbor)
target_compile_definitions(lexbor PUBLIC LEXBOR_STATIC)
target_compile_options(lexbor PRIVATE -w -O2)
set_target_properties(lexbor PROPERTIES C_STANDARD 99 C_STANDARD_REQUIRED ON C_EXTENSIONS ON)
if(SITREP_SANITIZE)
  target_compile_options(lexbor PRIVATE -fsanitize=${SITREP_SANITIZE} -fno-sanitize-recover=all
                         -fno-omit-frame-pointer)
endif()
if(SITREP_FUZZ)
  target_compile_options(lexbor PRIVATE -fsanitize=fuzzer-no-link)
endif()
if(SITREP_DEV)
  # Unchanged since it was taken in.
  add_test(NAME rules.lexbor_unchanged COMMAND sha256sum --check --quiet SHA256SUMS
           WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/third_party/lexbor)
  set_tests_properties(rules.lexbor_unchanged PROPERTIES LABELS fast)
endif()
