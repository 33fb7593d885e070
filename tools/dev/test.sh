#!/usr/bin/env bash
# Installs what is missing, builds everything and runs all tests.
# usage: test.sh [CMAKE OPTION…]
set -euo pipefail
cd "$(dirname "$0")/../.."
bash tools/dev/install-packages.sh build test
bash tools/dev/fetch-suites.sh
cmake --preset release -DLIBPARSE_BUILD_TESTS=ON --log-level=WARNING "$@"
cmake --build --preset release -j "$(nproc)"
ctest --preset release -j "$(nproc)"
