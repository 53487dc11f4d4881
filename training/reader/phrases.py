"""From what the program reads to re3d's spans, which are of phrases: pronouns and descriptions as well as names.

    "the former minister said that his troops held the city"
      ->  PER former minister, PER his, ORG his troops, PLACE city

re3d marks whatever means a person, body or place in reports of two countries' wars: "we" and "civilians" are
organisations, "the city" is a place, "Gen. Holm" and "Holm" within it are both persons. Which of the program's phrases
these are is learned from re3d's train part whenever this runs; nothing of it is in the program. Phrases come from the
program's trees and names; a logistic regression a kind says whether a phrase is marked so. Standard library only.
"""

import math
import random

from .names import ARTICLES

KINDS = ("PER", "ORG", "PLACE", "GROUP")
FOLDS, ROUNDS, RATE, SHRINK = 5, 12, 0.15, 1e-4
BEFORE = ("det", "amod", "nummod", "compound", "nmod:poss", "flat", "det:predet", "nmod:desc", "advmod", "case", "punct", "goeswith")
WITHIN_NAMES = ("compound", "flat", "fixed", "goeswith", "flat:foreign")


def phrases(words, reading):
    """{(begin, end): set of ways in which it is a phrase}, articles in front left out."""
    found = {}

    def add(begin, end, way):
        while begin + 1 < end and words[begin].lower() in ARTICLES:
            begin += 1
        if begin < end:
            found.setdefault((begin, end), set()).add(way)

    names = sorted(reading.names)
    for i, (begin, end, kind) in enumerate(names):
        add(begin, end, f"name {kind}")
        if i and kind == "PER" and names[i - 1][2] == "TITLE" and names[i - 1][1] == begin:
            add(names[i - 1][0], end, "titled")
    below = [[] for _ in words]
    for i, head in enumerate(reading.heads):
        if head >= 0:
            below[head].append(i)
    for i in range(len(words)):
        if reading.upos[i] not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET") or reading.rels[i] in WITHIN_NAMES:
            continue
        add(i, i + 1, "word")
        if reading.upos[i] in ("ADJ", "NUM"):
            continue
        begin, end = i, i + 1
        for j in reversed([j for j in below[i] if j < i and reading.rels[j] in BEFORE]):
            low, high = reach(j, below)
            begin = low if high >= begin else begin
        while end in below[i] and reading.rels[end] in WITHIN_NAMES:
            end += 1
        add(begin, end, "core")
        for j in (j for j in below[i] if j > i and reading.rels[j] in ("nmod", "nmod:poss", "conj", "flat", "appos", "acl", "acl:relcl", "nummod")):
            low, high = reach(j, below)
            case = next((words[k].lower() for k in below[j] if reading.rels[k] == "case"), "")
            add(begin, high, f"to {reading.rels[j]} {case}")
    return found


def reach(word, below):
    low, high, waiting = word, word + 1, [word]
    while waiting:
        at = waiting.pop()
        low, high = min(low, at), max(high, at + 1)
        waiting += below[at]
    return low, high


