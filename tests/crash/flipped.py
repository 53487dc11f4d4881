#!/usr/bin/env python3
"""Ledgers with flipped bytes: verify finds it; other commands answer or say so, and change nothing.

    flipped.py --sitrep PROGRAM --source ROOT [--copies N]

Each copy has one byte changed, at a place and in a way that its number alone decides. `verify` must find every change of a
byte that the ledger uses; a change that makes no difference (a byte of free space) is told by every command giving what it
gave before.
"""
import argparse
import concurrent.futures
import os
import pathlib
import random
import subprocess
import sys
import tempfile


def run(sitrep, *words, folder):
    return subprocess.run([sitrep, *words], capture_output=True, cwd=folder, timeout=120)


def try_copy(number, sitrep, whole, answers, folder):
    chance = random.Random(number)
    content = bytearray(whole)
    at = chance.randrange(len(content))
    content[at] ^= 1 << chance.randrange(8)
    place = pathlib.Path(folder, f"copy-{number}")
    place.mkdir()
    ledger = place / "one.ledger"
    ledger.write_bytes(content)
    faults = []
    same = True
    for words, answer in answers.items():
        ran = run(sitrep, *words, "--ledger", "one.ledger", folder=place)
        if ran.returncode not in (0, 1, 2):
            faults.append(f"{' '.join(words)} ended with {ran.returncode}")
        elif ran.returncode == 2 and not ran.stderr:
            faults.append(f"{' '.join(words)} failed without a word")
        elif ran.returncode != 2 and ran.stdout != answer:
            # A wrong answer as if nothing were: worse than none.
            faults.append(f"{' '.join(words)} gave another answer and exit {ran.returncode}")
        same = same and (ran.returncode, ran.stdout) == (0, answer)
    verified = run(sitrep, "verify", "--ledger", "one.ledger", folder=place)
    if verified.returncode not in (0, 2):
        faults.append(f"verify ended with {verified.returncode}")
    if verified.returncode == 0 and not same:
        faults.append("verify finds nothing")
    if verified.returncode == 2 and not (verified.stdout or verified.stderr):
        faults.append("verify does not say what it found")
    if ledger.read_bytes() != bytes(content):
        faults.append("the file was changed")
    left = [p.name for p in place.iterdir() if p.name != "one.ledger"]
    if left:
        faults.append(f"left behind: {left}")
    ledger.unlink()
    return [f"copy {number}, byte {at}: {fault}" for fault in faults], verified.returncode == 2


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sitrep", required=True)
    arguments.add_argument("--source", required=True)
    arguments.add_argument("--copies", type=int, default=60)
    options = arguments.parse_args()
    sitrep = os.path.abspath(options.sitrep)
    with tempfile.TemporaryDirectory(prefix="sitrep-flipped-") as folder:
        examples = [str(p) for p in sorted(pathlib.Path(options.source, "examples").resolve().iterdir()) if p.suffix == ".txt"]
        ran = run(sitrep, "add", "--quiet", "--ledger", "whole.ledger", *examples, folder=folder)
        if ran.returncode != 0:
            raise SystemExit(f"the examples cannot be added: {ran.stderr.decode()}")
        answers = {}
        for words in (("list", "reports"), ("list", "claims"), ("export",), ("export", "--format", "csv")):
            answer = run(sitrep, *words, "--ledger", "whole.ledger", folder=folder)
            if answer.returncode != 0:
                raise SystemExit(f"{words} of a whole ledger: {answer.stderr.decode()}")
            answers[words] = answer.stdout
        whole = pathlib.Path(folder, "whole.ledger").read_bytes()
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(lambda n: try_copy(n, sitrep, whole, answers, folder), range(options.copies)))
    faults = [fault for found, _ in results for fault in found]
    noticed = sum(verified for _, verified in results)
    if noticed < options.copies // 3:
        faults.append(f"verify found only {noticed} of {options.copies} flips")
    print("\n".join(faults) or f"{options.copies} flips; verify found {noticed}, the others make no difference")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
