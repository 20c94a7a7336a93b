"""An archive that Linux unpacks as its initial file system (newc), and that may be put behind another
one: what comes later wins. So a test brings its own files to a machine without touching its disk."""
import os


def _member(name, mode, content, number, device=(0, 0)):
    fields = (number, mode, 0, 0, 1, 0, len(content), 0, 0, *device, len(name) + 1, 0)
    head = b"070701" + b"".join(b"%08X" % field for field in fields) + name.encode() + b"\0"
    return _padded(head) + _padded(content)


def _padded(content):
    return content + b"\0" * (-len(content) % 4)


def archive(files):
    """`files`: name -> (mode, bytes); a mode of only permission bits is a regular file. The folders
    on the way are added."""
    entries = {}
    for name, (mode, content) in files.items():
        folder = os.path.dirname(name)
        while folder:
            entries[folder] = (0o40755, b"")
            folder = os.path.dirname(folder)
        entries[name] = (mode if mode >> 12 else mode | 0o100000, content)
    made = b"".join(_member(name, mode, content, number)
                    for number, (name, (mode, content)) in enumerate(sorted(entries.items()), 1))
    made += _member("TRAILER!!!", 0, b"", 0)
    return made + b"\0" * (-len(made) % 512)
