"""re3d: the conflict in Syria and Iraq. Offsets of characters become words; phrases that are no names are left open.

The BBC part is under non-commercial terms: it is never trained on and is all test. Of the other parts every fifth
document, by the hash of its id, is test.
"""

import hashlib
import json
import re
from pathlib import Path

from .. import names
from ..sentence import Sentence, spans_to_names

KNOWN = frozenset("PER ORG ARMED PLACE GROUP TITLE WEAPON DATE".split())
KIND = {
    "Person": "PER", "Organisation": "ORG", "Location": "PLACE", "Nationality": "GROUP", "Temporal": "DATE",
    "Weapon": "WEAPON", "MilitaryPlatform": "WEAPON",
}
TOKEN = re.compile(r"[A-Z](?:\.[A-Z])+\.?|(?:Mr|Mrs|Ms|Dr|Lt|Gen|Col|Maj|Sgt|Brig|Nov|Dec|Jan|Feb|Aug|Sept?|Oct|St)\.|"
                   r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-][^\W_]+)*|['’]s\b|\S")
ABBREVIATION = r"(?<!\b(?:Gen|Col|Maj|Sgt|Mrs|Nov|Dec|Oct|Feb)\.)(?<!\b(?:Mr|Ms|Dr|St|Lt)\.)(?<!\bBrig\.)"
BREAK = re.compile(
    r"(?<=[.!?]['\"”’)])\s+(?=[A-Z“\"])|(?<=[a-z0-9\])][.!?])" + ABBREVIATION + r"\s+(?=[A-Z“\"'])|\n+"
)
NO_WEAPON = {"strike", "strikes", "attack", "attacks", "bombardment", "airstrike", "airstrikes", "fighting"}


def held_out(part, doc):
    return part == "BBC Online" or int(hashlib.sha256(doc.encode()).hexdigest(), 16) % 5 == 0


def read(folder):
    """Yields (Sentence, is it test)."""
    for part in sorted(p for p in (Path(folder) / "re3d").iterdir() if p.is_dir()):
        entities = {}
        for row in _lines(part / "entities.json"):
            entities.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
        for document in _lines(part / "documents.json"):
            for sentence in _document(document, entities.get(document["_id"], [])):
                yield sentence, held_out(part.name, document["_id"])


def _lines(path):
    with open(path, encoding="utf-8-sig") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _document(document, entities):
    text, begin = document["text"], 0
    for number, end in enumerate([m.start() for m in BREAK.finditer(text)] + [len(text)]):
        tokens = [(begin + m.start(), begin + m.end()) for m in TOKEN.finditer(text[begin:end])]
        begin = end
        if not tokens:
            continue
        words = [text[b:e] for b, e in tokens]
        spaces = [i + 1 == len(tokens) or tokens[i][1] < tokens[i + 1][0] for i in range(len(tokens))]
        raw = []
        for b, e, kind in entities:
            inside = [i for i, (tb, te) in enumerate(tokens) if tb < e and te > b]
            if inside and b >= tokens[0][0] and e <= tokens[-1][1]:
                raw.append((inside[0], inside[-1] + 1, kind))
        sentence = Sentence("re3d", document["_id"], f"{document['_id']}-{number}", words, spaces, meta={"raw": raw})
        sentence.names = _names(sentence)
        sentence.kinds_known = KNOWN
        yield sentence


def reduce(words, begin, end, kind):
    """The proper name in an entity: without the article; () when the phrase is a description or a pronoun."""
    while begin < end and words[begin].lower() in names.ARTICLES:
        begin += 1
    if begin == end or kind not in KIND:
        return ()
    kind = KIND[kind]
    span = words[begin:end]
    if kind == "WEAPON" and span[-1].lower() in NO_WEAPON:
        return ()
    if kind in ("DATE", "WEAPON"):
        return (begin, end, kind)
    if any(w in (".", "[", "(") for w in span):
        return ()
    if span[-1].lower() in names.PRONOUNS or not span[-1][:1].isupper() and not span[-1][:1].isdigit():
        return ()
    if not (span[0][:1].isupper() or span[0][:3] in ("al-", "ad-", "ar-", "as-", "el-")):
        return ()
    return (begin, end, kind)


def _names(sentence):
    spans = []
    for begin, end, kind in sentence.meta["raw"]:
        name = reduce(sentence.words, begin, end, kind)
        if name:
            spans += names.refine(sentence.words, *name)
        elif kind in KIND:
            spans.append((begin, end, None))
    return spans_to_names(spans)
