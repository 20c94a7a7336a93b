"""The kiosk where something is missing, broken or not its own: one plain sentence, the right exit
code, and nothing harmed.

    trouble_test.py PROGRAM
"""
import hashlib
import os
import shutil
import sqlite3
import subprocess
import unittest

import given

# A user without any right that files do not give him: the tests may run as root.
NOBODY_SPECIAL = ("setpriv", "--bounding-set", "-all", "--inh-caps", "-all")


def no_special_rights():
    return NOBODY_SPECIAL if os.geteuid() == 0 else ()


def without_fonts():
    """Runs what follows where the folders of fonts are empty; None where that is not allowed."""
    hide = " && ".join(f"if [ -d {folder} ]; then mount -t tmpfs none {folder}; fi" for folder in
                       ("/usr/share/fonts/truetype/andika", "/usr/local/share/fonts"))
    before = ("unshare", "-rm", "sh", "-c", f'{hide} && exec "$0" "$@"')
    tried = subprocess.run([*before, "true"], capture_output=True, check=False)
    return before if tried.returncode == 0 else None


class Display(given.Case):
    def test_no_display(self):
        none = {"SDL_VIDEODRIVER": "x11", "DISPLAY": ":9999"}
        self.assert_says(self.run_program("--data", self.folder / "data", **none), 3, "no display")
        self.assertFalse((self.folder / "data").exists())

    @unittest.skipIf(os.path.exists("/dev/dri"), "this machine has a screen of its own")
    def test_no_display_at_all(self):
        self.assert_says(self.run_program("--data", self.folder / "data"), 3, "no display")

    def test_turned_by_a_quarter(self):
        for degrees in ("0", "90", "180", "270"):
            done = self.start_once("--rotate", degrees, "--data", self.folder / "data")
            self.assertEqual((done.returncode, done.stderr), (0, ""))


class Fonts(given.Case):
    def test_no_font(self):
        before = without_fonts()
        if before is None:
            self.skipTest("this user may not hide a folder")
        for words in (["--data", self.folder / "data"], ["pictures", self.folder / "p"],
                      ["tree", "home"], ["walk", "tests/walks/hide.walk"]):
            done = self.start_once(*words, before=before)
            self.assert_says(done, 3, "Andika", "install fonts-sil-andika")

    def test_a_font_that_is_none_counts_as_missing(self):
        self.write("fonts/Andika-Regular.ttf", "no font")
        before = without_fonts()
        if before is None:
            self.skipTest("this user may not hide a folder")
        done = self.start_once("--fonts", self.folder / "fonts", "--data", self.folder / "data",
                               before=before)
        self.assert_says(done, 3, "Andika")

    def test_no_icons(self):
        done = self.start_once("--assets", self.folder / "none", "--data", self.folder / "data")
        self.assert_says(done, 3, self.folder / "none", "--assets")


class Content(given.Case):
    def assert_names(self, folder, place):
        done = self.start_once("--content", folder, "--data", self.folder / "data")
        lines = done.stderr.splitlines()
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(lines), 2, done.stderr)
        self.assertTrue(lines[0].startswith(f"{folder}/{place}"), lines[0])
        self.assertTrue(lines[1].startswith(f"talking-points: the content in '{folder}'"), lines[1])

    def test_a_missing_file(self):
        folder = shutil.copytree("content", self.folder / "content")
        (folder / "en" / "strings.json").unlink()
        self.assert_names(folder, "en/strings.json:1: ")
        self.assertFalse((self.folder / "data" / "drafts.db").exists())

    def test_a_broken_file(self):
        folder = shutil.copytree("content", self.folder / "content")
        ideas = folder / "en" / "ideas.json"
        lines = ideas.read_text(encoding="utf-8").split("\n")
        lines[9] += "}"
        ideas.write_text("\n".join(lines), encoding="utf-8")
        self.assert_names(folder, "en/ideas.json:10: ")

    def test_a_language_that_is_not_there(self):
        done = self.start_once("--language", "fr", "--data", self.folder / "data")
        self.assertEqual(done.returncode, 3)
        self.assertIn("content/fr:1: ", done.stderr)


