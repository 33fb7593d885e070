# Functions that declare the project's targets, so that each CMakeLists.txt says only what is special about it.

# The compile settings that every target of the project shares.
function(libparse_settings target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  # Every struct member has an initialiser of its own, so a short aggregate is no mistake.
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-restrict)  # false alarms on string + string: GCC bug 105651
  endif()
  if(LIBPARSE_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# libparse_version_script(<target>)
# Gives the functions of libparse.h their versions in a shared library, where the linker knows such scripts.
function(libparse_version_script target)
  if(CMAKE_EXECUTABLE_FORMAT STREQUAL "ELF")
    set(script "${PROJECT_SOURCE_DIR}/libparse/src/libparse.map")
    target_link_options(${target} PRIVATE "LINKER:--version-script=${script}")
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${script}")
  endif()
endfunction()

# libparse_rules(<target> RULEC <compiler target> DIR <rules folder>)
# Compiles the rule files into a C++ source in the build tree and adds it to <target>. A broken rule file fails the
# build with file, line and reason.
function(libparse_rules target)
  cmake_parse_arguments(ARG "" "RULEC;DIR" "" ${ARGN})
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${ARG_DIR}/*.yaml" "${ARG_DIR}/*.txt")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/builtin_rules.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND ${ARG_RULEC} "${ARG_DIR}" "${output}"
    DEPENDS ${ARG_RULEC} ${files}
    COMMENT "Compiling rules"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()

# libparse_tool(<name>)
# Declares a command-line tool from the files of the current folder: everything but main.cpp becomes the library
# <name>_lib, so that tests call run() without a process.
function(libparse_tool name)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(${name}_lib STATIC ${sources})
  libparse_settings(${name}_lib)
  target_include_directories(${name}_lib PUBLIC "${PROJECT_SOURCE_DIR}/tools")
  target_link_libraries(${name}_lib PUBLIC libparse_tool_common)
  add_executable(${name} main.cpp)
  libparse_settings(${name})
  target_link_libraries(${name} PRIVATE ${name}_lib)
  set_target_properties(${name} PROPERTIES INSTALL_RPATH "${LIBPARSE_TOOL_RPATH}")
  install(TARGETS ${name} RUNTIME COMPONENT tools)

  # The man page and the completions come from the options that the program declares.
  set(page "${CMAKE_CURRENT_BINARY_DIR}/${name}.1")
  add_custom_command(TARGET ${name} POST_BUILD VERBATIM
    COMMAND ${name} --man > "${page}"
    COMMAND ${name} --completion bash > "${CMAKE_CURRENT_BINARY_DIR}/${name}.bash"
    COMMAND ${name} --completion zsh > "${CMAKE_CURRENT_BINARY_DIR}/_${name}"
    COMMAND ${name} --completion fish > "${CMAKE_CURRENT_BINARY_DIR}/${name}.fish")
  install(FILES "${page}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT tools)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${name}.bash" RENAME ${name}
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT tools)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/_${name}" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions"
    COMPONENT tools)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${name}.fish"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT tools)
endfunction()

# libparse_embed_text(<target> <file> <namespace::name>)
# Makes the text of a file part of <target>: `extern const std::string_view name;` in that namespace.
function(libparse_embed_text target file symbol)
  string(REGEX MATCH "^(.*)::([^:]+)$" ignored "${symbol}")
  set(namespace "${CMAKE_MATCH_1}")
  set(name "${CMAKE_MATCH_2}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  file(READ "${file}" text)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  set(content "// Made from ${file}\n#include <string_view>\nnamespace ${namespace} {\n")
  string(APPEND content "extern const std::string_view ${name};\n")
  string(APPEND content "const std::string_view ${name} = R\"embedded(${text})embedded\";\n}\n")
  file(GENERATE OUTPUT "${output}" CONTENT "${content}")
  target_sources(${target} PRIVATE "${output}")
endfunction()
