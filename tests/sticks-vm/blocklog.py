"""What a stick would hold had it been pulled at any moment, from QEMU's record of every write to it
(blklogwrites; the form is that of Linux's dm-log-writes).

A flush is a promise: what was written before it is there. Of what came after it anything may be
there, in any order, sector by sector.
"""
import random
import struct

SECTOR = 512
ROOM = 64 << 20  # bytes a record may take
FLUSH, _FUA, DISCARD, _MARK = 1, 2, 4, 8
HEAD = struct.Struct("<QQQQ")  # first sector, how many, flags, bytes of a mark


def new(path):
    """An empty record: QEMU overwrites it from its second sector on."""
    with open(path, "wb") as file:
        file.truncate(ROOM)
    return str(path)


def entries(path):
    """Each entry so far: (flags, first sector, bytes)."""
    found = []
    with open(path, "rb") as file:
        file.seek(SECTOR)
        while True:
            first, count, flags, _ = HEAD.unpack(file.read(SECTOR)[:HEAD.size])
            if (first, count, flags) == (0, 0, 0):
                return found
            data = b"" if flags & (FLUSH | DISCARD) and not count else file.read(count * SECTOR)
            found.append((flags, first, data))


def sectors(path):
    """The sectors of an image that are not empty: {number: bytes}."""
    held, empty = {}, bytes(SECTOR)
    with open(path, "rb") as file:
        number = 0
        while data := file.read(1 << 20):
            for at in range(0, len(data), SECTOR):
                if data[at:at + SECTOR] != empty:
                    held[number + at // SECTOR] = data[at:at + SECTOR]
            number += len(data) // SECTOR
    return held


def _with(held, pending, keep):
    state = dict(held)
    for flags, first, data in pending:
        whole = keep()
        for at in range(0, len(data), SECTOR):
            if whole if whole is not None else random_bit(keep):
                state[first + at // SECTOR] = data[at:at + SECTOR]
    return state


def random_bit(keep):
    """One sector of a torn write."""
    return keep.chance.random() < 0.5


class Keep:
    """Whether a write that was not flushed is there: wholly, not at all, or torn (None)."""

    def __init__(self, chance):
        self.chance = chance

    def __call__(self):
        return self.chance.choice((True, True, False, None))


def cuts(base, log, reorderings, seed=1):
    """All states: (entries begun, {sector: bytes}). For each entry one state in which all of it is
    there, and so many in which what was not flushed came as it liked."""
    keep = Keep(random.Random(seed))
    held, pending = dict(base), []
    for begun in range(len(log) + 1):
        if begun:
            flags, first, data = log[begun - 1]
            if flags & FLUSH:
                held = _with(held, pending, lambda: True)
                pending = []
            if data:
                pending.append((flags, first, data))
        yield begun, _with(held, pending, lambda: True)
        for _ in range(reorderings if pending else 0):
            yield begun, _with(held, pending, keep)


def put_on_shelf(shelf, place, size, state):
    """Writes a state into its place of a file that holds many, one behind the other."""
    for number in sorted(state):
        shelf.seek(place * size + number * SECTOR)
        shelf.write(state[number])
