# Shared by board/run and board/test: what is missing, installed; the program, built; the long story
# of both in a log. Sourced by a POSIX shell with $root set to the top folder. Never asks anything.

# shellcheck disable=SC2154 # the caller sets it
log=$root/build/log.txt

say() {
    printf '%s\n' "$*"
}

# One plain sentence, where the long story is, and the end.
give_up() {
    printf '%s\n' "$1" >&2
    if [ -s "$log" ]; then
        printf 'The end of the log (all of it: %s):\n' "$log" >&2
        tail -n 15 "$log" | sed 's/^/    /' >&2
    fi
    exit "${2:-1}"
}

begin_log() {
    mkdir -p "$root/build" || exit 1
    : >"$log" || exit 1
}

# with_progress WORDS COMMAND...: runs the command into the log; every few seconds one line of how
# far it is.
with_progress() {
    say "$1 ..."
    shift
    printf '\n== %s\n' "$*" >>"$log"
    "$@" >>"$log" 2>&1 </dev/null &
    command_id=$!
    trap 'kill "$command_id" 2>/dev/null; exit 130' INT TERM
    waited=0
    while kill -0 "$command_id" 2>/dev/null; do
        sleep 0.2
        waited=$((waited + 1))
        if [ $((waited % 50)) -eq 0 ]; then
            say "    $(tail -n 1 "$log" | tr -cd '[:print:]' | cut -c 1-90)"
        fi
    done
    status=0
    wait "$command_id" || status=$?
    trap - INT TERM
    return "$status"
}

# The packages of these lists that are neither installed nor stood in for, one a line.
missing_packages() {
    installed=$(dpkg-query -W 2>/dev/null -f='${Package} ${db:Status-Status}\n'\
'${Package}:${Architecture} ${db:Status-Status}\n' | sed -n 's/ installed$//p')
    cat "$@" | while read -r package instead _; do
        case $package in '' | '#'*) continue ;; esac
        if [ -n "$instead" ] && command -v "$instead" >/dev/null 2>&1; then
            continue
        fi
        printf '%s\n' "$installed" | grep -qxF "$package" || printf '%s\n' "$package"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=600 \
        -o Acquire::Retries=3 "$@"
}

# install_missing LIST...: asks apt for what is missing, and for nothing when nothing is.
install_missing() {
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null 2>&1 ||
        give_up "These are missing, and there is no apt-get to install them: $missing"
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        give_up "As root, please run: apt-get install $missing"
    fi
    if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
        say "To install what is missing, sudo may ask for your password."
        sudo true || give_up "As root, please run: apt-get install $missing"
    fi
    with_progress "Asking Debian what it has" apt_get update ||
        give_up "apt-get update did not work: is there a network?"
    # shellcheck disable=SC2086 # one word a package
    with_progress "Installing what is missing: $missing" \
        apt_get install --no-install-recommends $missing ||
        give_up "apt-get could not install all of it."
}

# What decides whether packages and configuration are as they were: the lists and the CMake files.
recipe() {
    cat "$@" "$root/CMakePresets.json" | cksum
    find "$root/CMakeLists.txt" "$root/app" "$root/tests" -name node_modules -prune -o \
        -name CMakeLists.txt -print | sort | xargs cat | cksum
}

# set_up PRESET LIST... -- CMAKE_OPTION...: packages, then CMake, once for each recipe.
set_up() {
    preset=$1
    shift
    lists=
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
        lists="$lists $1"
        shift
    done
    [ $# -eq 0 ] || shift
    stamp=$root/build/$preset/set-up-for
    # shellcheck disable=SC2086 # one word a list
    now=$(recipe $lists)
    if [ -f "$root/build/$preset/build.ninja" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then
        return 0
    fi
    # shellcheck disable=SC2086
    install_missing $lists
    (cd "$root" && with_progress "Preparing the build" cmake --preset "$preset" "$@") ||
        give_up "CMake could not prepare the build."
    printf '%s\n' "$now" >"$stamp"
}

# build PRESET WORDS TARGET...
build() {
    preset=$1
    words=$2
    shift 2
    if ninja -C "$root/build/$preset" -n "$@" 2>/dev/null | grep -q 'no work to do'; then
        return 0
    fi
    with_progress "$words" cmake --build "$root/build/$preset" --target "$@" ||
        give_up "It could not be built."
}
