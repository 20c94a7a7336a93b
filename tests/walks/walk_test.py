"""Plays one scripted visit and looks at what it leaves behind.

    walk_test.py PROGRAM FILE.walk

Lines of the script that begin with '#:' say what else has to hold:
    #: options --window 800x480      what the program is given
    #: files N                       the stick holds outcomes-001 to N, valid, and nothing else
    #: said TEXT                     each page on the stick says so
    #: drafts N                      so many drafts are in the database
    #: nowhere TEXT                  no file holds the text, but for those on the stick
    #: at most N touches             the whole visit takes no more
    #: locked NAME                   the stick of that name can be read but not written
    #: blank NAME                    it has no file system
    #: strange NAME                  it has one that we do not use
    #: taken NAME                    it has a file of our folder's name
    #: crowded NAME                  it has 999 earlier copies
    #: room SIZE                     all sticks together have no more (16k)
    #: also --text largest           all of it once more with these options
"""
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

import after

program, script = sys.argv[1], pathlib.Path(sys.argv[2])
wishes = [line[2:].strip() for line in script.read_text(encoding="utf-8").splitlines()
          if line.startswith("#:")]


def value(name):
    return [wish[len(name):].strip() for wish in wishes if wish.startswith(name + " ")]


MODES = {"locked": 0o555, "blank": 0o000, "strange": 0o200}


def prepare(sticks):
    """Sticks that are not as a family's usually is."""
    for kind, mode in MODES.items():
        for name in value(kind):
            (sticks / f".{name}").mkdir(mode=mode, parents=True)
    for name in value("taken"):
        (sticks / f".{name}").mkdir(parents=True)
        (sticks / f".{name}" / "TALKING-POINTS").write_bytes(b"")
    for name in value("crowded"):
        ours = sticks / f".{name}" / "TALKING-POINTS"
        ours.mkdir(parents=True)
        for number in range(1, 1000):
            (ours / f"outcomes-{number:03}.docx").write_bytes(b"")


def look(data, sticks, scratch, seen):
    problems = []
    for count in value("files"):
        problems += after.files(sticks, int(count))
    for text in value("said"):
        problems += after.said(sticks, text)
    for count in value("drafts"):
        problems += after.drafts(data, int(count))
    for text in value("nowhere"):
        problems += after.nowhere([data, scratch], text)
    for limit in value("at most"):
        touches = sum(len(json.loads(line)["touches"]) for line in seen.read_text().splitlines())
        if touches > int(limit.split()[0]):
            problems.append(f"{touches} touches")
        print(f"{touches} touches")
    return problems


def with_room(sticks, words):
    """The command, as it is or where the sticks lie on a file system of their own."""
    for size in value("room"):
        sticks.mkdir(parents=True, exist_ok=True)
        place = ["unshare", "--map-root-user", "--mount", "sh", "-ec",
                 f'mount -t tmpfs -o size={size},mode=700 sticks "$0"; exec "$@"', str(sticks)]
        if subprocess.run([*place, "true"], capture_output=True, check=False).returncode:
            print("left out: nothing can be mounted here")
            sys.exit(0)
        words = [*place, *words]
    return words


def walk(options):
    """Plays the script once with these options, in folders of its own."""
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        data, sticks, scratch, seen = top / "data", top / "sticks", top / "tmp", top / "seen.jsonl"
        scratch.mkdir()
        prepare(sticks)
        walked = subprocess.run(
            with_room(sticks, [program, "walk", str(script), "--data", str(data),
                               "--sticks", str(sticks), "--seen", str(seen), *options]),
            env={**os.environ, "TMPDIR": str(scratch)}, check=False)
        if walked.returncode:
            return [f"walk {' '.join(options)} ended with {walked.returncode}"]
        return [f"{' '.join(options)}: {what}" for what in look(data, sticks, scratch, seen)]


first = [word for options in value("options") for word in shlex.split(options)]
problems = walk(first)
for more in value("also"):
    problems += walk(first + shlex.split(more))
print(*problems, sep="\n")
sys.exit(1 if problems else 0)
