"""Cases and what became of them: each is tried, timed and told in one line, the next one comes
whatever happened; at the end a table. Several threads may have cases at a time."""
import copy
import sys
import time
import traceback

from pi import Trouble


class Cases:
    """Of all that are wanted, those with one of these words in their names; of none, all."""

    def __init__(self, wanted=()):
        self.rows, self.wanted = [], wanted
        self.begun = time.monotonic()

    def seen_by(self, told):
        """The same cases; `told` says, after one that went wrong, what can still be seen."""
        seen = copy.copy(self)
        seen.told = told
        return seen

    def tell(self, words):
        print(f"[{time.monotonic() - self.begun:6.1f} s] {words}", flush=True)

    def wants(self, name):
        return not self.wanted or any(part in name for part in self.wanted)

    def case(self, name, work, always=False):
        """Does the work, which gives what there is to say of it; True when it went well."""
        if not always and not self.wants(name):
            return True
        start = time.monotonic()
        try:
            said, good = work() or "", True
        except Exception as trouble:  # pylint: disable=broad-except
            known = isinstance(trouble, (Trouble, AssertionError)) and str(trouble)
            said, good = f"{known or traceback.format_exc()} [{self.told()}]", False
        took = time.monotonic() - start
        self.rows.append((name, took, said, good))
        self.tell(f"{'ok  ' if good else 'NOT '} {took:5.1f} s  {name}: {said}")
        return good

    def end(self, whole):
        """The table, and the exit code; not good either when it did not come to its end, or to any case."""
        bad = [row for row in self.rows if not row[3]]
        print()
        for name, took, said, good in self.rows:
            print(f"  {'ok ' if good else 'NOT'}  {name:<42} {took:6.1f} s  {said}")
        print(f"\n{len(self.rows) - len(bad)} of {len(self.rows)} passed "
              f"in {time.monotonic() - self.begun:.0f} s", flush=True)
        sys.exit(0 if whole and self.rows and not bad else 1)
