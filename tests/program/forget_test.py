"""Forgetting, on the real program: a family's words are typed, the visit ends, and then they are
nowhere: not in a file, not in the log, not in the memory of the process that still runs.

Looked for in UTF-8, UTF-16, UTF-32 and base64. Each flow first shows that the search finds the words
while the visit is open. The flows run side by side, each on a display of its own: they wait for most
of their time. usage: forget_test.py PROGRAM [FLOW...]
"""
import base64
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

from real_kiosk import SKIP, Display, Kiosk, Machine, touches_of

# Typed letter by letter on the screen's keys; nothing else of the program is called so.
NAME, WORDS = "qwzxjv", "zxqjkvw bgqzkj"

BEGIN = f"""
tap "Build an outcome"
tap "Type a name"
keys "{NAME}"
tap "Done"
tap "Next"
tap "she"
tap "Year 4"
tap "SEN Support"
tap "Friends"
tap "Type my own words"
keys "{WORDS}"
tap "Done"
tap "Next"
"""
KEEP = """
tap "Finish"
tap "Keep it first"
tap "Keep it here"
--- settle
tap "I have my five words"
"""
PLAN = """
tap "Skip"
tap "ask a friend to play"
tap "Next"
tap "Skip"
tap "Skip"
tap "Skip"
tap "Skip"
tap "What will help"
tap "Skip"
see "My plan"
"""
CLEAR = """
tap "Finish"
tap "Clear it now"
"""
OPEN = "--- open 1"  # here the visit is open: the search has to find the words
FLOWS = {
    "finish": BEGIN + OPEN + CLEAR,
    "hide": BEGIN + OPEN + """
tap "Hide"
tap "Finish and clear"
""",
    "offered": BEGIN.replace(f'keys "{WORDS}"', f"""keys "{WORDS} {NAME[:2]}"
tap "{NAME.capitalize()}\"""") + OPEN + CLEAR,
    "listen": "voice here\n" + BEGIN + PLAN + """
tap "Listen"
--- heard 4
""" + OPEN + CLEAR,
    "keep": BEGIN + KEEP + OPEN + CLEAR,
    "delete": BEGIN + PLAN + """
tap "Keep it for later"
tap "Keep it here"
--- settle
tap "I have my five words"
tap "Keep it for later"
""" + OPEN + """
tap "Clear my kept draft"
""" + CLEAR,
    "take": BEGIN + PLAN + """
tap "Take it home"
tap "On a USB stick"
--- stick in BLUE
see "Safe to take out"
""" + OPEN + """
--- stick out
tap "Finish"
tap "Clear it now"
""",
}


def forms(text):
    """The same words in each encoding, without their first letter (it may be a capital) or ends."""
    middle = text[1:-1]
    out = {"UTF-8": middle.encode(), "UTF-16LE": middle.encode("utf-16-le"),
           "UTF-16BE": middle.encode("utf-16-be"), "UTF-32LE": middle.encode("utf-32-le")}
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + middle.encode())
        from_ = 4 if shift else 0
        upto = (shift + len(middle)) // 3 * 4
        if upto - from_ >= 5:  # less would be found anywhere
            out[f"base64+{shift}"] = coded[from_:upto]
    return out


WANTED = [(f"{word} {name}", bytes_) for word in [NAME] + WORDS.split() + [WORDS]
          for name, bytes_ in forms(word).items() if len(bytes_) >= 4]


def find(bytes_, where):
    return [f"{what} in {where}" for what, wanted in WANTED if wanted in bytes_]


def in_files(machine):
    hits = []
    for path in machine.files():
        with open(path, "rb") as file:
            hits += find(file.read(), path)
    return hits


def in_memory(pid):
    """Places in what the process may write, and how many bytes were looked through."""
    built = os.path.dirname(os.readlink(f"/proc/{pid}/exe"))
    wanted = "".join(f"{what}\t{bytes_.hex()}\n" for what, bytes_ in WANTED)
    found = subprocess.run([f"{built}/tests/program/search_process", str(pid)], input=wanted,
                           capture_output=True, check=True, text=True).stdout.splitlines()
    hits = [around(pid, *line.split("\t")) for line in found[:-1]]
    return hits, int(found[-1].split("\t")[1])


def around(pid, what, address, region):
    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
        try:
            memory.seek(max(0, int(address, 16) - 48))
            bytes_ = memory.read(128)
        except OSError:
            bytes_ = b""
    return f"{what} at {address} in {region}: {bytes_!r}"


def may_look(pid):
    try:
        with open(f"/proc/{pid}/mem", "rb", 0):
            return True
    except PermissionError:
        return False


def learn(program, script):
    with tempfile.TemporaryDirectory() as folder:
        return touches_of(program, script, folder)


def check_may_look(kiosk):
    if not may_look(kiosk.process.pid):
        print("this user may not look into the process: skipped")
        kiosk.kill()
        kiosk.machine.remove()
        raise SystemExit(SKIP)


def play_flow(program, name):
    with Display() as display:
        return play_on(display, program, name)


def play_on(display, program, name):
    parts = learn(program, FLOWS[name])
    machine = Machine()
    kiosk = Kiosk(program, machine, display, voice=name == "listen")
    kiosk.start()
    check_may_look(kiosk)
    half = next(i for i, part in enumerate(parts) if part[1].startswith("open")) + 1
    kiosk.play_parts(parts[:half])
    open_hits, _ = in_memory(kiosk.process.pid)
    wrong = [] if open_hits else [f"{name}: the search found nothing while the visit was open"]
    wrong += in_files(machine)
    kiosk.play_parts(parts[half:])
    kiosk.settle()
    hits, looked = in_memory(kiosk.process.pid)
    wrong += hits + in_files(machine)
    time.sleep(13)  # home again by itself
    hits, looked = in_memory(kiosk.process.pid)
    wrong += [f"later: {hit}" for hit in hits]
    kiosk.stop()
    wrong += in_files(machine)
    print(f"{name}: {len(open_hits)} while open, {len(wrong)} afterwards,"
          f" {looked >> 20} MiB and {len(list(machine.files()))} files looked through", flush=True)
    machine.remove()
    return wrong


def main():
    program, chosen = os.path.abspath(sys.argv[1]), sys.argv[2:] or list(FLOWS)
    wrong = []
    with ThreadPoolExecutor(len(chosen)) as side_by_side:
        for found in side_by_side.map(lambda name: play_flow(program, name), chosen):
            wrong += found
    for line in wrong:
        print("  " + line)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
