"""Scores of a model file on the held-out parts, for gold words; the decoding in Python.

    python -m reader.evaluate --sources ../shared/training --model models/english.model
"""

import argparse
import json

from . import decode, scores
from .export import OpenVinoRunner
from .sources import load


def main():
    parser = argparse.ArgumentParser(description="Scores a model file on the held-out parts.")
    parser.add_argument("--sources", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--plain", action="store_true", help="without the re-cased copies")
    args = parser.parse_args()
    runner = OpenVinoRunner(args.model)
    read = lambda sentences: decode.read(sentences, runner, runner.names, runner.pieces)
    for part, row in scores.full(load(args.sources), read, not args.plain).items():
        print(json.dumps({"part": part} | row), flush=True)


if __name__ == "__main__":
    main()
