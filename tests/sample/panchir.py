#!/usr/bin/env python3
"""The first real report must read well: parts, metadata, quotations and tolls of the sample.

    panchir.py --sitrep PROGRAM --shared DIR

The report belongs to its publisher and is not in this tree; where DIR has no reports/ the test says
that it is skipped (exit 77). Expectations quote no more than each value's own words.
"""
import argparse
import json
import pathlib
import subprocess
import sys


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--sitrep", required=True)
    args.add_argument("--shared", required=True)
    options = args.parse_args()
    path = pathlib.Path(options.shared) / "reports/panchir-2021-09-02.txt"
    if not path.is_file():
        print(f"skipped: {path} is not there")
        return 77
    ran = subprocess.run([options.sitrep, "read", "--json", str(path)], capture_output=True, text=True)
    if ran.returncode != 0:
        print(ran.stderr)
        return 1
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    report = lines[0]["data"]
    claims = [line["data"] for line in lines if line["type"] == "claim"]
    text = report["text"]
    faults = []

    def check(what, holds):
        if not holds:
            faults.append(what)

    def parts(kind):
        return [text[p["begin"]:p["end"]] for p in report["parts"] if p["kind"] == kind]

    check("published", report.get("published") == "2021-09-02")
    check("headline", report.get("headline") == "Taliban call on Panchir to surrender after negotiations fail")
    check("headline part", parts("headline") == [report.get("headline")])
    check("credit", report.get("credit") == ["Anadolu Agency", "Getty Images"])
    check("one caption", len(parts("caption")) == 1 and "Sabawoon" in parts("caption")[0])
    check("dateline", report.get("dateline", {}).get("place") == "AFGHANISTAN")
    crossheads = parts("crosshead")
    check("crosshead on its own line", any(c.startswith("Resist") for c in crossheads))
    check("crosshead glued in front of a sentence", any("last drop" in c and len(c) < 60 for c in crossheads))
    check("second glued crosshead", any("peace" in c and len(c) < 25 for c in crossheads))
    check("no other crosshead", len(crossheads) == 3)
    check("language", report.get("language") == "en")

    def source(name):
        return [c for c in claims if name in c["source"].get("name", c["source"].get("text", ""))]

    def channel(c, name, medium=None):
        return any(name in x.get("name", "") and (medium is None or x.get("medium") == medium)
                   for x in c["source"].get("channels", []))

    def quotes(c):
        return c["source"].get("speech") in ("direct", "mixed")

    muttaqi = [c for c in source("Muttaqi") if quotes(c)]
    check("Muttaqi quoted", len(muttaqi) >= 1)
    check("Muttaqi's channels", any(channel(c, "Twitter") for c in muttaqi) and any(
        "audio" in x.get("medium", "") for c in muttaqi for x in c["source"].get("channels", [])))
    check("Muttaqi's second quotation", any("surrounded" in text[c["evidence"]["begin"]:c["evidence"]["end"]] for c in muttaqi))
    dashti = [c for c in source("Dashti") if quotes(c)]
    check("Dashti quoted", len(dashti) >= 1)
    check("Dashti's channel", any(channel(c, "Voice of America") for c in dashti) and any(
        x.get("medium") == "video" for c in dashti for x in c["source"].get("channels", [])))
    check("resident told AFP", any(channel(c, "AFP") and c["source"].get("anonymity") == "requested" for c in claims))

    def toll(low, high, measure):
        return [c for c in claims for f in c.get("figures", []) if f["measure"] == measure and f.get("low") == low
                and f.get("high") == high]

    check("seven or eight, by Dashti", any("Dashti" in c["source"].get("name", "") for c in toll(7, 8, "killed")))
    check("one or two, by Dashti", any("Dashti" in c["source"].get("name", "") for c in toll(1, 2, "killed")))
    for count, measure in ((34, "killed"), (65, "injured")):
        found = toll(count, count, measure)
        check(f"{count} {measure}, by Mohammadi", any("Mohammadi" in c["source"].get("name", "") for c in found))
        check(f"{count} {measure}, on Twitter, said on 1 September",
              any(channel(c, "Twitter") and c["source"].get("said") == "2021-09-01" for c in found))
    check("the Taliban's silence", any(line["type"] == "silence" and "Taliban" in json.dumps(line["data"]["who"])
                                       for line in lines))
    def told(kind, word, **of):
        """Whether one claim of a kind with these words has all the values: who, whom, day, place, status, source."""
        def fits(c):
            event = c["event"]
            if event["type"] != kind or word not in event["text"]:
                return False
            actors = c.get("actors", [])
            named = lambda roles, name: any(a["role"] in roles and name in (a.get("name") or "") + " " + a.get("text", "") for a in actors)
            status = c["status"]["polarity"] + " " + c["status"]["modality"]
            return (("who" not in of or named(("actor",), of["who"])) and
                    ("whom" not in of or named(("target", "victim"), of["whom"])) and
                    ("day" not in of or c.get("time", {}).get("earliest", "").startswith(of["day"])) and
                    ("place" not in of or of["place"] in c.get("place", {}).get("text", "")) and
                    of.get("status", status) == status and
                    ("source" not in of or of["source"] in c["source"].get("name", c["source"].get("text", ""))))
        check(f"{kind} \"{word}\" {of}", any(fits(c) for c in claims))

    told("appeal", "called on", who="Taliban", whom="fighters", day="2021-09-01", place="Valley", status="affirmed demanded")
    told("withdrawal", "withdrawal", who="American", status="affirmed actual")
    told("siege", "surrounded", who="mujahedin", whom="Panchir", source="Muttaqi")
    told("talks_breakdown", "collapsed", source="Muttaqi", status="affirmed actual")
    told("assassination", "assassinated", who="Al-Qaeda", whom="Ahmed Shah Massoud", day="2001")
    told("flight", "refuge", who="Amrullah Saleh")
    told("promise", "vowed", status="affirmed offered")
    told("appeal", "call", who="Taliban", whom="Panchir", status="affirmed demanded")
    told("talks", "talk", status="affirmed demanded", source="Muttaqi")
    told("talks_breakdown", "fizzled", status="affirmed possible")
    told("deployment", "sent", who="Taliban", whom="hundreds of men", status="affirmed actual")
    told("talks", "negotiate", who="Taliban", status="affirmed planned")
    told("talks", "negotiate", who="National Resistance Front", status="affirmed planned")
    told("attack", "attacking", whom="Panchir", source="Fahim Dashti", status="affirmed possible")
    told("agreement", "accept", who="Taliban", status="negated conditional")
    told("clash", "battlefield", status="affirmed conditional")
    told("attack", "offensive", who="Taliban", whom="Panchir Valley", day="2021-08-30", place="Valley",
         source="members of the resistance", status="affirmed actual")
    told("clash", "fighting", whom="Taliban", source="Fahim Dashti", status="affirmed actual")
    told("clash", "fighting", whom="FNR", source="Fahim Dashti")
    told("attack", "offensive", day="2021-08-31", source="Bismillah Mohammadi", status="affirmed actual")
    told("attack", "aggression", who="Taliban")
    told("exercise", "exercise", who="Panchir fighters", day="2021-08-30", status="affirmed actual")
    check("no deed of what may come", all(c["status"]["modality"] not in ("actual", "ongoing") for c in claims
                                          if c["event"]["text"] in ("battlefield", "aggression", "fight", "negotiate")))
    check("vaguely many were sent", any(f["measure"] == "deployed" and f["qualifier"] == "vague" and "low" not in f
                                        for c in claims for f in c.get("figures", [])))
    check("34 and 65 are of the whole", all(f.get("scope") == "cumulative" for count, measure in ((34, "killed"), (65, "injured"))
                                            for c in toll(count, count, measure) for f in c["figures"]))
    # What it does not say: that anybody refused, deployed by a show of force, fought instead of talking.
    kinds = [c["event"]["type"] for c in claims]
    for kind in ("refusal", "demand", "riot", "protest", "verdict"):
        check(f"no {kind}", kind not in kinds)
    for kind, most in (("exercise", 1), ("deployment", 1), ("siege", 1), ("assassination", 1), ("talks_breakdown", 2), ("clash", 2)):
        check(f"{kind}: {most} at most", kinds.count(kind) <= most)

    def related(kind, whose, whom):
        found = [r["data"] for r in lines if r["type"] == "relation" and r["data"]["kind"] == kind]
        end = lambda e: e.get("name", "") + " " + e.get("text", "")
        check(f"{whose} {kind} {whom}", any(whose in end(r["from"]) and whom in end(r["to"]) for r in found))

    related("member_of", "Amir Khan Muttaqi", "Taliban")
    related("alias_of", "mujahedin", "Taliban")
    related("distance_from", "Panjshir", "Kabul")
    related("alias_of", "FNR", "National Resistance Front")
    related("leads", "Ahmad Massoud", "National Resistance Front")
    related("child_of", "Ahmad Massoud", "Ahmed Shah Massoud")
    related("member_of", "Amrullah Saleh", "ousted government")
    related("former_member_of", "former members", "security forces")
    related("member_of", "Fahim Dashti", "National Resistance Front")

    def noted(kind, word):
        check(f"note: {kind} {word}", any(n["type"] == "note" and n["data"]["kind"] == kind and word in n["data"].get("text", "")
                                          for n in lines))

    noted("garbled", "ervia")
    noted("suspicious_term", "anti-Italian")
    for fault in faults:
        print(f"not as it should be: {fault}")
    print(f"{len(claims)} claims, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
