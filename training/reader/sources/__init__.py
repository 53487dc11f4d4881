"""One reader a source. `load` puts them together: what to train on, and what to score on."""

from .. import written
from . import conll, ewt, gmb, gum, re3d


def load(folder):
    """{part: [Sentence]}: train_* and the held-out parts, none of which shares a document with a train part."""
    parts = {f"ewt_{p}": list(ewt.read(folder, p)) for p in ("train", "dev", "test")}
    parts["gum_train"], parts["gum_test"] = gum.read(folder)
    bank = list(gmb.read(folder))
    parts["gmb_test"] = [s for s in bank if gmb.held_out(s)]
    parts["gmb_train"] = [s for s in bank if not gmb.held_out(s)]
    conflict = list(re3d.read(folder))
    parts["re3d_test"] = [s for s, test in conflict if test]
    parts["re3d_train"] = [s for s, test in conflict if not test]
    parts["wikigold_train"] = list(conll.wikigold(folder))
    parts["crossner_train"] = list(conll.crossner(folder, "train"))
    parts["crossner_dev"] = list(conll.crossner(folder, "dev"))
    parts["written_train"] = list(written.sentences())
    return parts
