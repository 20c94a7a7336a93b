"""The real program under a virtual display, touched where a walk says its buttons are.

A walk is played once without a window to learn where each touch goes; the same touches are then
made on the real program with xdotool. Each Kiosk has folders of its own for everything it may write.
"""
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time

W, H = 1280, 800
SKIP = 77  # ctest: this machine lacks what the test needs
TO_THE_KEYBOARD = """
tap "Build an outcome"
tap "Just say ‘my child’"
tap "they"
tap "Year 4"
tap "SEN Support"
tap "Friends"
tap "Type my own words"
"""


def needed(*programs):
    for program in programs:
        if not shutil.which(program):
            print(f"{program} is not installed: skipped")
            raise SystemExit(SKIP)


class Display:
    """A virtual one of its own, on a number that was free."""

    def __init__(self, w=W, h=H, options=()):
        needed("Xvfb", "xdotool", "import")
        self.w, self.h = w, h
        read, write = os.pipe()
        # It begins anew when nobody is connected, and drops whoever connects meanwhile: not here.
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{w}x{h}x24", "-nolisten", "tcp",
             "-noreset", *options], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as names:  # the number comes once the server can be used
            self.name = ":" + names.readline().strip()
        if self.name == ":":
            raise SystemExit("Xvfb does not start")

    def close(self):
        self.server.terminate()
        self.server.wait()

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.close()

    def surroundings(self):
        return {**os.environ, "DISPLAY": self.name}

    def run(self, *words):
        """What the program says."""
        return subprocess.run(words, check=True, capture_output=True, env=self.surroundings()).stdout


class Machine:
    """Folders: data on a disk, runtime in memory, sticks, home, temp, and the log."""

    def __init__(self):
        self.root = tempfile.mkdtemp(prefix="tp-real-", dir="/dev/shm")
        for name in ("data", "run", "sticks", "home", "tmp"):
            os.mkdir(f"{self.root}/{name}", 0o700)

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def files(self, *, sticks=False):
        for folder, names, files in os.walk(self.root):
            if not sticks and folder == self.root:
                names.remove("sticks")
            for name in files:
                yield os.path.join(folder, name)


