"""What names are made of, and how a source's span becomes ours. The map in words: ../NAMES.md.

    President Hugo Chavez (per)      ->  TITLE President, PER Hugo Chavez
    Israeli Prime Minister Peres     ->  GROUP Israeli, TITLE Prime Minister, PER Peres
    Lebanese Hezbollah (org)         ->  GROUP Lebanese, ARMED Hezbollah
"""

import re

from .wordlists import ARMED_HEADS, ARMED_NAMES, COUNTRIES, DEMONYMS, TITLE_PHRASES, TITLE_WORDS

ARTICLES = {"the", "a", "an"}
PRONOUNS = {
    "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "my", "your", "his", "its", "our",
    "their", "who", "which", "that", "this", "these", "those", "himself", "herself", "itself", "ourselves", "themselves",
}
DATE_WORDS = set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight "
    "ramadan christmas easter".split()
)
DATE_UNITS = set(
    "day days week weeks month months year years decade decades century hour hours minute minutes morning afternoon "
    "evening night weekend summer winter spring autumn".split()
)
NUMBER_TAGS = {"CD"}


def looks_like_date(words):
    """Whether the span says a date or a time of its own, and isn't a bare number or adverb."""
    for word in words:
        low = word.lower().rstrip(".")
        if low in DATE_WORDS or low in DATE_UNITS or re.fullmatch(r"(1[0-9]|20)\d\d(s|')?|\d\d?:\d\d", low):
            return True
    return False


def is_armed(words):
    text = " ".join(words)
    if text.lower() in ARMED_NAMES:
        return True
    return words[-1] in ARMED_HEADS or any(w in ARMED_HEADS and words[i + 1 : i + 2] == ["of"] for i, w in enumerate(words))


def title_length(words):
    """How many words at the front are a title or rank."""
    n = 0
    while n < len(words):
        phrase = next((p for p in TITLE_PHRASES if [w.lower() for w in words[n : n + len(p)]] == list(p)), None)
        if phrase:
            n += len(phrase)
        elif words[n].rstrip(".").lower() in TITLE_WORDS or (n and words[n] in ("-", "and") and title_length(words[n + 1 :])):
            n += 1
        else:
            break
    return n


def refine(words, begin, end, kind):
    """A source's span of a kind of ours -> spans of ours: titles apart, demonyms apart, armed groups told from others."""
    if kind is None:
        return [(begin, end, None)]
    while begin + 1 < end and words[begin].lower() in ARTICLES:
        begin += 1
    out = []
    if kind == "PER":
        lead = next((n for n in (2, 1) if " ".join(words[begin : begin + n]) in DEMONYMS | COUNTRIES), 0)
        if lead and title_length(words[begin + lead : end]):
            text = " ".join(words[begin : begin + lead])
            out.append((begin, begin + lead, ("GROUP" if text in DEMONYMS else "PLACE",)))
            begin += lead
        titles = title_length(words[begin:end])
        if titles:
            out.append((begin, begin + titles, ("TITLE",)))
            begin += titles
    elif kind in ("ORG", "ARMED"):
        if words[begin] in DEMONYMS and begin + 1 < end and " ".join(words[begin + 1 : end]).lower() in ARMED_NAMES:
            out.append((begin, begin + 1, ("GROUP",)))
            begin += 1
        kind = "ARMED" if is_armed(words[begin:end]) else kind
    if begin < end:
        out.append((begin, end, (kind,)))
    return out


def titles_before(words, spans):
    """Titles that stand before a person's name, outside the source's span."""
    out = []
    for begin, _, kinds in spans:
        if kinds != ("PER",):
            continue
        for n in range(min(6, begin), 0, -1):
            lead = words[begin - n : begin]
            if lead[0][:1].isupper() and title_length(lead) == n:
                out.append((begin - n, begin, ("TITLE",)))
                break
    return out


def demonyms(words, spans):
    """Adjectives and nouns of nationality that no span covers."""
    taken = {i for b, e, _ in spans for i in range(b, e)}
    return [(i, i + 1, ("GROUP",)) for i, w in enumerate(words) if w in DEMONYMS and i not in taken]


def numbers(words, tags, spans):
    """Runs of number words (tag CD) that no span covers: "nine", "1.2 million"."""
    taken = {i for b, e, _ in spans for i in range(b, e)}
    out, begin = [], None
    for i in range(len(words) + 1):
        inside = i < len(words) and tags[i] in NUMBER_TAGS and i not in taken
        if inside and begin is None:
            begin = i
        elif not inside and begin is not None:
            out.append((begin, i, ("NUMBER",)))
            begin = None
    return out
