#!/usr/bin/env bash
# usage: build_consumer.sh cmake|pkgconfig BUILD_DIR WORK_DIR CXX LIBDIR GENERATOR
set -euo pipefail
way=$1 build=$2 work=$3 compiler=$4 libdir=$5 generator=$6
consumer=$(cd "$(dirname "$0")" && pwd)/consumer
rm -rf "$work"
cmake --install "$build" --prefix "$work/prefix" >/dev/null
case $way in
  cmake)
    cmake -G "$generator" -S "$consumer" -B "$work/build" -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_CXX_COMPILER="$compiler" >/dev/null
    cmake --build "$work/build" >/dev/null
    program=$work/build/consumer
    ;;
  pkgconfig)
    export PKG_CONFIG_PATH=$work/prefix/$libdir/pkgconfig
    program=$work/consumer
    # The file was made for the prefix of the build; a moved installation says so on the command line.
    flags=$(pkg-config --define-variable=prefix="$work/prefix" --static --cflags --libs libparse)
    # shellcheck disable=SC2086  # the flags are words
    "$compiler" -std=c++20 "$consumer/main.cpp" $flags -o "$program"
    ;;
esac
"$program" | grep planparse.task-list >/dev/null
"$work/prefix/bin/planparse" --version
test -f "$work/prefix/share/libparse/schemas/task-list.schema.json"
