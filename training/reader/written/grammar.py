"""The grammar: patterns with slots, and what a slot may be. A slot of a kind becomes a name of that kind.

    {title} {person} said {armed} killed {count} {people_n} in {town}
    ->  Gen. Ali Wazir said the Taliban killed nine villagers in Jalalabad
"""

import random
import re

from ..sentence import Name, Sentence
from . import lists
from .patterns import CLAUSES, FRAMES, PLAIN_SLOTS

KNOWN = frozenset("PER ORG ARMED PLACE GROUP TITLE WEAPON EVENT DATE NUMBER".split())
SLOT = re.compile(r"\{(\w+)\}")
WORD = re.compile(r"[A-Z]\.(?=\s|$)|[A-Za-z](?:\.[A-Za-z])+\.|(?:Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Pvt|Pfc|Brig|Adm|Cmdr|Sen|Rep|Rev|Dr|Mr|Mrs|Ms|St)\.|"
                  r"['’](?:s|S)\b|\w(?:[\w.,/-]|['’](?!s\b))*\w|\w|--|[^\w\s]")
SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty"]


def _number(rng):
    draw = rng.random()
    if draw < 0.4:
        return rng.choice(SMALL)
    if draw < 0.8:
        return str(rng.randint(2, 250))
    return f"{rng.randint(1, 90)},{rng.randint(0, 999):03d}" if draw < 0.95 else f"{rng.randint(2, 9)} million"


def _date(rng):
    day, month, year = rng.randint(1, 28), rng.choice(lists.MONTHS), rng.randint(1975, 2027)
    forms = (
        lambda: rng.choice(lists.DAYS), lambda: rng.choice(lists.DAYS), lambda: f"{month} {day}", lambda: f"{day} {month}",
        lambda: f"{month} {day} , {year}", lambda: f"{day} {month} {year}", lambda: f"{month} {year}", lambda: str(year),
        lambda: rng.choice(["yesterday", "today", "last week", "last month", "last year", "this week"]),
        lambda: f"{rng.choice(lists.DAYS)} {rng.choice(['morning', 'night', 'evening', 'afternoon'])}",
        lambda: f"{month[:3]} {day}", lambda: month, lambda: f"last {rng.choice(lists.DAYS)}",
    )
    return rng.choice(forms)()


def _person(rng):
    draw = rng.random()
    if draw < 0.25:
        return rng.choice(lists.LAST_NAMES)
    if draw < 0.30:
        return rng.choice(lists.EPITHETS)
    first = rng.choice(lists.FIRST_NAMES)
    middle = f" {rng.choice(lists.FIRST_NAMES)}" if rng.random() < 0.12 else f" {rng.choice('ABCDEFGHJKLMRST')}." if rng.random() < 0.06 else ""
    double = f" {rng.choice(lists.LAST_NAMES)}" if rng.random() < 0.08 else ""
    return f"{first}{middle} {rng.choice(lists.LAST_NAMES)}{double}"


def _invented_armed(rng):
    """A name of an armed group that nobody carries: so that the kind is learnt from form and context."""
    place = rng.choice(lists.REGIONS).removeprefix("the ")
    adjective = rng.choice("National People's Popular Islamic Revolutionary United Patriotic Free Democratic Armed Supreme Holy".split())
    core = rng.choice(["Liberation Front", "Liberation Army", "Resistance Front", "Resistance", "Defense Forces", "Defence Force", "Salvation Army",
                       "Revolutionary Army", "Brigades", "Brigade", "Battalion", "Militia", "Guard", "Guards", "Movement", "Mujahideen", "Self-Defense Forces"])
    forms = (
        f"the {adjective} {core}", f"the {place} {core}", f"the {adjective} {core} of {place}", f"the {adjective} Front for the Liberation of {place}",
        f"the Army of {place}", f"{rng.choice(['Jaish', 'Jund', 'Ansar', 'Liwa', 'Kataib', 'Harakat', 'Saraya'])} al-{rng.choice(['Haq', 'Fath', 'Tawhid', 'Nasr', 'Sham', 'Quds', 'Hurriya', 'Islam'])}",
        f"the {rng.choice(['1st', '2nd', '3rd', '5th', '7th', '12th', '25th', '36th', '101st', 'First', 'Second', 'Fourth', 'Sixth'])} {rng.choice(['Brigade', 'Division', 'Battalion', 'Infantry Brigade', 'Armored Division', 'Infantry Battalion', 'Regiment', 'Army', 'Corps'])}",
        "the " + "".join(rng.choice("ABCDEFGHIJLMNPRSTU") for _ in range(rng.randint(3, 5))),
        f"the {rng.choice(lists.GROUPS)} {rng.choice(['Army', 'Navy', 'Air Force', 'Armed Forces', 'National Army', 'Defense Forces', 'National Guard', 'Coast Guard'])}",
    )
    return rng.choice(forms)


