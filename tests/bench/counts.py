"""What the whole program costs, in numbers that do not depend on how quick or busy the machine is:
instructions, memory, system calls. Prints one table: what, count, goal, part of the goal. Exit 1
when a goal is missed. usage: counts.py BUILD_FOLDER (a release build with draw_bench
and blank_bench; tests/bench/counts makes one)
"""
import contextlib
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, f"{TOP}/tests/program")
from real_kiosk import TO_THE_KEYBOARD, Display, Kiosk, Machine, touches_of  # noqa: E402

SIZES = [(1280, 800), (1920, 1080)]
READ = """
tap "Read the guide"
tap "Words"
"""
FEW, MANY = 10, 60
STEP = 8  # px of one move of a finger
IDLE_S = 30

GOAL_START, GOAL_KEY, GOAL_SCROLL, GOAL_PSS, GOAL_CALLS = 2.5, 600_000, 1_000_000, 28 * 1024, 0

COUNT = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]

missed = []


def row(what, count, goal=None, note=""):
    part = ""
    if goal is not None:
        met = count <= goal
        part = f"{count / goal:8.2f}" if goal else "       -"
        part += "  met" if met else "  missed"
        if not met:
            missed.append(what)
    shown = f"{count:.2f}" if isinstance(count, float) else f"{count:,}"
    goal = "" if goal is None else f"{goal:,}"
    print(f"{what:58} {shown:>14} {goal:>12} {part:16} {note}".rstrip(), flush=True)


def lacking(*programs):
    missing = [name for name in programs if not shutil.which(name)]
    if missing:
        print(f"(not measured: {', '.join(missing)} is not installed)")
    return missing


def collected(text):
    return int(re.findall(r"Collected : (\d+)", text)[-1])


def instructions(*words, **environment):
    done = subprocess.run([*COUNT, *words], capture_output=True, text=True,
                          env={**os.environ, "SDL_VIDEODRIVER": "dummy", **environment}, cwd=TOP)
    if done.returncode != 0:
        raise SystemExit(f"{words[0]} did not run: {done.stderr}")
    return collected(done.stderr)


def instructions_until(function, *words):
    """From the start until this function first returns."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*COUNT[:-1], f"--callgrind-out-file={folder}/counted",
                        f"--dump-after={function}", *words], check=True, capture_output=True,
                       env={**os.environ, "SDL_VIDEODRIVER": "dummy", "HOME": folder}, cwd=TOP)
        with open(f"{folder}/counted.1") as counted:
            return int(re.search(r"^totals: (\d+)", counted.read(), re.M).group(1))


def starts(program, bench, alone):
    """From the start until the first page is on the panel, the data folder being there; and all that
    follows at once: the rest of the content, and out again."""
    with tempfile.TemporaryDirectory() as data:
        words = [program, "--window", "1280x800", "--data", f"{data}/data", "--exit-after-first-frame"]
        first = instructions(*words, HOME=data)
        page = instructions_until("window_show", *words)
        again = instructions(*words, HOME=data)
    blank = instructions_until("SDL_UpdateWindowSurface", bench, "blank", "1")
    bare = instructions_until("SDL_UpdateWindowSurface", alone)
    row("start to first page, instructions", page)
    row("  a blank window, with the libraries for letters linked", blank)
    row("  first page in such windows", page / blank, GOAL_START)
    row("  a blank window of a program that links SDL alone", bare)
    row("  first page in those", page / bare)
    row("start, first page, the rest of the content, and out", again)
    row("  the very first time, with a new data folder", first)


@contextlib.contextmanager
def visited(program, script, size, under=()):
    """A kiosk in which the script has been played, and its machine."""
    machine = Machine()
    with Display(*size) as display, tempfile.TemporaryDirectory() as folder:
        kiosk = Kiosk(program, machine, display, under=under)
        kiosk.start()
        kiosk.play(touches_of(program, script, folder, *size)[0][0])
        yield kiosk
        kiosk.stop()
    machine.remove()


def visit(program, script, size, move, times):
    """Instructions of a visit that plays the script and then moves so many times."""
    with visited(program, script, size, COUNT) as kiosk:
        move(kiosk, times)
        kiosk.stop()
        with open(f"{kiosk.machine.root}/log") as log:
            return collected(log.read())


def each(program, script, size, move):
    many = visit(program, script, size, move, MANY)
    return (many - visit(program, script, size, move, FEW)) // (MANY - FEW)


def cpu_us(program, script, size, move):
    """Microseconds of one move, by the kernel's count: these do depend on the machine."""
    def spent(kiosk):
        with open(f"/proc/{kiosk.process.pid}/schedstat") as stat:
            return int(stat.read().split()[0]) / 1000

    with visited(program, script, size) as kiosk:
        move(kiosk, FEW)
        before = spent(kiosk)
        move(kiosk, MANY)
        return round((spent(kiosk) - before) / MANY)


