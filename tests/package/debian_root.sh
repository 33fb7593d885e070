#!/usr/bin/env bash
# Installs the Debian packages in a clean root of Debian 12 and uses them there. Needs root, debootstrap and the network;
# the mirror is the one that apt of this machine uses. Without them it says so and ends with 77.
# usage: debian_root.sh PACKAGES_DIR [WORK_DIR]    WORK_DIR/clean.tar is kept, so that a second run is quicker
#        debian_root.sh --prepare WORK_DIR         makes clean.tar only, for instance while the packages are built
set -euo pipefail
source=$(cd "$(dirname "$0")/../.." && pwd)
suite=bookworm
skip() { echo "debian_root.sh: skipped: $1" >&2; exit 77; }
[ "$(id -u)" -eq 0 ] || skip 'it needs root'
command -v debootstrap >/dev/null || skip 'debootstrap is not installed'
unshare --mount true 2>/dev/null || skip 'mount namespaces are not allowed here'
packages=''
[ "$1" = --prepare ] || packages=$(cd "$1" && pwd)
if [ $# -gt 1 ]; then
  mkdir -p "$2"
  work=$(cd "$2" && pwd)
else
  work=$(mktemp -d)
  trap 'rm -rf --one-file-system "$work"' EXIT
fi
root=$work/root

# shellcheck disable=SC2016  # apt expands these
mirror=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' | awk -v suite=$suite '$1 == suite { print $2; exit }')
[ -n "$mirror" ] || skip "apt of this machine has no repository of $suite"
/usr/lib/apt/apt-helper download-file "${mirror%/}/dists/$suite/Release" "$work/Release" >/dev/null 2>&1 ||
  skip "$mirror cannot be reached"

exec 9>"$work/lock" && flock 9  # one that prepares may still be at work
[ $# -eq 1 ] || trap 'rm -rf --one-file-system "$work/root"' EXIT
rm -rf --one-file-system "$root"
mkdir "$root"
if [ ! -f "$work/clean.tar" ]; then
  echo "-- A clean root of $suite"
  debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$work/debootstrap.log" 2>&1 || { tail "$work/debootstrap.log"; exit 1; }
  tar -C "$root" -cf "$work/clean.tar.part" . && mv "$work/clean.tar.part" "$work/clean.tar"
elif [ -n "$packages" ]; then
  tar -C "$root" -xf "$work/clean.tar"
fi
[ -n "$packages" ] || exit 0
[ ! -e /etc/resolv.conf ] || cp -L /etc/resolv.conf "$root/etc/resolv.conf"
echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/quick"  # the root is thrown away

mkdir -p "$root/packages" "$root/source/tests"
cp "$packages"/*.deb "$root/packages/"
cp -r "$source/samples" "$source/docs" "$source/README.md" "$root/source/"
cp -r "$source/tests/package" "$source/tests/input" "$root/source/tests/"
# What is mounted for the root is gone with its mount namespace, however this ends.
# shellcheck disable=SC2016  # the inner shell expands these
unshare --mount bash -c '
  mount -t proc proc "$1/proc" 2>/dev/null || true
  exec chroot "$1" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    ${http_proxy:+http_proxy="$http_proxy"} bash /source/tests/package/in_root.sh /packages /source' bash "$root"
