"""Writes the list of what is held out, so that a change of it shows: python -m reader.heldout --sources ../shared/training"""

import argparse
import json

from .sources import load


def main():
    parser = argparse.ArgumentParser(description="Lists the held-out documents and sentences.")
    parser.add_argument("--sources", required=True)
    parts = load(parser.parse_args().sources)
    listed = {
        "gum_test": sorted({s.doc for s in parts["gum_test"]}),
        "re3d_test": sorted({s.doc for s in parts["re3d_test"]}),
        "gmb_test": [s.sent_id for s in parts["gmb_test"]],
        "ewt_test": "ewt/test.conllu",
        "crossner_dev": "crossner/dev.txt",
    }
    print(json.dumps(listed, indent=1))


if __name__ == "__main__":
    main()
