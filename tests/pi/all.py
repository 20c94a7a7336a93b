#!/usr/bin/python3
"""The card on a virtual Raspberry Pi, from its first start to the end of a visit and what may befall
it. What it says of the screen was read off the screen.
    all.py CARD.img PROGRAM TOOL,TOOL FOLDER [CASE...]     PROGRAM: talking-points for this machine
The tools (for arm64) come in through the initial file system; the card itself is started as it is, but for
the operator's file, which is changed as an operator would change it."""
import json
import os
import shutil
import subprocess
import sys
import time

import cuts
import inside
import look
import pi
import sticks
from cases import Cases
from hand import PANEL_MM, TODAY, Hand, Walk
from pi import BOOT_AT, ROOT, Trouble

MARKER = "zebuquag"
START_LIMIT = 900
ROOM = 14  # px above and below a word, to read it


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return [line for line in file.read().splitlines() if line and not line.startswith("#")]


class Kiosk:
    """The card's copy, the machine it is in, and the hand at its screen."""

    def __init__(self, card, program, tools, folder):
        self.program, self.folder, self.tools = program, folder, tools
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

    def walk(self, lines, name):
        return Walk(self.program, lines, os.path.join(self.folder, name), self.config)

    def start(self):
        self.machine = pi.start(self.card, os.path.join(self.folder, "machine"), self.tools,
                                ["-rtc", f"base={TODAY}"])
        self.hand = Hand(self.machine, os.path.join(self.folder, "seen"))

    def cut_power(self):
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
    kiosk.hand.read_until("What would you like to do?")
    kiosk.hand.take()
    return f"Home after {took:.0f} s, as the operator's file wants it"


def remember_words(kiosk, shown):
    """The five words are read off where the screen differs from the one that was walked here."""
    def does(_):
        path = kiosk.hand.picture("five-words")
        look.as_ppm(path)
        first, last = look.rows_apart(look.Picture(path[:-3] + "ppm"), look.Picture(shown))
        kiosk.words = look.words_in(path, (first - ROOM, last + ROOM), kiosk.known)
        assert len(kiosk.words) == 5, f"five words were not read off: {kiosk.words}"
    return does


def give_words(kiosk):
    def does(_):
        typed = kiosk.walk(['tap "Come back to my draft"', "give " + " ".join(kiosk.words)], "words")
        kiosk.hand.touches(typed.steps[1][1])
        kiosk.hand.see(typed.steps[1][2])
    return does


def pages_to_stick(visit):
    """The pages on the way to 'put your stick in', and where to touch on them."""
    touched = {command: touches[0] for command, touches, _ in visit.steps if touches}
    shown = {command: picture for command, _, picture in visit.steps}
    return {"stick": touched['tap "On a USB stick"'], "home": touched['tap "Take it home"'],
            "back": touched["back"], "carry on": touched['tap "Come back to my draft"'],
            "take": shown['tap "Take it home"'], "waiting": shown['tap "On a USB stick"']}


def visits(cases, kiosk, visit):
    commands = [step[0] for step in visit.steps]
    again, stick = commands.index("restart"), commands.index('tap "Take it home"')
    home = visit.steps[0][2]
    shown = visit.steps[commands.index("remember words")][2]
    does = {"remember words": remember_words(kiosk, shown), "give words": give_words(kiosk), "wait": lambda _: None}

    def first():
        kiosk.hand.play(visit, does, 0, again)
        return "guide, examples, builder; kept under: " + " ".join(kiosk.words)

    def cut():
        kiosk.cut_power()
        return home_appears(kiosk, home)

    def second():
        kiosk.hand.take("odd-panel", (1023, 599))
        kiosk.hand.play(visit, does, again + 1, stick)
        return "opened by its words, by a panel with odd axes that was plugged in later"

    good = cases.case("the visit by finger", first)
    cases.case("power cut", cut)
    good = good and cases.case("the kept draft comes back", second)
    if good:
        kiosk.hand.play(visit, does, stick, stick + 2)
        desk = sticks.Desk(kiosk, pages_to_stick(visit), kiosk.strings, os.path.join(kiosk.folder, "sticks"))
        sticks.every(cases, desk)
        cases.case("the visit ends", lambda: kiosk.hand.play(visit, does, commands.index("stick out") + 1))


def main():
    card, program, tools, folder, *wanted = sys.argv[1:]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    tools = {os.path.basename(path): path for path in tools.split(",")}
    kiosk = Kiosk(card, program, tools, folder)
    cases = Cases(wanted, lambda: inside.told(kiosk))
    visit = kiosk.walk(lines_of(os.path.join(ROOT, "tests/pi/visit.walk")), "visit")
    home = visit.steps[0][2]
    try:
        if cases.case("first start", lambda: home_appears(kiosk, home)):
            every(cases, kiosk, visit, home)
    finally:
        if kiosk.machine:
            kiosk.machine.close()
    cases.case("nothing typed is left", lambda: inside.nowhere(kiosk, MARKER))
    cases.end()


def every(cases, kiosk, visit, home):
    """In this order, so that each finds what it needs: the visit ends at Home."""
    cases.case("nothing open", lambda: inside.safe_state(kiosk))
    cases.case("asleep", lambda: inside.sleeps(kiosk))
    cases.case("memory", lambda: inside.memory(kiosk))
    cases.case("a keyboard", lambda: inside.keys_do_nothing(kiosk, home))
    cases.case("a keyboard behind a hub", lambda: inside.keys_do_nothing(kiosk, home, True))
    visits(cases, kiosk, visit)

    def use():
        kiosk.hand.play(visit, {}, 1, 4)

    cases.case("kill -9", lambda: inside.comes_back(kiosk, "KILL", home, 60, use))
    cases.case("a hang, until the watchdog", lambda: inside.comes_back(kiosk, "STOP", home, 180, use))
    kiosk.machine.must("systemctl stop talking-points", 60)
    disk = cuts.Cuts(kiosk, os.environ["STORE_CUTS"], os.path.join(kiosk.folder, "cuts"))
    cases.case("replayed power cuts", lambda: disk.replayed(300))
    cases.case("live power cuts", lambda: disk.live(20))


if __name__ == "__main__":
    main()
