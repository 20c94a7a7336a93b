"""A virtual machine that a test starts, watches and talks to: QEMU with QMP on one socket and the
agent (tests/vm/agent) on another. Waits on events, never on time alone: each wait has a limit, and
passing it is a Trouble that says what was waited for. Ends the machine when the test ends."""
import base64
import collections
import json
import os
import select
import socket
import subprocess
import time

Answer = collections.namedtuple("Answer", "code out")


class Trouble(Exception):
    """Something did not happen in time, or the machine said no."""


class Lines:
    """A socket that gives whole lines, each with a limit of time."""

    def __init__(self, path, limit):
        end = time.monotonic() + limit
        self.socket = socket.socket(socket.AF_UNIX)
        while True:
            try:
                self.socket.connect(path)
                break
            except OSError:
                if time.monotonic() > end:
                    raise Trouble(f"nobody listens at {path}")
                time.sleep(0.05)
        self.rest = b""

    def send(self, text):
        self.socket.sendall(text.encode() + b"\n")

    def read(self, limit):
        """The next line, or None when none came in time."""
        end = time.monotonic() + limit
        while b"\n" not in self.rest:
            left = end - time.monotonic()
            if left < 0 or not select.select([self.socket], [], [], left)[0]:
                return None
            more = self.socket.recv(1 << 16)
            if not more:
                raise Trouble("the machine has gone")
            self.rest += more
        line, self.rest = self.rest.split(b"\n", 1)
        return line.decode(errors="replace").strip()


class Machine:
    """One QEMU. `words` is its command line without what is added here: no window, no network, a
    log of the first serial port (serial.log), QMP, and a port named "agent"."""

    def __init__(self, words, folder, agent_bus="virtio-serial-pci", limit=60):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        self.paths = {name: os.path.join(folder, name) for name in ("qmp", "agent", "serial.log")}
        for name in ("qmp", "agent"):
            if os.path.exists(self.paths[name]):
                os.remove(self.paths[name])
        added = ["-display", "none", "-nic", "none", "-serial", f"file:{self.paths['serial.log']}",
                 "-qmp", f"unix:{self.paths['qmp']},server=on,wait=off",
                 "-chardev", f"socket,id=agent,path={self.paths['agent']},server=on,wait=off",
                 "-device", agent_bus, "-device", "virtserialport,chardev=agent,name=agent"]
        self.words = ["nice", "-n", "1", *words, *added]
        self.said = open(os.path.join(folder, "qemu.log"), "wb")
        self.process = subprocess.Popen(self.words, stdin=subprocess.DEVNULL, stdout=self.said,
                                        stderr=self.said)
        self.events = collections.deque()
        self.number = 0
        self.agent = None
        try:
            self.monitor = Lines(self.paths["qmp"], limit)
            self.monitor.read(limit)
            self.qmp("qmp_capabilities")
        except Exception:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """The end, as if the plug were pulled."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.said.close()

    # What is asked of QEMU.

    def qmp(self, command, limit=30, **arguments):
        """Asks QEMU and gives its answer; names with - are written with _."""
        arguments = {name.replace("_", "-"): value for name, value in arguments.items()}
        return self.qmp_raw(command, arguments, limit)

    def qmp_raw(self, command, arguments, limit=30):
        self.monitor.send(json.dumps({"execute": command, "arguments": arguments}))
        end = time.monotonic() + limit
        while True:
            line = self.monitor.read(max(0, end - time.monotonic()))
            if line is None:
                raise Trouble(f"QEMU did not answer {command} in {limit} s")
            said = json.loads(line)
            if "event" in said:
                self.events.append(said)
            elif "error" in said:
                raise Trouble(f"{command}: {said['error']['desc']}")
            else:
                return said.get("return")

    def monitor_command(self, words, limit=30):
        """A command of QEMU's human monitor."""
        return self.qmp("human-monitor-command", limit, command_line=words)

    def wait_event(self, name, limit=30, **data):
        """The event of that name whose data hold these values."""
        end = time.monotonic() + limit
        while True:
            for event in list(self.events):
                if event["event"] == name and data.items() <= event.get("data", {}).items():
                    self.events.remove(event)
                    return event
            line = self.monitor.read(max(0, end - time.monotonic()))
            if line is None:
                raise Trouble(f"no {name} in {limit} s")
            said = json.loads(line)
            if "event" in said:
                self.events.append(said)

    def screen(self, path):
        """What is on the screen, as a PNG."""
        self.qmp("screendump", filename=path, format="png")
        return path

    def keys(self, *names):
        """These keys (QEMU's names) pressed together and let go."""
        self.qmp("send-key", keys=[{"type": "qcode", "data": name} for name in names])

    def plug(self, name, block, **device):
        """A USB stick goes in; `block` is what QEMU's blockdev-add takes (or the path of an image)."""
        if isinstance(block, str):
            block = {"driver": "raw", "file": {"driver": "file", "filename": block}}
        self.qmp_raw("blockdev-add", {"node-name": name, **block})
        self.qmp_raw("device_add", {"driver": "usb-storage", "id": name, "drive": name,
                                    "removable": True, **device})

    def pull(self, name, limit=30):
        """A USB stick is pulled out, now; what was not written is lost."""
        self.qmp("device_del", id=name)
        self.wait_event("DEVICE_DELETED", limit, device=name)
        end = time.monotonic() + limit
        while True:
            try:
                self.qmp("blockdev-del", node_name=name)
                return
            except Trouble:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)

    # What is asked of the agent inside.

    def wait_agent(self, limit=300):
        """Until the agent is there: the machine has started."""
        if not self.agent:
            self.agent = Lines(self.paths["agent"], limit)
            self.agent.send("0 9 dHJ1ZQ==")  # true: one that said 'ready' to somebody else answers this
        end = time.monotonic() + limit
        while True:
            line = self.agent.read(min(1, max(0, end - time.monotonic())))
            if line == "ready" or (line or "").startswith("0 0"):
                return
            if self.process.poll() is not None:
                raise Trouble(f"the machine has ended; see {self.folder}/qemu.log and serial.log")
            if line is None and time.monotonic() > end:
                raise Trouble(f"the agent did not come in {limit} s; see {self.paths['serial.log']}")

    def run(self, command, limit=60):
        """A shell command inside: its exit code (124: it took longer than `limit`) and output."""
        self.number += 1
        words = base64.b64encode(command.encode()).decode()
        self.agent.send(f"{self.number} {limit} {words}")
        end = time.monotonic() + limit + 30
        while True:
            line = self.agent.read(max(0, end - time.monotonic()))
            if line is None:
                raise Trouble(f"the agent did not answer in {limit + 30} s: {command}")
            parts = line.split()
            if parts and parts[0] == str(self.number):
                out = base64.b64decode(parts[2]).decode(errors="replace") if len(parts) > 2 else ""
                return Answer(int(parts[1]), out)

    def must(self, command, limit=60):
        """The same, and its output when it went well."""
        answer = self.run(command, limit)
        if answer.code != 0:
            raise Trouble(f"{command}: exit {answer.code}: {answer.out.strip()}")
        return answer.out

    def wait_for(self, command, limit=60, between=0.3):
        """Asks again and again until the command goes well; its output."""
        end = time.monotonic() + limit
        while True:
            answer = self.run(command, limit)
            if answer.code == 0:
                return answer.out
            if time.monotonic() > end:
                raise Trouble(f"not in {limit} s: {command}: {answer.out.strip()}")
            time.sleep(between)
