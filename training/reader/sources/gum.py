"""GUM: syntax, and its nested entities reduced to the proper names in them. News and interviews are held out by hash."""

import hashlib
import re
from pathlib import Path

from .. import names
from ..sentence import Sentence, spans_to_names
from . import conllu

KNOWN = frozenset("PER ORG ARMED PLACE GROUP TITLE EVENT NUMBER".split())
KIND = {"person": "PER", "organization": "ORG", "place": "PLACE", "event": "EVENT", "time": "DATE"}
BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)")
LINKS = {"of", "for", "and", "&", "-", "the", "'s", "'", "to"}


def held_out(doc):
    """A quarter of the news and the interviews."""
    genre = doc.split("_")[1]
    return genre in ("news", "interview") and int(hashlib.sha256(doc.encode()).hexdigest(), 16) % 4 == 0


def read(folder):
    """(train, held out)."""
    train, test = [], []
    for path in sorted((Path(folder) / "gum").glob("GUM_*.conllu")):
        opened = {}
        for sentence, misc in conllu.read(path, "gum"):
            entities = _entities(misc, opened)
            sentence.meta["entities"] = entities
            sentence.names = _names(sentence, entities)
            sentence.kinds_known = KNOWN
            (test if held_out(sentence.doc) else train).append(sentence)
    return train, test


def _entities(misc, opened):
    """(begin, end, type, words of its minimal span) in the sentence."""
    out = []
    for i, column in enumerate(misc):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", column)
        for piece in BRACKET.findall(match[1]) if match else ():
            if piece.startswith("("):
                fields = piece.strip("()").split("-")
                entry = (i, fields[1], _minspan(fields))
                if piece.endswith(")"):
                    out.append((i, i + 1, *entry[1:]))
                else:
                    opened.setdefault(fields[0], []).append(entry)
            elif opened.get(piece.strip(")")):
                begin, kind, minspan = opened[piece.strip(")")].pop()
                if begin <= i:
                    out.append((begin, i + 1, kind, minspan))
    opened.clear()
    return out


def _minspan(fields):
    """Offsets, within the entity, of the words that it comes down to."""
    for field in fields[4:7]:
        if re.fullmatch(r"\d+(,\d+)*", field):
            return [int(n) - 1 for n in field.split(",")]
    return []


def _names(sentence, entities):
    words, tags = sentence.words, sentence.xpos
    spans = []
    for begin, end, entity, minspan in entities:
        kind = KIND.get(entity)
        name = proper_name(words, tags, sentence.heads, begin, end, kind) if kind else None
        if kind == "PER" and not name:
            name = _named_description(sentence, begin, end)
        if kind == "DATE":
            if names.looks_like_date(words[begin:end]) and end - begin <= 8:
                spans.append((begin, end, ("DATE",)))
        elif name:
            spans += names.refine(words, *name, kind) if words[name[0]] not in names.DEMONYMS or name[1] - name[0] > 1 else []
    spans = _outermost(spans)
    spans += names.titles_before(words, spans)
    spans += names.demonyms(words, spans)
    spans += names.numbers(words, tags, spans)
    return spans_to_names(spans)


def proper_name(words, tags, heads, begin, end, kind):
    """The proper name that an entity's head is part of, or None where the head is a common noun or pronoun."""
    head = next((i for i in range(begin, end) if not begin <= heads[i] < end), None)
    if head is None or tags[head] not in ("NNP", "NNPS"):
        return None
    proper = lambda i: tags[i] in ("NNP", "NNPS") or tags[i] == "HYPH" or (tags[i] == "CD" and i > begin)
    first = last = head
    while first > begin and proper(first - 1):
        first -= 1
    while first < head and tags[first] in ("HYPH", "CD"):
        first += 1
    while last + 1 < end and proper(last + 1):
        last += 1
    if kind in ("ORG", "EVENT", "PLACE"):
        last = _linked(words, tags, last, end)
    while last > head and tags[last] == "HYPH":
        last -= 1
    return first, last + 1


def _named_description(sentence, begin, end):
    """The name right after a description: "LibriVox founder Hugh McGuire"."""
    head = next((i for i in range(begin, end) if not begin <= sentence.heads[i] < end), None)
    after = head is not None and head + 1 < end and sentence.xpos[head] in ("NN", "NNS") and head + 1
    if not after or sentence.xpos[after] != "NNP":
        return None
    last = after
    while last + 1 < end and sentence.xpos[last + 1] in ("NNP", "HYPH"):
        last += 1
    tied = any(sentence.heads[i] == head and sentence.rels[i] in ("appos", "flat") for i in range(after, last + 1))
    return (after, last + 1) if tied else None


def _linked(words, tags, last, end):
    """Over "of the", "and", "for" to the proper noun behind: Ministry of Foreign Affairs, Gulf of Aden."""
    while True:
        j = last + 1
        while j < end and words[j] in LINKS and j - last <= 2:
            j += 1
        if j == last + 1 or j >= end or tags[j] not in ("NNP", "NNPS"):
            return last
        while j + 1 < end and tags[j + 1] in ("NNP", "NNPS"):
            j += 1
        last = j


def _outermost(spans):
    """Of overlapping spans the longest; of spans over the same words the first."""
    out = []
    for span in sorted(dict.fromkeys(spans), key=lambda s: (s[0] - s[1], s[0])):
        if all(span[1] <= o[0] or span[0] >= o[1] for o in out):
            out.append(span)
    return out
