# Functions that declare tests. Labels: unit, rules, golden, cli, package, docs; `ctest -L unit` is the quick round.

# libparse_test(<name> LABEL <label> SOURCES <files…> [LIBRARIES <targets…>])
# A doctest program that may include the library's private headers, registered as one test.
function(libparse_test name)
  cmake_parse_arguments(ARG "" "LABEL" "SOURCES;LIBRARIES" ${ARGN})
  set(target "test_${name}")
  add_executable(${target} ${ARG_SOURCES})
  libparse_settings(${target})
  target_link_libraries(${target} PRIVATE libparse_test_main ${ARG_LIBRARIES})
  add_test(NAME ${ARG_LABEL}.${name} COMMAND ${target} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${ARG_LABEL}.${name} PROPERTIES LABELS ${ARG_LABEL})
endfunction()
