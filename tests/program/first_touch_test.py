"""A touch that comes while the program is busy, together with the focus, is not lost: as when somebody
touches Home while the rest of the content is still being read.

    first_touch_test.py PROGRAM
"""
import signal
import sys
import tempfile

from real_kiosk import Display, Kiosk, Machine, touches_of

PROGRAM = sys.argv[1]


def main():
    machine = Machine()
    with Display() as display, tempfile.TemporaryDirectory() as folder:
        places = touches_of(PROGRAM, 'tap "See examples"', folder)[0][0]
        kiosk = Kiosk(PROGRAM, machine, display)
        kiosk.start()
        kiosk.settle()
        home = kiosk.picture()
        window = display.run("xdotool", "search", "--name", "Talking Points").split()[-1]
        root = display.run("xdotool", "search", "--maxdepth", "0", "").split()[0]
        display.run("xdotool", "windowfocus", root)
        kiosk.settle()
        kiosk.process.send_signal(signal.SIGSTOP)
        display.run("xdotool", "windowfocus", window)
        for x, y in places:
            display.run("xdotool", "mousemove", str(x), str(y), "click", "1")
        kiosk.process.send_signal(signal.SIGCONT)
        kiosk.settle()
        missed = kiosk.picture() == home
        kiosk.stop()
    machine.remove()
    if missed:
        raise SystemExit("the touch was lost")


main()
