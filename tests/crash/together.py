#!/usr/bin/env python3
"""Two adds and a reader on one ledger at once: all finish, and nothing is lost.

    together.py --sitrep PROGRAM
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

COUNT = 3000


def reports(name, count):
    return "".join(json.dumps({"id": f"{name}{n}", "date": "2031-05-04", "source": name,
                               "text": f"{n + 2} people were killed near {name} on Saturday, police said."}) + "\n"
                   for n in range(count))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--sitrep", required=True)
    sitrep = arguments.parse_args().sitrep
    faults = []
    with tempfile.TemporaryDirectory(prefix="sitrep-together-") as folder:
        ledger = os.path.join(folder, "one.ledger")
        adds = []
        for name in ("Kalmar", "Borgholm"):
            path = pathlib.Path(folder, name + ".jsonl")
            # Half of them are the same in both: they meet on the same rows.
            path.write_text(reports(name, COUNT) + reports("Both", COUNT))
            adds.append(subprocess.Popen([sitrep, "add", "--quiet", "--ledger", ledger, str(path)], stderr=subprocess.PIPE))
        counts, reads = [0], 0
        while any(add.poll() is None for add in adds):
            read = subprocess.run([sitrep, "list", "reports", "--width", "0", "--ledger", ledger], capture_output=True, text=True,
                                  timeout=120)
            reads += 1
            # At first there may be no ledger, or none with reports in it.
            if read.returncode == 2 and "not_found" not in read.stderr:
                faults.append(f"a reader failed: {read.stderr}")
            if read.returncode == 0:
                counts.append(len(read.stdout.splitlines()) - 1)
        for add in adds:
            if add.wait() != 0:
                faults.append(f"an add ended with {add.returncode}: {add.stderr.read().decode()}")
            add.stderr.close()
        if counts != sorted(counts):
            faults.append(f"a reader saw reports go away: {counts}")
        listed = subprocess.run([sitrep, "list", "reports", "--width", "0", "--ledger", ledger], capture_output=True, text=True)
        if len(listed.stdout.splitlines()) - 1 != 3 * COUNT:
            faults.append(f"{len(listed.stdout.splitlines()) - 1} reports, not {3 * COUNT}")
        verified = subprocess.run([sitrep, "verify", "--ledger", ledger], capture_output=True, text=True)
        if verified.returncode != 0:
            faults.append(f"verify: {verified.stdout[:400]}{verified.stderr[:400]}")
    print("\n".join(faults) or f"two adds and {reads} readers at once, {3 * COUNT} reports, nothing lost")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
