# The one way a folder of src/ becomes a library with its tests.

add_library(sitrep_flags INTERFACE)
target_include_directories(sitrep_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(sitrep_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow)
if(SITREP_DEV)
  target_compile_options(sitrep_flags INTERFACE -Werror)
  # g++ 12 warns of std::string's own copying where it is inlined at -O3 (GCC PR 105329); bench/ builds so.
  target_compile_options(sitrep_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-error=restrict>)
endif()
if(SITREP_SANITIZE)
  # Errors stop the program: a finding must fail its test.
  target_compile_options(sitrep_flags INTERFACE -fsanitize=${SITREP_SANITIZE} -fno-sanitize-recover=all
                         -fno-omit-frame-pointer)
  target_link_options(sitrep_flags INTERFACE -fsanitize=${SITREP_SANITIZE})
endif()
if(SITREP_FUZZ)
  target_compile_options(sitrep_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# sitrep_library(NAME [SOURCES f.cc ...] [LINKS target ...] [TESTS f_test.cc ...])
# makes the static library sitrep_NAME and, for developers, the test program NAME_test.
function(sitrep_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS;TESTS" ${ARGN})
  string(REPLACE "/" "_" target ${name})
  add_library(sitrep_${target} STATIC ${arg_SOURCES})
  target_link_libraries(sitrep_${target} PUBLIC sitrep_flags ${arg_LINKS})
  if(SITREP_DEV AND arg_TESTS)
    add_executable(${target}_test ${arg_TESTS})
    target_link_libraries(${target}_test PRIVATE sitrep_${target} GTest::gtest_main)
    target_compile_definitions(${target}_test PRIVATE SITREP_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME unit.${target} COMMAND ${target}_test)
    set_tests_properties(unit.${target} PROPERTIES LABELS "fast;sanitize" TIMEOUT 600)
  endif()
endfunction()
