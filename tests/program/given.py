"""What the tests of the whole program share: the program itself, a folder to work in, and what a
person would read on standard error."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
DEADLINE = 120  # seconds: far more than anything here takes; a program that hangs has failed


def plain_surroundings():
    """The environment of a kiosk: no display but the one a test gives."""
    kept = {key: value for key, value in os.environ.items()
            if key not in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SDL_VIDEODRIVER")}
    # SDL and the drivers below it keep what they have until the process ends.
    kept["ASAN_OPTIONS"] = "detect_leaks=0"
    return kept


class Case(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = pathlib.Path(held.name)
        (self.folder / "tmp").mkdir()

    def run_program(self, *words, given=None, before=(), **more):
        """Runs to the end; text in, text out."""
        surroundings = {**plain_surroundings(), "TMPDIR": str(self.folder / "tmp"), **more}
        return subprocess.run([*before, PROGRAM, *map(str, words)], input=given, text=True,
                              capture_output=True, env=surroundings, timeout=DEADLINE, check=False)

    def start_once(self, *words, before=()):
        """The kiosk up to its first picture, on a display in memory."""
        return self.run_program("--window", "1280x800", "--exit-after-first-frame", *words,
                                before=before, SDL_VIDEODRIVER="dummy")

    def assert_says(self, done, code, *parts):
        """The exit code; and one sentence for people on standard error, with these parts in it."""
        self.assertEqual(done.returncode, code, done.stderr)
        lines = done.stderr.strip().splitlines()
        self.assertEqual(len(lines), 1, done.stderr)
        for part in ("talking-points: ", *map(str, parts)):
            self.assertIn(part, lines[0])
        self.assertTrue(lines[0].endswith("."), lines[0])
        for word in ("Error", "error:", "errno", "Segmentation", "(null)"):
            self.assertNotIn(word, lines[0])

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


def main():
    unittest.main(verbosity=2)
