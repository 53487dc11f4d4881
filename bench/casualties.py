"""How the analysts of kit `casualties` total the figures of a text to one count each of killed and injured.

House rules of the kit, not of the program: bench/casualty_figures prints what the program found, and this makes one
number of it. A statement is what one sentence counts of one measure; statements repeat, correct or add to each other.
"""
import json
import sys

# "Several" and "a number of" people are 2 in these keys, dozens 12 (../shared/bench/ANALYSIS.md).
VAGUE = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "tens": 10}

# Those who did it are not among the victims.
DOERS = {"attacker", "attackers", "assailant", "assailants", "bomber", "bombers", "perpetrator", "perpetrators", "gunman",
         "gunmen", "shooter", "shooters", "suspect", "suspects", "terrorist", "terrorists", "militant", "militants",
         "jihadist", "jihadists", "knifeman", "extremist", "extremists", "insurgent", "insurgents"}

# A sum of years of war is no incident's.
OTHERS_TIMES = 10


def number(figure):
    """(low, best, high) of a figure, None where it says nothing to count with."""
    low, high = figure.get("low"), figure.get("high")
    if figure["bound"] == "vague":
        words = figure["text"].lower().split()
        low = next((VAGUE[word] for word in words if word in VAGUE), 2)
        return low, low, low
    if low is None and high is None:
        return None
    if low is None:
        return high, high, high
    return low, low, high if high is not None else low


def is_one(figure):
    """One without a number: "a man", "Ida Holm"."""
    return figure.get("low") == 1 and figure.get("of") is not None and not figure["text"].lower().startswith(("one", "1"))


def is_doer(figure):
    words = figure.get("of", "").lower().split()
    return bool(words) and words[-1] in DOERS


class Statement:
    """What one sentence counts of one measure."""

    def __init__(self, figures):
        wholes = [f for f in figures if f["reach"] != "part"]
        self.part = not wholes
        sums = [f for f in wholes if f["reach"] == "cumulative"]
        self.cumulative = bool(sums)
        wholes = (sums[-1:] if sums else wholes) or figures
        firm = [f for f in wholes if f["bound"] != "vague"]
        self.vague = not firm
        self.figures = firm or wholes
        self.ones = all(is_one(f) for f in self.figures)
        self.added = all(f["added"] for f in self.figures)
        values = [value for value in map(number, self.figures) if value]
        self.low, self.best, self.high = (sum(value[i] for value in values) for i in range(3))


def statements(row, measure):
    by_sentence = {}
    for figure in row["figures"]:
        if figure["measure"] != measure or figure["negated"] or figure["unreal"] or figure["anaphoric"]:
            continue
        by_sentence.setdefault(figure["sentence"], []).append(figure)
    of_victims = [[f for f in figures if not is_doer(f)] for _, figures in sorted(by_sentence.items())]
    return [Statement(figures) for figures in of_victims if figures]


def names_of(figure):
    return set(figure.get("of", "").lower().split())


def total(row, measure):
    """[low, best, high], or None where the text counts nobody."""
    sum_ = None
    seen = set()
    people = []  # those told one by one
    for s in statements(row, measure):
        if s.part and sum_ is not None:
            continue
        if s.ones:
            new = [f for f in s.figures if not any(names_of(f) & names for names in people)]
            new = [f for f in new if sum_ is None or not f["text"].lower().startswith(("the ", "his ", "her "))]
            people += [names_of(f) for f in new]
            # whom a number has counted already is named after it
            counted = sum_ is not None and sum_[1] > len(people) - len(new)
            if new and not counted:
                sum_ = [value + len(new) for value in sum_ or (0, 0, 0)]
            continue
        if sum_ is None:
            sum_ = [s.low, s.best, s.high]
        elif s.vague or s.best in seen:
            continue
        elif s.cumulative:
            if s.best < OTHERS_TIMES * max(sum_[1], 1):
                sum_ = [s.low, s.best, s.high]
        elif s.added:
            sum_ = [sum_[0] + s.low, sum_[1] + s.best, sum_[2] + s.high]
        seen.add(s.best)
    return sum_


def counted(row, measure):
    found = total(row, measure)
    if found is None:
        # someone who is only "him" was killed all the same
        anaphoric = any(f["measure"] == measure and f["anaphoric"] and not f["negated"] and not f["unreal"]
                        for f in row["figures"])
        return 1 if anaphoric else None
    return dict(zip(("low", "best", "high"), found))


def predicted(row):
    return {"id": row["id"], "killed": counted(row, "killed"), "injured": counted(row, "injured")}


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(predicted(json.loads(line))))
