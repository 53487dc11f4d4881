#!/usr/bin/env python3
"""A full disk and a folder that may not be written: a clear error, and the ledger still opens.

    full_disk.py --sitrep PROGRAM

As root a small file system in memory is mounted and filled; where that is not allowed a limit on the size of
files (RLIMIT_FSIZE) stands for it. What fills the disk is added without being read: words made of chance take
the language model minutes, and say nothing.
"""
import argparse
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile


def reports(first, count):
    chance = random.Random(first)
    # Words that do not compress, so that the disk fills.
    return "".join(json.dumps({"id": f"r{n}", "date": "2031-05-04", "source": "Northwire",
                               "text": f"{n + 2} people were killed near Kalmar, police said. "
                                       + " ".join(f"{chance.getrandbits(64):x}" for _ in range(300))}) + "\n"
                   for n in range(first, first + count))


class Check:
    def __init__(self, sitrep, folder):
        self.sitrep, self.folder, self.faults = sitrep, pathlib.Path(folder), []
        self.ledger = self.folder / "disk/one.ledger"

    def run(self, *words, **more):
        return subprocess.run([self.sitrep, *map(str, words)], capture_output=True, text=True, timeout=300, **more)

    def fault(self, what, ran=None):
        self.faults.append(what + (f" ({ran.returncode}): {ran.stderr[-500:]}" if ran else ""))

    def acknowledged(self, ran):
        lines = ran.stdout.splitlines()
        return {json.loads(l)["data"]["report"] for l in lines if json.loads(l)["data"]["what"] != "failed"}

    def count(self):
        ran = self.run("list", "reports", "--json", "--ledger", self.ledger)
        if ran.returncode != 0:
            self.fault("the ledger does not open", ran)
            return set()
        return {json.loads(l)["data"]["id"] for l in ran.stdout.splitlines()}

    def fill(self, **more):
        small = self.folder / "small.jsonl"
        large = self.folder / "large.jsonl"
        small.write_text(reports(0, 20))
        large.write_text(reports(100, 2000))
        first = self.run("add", "--json", "--reader", "none", "--ledger", self.ledger, small)
        if first.returncode != 0:
            return self.fault("the first add failed", first)
        ran = self.run("add", "--json", "--reader", "none", "--ledger", self.ledger, large, **more)
        if ran.returncode != 2 or "cannot_write" not in ran.stderr:
            self.fault("a full disk is not said", ran)
        there = self.count()
        lost = (self.acknowledged(first) | self.acknowledged(ran)) - there
        if lost:
            self.fault(f"{len(lost)} acknowledged reports are not there")
        verified = self.run("verify", "--ledger", self.ledger)
        if verified.returncode != 0:
            self.fault("verify after a full disk", verified)


def full(check):
    disk = check.folder / "disk"
    disk.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True).returncode == 0
    try:
        if mounted:
            check.fill()
            # Room again: it goes on.
            subprocess.run(["mount", "-o", "remount,size=256m", disk], capture_output=True)
        else:
            def limit():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, 2 << 20))
            check.fill(preexec_fn=limit)
        again = check.run("add", "--reader", "none", "--ledger", check.ledger, check.folder / "large.jsonl")
        if again.returncode != 0:
            check.fault("with room again it does not go on", again)
        if len(check.count()) != 2020:
            check.fault("reports are missing in the end")
    finally:
        if mounted:
            subprocess.run(["umount", disk], check=True)
        shutil.rmtree(disk, ignore_errors=True)
    return "tmpfs" if mounted else "RLIMIT_FSIZE"


def read_only(check):
    """A folder on a read-only file system (as root), or without the right to write."""
    disk = check.folder / "disk"
    disk.mkdir()
    root = os.geteuid() == 0
    if root and subprocess.run(["mount", "-t", "tmpfs", "tmpfs", disk], capture_output=True).returncode != 0:
        return "read-only not tried"
    try:
        small = check.folder / "small.jsonl"
        small.write_text(reports(0, 20))
        check.run("add", "--ledger", check.ledger, small)
        before = check.ledger.read_bytes()
        if root:
            subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        else:
            os.chmod(disk, 0o555)
            os.chmod(check.ledger, 0o444)
        more = check.folder / "more.jsonl"
        more.write_text(reports(50, 5))
        for ledger in (check.ledger, disk / "new.ledger"):
            ran = check.run("add", "--ledger", ledger, more)
            if ran.returncode != 2 or "cannot_write" not in ran.stderr:
                check.fault(f"a read-only folder is not said of {ledger.name}", ran)
        if len(check.count()) != 20:
            check.fault("reports cannot be listed from a read-only folder")
        for words in (["verify"], ["export"], ["list", "claims"]):
            ran = check.run(*words, "--ledger", check.ledger)
            if ran.returncode != 0:
                check.fault(f"{words} in a read-only folder", ran)
        if check.ledger.read_bytes() != before:
            check.fault("the ledger changed")
    finally:
        if root:
            subprocess.run(["umount", disk], check=True)
        else:
            os.chmod(disk, 0o755)
    return "read-only"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sitrep", required=True)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitrep-full-") as folder:
        check = Check(os.path.abspath(options.sitrep), folder)
        done = [full(check), read_only(check)]
    print("\n".join(check.faults) or f"full and read-only disks are said, nothing is lost ({', '.join(done)})")
    return 1 if check.faults else 0


if __name__ == "__main__":
    sys.exit(main())
