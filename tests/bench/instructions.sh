#!/bin/sh
# Instructions of one full draw, one keystroke and one unchanged frame at 1280 x 800, and of a start
# next to that of an empty SDL window, by callgrind.
# Usage: instructions.sh DRAW_BENCH [MOST_PER_KEYSTROKE]; fails when a keystroke costs more.
set -eu
bench=$1
most=${2:-600000}

count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bench" "$1" "$2" 2>&1 |
        sed -n 's/.*Collected : //p'
}

each() {
    few=$(count "$1" 20)
    many=$(count "$1" 120)
    echo $(((many - few) / 100))
}

full=$(each full)
key=$(each key)
same=$(each same)
echo "first $(count first 1) blank $(count blank 1)"
echo "full $full"
echo "key $key"
echo "same $same"
[ "$key" -le "$most" ]
