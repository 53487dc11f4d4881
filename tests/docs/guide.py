#!/usr/bin/env python3
"""What docs/guide.md shows is what the program prints.

    guide.py --sitrep PROGRAM [--page FILE]

In an indented block a line that starts with `$ ` is a command, what follows is its output. Each is run
in one folder that holds examples/ and nothing else; `./sitrep` is PROGRAM. UPDATE_GOLDEN=1 rewrites the
outputs of the page, and `git diff` is the review.
"""
import argparse
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
INDENT = "    "


def run(command, program, folder):
    """Standard output and talk, as a terminal would show them."""
    shell = command.replace("./sitrep", f"'{program}'")
    ran = subprocess.run(["bash", "-c", shell], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, env={**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"})
    if ran.returncode != 0:
        raise SystemExit(f"{command}\nexit {ran.returncode}: {ran.stdout}")
    return [INDENT + line if line else "" for line in ran.stdout.rstrip("\n").split("\n")] if ran.stdout else []


def rewritten(lines, program, folder):
    """The page with the output of every command put in."""
    out, at, commands = [], 0, 0
    while at < len(lines):
        out.append(lines[at])
        if not lines[at].startswith(INDENT + "$ "):
            at += 1
            continue
        commands += 1
        out += run(lines[at][len(INDENT) + 2:], program, folder)
        at += 1
        # The output that stood there goes: up to the next command or the next line of prose.
        end = at
        while end < len(lines) and (not lines[end] or lines[end].startswith(INDENT)) \
                and not lines[end].startswith(INDENT + "$ "):
            end += 1
        out += [] if end < len(lines) and lines[end].startswith(INDENT + "$ ") else [""]
        at = end
    if commands == 0:
        raise SystemExit("the page holds no command")
    return out


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--sitrep", required=True)
    args.add_argument("--page", type=pathlib.Path, default=ROOT / "docs/guide.md")
    options = args.parse_args()
    page = options.page.read_text().rstrip("\n").split("\n")
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "examples").symlink_to(ROOT / "examples")
        now = rewritten(page, pathlib.Path(options.sitrep).resolve(), folder)
    text = "\n".join(now).rstrip("\n") + "\n"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        options.page.write_text(text)
        return 0
    difference = list(difflib.unified_diff(page, text.rstrip("\n").split("\n"), str(options.page), "what is printed now",
                                           lineterm=""))
    print("\n".join(difference))
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main())
