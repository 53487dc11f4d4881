"""What the command-line tests share: run the program, look at streams and exit status.

A test script is `running.main()` after its unittest cases; it takes --sitrep PROGRAM and --source ROOT.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None
SOURCE = None
EXAMPLES = None


class Case(unittest.TestCase):
    """Each test has a folder of its own, and runs the program in it."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sitrep-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run_sitrep(self, *words, stdin=b"", env=None):
        environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
        environment.update(env or {})
        return subprocess.run([PROGRAM, *map(str, words)], input=stdin, capture_output=True, cwd=self.folder,
                              env=environment, timeout=300)

    def sitrep(self, *words, status=0, stdin=b"", env=None):
        """Runs it, wants the exit status, gives (stdout, stderr) as text."""
        ran = self.run_sitrep(*words, stdin=stdin, env=env)
        out, talk = ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8")
        self.assertEqual(ran.returncode, status, f"sitrep {' '.join(map(str, words))}\n{out[-2000:]}\n{talk[-2000:]}")
        self.assertNotIn("\x1b[", out + talk, "colour without a terminal")
        return out, talk

    def json_lines(self, *words, status=0, stdin=b"", env=None):
        out, _ = self.sitrep(*words, status=status, stdin=stdin, env=env)
        return [json.loads(line) for line in out.splitlines()]


def on_terminal(words, columns=80, folder=None):
    """Runs the program with a terminal as standard output; gives (exit status, what it shows)."""
    import fcntl
    import pty
    import struct
    import termios
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    environment["TERM"] = "xterm-256color"
    process = subprocess.Popen([PROGRAM, *map(str, words)], stdin=subprocess.DEVNULL, stdout=theirs,
                               stderr=subprocess.DEVNULL, cwd=folder, env=environment)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    return process.wait(), shown.decode("utf-8").replace("\r\n", "\n")


def examples():
    files = sorted(p for p in EXAMPLES.iterdir() if p.is_file() and p.name != "README.md")
    if not files:
        raise SystemExit(f"no examples in {EXAMPLES}")
    return files


def main():
    global PROGRAM, SOURCE, EXAMPLES
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--sitrep", required=True)
    arguments.add_argument("--source", required=True)
    options, rest = arguments.parse_known_args()
    this = sys.modules[__name__]
    PROGRAM, SOURCE = os.path.abspath(options.sitrep), pathlib.Path(options.source).resolve()
    EXAMPLES = SOURCE / "examples"
    assert this.PROGRAM
    unittest.main(module="__main__", argv=[sys.argv[0], *rest])
