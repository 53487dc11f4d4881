#!/usr/bin/env python3
"""The types of docs/codebook.md are what the program has.

    codebook.py --sitrep PROGRAM

UPDATE_GOLDEN=1 puts today's codebook into the page, and `git diff` is the review.
"""
import argparse
import os
import pathlib
import subprocess
import sys

BEGIN, END = "<!-- types: made by sitrep codebook print -->\n", "<!-- end of types -->\n"


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--sitrep", required=True)
    args.add_argument("--page", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2] / "docs" / "codebook.md")
    options = args.parse_args()
    text = options.page.read_text(encoding="utf-8")
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{options.page}: the marks of the types are gone")
    printed = subprocess.run([options.sitrep, "codebook", "print"], stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8")
    made = head + BEGIN + printed.stdout + END + tail
    if made == text:
        return 0
    if os.environ.get("UPDATE_GOLDEN"):
        options.page.write_text(made, encoding="utf-8")
        return 0
    print(f"{options.page} is not what the codebook says; UPDATE_GOLDEN=1 ctest -R docs.codebook rewrites it")
    return 1


if __name__ == "__main__":
    sys.exit(main())
