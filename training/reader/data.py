"""From sentences to batches of numbers.

Batches hold sentences of like length, about `budget` pieces with the padding. What a source doesn't say is -100
(syntax) or a mask of all tags (names).
"""

import random
from dataclasses import dataclass

import numpy as np
import torch

from . import damage
from .labels import PREDICATES, VERBAL, name_masks
from .pieces import shapes_of

IGNORE = -100
MAX_WORDS, MAX_LENGTH = 200, 400


@dataclass
class Example:
    pieces: list
    first: list
    last: list
    shape: list
    sentence: object


def encode(sentence, pieces):
    ids, first, last = [pieces.cls], [], []
    for word in sentence.words:
        first.append(len(ids))
        ids += pieces.of_word(word)
        last.append(len(ids) - 1)
    return Example(ids + [pieces.sep], first, last, shapes_of(sentence.words), sentence)


def inputs(examples, pad):
    """The model's inputs, padded: pieces, piece_mask, first, last, shape, word_mask."""
    n, length = len(examples), max(len(e.pieces) for e in examples)
    width = max(len(e.first) for e in examples)
    out = {k: np.zeros((n, length), np.int64) for k in ("pieces", "piece_mask")}
    out |= {k: np.zeros((n, width), np.int64) for k in ("first", "last", "shape", "word_mask")}
    out["pieces"][:] = pad
    for i, e in enumerate(examples):
        t, w = len(e.pieces), len(e.first)
        out["pieces"][i, :t], out["piece_mask"][i, :t] = e.pieces, 1
        out["first"][i, :w], out["last"][i, :w], out["shape"][i, :w], out["word_mask"][i, :w] = e.first, e.last, e.shape, 1
    return {k: torch.from_numpy(v) for k, v in out.items()}


def targets(examples, labels):
    n, width = len(examples), max(len(e.first) for e in examples)
    blank = lambda value: np.full((n, width), value, np.int64)
    out = {k: blank(IGNORE) for k in ("xpos", "upos", "feats", "lemmas", "heads", "rels", "predicates", "starts")}
    out["names"] = blank(-1)
    roles = []  # batch, predicate word, roles of all words
    for b, e in enumerate(examples):
        s, w = e.sentence, len(e.first)
        index = labels.index
        if s.xpos:
            out["xpos"][b, :w] = [index["xpos"].get(x, IGNORE) for x in s.xpos]
            out["upos"][b, :w] = [index["upos"].get(x, IGNORE) for x in s.upos]
            out["feats"][b, :w] = [IGNORE if x is None else labels.feat(x) for x in s.feats]
            out["lemmas"][b, :w] = [IGNORE if y is None else labels.lemma(x, y) for x, y in zip(s.words, s.lemmas)]
        if s.heads:
            out["heads"][b, :w] = [h + 1 if h >= -1 else IGNORE for h in s.heads]
            out["rels"][b, :w] = [IGNORE if r is None else labels.rel(r) for r in s.rels]
        if s.starts:
            out["starts"][b, 1:w] = s.starts[1:]
        out["names"][b, :w] = name_masks(s)
        if s.predicates is not None:
            out["predicates"][b, :w] = 0
            for p in s.predicates:
                out["predicates"][b, p.word] = PREDICATES.index("verb" if s.upos[p.word] in VERBAL else "noun")
                row = np.full(width, IGNORE, np.int64)
                row[:w] = 0
                for role, head in p.args:
                    row[head] = index["roles"].get(role, IGNORE)
                roles.append((b, p.word, row))
    out = {k: torch.from_numpy(v) for k, v in out.items()}
    out["role_at"] = torch.tensor([(b, w) for b, w, _ in roles], dtype=torch.long).reshape(-1, 2)
    out["roles"] = torch.from_numpy(np.array([r for _, _, r in roles], np.int64).reshape(-1, width))
    return out


def batches(examples, budget, rng=None):
    """Lists of examples of like length; shuffled where a generator is given."""
    jitter = (lambda: rng.random() * 4) if rng else (lambda: 0)
    ordered = sorted(examples, key=lambda e: len(e.pieces) + jitter())
    out, current, longest = [], [], 0
    for e in ordered:
        longest_with = max(longest, len(e.pieces))
        if current and longest_with * (len(current) + 1) > budget:
            out.append(current)
            current, longest_with = [], len(e.pieces)
        current.append(e)
        longest = longest_with
    out += [current] if current else []
    if rng:
        rng.shuffle(out)
    return out


# How often a round goes over each source.
SHARES = {
    "ewt_train": 1.0, "gum_train": 1.0, "gmb_train": 0.5, "wikigold_train": 0.5, "crossner_train": 2.0,
    "re3d_train": 1.5, "written_train": 0.5,
}
SPLIT_HYPHENS = 0.6  # of the sentences of sources that keep "al-Qaeda" one word
WINDOWS = 0.04  # of a treebank's sentences, as windows of two to four


def round_of(parts, pieces, number, seed, recased=1):
    """One round's examples: each source by its share, some damaged. The same for the same number and seed.

    recased: how many times as many copies in capitals and small letters as usual.
    """
    rng = random.Random(seed * 1000 + number)
    chosen = []
    for part, share in SHARES.items():
        sentences = [s for s in parts[part] if len(s.words) <= MAX_WORDS]
        whole, rest = int(share), share % 1
        chosen += sentences * whole
        if rest:  # the halves of successive rounds together are the whole
            order = list(range(len(sentences)))
            random.Random(seed + number // 2).shuffle(order)
            size = int(rest * len(order))
            chosen += [sentences[i] for i in (order[:size] if number % 2 == 0 else order[-size:])]
    chosen = [damage.split_hyphens(s) if not s.xpos and rng.random() < SPLIT_HYPHENS else s for s in chosen]
    chosen = [damage.copy(s, rng, recased) for s in chosen]
    chosen += _windows(parts["ewt_train"], rng) + _windows(parts["gum_train"], rng)
    examples = [encode(s, pieces) for s in chosen]
    return [e for e in examples if len(e.pieces) <= MAX_LENGTH], rng


def _windows(sentences, rng):
    out = []
    for _ in range(int(WINDOWS * len(sentences))):
        at, size = rng.randrange(len(sentences) - 4), rng.randint(2, 4)
        row = sentences[at : at + size]
        if len({s.doc for s in row}) == 1 and sum(len(s.words) for s in row) <= 120:
            glued = damage.window(row, rng)
            out.append(damage.copy(glued, rng) if rng.random() < 0.3 else glued)
    return out
