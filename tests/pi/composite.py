"""A stick that is a keyboard too, as some are sold to attack machines: one USB device with a disk (bulk-only,
SCSI) and a keyboard. QEMU has none; it takes devices from elsewhere over a socket (the USB redirection protocol,
version 0.7), and this is such an elsewhere. Only what Linux asks of these two is answered."""
import os
import socket
import struct
import threading

BLOCK = 512
# Packets of the protocol.
HELLO, CONNECT, INTERFACES, ENDPOINTS = 0, 1, 4, 5
SET_CONFIGURATION, GET_CONFIGURATION, CONFIGURATION = 6, 7, 8
SET_ALTERNATIVE, GET_ALTERNATIVE, ALTERNATIVE = 9, 10, 11
START_INTERRUPT, STOP_INTERRUPT, INTERRUPT_STATUS, CANCEL = 15, 16, 17, 21
CONTROL, BULK, INTERRUPT = 100, 101, 103
GOOD, CANCELLED, STALL = 0, 1, 4
CAN = 1 << 1 | 1 << 4 | 1 << 5 | 1 << 6  # a device's version, sizes of packets, numbers of 64 bits, long packets
HIGH_SPEED = 2
SLOTS = 32
# Endpoints: the disk's two and the keyboard's one.
DISK_IN, DISK_OUT, KEYS_IN = 0x81, 0x02, 0x83
OFTEN = {DISK_IN: (2, 0, 0, 512), DISK_OUT: (2, 0, 0, 512), KEYS_IN: (3, 4, 1, 8)}  # kind, interval, interface, size

REPORT = bytes.fromhex("05010906a101050719e029e71500250175019508810295017508810195067508150025650507190029658100c0")
LEFT_CTRL, LEFT_ALT = 1, 4
USAGE = {"enter": 0x28, "escape": 0x29, "tab": 0x2b, "space": 0x2c, "f2": 0x3b, "f3": 0x3c, "delete": 0x4c,
         **{letter: 4 + i for i, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}}


def descriptor(kind, *more):
    content = b"".join(part if isinstance(part, bytes) else bytes([part]) for part in more)
    return bytes([len(content) + 2, kind]) + content


def endpoint(address):
    kind, interval, _, size = OFTEN[address]
    return descriptor(5, address, kind, struct.pack("<H", size), interval)


