#!/usr/bin/env bash
# Every function of libparse.h, and nothing else, is a versioned symbol of the shared library; and all that a released
# libparse.h declared (released/VERSION.txt, by declarations.sh) is declared today in the same words.
# usage: check_symbols.sh LIBPARSE_DIR LIBRARY
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
declared=$(grep -oP '^[a-z].*?\b\Klibparse_[a-z_]+(?=\()' "$1/include/libparse.h" | sort)
listed=$(grep -oP '^\s+\Klibparse_[a-z_]+(?=;)' "$1/src/libparse.map" | sort)
exported=$(nm -D --defined-only "$2" | grep -oP ' T \Klibparse_[a-z_]+(?=@@LIBPARSE_0\.1$)' | sort)
[ "$(wc -l <<<"$declared")" -gt 50 ]
diff <(echo "$declared") <(echo "$listed") || { echo 'libparse.h and libparse.map differ'; exit 1; }
diff <(echo "$declared") <(echo "$exported") || { echo 'libparse.h and the symbols of the library differ'; exit 1; }
today=$(bash "$here/declarations.sh" "$1/include/libparse.h")
for release in "$here"/released/*.txt; do
  [ "$(wc -l <"$release")" -gt 100 ]
  gone=$(comm -23 "$release" <(echo "$today"))
  [ -z "$gone" ] || { printf '%s declared what is gone or changed:\n%s\n' "$(basename "$release" .txt)" "$gone"; exit 1; }
done
