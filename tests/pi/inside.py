"""What is looked at inside the machine while the kiosk runs: who runs, what listens, what keys do, what
sleeping costs, how it comes back."""
import mmap
import re
import time

import look
from pi import Trouble

# Who may run as root, beside the kernel's own threads: Debian's init and what the kiosk stands on. systemd-fsckd
# tells of the check of the drafts' partition at the start and goes half a minute later.
ROOT_MAY = {"systemd", "systemd-journald", "udevadm", "systemd-logind", "udisksd", "systemd-fsckd"}
OURS = re.compile(r"/mnt/|agent")  # the test's own, which came with the initial file system
COMBINATIONS = [("ctrl", "alt", "f1"), ("ctrl", "alt", "f2"), ("alt", "f3"), ("ctrl", "alt", "delete"), ("alt", "f4"),
                ("ctrl", "q"), ("ctrl", "c"), ("ctrl", "alt", "backspace"), ("meta_l",), ("esc",), ("f11",), ("print",),
                ("alt", "sysrq", "b"), ("alt", "sysrq", "k"), ("alt", "tab"), ("ctrl", "alt", "t"), ("tab",), ("ret",),
                ("a",), ("spc",)]


def safe_state(kiosk):
    """No listener, no route, nobody of root's that was not named, a root that cannot be written."""
    must = kiosk.machine.must
    links = must("ls /sys/class/net").split()
    assert links == ["lo"], f"network: {links}"
    sockets = [row for row in must("cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6 /proc/net/raw "
                                   "2>/dev/null").splitlines() if "local_address" not in row]
    assert not sockets, f"sockets of a network: {sockets}"
    routes = [row for row in must("tail -n +2 /proc/net/route; grep -v ' lo$' /proc/net/ipv6_route 2>/dev/null; true")
              .splitlines() if row.strip()]
    assert not routes, f"routes: {routes}"
    rows = must("for p in /proc/[0-9]*; do e=$(readlink $p/exe) || continue; "
                "echo $(stat -c %u $p) $e $(tr '\\0' ' ' <$p/cmdline); done").splitlines()
    root = {row.split()[1].rsplit("/", 1)[-1] for row in rows if row.startswith("0 ") and not OURS.search(row)}
    # Asking itself runs these.
    strangers = root - ROOT_MAY - {"dash", "timeout", "readlink", "stat", "tr", "sh"}
    assert not strangers, f"run as root: {strangers}"
    mine = [row for row in rows if "/usr/bin/talking-points" in row]
    assert mine and not any(row.startswith("0 ") for row in mine), f"the kiosk: {mine}"
    assert kiosk.machine.run("touch /etc/x /usr/x").code != 0, "the root can be written"
    assert not must("cat /proc/swaps").splitlines()[1:], "there is swap"
    return "loopback only, no socket, no route; root: " + ", ".join(sorted(root & ROOT_MAY))


def memory(kiosk):
    text = kiosk.machine.must(f"cat /proc/{kiosk.main_pid()}/smaps_rollup")
    part = {name: int(re.search(rf"^{name}:\s+(\d+)", text, re.M)[1]) // 1024 for name in ("Pss", "Pss_Anon",
                                                                                        "Pss_File")}
    return "PSS {Pss} MB ({Pss_Anon} anonymous, {Pss_File} files), Mesa's software renderer included".format(**part)


def sleeps(kiosk, seconds=30):
    """Wake-ups of every thread of the kiosk while nobody touches it, from one that feeds the watchdog on: the next
    of those is due after 40 s."""
    count = f"grep -H ^voluntary_ctxt /proc/{kiosk.main_pid()}/task/*/status"
    before = kiosk.machine.must(f'a=$({count}); while b=$({count}); test "$a" = "$b"; do sleep 0.5; done; sleep 1; '
                                f"{count}", 120)
    time.sleep(seconds)
    after = kiosk.machine.must(count)
    woken = sum(int(row.split()[-1]) for row in after.splitlines()) - sum(int(row.split()[-1])
                                                                         for row in before.splitlines())
    assert woken == 0, f"{woken} wake-ups in {seconds} s of nothing: {before} {after}"
    return f"0 wake-ups of {len(after.splitlines())} threads in the {seconds} s after one that fed the watchdog"


def keys_do_nothing(kiosk, home, through_hub=False):
    """A keyboard is plugged in, and typed on: the screen stays, the machine stays, nobody listens."""
    machine = kiosk.machine
    nodes = machine.must("ls /dev/input | grep -c event; true")
    if through_hub:
        machine.qmp_raw("device_add", {"driver": "usb-hub", "id": "hub", "bus": "xhci.0", "port": "4"})
    machine.qmp_raw("device_add", {"driver": "usb-kbd", "id": "keyboard", "bus": "xhci.0",
                                   **({"port": "4.1"} if through_hub else {})})
    machine.wait_for("grep -qs 'QEMU USB Keyboard' /sys/bus/usb/devices/*/product", 40)
    machine.must("udevadm settle -t 20")
    started, pid = machine.must("cut -d' ' -f1 /proc/uptime"), kiosk.main_pid()
    for names in COMBINATIONS:
        machine.keys(*names)
        time.sleep(0.15)
    kiosk.hand.see(home)
    assert float(machine.must("cut -d' ' -f1 /proc/uptime")) > float(started), "it was started again"
    assert kiosk.main_pid() == pid, "the kiosk was ended"
    console = machine.must("cat /sys/class/tty/tty0/active").strip()
    assert console == "tty1", f"another console is in front: {console}"
    assert machine.must("ls /dev/input | grep -c event; true") == nodes, "the keyboard has become an input device"
    machine.qmp("device_del", id="hub" if through_hub else "keyboard")
    return f"{len(COMBINATIONS)} combinations, the screen stays as it is"


def comes_back(kiosk, signal, home, limit, use):
    """The kiosk is struck; a page that can be used is there again."""
    pid = kiosk.main_pid()
    start = time.monotonic()
    kiosk.machine.must(f"kill -{signal} {pid}")
    kiosk.machine.wait_for(f"p=$(systemctl show -p MainPID --value talking-points); test $p != {pid} && test $p != 0",
                           limit)
    replaced = time.monotonic() - start
    kiosk.hand.see(home, limit)
    back = time.monotonic() - start
    use()
    return f"another process after {replaced:.0f} s, its page after {back:.0f} s, and it can be used"


def nowhere(kiosk, marker):
    """What was typed is nowhere on the card, as letters of one byte or of two."""
    with open(kiosk.card, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as card:
        for words in (marker, marker.capitalize(), marker.upper(), "\0".join(marker)):
            assert card.find(words.encode()) < 0, f"'{words}' is on the card"
        return f"'{marker}' is nowhere in the {len(card) >> 20} MB of the card"


def told(kiosk):
    """For a failed case: what the screen and the kiosk's journal say."""
    try:
        if not kiosk.hand:
            return "it was never there"
        said = " / ".join(look.text(kiosk.hand.picture()))
        journal = kiosk.machine.run("journalctl -u talking-points --no-pager -o cat -n 14", 20).out.strip()
        return f"screen: {said}; journal: {journal}"
    except (Trouble, OSError):
        return "nothing more can be asked of it"
