"""What every source is read into.

A layer that a source does not annotate is None, and then no head learns from it. Names say which kinds the source
knows: a word outside every span may still carry a kind that the source never looked for.
"""

from dataclasses import dataclass, field, replace

KINDS = ("PER", "ORG", "ARMED", "PLACE", "GROUP", "TITLE", "WEAPON", "EVENT", "DATE", "NUMBER")


@dataclass(frozen=True)
class Name:
    """A name over words [begin, end). Several kinds: the source doesn't tell them apart. None: anything may be here."""

    begin: int
    end: int
    kinds: tuple


@dataclass(frozen=True)
class Predicate:
    word: int
    roleset: str
    args: tuple  # of (role, head word)


@dataclass
class Sentence:
    source: str
    doc: str
    sent_id: str
    words: list
    space_after: list = None  # of bool
    xpos: list = None
    upos: list = None
    feats: list = None
    lemmas: list = None
    heads: list = None  # -1 root, else index of the word; -2 not annotated
    rels: list = None
    names: list = None  # of Name
    kinds_known: frozenset = frozenset()
    predicates: list = None
    starts: list = None  # of bool: a sentence starts at this word (windows only)
    text: str = None
    meta: dict = field(default_factory=dict)

    def with_words(self, words):
        return replace(self, words=words, text=None)


def spans_to_names(spans):
    """(begin, end, kind) -> Names in order, longer spans first where they overlap."""
    taken, out = set(), []
    for begin, end, kinds in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if taken.isdisjoint(range(begin, end)):
            taken.update(range(begin, end))
            out.append(Name(begin, end, kinds))
    return sorted(out, key=lambda n: n.begin)
