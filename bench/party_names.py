"""Parties by name: the CAMEO codes of states, bodies and kinds of people that words name, for the templates of bench/."""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Cities that stand for a state's government, as agencies write.
SEATS = {"Washington": "USA", "Moscow": "RUS", "Kremlin": "RUS", "Beijing": "CHN", "Pyongyang": "PRK", "Seoul": "KOR", "Tokyo": "JPN",
         "London": "GBR", "Paris": "FRA", "Berlin": "DEU", "Bonn": "DEU", "Rome": "ITA", "Madrid": "ESP", "Ankara": "TUR", "Athens": "GRC",
         "Tehran": "IRN", "Baghdad": "IRQ", "Damascus": "SYR", "Belgrade": "SRB", "Islamabad": "PAK", "New Delhi": "IND", "Kabul": "AFG",
         "Khartoum": "SDN", "Jakarta": "IDN", "Cairo": "EGY", "Tripoli": "LBY", "Havana": "CUB", "Taipei": "TWN", "Kiev": "UKR",
         "Kyiv": "UKR", "Zagreb": "HRV", "Riyadh": "SAU", "Harare": "ZWE", "Pretoria": "ZAF", "White House": "USA", "Pentagon": "USA"}
BODIES = {"United Nations": "IGOUNO", "UN": "IGOUNO", "U.N.": "IGOUNO", "NATO": "IGOWSTNAT", "European Union": "IGOEUREEC", "EU": "IGOEUREEC",
          "European Community": "IGOEUREEC", "OSCE": "IGO", "IAEA": "IGO", "African Union": "IGO", "Arab League": "IGO", "IMF": "IGO",
          "World Bank": "IGO", "Security Council": "IGOUNO", "UNHCR": "IGOUNO", "OPEC": "IGO", "Hamas": "PSE", "Hezbollah": "LBN",
          "Hizbollah": "LBN", "PLO": "PSE", "Palestinian": "PSE", "Palestinians": "PSE", "PKK": "TUR", "Taliban": "AFG", "Taleban": "AFG",
          "Red Cross": "NGO", "Amnesty International": "NGO", "Human Rights Watch": "NGO", "Chechen": "RUS", "Kosovo": "KOS",
          "U.S.": "USA", "US": "USA", "Britain": "GBR", "British": "GBR", "American": "USA", "Americans": "USA", "Soviet": "RUS",
          "Yugoslavia": "SRB", "Yugoslav": "SRB", "Burma": "MMR", "Burmese": "MMR", "Zaire": "COD", "Ivory Coast": "CIV", "UK": "GBR", "Dutch": "NLD",
          "Dominican": "DOM"}
SECTORS = [("MIL", r"troops?|army|military|soldiers?|warplanes|air force|navy|forces|marines|jets"), ("COP", r"police\w*"),
           ("REB", r"rebels?|guerr?illas?|militants?|insurgents?|gunmen|separatists?|mujahideen"),
           ("OPP", r"opposition"), ("JUD", r"court|judge|tribunal|prosecutors?"), ("LEG", r"parliament\w*|senate|congress|lawmakers?"),
           ("GOV", r"president|prime minister|minister\w*|government|officials?|ambassador|secretary|king|premier|authorities|chancellor"),
           ("MED", r"newspaper|journalists?|television|radio"), ("EDU", r"students?|teachers?"), ("BUS", r"company|firm|businessm[ae]n"),
           ("REF", r"refugees?"), ("CVL", r"civilians?|residents?|villagers?|people|children|women|protesters?|demonstrators?|workers?|farmers?")]


def lands():
    """[(pattern, ISO 3166-1 alpha-3)], longest name first."""
    names = {}
    for line in open(ROOT / "data/gazetteer/countries.tsv", encoding="utf-8"):
        row = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(row) < 11 or row[1] != "country":
            continue
        for name in row[10].split("|"):
            if len(name) > 3:
                names.setdefault(name.lstrip("~"), row[9].split(",")[0])
    names.update(SEATS)
    names.update(BODIES)
    return re.compile(r"(?<![\w-])(" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")(?!\w)"), names


JOINED = re.compile(r"(?:'s)?\s*(?:,\s*(?:and|or)?|and|or|as well as)\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+){0,2}")


class Names:
    """Names with codes: what a text's parties are coded by."""

    def __init__(self, pattern, names, suffixed):
        self.pattern, self.names, self.suffixed = pattern, names, suffixed

    def _code(self, name, words):
        base = self.names[name] if name else ""
        sector = next((s for s, pattern in SECTORS if re.search(r"\b(?:" + pattern + r")\b", words, re.I)), "")
        return base if len(base) > 3 or (self.suffixed and sector in base) else base + sector

    def code(self, words):
        """The code of the first name, with that of a word for what kind of party it is; "" where there is neither."""
        found = self.pattern.search(self.plain(words))
        return self._code(found.group(1) if found else "", words) if found or not self.suffixed else ""

    def listed(self, words):
        """The codes of the first name and of those beside it: "Sava, Orlo and the Kalmar front"."""
        plain, out, end = self.plain(words), [], None
        for found in self.pattern.finditer(plain):
            if end is not None and not JOINED.fullmatch(words[end:found.start()]):
                break
            out.append(self._code(found.group(1), ""))
            end = found.end()
        return out

    def plain(self, words):
        return words.upper().replace("_", " ") if self.suffixed else words


NAMES = Names(*lands(), suffixed=False)
LAND = NAMES.pattern


def own_actors(path):
    """The names of a lexicon: lines NAME, tab, code."""
    names = {}
    for line in open(path, encoding="utf-8"):
        name, _, code = line.strip().partition("\t")
        if code:
            names[name.upper()] = code
    pattern = re.compile(r"(?<![\w])(" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")(?:S|'S)?(?!\w)")
    return Names(pattern, names, suffixed=True)
