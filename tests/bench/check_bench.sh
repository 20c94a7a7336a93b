#!/bin/sh
# The checker beside npm's write-good and textlint on the same 10,000 sentences.
#
#   tests/bench/check_bench.sh PATH/TO/check_bench [FOLDER]
#
# Run in the source folder with a check_bench built for release. FOLDER (default: a temporary one)
# is where the peers are installed; without npm or a registry their rows say so. Instructions are
# counted by valgrind where there is one. Wall times are printed, never judged.
set -eu
bench=$1
folder=${2:-$(mktemp -d)}
mkdir -p "$folder"
text=$folder/sentences.txt
rows=10000
: > "$text"

grep -hv '^#' tests/corpus/*.tsv | cut -f3 > "$folder/once.txt"
while [ "$(wc -l < "$text")" -lt $rows ]; do
    cat "$folder/once.txt" >> "$text"
done
head -n $rows "$text" > "$folder/cut.txt"
mv "$folder/cut.txt" "$text"

echo "== checker"
"$bench" "$text" | tee "$folder/ours.txt"
ours=$(awk '$1 == "seconds" { print $2 }' "$folder/ours.txt")

echo "== growth: instructions for the same sentences, 30 to 3,000 cues"
if command -v valgrind > /dev/null; then
    head -n 500 "$text" > "$folder/few.txt"
    count() { # cues: instructions of 20 rounds less those of none
        for times in 0 20; do
            valgrind --tool=callgrind --callgrind-out-file=/dev/null \
                "$bench" "$folder/few.txt" "$1" $times 2>&1 |
                awk '/Collected/ { print $4 }'
        done | { read -r none; read -r some; echo $((some - none)); }
    }
    first=
    for cues in 30 300 3000; do
        now=$(count $cues)
        first=${first:-$now}
        echo "cues $cues instructions $now ratio $(awk "BEGIN { print $now / $first }")"
    done
else
    echo "valgrind is not here: not counted"
fi

# name, command: CPU seconds on all sentences less those on one word
peer() {
    name=$1
    shift
    cpu() {
        python3 -c '
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)' "$@"
    }
    start=$(cpu "$@" "$folder/one.md")
    all=$(cpu "$@" "$folder/all.md")
    awk "BEGIN { net = $all - $start; if (net <= 0) net = 0.001;
        printf \"%s start %.2f s, %d sentences %.2f s, %.0f a second, ours is %.0f times as fast\n\",
            \"$name\", $start, $rows, $all, $rows / net, net / $ours }"
}

echo "== peers"
if ! command -v npm > /dev/null; then
    echo "npm is not here: write-good and textlint are not measured"
    exit 0
fi
if ! (cd "$folder" && npm install --silent --no-audit --no-fund --prefix . \
    write-good textlint textlint-rule-write-good > npm.log 2>&1); then
    echo "npm could not install write-good and textlint ($(tail -n 1 "$folder/npm.log"))"
    exit 0
fi
echo word > "$folder/one.md"
awk 'NR % 10 == 1 && NR > 1 { print "" } { print }' "$text" > "$folder/all.md"
peer write-good node "$folder/node_modules/write-good/bin/write-good.js"
cd "$folder"
peer textlint node node_modules/textlint/bin/textlint.js --rule write-good
