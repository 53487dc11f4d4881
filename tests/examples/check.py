#!/usr/bin/env python3
"""The examples, read: metadata and parts as reports.tsv says, tolls with who gives them as tolls.tsv says.

    check.py --sitrep PROGRAM

Both tables hold what a careful reader finds. In reports.tsv `-` is absent and `*` is left open; `parts`
counts all kinds but body, quote and boilerplate. A row of tolls.tsv is one figure of one source:
an empty cell is absent (or, for the qualifier, left open), `who` is part of the source's name (case aside), or
`outlet`; `read` says whether this version finds it. A row that says no and is found is a fault like
one that says yes and is not, so that the column stays true; UPDATE_GOLDEN=1 rewrites that column.
"""
import argparse
import collections
import csv
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent.parent / "examples"
KINDS = ("headline", "subheadline", "dateline", "byline", "credit", "caption", "crosshead")


def table(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(program, name):
    """The reports of a file: [(report, claims)]."""
    ran = subprocess.run([program, "read", "--json", str(EXAMPLES / name)], capture_output=True, text=True)
    if ran.returncode != 0:
        raise SystemExit(f"{name}: exit {ran.returncode}: {ran.stderr}")
    reports = []
    for line in map(json.loads, ran.stdout.splitlines()):
        if line["type"] == "report":
            reports.append((line["data"], []))
        elif line["type"] == "claim":
            reports[-1][1].append(line["data"])
    return reports


def metadata(report):
    """A report's row, as reports.tsv writes it."""
    counts = collections.Counter(p["kind"] for p in report.get("parts", []))
    listed = lambda key: "; ".join(report.get(key, [])) or "-"
    return {"headline": report.get("headline", "-"), "published": report.get("published", "-"),
            "outlet": report.get("outlet", "-"), "dateline": report.get("dateline", {}).get("place", "-"),
            "byline": listed("byline"), "credit": listed("credit"), "language": report.get("language", "-"),
            "parts": ", ".join(f"{kind} {counts[kind]}" for kind in KINDS if counts[kind])}


def same_parts(want, got):
    return want == "*" or sorted(want.split(", ")) == sorted(got.split(", "))


def gives(claim, row):
    """Whether a claim is the figure of a row, by its source."""
    source = claim["source"]
    names = " ".join([source.get("name", ""), source.get("text", ""), source.get("body", "")])
    by = source["kind"] == "outlet" if row["who"] == "outlet" else row["who"].lower() in names.lower()
    number = lambda cell: int(cell) if cell else None
    return by and any(f["measure"] == row["measure"] and f.get("low") == number(row["low"])
                      and (f.get("high") == number(row["high"]))
                      and row["qualifier"] in ("", f.get("qualifier")) for f in claim.get("figures", []))


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--sitrep", required=True)
    options = args.parse_args()
    wanted, tolls = table("reports.tsv"), table("tolls.tsv")
    files = {name: read(options.sitrep, name) for name in sorted({r["file"] for r in wanted + tolls})}
    faults = [f"{path.name} is in no row of reports.tsv or tolls.tsv" for path in sorted(EXAMPLES.iterdir())
              if path.suffix != ".md" and path.name not in files]
    counts = collections.Counter(row["file"] for row in wanted)
    for name, count in counts.items():
        if len(files[name]) != count:
            faults.append(f"{name}: {len(files[name])} reports, not {count}")
    for row in wanted:
        number = int(row["report"])
        if number > len(files[row["file"]]):
            continue
        got = metadata(files[row["file"]][number - 1][0])
        for key, value in got.items():
            same = same_parts(row[key], value) if key == "parts" else row[key] in ("*", value)
            if not same:
                faults.append(f"{row['file']} {number}: {key} is {value!r}, not {row[key]!r}")
    read_now = 0
    for row in tolls:
        reports = files[row["file"]] if row["report"] == "*" else files[row["file"]][int(row["report"]) - 1:][:1]
        found = any(gives(claim, row) for _, claims in reports for claim in claims)
        read_now += found
        if os.environ.get("UPDATE_GOLDEN") == "1":
            row["read"] = "yes" if found else "no"
        elif found != (row["read"] == "yes"):
            faults.append(f"{row['file']} {row['report']}: {row['measure']} {row['low']} by {row['who']}: "
                          + ("is read now: UPDATE_GOLDEN=1" if found else "is not read"))
    if os.environ.get("UPDATE_GOLDEN") == "1":
        with open(HERE / "tolls.tsv", "w", encoding="utf-8") as file:
            file.write("".join("\t".join(r) + "\n" for r in [tolls[0].keys()] + [r.values() for r in tolls]))
    for fault in faults:
        print(fault)
    print(f"{len(wanted)} reports, {read_now} of {len(tolls)} tolls read, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
