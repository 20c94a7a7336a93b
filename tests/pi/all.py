#!/usr/bin/python3
"""The card on a virtual Raspberry Pi, from its first start to the end of a visit and what may befall
it. What it says of the screen was read off the screen.
    all.py CARD.img PROGRAM TOUCH FOLDER [CASE...]     PROGRAM: talking-points for this machine
The tools (TOUCH) come in through the initial file system; the card itself is started as it is, but for
the operator's file, which is changed as an operator would change it."""
import json
import os
import re
import shutil
import subprocess
import sys
import time

import look
import pi
from cases import Cases
from hand import PANEL_MM, TODAY, Hand, Walk
from pi import BOOT_AT, ROOT, Trouble

MARKER = "zebuquag"
PLACE = "Windmill School"
START_LIMIT = 300


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return [line for line in file.read().splitlines() if line and not line.startswith("#")]


class Kiosk:
    """The card's copy, the machine it is in, and the hand at its screen."""

    def __init__(self, card, program, touch, folder):
        self.program, self.folder = program, folder
        self.tools = {"touch": touch}
        self.card = os.path.join(folder, "card.img")
        subprocess.run(["cp", "--sparse=always", "--reflink=auto", card, self.card], check=True)
        self.config = self.edit_config()
        self.machine = self.hand = None
        self.words = []
        with open(os.path.join(ROOT, "content/en/code-words.txt"), encoding="utf-8") as file:
            self.known = file.read().split()

    def edit_config(self):
        """The operator's file on the boot partition, changed on a PC."""
        path = os.path.join(self.folder, "kiosk.json")
        subprocess.run(["mcopy", "-n", "-o", "-i", self.card + BOOT_AT, "::kiosk.json", path], check=True)
        with open(path, encoding="utf-8") as file:
            config = json.load(file)
        config["panel_mm"] = PANEL_MM
        config["place"]["service"] = PLACE
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
    _, lines = kiosk.hand.read_until("What would you like to do?")
    assert look.says(lines, PLACE), f"the operator's file is not heeded: {lines}"
    kiosk.hand.take()
    return f"Home after {took:.0f} s, with the operator's own words"


def remember_words(kiosk):
    def does(_):
        lines = kiosk.hand.read()
        words = look.words_of(lines, kiosk.known)
        kiosk.words = [word for word in words if word not in ("five", "words", "open", "draft", "your")][-5:]
        assert len(kiosk.words) == 5, f"five words were not read off: {lines}"
    return does


def give_words(kiosk):
    def does(_):
        typed = kiosk.walk(['tap "Come back to my draft"', "give " + " ".join(kiosk.words)], "words")
        kiosk.hand.touch(*typed.steps[1][1])
        kiosk.hand.see(typed.steps[1][2])
    return does


def main():
    card, program, touch, folder, *wanted = sys.argv[1:]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    cases = Cases(wanted)
    kiosk = Kiosk(card, program, touch, folder)
    visit = kiosk.walk(lines_of(os.path.join(ROOT, "tests/pi/visit.walk")), "visit")
    home = visit.steps[0][2]
    commands = [step[0] for step in visit.steps]
    again = commands.index("restart")
    try:
        if cases.case("first start", lambda: home_appears(kiosk, home)):
            every(cases, kiosk, visit, again)
    finally:
        if kiosk.machine:
            kiosk.machine.close()
    cases.end()


def every(cases, kiosk, visit, again):
    home = visit.steps[0][2]

    def first_part():
        kiosk.hand.play(visit, {"remember words": remember_words(kiosk), "wait": lambda _: None}, 0, again)
        return "guide, examples, builder, kept under: " + " ".join(kiosk.words)

    def power_cut():
        kiosk.cut_power()
        return home_appears(kiosk, home)

    def second_part():
        kiosk.hand.play(visit, {"give words": give_words(kiosk), "wait": lambda _: None,
                                "stick": lambda _: None}, again + 1, None)
        return "opened by its words"

    cases.case("the visit by finger", first_part)
    cases.case("power cut", power_cut)
    cases.case("the draft comes back", second_part)


if __name__ == "__main__":
    main()
