"""The kits of ../shared/bench and how Sitrep is measured with each: what bench/predict and bench/score share.

A kit is an entry of KITS: the program that makes predictions (a target of bench/CMakeLists.txt that takes the
INPUT file and prints prediction lines), where the kit's house rules need one a script that makes predictions of what
the program prints ("template"), how INPUT is made from a split (only what the program may see), and the kit's own
scorer.
"""
import hashlib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("SITREP_SHARED", ROOT.parent / "shared")) / "bench"


def article_input(split):
    """Lines {"id", "url", "html"} of a split; the marked text stays behind."""
    folder = SHARED / "article" / split
    for line in open(folder / "truth.jsonl", encoding="utf-8"):
        row = json.loads(line)
        yield {"id": row["id"], "url": row["url"], "html": str(folder / "html" / (row["id"] + ".html.gz"))}


def geoparse_input(split):
    """Lines {"id", "text"}; `split` is dev, the only one."""
    for line in open(SHARED / "geoparse" / (split + ".jsonl"), encoding="utf-8"):
        row = json.loads(line)
        yield {"id": row["id"], "text": row["text"]}


def in_second_half(name):
    """By a hash of an id: the same half whatever else there is."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 1


def timex_rows(split):
    """The marked documents of `train`, `dev` or `meantime`; `dev-read` and `dev-kept` are the halves of dev, by a hash
    of the id: errors are looked at in the one, the other is only ever counted."""
    name, _, half = split.partition("-")
    for line in open(SHARED / "timex" / (name + ".jsonl"), encoding="utf-8"):
        row = json.loads(line)
        kept = in_second_half(row["id"])
        if not half or kept == (half == "kept"):
            yield row


def timex_input(split):
    """Lines {"id", "text", "dct"}."""
    return ({"id": row["id"], "text": row["text"], "dct": row["dct"]} for row in timex_rows(split))


def gold_file(name, rows):
    """The rows that a scorer is to hold predictions against, as a file of build/bench."""
    gold = ROOT / "build" / "bench" / (name + ".jsonl")
    gold.parent.mkdir(parents=True, exist_ok=True)
    with open(gold, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return gold


def timex_score(split, pred):
    gold = gold_file("timex-" + split, timex_rows(split))
    return [SHARED / "timex" / "score.py", "--gold", gold, "--pred", pred]


def attribution_input(split):
    """Lines {"id", "text"} of `train` or `dev`."""
    for line in open(SHARED / "attribution" / (split + ".jsonl"), encoding="utf-8"):
        row = json.loads(line)
        yield {"id": row["id"], "text": row["text"]}


def casualties_rows(split):
    """The marked texts of `airwars`, `notes` or `muc4` (those whose split is tst1 or tst2; `muc4-train`: the others), or of
    all three (`dev`)."""
    for name in ("airwars", "muc4", "notes") if split == "dev" else (split.partition("-")[0],):
        for line in open(SHARED / "casualties" / (name + ".dev.jsonl"), encoding="utf-8"):
            row = json.loads(line)
            if name != "muc4" or (row["split"] in ("tst1", "tst2")) != split.endswith("-train"):
                yield row


def casualties_input(split):
    """Lines {"id", "text"}."""
    return ({"id": row["id"], "text": row["text"]} for row in casualties_rows(split))


def casualties_score(split, pred):
    gold = gold_file("casualties-" + split, casualties_rows(split))
    return [SHARED / "casualties" / "score.py", "--gold", gold, "--pred", pred]


def coding_input(split):
    """Lines {"id", "subset", "text"} of one subset (`plover`, `types` ...), or of all of them for dev."""
    for name in [split] if split != "dev" else ("plover", "petr2", "unit", "spans", "types", "raters"):
        for line in open(SHARED / "coding" / (name + ".dev.jsonl"), encoding="utf-8"):
            row = json.loads(line)
            yield {"id": row["id"], "subset": row["subset"], "text": row["text"]}


def coding_score(split, pred):
    names = [split] if split != "dev" else ["plover", "petr2", "unit", "spans", "types", "raters"]
    gold = [part for name in names for part in ("--gold", SHARED / "coding" / (name + ".dev.jsonl"))]
    return [SHARED / "coding" / "score.py", *gold, "--pred", pred]


def police_input(split):
    """Lines {"id", "sentences": [{"n", "text"}]}."""
    for line in open(SHARED / "police" / ("police.%s.jsonl" % split), encoding="utf-8"):
        row = json.loads(line)
        yield {"id": row["id"], "sentences": [{"n": s["n"], "text": s["text"]} for s in row["sentences"]]}


def muc4_input(split):
    """Lines {"id", "text", "header", "place", "date"} of `train` or `dev`: the report with its dateline."""
    for line in open(SHARED / "muc4" / (split + ".jsonl"), encoding="utf-8"):
        row = json.loads(line)
        dateline = row["dateline"] or {}
        yield {"id": row["id"], "text": row["text"], "header": row["header"], "place": dateline.get("place"),
               "date": dateline.get("iso")}


def linking_rows(split):
    """The reports of `dev`; `dev-a` and `dev-b` are the halves of it, by a hash of the incident: weights are fitted on the
    one, the other is only ever counted."""
    folder = SHARED / "linking"
    wanted = {doc for row in linking_incidents(split) for doc in row["docs"]}
    for line in open(folder / "docs.dev.jsonl", encoding="utf-8"):
        row = json.loads(line)
        if row["doc_id"] in wanted:
            yield row


def linking_incidents(split):
    half = split.partition("-")[2]
    for line in open(SHARED / "linking" / "incidents.dev.jsonl", encoding="utf-8"):
        row = json.loads(line)
        b = in_second_half(row["incident_id"])
        if not half or b == (half == "b"):
            yield row


def linking_input(split):
    """Lines {"doc_id", "title", "date", "site", "url", "text"}."""
    return ({key: row.get(key) for key in ("doc_id", "title", "date", "site", "url", "text")} for row in linking_rows(split))


def linking_score(split, pred):
    gold = gold_file("linking-" + split, linking_incidents(split))
    return [SHARED / "linking" / "score.py", "--gold", gold, "--pred", pred]


KITS = {
    "article": {
        "program": "article_text",
        "input": article_input,
        "score": lambda split, pred: [SHARED / "article" / "score.py", "--gold", SHARED / "article" / split / "truth.jsonl",
                                      "--pred", pred],
    },
    "attribution": {
        "program": "attributions",
        "input": attribution_input,
        "score": lambda split, pred: [SHARED / "attribution" / "score.py", "--gold", SHARED / "attribution" / (split + ".jsonl"),
                                      "--pred", pred],
    },
    "casualties": {"program": "casualty_figures", "template": "casualties.py", "input": casualties_input,
                   "score": casualties_score},
    # Kits whose predictions a script of this folder makes from what sitrep prints.
    "coding": {
        "script": ["coding_events", "--actors", SHARED / "coding" / "unit_actors.tsv"],
        "input": coding_input,
        "score": coding_score,
    },
    "police": {
        "script": ["police_labels"],
        "input": police_input,
        "score": lambda split, pred: [SHARED / "police" / "score.py", "--gold", SHARED / "police" / ("police.%s.jsonl" % split),
                                      "--pred", pred],
    },
    "muc4": {
        "script": ["muc4_templates"],
        "input": muc4_input,
        "score": lambda split, pred: [SHARED / "muc4" / "score.py", "--gold", SHARED / "muc4" / (split + ".jsonl"), "--pred", pred],
    },
    "linking": {"program": "linking_incidents", "input": linking_input, "score": linking_score},
    "timex": {"program": "timex_values", "input": timex_input, "score": timex_score},
    "geoparse": {
        "program": "geoparse_places",
        "input": geoparse_input,
        "score": lambda split, pred: [SHARED / "geoparse" / "score.py", "--gold", SHARED / "geoparse" / (split + ".jsonl"),
                                      "--pred", pred, "--ids-only"],
    },
}


def kit(name):
    if name not in KITS:
        raise SystemExit("bench: no kit %s; kits: %s" % (name, ", ".join(sorted(KITS))))
    return KITS[name]


def built(target):
    """The path of a program of bench/, built Release in build/bench (or $SITREP_BENCH_BUILD) when it is old."""
    build = pathlib.Path(os.environ.get("SITREP_BENCH_BUILD", ROOT / "build" / "bench"))
    if not (build / "build.ninja").is_file():
        run(["cmake", "-S", ROOT, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DSITREP_DEV=ON"])
    run(["ninja", "-C", build, target])
    return build / ("src/cli" if target == "sitrep" else "bench") / target


def run(command):
    """A step of building: quiet unless it fails."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.stderr.write(done.stdout[-4000:])
        raise SystemExit("bench: %s failed" % command[0])
