"""UD English Web Treebank, with PropBank's roles laid over it."""

import json
from pathlib import Path

from ..sentence import Predicate
from . import conllu

ROLES = {"ARG0", "ARG1", "ARG2", "ARG3", "ARG4"} | {
    "ARGM-" + m for m in "LOC TMP NEG MOD PRP MNR CAU DIR EXT ADV DIS PRD GOL COM ADJ LVB".split()
}


def read(folder, part):
    roles = _propbank(Path(folder) / "propbank" / "ewt.jsonl")
    for sentence, _ in conllu.read(Path(folder) / "ewt" / f"{part}.conllu", "ewt"):
        if sentence.sent_id in roles:
            sentence.predicates = [_predicate(p, sentence) for p in roles[sentence.sent_id]]
        yield sentence


def _propbank(path):
    with open(path, encoding="utf-8") as lines:
        return {row["sent_id"]: row["predicates"] for row in map(json.loads, lines)}


def reduce_role(role):
    """The roles that the model tells apart. A reference (who, which) or a continuation keeps its number."""
    prefix, _, rest = role.partition("-")
    if prefix in ("R", "C"):
        return f"{prefix}-{rest}" if rest in ("ARG0", "ARG1", "ARG2") else None
    role = {"ARG5": "ARG4", "ARGM-PNC": "ARGM-PRP", "ARGA": "ARG0", "ARGM-PRR": None, "ARGM-CXN": None}.get(role, role)
    return role if role in ROLES else None


def _predicate(row, sentence):
    args = []
    for role, begin, end in row["args"]:
        role = reduce_role(role)
        head = head_of_range(sentence.heads, begin - 1, end - 1)
        if role and head is not None and head != row["word"] - 1:
            args.append((role, head))
    return Predicate(row["word"] - 1, row["roleset"], tuple(dict.fromkeys(args)))


def head_of_range(heads, first, last):
    """The first word of [first, last] that hangs on a word outside it."""
    if not 0 <= first <= last < len(heads):
        return None
    return next((i for i in range(first, last + 1) if not first <= heads[i] <= last), None)
