"""Two score files side by side; exit 1 where the second loses more than 0.3 points: the bound for int8 against f32."""

import argparse
import json
import sys

BOUND = 0.3
HEADS = ("xpos", "upos", "feats", "lemma", "uas", "las", "roles", "roles_01", "names")


def read(path):
    with open(path, encoding="utf-8") as lines:
        return {row["part"]: row for row in map(json.loads, lines)}


def main():
    parser = argparse.ArgumentParser(description="Compares two score files.")
    parser.add_argument("before")
    parser.add_argument("after")
    args = parser.parse_args()
    before, after = read(args.before), read(args.after)
    worst = 0.0
    print(f"{'part':20} {'head':10} {'before':>7} {'after':>7} {'loss':>6}")
    for part, row in before.items():
        for head in HEADS:
            if row.get(head) is not None and part in after:
                loss = row[head] - after[part][head]
                worst = max(worst, loss)
                print(f"{part:20} {head:10} {row[head]:7.2f} {after[part][head]:7.2f} {loss:6.2f}")
    print(f"largest loss: {worst:.2f} points; bound {BOUND}")
    sys.exit(worst > BOUND)


if __name__ == "__main__":
    main()
