#!/usr/bin/python3
"""The card on virtual Raspberry Pis, from its first start to the end of a visit and what may befall it.
What it says of the screen was read off the screen. Two machines at a time, as much of it is waiting: a
visit on one of them; keys, crashes, sticks and power cuts on the other.
    all.py CARD.img PROGRAM TOOL,TOOL FOLDER [CASE...]     PROGRAM: talking-points for this machine
The tools (for arm64) come in through the initial file system; the card itself is started as it is, but for
the operator's file, which is changed as an operator would change it."""
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import cuts
import desk
import inside
import look
import pi
import sticks
from cases import Cases
from hand import PANEL_MM, TODAY, Hand, Walk
from pi import BOOT_AT, ROOT

MARKER = "zebuquag"
START_LIMIT = 900
ROOM = 14  # px above and below a word, to read it


def lines_of(name):
    with open(os.path.join(ROOT, "tests", "pi", name), encoding="utf-8") as file:
        return [line for line in file.read().splitlines() if line and not line.startswith("#")]


class Kiosk:
    """A copy of the card, the machine it is in, and the hand at its screen."""

    def __init__(self, card, program, tools, folder):
        self.program, self.folder, self.tools = program, folder, tools
        os.makedirs(folder)
        self.card = os.path.join(folder, "card.img")
        subprocess.run(["cp", "--sparse=always", "--reflink=auto", card, self.card], check=True)
        self.config = self.edit_config()
        self.machine = self.hand = None
        self.words = []
        with open(os.path.join(ROOT, "content/en/strings.json"), encoding="utf-8") as file:
            self.strings = json.load(file)
        with open(os.path.join(ROOT, "content/en/code-words.txt"), encoding="utf-8") as file:
            self.known = file.read().split()

    def edit_config(self):
        """The operator's file on the boot partition, changed on a PC."""
        path = os.path.join(self.folder, "kiosk.json")
        subprocess.run(["mcopy", "-n", "-o", "-i", self.card + BOOT_AT, "::kiosk.json", path], check=True)
        with open(path, encoding="utf-8") as file:
            config = json.load(file)
        config["panel_mm"] = PANEL_MM
        config["idle_seconds"] = config["idle_words_seconds"] = 3600  # a busy machine is slow to touch
        config["place"]["phone"] = "01865 000 111"
        with open(path, "w", encoding="utf-8") as file:
            json.dump(config, file)
        subprocess.run(["mcopy", "-o", "-i", self.card + BOOT_AT, path, "::kiosk.json"], check=True)
        return path

    def walk(self, lines, name, at_home):
        return Walk(self.program, lines, os.path.join(self.folder, name), self.config, at_home)

    def start(self):
        self.machine = pi.start(self.card, os.path.join(self.folder, "machine"), self.tools,
                                ["-rtc", f"base={TODAY}"])
        self.hand = Hand(self.machine, os.path.join(self.folder, "seen"))

    def cut_power(self):
        if self.machine:
            self.machine.close()

    def main_pid(self):
        return self.machine.must("systemctl show -p MainPID --value talking-points").strip()


def home_appears(kiosk, home):
    """From the start of the machine to Home on the screen."""
    start = time.monotonic()
    kiosk.start()
    kiosk.hand.see(home, START_LIMIT)
    took = time.monotonic() - start
    kiosk.machine.wait_agent(START_LIMIT)
    kiosk.hand.take()
    return f"Home after {took:.0f} s, as the operator's file wants it"


def remember_words(kiosk, shown):
    """The five words are read off where the screen differs from the one that was walked here."""
    path = kiosk.hand.picture("five-words")
    look.as_ppm(path)
    first, last = look.rows_apart(look.Picture(path[:-3] + "ppm"), look.Picture(shown))
    kiosk.words = look.words_in(path, (first - ROOM, last + ROOM), kiosk.known)
    assert len(kiosk.words) == 5, f"five words were not read off: {kiosk.words}"


def give_words(kiosk, at_home):
    assert kiosk.words, "no words were given"
    typed = kiosk.walk(['tap "Come back to my draft"', "give " + " ".join(kiosk.words)], "words", at_home)
    kiosk.hand.touches(typed.steps[1][1])
    kiosk.hand.see(typed.steps[1][2])