class Kiosk:
    def __init__(self, program, machine, display, *options, under=(), voice=False):
        """under: a program and its arguments that runs this one, such as one that counts. voice: it
        may read aloud, to a loudspeaker that takes sound as fast as it comes."""
        self.program, self.machine, self.display = program, machine, display
        self.options, self.under, self.voice = options, under, voice

    def start(self):
        root = self.machine.root
        env = {**self.display.surroundings(), "SDL_VIDEODRIVER": "x11", "HOME": f"{root}/home",
               "TMPDIR": f"{root}/tmp", "XDG_RUNTIME_DIR": f"{root}/run",
               "XDG_DATA_HOME": f"{root}/home/share"}
        env.pop("RUNTIME_DIRECTORY", None)
        if self.voice:
            env |= {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": "/dev/null",
                    "SDL_DISKAUDIODELAY": "1"}
        # The sanitizer remembers who asked for memory, and takes words on the stack for callers;
        # it has a free of its own, which then wipes as wipe.c does.
        env["ASAN_OPTIONS"] = "malloc_context_size=0:max_free_fill_size=1000000000"
        self.log = open(f"{root}/log", "ab")
        self.process = subprocess.Popen(
            [*self.under, self.program, "--window", f"{self.display.w}x{self.display.h}", "--data", f"{root}/data", "--sticks",
             f"{root}/sticks", *self.options], env=env, stdout=self.log, stderr=self.log,
            cwd=root)
        self.wait_shown(120 if self.under else 20)

    def picture(self):
        """Every pixel of the display, three bytes each. A window that goes meanwhile, such as that
        of a program which was killed, makes the one who takes it give up: then once more."""
        for _ in range(20):
            try:
                return self.display.run("import", "-window", "root", "-depth", "8", "rgb:-")
            except subprocess.CalledProcessError as failed:
                told = failed.stderr
            time.sleep(0.1)
        raise SystemExit(f"no picture of the display can be taken: {told}")

    def wait_shown(self, seconds=20):
        """Until something stands on the screen and does not change."""
        end = time.monotonic() + seconds
        before, blank = None, None
        while time.monotonic() < end:
            if self.process.poll() is not None:
                with open(f"{self.machine.root}/log") as log:
                    raise SystemExit(f"the program has ended: {log.read()}")
            now = self.picture()
            blank = len(set(now[::997])) < 3
            if now == before and not blank:
                return
            before = now
            time.sleep(0.1)
        raise SystemExit("the program shows nothing")

    def busy(self):
        """What each thread of the program and of its display is doing: (state, time spent)."""
        doing = []
        for pid in (self.process.pid, self.display.server.pid):
            try:
                for thread in os.listdir(f"/proc/{pid}/task"):
                    with open(f"/proc/{pid}/task/{thread}/stat") as stat:
                        fields = stat.read().rpartition(")")[2].split()
                    doing.append((thread, fields[0], fields[11], fields[12]))
            except FileNotFoundError:
                pass  # a thread has just ended
        return doing

    def settle(self, calm=0.15, seconds=60):
        """Until nothing has run for a moment: however busy the machine, what was asked is done."""
        end, before, since = time.monotonic() + seconds, None, time.monotonic()
        while time.monotonic() < end:
            now = self.busy()
            if now != before or any(state != "S" for _, state, _, _ in now):
                before, since = now, time.monotonic()
            elif time.monotonic() - since >= calm:
                return
            time.sleep(0.02)
        raise SystemExit("the program does not come to rest")

    def play(self, touches):
        for x, y in touches:
            self.display.run("xdotool", "mousemove", str(x), str(y), "click", "1")
            self.settle()

    def play_parts(self, parts):
        for touches, then in parts:
            self.play(touches)
            self.do(then)

    def do(self, then):
        words, sticks = then.split(), f"{self.machine.root}/sticks"
        if words[:2] == ["stick", "in"]:
            os.mkdir(f"{sticks}/{words[2]}")
            self.settle(calm=1)
        elif words[:2] == ["stick", "out"]:
            for name in os.listdir(sticks):
                os.rename(f"{sticks}/{name}", f"{sticks}/.{name}")
            self.settle(calm=0.5)
        elif words == ["settle"]:
            self.settle()
        elif words:
            time.sleep(float(words[-1]))

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        code = self.process.wait(timeout=30)
        self.log.close()
        return code


def touches_of(program, script, folder, w=W, h=H):
    """Touches of a script, part by part. A line '--- what' ends a part: what happens then (such as
    'stick in BLUE') is told with it, and the walk does it too when it is a command of walks."""
    parts, touches, lines = [], [], [line.strip() for line in script.strip().splitlines()]
    path = f"{folder}/learn.walk"
    with open(path, "w") as file:
        for line in lines:
            what = line[4:] if line.startswith("--- ") else line
            file.write(what + "\n" if what.split(" ")[0] in ("tap", "keys", "stick", "see", "voice") else "\n")
    played = subprocess.run([program, "walk", path, "--seen", f"{folder}/learn.jsonl",
                             "--window", f"{w}x{h}"],
                            capture_output=True, text=True)
    if played.returncode != 0:
        raise SystemExit("the walk itself failed: " + played.stderr)
    with open(f"{folder}/learn.jsonl") as file:
        seen = {entry["line"]: entry["touches"] for entry in map(json.loads, file)}
    for number, line in enumerate(lines, 1):
        touches += [(t["x"], t["y"]) for t in seen.get(number, [])]
        if line.startswith("---"):
            parts.append((touches, line[4:]))
            touches = []
    parts.append((touches, ""))
    return parts
