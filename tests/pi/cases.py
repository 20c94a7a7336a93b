"""Cases and what became of them: each is tried, timed and told in one line, the next one comes
whatever happened; at the end a table."""
import sys
import time
import traceback

from pi import Trouble


class Cases:
    """`told` says, after a case that went wrong, what can still be seen."""

    def __init__(self, wanted=(), told=lambda: ""):
        self.rows, self.told = [], told
        self.wanted = wanted
        self.begun = time.monotonic()

    def tell(self, words):
        print(f"[{time.monotonic() - self.begun:6.1f} s] {words}", flush=True)

    def wants(self, name):
        return not self.wanted or any(part in name for part in self.wanted)

    def case(self, name, work):
        """Does the work, which gives what there is to say of it; True when it went well."""
        if not self.wants(name):
            return True
        start = time.monotonic()
        try:
            said, good = work() or "", True
        except (Trouble, AssertionError, OSError) as trouble:
            said, good = f"{str(trouble) or traceback.format_exc(limit=3)} [{self.told()}]", False
        took = time.monotonic() - start
        self.rows.append((name, took, said, good))
        self.tell(f"{'ok  ' if good else 'NOT '} {took:5.1f} s  {name}: {said}")
        return good

    def end(self):
        """The table, and the exit code."""
        bad = [row for row in self.rows if not row[3]]
        print()
        for name, took, said, good in self.rows:
            print(f"  {'ok ' if good else 'NOT'}  {name:<34} {took:6.1f} s  {said}")
        print(f"\n{len(self.rows) - len(bad)} of {len(self.rows)} passed "
              f"in {time.monotonic() - self.begun:.0f} s", flush=True)
        sys.exit(1 if bad else 0)
