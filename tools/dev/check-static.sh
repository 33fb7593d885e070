#!/usr/bin/env bash
# Static checks of the library and the tools. cppcheck takes less than a minute; clang-tidy, by .clang-tidy, takes half an hour
# for everything, so it is run where it is asked for. Both end with status 1 where they find something.
# usage: check-static.sh                    cppcheck
#        check-static.sh --tidy [FILE…]     clang-tidy over the files named, or over all
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ "${1-}" != --tidy ]; then
  mkdir -p build/cppcheck
  cppcheck --quiet --error-exitcode=1 --std=c++20 --language=c++ --enable=warning,performance,portability \
    --suppressions-list=tools/dev/cppcheck-suppressions.txt --cppcheck-build-dir=build/cppcheck -j "$(nproc)" \
    --template='{file}:{line}: {id}: {message}' -I libparse/include -I libparse/src -I tools \
    libparse/include libparse/src tools
  exit
fi
shift

build=build/tidy
cmake --preset release -B "$build" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DLIBPARSE_BUILD_TESTS=OFF --log-level=WARNING >/dev/null
[ $# -gt 0 ] || mapfile -t files < <(git ls-files 'libparse/src/*.cpp' 'tools/*.cpp')
printf '%s\n' "${@:-${files[@]}}" | xargs -P "$(nproc)" -n 1 clang-tidy --quiet -p "$build"
