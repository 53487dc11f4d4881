"""The kits of ../shared/bench and how Sitrep is measured with each: what bench/predict and bench/score share.

A kit is an entry of KITS: the program that makes predictions (a target of bench/CMakeLists.txt that takes the
INPUT file and prints prediction lines), how INPUT is made from a split (only what the program may see), and the
kit's own scorer.
"""
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("SITREP_SHARED", ROOT.parent / "shared")) / "bench"


def article_input(split):
    """Lines {"id", "url", "html"} of a split; the marked text stays behind."""
    folder = SHARED / "article" / split
    for line in open(folder / "truth.jsonl", encoding="utf-8"):
        row = json.loads(line)
        yield {"id": row["id"], "url": row["url"], "html": str(folder / "html" / (row["id"] + ".html.gz"))}


KITS = {
    "article": {
        "program": "article_text",
        "input": article_input,
        "score": lambda split, pred: [SHARED / "article" / "score.py", "--gold", SHARED / "article" / split / "truth.jsonl",
                                      "--pred", pred],
    },
}


def kit(name):
    if name not in KITS:
        raise SystemExit("bench: no kit %s; kits: %s" % (name, ", ".join(sorted(KITS))))
    return KITS[name]


def built(target):
    """The path of a program of bench/, built Release in build/bench (or $SITREP_BENCH_BUILD) when it is old."""
    build = pathlib.Path(os.environ.get("SITREP_BENCH_BUILD", ROOT / "build" / "bench"))
    if not (build / "build.ninja").is_file():
        run(["cmake", "-S", ROOT, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DSITREP_DEV=ON"])
    run(["ninja", "-C", build, target])
    return build / "bench" / target


def run(command):
    """A step of building: quiet unless it fails."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.stderr.write(done.stdout[-4000:])
        raise SystemExit("bench: %s failed" % command[0])
