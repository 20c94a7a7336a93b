#!/bin/sh
# A program that waits does nothing at all: no system call on any video driver that runs here.
# Counts, never times; the seconds below only give it a chance to do something.
# Usage: idle_test.sh PROGRAM [ARGUMENT...]; exit 77: cannot be tried here. A program that says
# 'ready' is counted from then on, any other after a while; --data gets a folder that goes again.
set -eu
seconds=3
settle=5
cannot=77

for tool in strace Xvfb; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit "$cannot"; }
done
strace -o /dev/null true 2>/dev/null || { echo "strace is not allowed here"; exit "$cannot"; }

folder=$(mktemp -d)
server=
program=
finish() {
    for id in $program $server; do
        kill "$id" 2>/dev/null || true
    done
    rm -r "$folder"
}
trap finish EXIT

# The server picks a free number and writes it once it can be used.
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 1280x800x24 3>"$folder/number" 2>/dev/null &
server=$!
read -r number <"$folder/number"

# Counts the calls of a program once it has settled.
idle() {
    driver=$1
    shift
    rm -f "$folder/out"
    mkfifo "$folder/out"
    SDL_VIDEODRIVER=$driver DISPLAY=:$number ASAN_OPTIONS=detect_leaks=0 "$@" >"$folder/out" &
    program=$!
    timeout "$settle" head -n 1 "$folder/out" >"$folder/said" || true
    kill -0 "$program" || { echo "$driver: did not stay"; exit 1; }
    sleep 1 # the driver may still have something to say about the new window
    timeout --signal=INT "$seconds" strace -f -o "$folder/calls" -p "$program" 2>/dev/null || true
    # A call that was under way when strace came, and still is, has not woken anybody.
    calls=$(grep -c ' = ' "$folder/calls" || true)
    kill "$program"
    wait "$program" || { echo "$driver: SIGTERM did not end it well"; exit 1; }
    program=
    echo "$driver: $calls calls in $seconds seconds"
    [ "$calls" -eq 0 ] || { cat "$folder/calls"; exit 1; }
}

mkdir "$folder/data"
case "$*" in
*--data) set -- "$@" "$folder/data" ;;
esac
idle dummy "$@"
idle evdev "$@" # waits on the input devices, as KMSDRM does
idle x11 "$@"
