"""The page that asks for a stick, with a draft open, and every kind of stick that comes: what the screen says to
each, and what is on them afterwards."""
import base64
import os
import time

import composite
import look
import sticks
from sticks import Stick, fat32

CTRL_ALT = composite.LEFT_CTRL | composite.LEFT_ALT
PRESSED = [("tab", 0), ("enter", 0), ("space", 0), ("a", 0), ("escape", 0), ("f2", CTRL_ALT), ("delete", CTRL_ALT),
           ("f3", composite.LEFT_ALT), ("c", composite.LEFT_CTRL)]
UNUSABLE = ("stick.other", "stick.bad.body")


class Desk:
    """`opened`: a walk that opens the draft of a stick and goes to that page. `at_home`: the folder with what was
    taken home to that stick."""

    def __init__(self, kiosk, opened, at_home):
        self.kiosk, self.opened = kiosk, opened
        self.taken = os.path.join(at_home, ".TEST")
        self.folder = os.path.join(kiosk.folder, "sticks")
        self.count, self.is_open = 0, False
        touched = {command: touches[0] for command, touches, _ in opened.steps if touches}
        shown = {command: picture for command, _, picture in opened.steps}
        self.stick_at, self.back_at = touched['tap "On a USB stick"'], touched["back"]
        self.take, self.waiting = shown['tap "Take it home"'], shown['tap "On a USB stick"']

    def words(self, key):
        return self.kiosk.strings[key]

    def open(self):
        """Nothing was kept on this kiosk: the draft comes from a stick."""
        sticks.make_groups(self.kiosk.machine)
        brought = []
        self.kiosk.hand.play(self.opened, {
            "stick in": lambda _: brought.append(self.plug(sticks.with_draft(self.taken))),
            "stick out": lambda _: brought[0].pull()})
        self.is_open = True
        return "the draft of a stick is open"

    def ask(self):
        """From the page on which the last stick has left it: 'put your stick in' is on the screen."""
        hand = self.kiosk.hand
        if not self.is_open:
            self.open()
        elif not look.alike(look.Picture(hand.settled()), self.waiting):
            self.leave()
            hand.touch(*self.stick_at)
            hand.see(self.waiting)

    def leave(self):
        """Back from a stick to the page on which it was chosen."""
        self.kiosk.hand.touch(*self.back_at)
        self.kiosk.hand.see(self.take)

    def plug(self, make, block=sticks.whole):
        self.count += 1
        return Stick(self.kiosk.machine, self.folder, f"stick{self.count}", make, block)

    def says(self, stick, *keys):
        """What the screen says to this stick; it is pulled afterwards."""
        try:
            said, _ = self.kiosk.hand.read_until(*(self.words(key) for key in keys))
        finally:
            stick.pull()
        return f"‘{said}’"

    # What may be plugged in.

    def saved(self, make, table=True, block=sticks.whole, read=None):
        self.ask()
        stick = self.plug(make, block)
        said = self.says(stick, "stick.ok.head")
        return f"{said}; {read(stick.path) if read else sticks.read_fat(stick.path, self.kiosk.program, table)}"

    def read_exfat(self, path):
        """This computer may not know that file system: the machine reads it."""
        machine = self.kiosk.machine
        sticks.run("fsck.exfat", "-n", path)
        machine.plug("again", path)
        try:
            machine.must("systemctl stop udisks2; modprobe exfat; mkdir -p /mnt/again; udevadm settle -t 20")
            machine.wait_for("d=$(ls /dev/disk/by-id/usb-*-0:0 | head -1); umount $d 2>/dev/null; "
                             "mount -o ro $d /mnt/again", 120)
            there = f"/mnt/again/{sticks.FOLDER}"
            files = {name: base64.b64decode(machine.must(f"base64 -w0 {there}/{name}"))
                     for name in machine.must(f"ls {there}").split()}
            machine.must("umount /mnt/again")
        finally:
            machine.pull("again", 60)
            machine.must("systemctl start udisks2")
        return sticks.check_files(files, self.kiosk.program, self.folder) + ", clean"

    def refused(self, make, *keys, block=sticks.whole):
        self.ask()
        return self.says(self.plug(make, block), *keys)

    def pulled_while_writing(self):
        self.ask()
        stick = self.plug(fat32, sticks.slow(sticks.SLOWEST))
        self.says(stick, "stick.w.head")
        said, _ = self.kiosk.hand.read_until(self.words("stick.gone.head"))
        there = [name for name in sticks.names_on(stick.path) if name.lower().endswith((".json", ".html", ".docx"))]
        for name in there:
            assert sticks.content_of(stick.path, name), f"{name} is there and empty"
        return f"‘{said}’; {len(there)} files there, none empty"

    def two_at_once(self):
        """Both are in when a stick is asked for: the screen asks whose is whose, and the one that stays is taken."""
        hand = self.kiosk.hand
        self.ask()
        self.leave()
        mine, other = self.plug(fat32), self.plug(fat32)
        try:
            self.kiosk.machine.wait_for("test $(grep -c ^/dev/sd /proc/mounts) -eq 2", 120)
            hand.touch(*self.stick_at)
            asked = self.says(other, "stick.many")
        finally:
            said = self.says(mine, "stick.ok.head")
        assert not sticks.names_on(other.path), "the other stick was written to"
        return f"{asked}, one pulled: {said}; {sticks.read_fat(mine.path, self.kiosk.program)}; the other as it was"

    def with_keys(self, boot):
        """A stick that is a keyboard too is a stick; nobody hears its keys. `boot`: it says that it is one."""
        machine, hand = self.kiosk.machine, self.kiosk.hand
        self.ask()
        self.count += 1
        name = f"keys{self.count}"
        path = fat32(os.path.join(self.folder, name + ".img"))
        pid = self.kiosk.main_pid()
        device = composite.plug(machine, name, path, boot)
        try:
            said, _ = hand.read_until(self.words("stick.ok.head"))
            hand.settled()
            before = hand.dump()
            for key, held in PRESSED:
                device.key(key, held)
                time.sleep(0.15)
            readable = machine.must("for n in /dev/input/event*; do test $(stat -c %a $n) = 0 || "
                                    "! udevadm info -q property $n | grep -q ^ID_BUS=usb || echo $n; done")
            assert not readable, f"its keys can be read: {readable}"
            assert device.listens != boot, "the keyboard that says so is not shut out"
            hand.settled()
            assert hand.dump() == before, "its keys changed the screen"
            assert self.kiosk.main_pid() == pid, "its keys ended the kiosk"
            assert machine.must("cat /sys/class/tty/tty0/active").strip() == "tty1", "another console is in front"
        finally:
            composite.pull(machine, name, device)
        return f"‘{said}’; {sticks.read_fat(path, self.kiosk.program)}; {len(PRESSED)} keys: nothing"


