"""The real program is killed in the middle of a visit. The draft is back within 3 seconds of the
next start, without a touch, whether it was kept or not. Nothing readable is left in a file, and
after finishing nothing comes back.

That it is back is seen by its words being in the memory of the new process. usage:
keep_crash_test.py PROGRAM
"""
import os
import sys
import time

from forget_test import BEGIN, CLEAR, KEEP, check_may_look, in_files, in_memory, learn
from real_kiosk import Display, Kiosk, Machine

BACK_S = 3


def kept_waiting(pid):
    """Seconds for which the machine was busy with something else."""
    try:
        with open(f"/proc/{pid}/schedstat") as file:
            return int(file.read().split()[1]) / 1e9
    except OSError:
        return 0


def crash(program, display, script, kept):
    parts = learn(program, script)
    machine = Machine()
    kiosk = Kiosk(program, machine, display)
    kiosk.start()
    check_may_look(kiosk)
    kiosk.play_parts(parts)
    time.sleep(2.5)  # what a change may take to be saved
    kiosk.kill()
    wrong = in_files(machine)
    began = time.monotonic()
    kiosk.start()
    took = time.monotonic() - began - kept_waiting(kiosk.process.pid)
    hits, _ = in_memory(kiosk.process.pid)
    if not hits:
        wrong.append("the draft did not come back")
    if took > BACK_S:
        wrong.append(f"it took {took:.1f} s to be back")
    kiosk.play_parts(learn(program, script + "--- back 0" + CLEAR)[-1:])
    time.sleep(2)
    hits, _ = in_memory(kiosk.process.pid)
    wrong += [f"after finishing: {hit}" for hit in hits]
    kiosk.kill()
    kiosk.start()
    hits, _ = in_memory(kiosk.process.pid)
    wrong += [f"after finishing and another crash: {hit}" for hit in hits]
    kiosk.stop()
    wrong += in_files(machine)
    print(f"{'kept' if kept else 'not kept'}: back after {took:.1f} s, {len(wrong)} wrong", flush=True)
    machine.remove()
    return wrong


def main():
    program = os.path.abspath(sys.argv[1])
    with Display() as display:
        wrong = crash(program, display, BEGIN + KEEP, True)
        wrong += crash(program, display, BEGIN, False)
    for line in wrong:
        print("  " + line)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
