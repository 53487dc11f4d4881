#!/usr/bin/env python3
"""cmake --install gives a program that runs from where it was put, with its man page and completions.

    installed.py --build DIR --source ROOT
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--build", required=True)
    arguments.add_argument("--source", required=True)
    options = arguments.parse_args()
    faults = []
    with tempfile.TemporaryDirectory(prefix="sitrep-install-") as folder:
        prefix = pathlib.Path(folder) / "first"
        subprocess.run(["cmake", "--install", options.build, "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
        # A program that knows where it was built or installed would break when moved.
        moved = pathlib.Path(folder) / "moved"
        prefix.rename(moved)
        for name in ("bin/sitrep", "share/sitrep/record.schema.json", "share/man/man1/sitrep.1",
                     "share/bash-completion/completions/sitrep", "share/zsh/site-functions/_sitrep",
                     "share/fish/vendor_completions.d/sitrep.fish"):
            if not (moved / name).is_file() or (moved / name).stat().st_size == 0:
                faults.append(f"{name} is not there or empty")
        report = next(pathlib.Path(options.source, "examples").glob("*.txt"))
        shutil.copy(report, folder)
        ran = subprocess.run([moved / "bin/sitrep", "read", "--json", report.name], cwd=folder, capture_output=True, text=True,
                             env={"PATH": "/usr/bin:/bin"})
        if ran.returncode != 0 or not ran.stdout.startswith('{"type":"report"'):
            faults.append(f"the installed program does not read {report.name}: {ran.stderr}")
        if ".TH SITREP 1" not in (moved / "share/man/man1/sitrep.1").read_text():
            faults.append("sitrep.1 is no man page")
    print("\n".join(faults) or "installed, moved, and run")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
