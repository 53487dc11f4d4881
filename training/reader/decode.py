"""From scores to an analysis: tags, tree, labels, names, predicates and their arguments. As src/language/ does it."""

import numpy as np
import torch

from . import data
from .labels import NAME_TAGS, NONE, PREDICATES, apply_script
from .scores import Reading
from .trees import best_tree

CORE = {"ARG0", "ARG1", "ARG2", "ARG3", "ARG4"}


def _transitions():
    allowed = np.zeros((len(NAME_TAGS), len(NAME_TAGS)), bool)
    for i, a in enumerate(NAME_TAGS):
        for j, b in enumerate(NAME_TAGS):
            inside = a[0] in "BI"
            allowed[i, j] = (b[0] in "IE" and b[2:] == a[2:]) if inside else b[0] in "OBS"
    return np.where(allowed, 0.0, -1e9)


TRANSITIONS = _transitions()
MAY_START = np.array([0.0 if t[0] in "OBS" else -1e9 for t in NAME_TAGS])
MAY_END = np.array([0.0 if t[0] in "OES" else -1e9 for t in NAME_TAGS])


def names_of(scores):
    """The best well-formed sequence of tags -> (begin, end, kind)."""
    back, current = [], scores[0] + MAY_START
    for row in scores[1:]:
        step = current[:, None] + TRANSITIONS
        back.append(step.argmax(0))
        current = step.max(0) + row
    path = [int((current + MAY_END).argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    out, begin = [], 0
    for i, tag in enumerate(NAME_TAGS[t] for t in reversed(path)):
        if tag[0] in "BS":
            begin = i
        if tag[0] in "ES":
            out.append((begin, i + 1, tag[2:]))
    return out


class TorchRunner:
    """Runs the model as trained. OpenVINO's runner (export.py) has the same three calls."""

    def __init__(self, model, bf16=False):
        self.model, self.bf16 = model.eval(), bf16

    @torch.no_grad()
    def reader(self, inputs):
        with torch.autocast("cpu", torch.bfloat16, enabled=self.bf16):
            out = self.model(**inputs)
        return {k: v.float().numpy() for k, v in out.items()}

    @torch.no_grad()
    def labels(self, dep, head):
        return self.model.labels(torch.from_numpy(dep), torch.from_numpy(head)).numpy()

    @torch.no_grad()
    def roles(self, pred, args):
        return self.model.roles.each(torch.from_numpy(pred), torch.from_numpy(args)).numpy()


def read(sentences, runner, labels, pieces, budget=4000):
    """Readings of sentences, in their order."""
    examples = [data.encode(s, pieces) for s in sentences]
    order = {id(e): i for i, e in enumerate(examples)}
    out = [None] * len(examples)
    for batch in data.batches(examples, budget):
        inputs = data.inputs(batch, pieces.pad)
        scores = runner.reader(inputs)
        trees = [best_tree(scores["arcs"][b, : len(e.first), : len(e.first) + 1]) for b, e in enumerate(batch)]
        dep, head = [], []
        for b, tree in enumerate(trees):
            dep.append(scores["label_dep"][b, : len(tree)])
            head.append(scores["label_head"][b, tree + 1])
        rels = runner.labels(np.concatenate(dep), np.concatenate(head))
        at = 0
        for b, e in enumerate(batch):
            tree, rel = trees[b], _labels(rels[at : at + len(trees[b])], trees[b], labels)
            at += len(tree)
            out[order[id(e)]] = _reading(e.sentence.words, {k: v[b] for k, v in scores.items()}, tree, rel, runner, labels)
    return out


def _labels(scores, tree, labels):
    scores = scores.copy()
    root = labels.index["rels"]["root"]
    scores[tree >= 0, root] = -np.inf
    best = scores.argmax(1)
    best[tree < 0] = root
    return [labels.lists["rels"][i] for i in best]


def _reading(words, scores, tree, rels, runner, labels):
    n = len(words)
    best = lambda head: [labels.lists[head][i] for i in scores[head][:n].argmax(1)]
    predicates = [i for i in range(n) if PREDICATES[scores["predicates"][i].argmax()] != NONE]
    arguments = {}
    if predicates:
        role_scores = runner.roles(scores["role_pred"][predicates], np.repeat(scores["role_arg"][None, :n], len(predicates), 0))
        for p, rows in zip(predicates, role_scores):
            arguments[p] = _arguments(rows, p, labels.lists["roles"])
    return Reading(
        best("xpos"), best("upos"), best("feats"),
        _lemmas(words, best("xpos"), best("lemmas"), getattr(runner, "exceptions", {})),
        list(tree), rels, names_of(scores["names"][:n].astype(np.float64)), arguments, [False] + list(scores["starts"][1:n] > 0),
    )


def _lemmas(words, tags, scripts, exceptions):
    known = lambda word, tag: exceptions.get(f"{word.lower()}\t{tag}")
    return [known(w, t) or apply_script(w, s) for w, t, s in zip(words, tags, scripts)]


def _arguments(rows, predicate, roles):
    """Each word's best role; of a numbered one only its best word."""
    chosen = {}
    for word, row in enumerate(rows):
        role = roles[row.argmax()]
        if role == NONE or word == predicate:
            continue
        key = role if role in CORE else (role, word)
        margin = row.max() - row[0]
        if key not in chosen or margin > chosen[key][0]:
            chosen[key] = (margin, role, word)
    return sorted(((role, word) for _, role, word in chosen.values()), key=lambda x: x[1])
