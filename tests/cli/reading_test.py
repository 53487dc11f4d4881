#!/usr/bin/env python3
"""sitrep read, from outside: the record, tables for people, overrides, bad files among good ones."""
import gzip
import json
import os
import subprocess
import unittest

import jsonschema

import running

REPORT = ("KALMAR, May 4 (Northwire) - Nine people were killed when shells hit the market on Saturday, mayor Ida Holm "
          "said.\n\nA second paragraph tells of 2 wounded.\n")


class Record(running.Case):
    def test_every_example_is_valid_and_spans_lie_in_the_text(self):
        schema = json.loads((running.SOURCE / "docs/record.schema.json").read_text())
        validator = jsonschema.Draft202012Validator(schema)
        seen = set()
        for path in running.examples():
            length = None
            for line in self.json_lines("read", "--json", path):
                seen.add(line["type"])
                errors = [f"{list(e.path)}: {e.message}" for e in validator.iter_errors(line)]
                self.assertEqual(errors, [], f"{path.name}: {json.dumps(line)[:500]}")
                self.assertNotIn("null", [json.dumps(v) for v in line["data"].values()])
                if line["type"] == "report":
                    length = len(line["data"]["text"])
                else:
                    self.assertIn("report", line["data"])
                self.assert_spans(line["data"], length, path.name)
        self.assertLessEqual({"report", "claim", "note"}, seen)

    def assert_spans(self, value, length, where):
        if isinstance(value, dict):
            if "begin" in value:
                self.assertLessEqual(0, value["begin"], where)
                self.assertLessEqual(value["begin"], value["end"], where)
                self.assertLessEqual(value["end"], length, where)
            for inner in value.values():
                self.assert_spans(inner, length, where)
        elif isinstance(value, list):
            for inner in value:
                self.assert_spans(inner, length, where)

    def test_values_are_the_words_at_their_spans(self):
        for path in running.examples():
            text = None
            for line in self.json_lines("read", "--json", path):
                data = line["data"]
                if line["type"] == "report":
                    text = data["text"]
                if line["type"] != "claim":
                    continue
                for value in [data["event"], data["source"], *data.get("actors", []), *data.get("figures", []),
                              data.get("time", {}), data.get("place", {})]:
                    if "begin" in value and "text" in value:
                        self.assertEqual(value["text"], text[value["begin"]:value["end"]], path.name)

    def test_any_number_of_jobs_gives_the_same(self):
        files = running.examples()
        for form in (["--json"], []):
            one, _ = self.sitrep("read", *form, "-j1", *files)
            self.assertGreater(len(one), 1000)
            for jobs in ("2", "7"):
                self.assertEqual(self.sitrep("read", *form, "--jobs", jobs, *files)[0], one)

    def test_standard_input_is_read_like_a_file(self):
        path = self.file("a.txt", REPORT)
        from_file = self.json_lines("read", "--json", path)
        from_pipe = self.json_lines("read", "--json", "-", stdin=REPORT.encode())
        for lines in (from_file, from_pipe):
            lines[0]["data"].pop("path")
        self.assertEqual(from_file, from_pipe)
        self.assertEqual(self.json_lines("read", "--json", "-", stdin=gzip.compress(REPORT.encode()))[0]["data"]["text"],
                         from_file[0]["data"]["text"])

    def test_a_slow_stream_is_seen_as_it_comes(self):
        process = subprocess.Popen([running.PROGRAM, "read", "--json", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for number in range(3):
            line = json.dumps({"id": str(number), "text": f"{number + 2} people were killed on Monday, police said."})
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            while True:
                got = json.loads(process.stdout.readline())
                if got["type"] == "report":
                    break
            self.assertTrue(got["data"]["text"].startswith(str(number + 2)))
        process.stdin.close()
        process.stdout.read()
        process.stdout.close()
        self.assertEqual(process.wait(), 0)

    def test_overrides_win(self):
        path = self.file("a.txt", REPORT)
        line = self.json_lines("read", "--json", path, "--published", "2031-05-05T06:30+02:00", "--outlet", "Harbour Post",
                               "--uri", "https://harbour-post.example/7", "--language", "en")[0]["data"]
        self.assertEqual(line["published"], "2031-05-05")
        self.assertEqual(line["outlet"], "Harbour Post")
        self.assertEqual(line["uri"], "https://harbour-post.example/7")
        self.assertEqual(line["language"], "en")
        page = self.file("b.html", "<html><body><p>Fünf Tote</p></body></html>".encode("utf-8"))
        text = self.json_lines("read", "--json", "--encoding", "windows-1252", page)[0]["data"]["text"]
        self.assertIn("FÃ¼nf", text)

    def test_language_decides_what_is_read(self):
        path = self.file("a.txt", REPORT)
        claims = [l for l in self.json_lines("read", "--json", path) if l["type"] == "claim"]
        self.assertGreater(len(claims), 0)
        lines = self.json_lines("read", "--json", "--language", "sv", path)
        self.assertEqual({l["type"] for l in lines}, {"report", "note"})

    def test_a_codebook_of_the_users_own_tells_more(self):
        path = self.file("a.txt", "KALMAR - Raiders zorched a mill near Orlo on Friday.\n")
        book = self.file("my.codebook", "type attack\n  verb: zorch\n  example: Raiders zorched a mill. => target \"a mill\"\n")
        def types(*words):
            return [l["data"]["event"]["type"] for l in self.json_lines("read", "--json", *words, path) if l["type"] == "claim"]
        self.assertNotIn("attack", types())
        self.assertIn("attack", types("--codebook", book))
        bad = self.file("bad.codebook", "type attack\n  vreb: zorch\n")
        for words in (("read", "--codebook", bad, path), ("add", "--codebook", bad, path), ("codebook", "test", bad)):
            _, talk = self.sitrep(*words, status=2)
            self.assertIn("bad.codebook:2: malformed: a type has no \"vreb\"", talk)
            self.assertIn("did you mean verb", talk)

    def test_examples_of_a_codebook_are_run(self):
        book = self.file("my.codebook", "type attack\n  verb: zorch\n  example: Soldiers slept. => actor \"Soldiers\"\n")
        out, _ = self.sitrep("codebook", "test", book, status=1)
        self.assertIn("my.codebook:3: attack: no claim of attack", out)

    def test_reader_none_reads_nothing(self):
        path = self.file("a.txt", REPORT)
        self.assertEqual([l["type"] for l in self.json_lines("read", "--json", "--reader", "none", path)
                          if l["type"] != "note"], ["report"])


class People(running.Case):
    def test_the_table_tells_who_says_what_and_where_it_stands(self):
        out, talk = self.sitrep("read", "--published", "2031-05-04T22:10Z", running.EXAMPLES / "northwire-0504-kalmar.txt")
        self.assertEqual(talk, "")
        for word in ("2031-05-04 22:10 UTC", "Northwire", "what", "who says so", "killed", "Ida Holm"):
            self.assertIn(word, out)
        self.assertRegex(out, r"(?m)^   \d+:\d+  “")
        for line in out.splitlines():
            self.assertLessEqual(len(line), 80, line)

    def test_width(self):
        path = running.EXAMPLES / "northwire-0504-kalmar.txt"
        for width in (30, 60, 132):
            for line in self.sitrep("read", "--width", width, path)[0].splitlines():
                self.assertLessEqual(len(line), width, line)
        endless, _ = self.sitrep("read", "--width", "0", path)
        self.assertGreater(max(map(len, endless.splitlines())), 132)

    def test_colour_only_on_a_terminal(self):
        path = running.EXAMPLES / "northwire-0504-kalmar.txt"
        status, shown = running.on_terminal(["read", path], columns=100)
        self.assertEqual(status, 0)
        self.assertIn("\x1b[1m", shown)
        status, plain = running.on_terminal(["read", "--color", "never", path], columns=100)
        self.assertNotIn("\x1b[", plain)
        self.assertEqual(self.sitrep("read", "--width", "100", path)[0], plain)
        forced = self.run_sitrep("read", "--color", "always", path)
        self.assertIn(b"\x1b[1m", forced.stdout)

    def test_a_report_cannot_command_the_terminal(self):
        path = self.file("a.txt", "Two \x1b]0;owned\x07people were killed on Monday\x9b2J, mayor Ida \x1b[2JHolm said.\n")
        for form in ([], ["--parts"], ["--json"], ["--mentions"], ["--json-mentions"]):
            _, shown = running.on_terminal(["read", "--color", "never", *form, path])
            self.assertNotIn("\x1b", shown)
            self.assertNotIn("\x07", shown)
            self.assertNotIn("\x9b", shown)

    def test_parts(self):
        out, _ = self.sitrep("read", "--parts", "--width", "0", running.EXAMPLES / "northwire-0504-kalmar.txt")
        self.assertRegex(out, r"(?m)^headline +1:1 ")
        self.assertRegex(out, r"(?m)^dateline +\d+:\d+ +KALMAR")
        self.assertRegex(out, r"(?m)^body ")

    def test_mentions(self):
        path = self.file("a.txt", "Nine people were killed in Goma on Saturday, the mayor said.\n")
        out, _ = self.sitrep("read", "--mentions", "--published", "2031-05-05", "--width", "0", path)
        self.assertIn("[Nine](figure 9) people", out)
        self.assertIn("on [Saturday](time 2031-05-03)", out)
        self.assertIn("](source the mayor), [the mayor](actor mayor) said.", out)
        _, shown = running.on_terminal(["read", "--mentions", path])
        self.assertIn("\x1b[36mSaturday\x1b[0m", shown)

    def test_mentions_as_json(self):
        path = self.file("a.txt", "“Né! Nine people were killed on Saturday,” the mayor said.\n")
        out, _ = self.sitrep("read", "--json-mentions", "--published", "2031-05-05", path)
        self.assertEqual(out, self.sitrep("read", "--mentions", "--json", "--published", "2031-05-05", path)[0])
        lines = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([line["type"] for line in lines[:2]], ["report", "mention"])
        report = lines[0]["data"]
        mentions = [line["data"] for line in lines if line["type"] == "mention"]
        for mention in mentions:
            self.assertEqual(mention["report"], report["id"])
            self.assertEqual(report["text"][mention["begin"]:mention["end"]], mention["text"])
        found = {mention["kind"]: mention for mention in mentions}
        self.assertEqual(found["time"]["value"], "2031-05-03")
        self.assertEqual(found["time"]["time"]["earliest"], "2031-05-03")
        self.assertEqual(found["figure"]["figure"]["low"], 9)
        self.assertEqual(found["source"]["source"]["text"], "the mayor")


class Streams(running.Case):
    def test_one_bad_file_does_not_stop_the_rest(self):
        good = self.file("good.txt", REPORT)
        binary = self.file("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
        empty = self.file("empty.txt", b"")
        lines = self.file("lines.jsonl", '{"id":"1","text":"Two were killed on Monday."}\n{"id":"2","text":\n'
                                         '{"id":"3","text":"Three were killed on Monday."}\n')
        out, talk = self.sitrep("read", "--json", "missing.txt", binary, empty, lines, self.folder, good, status=2)
        texts = [json.loads(l)["data"]["text"] for l in out.splitlines() if json.loads(l)["type"] == "report"]
        self.assertEqual(len(texts), 3, out)
        self.assertTrue(texts[2].startswith("KALMAR"))
        for said in ("missing.txt: not_found", "picture.png", "empty.txt", "lines.jsonl", "is a folder"):
            self.assertIn(said, talk)

    def test_a_closed_pipe_is_quiet(self):
        files = list(map(str, running.examples())) * 5
        for form in ([], ["--json"]):
            process = subprocess.Popen([running.PROGRAM, "read", *form, *files], stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE)
            process.stdout.readline()
            process.stdout.close()
            talk = process.stderr.read()
            process.stderr.close()
            self.assertEqual(process.wait(timeout=120), 0)
            self.assertEqual(talk, b"")

    def test_a_closed_pipe_ends_it_though_input_goes_on(self):
        process = subprocess.Popen([running.PROGRAM, "read", "--json", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdout.close()
        line = json.dumps({"id": "1", "text": "Two were killed on Monday."}).encode() + b"\n"
        process.stdin.write(line)
        process.stdin.flush()
        # Its input stays open: it must end all the same.
        self.assertEqual(process.wait(timeout=60), 0)
        process.stdin.close()

    def test_a_full_disk_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            ran = subprocess.run([running.PROGRAM, "read", "--json", self.file("a.txt", REPORT)], stdout=full,
                                 stderr=subprocess.PIPE)
        self.assertEqual(ran.returncode, 2)
        self.assertIn(b"cannot_write", ran.stderr)


if __name__ == "__main__":
    running.main()
