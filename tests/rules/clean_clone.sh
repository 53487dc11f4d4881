#!/bin/sh
# The README's first command from a clean clone: builds from nothing, reads a report, adds little to
# the program's own start. (The second, ./test, is what runs this.)
set -eu
source=$1
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
git clone --quiet "$source" "$clone/sitrep"
cd "$clone/sitrep"
report=$(ls examples/*.txt | head -n 1)
begin=$(date +%s)
./sitrep read "$report" >first.out
end=$(date +%s)
echo "from nothing to the first report: $((end - begin)) s"
[ -s first.out ] || { echo "nothing was printed"; exit 1; }
./sitrep read "$report" | cmp - first.out
./sitrep add --ledger new.sitrep examples >/dev/null 2>&1 || true
./sitrep verify --ledger new.sitrep
