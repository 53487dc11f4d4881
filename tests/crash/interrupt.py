#!/usr/bin/env python3
"""SIGINT in the middle of an add: it stores what it has, says where it stands, and exits with 130.

    interrupt.py --sitrep PROGRAM
"""
import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--sitrep", required=True)
    sitrep = arguments.parse_args().sitrep
    faults = []
    with tempfile.TemporaryDirectory(prefix="sitrep-interrupt-") as folder:
        ledger = os.path.join(folder, "one.ledger")
        # Its input never ends: only the signal can end it.
        add = subprocess.Popen([sitrep, "add", "--json", "--ledger", ledger, "-"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for number in range(20):
            add.stdin.write(json.dumps({"id": str(number), "text": f"{number + 2} people were killed on Monday."}).encode() + b"\n")
        add.stdin.flush()
        first = [json.loads(add.stdout.readline())["data"]["report"] for _ in range(20)]
        add.send_signal(signal.SIGINT)
        out, talk = add.stdout.read(), add.stderr.read().decode()
        status = add.wait(timeout=60)
        add.stdin.close()
        if status != 130:
            faults.append(f"it ended with {status}")
        if not re.search(r"20 reports added", talk) or "stopped" not in talk:
            faults.append(f"it does not say where it stands: {talk}")
        if out:
            faults.append(f"more lines than reports: {out[:200]}")
        listed = subprocess.run([sitrep, "list", "reports", "--json", "--ledger", ledger], capture_output=True, text=True)
        if {json.loads(l)["data"]["id"] for l in listed.stdout.splitlines()} != set(first):
            faults.append("not all acknowledged reports are there")
        if subprocess.run([sitrep, "verify", "--ledger", ledger], capture_output=True).returncode != 0:
            faults.append("verify is not clean")
    print("\n".join(faults) or "interrupted in order")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
