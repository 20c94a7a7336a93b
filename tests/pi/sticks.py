"""USB sticks of every kind, plugged into the virtual Pi while a draft waits to be taken home: what the
screen says to each, and what is on them afterwards, read with tools that are not ours."""
import base64
import json
import os
import subprocess

import look
from pi import Trouble

MIB = 1 << 20
SIZE = 64 * MIB
FIRST = 2048  # sector where a partition begins
SECTOR = 512
FOLDER = "TALKING-POINTS"


def run(*words, **more):
    return subprocess.run(words, check=True, capture_output=True, **more)


def blank(path, size=SIZE):
    with open(path, "wb") as file:
        file.truncate(size)
    return path


def fat32(path, table=True):
    blank(path)
    if table:
        run("sfdisk", "-q", path, input=f"start={FIRST}, type=c\n".encode())
        run("mkfs.vfat", "-F", "32", "-s", "1", "-n", "MY STICK", "--offset", str(FIRST), path,
            str((SIZE - FIRST * SECTOR) // 1024))
    else:
        run("mkfs.vfat", "-F", "32", "-s", "1", path)
    return path


def drive(path, table=True):
    """How mtools calls the file system."""
    return f"{path}@@{FIRST * SECTOR}" if table else path


def full(path):
    fat32(path)
    free = SIZE - FIRST * SECTOR - 3 * MIB // 2  # the two tables take a megabyte
    filler = path + ".filler"
    while True:
        blank(filler, free)
        done = subprocess.run(["mcopy", "-o", "-i", drive(path), filler, "::FILLER.BIN"], capture_output=True)
        if done.returncode == 0:
            break
        free -= 64 * 1024
    os.remove(filler)
    blank(filler, 4096)
    count = 0
    while subprocess.run(["mcopy", "-i", drive(path), filler, f"::F{count}.BIN"], capture_output=True,
                         check=False).returncode == 0:
        count += 1
    for i in range(5):  # 20 kB are left: fewer than a draft's files take
        subprocess.run(["mdel", "-i", drive(path), f"::F{count - 1 - i}.BIN"], capture_output=True, check=False)
    os.remove(filler)
    return path


def corrupt(path):
    """Both allocation tables are gone; the boot sector says that it is FAT32."""
    fat32(path)
    with open(path, "r+b") as file:
        file.seek((FIRST + 32) * SECTOR)
        file.write(b"\xa5" * MIB)
    return path


def made_by(*words):
    def make(path):
        blank(path)
        run(*words, path)
        return path
    return make


def three_parts(path):
    blank(path)
    run("sfdisk", "-q", path, input=b"size=20MiB, type=c\nsize=20MiB, type=c\ntype=c\n")
    for at in (2048, 2048 + 40960, 2048 + 2 * 40960):
        run("mkfs.vfat", "-F", "16", "--offset", str(at), path, "20000")
    return path


class Desk:
    """The take-home page with a draft open, and its sticks. `pages`: the visit's lines that lead from
    the plan to 'put your stick in', walked here."""

    def __init__(self, kiosk, pages, strings, folder):
        self.kiosk, self.hand, self.machine = kiosk, kiosk.hand, kiosk.machine
        self.pages, self.strings, self.folder = pages, strings, folder
        os.makedirs(folder, exist_ok=True)
        self.count = 0

    def words(self, key):
        return self.strings[key]

    def ask(self):
        """From wherever the last stick has left it: 'put your stick in' is on the screen."""
        pages = self.pages
        for _ in range(8):
            now = look.Picture(self.hand.settled())
            if look.alike(now, pages["waiting"]):
                return
            if look.alike(now, pages["take"]):
                way = pages["stick"]
            else:
                lines = self.hand.read()
                way = (pages["home"] if look.says(lines, "outcome so far") else
                       pages["carry on"] if look.says(lines, "What would you like to do?") else pages["back"])
            self.hand.touch(*way)
        raise Trouble("the page that asks for a stick is not found again")

    def stick(self, make, block=None, **device):
        """A new stick: its image, and the name it goes by."""
        self.count += 1
        name = f"stick{self.count}"
        path = make(os.path.join(self.folder, name + ".img"))
        file = {"driver": "file", "filename": path}
        self.machine.plug(name, block(file) if block else {"driver": "raw", "file": file}, **device)
        return name, path

    def says(self, name, *keys, limit=60):
        """What the screen says to this stick; it is pulled afterwards."""
        try:
            said, _ = self.hand.read_until(*(self.words(key) for key in keys), limit=limit)
        finally:
            self.machine.pull(name)
        return f"‘{said}’"

    # What may be plugged in.

    def saved(self, make, table=True, block=None, fat=True, limit=60):
        self.ask()
        name, path = self.stick(make, block)
        said = self.says(name, "stick.ok.head", limit=limit)
        if fat:
            return said + "; " + self.read_fat(path, table)
        return said + "; " + self.read_exfat(path)

    def check_files(self, files):
        names = sorted(files)
        assert any(name.endswith(".json") for name in names), f"on the stick: {names}"
        for name, content in files.items():
            if name.endswith(".json"):
                draft = json.loads(content)
                assert draft.get("complete") is True, f"{name} is not whole"
                path = os.path.join(self.folder, "back.json")
                with open(path, "wb") as file:
                    file.write(content)
                run(self.kiosk.program, "json", path)
            if name.endswith(".html"):
                assert b"</html>" in content, f"{name} is not whole"
        whole = b"".join(files.values()).lower()
        assert b"zebuquag" in whole, "the draft's own words are not in the files"
        return ", ".join(names) + " whole"

    def read_fat(self, path, table=True):
        clean = subprocess.run(["fsck.vfat", "-n", self.cut_out(path) if table else path], capture_output=True,
                               text=True, check=False)
        assert clean.returncode == 0, f"the file system is not clean: {clean.stdout}"
        there = run("mdir", "-b", "-i", drive(path, table), f"::{FOLDER}", text=True).stdout.split()
        files = {os.path.basename(name): run("mtype", "-i", drive(path, table), name).stdout for name in there}
        return self.check_files(files) + ", clean"

    def cut_out(self, path):
        """The partition alone, as a file."""
        with open(path, "rb") as file, open(path + ".part", "wb") as part:
            file.seek(FIRST * SECTOR)
            part.write(file.read())
        return path + ".part"

    def read_exfat(self, path):
        run("fsck.exfat", "-n", path)
        self.machine.plug("again", path)
        try:
            self.machine.must("systemctl stop udisks2; modprobe exfat; mkdir -p /mnt/again; udevadm settle -t 20")
            self.machine.wait_for("d=$(ls /dev/disk/by-id/usb-*-0:0 | head -1); umount $d 2>/dev/null; "
                                  "mount -o ro $d /mnt/again", 40)
            names = self.machine.must(f"ls /mnt/again/{FOLDER}").split()
            files = {name: base64.b64decode(self.machine.must(f"base64 -w0 /mnt/again/{FOLDER}/{name}"))
                     for name in names}
            self.machine.must("umount /mnt/again")
        finally:
            self.machine.pull("again")
            self.machine.must("systemctl start udisks2")
        return self.check_files(files) + ", clean"

    def refused(self, make, *keys, block=None, **device):
        self.ask()
        name, _ = self.stick(make, block, **device)
        return self.says(name, *keys)

    def pulled_while_writing(self):
        self.ask()
        name, path = self.stick(fat32, slow(20 * 1024))
        try:
            self.hand.read_until(self.words("stick.w.head"), limit=60)
        finally:
            self.machine.pull(name, 60)
        said, _ = self.hand.read_until(self.words("stick.gone.head"))
        there = subprocess.run(["mdir", "-b", "-i", drive(path), f"::{FOLDER}"], capture_output=True, text=True,
                               check=False).stdout.split()
        for entry in there:
            if entry.lower().endswith((".json", ".html", ".docx")):
                content = run("mtype", "-i", drive(path), entry).stdout
                assert content, f"{entry} is there and empty"
        return f"‘{said}’"


def slow(bytes_a_second):
    def block(file):
        return {"driver": "throttle", "throttle-group": f"slow{bytes_a_second}", "file": {"driver": "raw",
                                                                                        "file": file}}
    block.group = (f"slow{bytes_a_second}", bytes_a_second)
    return block


def failing(file):
    """Every write says that it did not work."""
    return {"driver": "raw", "file": {"driver": "blkdebug", "image": file, "inject-error": [
        {"event": "none", "iotype": "write", "errno": 5, "immediately": False, "once": False}]}}


def locked(file):
    return {"driver": "raw", "read-only": True, "file": {**file, "read-only": True}}


def make_groups(machine, *speeds):
    """The groups of QEMU's throttle: a speed for writing each."""
    for speed in speeds:
        machine.qmp_raw("object-add", {"qom-type": "throttle-group", "id": f"slow{speed}",
                                       "x-bps-write": speed})


def every(cases, desk):
    """All cases, each with what the screen said."""
    machine = desk.machine
    make_groups(machine, 20 * 1024, 64 * 1024)
    unusable = ("stick.other", "stick.bad.body")
    for name, work in (
            ("stick: FAT32", lambda: desk.saved(fat32)),
            ("stick: FAT32, no table", lambda: desk.saved(lambda path: fat32(path, False), False)),
            ("stick: exFAT", lambda: desk.saved(made_by("mkfs.exfat", "-L", "STICK"), fat=False)),
            ("stick: three partitions", lambda: desk.refused(three_parts, "stick.ok.head")),
            ("stick: locked", lambda: desk.refused(fat32, "stick.locked", block=locked)),
            ("stick: full", lambda: desk.refused(full, "stick.full")),
            ("stick: damaged tables", lambda: desk.refused(corrupt, *unusable)),
            ("stick: blank", lambda: desk.refused(blank, "stick.blank")),
            ("stick: NTFS", lambda: desk.refused(made_by("mkntfs", "-F", "-Q", "-q"), "stick.other")),
            ("stick: ext4", lambda: desk.refused(made_by("mke2fs", "-q", "-F", "-t", "ext4"), "stick.other")),
            ("stick: failing", lambda: desk.refused(fat32, "stick.bad.head", block=failing)),
            ("stick: slow, 64 kB/s", lambda: desk.saved(fat32, block=slow(64 * 1024), limit=150)),
            ("stick: pulled while writing", desk.pulled_while_writing),
            ("stick: FAT32 after all that", lambda: desk.saved(fat32))):
        cases.case(name, work)


__all__ = ["Desk", "every", "Trouble"]
