"""Scorers: syntax, roles, names, each against its source's gold. Standard library only: bench/language uses them too."""

from collections import Counter
from dataclasses import dataclass

from . import names
from .labels import reduced_feats
from .sources import gmb, re3d


@dataclass
class Reading:
    """What the reader says of a sentence; heads as in Sentence, -1 the root."""

    xpos: list
    upos: list
    feats: list
    lemmas: list
    heads: list
    rels: list
    names: list  # (begin, end, kind)
    arguments: dict  # predicate word -> [(role, word)]
    starts: list = None


def percent(part, whole):
    return round(100 * part / whole, 2) if whole else None


def f1(hits, predicted, gold):
    return round(200 * hits / (predicted + gold), 2) if predicted + gold else None


def syntax(sentences, readings, folded=False):
    """folded: lemmas are compared without their case, as for re-cased copies."""
    fold = str.lower if folded else str
    n, c = 0, Counter()
    for s, r in zip(sentences, readings):
        n += len(s.words)
        for i in range(len(s.words)):
            head = s.heads[i] == r.heads[i]
            c["xpos"] += s.xpos[i] == r.xpos[i]
            c["upos"] += s.upos[i] == r.upos[i]
            c["feats"] += reduced_feats(s.feats[i]) == r.feats[i]
            c["lemma"] += fold(s.lemmas[i]) == fold(r.lemmas[i])
            c["uas"] += head
            c["las"] += head and s.rels[i] == r.rels[i]
            c["las_main"] += head and s.rels[i].split(":")[0] == r.rels[i].split(":")[0]
    return {k: percent(c[k], n) for k in ("xpos", "upos", "feats", "lemma", "uas", "las", "las_main")} | {"words": n}


def roles(sentences, readings):
    """Labelled arguments by head word, predicates found too; only sentences that PropBank covers."""
    hits, predicted, gold, core = 0, 0, 0, Counter()
    found, all_found, all_gold = 0, 0, 0
    for s, r in zip(sentences, readings):
        if s.predicates is None:
            continue
        want = {(p.word, role, arg) for p in s.predicates for role, arg in p.args}
        have = {(p, role, arg) for p, args in r.arguments.items() for role, arg in args}
        hits, predicted, gold = hits + len(want & have), predicted + len(have), gold + len(want)
        only = lambda rows: {x for x in rows if x[1] in ("ARG0", "ARG1")}
        core.update(hits=len(only(want & have)), predicted=len(only(have)), gold=len(only(want)))
        words = {p.word for p in s.predicates}
        found, all_found, all_gold = found + len(words & set(r.arguments)), all_found + len(r.arguments), all_gold + len(words)
    return {
        "roles": f1(hits, predicted, gold), "roles_01": f1(core["hits"], core["predicted"], core["gold"]),
        "predicates": f1(found, all_found, all_gold), "arguments": gold,
    }


MERGED = {"ARMED": "ORG"}  # no test set tells armed groups from others


def merged(spans, kinds):
    return {(b, e, MERGED.get(k, k)) for b, e, k in spans if MERGED.get(k, k) in kinds}


def with_titles(spans):
    """A title right before a person is part of the person, as GMB and re3d have it."""
    spans, out = sorted(spans), []
    for b, e, k in spans:
        if k == "PER" and out and out[-1][2] == "TITLE" and out[-1][1] == b:
            b = out.pop()[0]
        out.append((b, e, k))
    return out


def unarticled(words, spans):
    return {(b + (words[b].lower() in names.ARTICLES and e > b + 1), e, k) for b, e, k in spans}


def view_gum(s, r):
    kinds = {"PER", "ORG", "PLACE"}
    gold = [(n.begin, n.end, n.kinds[0]) for n in s.names if n.kinds]
    return merged(gold, kinds), merged(r.names, kinds), []


def view_gmb(s, r):
    kinds = {"PER", "ORG", "PLACE", "GROUP"}
    text = lambda b, e: " ".join(s.words[b:e])
    gold = [(b, e, gmb.kind_of(t, text(b, e))) for b, e, t in s.meta["raw"]]
    return merged(gold, kinds), merged(with_titles(r.names), kinds), []


def view_crossner(s, r):
    kinds = {"PER", "ORG", "PLACE"}
    kind = {"politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "location": "PLACE", "country": "PLACE"}
    return {(b, e, kind[t]) for b, e, t in s.meta["raw"] if t in kind}, merged(r.names, kinds), []


def view_re3d(s, r):
    """Proper names; predictions inside a phrase that is no name (or is of another kind) count neither way."""
    kinds, want, open_ = {"PER", "ORG", "PLACE", "GROUP"}, set(), []
    for b, e, t in s.meta["raw"]:
        name = re3d.reduce(s.words, b, e, t)
        if name and name[2] in kinds:
            want.add(name)
        else:
            open_.append((b, e))
    return want, unarticled(s.words, merged(with_titles(r.names), kinds)), open_


def gold_phrases(s):
    """All of re3d's spans of four kinds, pronouns and descriptions too, without their articles."""
    kinds = {"PER", "ORG", "PLACE", "GROUP"}
    return unarticled(s.words, {(b, e, re3d.KIND[t]) for b, e, t in s.meta["raw"] if re3d.KIND.get(t) in kinds})


def view_re3d_raw(s, r):
    """re3d as it is, our names alone."""
    kinds = {"PER", "ORG", "PLACE", "GROUP"}
    return gold_phrases(s), unarticled(s.words, merged(with_titles(r.names), kinds)), []


VIEWS = {
    "gmb_test": view_gmb, "re3d_test": view_re3d, "crossner_dev": view_crossner, "gum_test": view_gum,
}


def name_scores(sentences, readings, view):
    total, by_kind = Counter(), {}
    for s, r in zip(sentences, readings):
        gold, predicted, open_ = view(s, r)
        predicted = {p for p in predicted if p in gold or not any(p[0] < e and p[1] > b for b, e in open_)}
        total.update(hits=len(gold & predicted), predicted=len(predicted), gold=len(gold))
        for kind in {x[2] for x in gold | predicted}:
            only = lambda rows: [x for x in rows if x[2] == kind]
            by_kind.setdefault(kind, Counter()).update(
                hits=len(only(gold & predicted)), predicted=len(only(predicted)), gold=len(only(gold))
            )
    score = lambda c: f1(c["hits"], c["predicted"], c["gold"])
    return {"names": score(total), "gold": total["gold"]} | {k: score(c) for k, c in sorted(by_kind.items())}


def capitals(sentences):
    return [s.with_words([w.upper() for w in s.words]) for s in sentences]


def small(sentences):
    return [s.with_words([w.lower() for w in s.words]) for s in sentences]


PARTS = ("ewt_test", "gum_test", "gmb_test", "re3d_test", "crossner_dev")
COPIES = {"": lambda sentences: sentences, "/caps": capitals, "/lower": small}


def full(parts, read, copies=True):
    """{part: {score: value}}, with all-caps and lower-case copies of each part. read: sentences -> readings."""
    out = {}
    for suffix, change in COPIES.items():
        for part in PARTS if copies or not suffix else ():
            readings = read(change(parts[part]))
            row = syntax(parts[part], readings, bool(suffix)) if parts[part][0].xpos else {}
            if part == "ewt_test":
                row |= roles(parts[part], readings)
            if part in VIEWS:
                row |= name_scores(parts[part], readings, VIEWS[part])
            if part == "re3d_test":
                row["names_raw"] = name_scores(parts[part], readings, view_re3d_raw)["names"]
            out[part + suffix] = row
    return out