def journey(kiosk, visit, at_home):
    """A family's way: a name and what it does. The visit ends at Home."""
    commands = [step[0] for step in visit.steps]
    home, again, taken = visit.steps[0][2], commands.index("restart"), commands.index('tap "Take it home"')
    shown = visit.steps[commands.index("remember words")][2]
    does = {"remember words": lambda _: remember_words(kiosk, shown), "wait": lambda _: None,
            "give words": lambda _: give_words(kiosk, at_home)}

    def first():
        kiosk.hand.play(visit, does, 0, again)
        return "guide, examples, builder; kept under: " + " ".join(kiosk.words)

    def cut():
        kiosk.cut_power()
        return home_appears(kiosk, home)

    def second():
        kiosk.hand.take("odd-panel", (1023, 599))
        kiosk.hand.play(visit, does, again + 1, taken)
        return "opened by its words, by a panel with odd axes that was plugged in later"

    def end():
        brought = []
        kiosk.hand.play(visit, {**does, "stick out": lambda _: brought[0].pull(), "stick in": lambda _: brought.append(
            sticks.Stick(kiosk.machine, kiosk.folder, "stick", sticks.fat32))}, taken)
        return sticks.read_fat(brought[0].path, kiosk.program)

    return [("nothing open", lambda: inside.safe_state(kiosk)),
            ("memory", lambda: inside.memory(kiosk)),
            ("asleep", lambda: inside.sleeps(kiosk)),
            ("the visit by finger", first),
            ("power cut", cut),
            ("the kept draft comes back", second),
            ("the visit ends, with a stick taken home", end)]


def trials(kiosk, visit, opened, at_home):
    """What may befall it."""
    home = visit.steps[0][2]

    def use():
        kiosk.hand.play(visit, {}, 1, 4)

    disk = cuts.Cuts(kiosk, os.environ["STORE_CUTS"], os.path.join(kiosk.folder, "cuts"))
    return [("a keyboard", lambda: inside.keys_do_nothing(kiosk, home)),
            ("a keyboard behind a hub", lambda: inside.keys_do_nothing(kiosk, home, True)),
            ("kill -9", lambda: inside.comes_back(kiosk, "KILL", home, 240, use)),
            ("a hang, until the watchdog", lambda: inside.comes_back(kiosk, "STOP", home, 300, use)),
            *desk.every(desk.Desk(kiosk, opened, at_home)),
            ("replayed power cuts", lambda: disk.replayed(300)),
            ("live power cuts", lambda: disk.live(20))]


class Part(threading.Thread):
    """Cases that share a machine, one after the other. `before` has to be at its Home first: so the time to
    Home is that of a machine which has this computer to itself."""

    def __init__(self, cases, kiosk, home, name, rows, before=None):
        super().__init__(daemon=True)
        self.cases, self.kiosk, self.home, self.rows = cases.seen_by(lambda: inside.told(kiosk)), kiosk, home, rows
        self.begin, self.before = name, before
        self.started, self.whole = threading.Event(), False

    def run(self):
        if self.before:
            self.before.started.wait()
        try:
            if any(self.cases.wants(name) for name, _ in self.rows) or self.cases.wants(self.begin):
                self.play()
        finally:
            self.started.set()
            self.kiosk.cut_power()
            if self.kiosk.machine:
                self.cases.case(f"nothing typed is left after {self.begin}", lambda: inside.nowhere(self.kiosk, MARKER),
                                always=True)
        self.whole = True

    def play(self):
        begun = self.cases.case(self.begin, lambda: home_appears(self.kiosk, self.home), always=True)
        self.started.set()
        for name, work in self.rows if begun else []:
            self.cases.case(name, work)


def main():
    card, program, tools, folder, *wanted = sys.argv[1:]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    tools = {os.path.basename(path): path for path in tools.split(",")}
    one, other = (Kiosk(card, program, tools, os.path.join(folder, name)) for name in ("one", "other"))
    at_home = os.path.join(folder, "at-home")  # the sticks of the visit as it is walked here
    visit = one.walk(lines_of("visit.walk"), "visit", at_home)
    opened = other.walk(lines_of("sticks.walk"), "opened", at_home)
    home = visit.steps[0][2]
    cases = Cases(wanted)
    first = Part(cases, one, home, "the first start", journey(one, visit, at_home))
    second = Part(cases, other, home, "another start", trials(other, visit, opened, at_home), first)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        for part in (first, second):
            part.start()
        for part in (first, second):
            part.join()
    finally:
        for kiosk in (one, other):
            kiosk.cut_power()
    cases.end(first.whole and second.whole)


if __name__ == "__main__":
    main()
