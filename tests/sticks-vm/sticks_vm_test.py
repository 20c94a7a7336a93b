"""Takeaway's own code on Debian's own kernel and UDisks2, with sticks that are put in and pulled out.

    sticks_vm_test.py MADE PROGRAMS CONTENT FOLDER [--short] [--only KIND] [--pulls N [--seed S]]

MADE: what 'root' filled. PROGRAMS: the folder of stick_guest and shelf_guest. FOLDER: for pictures
of sticks and logs; emptied. Prints what was done and what was found; exit 1 when anything a person
had been told was not true.
"""
import argparse
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import time

import blocklog
import shelf as shelves
from guest import Guest, image

problems = []
MIB = 1 << 20
KINDS = {  # name: (bytes, file system of Linux, how to make it)
    "fat16": (16 * MIB, "vfat", ("mkfs.vfat", "-F", "16", "-n", "BLUE STICK")),
    "fat32": (40 * MIB, "vfat", ("mkfs.vfat", "-F", "32", "-s", "1")),
    "exfat": (16 * MIB, "exfat", ("mkfs.exfat", "-L", "Grün")),
}
LONGEST, LONGEST_FINISH = 1.2, 4  # seconds until a stick is pulled
BACK = 3  # of so many replays one comes back for another save


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("made", "programs", "content", "folder"):
        parser.add_argument(name, type=lambda word: pathlib.Path(word).resolve())
    parser.add_argument("--short", action="store_true", help="fewer of each, before a commit")
    parser.add_argument("--only", choices=KINDS, help="this kind of stick alone")
    parser.add_argument("--pulls", type=int, help="so many pulls of each kind, and nothing else")
    parser.add_argument("--seed", type=int, default=1, help="of the moments of the pulls")
    return parser.parse_args()


given = arguments()
made, programs, content, folder = given.made, given.programs, given.content, given.folder


def check(true, what):
    if not true:
        problems.append(what)
        print(f"    NOT TRUE: {what}", flush=True)


def title(words):
    print(words, flush=True)


def plug(guest, name, path, **device):
    """Puts a stick in; how our program calls it, and how long it took to see it."""
    start = time.monotonic()
    guest.plug(name, path, serial=name, **device)
    sticks = guest.sticks(lambda seen: any(name in stick for stick in seen))
    took = time.monotonic() - start
    stick = next(stick for stick in sticks if name in stick)
    return stick, sticks[stick], took


def pull(guest, name):
    guest.pull(name)
    guest.sticks(lambda seen: not any(name in stick for stick in seen))


def take_home(guest, kinds):
    """A usual visit for each kind of stick, and what an export costs."""
    for kind in kinds:
        size, system, make = KINDS[kind]
        path = image(folder / f"{kind}.img", size, *make)
        stick, (state, where), took = plug(guest, kind, path)
        check(state == "ready", f"{kind}: {state}")
        mounted = guest.must(f"grep '^/dev/sd.* {system} ' /proc/mounts")
        wanted = {"rw", "nosuid", "nodev", "noexec", "nosymfollow", "noatime", "fmask=0177",
                  "dmask=0077"} | ({"flush"} if system == "vfat" else set())
        check(wanted <= set(mounted.split()[3].split(",")), f"{kind}: mounted as {mounted}")
        exports, plain = [], []
        for _ in range(5):
            plain.append(float(guest.ask("plain", stick)[1]))
            said = guest.ask("save", stick)
            check(said[0] == "saved", f"{kind}: {said}")
            exports.append(float(said[-1]))
        check(guest.ask("find", stick)[1:3] == ["5", "5"], f"{kind}: five drafts can be opened")
        said = guest.ask("finish", stick)
        check(said[:2] == ["safe", "1"], f"{kind}: unmounted, compared, ejected: {said}")
        check(where not in guest.must("cat /proc/mounts"), f"{kind}: nothing is mounted")
        guest.tell("list")
        check(guest.sticks()[stick][0] == "safe", f"{kind}: it stays safe until it is pulled")
        pull(guest, kind)
        checked = subprocess.run(["fsck.exfat" if system == "exfat" else "fsck.vfat", "-n", path],
                                 capture_output=True, text=True, check=False)
        check(checked.returncode == 0, f"{kind}: fsck says {checked.stdout}")
        ratio = statistics.median(exports) / statistics.median(plain)
        title(f"    {kind}: seen after {took:.1f} s; export {statistics.median(exports):.0f} ms, "
              f"write and fsync of the same {statistics.median(plain):.0f} ms (x {ratio:.2f}); "
              f"unmount, compare and eject {float(said[-1]):.0f} ms")


