#!/bin/sh
# check.sh COMPILER SOURCE_DIR: compiles each case of cases.cc twice; see there.
set -u
compiler=$1
source=$2
failed=0
for case in view text received; do
  compile() { "$compiler" -std=c++20 -fsyntax-only -I"$source/src" -DCASE_$case "$@" "$source/tests/compile_fail/cases.cc" 2>&1; }
  if ! said=$(compile); then
    echo "$case: right use does not compile: $said"; failed=1
  fi
  if said=$(compile -DMISUSE); then
    echo "$case: misuse compiles"; failed=1
  elif ! echo "$said" | grep -q deleted; then
    echo "$case: misuse fails, but not for being deleted: $said"; failed=1
  fi
done
exit $failed
