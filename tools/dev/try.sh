#!/usr/bin/env bash
# From a fresh checkout to a task list: installs what is missing, builds planparse and reads a notice with it.
# usage: try.sh [NOTICE] [OPTION…]     (default: a sample; options are planparse's)
set -euo pipefail
here=$PWD
cd "$(dirname "$0")/../.."
bash tools/dev/install-packages.sh build
cmake --preset release -DLIBPARSE_BUILD_TESTS=OFF --log-level=WARNING
cmake --build --preset release --target planparse -j "$(nproc)"
program=$PWD/build/release/tools/planparse/planparse
if [ $# -eq 0 ]; then set -- "$PWD/samples/county-plan-annexes.txt" --format table; fi
cd "$here"
"$program" "$@"
