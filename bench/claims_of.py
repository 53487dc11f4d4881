"""Claims and trees of many short texts, by one run of the program each: what the templates of bench/ are made from."""
import collections
import json
import re
import subprocess
import tempfile

ADDRESS = "https://kit.example/"


def claims_of(program, rows):
    """{id: (text, claims)} for rows {"id", "text"}; `program` is a sitrep. Claims are the data of its JSON lines."""
    out = {row["id"]: ("", []) for row in rows}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as given:
        for row in rows:
            if row["text"].strip():
                given.write(json.dumps({"url": ADDRESS + row["id"], "text": row["text"], "language": "en"}) + "\n")
        given.flush()
        lines = subprocess.run([program, "read", "--json", given.name], stdout=subprocess.PIPE, check=True).stdout
    current = None
    for line in lines.decode("utf-8").splitlines():
        row = json.loads(line)
        if row["type"] == "report":
            current = row["data"]["uri"][len(ADDRESS):]
            out[current] = (row["data"]["text"], [])
        elif row["type"] == "claim":
            out[current][1].append(row["data"])
    return out


# A word of a tree: `head` is the place of the word it hangs on in the same sentence, -1 at the root; `begin` its first byte.
Word = collections.namedtuple("Word", "form lemma tag head relation begin")


def trees_of(program, rows):
    """{id: [[Word]]} for rows {"id", "text"}: the sentences of each text, by `sitrep parse`."""
    told = [row for row in rows if row["text"].strip()]
    out = {row["id"]: [] for row in rows}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as given:
        for row in told:
            given.write(json.dumps({"url": ADDRESS + row["id"], "text": row["text"], "language": "en"}) + "\n")
        given.flush()
        parsed = subprocess.run([program, "parse", given.name], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    for row, document in zip(told, parsed.split("# newdoc")[1:]):
        for block in document.split("\n\n"):
            cells = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
            cells = [c for c in cells if c[0].isdigit()]
            if cells:
                out[row["id"]].append([
                    Word(c[1], c[2], c[3], int(c[6]) - 1, c[7], int(re.search(r"TokenRange=(\d+):", c[9]).group(1))) for c in cells])
    return out
