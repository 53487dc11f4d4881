#!/usr/bin/env python3
"""Reviews from outside: scripts, files between teams, quality, and the screen through a pseudo-terminal.

    review_test.py --sitrep PROGRAM --source ROOT
"""
import json
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
import fcntl

import running
from keeping_test import Ledger, line

REPORTS = (
    line(1, "Nine people were killed in Kalmar on Thursday, mayor Ida Holm said. The harbour was shut.", source="Harbour Post") +
    line(2, "At least 12 people were injured in Beirut on Friday, police said.", source="Northwire") +
    line(3, "Two soldiers were killed near Kalmar on Saturday, the Council Guard said.", source="Northwire"))


class Screen:
    """The program on a terminal: keys in, what is on the screen out."""

    def __init__(self, words, folder, columns=100, rows=40):
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = dict(os.environ, TERM="xterm-256color")
        environment.pop("NO_COLOR", None)
        self.process = subprocess.Popen([running.PROGRAM, *words], stdin=theirs, stdout=theirs, stderr=subprocess.PIPE,
                                        cwd=folder, env=environment)
        os.close(theirs)
        self.shown = ""

    def wait(self, pattern, seconds=60):
        """Until the last screen drawn holds the pattern; gives it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            last = self.shown.split("\x1b[H\x1b[2J")[-1]
            if re.search(pattern, last):
                return last
            if select.select([self.ours], [], [], 0.2)[0]:
                try:
                    self.shown += os.read(self.ours, 65536).decode("utf-8", "replace")
                except OSError:
                    break
        raise AssertionError(f"{pattern!r} never came:\n{self.shown[-3000:]}")

    def press(self, keys):
        os.write(self.ours, keys.encode())

    def end(self):
        while True:
            try:
                if not os.read(self.ours, 65536):
                    break
            except OSError:
                break
        os.close(self.ours)
        talk = self.process.stderr.read().decode()
        self.process.stderr.close()
        return self.process.wait(), talk


class Review(Ledger):
    def made(self):
        self.add(self.file("reports.jsonl", REPORTS))
        return [f"{c['data']['report'][7:19]}#{c['data']['id']}" for c in self.claims()]

    def claims(self, *more):
        return self.json_lines("list", "claims", "--json", *more)

    def decide(self, claim, decision, *more, who="Ada", status=0):
        return self.sitrep("review", claim, "--decision", decision, "--reviewer", who, *more, status=status)

    def test_decisions_stand_in_lists_shows_exports_and_events(self):
        ids = self.made()
        self.decide(ids[0], "change", "--field", "/figures/0", "--value", "11", "--reason", "misread")
        self.decide(ids[1], "reject", "--reason", "not said")
        claims = self.claims()
        self.assertEqual(len(claims), len(ids) - 1)
        self.assertEqual(claims[0]["data"]["figures"][0]["low"], 11)
        self.assertIn("changed by Ada: misread", [b["rule"] for b in claims[0]["data"]["because"]])
        self.assertIn("11", self.sitrep("show", ids[0])[0])
        self.assertNotIn('"low":12', self.sitrep("export")[0])
        self.assertIn("11", self.sitrep("list", "events")[0])
        self.assertNotIn("12", self.sitrep("list", "events", "--type", "injury", status=1)[0])
        self.assertEqual(self.sitrep("verify")[0], "")
        self.sitrep("review", "--decision", "undo", "--reviewer", "Ada")
        self.sitrep("review", "--decision", "undo", "--reviewer", "Ada")
        self.assertEqual([c["data"]["figures"][0]["low"] for c in self.claims()][:2], [9, 12])
        _, talk = self.sitrep("review", "--decision", "undo", "--reviewer", "Ada", status=1)
        self.assertIn("nothing that could be undone", talk)

    def test_what_is_no_decision_is_refused_in_words(self):
        ids = self.made()
        for words, hint in ((("reject",), "reason"), (("change", "--field", "/figures/0", "--value", "many"), "JSON"),
                            (("change", "--field", "/id", "--value", "1"), "JSON Pointer"), (("change",), "field")):
            _, talk = self.decide(ids[0], *words, status=2)
            self.assertIn(hint, talk)
        self.assertIn("no claim", self.decide(ids[0].replace("#c1", "#c99"), "accept", status=1)[1])
        self.assertIn("terminal", self.sitrep("review", status=2)[1])
        self.assertIn("what about", self.sitrep("review", ids[0], status=2)[1])

    def test_teams_exchange_reviews_and_quality_tells(self):
        ids = self.made()
        for i, claim in enumerate(ids):
            self.decide(claim, "accept", who="Ada")
        self.sitrep("review", "--export", "-o", "ada.jsonl")
        other = ("--ledger", "other.ledger")
        self.sitrep("add", *other, str(self.folder / "reports.jsonl"))
        self.assertIn("taken in", self.sitrep("review", "--import", "ada.jsonl", *other)[1])
        self.assertIn("0 taken in, 3 known already", self.sitrep("review", "--import", "ada.jsonl", *other)[1])
        for claim, decision in zip(ids, ("accept", "reject", "accept")):
            self.decide(claim, decision, *other, *(("--reason", "no") if decision == "reject" else ()), who="Bo")
        quality = {l["type"]: l["data"] for l in self.json_lines("quality", "--json", *other)}
        self.assertEqual((quality["agreement"]["both"], quality["agreement"]["agreed"]), (3, 2))
        self.assertAlmostEqual(quality["agreement"]["kappa"], 0.0)
        self.assertIn("66.7 %", self.sitrep("quality", *other)[0])
        bad = self.file("bad.jsonl", '{"type":"note"}\nnot json\n' + (self.folder / "ada.jsonl").read_text())
        _, talk = self.sitrep("review", "--import", bad, *other, status=2)
        self.assertIn("bad.jsonl:2", talk)
        self.assertIn("3 known already, 2 refused", talk)
        self.sitrep("quality", status=0)

    def test_on_the_screen_a_key_decides(self):
        ids = self.made()
        screen = Screen(["review", "--reviewer", "Ada"], self.folder)
        first = screen.wait(r"1 of 3[\s\S]*q quit")  # to the last line: a terminal gives what is drawn in pieces
        self.assertIn("9 people killed", re.sub(r"\x1b\[[0-9;]*m", "", first), "the most doubtful and severe comes first")
        self.assertRegex(first, r"\x1b\[7m", "its evidence is lit")
        screen.press("a")
        screen.wait("2 of 3")
        screen.press("c")
        screen.wait("what\\?")
        screen.press("k\r")
        screen.wait("to\\?")
        screen.press("7\r")
        screen.wait("changed")
        screen.press("u")
        screen.wait("taken back: change")
        screen.press("r")
        screen.wait("why\\?")
        screen.press("1\r")
        screen.wait("3 of 3")
        screen.press("u")
        screen.wait("2 of 3")
        screen.press("\x1b[A")  # an arrow decides nothing
        screen.press("e")
        screen.wait("which words")
        screen.press("zebra\r")
        screen.wait("not in the text")
        screen.press("q")
        status, talk = screen.end()
        self.assertEqual(status, 0)
        self.assertIn("5 decisions kept", talk)
        reviews = self.json_lines("review", "--export")
        self.assertEqual([r["data"]["decision"] for r in reviews], ["accept", "change", "undo", "reject", "undo"])
        self.assertEqual(reviews[3]["data"]["reason"], "not said")
        self.assertEqual(len(self.claims()), 3)
        self.assertEqual(self.sitrep("verify")[0], "")
        again = Screen(["review", "--reviewer", "Ada"], self.folder)
        again.wait("1 of 2")
        again.press("\x03")
        self.assertEqual(again.end()[0], 0)


if __name__ == "__main__":
    running.main()
