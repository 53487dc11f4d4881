"""Claims of many short texts, by one run of the program: what the templates of bench/ are made from."""
import json
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
