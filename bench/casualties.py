"""How the analysts of kit `casualties` total the figures of a text to one count each of killed and injured.

House rules of the kit, not of the program: bench/casualty_figures prints what the program found, and this makes one
number of it. A statement is what one sentence counts of one measure; statements repeat, correct or add to each other.
"""


# "Several" and "a number of" people are 2 in these keys, dozens 12 (../shared/bench/ANALYSIS.md).
VAGUE = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "tens": 10}


def number(figure):
    """(low, best, high) of a figure, None where it says nothing to count with."""
    low, high = figure.get("low"), figure.get("high")
    if figure["bound"] == "vague":
        words = figure["text"].lower().split()
        low = next((VAGUE[word] for word in words if word in VAGUE), 2)
        return low, low, None
    if low is None and high is None:
        return None
    if low is None:
        return None, high, high
    return low, low, high if high is not None else low


class Statement:
    """What one sentence counts of one measure."""

    def __init__(self, figures):
        self.figures = figures
        wholes = [f for f in figures if f["reach"] != "part"] or figures
        sums = [f for f in wholes if f["reach"] == "cumulative"]
        if sums:
            wholes = sums[-1:]
        self.cumulative = bool(sums)
        self.part = all(f["reach"] == "part" for f in figures)
        self.added = all(f["added"] for f in wholes)
        self.one = all(f["low"] == 1 and f["text"][:1] not in "1" and "one" not in f["text"].lower().split()
                       if "low" in f else False for f in wholes)
        self.vague = all(f["bound"] == "vague" for f in wholes)
        self.none = all(f["bound"] == "none" for f in wholes)
        counted = [f for f in wholes if f["bound"] != "vague"] or wholes
        values = [number(f) for f in counted if number(f)]
        self.low = sum((v[0] if v[0] is not None else v[1]) for v in values)
        self.best = sum(v[1] for v in values)
        self.high = sum((v[2] if v[2] is not None else v[1]) for v in values)
        self.wholes = wholes


def statements(row, measure):
    by_sentence = {}
    for figure in row["figures"]:
        if figure["measure"] != measure or figure["negated"] or figure["unreal"]:
            continue
        if figure["anaphoric"]:
            continue
        by_sentence.setdefault(figure["sentence"], []).append(figure)
    return [Statement(figures) for _, figures in sorted(by_sentence.items())]


def of_note(row, measure):
    total = None
    seen = []
    for s in statements(row, measure):
        if total is None:
            total = [s.low, s.best, s.high]
        elif s.cumulative:
            total = [s.low, s.best, s.high]
        elif s.added and not s.part:
            total = [total[0] + s.low, total[1] + s.best, total[2] + s.high]
        elif s.part or s.vague:
            continue
        elif s.best not in seen:
            total = [total[0] + s.low, total[1] + s.best, total[2] + s.high]
        seen.append(s.best)
    return total


def counted(row, measure):
    total = of_note(row, measure)
    if total is None:
        # someone who is only "him" was killed all the same
        anaphoric = any(f["measure"] == measure and f["anaphoric"] and not f["negated"] and not f["unreal"]
                        for f in row["figures"])
        return 1 if anaphoric else None
    return {"low": total[0], "best": total[1], "high": total[2]}


def predicted(row):
    return {"id": row["id"], "killed": counted(row, "killed"), "injured": counted(row, "injured")}
