"""The machine of tests/vm with Debian's own kernel and UDisks2, and in it our program, which says
line by line what it sees. 'root' makes what it starts from."""
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "vm"))
from machine import Lines, Machine, Trouble  # noqa: E402

LIMIT = 120  # seconds that anything may take: three times what a busy computer took
BOOT = 400  # and the start


class Guest(Machine):
    """made: the folder that 'root' filled; programs: what is put into /run/sticks-vm."""

    def __init__(self, made, folder, programs):
        folder = pathlib.Path(folder)
        super().__init__(
            ["qemu-system-x86_64", "-M", "q35,accel=tcg", "-smp", "2", "-m", "768", "-no-reboot",
             "-kernel", f"{made}/vmlinuz", "-initrd", self._initrd(made, folder, programs),
             "-append", "console=ttyS0 loglevel=2 rw panic=-1",
             "-drive", f"if=none,id=root,file={made}/root.img,format=raw,snapshot=on",
             "-device", "virtio-blk-pci,drive=root", "-device", "virtio-rng-pci",
             "-device", "qemu-xhci", "-device", "virtio-scsi-pci,id=scsi",
             "-device", "virtio-serial-pci,id=ports",
             "-chardev", f"socket,id=ours,path={folder}/ours,server=on,wait=off",
             "-device", "virtserialport,chardev=ours,name=ours"],
            str(folder), agent_bus="virtio-serial-pci,id=agents")
        self.ours = Lines(f"{folder}/ours", BOOT)
        self.heard = []
        self.wait_agent(BOOT)

    @staticmethod
    def _initrd(made, folder, programs):
        tree = folder / "initrd"
        script = f"""
            rm -rf {tree}
            mkdir -p {tree}/bin {tree}/dev {tree}/proc {tree}/sys {tree}/sticks-vm
            cp /bin/busybox {tree}/bin/
            install -m 755 {HERE}/init {tree}/init
            cp -r {made}/modules/lib {tree}/
            cp -r {' '.join(map(str, programs))} {HERE.parent}/vm/agent {tree}/sticks-vm/
            mkdir {tree}/sticks-vm/lib
            for program in {tree}/sticks-vm/*_guest; do
                ldd "$program" | sed -n 's/.* => \\(.*\\) (.*/\\1/p' | grep -vF /libc.so. |
                    xargs -I {{}} cp -Ln {{}} {tree}/sticks-vm/lib/
            done
            cd {tree} && find . | cpio -o -H newc --quiet >../initrd.cpio
            rm -rf {tree}"""
        subprocess.run(["sh", "-ec", script], check=True)
        return str(folder / "initrd.cpio")

    def tell(self, *words):
        """An order for our program."""
        self.ours.send(" ".join(map(str, words)))

    def hear(self, *words, limit=LIMIT):
        """The next line of our program that begins with one of the words, as words."""
        end = time.monotonic() + limit
        while True:
            line = self.ours.read(max(0, end - time.monotonic()))
            if line is None:
                raise Trouble(f"our program did not say {' or '.join(words)} in {limit} s; "
                              f"it said {self.heard[-5:]}")
            self.heard.append(line)
            if line.split()[0] in words:
                return line.split(" ")

    def has_said(self, word):
        """Whether a line that begins with the word has come by now."""
        while (line := self.ours.read(0)) is not None:
            self.heard.append(line)
        return any(line.split()[0] == word for line in self.heard)

    def ask(self, *order, limit=LIMIT):
        """An order and what comes of it: its words, 'not' first when it did not work."""
        self.tell(*order)
        said = {"save": "saved", "loop": "not", "finish": "safe", "find": "found"}
        return self.hear(said.get(order[0], order[0]), "not", limit=limit)

    def sticks(self, fits=lambda sticks: True, limit=LIMIT):
        """Our program's sticks, {id: (state, path)}, as soon as they are as they should be."""
        end = time.monotonic() + limit
        while True:
            line = " ".join(self.hear("sticks", limit=max(0, end - time.monotonic())))
            sticks = {part.split("=", 2)[0]: tuple(part.split("=", 2)[1:])
                      for part in line.split("\t")[1:]}
            if fits(sticks):
                return sticks


def image(path, size, *make):
    """An empty image that takes no room, with a file system when 'make' is the command for one."""
    with open(path, "wb") as file:
        file.truncate(size)
    if make:
        subprocess.run([*make, str(path)], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    return str(path)