def not_usable(guest):
    """Sticks that are not as they should be: each is said to be what it is."""
    for name, wanted, make in (
            ("blank", "blank", ()), ("ntfs", "unusable", ("mkfs.ntfs", "-Q", "-F")),
            ("ext4", "unusable", ("mkfs.ext4", "-q"))):
        stick, (state, _), _ = plug(guest, name, image(folder / f"{name}.img", 16 * MIB, *make))
        check(state == wanted, f"{name}: {state}")
        check(guest.ask("save", stick)[1] == "gone", f"{name}: nothing is written")
        pull(guest, name)
    locked = image(folder / "locked.img", *KINDS["fat16"][:1], *KINDS["fat16"][2])
    stick, (state, _), _ = plug(guest, "locked", {"driver": "raw", "read-only": True, "file": {
        "driver": "file", "filename": locked, "read-only": True}})
    check(state == "read-only", f"locked: {state}")
    check(guest.ask("save", stick)[1] == "read_only", "locked: said to be locked")
    pull(guest, "locked")
    full = image(folder / "full.img", 1 * MIB, "mkfs.vfat")
    with open(folder / "much", "wb") as much:
        much.write(bytes(990_000))
    subprocess.run(["mcopy", "-i", full, str(folder / "much"), "::MUCH"], check=True)
    stick, (state, _), _ = plug(guest, "full", full)
    check(state == "ready" and guest.ask("save", stick)[1] == "full", "full: said to be full")
    check(guest.ask("finish", stick)[0] == "safe", "full: may be taken out")
    pull(guest, "full")
    title("    blank, NTFS, ext4, locked, full: said to be what they are")


def parts_and_pairs(guest):
    """A stick with a table of parts, as shops sell them; two sticks at once."""
    table = image(folder / "table.img", 24 * MIB)
    subprocess.run(["sfdisk", "-q", table], input="start=2048, type=c\n", text=True, check=True)
    subprocess.run(["mkfs.vfat", "--offset", "2048", table, "23552"], check=True,
                   stdout=subprocess.DEVNULL)
    other = image(folder / "other.img", KINDS["exfat"][0], *KINDS["exfat"][2])
    first, (state, _), _ = plug(guest, "table", table)
    check(state == "ready", f"with a table of parts: {state}")
    second, (state, _), _ = plug(guest, "other", other)
    guest.tell("list")
    check(len(guest.sticks()) == 2 and state == "ready", "two sticks are two")
    check(guest.ask("save", first)[0] == "saved", "the first of two is written")
    check(guest.ask("finish", first)[0] == "safe", "the first of two is safe")
    guest.tell("list")
    sticks = guest.sticks()
    check(sticks[first][0] == "safe" and sticks[second][0] == "ready", f"the other stays: {sticks}")
    pull(guest, "table")
    check(guest.ask("save", second)[0] == "saved", "then the other is written")
    guest.pull("other")
    said = guest.ask("finish", second)
    check(said[:2] == ["not", "gone"], f"pulled before it was safe: never safe: {said}")
    out = subprocess.run(["mdir", "-b", "-i", f"{table}@@1M", "::TALKING-POINTS"], check=True,
                         capture_output=True, text=True).stdout
    check(out.count("outcomes-001") == 3, f"mtools finds {out}")
    title("    a table of parts, two sticks, one pulled before it was safe")


def replay(guest, kind):
    """Every moment of some exports as the moment at which the stick is pulled; some come back."""
    size, system, make = KINDS[kind]
    path, log = image(folder / "replay.img", size, *make), blocklog.new(folder / "replay.log")
    base = blocklog.sectors(path)
    promises = shelves.Promises()
    stick, _, _ = plug(guest, "replay", {"driver": "blklogwrites", "file": {
        "driver": "file", "filename": path}, "log": {"driver": "file", "filename": log}})
    for _ in range(2 if given.short else 4):
        guest.heard.clear()
        check(guest.ask("save", stick)[0] == "saved", f"{kind}: saved")
        promises.read(guest.heard, len(blocklog.entries(log)))
    said = guest.ask("finish", stick)
    check(said[:2] == ["safe", "1"], f"{kind}: {said}")
    pull(guest, "replay")
    recorded = blocklog.entries(log)
    shelf, begun = folder / "shelf", []
    with open(shelf, "wb") as file:
        for entry, state in blocklog.cuts(base, recorded, 3 if given.short else 10):
            blocklog.put_on_shelf(file, len(begun), size, state)
            begun.append(entry)
        file.truncate(len(begun) * size)
    lost = damaged = with_promise = half_made = not_again = 0
    pictures = shelves.look(guest, shelf, size, system, len(begun), BACK)
    check(len(pictures) == len(begun), f"{kind}: all {len(begun)} pictures were looked at")
    for entry, seen in zip(begun, pictures):
        gone, torn = promises.broken(entry, seen.files)
        half_made += promises.half_made(entry, seen)
        back = [] if promises.half_made(entry, seen) else promises.come_back(entry, seen)
        lost += bool(gone)
        damaged += bool(torn)
        not_again += bool(back)
        with_promise += any(since <= entry for since, *_ in promises.safe)
        if gone or torn or back:
            print(f"    {kind}: at {entry} of {len(recorded)}: lost {gone}, damaged {torn}; "
                  f"back again: {back}: {seen.line}")
    check(lost == 0, f"{kind}: {lost} replays lost what had been said to be saved")
    check(damaged == 0, f"{kind}: {damaged} replays with a damaged file under a final name")
    check(not_again == 0, f"{kind}: {not_again} sticks that came back were not as they should be")
    flushes = sum(bool(flags & blocklog.FLUSH) for flags, _, _ in recorded)
    title(f"    {kind}: {len(recorded) - flushes} writes and {flushes} flushes recorded, "
          f"{len(begun)} replays, {with_promise} of them after a save; lost {lost}, "
          f"damaged {damaged}; {sum(seen.saved is not None for seen in pictures)} of them came back "
          f"for one more save, {not_again} not as they should be; {half_made} that were pulled as "
          f"their first folder was made could not take it and were said to")
    shelf.unlink()


