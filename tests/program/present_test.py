"""What is typed or touched reaches the panel at once, in one push of the picture; what changes nothing
pushes nothing.

    present_test.py PROGRAM COUNT_PRESENTS
"""
import os
import sys
import tempfile

from real_kiosk import TO_THE_KEYBOARD, Display, Kiosk, Machine, touches_of

PROGRAM, SHIM = sys.argv[1:3]
# A key that does nothing more when it is held: the machine may be slow.
TYPE = TO_THE_KEYBOARD + """
--- typing
keys "b"
"""


def main():
    machine = Machine()
    presents = f"{machine.root}/presents"
    under = ["env", f"LD_PRELOAD={SHIM}", f"PRESENTS={presents}",
             "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0"]
    wrong = []
    with Display() as display, tempfile.TemporaryDirectory() as folder:
        (before, _), (keys, _) = touches_of(PROGRAM, TYPE, folder)
        kiosk = Kiosk(PROGRAM, machine, display, under=under)
        kiosk.start()
        kiosk.play(before)

        def pushes(what, *words, wanted=1):
            was = os.path.getsize(presents)
            display.run("xdotool", *words)
            kiosk.settle()
            came = os.path.getsize(presents) - was
            if came != wanted:
                wrong.append(f"{what}: {came} pushes, not {wanted}")

        for key in ("t", "o", "space", "p", "BackSpace"):
            pushes(f"key {key}", "key", key)
        for x, y in keys:
            pushes("a finger that moves over nothing", "mousemove", str(x), str(y), wanted=0)
            pushes("a key goes down under the finger", "mousedown", "1")
            pushes("and types as it is let go", "mouseup", "1")
        kiosk.stop()
    machine.remove()
    if wrong:
        raise SystemExit("\n".join(wrong))


main()
