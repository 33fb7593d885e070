#!/usr/bin/env bash
# What libparse.h declares, one a line and without comments: functions, handles, and the values of enumerators.
# usage: declarations.sh HEADER
set -euo pipefail
perl -0777 -pe '
  s{/\*.*?\*/}{}gs; s/^#.*$//gm; s/extern "C" \{//; s/ LIBPARSE_INT / /g; s/\s+/ /g;
  s/typedef enum (\w+) \{(.*?)\} \1;/join("", map { s{^\s+|\s+$}{}gr . ";" } split(m{,}, $2))/ge;
  s/; ?/;\n/g' "$1" | grep -E '^[^}].*;$' | sed 's/^ *//' | LC_ALL=C sort
