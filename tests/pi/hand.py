"""A hand at the virtual kiosk. Where to touch comes from the same visit walked on this machine with
`talking-points walk`, at the panel's size; after each line the screen has to look as it did there."""
import json
import os
import subprocess
import time

import look
from pi import ROOT, H, Lines, Trouble, W

PANEL_MM = "217x136"
TODAY = "2026-11-22T10:00:00"  # the day that a walk has
PAGE_LIMIT = 240               # s until a page that was asked for is there: a busy computer takes a minute
OTHER_WORDS = 0.03             # part of the screen that five other words change
SETTLED = 0.3                  # s between two looks


class Walk:
    """A visit as it went here: for each line where it touched and what was seen then."""

    def __init__(self, program, lines, folder, config, at_home):
        """`at_home`: the folder in which each folder is a stick."""
        os.makedirs(folder, exist_ok=True)
        script = os.path.join(folder, "script.walk")
        seen = os.path.join(folder, "seen.jsonl")
        with open(script, "w", encoding="utf-8") as file:
            for number, line in enumerate(lines):
                file.write(f"{line}\npicture at{number}\n")
        done = subprocess.run([program, "walk", script, "--seen", seen, "--pictures", folder, "--window", f"{W}x{H}",
                               "--config", config, "--sticks", at_home], cwd=ROOT, capture_output=True, text=True)
        if done.returncode != 0:
            raise Trouble(f"the visit cannot be walked here: {done.stderr.strip()}")
        paths = [os.path.join(folder, f"at{number}.png") for number in range(len(lines))]
        look.as_ppm(*paths)
        with open(seen, encoding="utf-8") as file:
            told = [json.loads(line) for line in file]
        self.steps = [(step["command"], [(touch["x"], touch["y"]) for touch in step["touches"]],
                       paths[number][:-3] + "ppm") for number, step in enumerate(told[::2])]


class Hand:
    """Touches the machine's screen through a touchscreen made in the guest, and looks at it."""

    def __init__(self, machine, folder):
        self.machine, self.folder = machine, folder
        self.port = None
        self.count = 0
        os.makedirs(folder, exist_ok=True)

    def take(self, name="test-panel", most=(4095, 4095)):
        """A touchscreen is plugged in (another than before)."""
        self.port = self.port or Lines(os.path.join(self.machine.folder, "touch"), 30)
        self.machine.must("modprobe uinput; systemctl stop test-touch 2>/dev/null; systemd-run -q --unit test-touch sh "
                          f"-c 'exec /mnt/touch {name} {most[0]} {most[1]} <>/dev/virtio-ports/touch >&0'")
        self.machine.wait_for(f"grep -q {name} /proc/bus/input/devices && udevadm settle -t 20")

    def touch(self, x, y, held_ms=90):
        """One finger, at this place (pixels)."""
        for line in (f"down 0 {(x + 0.5) / W:.5f} {(y + 0.5) / H:.5f}", f"wait {held_ms}", "up 0"):
            self.port.send(line)
            if self.port.read(60) != ".":
                raise Trouble(f"the finger did not do: {line}")

    def touches(self, points):
        """One after the other, each when the one before has done something: a program that is busy takes
        two quick touches for one."""
        for x, y in points[:-1]:
            self.step(x, y)
        self.touch(*points[-1])

    def step(self, x, y):
        """A touch, until it has done something."""
        before = self.dump()
        self.touch(x, y)
        self.wait_until(lambda now: now != before, "nothing changed by a touch")

    def dump(self):
        """The screen now, as bytes."""
        path = os.path.join(self.folder, "now.ppm")
        self.machine.qmp("screendump", filename=path)
        with open(path, "rb") as file:
            return file.read()

    def settled(self):
        """The path of the screen, once two looks at it are the same."""
        self.wait_until(lambda now: True, "the screen does not come to rest")
        return os.path.join(self.folder, "now.ppm")

    def wait_until(self, good, words, limit=PAGE_LIMIT):
        """Until the screen is good and stays for two looks."""
        end, last = time.monotonic() + limit, None
        while True:
            now = self.dump()
            if now == last and good(now):
                return
            last = now
            if time.monotonic() > end:
                raise Trouble(f"{words} in {limit} s")
            time.sleep(SETTLED)

    def picture(self, name=None):
        """The screen now, as the path of a PNG."""
        self.count += 1
        return self.machine.screen(os.path.join(self.folder, f"{name or self.count}.png"))

    def see(self, wanted, limit=PAGE_LIMIT, allowed=look.SAME):
        """Until the screen looks like this picture (a PPM); how long it took."""
        start = time.monotonic()
        path = os.path.join(self.folder, "now.ppm")
        expected = look.Picture(wanted)
        while True:
            self.machine.qmp("screendump", filename=path)
            apart = look.difference(look.Picture(path), expected)
            waited = time.monotonic() - start
            if apart <= allowed:
                return waited
            if waited > limit:
                shown = self.picture("not-as-expected")
                raise Trouble(f"after {limit} s the screen ({shown}) is not as it should be ({wanted}): "
                              f"{apart:.1%} of it differs")
            time.sleep(SETTLED)

    def read(self):
        """What the screen said at the last look."""
        return look.text(os.path.join(self.folder, "now.ppm"))

    def read_until(self, *sentences, limit=PAGE_LIMIT):
        """Until the screen says one of these; that one, and all it says."""
        end, last, lines = time.monotonic() + limit, None, []
        while True:
            now = self.dump()
            if now != last:  # reading is dear
                last, lines = now, self.read()
            for sentence in sentences:
                if look.says(lines, sentence):
                    return sentence, lines
            if time.monotonic() > end:
                raise Trouble(f"after {limit} s the screen says neither of {sentences} but: {' / '.join(lines)}")
            time.sleep(SETTLED)

    def play(self, walk, events, first=0, last=None):
        """Plays the walk's lines; what is not a touch is asked of `events`: a command's first words
        -> what does it. A line with touches is done when the screen is as it was there."""
        for number, (command, touches, picture) in list(enumerate(walk.steps))[first:last]:
            following = walk.steps[number + 1][0] if number + 1 < len(walk.steps) else ""
            does = next((events[key] for key in events if command.startswith(key)), None)
            if does:
                does(command)
            elif touches:
                self.touches(touches)
                self.see(picture, allowed=OTHER_WORDS if following == "remember words" else look.SAME)
            else:
                self.see(picture)
