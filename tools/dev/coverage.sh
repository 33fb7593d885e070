#!/usr/bin/env bash
# Builds with counters, runs the unit, rules, golden and command-line tests, and prints which share of the library's lines
# they run, by folder. Tests of the tools' own code are left out: they would count for the tools.
# usage: coverage.sh [MINIMUM PERCENT]     status 1: fewer lines were run
set -euo pipefail
cd "$(dirname "$0")/../.."
minimum=${1:-0}
build=build/coverage

cmake --preset coverage -DLIBPARSE_BUILD_TESTS=ON -DLIBPARSE_TEST_PACKAGE=OFF --log-level=WARNING
targets=$(ninja -C "$build" -t targets all | sed -nE 's/^((test_|plan)[a-z_.]+|golden): phony$/\1/p' | grep -v '^test_tools\.')
find "$build" -name '*.gcda' -delete
# shellcheck disable=SC2086 # one word each
cmake --build --preset coverage -j "$(nproc)" --target $targets
ctest --preset coverage -L 'unit|rules|golden|cli' -E '^(unit\.(tools|lint|c_api_symbols)|manual|cli\.(scale|interchange))' -j "$(nproc)"

python3 tools/dev/coverage-table.py "$build" "$minimum" "$build/not-run.txt"
echo "$build/not-run.txt names the lines that were not run"
