"""What only the administrator of a machine may do, and what a crash leaves behind: nothing.

    keep_private_test.py PROGRAM
"""
import os
import resource
import signal
import sqlite3
import subprocess
import time
import unittest

import given

NOBODY = 65534
DUMPED = 0x80  # of the status that the system gives


def unlimited():
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def as_nobody():
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


class ResetPin(given.Case):
    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)
        self.data = self.folder / "data"
        self.assertEqual(self.reset().returncode, 1)  # nothing there
        self.assertEqual(self.start_once("--data", self.data).returncode, 0)
        base = sqlite3.connect(self.data / "drafts.db")
        base.executescript("INSERT INTO setting VALUES('pin', '$argon2id$v=19$x');"
                           "INSERT INTO setting VALUES('pin_fails', '9');"
                           "INSERT INTO setting VALUES('keep_days', '14');")
        base.close()

    def reset(self, **more):
        return subprocess.run([given.PROGRAM, "--reset-pin", "--data", str(self.data)], text=True,
                              capture_output=True, env=given.plain_surroundings(),
                              timeout=given.DEADLINE, check=False, **more)

    def settings(self):
        base = sqlite3.connect(self.data / "drafts.db")
        found = dict(base.execute("SELECT name, value FROM setting"))
        base.close()
        return found

    def test_the_administrator_clears_it_and_nothing_else(self):
        owner = (self.data / "drafts.db").stat().st_uid
        done = self.reset()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(self.settings(), {"keep_days": "14"})
        self.assertEqual((self.data / "drafts.db").stat().st_uid, owner)

    @unittest.skipIf(os.geteuid() != 0, "only root can be somebody else")
    def test_the_administrator_acts_as_the_owner(self):
        for path in [self.data, *self.data.iterdir()]:
            os.chown(path, NOBODY, NOBODY)
        self.assertEqual(self.reset().returncode, 0)
        self.assertEqual({path.stat().st_uid for path in self.data.iterdir()}, {NOBODY})
        self.assertNotIn("pin", self.settings())

    @unittest.skipIf(os.geteuid() != 0, "only root can be somebody else")
    def test_anybody_else_is_refused(self):
        self.data.chmod(0o777)  # whatever the folder allows: what counts is whose it is
        for path in self.data.iterdir():
            path.chmod(0o666)
        done = self.reset(preexec_fn=as_nobody)
        self.assert_says(done, 1, self.data, "administrator")
        self.assertIn("pin", self.settings())

    def test_while_the_kiosk_runs_it_says_so(self):
        with Running(self.data):
            self.assert_says(self.reset(), 3, self.data, "stop the kiosk first")


class Running:
    """The kiosk, on a display in memory, with its drafts open."""

    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.process = subprocess.Popen(
            [given.PROGRAM, "--window", "640x480", "--data", self.data], preexec_fn=unlimited,
            env={**given.plain_surroundings(), "SDL_VIDEODRIVER": "dummy"})
        end = time.monotonic() + given.DEADLINE
        while not self.holds_it() and time.monotonic() < end:
            time.sleep(0.05)
        return self.process

    def holds_it(self):
        folder = f"/proc/{self.process.pid}/fd"
        try:
            names = [os.readlink(f"{folder}/{name}") for name in os.listdir(folder)]
        except OSError:  # closed again meanwhile
            return False
        return any(name.endswith("drafts.db-wal") for name in names)

    def __exit__(self, *unused):
        if self.process.returncode is None:
            self.process.kill()
            self.process.wait()


class Crash(given.Case):
    def test_no_picture_of_its_memory_is_left(self):
        data = self.folder / "data"
        with Running(data) as process:
            with open(f"/proc/{process.pid}/limits", encoding="ascii") as limits:
                line = next(line for line in limits if line.startswith("Max core file size"))
            self.assertEqual(line.split()[4:6], ["0", "0"])  # and it cannot be raised again
            os.kill(process.pid, signal.SIGQUIT)
            _, status = os.waitpid(process.pid, 0)
            process.returncode = -signal.SIGQUIT
        self.assertTrue(os.WIFSIGNALED(status))
        self.assertFalse(status & DUMPED)
        self.assertEqual([path.name for path in self.folder.rglob("core*")], [])


given.main()