def pull_in_time(guest, name, stick, order, chance, limit):
    """Pulled while it does what it was told; what our program says of that. Each moment is as good
    as any other."""
    guest.tell(order, stick)
    if order == "loop":
        guest.hear("writing")
    time.sleep(chance.uniform(0, limit))
    early = guest.has_said("not")
    guest.pull(name)
    said = next((line.split() for line in guest.heard if line.startswith(("not ", "safe "))), None)
    said = said or guest.hear("not", "safe")
    check(not early, f"{name}: not pulled yet, and told {said}")
    check(said[0] == "safe" or said[1] == "gone", f"{name}: pulled, and told {said}")
    return said[0] == "safe"


def pulls(guest, kind):
    """Pulled in the middle of it, again and again; the same stick comes back each time."""
    size, system, make = KINDS[kind]
    path, shelf = image(folder / "pulled.img", size, *make), folder / "shelf"
    times = given.pulls or (3 if given.short else 12)
    chance = random.Random(given.seed)
    promises, seen, before, safe = shelves.Promises(), [], len(problems), 0
    with open(shelf, "wb") as file:
        for turn in range(times):
            name = f"{kind}pull{turn}"  # UDisks2 makes _ of what is no letter or digit
            stick, (state, _), _ = plug(guest, name, path)
            check(state == "ready", f"{kind}: back again: {state}")
            guest.heard.clear()
            if turn % 4 == 3:  # while it is let go of, else while it is written
                check(guest.ask("save", stick)[0] == "saved", f"{name}: saved")
                safe += pull_in_time(guest, name, stick, "finish", chance, LONGEST_FINISH)
            else:
                pull_in_time(guest, name, stick, "loop", chance, LONGEST)
            guest.tell("list")
            guest.sticks(lambda sticks: not sticks)
            promises.read(guest.heard)
            seen.append(len(promises.safe))
            blocklog.put_on_shelf(file, turn, size, blocklog.sectors(path))
        stick, _, _ = plug(guest, "last", path)
        guest.heard.clear()
        check(guest.ask("save", stick)[0] == "saved", f"{kind}: saved in the end")
        check(guest.ask("finish", stick)[0] == "safe", f"{kind}: safe in the end")
        promises.read(guest.heard)
        seen.append(len(promises.safe))
        pull(guest, "last")
        blocklog.put_on_shelf(file, times, size, blocklog.sectors(path))
        file.truncate((times + 1) * size)
    everything = promises.safe
    pictures = shelves.look(guest, shelf, size, system, times + 1)
    check(len(pictures) == times + 1, f"{kind}: all {times + 1} pictures were looked at")
    for turn, (count, picture) in enumerate(zip(seen, pictures)):
        promises.safe = everything[:count]
        gone, torn = promises.broken(0, picture.files)
        back = promises.come_back(0, picture)
        check(not gone and not torn and not back,
              f"{kind}: pull {turn}, after {count}: lost {gone}, damaged {torn}, back again: {back}, "
              f"on the stick {picture.line}")
    title(f"    {kind}: pulled {times} times, {times // 4} of them while it was let go of ({safe} "
          f"just after it was safe); {len(everything)} exports said to be saved, "
          f"{'all of them whole' if len(problems) == before else 'and not all as told'}")
    shelf.unlink()


def main():
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    start = time.monotonic()
    kinds = [given.only] if given.only else list(KINDS)
    with Guest(made, folder, [programs / "stick_guest", programs / "shelf_guest", content]) as guest:
        said = guest.hear("started", "not")
        check(said[0] == "started" and said[1] != "0", f"as a user without privileges: {said}")
        title(f"The guest is up after {time.monotonic() - start:.0f} s.")
        if not given.pulls:
            title("A usual visit:")
            take_home(guest, kinds)
        if not (given.pulls or given.only):
            title("Sticks that cannot be used:")
            not_usable(guest)
            parts_and_pairs(guest)
        if not given.pulls:
            title("Pulled at every moment of a record:")
            for kind in kinds:
                replay(guest, kind)
        title("Pulled while it was written:")
        for kind in kinds:
            pulls(guest, kind)
    print(*problems, sep="\n")
    title(f"{len(problems)} things not as they should be; {time.monotonic() - start:.0f} s")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
