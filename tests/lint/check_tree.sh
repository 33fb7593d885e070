#!/usr/bin/env bash
# House rules that a compiler does not check: who may include what, and what does not belong into C++.
# usage: check_tree.sh SOURCE_DIR
set -u
export LC_ALL=C.UTF-8
cd "$1" || exit 2
failed=0

# report WHAT: complains about each line on standard input
report() {
  local lines
  lines=$(cat)
  [ -z "$lines" ] && return
  printf '%s:\n%s\n\n' "$1" "$lines"
  failed=1
}
sources() { find "$@" \( -name '*.cpp' -o -name '*.hpp' \) -print0 | sort -z; }
lines_with() { local pattern=$1; shift; sources "$@" | xargs -0 grep -nP "$pattern" /dev/null; }

# Each package has one home in the library.
lines_with '#include <unicode/' libparse | grep -vE '^libparse/src/(text|input)/' | report 'ICU outside src/text and src/input'
lines_with '#include <re2/' libparse | grep -v '^libparse/src/rules/' | report 'RE2 outside src/rules'
lines_with '#include <nlohmann/' libparse tools | grep -vE '^(libparse/src/io/|tools/plancheck/report_|tools/planparse/json_text)' |
  report 'nlohmann/json outside src/io, the reports of plancheck and the records of planparse'
lines_with '#include <yaml-cpp/' libparse tools | grep -vE '^libparse/src/(io|rules)/' |
  report 'yaml-cpp outside src/io and src/rules'
lines_with '#include <(zlib|expat|gumbo)\.h>' libparse tools | grep -v '^libparse/src/input/' |
  report 'zlib, Expat or Gumbo outside src/input'
lines_with '#include <(poppler|qpdf)/' libparse tools | grep -v '^libparse/src/pdf/' | report 'poppler or qpdf outside src/pdf'
lines_with '#include <dtl/' libparse tools | grep -v '^libparse/src/compare/' | report 'dtl outside src/compare'
lines_with '#include <CLI/' libparse | report 'CLI11 in the library'
lines_with '#include [<"](unicode|re2|yaml-cpp|nlohmann|nettle)/' libparse/include | report 'a package in a public header'

# A stage includes itself, the stages before it, and public headers.
allowed=''
for stage in text rules input layout frame outline extract task normalize; do
  allowed="$allowed|$stage"
  [ -d "libparse/src/$stage" ] || continue
  lines_with '#include "' "libparse/src/$stage" |
    grep -vP "#include \"(libparse/[a-z_0-9]+\.hpp|(${allowed#|})/[a-z_0-9]+\.hpp)\"" |
    report "src/$stage looks ahead in the pipeline"
done
lines_with '#include "' libparse/src/review |
  grep -vP '#include "(libparse|text|rules|input|layout|frame|outline|extract|task|normalize|review)/[a-z_0-9]+\.hpp"' |
  report 'src/review looks ahead in the pipeline'
lines_with '#include "' libparse/src/pdf |
  grep -vP '#include "(libparse/(input|error)|text/utf8|input/(pdf_pages|page_content|reading_limits)|pdf/[a-z_]+)\.hpp"' |
  report 'src/pdf, a module by itself, includes more than its interface'
lines_with '#include "' libparse/src/io | grep -vP '#include "(libparse|io)/[a-z_0-9]+\.hpp"' |
  report 'src/io includes more than the model'
lines_with '#include "(?!libparse/[a-z_]+\.hpp|[a-z]+/[a-z_]+\.hpp)' tools | report 'tools include public headers and tools only'
lines_with '#include "(text|layout|rules|frame|outline|extract|task|io)/' tools | report 'private headers in tools'

# Patterns and word lists are rules, not code.
# (Punctuation marks are structure, and allowed.)
lines_with '^(?:[^"/]|/(?!/)|"(?:[^"\\]|\\.)*")*"(?:[^"\\]|\\.)*[\x{3400}-\x{9FFF}]' libparse/src tools | report 'Chinese text in C++ literals'

# Scripts of pages are code too: their words are in words.*.json.
scripts() { find tools -name '*.js' -print0 | sort -z; }
scripts | xargs -0 grep -nP '^(?!\s*//).*[\x{3400}-\x{9FFF}]' /dev/null | report 'Chinese text in scripts'
scripts | xargs -0 grep -LF 'SPDX-License-Identifier: MIT' | report 'no SPDX line'
scripts | xargs -0 wc -l | awk '$2 != "total" && $1 > 400' | report 'a script of more than 400 lines'

# The library never prints, exits or aborts.
sources libparse/src libparse/include | xargs -0 grep -nP '\b(std::(cout|cerr|clog|exit|abort)|printf|puts)\b' /dev/null |
  grep -vP '^libparse/src/rules/rulec\.cpp|snprintf|//.*printf' | report 'the library prints or exits'

for file in $(sources libparse tools tests | tr '\0' ' '); do
  head -n 1 "$file" | grep -q '^// SPDX-License-Identifier: MIT$' || echo "$file"
done | report 'no SPDX line'
for file in $(find libparse tools tests -name '*.hpp'); do
  grep -q '^#pragma once$' "$file" || echo "$file"
done | report 'no #pragma once'
for file in $(sources libparse tools tests | tr '\0' ' '); do
  lines=$(wc -l <"$file")
  [ "$lines" -gt 400 ] && echo "$file has $lines lines"
done | report 'a file of more than 400 lines'
find libparse tools -name 'util*' -o -name 'helper*' -o -name 'misc*' | report 'a grab-bag by its name'

# Documents keep up with the code.
codes=$(sources libparse/src | xargs -0 perl -0777 -ne 'while (/([^;{}()]*?),\s*Severity::(?:info|warning|error)/gs) {
  my $before = $1; print "$1\n" while $before =~ /"([a-z0-9]+(?:-[a-z0-9]+)+)"/g }' | sort -u)
[ "$(wc -l <<<"$codes")" -ge 40 ] || echo "$codes" | report 'codes of diagnostics are not found any more'
diff <(echo "$codes") <(grep -oP '^\| \[`\K[a-z0-9-]+' docs/diagnostics.md | sort) | grep '^[<>]' |
  report 'codes in the library (<) and in docs/diagnostics.md (>)'
diff <(echo "$codes") <(basename -s .md docs/diagnostics/*.md | sort) | grep '^[<>]' |
  report 'codes in the library (<) and pages in docs/diagnostics (>)'
for page in *.md docs/*.md docs/*/*.md; do
  grep -oP '\]\(\K[^)#]+' "$page" | grep -v '://' | while read -r link; do
    [ -e "$(dirname "$page")/$link" ] || echo "$page: $link"
  done
done | report 'a link to a missing file'

exit $failed
