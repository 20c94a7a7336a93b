"""The kiosk as its service starts it: the whole display, and the service manager told that it is ready
and that it turns. A socket stands in for the manager.

    service_test.py PROGRAM
"""
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "program"))
from real_kiosk import Display  # noqa: E402

PROGRAM = sys.argv[1]
W, H = 1024, 600
PATIENCE = 60  # seconds: how long a busy machine may take for anything here
WATCH_MS = 900
BLACK = "srgb(0,0,0)"


class Service(unittest.TestCase):
    def setUp(self):
        self.root = tempfile.mkdtemp(prefix="tp-service-")
        self.addCleanup(shutil.rmtree, self.root)
        self.manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.manager.bind(f"{self.root}/notify")
        self.manager.settimeout(PATIENCE)
        self.addCleanup(self.manager.close)
        self.display = self.enterContext(Display(W, H))

    def start(self, *options):
        env = {**self.display.surroundings(), "SDL_VIDEODRIVER": "x11", "HOME": self.root,
               "NOTIFY_SOCKET": f"{self.root}/notify", "WATCHDOG_USEC": str(WATCH_MS * 1000)}
        for name in ("WATCHDOG_PID", "RUNTIME_DIRECTORY", "INVOCATION_ID", "DBUS_SESSION_BUS_ADDRESS"):
            env.pop(name, None)
        self.kiosk = subprocess.Popen([PROGRAM, "--data", f"{self.root}/data", *options], env=env)
        self.addCleanup(lambda: self.kiosk.poll() is not None or self.kiosk.kill())

    def heard(self):
        return self.manager.recv(4096).decode()

    def colours(self):
        """Of the corners and the middle of the display."""
        spots = "".join(f"%[pixel:p{{{x},{y}}}]\n" for x, y in
                        ((0, 0), (W - 1, 0), (0, H - 1), (W - 1, H - 1), (W // 2, H // 2)))
        self.display.run("import", "-window", "root", f"{self.root}/now.png")
        return subprocess.run(["convert", f"{self.root}/now.png", "-colorspace", "sRGB", "-type",
                               "TrueColor", "-format", spots, "info:"],
                              check=True, capture_output=True, text=True).stdout.split()

    def test_the_whole_display_is_the_kiosk_and_the_manager_hears_of_it(self):
        self.start("--window", "400x300", "--fullscreen")
        self.assertEqual(self.heard(), "READY=1")  # once, and from nothing that the kiosk has started
        for _ in range(PATIENCE):  # an X server shows the first frame a little later than it is told
            self.assertEqual(self.heard(), "WATCHDOG=1")
            corners = set(self.colours()[:4])
            if corners != {BLACK}:
                break
        self.assertEqual(len(corners), 1)  # the paper reaches all four corners
        self.assertNotEqual(corners, {BLACK})
        self.kiosk.send_signal(signal.SIGTERM)
        self.assertEqual(self.kiosk.wait(PATIENCE), 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
