#!/usr/bin/env python3
"""Golden files: tests/golden/PHENOMENON/CASE.txt is read, and what is read of it must be CASE.want.

    golden.py --sitrep PROGRAM [--cases DIR] [NAME...]     NAME: a phenomenon, or PHENOMENON/CASE

A .want holds what `sitrep read --json` says, made short: parts, metadata, then a claim a block, in
the order told; absent values are absent. With UPDATE_GOLDEN=1 the .want files are rewritten, and
`git diff` is the review. Exits 1 when one differs, when a .want has no case, when no case is found.
"""
import argparse
import concurrent.futures
import difflib
import json
import os
import pathlib
import subprocess
import sys


def quoted(text, words=14):
    """The text on one line, its middle left out when it is long."""
    parts = text.split()
    if len(parts) > words:
        parts = parts[:words - 4] + ["..."] + parts[-4:]
    return '"' + " ".join(parts) + '"'


def pick(value, *keys):
    """`key=value` for the keys that are there."""
    return " ".join(f"{key}={value[key]}" for key in keys if key in value)


def line(name, *rest):
    return "  " + " ".join([f"{name:<8}", *[r for r in rest if r]]).rstrip()


def report_lines(report):
    text = report["text"]
    yield "report " + " ".join(filter(None, [
        pick(report, "outlet", "published", "modified", "language"),
        *(f"headline={quoted(report[k], 40)}" for k in ("headline",) if k in report),
        *("byline=" + "; ".join(report[k]) for k in ("byline",) if report.get(k)),
        *("credit=" + "; ".join(report[k]) for k in ("credit",) if report.get(k))])).rstrip()
    if "dateline" in report:
        yield line("dateline", pick(report["dateline"], "place", "date", "agency"))
    for part in report.get("parts", []):
        yield line(part["kind"], quoted(text[part["begin"]:part["end"]]))


def figure_line(figure):
    low, high = figure.get("low"), figure.get("high")
    count = "" if low is None and high is None else str(low) if low == high else f"{low}..{'' if high is None else high}"
    return line(figure["measure"], count, quoted(figure.get("text", "")),
                pick(figure, "qualifier", "of", "civilian", "sex", "age_group", "scope"))


def claim_lines(claim, text):
    event, status, source = claim["event"], claim["status"], claim["source"]
    kind = event["type"] + ("/" + event["subtype"] if "subtype" in event else "")
    yield (f"claim {claim['id']} {kind} {quoted(event['text'])} {event['ref']} {status['polarity']} {status['modality']} "
           + pick(event, "part_of")).rstrip()
    name = source.get("name", source.get("text", ""))
    yield line("says", source["kind"], quoted(name) if name else "", pick(source, "role", "body", "party", "speech", "cue",
                                                                         "anonymity", "said"))
    for channel in source.get("channels", []):
        yield line("via", pick(channel, "name", "medium", "date"))
    for actor in claim.get("actors", []):
        yield line(actor["role"], quoted(actor.get("name", actor.get("text", ""))), pick(actor, "kind"))
    for figure in claim.get("figures", []):
        yield figure_line(figure)
    if "time" in claim:
        time = claim["time"]
        yield line("time", f"{time.get('earliest', '?')}..{time.get('latest', '?')}", pick(time, "precision"), quoted(time.get("text", "")))
    for place in ([claim["place"]] if "place" in claim else []) + claim.get("places", []):
        yield line("place", pick(place, "role", "name", "precision"))
    for answer in claim.get("answers", []):
        yield line("answers", pick(answer, "claim", "how"))
    yield line("words", quoted(text[claim["evidence"]["begin"]:claim["evidence"]["end"]]))


def dump(output):
    """The short form of what `read --json` printed of one report."""
    lines, text = [], ""
    for record in map(json.loads, output.splitlines()):
        kind, data = record["type"], record["data"]
        words = lambda: quoted(text[data["evidence"]["begin"]:data["evidence"]["end"]]) if "evidence" in data else ""
        if kind == "report":
            text = data["text"]
            lines += report_lines(data)
        elif kind == "claim":
            lines += claim_lines(data, text)
        elif kind == "silence":
            who = data["who"].get("name", data["who"].get("text", ""))
            lines.append(f"silence {data['kind']} {quoted(who)} {words()}".rstrip())
        elif kind == "relation":
            ends = [data[k].get("name", data[k].get("text", "")) for k in ("from", "to")]
            lines.append(f"relation {quoted(ends[0])} {data['kind']} {quoted(ends[1])}")
        elif kind == "note":
            lines.append(f"note {data['kind']} {words()}".rstrip())
    return "\n".join(lines) + "\n"


def check(program, case, update):
    """What is wrong with one case, or None."""
    ran = subprocess.run([program, "read", "--json", str(case)], capture_output=True, text=True)
    if ran.returncode != 0:
        return f"{case}: exit {ran.returncode}: {ran.stderr.strip()}"
    got, want = dump(ran.stdout), case.with_suffix(".want")
    if update:
        want.write_text(got)
        return None
    if not want.is_file():
        return f"{want} is missing: UPDATE_GOLDEN=1 writes it"
    expected = want.read_text()
    if got == expected:
        return None
    return "".join(difflib.unified_diff(expected.splitlines(True), got.splitlines(True), str(want), "what is read now"))


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--sitrep", required=True)
    args.add_argument("--cases", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent)
    args.add_argument("names", nargs="*")
    options = args.parse_args()
    cases = sorted(options.cases.glob("*/*.txt"))
    faults = [f"{want}: no case of this name" for want in sorted(options.cases.glob("*/*.want"))
              if not want.with_suffix(".txt").is_file()]
    if options.names:
        cases = [c for c in cases if c.parent.name in options.names or f"{c.parent.name}/{c.stem}" in options.names]
    if not cases:
        raise SystemExit(f"no golden files of {' '.join(options.names) or 'any name'} in {options.cases}")
    update = os.environ.get("UPDATE_GOLDEN") == "1"
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        faults += filter(None, pool.map(lambda case: check(options.sitrep, case, update), cases))
    for fault in faults:
        print(fault)
    print(f"{len(cases)} golden files, {'rewritten' if update else f'{len(faults)} differ'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
