"""Seeing: pictures compared with tolerance, and words read from them. Letters are drawn a shade
differently on another kind of processor, so pictures are never asked to be equal."""
import difflib
import os
import re
import subprocess

FAR = 60       # how much a colour may differ at a point
EVERY = 5      # each which point of a row is looked at ...
EVERY_ROW = 7  # ... and of which rows
NARROWEST = 60 # points of a card
SAME = 0.004   # part of the points that may be far off, with the page the same
ALONE = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # more threads read no faster


class Picture:
    """A PPM: width, height and the bytes of its points."""

    def __init__(self, path):
        with open(path, "rb") as file:
            kind, size, _, self.points = file.read().split(b"\n", 3)
        assert kind == b"P6", path
        self.w, self.h = (int(word) for word in size.split())

    def row(self, y):
        return self.points[y * self.w * 3:(y + 1) * self.w * 3]

    def sample(self):
        return b"".join(self.row(y)[colour::3 * EVERY] for y in range(0, self.h, EVERY_ROW)
                        for colour in range(3))


def difference(one, other):
    """The part of two pictures' points that are not alike, 0.0 to 1.0."""
    if (one.w, one.h) != (other.w, other.h):
        return 1.0
    a, b = one.sample(), other.sample()
    if a == b:
        return 0.0
    return sum(abs(x - y) > FAR for x, y in zip(a, b) if x != y) / len(a)


def alike(one, path):
    """A picture is the same page as that of a file."""
    return difference(one, Picture(path)) <= SAME


def rows_apart(one, other):
    """The first and the last row in which two pictures are far apart."""
    rows = [y for y in range(0, one.h, 2)
            if any(abs(a - b) > FAR for a, b in zip(one.row(y)[::9], other.row(y)[::9]))]
    return (rows[0], rows[-1]) if rows else None


def as_ppm(*paths):
    """PNGs, each as a PPM beside it."""
    if paths:
        subprocess.run(["mogrify", "-format", "ppm", "-depth", "8", *paths], check=True)


def text(path, rows=None):
    """What a picture says, line by line; of these rows alone."""
    cut = ["-crop", f"x{rows[1] - rows[0]}+0+{rows[0]}", "+repage"] if rows else []
    large = subprocess.run(["convert", path, *cut, "-colorspace", "gray", "-resize", "160%", "png:-"], check=True,
                           capture_output=True).stdout
    out = subprocess.run(["tesseract", "-", "-", "--psm", "6" if rows else "11"], check=True, capture_output=True,
                         input=large, env=ALONE)
    return [line.strip() for line in out.stdout.decode().splitlines() if line.strip()]


def plain(words):
    """As it is compared: reading letters off a picture takes one mark for another."""
    return re.sub(r"[^a-z0-9]+", " ", words.lower()).strip()


def says(lines, sentence):
    """The sentence is among what was read, all but a letter here and there."""
    wanted, got = plain(sentence), plain(" ".join(lines))
    if wanted in got:
        return True
    word_list, many = got.split(), len(wanted.split())
    return any(difflib.SequenceMatcher(None, wanted, " ".join(word_list[i:i + many])).ratio() > 0.85
               for i in range(max(1, len(word_list) - many + 1)))


def cards_at(picture, y):
    """From where to where each white card lies that this row goes through."""
    white = re.compile(rb"(?:\xff\xff\xff){%d,}" % NARROWEST)
    return [(run.start() // 3, run.end() // 3) for run in white.finditer(picture.row(y)) if run.start() % 3 == 0]


def words_in(path, rows, known):
    """The words of a row of cards, each read for itself: edges of cards look like letters. One with a letter
    misread still counts."""
    found = []
    for left, right in cards_at(Picture(path[:-3] + "ppm"), rows[0]):
        cut = f"{right - left - 4}x{rows[1] - rows[0]}+{left + 2}+{rows[0]}"
        large = subprocess.run(["convert", path, "-crop", cut, "+repage", "-colorspace", "gray", "-bordercolor", "white",
                                "-border", "20", "-resize", "160%", "png:-"], check=True, capture_output=True).stdout
        out = subprocess.run(["tesseract", "-", "-", "--psm", "7"], check=True, capture_output=True, input=large,
                             env=ALONE)
        word = plain(out.stdout.decode())
        found += [word] if word in known else difflib.get_close_matches(word, known, 1, 0.8)
    return found
