"""Power cuts on the drafts' disk, with the real store writing to it inside the virtual Pi.

Live: the disk vanishes at a moment nobody chose. Replayed: QEMU records every write and every flush of
one run; then the disk is made as a cut at any moment could have left it: all that was flushed, and of
what followed a random half. Either way the file system is checked here, the store's files are read out
of it, and the store has to hold all that it had promised by then."""
import os
import random
import shutil
import struct
import subprocess
import time

from pi import Trouble

MIB = 1 << 20
SIZE = 24 * MIB
PROMISES_AT = 20 * MIB  # behind the file system
SECTOR = 512
FLUSH, FUA, DISCARD, MARK = 1, 2, 4, 8
CHOICES = random.Random(8)  # the same cuts each time


class Cuts:
    def __init__(self, kiosk, ask, folder):
        self.kiosk, self.ask, self.folder = kiosk, ask, folder
        os.makedirs(folder, exist_ok=True)
        self.count = 0

    def disk(self, name):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.truncate(SIZE)
        subprocess.run(["mke2fs", "-q", "-F", "-t", "ext4", "-b", "4096", path, str(PROMISES_AT // 4096)],
                       check=True, stderr=subprocess.DEVNULL)
        return path

    def writes_for(self, block, seconds):
        """The store writes to a disk for some seconds; then the disk is gone."""
        self.count += 1
        name, machine = f"cut{self.count}", self.kiosk.machine
        machine.plug(name, block)
        machine.wait_for("test -b /dev/disk/by-id/usb-*-0:0", 60)
        machine.must("mkdir -p /mnt/disk; d=$(ls /dev/disk/by-id/usb-*-0:0); mount $d /mnt/disk && "
                     f"systemd-run -q --unit {name} sh -c \"exec /mnt/store_cuts promise /mnt/disk/data $d "
                     f"{PROMISES_AT} >/run/cut.out 2>&1\"")
        machine.wait_for("grep -q begun /run/cut.out", 60, 0.05)
        time.sleep(seconds)
        machine.pull(name, 60)
        machine.run(f"systemctl kill -s KILL {name}; systemctl stop {name}; umount -l /mnt/disk; rm -f /run/cut.out")
        machine.wait_for("! test -b /dev/disk/by-id/usb-*-0:0", 60)

    def look_at(self, path):
        """What is wrong with what a cut left; None when nothing is. And how much was promised."""
        with open(path, "rb") as file:
            file.seek(PROMISES_AT)
            promises = file.read(4096).rstrip(b"\0")
        mended = subprocess.run(["e2fsck", "-p", path], capture_output=True, text=True, check=False)
        if mended.returncode not in (0, 1):
            return f"the file system is damaged: {mended.stdout.strip()}", promises
        out = path + ".files"
        shutil.rmtree(out, ignore_errors=True)
        os.makedirs(out)
        subprocess.run(["debugfs", "-R", f"rdump /data {out}", path], check=True, capture_output=True)
        with open(path + ".promises", "wb") as file:
            file.write(promises)
        data = os.path.join(out, "data")
        if not promises and not os.path.isdir(data):
            return None, promises
        asked = subprocess.run([self.ask, "ask", data, path + ".promises"], capture_output=True, text=True,
                               check=False)
        shutil.rmtree(out)
        return (None if asked.returncode == 0 else asked.stdout.strip() or f"exit {asked.returncode}"), promises

    def alone(self):
        """The kiosk rests meanwhile: it is the store that is tried."""
        self.kiosk.machine.must("systemctl stop talking-points", 60)

    def live(self, trials):
        self.alone()
        kept = 0
        for trial in range(trials):
            path = self.disk("live.img")
            self.writes_for(path, CHOICES.uniform(0.1, 1.5))
            fault, promises = self.look_at(path)
            assert not fault, f"cut {trial + 1}: {fault}"
            kept += sum(int(line.split()[1]) > 0 for line in promises.decode().splitlines())
        assert kept > trials, f"hardly anything was promised: {kept} drafts in {trials} cuts"
        return f"{trials} cuts, {kept} drafts promised and there, 0 lost, 0 damaged"

    def record(self, seconds):
        """A run with every write and flush recorded; the path of the disk as it was before, and the log."""
        self.alone()
        before, path, log = self.disk("before.img"), self.disk("written.img"), os.path.join(self.folder, "log")
        shutil.copyfile(before, path)
        open(log, "wb").close()
        self.writes_for({"driver": "blklogwrites", "file": {"driver": "raw", "file": {
            "driver": "file", "filename": path}}, "log": {"driver": "file", "filename": log}}, seconds)
        return before, log

    def replayed(self, points, seconds=6):
        before, log = self.record(seconds)
        entries = list(read_log(log))
        assert len(entries) > points, f"only {len(entries)} writes were recorded"
        at = sorted(CHOICES.sample(range(len(entries)), points))
        whole, left = os.path.join(self.folder, "whole.img"), os.path.join(self.folder, "left.img")
        shutil.copyfile(before, whole)
        applied = promised = 0
        with open(whole, "r+b") as disk:
            for point in at:
                flushed = last_flush(entries, point)
                for entry in entries[applied:flushed]:
                    apply(disk, entry)
                applied = max(applied, flushed)
                disk.flush()
                subprocess.run(["cp", "--sparse=always", whole, left], check=True)
                with open(left, "r+b") as cut:
                    for entry in entries[flushed:point]:
                        if entry[1] & FUA or is_promise(entry) or CHOICES.random() < 0.5:
                            apply(cut, entry)
                fault, promises = self.look_at(left)
                promised += bool(promises)
                assert not fault, f"cut after write {point} of {len(entries)}: {fault}"
        assert promised > points // 2, f"only {promised} of {points} cuts came after a promise"
        return f"{points} cuts in {len(entries)} writes, {promised} after promises: 0 lost, 0 damaged"


def read_log(path):
    """The entries of QEMU's blklogwrites (the form of dm-log-writes): where, flags, bytes."""
    with open(path, "rb") as file:
        magic, _, count, size = struct.unpack("<QQQI", file.read(28))
        if magic != 0x6a736677736872:
            raise Trouble("the log of writes is none")
        file.seek(size)
        for _ in range(count):
            sector, sectors, flags, _ = struct.unpack("<QQQQ", file.read(size)[:32])
            content = b"" if flags & DISCARD else file.read(sectors * size)
            yield sector * size, flags, content


def is_promise(entry):
    return entry[0] >= PROMISES_AT


def last_flush(entries, point):
    """How many of the entries before `point` a flush has made sure of."""
    return next((i for i in range(point, 0, -1) if entries[i - 1][1] & FLUSH), 0)


def apply(disk, entry):
    at, _, content = entry
    if content:
        disk.seek(at)
        disk.write(content)
