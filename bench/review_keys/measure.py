#!/usr/bin/env python3
"""From a key to the next decision on the screen: a reviewer on a pseudo-terminal who accepts claim after claim.

    bench/review_keys/measure.py --sitrep PROGRAM --ledger LEDGER [--keys 100]

LEDGER is copied first. Prints the median, the 95th percentile and the longest, in milliseconds.
"""
import argparse
import fcntl
import os
import pathlib
import pty
import re
import select
import shutil
import statistics
import struct
import subprocess
import tempfile
import termios
import time


def wait(ours, shown, number):
    """Until the screen of the queue's claim `number` is there, with its last line."""
    pattern = re.compile(rb"\x1b\[2J[^\n]*?m%d of .*q quit" % number, re.DOTALL)
    while not pattern.search(shown):
        if not select.select([ours], [], [], 30)[0]:
            raise SystemExit(f"claim {number} never came")
        shown += os.read(ours, 65536)
    return b""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sitrep", required=True)
    parser.add_argument("--ledger", required=True)
    parser.add_argument("--keys", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = pathlib.Path(folder, "copy.sitrep")
        shutil.copy(options.ledger, ledger)
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        process = subprocess.Popen([os.path.abspath(options.sitrep), "review", "--ledger", ledger, "--reviewer", "Ada"],
                                   stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL,
                                   env={**os.environ, "TERM": "xterm-256color"})
        os.close(theirs)
        shown = wait(ours, b"", 1)
        times = []
        for number in range(2, options.keys + 2):
            begun = time.perf_counter()
            os.write(ours, b"a")
            shown = wait(ours, shown, number)
            times.append(1000 * (time.perf_counter() - begun))
        os.write(ours, b"q")
        process.wait()
    times.sort()
    print(f"{len(times)} keys: median {statistics.median(times):.1f} ms, 95th percentile {times[int(0.95 * len(times))]:.1f} ms, "
          f"longest {times[-1]:.1f} ms")


main()