def _invented_event(rng):
    forms = (
        f"Operation {rng.choice(['Iron', 'Desert', 'Swift', 'Silent', 'Burning', 'Northern', 'Red', 'Golden', 'Steel', 'Black'])} {rng.choice(['Storm', 'Shield', 'Dawn', 'Hammer', 'Eagle', 'Sword', 'Arrow', 'Lion', 'Wind', 'Resolve'])}",
        f"the Battle of {rng.choice(lists.CITIES + lists.VILLAGES)}", f"the Siege of {rng.choice(lists.CITIES)}", f"the {rng.choice(lists.CITIES)} massacre",
        f"the {rng.choice(lists.CITIES)} Accords", f"the {rng.choice(lists.CITIES)} Conference", f"the {rng.randint(1950, 2024)} {rng.choice(lists.CITIES)} bombings",
        f"the {rng.choice(lists.GROUPS)} Civil War", f"the {rng.choice(lists.GROUPS)} Revolution", f"the {rng.randint(1960, 2026)} {rng.choice(lists.GROUPS)} presidential election",
    )
    return rng.choice(forms)


def _place(rng):
    return rng.choice(rng.choice((lists.CITIES, lists.CITIES, lists.REGIONS, lists.COUNTRY, lists.VILLAGES)))


# Slots of a kind: name -> (kind, maker).
NAMED = {
    "person": ("PER", _person),
    "rank": ("TITLE", lambda r: r.choice(lists.RANKS)),
    "title": ("TITLE", lambda r: r.choice(lists.TITLES)),
    "armed": ("ARMED", lambda r: r.choice(lists.ARMED) if r.random() < 0.65 else _invented_armed(r)),
    "org": ("ORG", lambda r: r.choice(lists.ORGS)),
    "agency": ("ORG", lambda r: r.choice(lists.AGENCIES)),
    "town": ("PLACE", lambda r: r.choice(lists.CITIES + lists.VILLAGES * 2)),
    "region": ("PLACE", lambda r: r.choice(lists.REGIONS)),
    "country": ("PLACE", lambda r: r.choice(lists.COUNTRY)),
    "place": ("PLACE", _place),
    "feature": ("PLACE", lambda r: r.choice(lists.FEATURES)),
    "building": ("PLACE", lambda r: r.choice(lists.BUILDINGS)),
    "group": ("GROUP", lambda r: r.choice(lists.GROUPS)),
    "peoples": ("GROUP", lambda r: r.choice(lists.PEOPLES)),
    "weapon": ("WEAPON", lambda r: r.choice(lists.WEAPONS)),
    "event": ("EVENT", lambda r: r.choice(lists.EVENTS) if r.random() < 0.5 else _invented_event(r)),
    "date": ("DATE", _date),
    "number": ("NUMBER", _number),
}
ARTICLES = ("the ", "The ")


def expand(pattern, rng, spans, words):
    """Appends the pattern's words, and the spans of the names in them."""
    at = 0
    for match in SLOT.finditer(pattern):
        _append(pattern[at : match.start()], words)
        at, slot = match.end(), match[1]
        if slot in NAMED:
            kind, make = NAMED[slot]
            text = make(rng)
            if text.startswith("the "):
                words.append("the")
                text = text[4:]
            begin = len(words)
            _append(text, words)
            spans.append(Name(begin, len(words), (kind,)))
        else:
            expand(rng.choice(CLAUSES[slot] if slot in CLAUSES else PLAIN_SLOTS[slot]), rng, spans, words)
    _append(pattern[at:], words)


def _append(text, words):
    words.extend(WORD.findall(text))


def sentences(count=4500, seed=17):
    rng = random.Random(seed)
    for number in range(count):
        words, names = [], []
        expand(rng.choice(FRAMES), rng, names, words)
        words[0] = words[0][:1].upper() + words[0][1:]
        yield Sentence("written", "", f"written-{number}", words, names=names, kinds_known=KNOWN)
