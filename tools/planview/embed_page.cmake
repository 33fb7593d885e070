# Writes page_files.cpp (page_files.hpp declares what is in it) from the files of the page.
# usage: cmake -DPAGE=<folder> -DMODULES=<a.js;b.js> -DSTYLES=<a.css;b.css> -DOUTPUT=<file> -P embed_page.cmake
#
# The modules are joined into one script, because a page that opens from disk may not import files. Each module is a
# function of its own that returns what it exports. So imports stand on one line as `import { a, b } from './c.js';`,
# exports are `export const` and `export function` at the start of a line, and a module stands behind those it imports.
cmake_minimum_required(VERSION 3.25)
file(MAKE_DIRECTORY "${OUTPUT}.parts")

# Sets ${name} in the caller to a C++ literal with the bytes of a file, and ${name}_sha256 to their digest.
function(read_literal name file)
  file(READ "${file}" bytes HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  file(SHA256 "${file}" digest)
  set(${name} "\"${bytes}\"" PARENT_SCOPE)
  set(${name}_sha256 "\"${digest}\"" PARENT_SCOPE)
endfunction()

set(script "'use strict';\n(() => {\nconst modules = {};\n")
foreach(module IN LISTS MODULES)
  file(READ "${PAGE}/${module}" text)
  string(REGEX MATCHALL "(^|\n)export (const|function) [A-Za-z0-9_]+" exports "${text}")
  list(TRANSFORM exports REPLACE ".* " "")
  list(JOIN exports ", " exports)
  string(REGEX REPLACE "(^|\n)import ({[^}\n]*}) from '\\./([a-z]+\\.js)'" "\\1const \\2 = modules['\\3']" text "${text}")
  string(REGEX REPLACE "(^|\n)export " "\\1" text "${text}")
  string(APPEND script "modules['${module}'] = (() => {\n${text}return { ${exports} };\n})();\n")
endforeach()
string(APPEND script "})();\n")
file(WRITE "${OUTPUT}.parts/script.js" "${script}")

set(style "")
foreach(sheet IN LISTS STYLES)
  file(READ "${PAGE}/${sheet}" text)
  string(APPEND style "${text}")
endforeach()
file(WRITE "${OUTPUT}.parts/style.css" "${style}")

read_literal(html "${PAGE}/page.html")
read_literal(script "${OUTPUT}.parts/script.js")
read_literal(style "${OUTPUT}.parts/style.css")
read_literal(chart_style "${PAGE}/chart.css")

# The words once as they are, for the page, and once as a table, for the charts that C++ draws.
foreach(language zh en)
  read_literal(words_${language} "${PAGE}/words.${language}.json")
  file(READ "${PAGE}/words.${language}.json" json)
  string(JSON count LENGTH "${json}")
  math(EXPR last "${count} - 1")
  set(table_${language} "")
  foreach(i RANGE ${last})
    string(JSON key MEMBER "${json}" ${i})
    string(JSON word GET "${json}" "${key}")
    string(HEX "${word}" word)
    string(REGEX REPLACE "(..)" "\\\\x\\1" word "${word}")
    string(APPEND table_${language} "    {\"${key}\", \"${word}\"},\n")
  endforeach()
endforeach()

file(WRITE "${OUTPUT}" "// Written by embed_page.cmake.
#include \"planview/page_files.hpp\"

#include <array>

namespace planview {
namespace {
constexpr Word kChinese[] = {
${table_zh}};
constexpr Word kEnglish[] = {
${table_en}};
}  // namespace

const PageFiles& page_files() {
  static const PageFiles files = {
      ${html},
      ${script},
      ${script_sha256},
      ${style},
      ${style_sha256},
      ${chart_style},
      {std::string_view(${words_zh}), std::string_view(${words_en})},
      {std::span<const Word>(kChinese), std::span<const Word>(kEnglish)}};
  return files;
}

}  // namespace planview
")
