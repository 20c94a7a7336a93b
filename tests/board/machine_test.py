"""What the package puts on the machine: installed into a folder and looked at, without a machine.

    machine_test.py BUILD PROGRAM
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD, PROGRAM = sys.argv[1:3]
EXPOSURE = 13  # tenths: what systemd finds of 10 that a service could do harm with


def run(*words, **more):
    return subprocess.run(words, capture_output=True, text=True, **more)


def settings(path):
    """Of a unit: each key with its values, in order."""
    found = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            key, equals, value = line.strip().partition("=")
            if equals and not key.startswith("#"):
                found.setdefault(key, []).append(value)
    return found


class Machine(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.root = tempfile.mkdtemp(prefix="tp-machine-")
        done = run("cmake", "--install", BUILD, "--prefix", "/usr",
                   env={**os.environ, "DESTDIR": cls.root})
        assert done.returncode == 0, done.stderr
        cls.units = f"{cls.root}/usr/lib/systemd/system"
        cls.service = f"{cls.units}/talking-points.service"

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.root)

    def test_the_installed_program_finds_its_content(self):
        done = run(f"{self.root}/usr/bin/talking-points", "tree", "home", cwd="/")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Talk to someone", done.stdout)

    def test_the_exposure_stays_within_its_bar(self):
        done = run("systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE}",
                   self.service)
        print(next(line for line in done.stdout.splitlines() if "exposure" in line))
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_systemd_understands_every_line(self):
        for name in os.listdir(self.units):
            if not name.endswith(".service"):
                continue
            done = run("systemd-analyze", "verify", "--man=no", f"{self.units}/{name}")
            said = [line for line in done.stderr.splitlines()
                    if name in line and "is not executable" not in line]  # it is not installed here
            self.assertEqual(said, [])

    def test_a_kiosk_that_ends_comes_back_and_then_says_whom_to_tell(self):
        unit = settings(self.service)
        self.assertEqual(unit["Restart"], ["always"])
        self.assertEqual(unit["StartLimitBurst"], ["10"])
        self.assertEqual(unit["Type"], ["notify"])
        self.assertIn("WatchdogSec", unit)
        safe = unit["OnFailure"][0]
        page = settings(f"{self.units}/{safe}")["ExecStart"]
        text = next(word for line in page for word in line.split() if word.endswith("safe.txt"))
        with open(self.root + text, encoding="utf-8") as words:
            self.assertIn("Please tell a member of staff.", words.read())
        # Ten quick ends take less than the time they are counted in; so does the page until its retry.
        window = int(unit["StartLimitIntervalSec"][0])
        self.assertLess(10 * int(unit["RestartSec"][0]), window)
        self.assertTrue(any(line == f"/bin/sleep {window}" for line in page))

    def test_the_page_of_plain_text_is_plain(self):
        with open("content/en/safe.txt", encoding="utf-8") as page:
            text = page.read()
        with open("content/en/banned.txt", encoding="utf-8") as lines:
            banned = [line.strip().lower() for line in lines if line.strip() and line[0] != "#"]
        self.assertTrue(text.isascii())  # all that every console can show
        for word in banned:
            self.assertNotRegex(text.lower(), rf"\b{re.escape(word)}\b")
        for sentence in re.split(r"[.:]", text):
            self.assertLessEqual(len(sentence.split()), 20)
        widest = max(len(line) for line in text.splitlines())
        self.assertLessEqual(widest, 800 // 16)  # of the smallest panel, in doubled letters

    def test_no_network_but_plugging_in_is_heard(self):
        unit = settings(self.service)
        self.assertEqual(unit["RestrictAddressFamilies"], ["AF_UNIX AF_NETLINK"])
        self.assertEqual(unit["IPAddressDeny"], ["any"])
        self.assertNotIn("PrivateNetwork", unit)  # udev would not be heard

    def test_one_word_at_the_boot_loader_gives_the_machine_back(self):
        for words, masked in (("quiet", True), ("quiet talking_points=off", False)):
            early = tempfile.mkdtemp(dir=self.root)
            done = run(f"{self.root}/usr/lib/systemd/system-generators/talking-points", early,
                       early, early, env={**os.environ, "SYSTEMD_PROC_CMDLINE": words})
            self.assertEqual(done.returncode, 0, done.stderr)
            expected = ["autovt@.service", "ctrl-alt-del.target", "getty@tty1.service"]
            self.assertEqual(sorted(os.listdir(early)), expected if masked else [])
            for name in os.listdir(early):
                self.assertEqual(os.readlink(f"{early}/{name}"), "/dev/null")
        for name in ("talking-points", "talking-points-safe", "talking-points-usb"):
            condition = settings(f"{self.units}/{name}.service")["ConditionKernelCommandLine"]
            self.assertEqual(condition, ["!talking_points=off"])

    def test_the_kiosk_may_use_sticks_and_turn_off_and_nothing_else(self):
        rules = f"{self.root}/usr/share/polkit-1/rules.d/50-talking-points.rules"
        asked = """
            const rules = [], no = null;
            globalThis.polkit = {Result: {YES: 'yes', NO: 'no', NOT_HANDLED: null},
                                 addRule: rule => rules.push(rule)};
            require('vm').runInThisContext(require('fs').readFileSync(process.argv[1], 'utf8'));
            for (const [user, id] of [
                ['talking-points', 'org.freedesktop.udisks2.filesystem-mount'],
                ['talking-points', 'org.freedesktop.login1.power-off'],
                ['talking-points', 'org.freedesktop.udisks2.loop-setup'],
                ['talking-points', 'org.freedesktop.udisks2.filesystem-mount-system'],
                ['talking-points', 'org.freedesktop.udisks2.modify-device'],
                ['talking-points', 'org.freedesktop.systemd1.manage-units'],
                ['somebody', 'org.freedesktop.udisks2.filesystem-mount'],
            ]) console.log(rules[0]({id}, {user}));
        """
        done = run("node", "-e", asked, rules)
        self.assertEqual(done.stdout.split(), ["yes", "yes", "no", "no", "no", "no", "null"],
                         done.stderr)

    def test_the_rules_for_usb_lead_somewhere(self):
        with open(f"{self.root}/usr/lib/udev/rules.d/71-talking-points.rules",
                  encoding="utf-8") as rules:
            text = rules.read()
        labels = set(re.findall(r'LABEL="(\w+)"', text))
        self.assertEqual(set(re.findall(r'GOTO="(\w+)"', text)), labels)
        for line in text.splitlines():
            if line and not line.startswith("#"):
                for part in re.split(r",\s+(?=[A-Z])", line):
                    self.assertRegex(part, r'^[A-Z]+(\{[^}]+\})?(==|!=|=|\+=)".*"$')

    def test_the_page_of_the_manual_tells_every_option(self):
        told = set(re.findall(r"--[a-z-]+", run(PROGRAM, "--help").stdout))
        with open("board/talking-points.1", encoding="utf-8") as page:
            text = page.read().replace("\\-", "-")
        self.assertEqual(set(re.findall(r"--[a-z-]+", text)), told)
        with open("CMakeLists.txt", encoding="utf-8") as lists:
            version = re.search(r"VERSION (\d\S+)", lists.read().split("project", 1)[1])[1]
        self.assertIn(f'"Talking Points {version}"', text)
        with open("board/deb/changelog", encoding="utf-8") as changes:
            self.assertTrue(changes.read().startswith(f"talking-points ({version})"))

    def test_the_package_names_nobody_whom_nobody_asked(self):
        with open("board/package.cmake", encoding="utf-8") as recipe:
            addresses = re.findall(r"[\w.+-]+@[\w.-]+\w", recipe.read())
        self.assertEqual(addresses, ["nobody@example.org"])
        with open("board/deb/changelog", encoding="utf-8") as changes:
            self.assertIn(" -- @TP_MAINTAINER@  ", changes.read())

    def test_scripts_call_only_what_is_there(self):
        """A shell finds out that a function is gone when it comes to the call."""
        with open("board/common.sh", encoding="utf-8") as file:
            shared = file.read()
        for name in ("board/run", "board/test", "board/image", "board/package", "tests/pi/check"):
            with open(name, encoding="utf-8") as file:
                text = file.read()
            defined = set(re.findall(r"^(\w+)\(\) \{", shared + text, re.M))
            called = set(re.findall(r"^\s*(?:if |exec |! )?([a-z]+(?:_[a-z]+)+)(?= |$)", text, re.M))
            self.assertLessEqual(called, defined, f"{name} calls what is nowhere")

    def test_what_is_left_out_on_arm64_is_there_to_be_left_out(self):
        names = re.findall(r"Test +#\d+: (\S+)", run("ctest", "--test-dir", BUILD, "-N").stdout)
        self.assertTrue(names)
        with open("tests/pi/not-on-arm64.txt", encoding="utf-8") as rows:
            for row in rows:
                if not row.startswith("#"):
                    kind, why = row.rstrip("\n").split("\t")
                    self.assertTrue(why)
                    self.assertTrue([name for name in names if re.match(kind, name)], f"no test is called {kind}")

    def test_the_operators_file_lies_where_the_program_looks(self):
        for path in ("etc/talking-points/kiosk.json", "usr/share/talking-points/boot/kiosk.json",
                     "usr/share/talking-points/boot/kiosk.txt"):
            self.assertTrue(os.path.exists(f"{self.root}/{path}"), path)
        named = f"{self.root}/named.json"
        with open(named, "w", encoding="utf-8") as file:
            file.write('{"usb": "0EEF:0005", "theme": "pink"}')
        done = run(PROGRAM, "--usb-rules", "--config", named)
        self.assertEqual(done.returncode, 0)
        self.assertIn('ATTRS{idVendor}=="0eef", ATTRS{idProduct}=="0005"', done.stdout)
        self.assertIn('named.json:1: "theme" takes', done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
