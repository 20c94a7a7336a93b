"""A panel that is mounted turned: the picture is turned, and touches with it.

    rotate_test.py PROGRAM

The same visit on an upright panel and on ones turned by 90, 180 and 270 degrees: the picture's pixels
lie where the turn puts them, and so does every touch.
"""
import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import zlib

program = sys.argv[1]
UPRIGHT, UPRIGHT_MM, STEP = (640, 1024), (230, 368), 3  # px, mm, px between those looked at
VISIT = """tap "Build an outcome"
tap "Type a name"
keys "jo"
tap "Done"
tap "Next"
tap "she"
picture year
"""


def pixels(path):
    """Width, height and rows of an RGB picture."""
    data, at, packed = path.read_bytes(), 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            w, h, depth, colour = struct.unpack(">IIBB", body[:10])
            assert (depth, colour) == (8, 2), "not 24 bits a pixel"
        packed += body if kind == b"IDAT" else b""
        at += length + 12
    raw, rows, before = zlib.decompress(packed), [], bytearray(w * 3)
    for y in range(h):
        how, row = raw[y * (w * 3 + 1)], bytearray(raw[y * (w * 3 + 1) + 1:(y + 1) * (w * 3 + 1)])
        for x in range(w * 3):
            left, up = row[x - 3] if x > 2 else 0, before[x]
            corner = before[x - 3] if x > 2 else 0
            guess = left + up - corner
            near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up),
                       (abs(guess - corner), 2, corner))[2]
            row[x] = row[x] + (0, left, up, (left + up) // 2, near)[how] & 255
        rows.append(row)
        before = row
    return w, h, rows


def turned(degrees, x, y):
    w, h = UPRIGHT
    return {0: (x, y), 90: (h - 1 - y, x), 180: (w - 1 - x, h - 1 - y), 270: (y, w - 1 - x)}[degrees]


def walk(folder, degrees):
    script, seen = folder / "visit.walk", folder / "seen.jsonl"
    script.write_text(VISIT)
    sideways = degrees in (90, 270)
    (w, h), (w_mm, h_mm) = (size[::-1] if sideways else size for size in (UPRIGHT, UPRIGHT_MM))
    done = subprocess.run([program, "walk", script, "--rotate", str(degrees), "--window", f"{w}x{h}",
                           "--panel-mm", f"{w_mm}x{h_mm}", "--seen", seen, "--pictures", folder], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    touches = [(touch["x"], touch["y"]) for line in seen.read_text().splitlines()
               for touch in json.loads(line)["touches"]]
    return touches, pixels(folder / "year.png")


with tempfile.TemporaryDirectory() as scratch:
    walks = {}
    for degrees in (0, 90, 180, 270):
        folder = pathlib.Path(scratch) / str(degrees)
        folder.mkdir()
        walks[degrees] = walk(folder, degrees)

upright_touches, (_, _, upright) = walks[0]
assert len(upright_touches) > 6
for degrees, (touches, (w, h, rows)) in walks.items():
    assert touches == [turned(degrees, x, y) for x, y in upright_touches], f"touches at {degrees}"
    assert (w, h) == (UPRIGHT[::-1] if degrees in (90, 270) else UPRIGHT), (degrees, w, h)
    for y in range(0, UPRIGHT[1], STEP):
        for x in range(0, UPRIGHT[0], STEP):
            there_x, there_y = turned(degrees, x, y)
            here, there = upright[y][x * 3:x * 3 + 3], rows[there_y][there_x * 3:there_x * 3 + 3]
            assert here == there, (degrees, x, y)
print(f"{len(upright_touches)} touches turn together with the picture")