def type_letters(kiosk, times):
    for i in range(times):
        kiosk.display.run("xdotool", "key", "space" if i % 6 == 5 else "abcdefghij"[i % 10])
        kiosk.settle(calm=0.05)


def scroll(kiosk, times):
    """A finger goes up and down over the page."""
    w, h = kiosk.display.w, kiosk.display.h
    kiosk.display.run("xdotool", "mousemove", str(w // 2), str(h * 3 // 4), "mousedown", "1")
    still = kiosk.picture()
    kiosk.display.run("xdotool", "mousemove_relative", "--", "0", "-40")  # past a tap's tolerance
    kiosk.settle(calm=0.05)
    if kiosk.picture() == still:
        raise SystemExit("the page that should scroll does not")
    for i in range(times):
        way = -STEP if i // 20 % 2 == 0 else STEP
        kiosk.display.run("xdotool", "mousemove_relative", "--", "0", str(way))
        kiosk.settle(calm=0.05)
    kiosk.display.run("xdotool", "mouseup", "1")
    kiosk.settle()


def memory(program):
    with visited(program, "", SIZES[0]) as kiosk:
        kiosk.settle()
        with open(f"/proc/{kiosk.process.pid}/smaps_rollup") as rollup:
            kilobytes = int(re.search(r"^Pss: +(\d+)", rollup.read(), re.M).group(1))
        threads = len(os.listdir(f"/proc/{kiosk.process.pid}/task"))
    row("memory at rest (PSS, x11), KiB", kilobytes, GOAL_PSS, f"{threads} threads")


def idle_calls(program, driver, display):
    with tempfile.TemporaryDirectory() as data:
        env = {**display.surroundings(), "SDL_VIDEODRIVER": driver, "HOME": data}
        kiosk = subprocess.Popen([program, "--window", "1280x800", "--data", f"{data}/data"],
                                 env=env, cwd=TOP, stderr=subprocess.DEVNULL)
        time.sleep(3)
        calls = f"{data}/calls"
        subprocess.run(["timeout", "--signal=INT", str(IDLE_S), "strace", "-f", "-o", calls, "-p",
                        str(kiosk.pid)], stderr=subprocess.DEVNULL)
        kiosk.terminate()
        kiosk.wait()
        with open(calls) as made:
            return sum(" = " in line for line in made)


def main():
    build = os.path.abspath(sys.argv[1])
    program = f"{build}/talking-points"
    bench, alone = f"{build}/tests/bench/draw_bench", f"{build}/tests/bench/blank_bench"
    print(f"{'what':58} {'count':>14} {'goal':>12} {'part of it':>10}")
    if not lacking("valgrind"):
        starts(program, bench, alone)
    if not lacking("valgrind", "Xvfb", "xdotool", "import"):
        for size in SIZES:
            name = f"{size[0]}x{size[1]}"
            goal = size == SIZES[0]  # the goals are for the smaller panel
            for what, script, move, most in (
                    (f"key typed at {name}", TO_THE_KEYBOARD, type_letters, GOAL_KEY),
                    (f"{STEP} px of scrolling the longest page at {name}", READ, scroll, GOAL_SCROLL)):
                row(f"{what}, instructions", each(program, script, size, move), most if goal else None)
                row("  the same, microseconds of CPU here", cpu_us(program, script, size, move))
    if not lacking("Xvfb", "import"):
        memory(program)
    if not lacking("Xvfb", "strace"):
        with Display() as display:
            for driver in ("x11", "dummy", "evdev"):  # evdev waits as KMSDRM does
                row(f"system calls in {IDLE_S} s at rest, {driver}",
                    idle_calls(program, driver, display), GOAL_CALLS)
    lines = 0
    for path in glob.glob(f"{TOP}/app/ui/*.[ch]"):
        with open(path) as file:
            lines += sum(1 for _ in file)
    row("lines of app/ui", lines)
    if missed:
        print("missed: " + "; ".join(missed))
    raise SystemExit(1 if missed else 0)


if __name__ == "__main__":
    main()
