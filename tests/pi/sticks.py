"""USB sticks of every kind, as images made and read here with tools that are not ours, and plugged into a
virtual Pi."""
import json
import os
import subprocess

MIB = 1 << 20
SIZE = 64 * MIB
FIRST = 2048  # sector where a partition begins
SECTOR = 512
FOLDER = "TALKING-POINTS"
SLOW, SLOWEST = 64 * 1024, 2 * 1024  # bytes a second; the last is too slow for a reading to miss


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


def with_draft(folder):
    """FAT32 with what a visit took home to a folder."""
    def make(path):
        fat32(path)
        run("mcopy", "-s", "-i", drive(path), os.path.join(folder, FOLDER), "::")
        return path
    return make


def three_parts(path):
    blank(path)
    run("sfdisk", "-q", path, input=b"size=20MiB, type=c\nsize=20MiB, type=c\ntype=c\n")
    for at in (2048, 2048 + 40960, 2048 + 2 * 40960):
        run("mkfs.vfat", "-F", "16", "--offset", str(at), path, "20000")
    return path


# What QEMU takes for a stick: from the file of its image.


def whole(file):
    return {"driver": "raw", "file": file}


def slow(bytes_a_second):
    return lambda file: {"driver": "throttle", "throttle-group": f"slow{bytes_a_second}", "file": whole(file)}


def failing(file):
    """Every write says that it did not work."""
    return {"driver": "raw", "file": {"driver": "blkdebug", "image": file, "inject-error": [
        {"event": "none", "iotype": "write", "errno": 5, "immediately": False, "once": False}]}}


def locked(file):
    return {"driver": "raw", "read-only": True, "file": {**file, "read-only": True}}


def make_groups(machine):
    """The groups of QEMU's throttle: a speed for writing each."""
    for speed in (SLOW, SLOWEST):
        machine.qmp_raw("object-add", {"qom-type": "throttle-group", "id": f"slow{speed}", "x-bps-write": speed})


class Stick:
    """One that is plugged in: its name there, its image here."""

    def __init__(self, machine, folder, name, make, block=whole):
        os.makedirs(folder, exist_ok=True)
        self.machine, self.name = machine, name
        self.path = make(os.path.join(folder, name + ".img"))
        machine.plug(name, block({"driver": "file", "filename": self.path}))

    def pull(self):
        self.machine.pull(self.name, 60)


# What is on one afterwards.


def check_files(files, program, folder):
    """The draft's files (name -> bytes) are whole; their names."""
    assert any(name.endswith(".json") for name in files), f"on the stick: {sorted(files)}"
    for name, content in files.items():
        if name.endswith(".json"):
            assert json.loads(content).get("complete") is True, f"{name} is not whole"
            path = os.path.join(folder, "back.json")
            with open(path, "wb") as file:
                file.write(content)
            run(program, "json", path)
        if name.endswith(".html"):
            assert b"</html>" in content, f"{name} is not whole"
    together = b"".join(files.values()).lower()
    assert b"zebuquag" in together, "the draft's own words are not in the files"
    return ", ".join(sorted(files)) + " whole"


def cut_out(path):
    """The partition alone, as a file."""
    with open(path, "rb") as file, open(path + ".part", "wb") as part:
        file.seek(FIRST * SECTOR)
        part.write(file.read())
    return path + ".part"


def names_on(path, table=True):
    done = subprocess.run(["mdir", "-b", "-i", drive(path, table), f"::{FOLDER}"], capture_output=True, text=True,
                          check=False)
    return done.stdout.split() if done.returncode == 0 else []


def content_of(path, name, table=True):
    return run("mtype", "-i", drive(path, table), name).stdout


def read_fat(path, program, table=True):
    clean = subprocess.run(["fsck.vfat", "-n", cut_out(path) if table else path], capture_output=True, text=True,
                           check=False)
    assert clean.returncode == 0, f"the file system is not clean: {clean.stdout}"
    files = {os.path.basename(name): content_of(path, name, table) for name in names_on(path, table)}
    return check_files(files, program, os.path.dirname(path)) + ", clean"
