"""Copies of a sentence as scraped news has them: other case, glued headlines, lost marks, datelines.

Layers stay true to the words: what is added carries no syntax, and what is dropped takes none with it but its own.
"""

from dataclasses import replace

from .sentence import Name, Predicate
from .written.lists import AGENCIES, CITIES, MONTHS

UPPER, LOWER, TITLED, OTHER = 0.13, 0.06, 0.03, 0.10
HYPHEN_STAYS = {"non", "co", "anti", "pre", "re", "semi", "ex", "mid", "multi", "pro", "e", "over", "self", "vice"}
SMALL = {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "as", "by", "with", "from", "'s", "n't"}
QUOTES = {'"', "``", "''", "“", "”", "'", "‘", "’"}


def copy(sentence, rng, recased=1):
    """The sentence itself, or a damaged copy: the draw decides."""
    draw, upper, lower = rng.random(), recased * UPPER, recased * LOWER
    if draw < upper:
        return sentence.with_words([w.upper() for w in sentence.words])
    if draw < upper + lower:
        return sentence.with_words([w.lower() for w in sentence.words])
    if draw < upper + lower + TITLED:
        return titled(sentence)
    if draw < upper + lower + TITLED + OTHER:
        return rng.choice((no_final_stop, lost_quote, dateline))(sentence, rng)
    return sentence


def titled(sentence):
    words = [w if w.lower() in SMALL and i else w[:1].upper() + w[1:] for i, w in enumerate(sentence.words)]
    return sentence.with_words(words)


def no_final_stop(sentence, _rng):
    last = len(sentence.words) - 1
    return dropped(sentence, last) if last > 1 and sentence.words[last] in ".!?" else sentence


def lost_quote(sentence, rng):
    marks = [i for i, w in enumerate(sentence.words) if w in QUOTES and (not sentence.heads or i not in sentence.heads)]
    return dropped(sentence, rng.choice(marks)) if marks and len(sentence.words) > 2 else sentence


def dropped(sentence, at):
    """Without the word; the sentence itself where something hangs on that word."""
    if sentence.heads and (at in sentence.heads or sentence.heads[at] == -1):
        return sentence
    if any(n.begin <= at < n.end for n in sentence.names or ()):
        return sentence
    move = lambda i: i - (i > at)
    cut = lambda layer: layer and layer[:at] + layer[at + 1 :]
    return replace(
        sentence,
        words=cut(sentence.words),
        text=None,
        **{k: cut(getattr(sentence, k)) for k in ("space_after", "xpos", "upos", "feats", "lemmas", "rels", "starts")},
        heads=sentence.heads and [move(h) for i, h in enumerate(sentence.heads) if i != at],
        names=sentence.names and [Name(move(n.begin), move(n.end), n.kinds) for n in sentence.names],
        predicates=_moved(sentence.predicates, move, at),
    )


def dateline(sentence, rng):
    """CITY, Month 5 (AGENCY) -- and the sentence; of the dateline only the names are known."""
    city, month, day, agency = rng.choice(CITIES), rng.choice(MONTHS), rng.randint(1, 28), rng.choice(AGENCIES)
    city_words = (city.upper() if rng.random() < 0.7 else city).split()
    dash = rng.choice(["--", "-", "—", "–", ":"])
    words, spans = list(city_words), [(0, len(city_words), "PLACE")]
    if rng.random() < 0.5:
        words += [","] + ([month[:3] + "."] if rng.random() < 0.3 else [month]) + [str(day)]
        spans.append((len(words) - 2, len(words), "DATE"))
    if rng.random() < 0.6:
        words += ["(", agency, ")"]
        spans.append((len(words) - 2, len(words) - 1, "ORG"))
    return prefixed(sentence, words + [dash], spans)


def prefixed(sentence, words, spans):
    n = len(words)
    pad = lambda layer, value: layer and [value] * n + layer
    names = sentence.names
    if names is not None:
        names = [Name(b, e, (k,)) for b, e, k in spans] + [Name(x.begin + n, x.end + n, x.kinds) for x in names]
    move = lambda i: i + n
    return replace(
        sentence,
        words=words + sentence.words,
        text=None,
        space_after=pad(sentence.space_after, True),
        **{k: pad(getattr(sentence, k), None) for k in ("xpos", "upos", "feats", "lemmas", "rels")},
        heads=sentence.heads and [-2] * n + [h + n if h >= 0 else h for h in sentence.heads],
        names=names,
        predicates=_moved(sentence.predicates, move, None),
        starts=None,
    )


def _moved(predicates, move, gone):
    if predicates is None:
        return None
    return [
        Predicate(move(p.word), p.roleset, tuple((r, move(a)) for r, a in p.args if a != gone))
        for p in predicates
        if p.word != gone
    ]


def window(sentences, rng):
    """Sentences of a document in a row, some glued without a stop between: learns where sentences start."""
    parts = [no_final_stop(s, rng) if rng.random() < 0.2 else s for s in sentences]
    words, starts, out = [], [], {k: [] for k in ("xpos", "upos", "feats", "lemmas")}
    names = [] if all(s.names is not None for s in parts) else None
    for s in parts:
        if names is not None:
            names += [Name(n.begin + len(words), n.end + len(words), n.kinds) for n in s.names]
        words += s.words
        starts += [True] + [False] * (len(s.words) - 1)
        for k in out:
            out[k] += getattr(s, k)
    first = parts[0]
    return replace(first, words=words, text=None, space_after=None, heads=None, rels=None, names=names, predicates=None,
                   starts=starts, **out)


def split_hyphens(sentence):
    """The treebanks' words: al-Qaeda is three words, anti-ship one. For sources that carry names only."""
    begins, words = [], []
    for word in sentence.words:
        begins.append(len(words))
        parts = word.split("-")
        if len(parts) == 1 or not all(parts) or parts[0].lower() in HYPHEN_STAYS:
            words.append(word)
        else:
            words += [x for part in parts for x in (part, "-")][:-1]
    begins.append(len(words))
    names = [Name(begins[n.begin], begins[n.end], n.kinds) for n in sentence.names]
    return replace(sentence, words=words, text=None, space_after=None, names=names)
