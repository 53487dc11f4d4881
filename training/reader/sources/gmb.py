"""Groningen Meaning Bank, as a CSV: agency news with names. A fixed tenth is held out."""

import csv
import hashlib
from pathlib import Path

from .. import names
from ..sentence import Sentence, spans_to_names

KNOWN = frozenset("PER ORG ARMED PLACE GROUP TITLE EVENT DATE NUMBER".split())


def held_out(sentence):
    return int(hashlib.sha256(" ".join(sentence.words).encode()).hexdigest(), 16) % 10 == 0


def read(folder):
    for number, rows in enumerate(_rows(Path(folder) / "gmb" / "gmb.csv")):
        words = [r[1] for r in rows]
        spans = _spans([r[3] for r in rows])
        sentence = Sentence("gmb", "", f"gmb-{number}", words, meta={"raw": spans, "pos": [r[2] for r in rows]})
        sentence.names = _names(sentence)
        sentence.kinds_known = KNOWN
        yield sentence


def _rows(path):
    rows = []
    with open(path, encoding="latin-1", newline="") as lines:
        reader = csv.reader(lines)
        next(reader)
        for row in reader:
            if row[0].startswith("Sentence:") and rows:
                yield rows
                rows = []
            if row[1]:
                rows.append(row)
    if rows:
        yield rows


def _spans(tags):
    spans, begin = [], None
    for i, tag in enumerate(tags + ["O"]):
        if begin is not None and tag != "I-" + tags[begin][2:]:
            spans.append((begin, i, tags[begin][2:]))
            begin = None
        if begin is None and tag != "O":
            begin = i
    return spans


def kind_of(tag, text):
    """GMB's tag as a kind of ours, or None where the tag is a mixture."""
    if tag == "gpe":
        return "PLACE" if text in names.COUNTRIES else "GROUP"
    if tag == "geo":
        return "GROUP" if text in names.DEMONYMS else "PLACE"
    if tag == "nat":
        return "EVENT" if text.split()[0] in ("Hurricane", "Typhoon", "Cyclone", "Tropical") else None
    return {"per": "PER", "org": "ORG", "tim": "DATE", "eve": "EVENT"}.get(tag)


def _names(sentence):
    spans = []
    for begin, end, tag in sentence.meta["raw"]:
        text = " ".join(sentence.words[begin:end])
        kind = kind_of(tag, text)
        if kind == "DATE" and not names.looks_like_date(sentence.words[begin:end]):
            kind = None
        spans += names.refine(sentence.words, begin, end, kind)
    spans += names.numbers(sentence.words, sentence.meta["pos"], spans)
    return spans_to_names(spans)
