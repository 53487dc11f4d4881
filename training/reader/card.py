"""Prints the score tables of models/CARD.md from the score files of a run.

    python -m reader.card build/training/scores.f32.jsonl build/training/scores.int8.jsonl
"""

import argparse

from .compare import read

SYNTAX = ("xpos", "upos", "feats", "lemma", "uas", "las", "las_main")
ROLES = ("predicates", "roles", "roles_01")
KINDS = ("PER", "ORG", "PLACE", "GROUP")
COPIES = ("", "/caps", "/lower")


def line(cells):
    print("| " + " | ".join("" if c is None else f"{c:.1f}" if isinstance(c, float) else str(c) for c in cells) + " |")


def header(cells):
    line(cells)
    print("|---" * len(cells) + "|")


def main():
    parser = argparse.ArgumentParser(description="Prints the tables of models/CARD.md.")
    parser.add_argument("f32")
    parser.add_argument("int8")
    args = parser.parse_args()
    f32, int8 = read(args.f32), read(args.int8)
    header(["gold words", *SYNTAX])
    for part in ("ewt_test", "gum_test"):
        line([f"{part}, f32", *(f32[part][k] for k in SYNTAX)])
        for copy in COPIES:
            line([part + copy + ", int8", *(int8[part + copy][k] for k in SYNTAX)])
    print()
    header(["roles, EWT test", *ROLES])
    line(["f32", *(f32["ewt_test"][k] for k in ROLES)])
    for copy in COPIES:
        line(["int8" + copy, *(int8["ewt_test" + copy][k] for k in ROLES)])
    print()
    header(["names", "gold", "f32", "int8", "caps", "lower", *KINDS])
    for part in ("gmb_test", "re3d_test", "crossner_dev", "gum_test"):
        row = int8[part]
        copies = [int8[part + copy]["names"] for copy in COPIES]
        line([part, row["gold"], f32[part]["names"], *copies, *(row.get(k) for k in KINDS)])
    print(f"\nre3d with its spans as they are: {int8['re3d_test']['names_raw']}")


if __name__ == "__main__":
    main()
