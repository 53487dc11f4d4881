#!/usr/bin/env python3
"""Killed at any moment, a ledger keeps all that it acknowledged.

    kill.py --sitrep PROGRAM [--kills N] [--seed N]

Runs `sitrep add --json` over many small reports and kills it (SIGKILL) after a random wait, again and again, each
time on the same ledger with the same reports and some new ones. After each kill: every report acknowledged on standard output is
there, `verify` is clean, and the next add goes on. In the end all reports are there.
"""
import argparse
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time


def reports(first, count):
    return "".join(json.dumps({"id": f"r{n}", "date": f"2031-05-{n % 28 + 1:02}", "source": f"Outlet {n % 7}",
                               "url": f"https://outlet.example/{n // 2}",  # every other one is a new version
                               "text": f"At least {n + 2} people were killed near Kalmar on Saturday, mayor Ida Holm said."})
                   + "\n" for n in range(first, first + count))


def ids(sitrep, ledger):
    ran = subprocess.run([sitrep, "list", "reports", "--json", "--ledger", ledger], capture_output=True, text=True)
    if ran.returncode not in (0, 1):
        return None
    return {json.loads(line)["data"]["id"] for line in ran.stdout.splitlines()}


def acknowledged_of(output):
    """Ids of whole lines; the last may have been cut by the kill."""
    found = set()
    for line in output.split(b"\n")[:-1]:
        data = json.loads(line)["data"]
        if data["what"] == "failed":
            raise SystemExit(f"a report failed: {line.decode()}")
        found.add(data["report"])
    return found


def add_and_kill(sitrep, ledger, source, wait):
    """What was acknowledged, and whether it was still running when it was killed."""
    process = subprocess.Popen([sitrep, "add", "--json", "--quiet", "--ledger", ledger, source], stdout=subprocess.PIPE)
    output = []
    reader = threading.Thread(target=lambda: output.append(process.stdout.read()))
    reader.start()
    time.sleep(wait)
    running = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    reader.join()
    process.stdout.close()
    return acknowledged_of(output[0]), running


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sitrep", required=True)
    arguments.add_argument("--kills", type=int, default=12)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--reports", type=int, default=3000, help="in each run, half of them new")
    options = arguments.parse_args()
    chance = random.Random(options.seed)
    faults, caught, known = [], 0, set()
    with tempfile.TemporaryDirectory(prefix="sitrep-kill-") as folder:
        source = os.path.join(folder, "reports.jsonl")
        number = 0
        ledger = os.path.join(folder, "0.ledger")
        # How long a whole run takes here: kills must fall inside.
        pathlib.Path(source).write_text(reports(0, options.reports))
        begun = time.monotonic()
        subprocess.run([options.sitrep, "add", "--quiet", "--ledger", os.path.join(folder, "probe.ledger"), source],
                       check=True)
        whole = time.monotonic() - begun
        for kill in range(options.kills):
            if kill % 25 == 0:  # from time to time from nothing: making a ledger is a moment to be killed in, too
                ledger, known, number = os.path.join(folder, f"{kill}.ledger"), set(), 0
            pathlib.Path(source).write_text(reports(number, options.reports))
            acknowledged, running = add_and_kill(options.sitrep, ledger, source, chance.uniform(0, whole))
            caught += running
            known |= acknowledged
            number += options.reports // 2
            if not os.path.exists(ledger):
                if known:
                    faults.append(f"kill {kill}: the ledger is gone")
                continue
            there = ids(options.sitrep, ledger)
            if there is None:
                # Killed before the file became a ledger: then nothing can have been acknowledged.
                if known:
                    faults.append(f"kill {kill}: the ledger does not open")
                continue
            if known - there:
                faults.append(f"kill {kill}: {len(known - there)} of {len(known)} acknowledged reports are not there")
            verified = subprocess.run([options.sitrep, "verify", "--ledger", ledger], capture_output=True, text=True)
            if verified.returncode != 0:
                faults.append(f"kill {kill}: verify: {verified.stdout[:400]}{verified.stderr[:400]}")
        last = subprocess.run([options.sitrep, "add", "--json", "--quiet", "--ledger", ledger, source], capture_output=True)
        if last.returncode != 0 or acknowledged_of(last.stdout) - (ids(options.sitrep, ledger) or set()):
            faults.append(f"the last add did not go on: {last.stderr.decode()[:400]}")
    if caught < options.kills // 2:
        faults.append(f"only {caught} of {options.kills} kills fell inside a run: the test proves too little")
    print("\n".join(faults) or f"{options.kills} kills, {caught} inside a run; all that was acknowledged was there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
