"""After a crash the first picture that reaches the panel is the page that comes back: nobody sees
Home go by, and nobody takes their words for lost.

    back_test.py PROGRAM COUNT_PRESENTS
"""
import os
import signal
import sys
import tempfile
import time

from real_kiosk import TO_THE_KEYBOARD, Display, Kiosk, Machine, touches_of

PROGRAM, SHIM = sys.argv[1:3]
TO_AN_ANSWER = TO_THE_KEYBOARD.replace("Type my own words", "to have friends")
PATIENCE_S = 60


def wait_held(machine):
    """Until what was said lies where the next start looks for it."""
    end = time.monotonic() + PATIENCE_S
    while not any(os.path.basename(path) == "visit" for path in machine.files()):
        if time.monotonic() > end:
            raise SystemExit("nothing is held for the next start")
        time.sleep(0.05)


def main():
    machine = Machine()
    under = ["env", f"LD_PRELOAD={SHIM}", f"PRESENTS={machine.root}/presents", "STOP_AT_FIRST=1",
             "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0"]
    with Display() as display, tempfile.TemporaryDirectory() as folder:
        (touches, _), = touches_of(PROGRAM, TO_AN_ANSWER, folder)
        kiosk = Kiosk(PROGRAM, machine, display)
        kiosk.start()
        home = kiosk.picture()
        kiosk.play(touches)
        wait_held(machine)
        kiosk.kill()
        kiosk = Kiosk(PROGRAM, machine, display, under=under)
        kiosk.start()
        first = kiosk.picture()
        kiosk.process.send_signal(signal.SIGCONT)
        kiosk.settle()
        settled = kiosk.picture()
        kiosk.kill()
    machine.remove()
    if settled == home:
        raise SystemExit("the visit did not come back")
    if first != settled:
        raise SystemExit("the first picture was " + ("Home" if first == home else "another page"))


main()
