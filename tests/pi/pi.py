"""A Raspberry Pi that is not there: the card image itself, started in QEMU on an arm64 machine without
hardware acceleration (what a machine offers of it may hang). The test's own tools come in through the
initial file system, so nothing of them is ever on the card."""
import glob
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "vm"))
from cpio import archive  # noqa: E402
from machine import Lines, Machine, Trouble  # noqa: E402, F401

W, H = 1280, 800
BOOT_AT = "@@1M"  # where the boot partition begins on the card

# Asks for its port by itself: a dependency on a device is given up after a time of its own, which a busy
# machine passes.
AGENT_UNIT = r"""[Unit]
DefaultDependencies=no
[Service]
ExecStartPre=/bin/chmod -R 755 /mnt
ExecStartPre=/bin/sh -c 'until test -e /dev/virtio-ports/agent; do sleep 0.2; done'
ExecStart=/bin/sh /mnt/agent
TimeoutStartSec=infinity
Restart=always
"""

# A machine that does other things too may take minutes to start this one: nothing is given up for that.
PATIENCE = {"system.conf.d/test.conf": "[Manager]\nDefaultTimeoutStartSec=900\nDefaultDeviceTimeoutSec=900\n",
            "system/talking-points.service.d/test.conf": "[Service]\nTimeoutStartSec=900\n"}

# Read by the initial file system after each of its steps; acts once the real root is there.
BRING_IN = r"""
if [ -d "${rootmnt:-/none}/mnt" ] && [ -e "${rootmnt}/etc/fstab" ] && [ ! -e /run/systemd/system/test-agent.service ]; then
    mount -t tmpfs -o mode=0755 tmpfs "${rootmnt}/mnt"
    for tool in /test/*; do
        cat "$tool" >"${rootmnt}/mnt/${tool##*/}"
    done
    mkdir -p /run/systemd/system.conf.d /run/systemd/system/talking-points.service.d /run/systemd/system/sysinit.target.wants
    for file in system.conf.d/test.conf system/talking-points.service.d/test.conf system/test-agent.service; do
        cat "/run-systemd/$file" >"/run/systemd/$file"
    done
    ln -s ../test-agent.service /run/systemd/system/sysinit.target.wants/
fi
"""


def read(path):
    with open(path, "rb") as file:
        return file.read()


def from_boot(card, pattern, folder):
    """A file of the card's boot partition, copied into `folder`; its path."""
    subprocess.run(["mcopy", "-n", "-o", "-i", card + BOOT_AT, f"::{pattern}", folder], check=True)
    return max(glob.glob(os.path.join(folder, pattern)), key=os.path.getmtime)


def bring_in(initrd, tools, out):
    """The card's initial file system and behind it what the test brings: `tools`, name -> path."""
    files = {"conf/param.conf": (0o644, BRING_IN.encode()),
             "run-systemd/system/test-agent.service": (0o644, AGENT_UNIT.encode()),
             "test/agent": (0o755, read(os.path.join(ROOT, "tests", "vm", "agent")))}
    for name, words in PATIENCE.items():
        files["run-systemd/" + name] = (0o644, words.encode())
    for name, path in tools.items():
        files["test/" + name] = (0o755, read(path))
    with open(out, "wb") as file:
        content = read(initrd)
        file.write(content + b"\0" * (-len(content) % 512) + archive(files))


def start(card, folder, tools, more_words=(), kernel_words=""):
    """The machine, starting from this card (which it writes to)."""
    os.makedirs(folder, exist_ok=True)
    kernel = from_boot(card, "vmlinuz-*", folder)
    initrd = os.path.join(folder, "initrd")
    bring_in(from_boot(card, "initrd.img-*", folder), tools, initrd)
    words = read(from_boot(card, "cmdline.txt", folder)).decode().split()
    # GALLIUM_DRIVER: of the two software renderers of Mesa the one that starts at once.
    words += ["console=ttyAMA0", "systemd.setenv=GALLIUM_DRIVER=softpipe", kernel_words]
    return Machine(
        ["qemu-system-aarch64", "-M", "virt,accel=tcg", "-cpu", "cortex-a72", "-smp", "2", "-m", "1024",
         "-kernel", kernel, "-initrd", initrd, "-append", " ".join(words),
         "-drive", f"if=none,id=card,file={card},format=raw,discard=unmap",
         "-device", "virtio-blk-pci,drive=card",
         "-device", f"virtio-gpu-pci,xres={W},yres={H}", "-device", "virtio-rng-pci",
         "-device", "qemu-xhci,id=xhci", "-device", "virtio-serial-pci,id=hand",
         "-chardev", f"socket,id=touch,path={os.path.join(folder, 'touch')},server=on,wait=off",
         "-device", "virtserialport,bus=hand.0,chardev=touch,name=touch", *more_words], folder)
