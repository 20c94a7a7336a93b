"""What a shelf of pictures of sticks holds, as the guest's kernel sees it, against what our program
had said of each."""
import collections
import hashlib
import re

FINAL = re.compile(r"outcomes-(\d{3})\.(html|docx|json)$")
# What shelf_guest writes to a stick that comes back.
AGAIN = [(suffix, str(size), hashlib.blake2b(b"a" * size, digest_size=16).hexdigest())
         for suffix, size in (("html", 20000), ("docx", 4000), ("json", 900))]

# One picture: its files, {name: (bytes, hash) or ('unreadable',)}, None when the kernel does not
# take it; when it came back, what became of one more save, and the files after that.
Picture = collections.namedtuple("Picture", "files saved after line")


def _files(words):
    if words == ["unmountable"]:
        return None
    return {name: tuple(rest) for name, *rest in (word.split(":") for word in words)}


def picture(line):
    """One line of shelf_guest."""
    words = line.split()[2:]
    if "again" not in words:
        return Picture(_files(words), None, None, line)
    at = words.index("again")
    return Picture(_files(words[:at]), words[at + 1], _files(words[at + 2:]), line)


def look(guest, shelf, size, system, count, each=1):
    """Each picture of a shelf; of each so many one comes back for one more save."""
    guest.qmp_raw("blockdev-add", {"node-name": "shelf", "driver": "raw",
                                   "cache": {"no-flush": True},
                                   "file": {"driver": "file", "filename": str(shelf),
                                            "cache": {"no-flush": True}}})
    guest.qmp_raw("device_add", {"driver": "scsi-hd", "id": "shelf", "drive": "shelf",
                                 "bus": "scsi.0", "serial": "shelf"})
    device = "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_shelf"
    guest.wait_for(f"test -b {device}")
    # To udev every mount is news, and it would look into each picture too.
    guest.must("mkdir -p /run/udev/rules.d; cd /run/udev/rules.d; "
               """echo 'KERNEL=="loop*", OPTIONS+="nowatch"' >99-shelf.rules; """
               "udevadm control --reload")
    out = guest.must(f"modprobe loop; modprobe {system}; LD_LIBRARY_PATH=/run/sticks-vm/lib "
                     f"/run/sticks-vm/shelf_guest {device} {size} {count} {system} "
                     f"{each}", limit=3000)
    guest.pull("shelf")
    lines = out.splitlines()
    return [picture(line) for line in lines[:-1]] if lines[-1] == "looked" else []


class Promises:
    """What our program said of one stick: what it would write, and what is safe."""

    def __init__(self):
        self.written = set(AGAIN)  # (suffix, bytes, hash) of all it ever began to write
        self.safe = []  # (from which entry of the record on, number, its three files)

    def read(self, lines, entry=0):
        """From what the program said; returns the last set that it began."""
        files = None
        for line in lines:
            words = line.split()
            if words[0] == "writing":
                files = [tuple(word.split(":")) for word in words[1:]]
                self.written.update(files)
            if words[0] == "saved":
                self.safe.append((entry, int(words[1]), files))

    def broken(self, entry, files):
        """What a stick with these files has lost, and what is damaged on it."""
        if files is None:
            return ["the stick"], []
        damaged = []
        for name, about in files.items():
            final = FINAL.match(name)
            if final and (final[2], *about) not in self.written:
                damaged.append(f"{name}:{':'.join(about)}")
        lost = [f"{number}.{suffix}" for since, number, wanted in self.safe if since <= entry
                for suffix, *about in wanted
                if files.get(f"outcomes-{number:03}.{suffix}") != tuple(about)]
        return lost, damaged

    def half_made(self, entry, seen):
        """Whether our folder was just being made: Linux gives no way to have what is in a new
        folder on the stick before its name, and takes a folder without it for damage. Nothing had
        been promised, and our program says that it could not save."""
        return (seen.files == {} and seen.saved == "io" and
                not any(since <= entry for since, *_ in self.safe))

    def come_back(self, entry, seen):
        """What is not as it should be on a stick that came back, if it did: a sentence for each."""
        if seen.saved is None:
            return []
        if seen.saved != "ok":
            return [f"one more save: {seen.saved}"]
        lost, damaged = self.broken(entry, seen.after)
        left = [name for name in seen.after if name.endswith(".tmp") and
                seen.after.get(name[:-len(".tmp")]) != seen.after[name]]
        whole = any(all(seen.after.get(f"outcomes-{number:03}.{suffix}") == tuple(about)
                        for suffix, *about in AGAIN) for number in range(1, 1000))
        return ([f"lost {lost}"] if lost else []) + ([f"damaged {damaged}"] if damaged else []) + \
            ([f"left {left}"] if left else []) + ([] if whole else ["the new save is not whole"])