class Data(given.Case):
    def setUp(self):
        super().setUp()
        self.data = self.folder / "data"

    def sums(self):
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                for path in self.data.rglob("*") if path.is_file()}

    def start(self, before=()):
        return self.start_once("--data", self.data, before=before)

    def rows(self):
        base = sqlite3.connect(f"file:{self.data / 'drafts.db'}?mode=ro", uri=True)
        rows = base.execute("SELECT count(*) FROM draft").fetchone()[0]
        base.close()
        return rows

    def test_a_folder_that_may_not_be_written(self):
        self.data.mkdir(mode=0o500)
        self.assert_says(self.start(no_special_rights()), 3, self.data, "give the folder to it")

    def test_a_folder_that_may_not_be_read(self):
        self.data.mkdir(mode=0o000)
        self.addCleanup(self.data.chmod, 0o700)
        self.assert_says(self.start(no_special_rights()), 3, self.data, "give the folder to it")

    def test_a_folder_that_is_a_file(self):
        self.data.write_text("mine")
        self.assert_says(self.start(), 3, self.data, "--data")
        self.assertEqual(self.data.read_text(), "mine")

    def test_a_folder_for_sticks_that_is_not_there(self):
        done = self.start_once("--data", self.data, "--sticks", self.folder / "none")
        self.assert_says(done, 3, self.folder / "none")

    def set_aside(self, there):
        """Starts with drafts.db as it is: it is kept elsewhere, byte by byte, and all begins empty."""
        done = self.start()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(self.rows(), 0)
        kept = [path for path in self.data.rglob("*")
                if path.is_file() and path.parent != self.data and path.read_bytes() == there]
        self.assertEqual(len(kept), 1, sorted(self.data.rglob("*")))

    def test_a_file_that_is_no_database_is_set_aside(self):
        self.data.mkdir()
        (self.data / "drafts.db").write_bytes(b"bread, milk, two stamps\n" * 500)
        self.set_aside(b"bread, milk, two stamps\n" * 500)

    def test_a_database_that_is_not_ours_is_set_aside(self):
        self.data.mkdir()
        base = sqlite3.connect(self.data / "drafts.db")
        base.executescript("PRAGMA application_id = 12345; CREATE TABLE draft(a);"
                           "INSERT INTO draft VALUES('mine');")
        base.close()
        self.set_aside((self.data / "drafts.db").read_bytes())

    def test_a_newer_database_is_left_as_it_is(self):
        self.assertEqual(self.start().returncode, 0)
        base = sqlite3.connect(self.data / "drafts.db")
        base.execute("PRAGMA user_version = 99")
        base.close()
        before = self.sums()
        self.assert_says(self.start(), 3, self.data, "newer")
        self.assertEqual(self.sums(), before)

    def test_one_at_a_time(self):
        first = subprocess.Popen(
            [given.PROGRAM, "--window", "640x480", "--data", self.data],
            env={**given.plain_surroundings(), "SDL_VIDEODRIVER": "dummy"})
        try:
            for _ in range(given.DEADLINE * 1000):
                if (self.data / "drafts.db").exists() and b"draft" in self.held():
                    break
            self.assert_says(self.start(), 3, self.data, "another Talking Points")
        finally:
            first.terminate()
            self.assertEqual(first.wait(given.DEADLINE), 0)
        self.assertEqual(self.start().returncode, 0)

    def held(self):
        held = b""
        for path in self.data.glob("drafts.db*"):
            try:  # a journal may go between looking and reading
                held += path.read_bytes()
            except FileNotFoundError:
                pass
        return held

    def test_its_folder_is_for_nobody_else(self):
        self.assertEqual(self.start().returncode, 0)
        self.assertEqual(self.data.stat().st_mode & 0o077, 0)


given.main()
