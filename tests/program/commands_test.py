"""The ways into the program beside the kiosk: check, content, walk, pictures, tree, json, --help.

    commands_test.py PROGRAM
"""
import json
import shutil
import struct

import given


class Options(given.Case):
    def test_help_names_every_command_and_the_exit_codes(self):
        done = self.run_program("--help")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr, "")
        for word in ("check", "content", "walk", "pictures", "tree", "json", "--window",
                     "--panel-mm", "--rotate", "--theme", "--text", "--language", "--content",
                     "--data", "--sticks", "--config", "--fullscreen", "Exit: 0"):
            self.assertIn(word, done.stdout)

    def test_what_is_not_understood_is_named(self):
        for words, named in ((["--frob"], "--frob"), (["frobnicate"], "frobnicate"),
                             (["--theme", "pink"], "pink"), (["--text", "tiny"], "tiny"),
                             (["--window", "5x5"], "5x5"), (["--window", "wide"], "wide"),
                             (["--window"], "--window"), (["--panel-mm", "0x0"], "0x0"),
                             (["--rotate", "45"], "45"), (["--language", "../en"], "../en"),
                             (["content"], "content"), (["walk"], "walk"), (["json"], "json"),
                             (["content", "one", "two"], "two")):
            with self.subTest(words=words):
                done = self.run_program(*words)
                self.assert_says(done, 2, f"'{named}'", "--help")
                self.assertEqual(done.stdout, "")


class Check(given.Case):
    LINES = "By July Maya will ask a friend to play at lunch.\nTo provide a laptop.\n"

    def test_a_line_out_for_each_line_in(self):
        for done in (self.run_program("check", given=self.LINES),
                     self.run_program("check", self.write("lines.txt", self.LINES))):
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            rows = [line.split("\t") for line in done.stdout.splitlines()]
            self.assertEqual([len(row) for row in rows], [3, 3])
            self.assertEqual([row[2] for row in rows], self.LINES.splitlines())
            self.assertEqual([row[0] for row in rows], ["good", "not_good"])
            self.assertIn("describes_provision", rows[1][1].split(","))

    def test_json_points_at_the_words(self):
        done = self.run_program("check", "--json", given=self.LINES)
        self.assertEqual(done.returncode, 0)
        for line, text in zip(done.stdout.splitlines(), self.LINES.splitlines(), strict=True):
            found = json.loads(line)
            self.assertEqual(found["text"], text)
            self.assertIn(found["label"], ("good", "not_good"))
            self.assertEqual(set(found["faults"]), {one["fault"] for one in found["findings"]})
            for one in found["findings"]:
                said = text.encode()[one["from"]:one["to"]].decode()
                self.assertEqual(said, one["words"])
                self.assertTrue(one["ask"])

    def test_nothing_in_nothing_out(self):
        done = self.run_program("check", given="")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_a_file_that_is_not_there(self):
        self.assert_says(self.run_program("check", self.folder / "none"), 3, "none")


class Content(given.Case):
    def copy(self):
        return shutil.copytree("content", self.folder / "content")

    def test_the_content_is_sound(self):
        done = self.run_program("content", "content")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_a_missing_file_is_named(self):
        folder = self.copy()
        (folder / "en" / "guide.json").unlink()
        done = self.run_program("content", folder)
        self.assert_says(done, 1, str(folder))
        self.assertIn("en/guide.json:1: ", done.stdout)

    def test_a_broken_file_is_named_with_its_line(self):
        folder = self.copy()
        guide = folder / "en" / "guide.json"
        lines = guide.read_text(encoding="utf-8").split("\n")
        lines[4] = lines[4].replace('"', "\\", 1)
        guide.write_text("\n".join(lines), encoding="utf-8")
        done = self.run_program("content", folder)
        self.assert_says(done, 1, str(folder))
        self.assertIn("en/guide.json:5: ", done.stdout)

    def test_no_content_at_all(self):
        self.assert_says(self.run_program("content", self.folder / "none"), 1, "none")


