#!/usr/bin/env python3
"""Help, versions, completions, and what is said of mistakes."""
import json
import re
import shutil
import subprocess
import unittest

import running

COMMANDS = ["read", "add", "parse", "list", "show", "export", "verify", "version", "help"]


class Help(running.Case):
    def test_each_command_is_explained_with_its_flags(self):
        for command in COMMANDS:
            full, talk = self.sitrep("help", command)
            self.assertEqual(talk, "")
            self.assertIn(f"sitrep {command}", full)
            brief, _ = self.sitrep(command, "-h")
            self.assertEqual(self.sitrep(command, "--help")[0], full)
            flags = set(re.findall(r"--[a-z-]+", brief))
            self.assertIn("--help", flags)
            self.assertEqual(flags - set(re.findall(r"--[a-z-]+", full)), set())
            for line in full.splitlines():
                self.assertLessEqual(len(line), 100, line)

    def test_program_help_names_each_command(self):
        for words in (["help"], ["--help"], ["-h"]):
            out, _ = self.sitrep(*words)
            for command in COMMANDS:
                self.assertRegex(out, rf"(?m)^  {command} ")

    def test_the_readme_names_only_flags_that_are_there(self):
        known = "".join(self.sitrep(command, "--help")[0] for command in COMMANDS)
        for document in ("README.md", "examples/README.md"):
            text = (running.SOURCE / document).read_text(encoding="utf-8")
            for line in re.findall(r"(?m)^\s*(?:\./)?sitrep .*$", text):
                for flag in re.findall(r"(?<= )--[a-z-]+", line.split("#")[0].split("|")[0]):
                    self.assertIn(flag, known, f"{document}: {line}")

    def test_man_page_renders(self):
        page, _ = self.sitrep("help", "--man")
        self.assertTrue(page.startswith(".TH SITREP 1"))
        if shutil.which("groff"):
            ran = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z"], input=page.encode(), capture_output=True)
            self.assertEqual((ran.returncode, ran.stderr.decode()), (0, ""))

    def test_completions_parse(self):
        for shell in ("bash", "zsh", "fish"):
            script, _ = self.sitrep("help", "--complete", shell)
            for command in COMMANDS:
                self.assertIn(command, script)
            if shutil.which(shell):
                ran = subprocess.run([shell, "-n"], input=script.encode(), capture_output=True)
                self.assertEqual((ran.returncode, ran.stderr), (0, b""), shell)

    def test_bash_completes(self):
        script, _ = self.sitrep("help", "--complete", "bash")
        ask = script + r"""
complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sitrep 2>/dev/null; echo "${COMPREPLY[*]}"; }
complete_words sitrep ex
complete_words sitrep list re
complete_words sitrep export --format ge
complete_words sitrep read --par
complete_words sitrep help ver
"""
        ran = subprocess.run(["bash"], input=ask.encode(), capture_output=True)
        self.assertEqual(ran.stdout.decode().splitlines(),
                         ["export", "reports", "geojson", "--parts", "verify version"])

    def test_schema_is_the_one_in_the_docs(self):
        out, _ = self.sitrep("help", "--schema")
        self.assertEqual(json.loads(out), json.loads((running.SOURCE / "docs/record.schema.json").read_text()))

    def test_version(self):
        out, _ = self.sitrep("version")
        self.assertRegex(out, r"^sitrep \d+\.\d+\.\d+ \(record schema \d+\)\n")
        self.assertEqual(self.sitrep("--version")[0], out)
        [line] = self.json_lines("version", "--json")
        self.assertEqual(line["type"], "version")
        for library in ("SQLite", "Lexbor", "ICU"):
            self.assertRegex(line["data"]["libraries"][library], r"^\d+\.")


class Mistakes(running.Case):
    def wrong(self, *words):
        out, talk = self.sitrep(*words, status=2)
        self.assertEqual(out, "")
        self.assertTrue(talk.startswith("sitrep: "), talk)
        return talk

    def test_what_is_said(self):
        rows = [
            ([], "no command was given"),
            (["raed"], "did you mean read?"),
            (["--json"], "sitrep COMMAND [FLAG...]"),
            (["read"], "read wants a FILE"),
            (["read", "--jsno", "x"], "did you mean --json?"),
            (["read", "--jobs", "none", "x"], "--jobs wants a whole number"),
            (["add"], "add wants a FILE"),
            (["list"], "list wants one of reports, claims"),
            (["list", "claim"], "did you mean claims?"),
            (["list", "reports", "--from", "May"], "a day such as 2031-05-04"),
            (["export", "x.csv"], "-o FILE names the file"),
            (["verify", "x"], "--ledger FILE names the ledger"),
            (["show"], "show wants one ID"),
            (["help", "vrify"], "did you mean verify?"),
            (["list", "reports"], "`sitrep add` makes one"),
            (["read", "nowhere.txt"], "nowhere.txt: not_found"),
            (["read", "."], "is a folder"),
            (["add", "nowhere/"], "not_found"),
        ]
        for words, said in rows:
            with self.subTest(words=words):
                self.assertIn(said, self.wrong(*words))

    def test_a_strangers_words_are_harmless(self):
        self.assertNotIn("\x1b", self.wrong("read", "\x1b[2J.txt"))
        self.assertNotIn("\x1b", self.wrong("\x1b[2J"))

    def test_a_file_that_is_no_ledger(self):
        path = self.file("notes.txt", "not a ledger at all, only some words\n" * 100)
        for words in (["list", "reports"], ["verify"], ["export"], ["add", path]):
            self.assertIn("not_a_ledger", self.wrong(*words, "--ledger", path))
        self.assertTrue((self.folder / "notes.txt").read_text().startswith("not a ledger"))


if __name__ == "__main__":
    running.main()
