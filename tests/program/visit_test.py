"""The visit in the real program: a real window on a virtual display, real touches of a pointer.

    visit_test.py PROGRAM

The visit is walked twice: once headless, which tells where each thing stands and how each page
looks; then in the window, by a pointer that presses in those places. After each press the screen
has to become, pixel by pixel, what the headless walk drew. At the end the two files are on the
stick and the draft is in the database, and a program that is killed starts again as if nothing
had been.
"""
import json
import os
import pathlib
import signal
import struct
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "walks"))
import after  # noqa: E402
from real_kiosk import H, W, Display  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
SIZE, PANEL = f"{W}x{H}", "217x136"
DEADLINE = 60  # seconds for a page to come; a page that never comes has failed
FINGER = 0.1  # seconds between two touches: sooner, the kiosk takes them for one

# '?': not compared, as it shows today's dates or words that are drawn by lot.
VISIT = """
tap "Read the guide"
tap "Next"
tap "Home"
tap "See examples"
tap "Next example"
tap "Home"
tap "Build an outcome"
tap "Type a name"
keys "jo"
tap "Done"
tap "Next"
tap "they"
tap "Year 4"
tap "SEN Support"
tap "Friends"
tap "to have friends"
tap "Next"
tap "Skip"
tap "ask a friend to play"
tap "Next"
tap "at playtime"
tap "Next"
tap "twice a week"
?tap "Next"
?tap "Type my own words"
keys "before summer"
?tap "Done"
tap "Next"
tap "Skip"
tap "What will help"
tap "Skip"
tap "Keep it for later"
?tap "Keep it here"
tap "I have my five words"
tap "Take it home"
tap "On a USB stick"
stick in RED
"""
ENDING = """
tap "Finish"
tap "Clear it now"
tap "Start again"
"""


def fail(why):
    print(why)
    sys.exit(1)


class Rehearsal:
    """The visit walked headless: for each line its touches and the picture after it."""

    def __init__(self, folder):
        self.folder = folder
        self.lines = [line for line in (VISIT + ENDING).splitlines() if line]
        script = ["picture start"]
        for number, line in enumerate(self.lines):
            script += [line.lstrip("?"), f"picture {number}"]
        (folder / "visit.walk").write_text("\n".join(script) + "\n", encoding="utf-8")
        done = subprocess.run(
            [PROGRAM, "walk", folder / "visit.walk", "--seen", folder / "seen", "--pictures",
             folder / "pictures", "--window", SIZE, "--panel-mm", PANEL], check=False)
        if done.returncode:
            fail("the visit cannot be walked headless")
        seen = [json.loads(line) for line in (folder / "seen").read_text().splitlines()]
        self.touches = [one["touches"] for one in seen if not one["command"].startswith("picture")]

    def picture(self, name):
        """Blue, green and red of every pixel."""
        raw = subprocess.run(["convert", self.folder / "pictures" / f"{name}.png", "-depth", "8",
                              "bgra:-"], check=True, capture_output=True).stdout
        return raw[0::4], raw[1::4], raw[2::4]


class Panel(Display):
    """What it shows is read from the file the server keeps it in."""

    def __init__(self, folder):
        (folder / "screen").mkdir()
        super().__init__(W, H, ["-fbdir", folder / "screen"])
        self.file = folder / "screen" / "Xvfb_screen0"

    def picture(self):
        raw = self.file.read_bytes()
        head = struct.unpack(">25I", raw[:100])
        raw = raw[head[0] + head[19] * 12:][:head[4] * head[5] * 4]
        return raw[0::4], raw[1::4], raw[2::4]

    def wait_for(self, wanted, what):
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            if self.picture() == wanted:
                return
            time.sleep(0.02)
        shown = self.picture()
        off = sum(1 for a, b in zip(shown[1], wanted[1]) if a != b)
        kept = pathlib.Path("build") if pathlib.Path("build").is_dir() else pathlib.Path("/tmp")
        subprocess.run(["convert", "-size", SIZE, "-depth", "8", "gray:-",
                        str(kept / "visit-differs.png")], input=shown[1], check=False)
        fail(f"{what}: {off} pixels are not as they should be (see {kept}/visit-differs.png)")

    def close(self):
        self.server.terminate()
        self.server.wait()


class Kiosk:
    def __init__(self, display, data, sticks):
        surroundings = {key: value for key, value in display.surroundings().items()
                        if key not in ("WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
        surroundings["ASAN_OPTIONS"] = "detect_leaks=0"
        self.process = subprocess.Popen(
            [PROGRAM, "--fullscreen", "--panel-mm", PANEL, "--data", data, "--sticks", sticks],
            env=surroundings)

    def end(self, how):
        self.process.send_signal(how)
        return self.process.wait(DEADLINE)


def obey(display, line, touches, sticks):
    if line.startswith("stick in "):
        (sticks / line.removeprefix("stick in ")).mkdir()
    for touch in touches:
        time.sleep(FINGER)
        display.run("xdotool", "mousemove", str(touch["x"]), str(touch["y"]), "click", "1")


def play(rehearsal, display, kiosk, sticks):
    display.wait_for(rehearsal.picture("start"), "Home")
    for number, line in enumerate(rehearsal.lines):
        obey(display, line.lstrip("?"), rehearsal.touches[number], sticks)
        if line.startswith("?tap \"Keep"):
            wait_for_words(display, rehearsal.picture(number))
        elif not line.startswith("?"):
            display.wait_for(rehearsal.picture(number), line)
        if kiosk.process.poll() is not None:
            fail(f"the program ended at: {line}")
    print(f"{len(rehearsal.lines)} steps, each as it was drawn headless")


def wait_for_words(display, wanted):
    """The five words are others each time: the buttons below tell that their page has come."""
    foot = slice(W * (H - 100), None)
    end = time.monotonic() + DEADLINE
    while [part[foot] for part in display.picture()] != [part[foot] for part in wanted]:
        if time.monotonic() > end:
            fail("the five words do not come")
        time.sleep(0.02)


def main(folder):
    data, sticks = folder / "data", folder / "sticks"
    sticks.mkdir()
    rehearsal = Rehearsal(folder)
    display = Panel(folder)
    kiosk = None
    try:
        kiosk = Kiosk(display, data, sticks)
        play(rehearsal, display, kiosk, sticks)
        problems = after.files(sticks, 1)
        problems += after.said(sticks, "Jo will ask a friend to play at playtime, twice a week")
        kiosk.end(signal.SIGKILL)
        killed, home = time.monotonic(), rehearsal.picture("start")
        kiosk = Kiosk(display, data, sticks)
        display.wait_for(home, "Home after a kill")
        print(f"Home again {time.monotonic() - killed:.1f} s after a kill")
        problems += [f"SIGTERM ended it with {code}" for code in [kiosk.end(signal.SIGTERM)] if code]
        problems += after.drafts(data, 1)
        problems += after.nowhere([data], "ask a friend to play")
    finally:
        if kiosk and kiosk.process.poll() is None:
            kiosk.end(signal.SIGKILL)
        display.close()
    print(*problems, sep="\n")
    sys.exit(1 if problems else 0)


with tempfile.TemporaryDirectory() as name:
    main(pathlib.Path(name))
