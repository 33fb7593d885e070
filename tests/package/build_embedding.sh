#!/usr/bin/env bash
# The programs of docs/embedding.md and the Python of other pages against what `cmake --install` puts into a folder.
# usage: build_embedding.sh BUILD_DIR WORK_DIR LIBDIR static|shared PYTHON SHARED_LIBRARY
set -euo pipefail
build=$1 work=$2 libdir=$3 kind=$4 python=$5 library=$6
source=$(cd "$(dirname "$0")/../.." && pwd)
rm -rf "$work"
cmake --install "$build" --prefix "$work/prefix" >/dev/null
# The file of pkg-config was made for the prefix of the build.
mkdir "$work/bin"
printf '#!/bin/sh\nexec %q --define-variable=prefix=%q "$@"\n' "$(command -v pkg-config)" "$work/prefix" >"$work/bin/pkg-config"
chmod +x "$work/bin/pkg-config"
export PATH=$work/bin:$work/prefix/bin:$PATH PKG_CONFIG_PATH=$work/prefix/$libdir/pkgconfig CMAKE_PREFIX_PATH=$work/prefix
export LD_LIBRARY_PATH=$work/prefix/$libdir PYTHONPATH=$source/python
"$python" -B "$source/tests/package/run_embedding.py" "$kind" "$source/samples" "$source"/{README,docs/embedding,docs/cookbook}.md \
  --library "$library"
