#!/usr/bin/env python3
"""Writes reference.jsonl: texts, and what the reference tokenizer makes of them.

    make_reference.py TOKENIZER.json > reference.jsonl       # needs the package `tokenizers`

TOKENIZER.json is that of the encoder that training starts from. Texts are sentences of examples/, pieces of them
with other characters put in, and odd strings; the last line holds a hash over every code point of Unicode 14 (Python 3.11),
save one whose decomposition was corrected since.
"""
import hashlib
import json
import pathlib
import random
import re
import sys
import unicodedata

from tokenizers import Tokenizer

ODD = ["", " ", "don't", "U.S.", "naïve café", "İstanbul", "ẞ Straße", "e\u0301 e\u0301", "中文 and 日本語", "한국어",
       "שלום עולם", "مرحبا بالعالم", "🚀🚀 👩‍👩‍👧", "a\u200bb", "a\u00adb", "a\u00a0b", "a\u2028b", "\ufffd", "x" * 100,
       "x" * 101, "1,234.5%", "$5m–€6bn", "___", "``''", "#tag @name", "ﬁne", "①②", "½", "ǅ", "a\tb\nc", "\u0085",
       "Ångström", "T\u0327", "Ω≈ç√", "“quoted”", "’s", "¿qué?", "«à»", "🇸🇪", "\U000e0041", "ﷺ", "ｆｕｌｌ ｗｉｄｔｈ"]


def words(tokenizer, text):
    return " ".join(w for w, _ in tokenizer.pre_tokenizer.pre_tokenize_str(tokenizer.normalizer.normalize_str(text)))


def main():
    assert unicodedata.unidata_version == "14.0.0"
    tokenizer = Tokenizer.from_file(sys.argv[1])
    tokenizer.no_truncation()
    tokenizer.no_padding()
    root = pathlib.Path(__file__).parents[2]
    texts = []
    for path in sorted((root / "examples").glob("*.txt")):
        texts += re.split(r"(?<=[.!?])\s+", path.read_text(encoding="utf-8", errors="ignore"))
    rng = random.Random(3)
    ranges = [(0x20, 0x250), (0x300, 0x530), (0x5D0, 0x650), (0x900, 0xA00), (0xE00, 0xE60), (0x1E00, 0x2100),
              (0x3040, 0x3100), (0x4E00, 0x4F00), (0xAC00, 0xAC80), (0xFF00, 0xFFF0), (0x1F300, 0x1F700)]
    damaged = []
    while len(damaged) < 1500:
        text = list(rng.choice(texts)[:60])
        for _ in range(rng.randint(1, 5)):
            text.insert(rng.randrange(len(text) + 1), chr(rng.randrange(*rng.choice(ranges))))
        damaged.append("".join(text))
    for text in ODD + texts[:500] + damaged:
        ids = tokenizer.encode(text, add_special_tokens=False).ids
        print(json.dumps({"text": text, "words": words(tokenizer, text), "ids": ids}, ensure_ascii=False))
    every = hashlib.sha256()
    for code in range(1, 0x110000):
        if not 0xD800 <= code < 0xE000 and unicodedata.category(chr(code)) != "Cn" and code != 0x11938:
            every.update((words(tokenizer, f"a{chr(code)}b") + "\n").encode())
    print(json.dumps({"every_code_point": every.hexdigest()}))


if __name__ == "__main__":
    main()
