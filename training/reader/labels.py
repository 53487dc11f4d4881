"""The labels of each head, counted on the training data, and the map between them and numbers."""

from collections import Counter

from .sentence import KINDS

FEATURES_KEPT = (
    "Case Definite Degree Gender Mood NumType Number Person Polarity Poss PronType Reflex Tense VerbForm Voice".split()
)
MIN_FEATS, MIN_LEMMA, MIN_REL, MIN_ROLE = 20, 8, 60, 40
NONE = "none"
NAME_TAGS = ("O",) + tuple(f"{p}-{k}" for k in KINDS for p in "BIES")
NAME_INDEX = {tag: i for i, tag in enumerate(NAME_TAGS)}
PREDICATES = (NONE, "verb", "noun")
VERBAL = {"VERB", "AUX"}


def reduced_feats(feats):
    kept = [f for f in feats.split("|") if f.split("=")[0] in FEATURES_KEPT]
    return "|".join(kept) or "_"


def lemma_script(word, lemma):
    """How a lemma is made from its word: `l|2|y` lower-case, drop 2 at the end, add y. `=be`: the lemma itself."""
    for case, base in (("l", word.lower()), ("k", word)):
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        if common == len(base) == len(lemma) or common >= min(3, len(base) - 2) and common > 0:
            return f"{case}|{len(base) - common}|{lemma[common:]}"
    return "=" + lemma


def apply_script(word, script):
    if script.startswith("="):
        return script[1:]
    case, drop, add = script.split("|", 2)
    base = word.lower() if case == "l" else word
    return base[: max(0, len(base) - int(drop))] + add


class Labels:
    HEADS = ("xpos", "upos", "feats", "lemmas", "rels", "roles")

    def __init__(self, lists):
        self.lists = {head: list(values) for head, values in lists.items()}
        self.index = {head: {v: i for i, v in enumerate(values)} for head, values in self.lists.items()}

    @classmethod
    def count(cls, sentences):
        counts = {head: Counter() for head in cls.HEADS}
        for s in sentences:
            if s.xpos:
                counts["xpos"].update(s.xpos)
                counts["upos"].update(s.upos)
                counts["feats"].update(map(reduced_feats, s.feats))
                counts["lemmas"].update(map(lemma_script, s.words, s.lemmas))
                counts["rels"].update(s.rels)
            for p in s.predicates or ():
                counts["roles"].update(role for role, _ in p.args)
        frequent = lambda head, least: [v for v, n in counts[head].most_common() if n >= least]
        rels = frequent("rels", MIN_REL)
        rels += [r for r in dict.fromkeys(x.split(":")[0] for x in counts["rels"]) if r not in rels]
        return cls({
            "xpos": frequent("xpos", 1),
            "upos": frequent("upos", 1),
            "feats": frequent("feats", MIN_FEATS),
            "lemmas": frequent("lemmas", MIN_LEMMA),
            "rels": rels,
            "roles": [NONE] + frequent("roles", MIN_ROLE),
        })

    def rel(self, rel):
        index = self.index["rels"]
        return index.get(rel, index.get(rel.split(":")[0], -100))

    def feat(self, feats):
        """The number of a bundle, or of the most alike of the frequent ones."""
        index = self.index["feats"]
        bundle = reduced_feats(feats)
        if bundle not in index:
            parts = set(bundle.split("|"))
            best = max(index, key=lambda b: len(parts & set(b.split("|"))) - 0.5 * len(parts ^ set(b.split("|"))))
            index[bundle] = index[best]
        return index[bundle]

    def lemma(self, word, lemma):
        return self.index["lemmas"].get(lemma_script(word, lemma), -100)

    def sizes(self):
        sizes = {head: len(values) for head, values in self.lists.items()}
        return sizes | {"names": len(NAME_TAGS), "predicates": len(PREDICATES)}


def name_masks(sentence):
    """For each word the set of tags it may carry, as bits; -1 where anything may be."""
    n = len(sentence.words)
    if sentence.names is None:
        return [-1] * n
    unknown = [k for k in KINDS if k not in sentence.kinds_known]
    outside = 1 | sum(1 << NAME_INDEX[f"{p}-{k}"] for k in unknown for p in "BIES")
    masks = [outside] * n
    for name in sentence.names:
        for i in range(name.begin, name.end):
            if name.kinds is None:
                masks[i] = -1
                continue
            place = "S" if name.end - name.begin == 1 else "B" if i == name.begin else "E" if i + 1 == name.end else "I"
            masks[i] = sum(1 << NAME_INDEX[f"{place}-{k}"] for k in name.kinds)
    return masks
