#!/usr/bin/env bash
# Tells of C++ files that are not formatted as .clang-format says. usage: check-format.sh [--fix]
set -euo pipefail
cd "$(dirname "$0")/../.."
mode=(--dry-run --Werror)
[ "${1:-}" = --fix ] && mode=(-i)
find libparse tools tests \( -name '*.cpp' -o -name '*.hpp' \) -print0 | xargs -0 clang-format-14 "${mode[@]}"
