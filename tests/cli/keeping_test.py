#!/usr/bin/env python3
"""A ledger from outside: add, list, show, export, verify."""
import csv
import io
import json
import os
import sqlite3
import subprocess
import unittest

import running


def line(number, text, **more):
    return json.dumps({"id": f"r{number}", "text": text, "date": f"2031-05-{number:02}", **more}) + "\n"


REPORTS = (
    line(1, "Nine people were killed in Kalmar on Thursday, mayor Ida Holm said.", source="Harbour Post",
         url="https://harbour-post.example/1") +
    line(2, "At least 12 people were injured in Beirut on Friday, police said.", source="Northwire") +
    line(3, "Two soldiers were killed near Kalmar on Saturday, the Council Guard said.", source="Northwire"))


class Ledger(running.Case):
    def add(self, *operands, status=0, more=(), stdin=b""):
        lines = self.json_lines("add", "--json", *more, *operands, status=status, stdin=stdin)
        return [l["data"] for l in lines]

    def made(self):
        self.add(self.file("reports.jsonl", REPORTS))


class Add(Ledger):
    def test_each_report_is_acknowledged_and_there(self):
        path = self.file("reports.jsonl", REPORTS)
        outcomes = self.add(path)
        self.assertEqual([o["what"] for o in outcomes], ["added"] * 3)
        listed = self.json_lines("list", "reports", "--json")
        self.assertEqual([l["data"]["id"] for l in listed], [o["report"] for o in outcomes])
        self.assertTrue(all(o["path"].startswith(path) for o in outcomes))

    def test_the_same_again_adds_nothing_and_is_success(self):
        path = self.file("reports.jsonl", REPORTS)
        first = self.add(path)
        before = self.sitrep("export")[0]
        again = self.add(path, path)
        self.assertEqual([o["what"] for o in again], ["already_there"] * 6)
        self.assertEqual([o["report"] for o in again[:3]], [o["report"] for o in first])
        self.assertEqual(self.sitrep("export")[0], before)
        _, talk = self.sitrep("add", path)
        self.assertIn("0 reports added, 3 already there", talk)

    def test_other_text_under_the_same_address_is_a_new_version(self):
        old = self.add(self.file("1.jsonl", REPORTS.splitlines()[0]))[0]
        new = self.add(self.file("2.jsonl", line(1, "Eleven people were killed in Kalmar, mayor Ida Holm said.",
                                                 source="Harbour Post", url="https://harbour-post.example/1")))[0]
        self.assertEqual(new["what"], "new_version")
        self.assertEqual(new["revises"], old["report"])
        self.assertIn("a new version of " + old["report"][7:19], self.sitrep("show", new["report"])[0])
        self.assertEqual(len(self.json_lines("list", "reports", "--json")), 2)

    def test_folders_are_read_sorted_and_without_hidden_files_and_the_ledger_itself(self):
        for name in ("in/b.txt", "in/a/z.txt", "in/a.txt", "in/.hidden.txt", "in/.git/x.txt"):
            self.file(name, f"Two people were killed in {name}, police said.")
        outcomes = self.add("in", more=["--ledger", "in/own.ledger"])
        self.assertEqual([o["path"] for o in outcomes], ["in/a/z.txt", "in/a.txt", "in/b.txt"])
        again = self.add("in", more=["--ledger", "in/own.ledger"])
        self.assertEqual([o["what"] for o in again], ["already_there"] * 3)

    def test_an_empty_folder_is_said(self):
        os.mkdir(self.folder / "empty")
        self.assertIn("holds no files", self.sitrep("add", "empty", status=2)[1])

    def test_a_folder_that_cannot_be_read_does_not_stop_the_rest(self):
        self.file("in/a.txt", "Two people were killed in Kalmar, police said.")
        self.file("in/z.txt", "Three people were killed in Kalmar, police said.")
        # Its path is longer than the system takes: nobody can read it, not even root.
        at = os.open(self.folder / "in", os.O_RDONLY)
        for _ in range(25):
            os.mkdir("m" * 200, dir_fd=at)
            inner = os.open("m" * 200, os.O_RDONLY, dir_fd=at)
            os.close(at)
            at = inner
        os.close(at)
        outcomes = self.add("in", status=2)
        self.assertEqual(sorted(o["what"] for o in outcomes), ["added", "added", "failed"])

    def test_a_closed_pipe_ends_it_and_is_no_success(self):
        path = self.file("many.jsonl", "".join(line(1, f"{n} people were killed in Kalmar.") for n in range(2, 20_000)))
        process = subprocess.Popen([running.PROGRAM, "add", "--json", "--reader", "none", path], cwd=self.folder,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        talk = process.stderr.read().decode()
        process.stderr.close()
        self.assertEqual(process.wait(timeout=120), 2)
        self.assertIn("stopped", talk)
        self.assertIn("no fault", self.sitrep("verify")[1])

    def test_what_fails_is_counted_with_reasons_and_the_rest_is_added(self):
        good = self.file("good.jsonl", REPORTS)
        bad = self.file("bad.jsonl", REPORTS.splitlines()[0].replace("Nine", "Ten") + '\n{"id":"9","text":}\n')
        out, talk = self.sitrep("add", "missing.txt", bad, good, status=2)
        self.assertEqual(out, "")
        self.assertIn("3 reports added, 1 new version", talk)
        self.assertRegex(talk, r"2 failed \(.*1 not_found.*\)")
        self.assertEqual(len(self.json_lines("list", "reports", "--json")), 4)
        failed = [o for o in self.add("missing.txt", good, status=2) if o["what"] == "failed"]
        self.assertEqual([(o["error"], o["where"]) for o in failed], [("not_found", "missing.txt")])

    def test_quiet(self):
        self.assertEqual(self.sitrep("add", "--quiet", self.file("reports.jsonl", REPORTS)), ("", ""))

    def test_standard_input(self):
        self.assertEqual([o["what"] for o in self.add("-", stdin=REPORTS.encode())], ["added"] * 3)

    def test_any_number_of_jobs_gives_the_same_ledger(self):
        exports = []
        for jobs in ("1", "2", "5"):
            ledger = f"{jobs}.ledger"
            self.sitrep("add", "--ledger", ledger, "-j", jobs, *running.examples())
            exports.append([self.sitrep("export", "--ledger", ledger, "--format", form, env={})[0]
                            for form in ("jsonl", "csv")])
            self.assertIn("no fault", self.sitrep("verify", "--ledger", ledger)[1])
        for jsonl, table in exports[1:]:
            self.assertEqual(jsonl, exports[0][0])
            # The last column is when the ledger learned it.
            without = [[row[:-1] for row in csv.reader(io.StringIO(t, newline=""))] for t in (table, exports[0][1])]
            self.assertEqual(*without)

    def test_what_is_kept_is_what_read_prints(self):
        files = [p for p in running.examples() if p.suffix == ".txt"]
        self.sitrep("add", *files)
        kept = {l for l in self.sitrep("export")[0].splitlines()}
        read = {l for l in self.sitrep("read", "--json", *files)[0].splitlines()}
        self.assertEqual(kept, read)


class Find(Ledger):
    def setUp(self):
        super().setUp()
        self.made()

    def ids(self, kind, *flags, status=0):
        lines = self.json_lines("list", kind, "--json", *flags, status=status)
        return [l["data"]["id"] if kind == "reports" else l["data"]["evidence"] and l["data"]["report"] for l in lines]

    def test_filters_of_reports(self):
        one, two, three = self.ids("reports")
        rows = [
            (["--from", "2031-05-02"], [two, three]),
            (["--to", "2031-05-02"], [one, two]),
            (["--from", "2031-05-02", "--to", "2031-05-02"], [two]),
            (["--outlet", "northwire"], [two, three]),
            (["--reverse"], [three, two, one]),
            (["--limit", "2"], [one, two]),
            (["-r", "-n1"], [three]),
        ]
        for flags, want in rows:
            with self.subTest(flags=flags):
                self.assertEqual(self.ids("reports", *flags), want)

    def test_filters_of_claims(self):
        one, two, three = self.ids("reports")
        every = self.ids("claims")
        self.assertEqual(set(every), {one, two, three})
        self.assertEqual(set(self.ids("claims", "--outlet", "Harbour Post")), {one})
        self.assertEqual(set(self.ids("claims", "--place", "beir")), {two})
        self.assertEqual(self.ids("reports", "--place", "BEIRUT"), [two])
        types = {l["data"]["event"]["type"] for l in self.json_lines("list", "claims", "--json")}
        for wanted in types:
            found = self.json_lines("list", "claims", "--json", "--type", wanted)
            self.assertEqual({l["data"]["event"]["type"] for l in found}, {wanted})

    def test_nothing_found_is_exit_1_with_near_names(self):
        out, talk = self.sitrep("list", "reports", "--outlet", "Nortwire", status=1)
        self.assertEqual(out, "")
        self.assertIn('did you mean "Northwire"?', talk)
        for words in (["list", "claims", "--type", "clsh"], ["export", "--type", "Clash"]):
            out, talk = self.sitrep(*words, status=1)
            self.assertEqual(out, "")
            self.assertIn(f'there is no event type "{words[-1]}"', talk)
            self.assertIn('did you mean "clash"', talk)
        self.assertNotIn("no event type", self.sitrep("list", "claims", "--type", "clash", status=1)[1])
        for words in (["list", "claims", "--type", "quux"], ["export", "--from", "2040-01-01"],
                      ["export", "--format", "csv", "--place", "Atlantis"]):
            self.assertIn("nothing matches", self.sitrep(*words, status=1)[1])

    def test_lists_for_people(self):
        out, talk = self.sitrep("list", "reports")
        self.assertEqual(talk, "")
        self.assertEqual(len(out.splitlines()), 4)
        self.assertRegex(out.splitlines()[1], r"^[0-9a-f]{12}  2031-05-01  Harbour Post  \d")
        out, _ = self.sitrep("list", "claims")
        self.assertRegex(out.splitlines()[1], r"^[0-9a-f]{12}#c1 ")
        for line in self.sitrep("list", "claims", "--width", "60")[0].splitlines():
            self.assertLessEqual(len(line), 60)

    def test_show(self):
        report = self.ids("reports")[0]
        for name in (report, report[7:], report[7:13]):
            out, _ = self.sitrep("show", name)
            self.assertIn("Ida Holm", out)
            self.assertIn("learned 20", out)
            self.assertIn("reading r", out)
        lines = self.json_lines("show", "--json", report)
        self.assertEqual(lines[0]["data"]["id"], report)
        self.assertEqual(lines[-1]["type"], "reading")
        claim = next(l for l in lines if l["type"] == "claim")
        self.assertEqual(self.json_lines("show", "--json", f"{report[7:19]}#{claim['data']['id']}"), [claim])
        self.assertIn("because: ", self.sitrep("show", f"{report[7:19]}#c1")[0])
        self.assertIn("body", self.sitrep("show", "--parts", report)[0])

    def test_show_what_is_not_there(self):
        report = self.ids("reports")[0]
        absent = ("0" if report[7] != "0" else "1") * 12
        self.assertIn("not_found", self.sitrep("show", absent, status=1)[1])
        self.assertIn("has no claim c99", self.sitrep("show", f"{report}#c99", status=1)[1])
        for bad in ("abc", "sha256:", "xyzxyzxyz"):
            self.sitrep("show", bad, status=2)

    def test_learned_is_a_clock_of_its_own(self):
        self.sitrep("add", "--ledger", "then.ledger", "reports.jsonl", env={"SOURCE_DATE_EPOCH": "1900000000"})
        out, _ = self.sitrep("list", "reports", "--ledger", "then.ledger", "--sort", "learned")
        self.assertEqual(out.count("2030-03-17 17:46"), 3)


class Export(Ledger):
    def setUp(self):
        super().setUp()
        self.sitrep("add", *running.examples())

    def test_csv_is_the_claims(self):
        table, _ = self.sitrep("export", "--format", "csv")
        self.assertTrue(table.endswith("\r\n"))
        rows = list(csv.DictReader(io.StringIO(table, newline="")))
        lines = [json.loads(l) for l in self.sitrep("export")[0].splitlines()]
        reports = {l["data"]["id"]: l["data"] for l in lines if l["type"] == "report"}
        claims = {(l["data"]["report"], l["data"]["id"]): l["data"] for l in lines if l["type"] == "claim"}
        self.assertEqual({(r["report"], r["claim"]) for r in rows}, set(claims))
        self.assertEqual(len(rows), len(claims))
        for row in rows:
            claim = claims[row["report"], row["claim"]]
            self.assertEqual(row["event_type"], claim["event"]["type"])
            self.assertEqual(row["source_kind"], claim["source"]["kind"])
            self.assertEqual(row["outlet"], reports[row["report"]].get("outlet", ""))
            self.assertEqual((int(row["begin"]), int(row["end"])), (claim["evidence"]["begin"], claim["evidence"]["end"]))
            evidence = reports[row["report"]]["text"][int(row["begin"]):int(row["end"])]
            self.assertEqual(row["evidence"].removeprefix("'") if evidence[0] in "=+-@" else row["evidence"], evidence)
            self.assertEqual(None in row, False, "more cells than headings")

    def test_each_column_is_described(self):
        heading = self.sitrep("export", "--format", "csv")[0].splitlines()[0].split(",")
        described = (running.SOURCE / "docs/csv.md").read_text(encoding="utf-8")
        for column in heading:
            self.assertIn(f"| `{column}` |", described)

    def test_filters_of_jsonl_leave_whole_reports_with_matching_claims(self):
        def named(claim, key):
            things = claim.get("actors", []) if key == "actor" else [claim["place"]] if "place" in claim else []
            return [t.get("name", t.get("text", "")) for t in things]

        self.made()  # the places of the examples are in no short list of places
        every = [l["data"] for l in self.json_lines("list", "claims", "--json")]
        for key in ("actor", "place"):
            names = sorted({name for claim in every for name in named(claim, key)} - {""})
            self.assertTrue(names, f"no claim has {key}")
            for name in names[:3]:
                part = name[1:].upper()
                lines = self.json_lines("export", f"--{key}", part)
                self.assertEqual(lines[0]["type"], "report")
                found = [l["data"] for l in lines if l["type"] == "claim"]
                for claim in found:
                    self.assertTrue(any(part.lower() in n.lower() for n in named(claim, key)), claim)
                listed = [l["data"] for l in self.json_lines("list", "claims", "--json", f"--{key}", part)]
                self.assertEqual(sorted(json.dumps(c) for c in found), sorted(json.dumps(c) for c in listed))
                self.assertLess(len(found), len(every))

    def test_to_a_file_whole_or_not_at_all(self):
        _, talk = self.sitrep("export", "-o", "out.jsonl")
        self.assertIn("out.jsonl: ", talk)
        self.assertEqual((self.folder / "out.jsonl").read_text(), self.sitrep("export")[0])
        self.sitrep("export", "-o", "out.jsonl", "--outlet", "Nobody", status=1)
        self.sitrep("export", "-o", "no/such/folder.csv", status=2)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir() if p.name.startswith("out")), ["out.jsonl"])

    def test_reading_changes_nothing(self):
        before = (self.folder / "sitrep.ledger").read_bytes()
        self.sitrep("list", "claims")
        self.sitrep("export")
        self.sitrep("verify")
        self.assertEqual((self.folder / "sitrep.ledger").read_bytes(), before)

    def test_a_folder_one_may_only_read(self):
        if os.geteuid() == 0:
            self.skipTest("root may write anywhere")
        os.chmod(self.folder, 0o555)
        self.addCleanup(os.chmod, self.folder, 0o755)
        self.sitrep("verify")
        self.assertIn("cannot_write", self.sitrep("add", running.examples()[0], status=2)[1])


class Verify(Ledger):
    def test_a_changed_row_is_named(self):
        self.made()
        self.assertIn("no fault", self.sitrep("verify")[1])
        database = sqlite3.connect(self.folder / "sitrep.ledger")
        for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE claim_texts SET json = replace(json, 'killed', 'kilted')")
        database.commit()
        database.close()
        out, talk = self.sitrep("verify", status=2)
        self.assertTrue(out or "damaged_ledger" in talk)


if __name__ == "__main__":
    running.main()