class Walk(given.Case):
    def test_a_walk_that_cannot_go_on_names_the_line(self):
        for said, line in (('see "Hello."\n\n# so far so good\ntap "Nothing"\n', 4),
                           ("fly\n", 1), ("key Banana\n", 1), ("stick out\n", 1),
                           ('type "here"\n', 1), ('unseen "Hello."\n', 1),
                           ("remember words\n", 1), ('focus "Nothing"\n', 1)):
            with self.subTest(said=said):
                script = self.write("odd.walk", said)
                done = self.run_program("walk", script)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertTrue(done.stderr.startswith(f"{script}:{line}: "), done.stderr)
                self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_a_walk_that_is_not_there(self):
        self.assert_says(self.run_program("walk", self.folder / "none.walk"), 3, "none.walk")
        self.assert_says(self.run_program("walk", self.folder), 3, self.folder)

    def test_a_walk_leaves_nothing_behind_and_tells_what_was_seen(self):
        script = self.write("short.walk", 'tap "Read the guide"\npicture guide\n')
        done = self.run_program("walk", script, "--seen", self.folder / "seen",
                                "--pictures", self.folder / "pictures")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(list((self.folder / "tmp").iterdir()), [])
        seen = [json.loads(line) for line in (self.folder / "seen").read_text().splitlines()]
        self.assertEqual([one["line"] for one in seen], [1, 2])
        self.assertEqual(seen[0]["screen"], "guide")
        self.assertEqual(len(seen[0]["touches"]), 1)
        self.assertIn("What is an outcome?", seen[0]["seen"])
        self.assertTrue((self.folder / "pictures" / "guide.png").stat().st_size > 1000)


class Tree(given.Case):
    KEYS = ["role", "label", "say", "state", "x", "y", "w", "h", "w_mm", "h_mm", "cap_mm", "ink",
            "ground", "focus"]

    def names(self):
        done = self.run_program("tree")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout.split()

    def test_every_screen_that_is_named_has_nodes_with_the_agreed_keys(self):
        names = self.names()
        self.assertIn("home", names)
        self.assertGreater(len(names), 25)
        for name in names:
            done = self.run_program("tree", name)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            places = []
            for line in done.stdout.splitlines():
                node = json.loads(line)
                self.assertEqual(list(node), self.KEYS)
                self.assertRegex(node["ink"], "^(#[0-9A-F]{6})?$")
                self.assertRegex(node["ground"], "^(#[0-9A-F]{6})?$")
                places += [node["focus"]] if node["focus"] >= 0 else []
            self.assertEqual(places, sorted(set(places)), name)
            self.assertTrue(done.stdout, name)

    def test_the_window_and_the_text_change_it(self):
        usual = self.run_program("tree", "home").stdout
        for words in (["--window", "800x480"], ["--text", "largest"], ["--theme", "night"],
                      ["--panel-mm", "300x190"]):
            self.assertNotEqual(usual, self.run_program("tree", "home", *words).stdout, words)

    def test_a_screen_that_is_not_there(self):
        self.assert_says(self.run_program("tree", "nothing"), 1, "'nothing'", "tree")


class Pictures(given.Case):
    def test_one_of_every_screen(self):
        names = self.run_program("tree").stdout.split()
        done = self.run_program("pictures", self.folder / "p", "--window", "800x480")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        pictures = sorted((self.folder / "p").iterdir())
        self.assertEqual([picture.name for picture in pictures], sorted(f"{n}.png" for n in names))
        for picture in pictures:
            head = picture.read_bytes()[:24]
            self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n")
            self.assertEqual(struct.unpack(">II", head[16:]), (800, 480))
        self.assertEqual(list((self.folder / "tmp").iterdir()), [])

    def test_a_folder_that_cannot_be(self):
        place = self.write("file", "not a folder") / "pictures"
        self.assert_says(self.run_program("pictures", place), 3, place)


class Json(given.Case):
    def test_what_is_json_is_accepted(self):
        for text in ('{"a":[1,2.5e3,"\\u00e9",true,null]}', "[]", '"word"', " 0 "):
            done = self.run_program("json", self.write("good.json", text))
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""), text)

    def test_what_is_not_is_refused_with_its_place(self):
        for text, place in (('{"a":1,}', "1:8"), ("[1,\n 2,\n 03]", "3:"), ("", "1:1"),
                            ('{"a":1,"a":2}', "1:"), ("[1] x", "1:5"), ('"\t"', "1:2")):
            path = self.write("bad.json", text)
            done = self.run_program("json", path)
            self.assertEqual(done.returncode, 1, text)
            self.assertEqual(len(done.stderr.splitlines()), 1)
            self.assertTrue(done.stderr.startswith(f"{path}:{place}"), done.stderr)

    def test_a_file_that_is_not_there(self):
        self.assert_says(self.run_program("json", self.folder / "none.json"), 3, "none.json")


given.main()
