"""Names in columns: wikigold (Wikipedia) and CrossNER (political articles)."""

from pathlib import Path

from .. import names
from ..sentence import Sentence, spans_to_names

WIKIGOLD = {"PER": "PER", "ORG": "ORG", "LOC": "PLACE"}
CROSSNER = {
    "politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "location": "PLACE",
    "country": "PLACE", "event": "EVENT", "election": "EVENT",
}


def wikigold(folder):
    known = frozenset("PER ORG ARMED PLACE GROUP".split())
    return _read(Path(folder) / "wikigold" / "wikigold.conll.txt", "wikigold", WIKIGOLD, known)


def crossner(folder, part):
    known = frozenset("PER ORG ARMED PLACE EVENT GROUP".split())
    return _read(Path(folder) / "crossner" / f"{part}.txt", "crossner", CROSSNER, known)


def _read(path, source, mapping, known):
    for number, rows in enumerate(_blocks(path)):
        words = [w for w, _ in rows]
        if words == ["-DOCSTART-"]:
            continue
        raw = _spans([t for _, t in rows])
        spans = []
        for begin, end, tag in raw:
            text = " ".join(words[begin:end])
            kind = mapping.get(tag) or ("GROUP" if text in names.DEMONYMS else None)
            spans += names.refine(words, begin, end, kind)
        yield Sentence(
            source, "", f"{source}-{number}", words, names=spans_to_names(spans), kinds_known=known, meta={"raw": raw}
        )


def _blocks(path):
    rows = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            cols = line.split()
            if len(cols) >= 2:
                rows.append((cols[0], cols[-1]))
            elif rows:
                yield rows
                rows = []
    if rows:
        yield rows


def _spans(tags):
    spans, begin = [], None
    for i, tag in enumerate(tags + ["O"]):
        if begin is not None and (tag == "O" or tag[0] == "B" or tag[2:] != tags[begin][2:]):
            spans.append((begin, i, tags[begin][2:]))
            begin = None
        if begin is None and tag != "O":
            begin = i
    return spans