class Composite:
    """The device, with `path` as its disk; `boot`: the keyboard says that it is one. Serves QEMU at `at`."""

    def __init__(self, path, at, boot=True):
        self.kind = (3, 1, 1) if boot else (3, 0, 0)
        self.disk = open(path, "r+b")
        self.blocks = os.path.getsize(path) // BLOCK
        self.at = at
        self.waiting, self.to_give = [], []  # reads of the disk's pipe, and what it has to give
        self.out = None                      # a write: its tag, where to, how much is to come
        self.sense = (0, 0)
        self.listens = False              # somebody reads the keyboard
        self.written = 0
        self.lock = threading.Lock()
        self.server = socket.socket(socket.AF_UNIX)
        self.server.bind(at)
        self.server.listen(1)
        self.link = None
        threading.Thread(target=self.serve, daemon=True).start()

    def close(self):
        for one in (self.link, self.server):
            if one:
                one.close()
        self.disk.close()
        os.remove(self.at)

    # The protocol.

    def send(self, kind, number, content):
        with self.lock:
            self.link.sendall(struct.pack("<IIQ", kind, len(content), number) + content)

    def exactly(self, count):
        got = b""
        while len(got) < count:
            more = self.link.recv(count - len(got))
            if not more:
                raise EOFError
            got += more
        return got

    def serve(self):
        self.link = self.server.accept()[0]
        try:
            hello = b"a stick with keys".ljust(64, b"\0") + struct.pack("<I", CAN)
            self.link.sendall(struct.pack("<III", HELLO, len(hello), 0) + hello)  # the only short number
            _, length, _ = struct.unpack("<III", self.exactly(12))
            self.exactly(length)
            self.introduce()
            while True:
                kind, length, number = struct.unpack("<IIQ", self.exactly(16))
                self.answer(kind, number, self.exactly(length))
        except (EOFError, OSError):
            return  # pulled

    def answer(self, kind, number, content):
        if kind in (SET_CONFIGURATION, GET_CONFIGURATION):
            self.send(CONFIGURATION, number, bytes([GOOD, 1]))
        elif kind in (SET_ALTERNATIVE, GET_ALTERNATIVE):
            self.send(ALTERNATIVE, number, bytes([GOOD, content[0], 0]))
        elif kind in (START_INTERRUPT, STOP_INTERRUPT):
            self.listens = kind == START_INTERRUPT
            self.send(INTERRUPT_STATUS, number, bytes([GOOD, content[0]]))
        elif kind == CONTROL:
            self.control(number, content)
        elif kind == BULK:
            self.bulk(number, content)
        elif kind == CANCEL:
            self.cancel(number)

    def introduce(self):
        """What QEMU wants to know before anybody asks the device itself."""
        rows = [[255, 0, 0, 0] for _ in range(SLOTS)]
        rows[0] = rows[16] = [0, 0, 0, 64]
        for address, row in OFTEN.items():
            rows[(address & 0x80) >> 3 | address & 0x0f] = list(row)
        columns = list(zip(*rows))
        self.send(ENDPOINTS, 0, b"".join(map(bytes, columns[:3])) + struct.pack("<32H", *columns[3]))
        kinds = list(zip((8, 6, 80), self.kind))
        self.send(INTERFACES, 0, struct.pack("<I", 2) + b"".join(bytes(row).ljust(SLOTS, b"\0")
                                                                 for row in [(0, 1), *kinds]))
        self.send(CONNECT, 0, struct.pack("<BBBBHHH", HIGH_SPEED, 0, 0, 0, 0x1209, 0x0001, 0x0100))

    def cancel(self, number):
        for one in list(self.waiting):
            if one[0] == number:
                self.waiting.remove(one)
                self.send(BULK, number, struct.pack("<BBHIH", DISK_IN, CANCELLED, 0, 0, 0))

    # The device itself: what it says of itself.

    def descriptors(self):
        hid = descriptor(0x21, b"\x11\x01", 0, 1, 0x22, struct.pack("<H", len(REPORT)))
        inside = (descriptor(4, 0, 0, 2, 8, 6, 80, 0) + endpoint(DISK_IN) + endpoint(DISK_OUT) +
                  descriptor(4, 1, 0, 1, *self.kind, 0) + hid + endpoint(KEYS_IN))
        whole = descriptor(2, struct.pack("<H", 9 + len(inside)), 2, 1, 0, 0x80, 50) + inside
        name = {0: b"\x09\x04", 1: "Stick with keys".encode("utf-16le"), 2: "0001".encode("utf-16le")}
        return {1: [descriptor(1, b"\x00\x02", 0, 0, 0, 64, b"\x09\x12\x01\x00\x00\x01", 0, 1, 2, 1)], 2: [whole],
                3: [descriptor(3, name[i]) for i in range(3)], 6: [descriptor(6, b"\x00\x02", 0, 0, 0, 64, 1, 0)],
                0x21: [hid], 0x22: [REPORT]}

    def control(self, number, content):
        place, request, kind, _, value, index, length = struct.unpack("<BBBBHHH", content[:10])
        given = None
        if request == 6 and kind & 0x80:  # GET_DESCRIPTOR
            rows = self.descriptors().get(value >> 8, [])
            given = rows[value & 255] if value & 255 < len(rows) else None
        elif kind & 0x80:
            given = b"\0" * min(length, 2) if request != 0xfe else b"\0"  # status; one unit
        else:
            given = b""
        status, given = (STALL, b"") if given is None else (GOOD, given[:length])
        size = len(given) if kind & 0x80 else length
        self.send(CONTROL, number, struct.pack("<BBBBHHH", place, request, kind, status, value, index, size) + given)

    # The disk.

    def bulk(self, number, content):
        place, _, low, _, high = struct.unpack("<BBHIH", content[:10])
        if place == DISK_IN:
            self.waiting.append((number, low | high << 16))
        else:
            self.take(content[10:])
            self.send(BULK, number, struct.pack("<BBHIH", place, GOOD, low, 0, high))
        while self.waiting and self.to_give:
            asked, most = self.waiting.pop(0)
            given, rest = self.to_give[0][:most], self.to_give[0][most:]
            self.to_give[:1] = [rest] if rest else []
            self.send(BULK, asked, struct.pack("<BBHIH", DISK_IN, GOOD, len(given) & 0xffff, 0, len(given) >> 16) +
                      given)

    def take(self, content):
        """A command, or what is to be written."""
        if self.out:
            tag, at, left = self.out
            self.disk.seek(at)
            self.disk.write(content)
            self.written += len(content)
            self.out = (tag, at + len(content), left - len(content))
            if self.out[2] <= 0:
                self.out = None
                self.disk.flush()
                self.done(tag, 0, True)
            return
        mark, tag, length, _, _, _ = struct.unpack("<4sIIBBB", content[:15])
        assert mark == b"USBC", content
        self.obey(tag, length, content[15:31])

    def done(self, tag, left, good):
        self.to_give.append(struct.pack("<4sIIB", b"USBS", tag, left, 0 if good else 1))

    def obey(self, tag, length, command):
        code, at, count = command[0], *struct.unpack(">IxH", command[2:9])
        if code == 0x2a:  # write
            self.out = (tag, at * BLOCK, count * BLOCK)
            return
        given = b""
        if code == 0x12 and not command[1] & 1:
            given = bytes([0, 0x80, 4, 2, 31, 0, 0, 0]) + b"TEST    STICK AND KEYS  1.00"
        elif code == 0x03:
            given = bytes([0x70, 0, self.sense[0], 0, 0, 0, 0, 10, 0, 0, 0, 0, self.sense[1], 0, 0, 0, 0, 0])
        elif code == 0x25:
            given = struct.pack(">II", self.blocks - 1, BLOCK)
        elif code == 0x1a:
            given = bytes([3, 0, 0, 0])
        elif code == 0x28:
            self.disk.seek(at * BLOCK)
            given = self.disk.read(count * BLOCK)
        elif code not in (0x00, 0x1b, 0x1e, 0x35):
            self.sense = (5, 0x20)  # not known
            if length:
                self.to_give.append(b"\0" * length)
            self.done(tag, length, False)
            return
        given = given[:length]
        if given:
            self.to_give.append(given)
        self.done(tag, length - len(given), True)

    # The keyboard.

    def key(self, name, held=0):
        """One key pressed and let go, whether anybody listens or not."""
        for report in (bytes([held, 0, USAGE[name], 0, 0, 0, 0, 0]), bytes(8)):
            self.send(INTERRUPT, 0, struct.pack("<BBH", KEYS_IN, GOOD, len(report)) + report)


def plug(machine, name, path, boot):
    """Puts one in; the device, to press its keys."""
    at = os.path.join(machine.folder, name)
    device = Composite(path, at, boot)
    machine.qmp_raw("chardev-add", {"id": name, "backend": {"type": "socket", "data": {
        "addr": {"type": "unix", "data": {"path": at}}, "server": False}}})
    machine.qmp_raw("device_add", {"driver": "usb-redir", "id": name, "chardev": name})
    return device


def pull(machine, name, device):
    machine.qmp("device_del", id=name)
    machine.wait_event("DEVICE_DELETED", 30, device=name)
    device.close()
