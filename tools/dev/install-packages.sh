#!/usr/bin/env bash
# Installs those of the project's Debian packages that are missing, with sudo where the user is not root.
# usage: install-packages.sh [build] [test] [browser] [cluster] [check] [bench]
set -euo pipefail
packages=()
for purpose in "${@:-build}"; do
  case $purpose in
    build)
      packages+=(g++ cmake ninja-build pkg-config libicu-dev libre2-dev libyaml-cpp-dev nlohmann-json3-dev nettle-dev
        zlib1g-dev libexpat1-dev libgumbo-dev libpoppler-cpp-dev libqpdf-dev libdtl-dev libcli11-dev libxlsxwriter-dev
        libical-dev libvalijson-dev)
      ;;
    test)
      packages+=(doctest-dev libzip-dev diffutils mandoc zsh fish libreoffice-calc python3 python3-icalendar
        python3-pandas jq strace parallel json-schema-test-suite)
      ;;
    browser) packages+=(chromium python3) ;;
    cluster) packages+=(munge slurmctld slurmd slurm-client) ;;
    check) packages+=(clang-format-14 cppcheck clang lld llvm libclang-rt-14-dev ccache debootstrap dpkg-dev file mypy) ;;
    bench) packages+=(libbenchmark-dev libcmark-dev cmark) ;;
    *) echo "unknown purpose: $purpose" >&2 && exit 2 ;;
  esac
done

if ! command -v apt-get >/dev/null; then
  echo "This system has no apt-get. Install the equivalents of: ${packages[*]}" >&2
  exit 1
fi
missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

root=()
[ "$(id -u)" -eq 0 ] || root=(sudo)
echo "Installing ${missing[*]}"
"${root[@]}" apt-get update -qq
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