def features(words, reading, span, ways):
    begin, end = span
    head = next((i for i in range(begin, end) if not begin <= reading.heads[i] < end), begin)
    own = next((k for b, e, k in reading.names if (b, e) == span), "")
    at_head = next((k for b, e, k in reading.names if b <= head < e), "")
    inside = sorted({k for b, e, k in reading.names if begin <= b and e <= end and (b, e) != span})
    outside = next((k for b, e, k in reading.names if b <= begin and end <= e and (b, e) != span), "")
    lemma, tag = reading.lemmas[head].lower(), reading.xpos[head]
    text = " ".join(words[begin:end]).lower()
    out = ["always", f"length {min(end - begin, 6)}", f"tag {tag}", f"lemma {lemma}", f"rel {reading.rels[head]}", f"text {text}",
           f"own {own}", f"head {at_head}", f"outside {outside}", f"inside {inside}", f"own {own} {reading.rels[head]}",
           f"lemma {lemma} {tag}", f"ending {lemma[-3:]} {tag}", f"ending {lemma[-2:]} {tag}", f"first {words[begin].lower()}",
           f"first tag {reading.xpos[begin]} {tag}", f"own {own} {text}", f"marks {any(w in ',()' for w in words[begin:end])}"]
    agent = any(role in ("ARG0", "ARG1") and word == head for p, rows in reading.arguments.items() for role, word in rows)
    doer = any(role == "ARG0" and word == head for p, rows in reading.arguments.items() for role, word in rows)
    out += [f"role {agent} {doer} {tag}"]
    for way in ways:
        out += [f"way {way}", f"way {way} {at_head} {tag}", f"way {way} {lemma}", f"way {way} {inside}", f"way {way} {outside}"]
    return out


def rows_of(sentences, readings, gold_of=None):
    """A row a phrase: (sentence, span, features, kinds that it is marked with)."""
    for number, (s, r) in enumerate(zip(sentences, readings)):
        gold = gold_of(s) if gold_of else ()
        for span, ways in sorted(phrases(s.words, r).items()):
            yield number, span, features(s.words, r, span, sorted(ways)), {k for b, e, k in gold if (b, e) == span}


class Map:
    """Learned phrases: `spans` says which of a reading's phrases are marked."""

    def __init__(self, sentences, readings, gold_of):
        rows = list(rows_of(sentences, readings, gold_of))
        docs = sorted({s.doc for s in sentences})
        fold = {d: i % FOLDS for i, d in enumerate(docs)}
        gold = sum(len({g for g in gold_of(s) if g[2] in KINDS}) for s in sentences)
        guessed = []
        for k in range(FOLDS):  # the threshold comes from documents that the weights did not see
            weights = learn([r for r in rows if fold[sentences[r[0]].doc] != k])
            guessed += [(p, kind in r[3]) for r in rows if fold[sentences[r[0]].doc] == k for kind, p in chances(weights, r[2])]
        self.threshold = best_threshold(guessed, gold)
        self.weights = learn(rows)

    def spans(self, words, reading):
        out = set()
        for span, ways in phrases(words, reading).items():
            for kind, p in chances(self.weights, features(words, reading, span, sorted(ways))):
                if p > self.threshold:
                    out.add((*span, kind))
        return out


def chances(weights, seen):
    for kind in KINDS:
        of_kind = weights[kind]
        yield kind, 1 / (1 + math.exp(-max(-30, min(30, sum(of_kind.get(f, 0.0) for f in seen)))))


def learn(rows):
    """A logistic regression a kind, by gradients with rates of their own for each feature (Adagrad), fixed seed."""
    weights, rng, order = {k: {} for k in KINDS}, random.Random(7), list(range(len(rows)))
    squares = {k: {} for k in KINDS}
    for _ in range(ROUNDS):
        rng.shuffle(order)
        for i in order:
            _, _, seen, marked = rows[i]
            for kind, p in list(chances(weights, seen)):
                slope = p - (kind in marked)
                if abs(slope) < 0.01:
                    continue
                of_kind, of_squares = weights[kind], squares[kind]
                for f in seen:
                    w = of_kind.get(f, 0.0)
                    g = slope + SHRINK * w
                    of_squares[f] = total = of_squares.get(f, 0.0) + g * g
                    of_kind[f] = w - RATE * g / math.sqrt(total + 1e-6)
    return weights


def best_threshold(guessed, gold):
    """The one with the highest F1."""
    best, hits, score = 0.5, 0, 0.0
    for n, (p, right) in enumerate(sorted(guessed, reverse=True), 1):
        hits += right
        if p < 0.15:
            break
        if 2 * hits / (n + gold) > score:
            score, best = 2 * hits / (n + gold), p
    return best
