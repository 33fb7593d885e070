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
    cmake -G "$generator" -S "${consumer}_c" -B "$work/build_c" -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_CXX_COMPILER="$compiler" >/dev/null
    cmake --build "$work/build_c" >/dev/null
    "$work/build_c/consumer_c" "$(dirname "$0")/../input/tasks.pdf" | grep . >/dev/null
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
pdf=$(dirname "$0")/../input/tasks.pdf
"$program" "$pdf" >"$work/output" 2>/dev/null
grep -F planparse.task-list "$work/output" >/dev/null
grep -F application/pdf "$work/output" >/dev/null
"$work/prefix/bin/planparse" --version
"$work/prefix/bin/planparse" "$pdf" >/dev/null
test -f "$work/prefix/share/libparse/schemas/task-list.schema.json"

# Without its module the installation says what is missing, and still reads everything else.
module=$(echo "$work/prefix/$libdir"/libparse/libparse-pdf-*.so)
mv "$module" "$module.away"
status=0
"$program" "$pdf" >"$work/output" 2>&1 || status=$?
[ "$status" -ne 0 ]
"$work/prefix/bin/planparse" "$pdf" 2>"$work/messages" && exit 1
grep -F "tasks.pdf: error: PDF files are read by the module $(basename "$module") of libparse" "$work/messages" >/dev/null
printf '一、工作任务\n' | "$work/prefix/bin/planparse" - >/dev/null

# A module of another build is refused.
: | "${compiler}" -shared -fPIC -x c++ - -o "$module"
"$work/prefix/bin/planparse" "$pdf" 2>"$work/messages" && exit 1
grep -F 'undefined symbol: libparse_open_pdf_' "$work/messages" >/dev/null
mv "$module.away" "$module"

# A library that was moved is found with its module.
mv "$work/prefix" "$work/moved"
"$work/moved/bin/planparse" "$pdf" >/dev/null
