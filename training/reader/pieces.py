"""Word pieces, as the encoder was trained on: lower-cased, accents stripped, greedy longest match. And letter case.

    pieces_of("Peshmerga")  ->  pe ##sh ##mer ##ga      shape 2
"""

import unicodedata
from functools import lru_cache

MAX_CHARS, MAX_PIECES = 100, 8
CLS, SEP, UNK, PAD = "[CLS]", "[SEP]", "[UNK]", "[PAD]"
OTHER, LOWER, CAPITALISED, CAPS, MIXED, DIGIT = range(6)


def _is_punctuation(char):
    code = ord(char)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(char).startswith("P")


def _is_cjk(code):
    return any(
        low <= code <= high
        for low, high in (
            (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
            (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
        )
    )


def basic_tokens(text):
    out, current = [], ""
    for char in text:
        code = ord(char)
        if code in (0, 0xFFFD) or (unicodedata.category(char) in ("Cc", "Cf", "Co", "Cn", "Cs") and char not in "\t\n\r"):
            continue
        if char in " \t\n\r" or unicodedata.category(char) == "Zs":
            out, current = out + [current], ""
        elif _is_cjk(code):
            out, current = out + [current, char], ""
        else:
            current += char
    out.append(current)
    split = []
    for token in out:
        current = ""
        for char in unicodedata.normalize("NFD", token.lower()):
            if unicodedata.category(char) == "Mn":
                continue
            if _is_punctuation(char):
                split += [current, char]
                current = ""
            else:
                current += char
        split.append(current)
    return [token for token in split if token]


class Pieces:
    def __init__(self, vocab):
        self.vocab = vocab
        self.index = {piece: i for i, piece in enumerate(vocab)}
        self.cls, self.sep, self.unk, self.pad = (self.index[p] for p in (CLS, SEP, UNK, PAD))
        self.of_word = lru_cache(maxsize=None)(self._of_word)

    def _of_word(self, word):
        """The piece numbers of a word: at least one, at most eight (the first four and the last four)."""
        out = [p for token in basic_tokens(word) for p in self._greedy(token)] or [self.unk]
        return tuple(out if len(out) <= MAX_PIECES else out[: MAX_PIECES // 2] + out[-MAX_PIECES // 2 :])

    def _greedy(self, token):
        if len(token) > MAX_CHARS:
            return [self.unk]
        out, begin = [], 0
        while begin < len(token):
            for end in range(len(token), begin, -1):
                piece = self.index.get(token[begin:end] if begin == 0 else "##" + token[begin:end])
                if piece is not None:
                    break
            else:
                return [self.unk]
            out.append(piece)
            begin = end
        return out


@lru_cache(maxsize=None)
def shape_of(word):
    if any(c.isdigit() for c in word):
        return DIGIT
    letters = [c for c in word if c.isupper() or c.islower()]
    if not letters:
        return OTHER
    if all(c.islower() for c in letters):
        return LOWER
    if all(c.isupper() for c in letters) and len(letters) >= 2:
        return CAPS
    return CAPITALISED if letters[0].isupper() and all(c.islower() for c in letters[1:]) else MIXED


def shapes_of(words):
    """The case codes of a sentence's words: all 0 where the sentence is all capitals, for there case says nothing."""
    with_letters = [w for w in words if any(c.isupper() or c.islower() for c in w)]
    capitals = sum(not any(c.islower() for c in w) for w in with_letters)
    if len(with_letters) >= 4 and capitals > 0.7 * len(with_letters):
        return [OTHER] * len(words)
    return [shape_of(w) for w in words]
