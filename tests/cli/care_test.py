#!/usr/bin/env python3
"""Finding in a ledger, copying it and taking things out of it, from outside.

    care_test.py --sitrep PROGRAM --source ROOT
"""
import running
from keeping_test import Ledger, line

REPORTS = (
    line(1, "Nine people were killed in Kalmar on Thursday, mayor Ida Holm said. The night market was shut.",
         source="Harbour Post") +
    line(2, "At least 12 people were injured in Beirut on Friday, police said.", source="Northwire") +
    line(3, "Two soldiers were killed near Kalmar on Saturday, the Council Guard said.", source="Northwire"))


class Case(Ledger):
    def made(self):
        self.add(self.file("reports.jsonl", REPORTS))


class Search(Case):
    def ids(self, kind, *flags, status=0):
        return [l["data"]["id"] if kind != "claims" else l["data"]["event"]["text"]
                for l in self.json_lines("list", kind, "--json", *flags, status=status)]

    def test_words_find_reports_claims_and_events(self):
        self.made()
        self.assertEqual(len(self.ids("reports", "--text", '"night market"')), 1)
        self.assertEqual(len(self.ids("reports", "--text", "killed OR injured")), 3)
        self.assertEqual(len(self.ids("reports", "--text", "kill* -soldiers")), 1)
        self.assertEqual(len(self.ids("claims", "--text", "soldiers")), 1)
        self.assertEqual(len(self.ids("events", "--text", "beirut")), 1)
        self.assertEqual(self.ids("reports", "--text", "zebra", status=1), [])
        self.assertIn("names no word", self.sitrep("list", "reports", "--text", "-*", status=2)[1])

    def test_places_sources_and_status(self):
        self.made()
        self.assertEqual(len(self.ids("claims", "--near", "Beirut", "--within", "50")), 1)
        self.assertEqual(len(self.ids("claims", "--near", "33.9,35.5")), 1)
        self.assertEqual(len(self.ids("events", "--near", "Beirut")), 1)
        self.assertEqual(self.ids("claims", "--near", "0,0", status=1), [])
        self.assertIn("no place", self.sitrep("list", "claims", "--near", "Xqzzk", status=2)[1])
        self.assertIn("no degrees", self.sitrep("list", "claims", "--near", "91,0", status=2)[1])
        self.assertEqual(len(self.ids("claims", "--source", "ida")), 1)
        self.assertEqual(len(self.ids("claims", "--status", "affirmed")), 3)
        self.assertEqual(self.ids("claims", "--status", "denied", status=1), [])
        claim = self.json_lines("list", "claims", "--json")[0]["data"]
        self.sitrep("review", f"{claim['report'][7:19]}#{claim['id']}", "--decision", "reject", "--reason", "no")
        self.assertEqual(len(self.ids("claims", "--status", "rejected")), 1)
        self.assertEqual(len(self.ids("claims", "--status", "open")), 2)
        self.assertEqual(len(self.ids("claims")), 2)

    def test_pages(self):
        self.made()
        pages = [self.ids("reports", "--limit", "2", "--page", page) for page in ("1", "2")]
        self.assertEqual([len(p) for p in pages], [2, 1])
        self.assertEqual(pages[0] + pages[1], self.ids("reports"))
        self.assertIn("--limit", self.sitrep("list", "reports", "--page", "2", status=2)[1])


class Care(Case):
    def test_a_backup_says_what_the_ledger_says(self):
        self.made()
        self.sitrep("backup", "copy.sitrep")
        self.assertEqual(self.sitrep("export", "--ledger", "copy.sitrep")[0], self.sitrep("export")[0])
        self.sitrep("verify", "--ledger", "copy.sitrep")
        self.assertIn("already", self.sitrep("backup", "copy.sitrep", status=2)[1])
        self.assertIn("no such ledger", self.sitrep("backup", "x", "--ledger", "none.sitrep", status=2)[1])
        self.assertFalse((self.folder / "none.sitrep").exists())

    def test_what_is_erased_is_gone_and_stays_out(self):
        outcomes = self.add(self.file("reports.jsonl", REPORTS))
        self.sitrep("backup", "copy.sitrep")
        ledger = self.folder / "sitrep.ledger"
        id = outcomes[0]["report"]
        self.assertIn("reason", self.sitrep("erase", id, status=2)[1])
        _, talk = self.sitrep("erase", id[7:19], "--reason", "a witness in danger")
        self.assertIn("copy.sitrep", talk, "the backup that holds it still is named")
        bytes = b"".join(p.read_bytes() for p in self.folder.glob("sitrep.ledger*")).lower()
        for word in (b"ida holm", b"night market"):
            self.assertNotIn(word, bytes)
        self.assertEqual(len(self.json_lines("list", "reports", "--json")), 2)
        self.assertEqual(len(self.json_lines("list", "claims", "--json")), 2)
        self.assertIn("a witness in danger", self.sitrep("show", id, status=1)[1])
        self.sitrep("verify")
        again = self.add(str(self.folder / "reports.jsonl"))
        self.assertEqual([o["what"] for o in again], ["erased", "already_there", "already_there"])
        self.assertIn("Beirut", self.sitrep("list", "events")[0])


class Brief(Case):
    def test_a_page_with_nothing_outside_of_it(self):
        self.made()
        self.sitrep("brief", "-o", "brief.html", "--since", "2031-05-01")
        page = (self.folder / "brief.html").read_text()
        for word in ("12</a>", "2 to 9", "Northwire", "<svg", "Method and limits", "New since 2031-05-01"):
            self.assertTrue(word in page, word)
        for word in ("<script", "<link", "<img", "src=", "url("):
            self.assertNotIn(word, page)
        text = self.sitrep("brief", "-o", "brief.md")[1]
        self.assertIn("events", text)
        self.assertIn("[^1]: ", (self.folder / "brief.md").read_text())
        self.assertEqual(self.sitrep("brief")[0], self.sitrep("brief")[0])

    def test_what_cannot_be_made_is_said(self):
        self.made()
        self.assertIn("print-to-pdf", self.sitrep("brief", "-o", "brief.pdf", status=2)[1])
        self.assertIn("pandoc", self.sitrep("brief", "-o", "brief.docx", status=2)[1])
        self.sitrep("brief", "--from", "2040-01-01", status=1)
        self.sitrep("brief", "-o", "none/brief.html", status=2)


if __name__ == "__main__":
    running.main()
