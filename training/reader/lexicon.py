"""Lemmas by form and tag, for words where the lemma head need not guess: seen ones, and regular forms of seen lemmas.

    studies NNS -> study      hoping VBG -> hope      hopping VBG -> hop
"""

from collections import Counter

SEEN, AGREED = 3, 0.9
# Words of conflict reports that the treebanks have seldom or never.
NOUNS = """gunman militiaman policeman serviceman airman infantryman tribesman fisherman spokesman clergyman businessman congressman councilman
    assemblyman lawman rifleman marksman guardsman crewman seaman corpsman countryman henchman strongman middleman cameraman footman horseman
    ambush grenade hostage massacre checkpoint convoy insurgent militant guerrilla rebel paratrooper peacekeeper sniper hijacker kidnapper captor
    detainee refugee evacuee casualty fatality airstrike ceasefire truce offensive incursion barrage rocket missile mortar howitzer landmine warplane
    gunship helicopter tank rifle machete barracks garrison outpost bunker villager herder pastoralist jihadist separatist loyalist islamist extremist
    paramilitary mercenary deserter defector assailant bystander mourner pallbearer raider bandit smuggler trafficker warlord cleric""".split()
VERBS = """ambush massacre besiege behead abduct hijack detonate storm raid shell bombard strafe torch loot pillage evacuate displace uproot detain
    interrogate torture execute assassinate lynch hack maim injure wound bomb mine booby-trap fortify encircle repulse repel retreat surrender
    disarm demobilise demobilize mobilise mobilize deploy redeploy patrol garrison liberate recapture retaliate infiltrate sabotage smuggle extort
    denounce condemn deplore blame accuse allege deny rebut concede broker mediate ratify denounce negotiate reconcile""".split()
FORMS = {
    ("overran", "VBD"): "overrun", ("overrunning", "VBG"): "overrun", ("overthrew", "VBD"): "overthrow", ("withdrew", "VBD"): "withdraw",
    ("shelled", "VBD"): "shell", ("shelled", "VBN"): "shell", ("fled", "VBD"): "flee", ("fled", "VBN"): "flee", ("slain", "VBN"): "slay",
    ("slew", "VBD"): "slay", ("troops", "NNS"): "troop", ("sank", "VBD"): "sink", ("sunk", "VBN"): "sink", ("shot", "VBN"): "shoot", ("shot", "VBD"): "shoot",
    ("barracks", "NNS"): "barracks", ("headquarters", "NNS"): "headquarters",
} | {
    (verb + verb[-1] + end, tag): verb
    for verb in ("kidnap", "repel", "patrol", "expel", "compel", "propel", "rebel", "commit", "admit", "permit", "submit", "transfer", "refer", "defer", "deter", "concur")
    for end, tag in (("ed", "VBD"), ("ed", "VBN"), ("ing", "VBG"))
}
VOWELS = set("aeiou")


def seen(sentences):
    """{(form, XPOS): lemma} of pairs that are seen often enough with one lemma."""
    counts = {}
    for s in sentences:
        for word, tag, lemma in zip(s.words, s.xpos, s.lemmas):
            counts.setdefault((word.lower(), tag), Counter())[lemma] += 1
    out = {}
    for pair, lemmas in counts.items():
        lemma, n = lemmas.most_common(1)[0]
        total = sum(lemmas.values())
        if total >= SEEN and n >= AGREED * total or total == 2 and n == 2:
            out[pair] = lemma
    return out


def inflected(lemma, upos):
    """(form, XPOS) of a regular verb, noun or adjective."""
    if upos == "VERB":
        s = _with_s(lemma)
        yield s, "VBZ"
        for tag in ("VBD", "VBN"):
            yield _with_vowel(lemma, "ed"), tag
        yield _with_vowel(lemma, "ing"), "VBG"
    elif upos == "NOUN":
        yield _with_s(lemma), "NNS"
    elif upos == "ADJ" and len(lemma) <= 7:
        yield _with_vowel(lemma, "er"), "JJR"
        yield _with_vowel(lemma, "est"), "JJS"


def _with_s(lemma):
    if lemma.endswith("man") and lemma not in ("human", "german", "roman", "shaman", "woman"):
        return lemma[:-3] + "men"
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _with_vowel(lemma, ending):
    if lemma.endswith("ie") and ending == "ing":
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not (ending == "ing" and lemma.endswith(("ee", "oe", "ye"))):
        return lemma[:-1] + ending
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS and ending != "ing":
        return lemma[:-1] + "i" + ending
    short = len(lemma) >= 3 and lemma[-1] not in VOWELS | set("wxy") and lemma[-2] in VOWELS and lemma[-3] not in VOWELS
    one_syllable = sum(c in VOWELS and (i == 0 or lemma[i - 1] not in VOWELS) for i, c in enumerate(lemma)) == 1
    return lemma + (lemma[-1] if short and one_syllable else "") + ending


def regular(sentences):
    """{(form, XPOS): lemma} of regular forms of the lemmas seen; not where two lemmas share a form."""
    pairs = ((x, p) for s in sentences for x, p in zip(s.lemmas, s.upos))
    lemmas = {(x.lower(), p) for x, p in pairs if p in ("VERB", "NOUN", "ADJ") and x.isalpha() and len(x) > 2}
    lemmas |= {(x, "NOUN") for x in NOUNS} | {(x, "VERB") for x in VERBS}
    counts = {}
    for lemma, upos in lemmas:
        for pair in inflected(lemma, upos):
            counts.setdefault(pair, set()).add(lemma)
    return {pair: next(iter(found)) for pair, found in counts.items() if len(found) == 1}


def table(sentences):
    """All; what was seen wins."""
    return regular(sentences) | FORMS | seen(sentences)
