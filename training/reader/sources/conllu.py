"""Reader of CoNLL-U: syntactic words, in the treebanks' own tokens."""

import re

from ..sentence import Sentence


def read(path, source):
    """Yields (Sentence, misc column of each word) in order. Empty nodes are left out, ranges only mark spacing."""
    doc, meta, rows, joined, blocks = "", {}, [], {}, Blocks()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                key = key.strip()
                if key == "newdoc id":
                    doc = value.strip()
                meta[key] = value.strip()
            elif not line:
                if rows:
                    yield _sentence(source, doc, meta | {"newpar": blocks.begins(meta)}, rows, joined)
                meta, rows, joined = {}, [], {}
            else:
                cols = line.split("\t")
                if cols[0].isdigit():
                    rows.append(cols)
                elif "-" in cols[0]:
                    begin, end = map(int, cols[0].split("-"))
                    joined[end] = "SpaceAfter=No" not in cols[9]
                    joined.update((i, False) for i in range(begin, end))
    if rows:
        yield _sentence(source, doc, meta | {"newpar": blocks.begins(meta)}, rows, joined)


class Blocks:
    """Where the page has a line break: at a paragraph or block, and where a block's sentences are over."""

    def __init__(self):
        self.left = None  # sentences of the block still to come; None outside blocks

    def begins(self, meta):
        over = self.left == 0
        count = re.search(r"\((\d+) s\)", meta.get("newpar_block", ""))
        if count:
            self.left = int(count[1]) - 1
        else:
            self.left = self.left - 1 if self.left else None
        return over or "newpar" in meta or "newpar_block" in meta


def _sentence(source, doc, meta, rows, joined):
    column = lambda i: [r[i] for r in rows]
    spaces = [joined.get(i, "SpaceAfter=No" not in r[9]) for i, r in enumerate(rows, 1)]
    sentence = Sentence(
        source=source,
        doc=doc,
        sent_id=meta.get("sent_id", ""),
        words=column(1),
        space_after=spaces,
        lemmas=column(2),
        upos=column(3),
        xpos=column(4),
        feats=column(5),
        heads=[int(h) - 1 for h in column(6)],
        rels=column(7),
        text=meta.get("text"),
        meta={"newpar": meta["newpar"]},
    )
    return sentence, column(9)