def every(desk):
    """All cases, each with what the screen said."""
    def no_table(path):
        return fat32(path, False)

    exfat, ntfs, ext4 = (sticks.made_by(*words) for words in (
        ("mkfs.exfat", "-L", "STICK"), ("mkntfs", "-F", "-Q", "-q"), ("mke2fs", "-q", "-F", "-t", "ext4")))
    return [("stick: a draft comes by it", desk.open),
            ("stick: FAT32", lambda: desk.saved(fat32)),
            ("stick: FAT32, no table", lambda: desk.saved(no_table, False)),
            ("stick: exFAT", lambda: desk.saved(exfat, read=desk.read_exfat)),
            ("stick: three partitions", lambda: desk.refused(sticks.three_parts, "stick.ok.head")),
            ("stick: locked", lambda: desk.refused(fat32, "stick.locked", block=sticks.locked)),
            ("stick: full", lambda: desk.refused(sticks.full, "stick.full")),
            ("stick: damaged tables", lambda: desk.refused(sticks.corrupt, *UNUSABLE)),
            ("stick: blank", lambda: desk.refused(sticks.blank, "stick.blank")),
            ("stick: NTFS", lambda: desk.refused(ntfs, "stick.other")),
            ("stick: ext4", lambda: desk.refused(ext4, "stick.other")),
            ("stick: failing", lambda: desk.refused(fat32, "stick.bad.head", block=sticks.failing)),
            ("stick: slow, 64 kB/s", lambda: desk.saved(fat32, block=sticks.slow(sticks.SLOW))),
            ("stick: pulled while writing", desk.pulled_while_writing),
            ("stick: two at once", desk.two_at_once),
            ("stick: and keyboard", lambda: desk.with_keys(True)),
            ("stick: and keyboard in disguise", lambda: desk.with_keys(False)),
            ("stick: FAT32 after all that", lambda: desk.saved(fat32))]
