"""A picture of the run: losses by step, and scores on the dev part by round."""

import argparse
import json

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot  # noqa: E402

LOSSES = ("xpos", "lemmas", "arcs", "rels", "names", "roles", "predicates")
SCORES = ("xpos", "uas", "las", "roles", "lemma")


def main():
    parser = argparse.ArgumentParser(description="Draws a training run.")
    parser.add_argument("--log", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    with open(args.log, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    steps = [r for r in rows if "dev" not in r]
    rounds = [r for r in rows if "dev" in r]
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(11, 4))
    for name in LOSSES:
        points = [(r["step"], r[name]) for r in steps if name in r]
        left.plot(*zip(*smooth(points)), label=name, linewidth=1)
    left.set(yscale="log", xlabel="step", title="loss by head")
    for name in SCORES:
        right.plot([r["step"] for r in rounds], [r["dev"][name] for r in rounds], marker="o", label=name)
    right.set(xlabel="step", title="dev (EWT, first 700 sentences)")
    for axes in (left, right):
        axes.legend(fontsize=8)
        axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(args.out, metadata={"Date": None})


def smooth(points, keep=0.8):
    out, value = [], None
    for step, y in points:
        value = y if value is None else keep * value + (1 - keep) * y
        out.append((step, value))
    return out


if __name__ == "__main__":
    main()
