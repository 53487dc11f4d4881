"""From a checkpoint to the model file: OpenVINO graphs, int8 with calibration on real sentences.

    python -m reader.export --sources ../shared/training --checkpoint build/training/checkpoint.pt --out models/english.model
"""

import argparse
import json
import random
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import openvino as ov
import torch
from torch import nn

from . import container, data, lexicon, scores
from .labels import NAME_TAGS, PREDICATES, Labels
from .model import Reader, start_folder
from .pieces import Pieces
from .sentence import KINDS
from .sources import load

INPUTS = ("pieces", "piece_mask", "first", "last", "shape", "word_mask")
OUTPUTS = (
    "xpos", "upos", "feats", "lemmas", "predicates", "starts", "names", "arcs", "label_dep", "label_head", "role_pred", "role_arg",
)
CALIBRATION = 300  # sentences
CALIBRATED_ON = ("ewt_train", "gum_train", "gmb_train", "re3d_train", "written_train")


class ReaderGraph(nn.Module):
    """The reader with inputs and outputs in a fixed order."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, pieces, piece_mask, first, last, shape, word_mask):
        long = lambda x: x.to(torch.int64)
        out = self.reader(long(pieces), piece_mask, long(first), long(last), long(shape), word_mask)
        return tuple(out[name] for name in OUTPUTS)


class RolesGraph(nn.Module):
    def __init__(self, roles):
        super().__init__()
        self.roles = roles

    def forward(self, pred, args):
        return self.roles.each(pred, args)


def convert(module, example, inputs, outputs):
    """An OpenVINO model with named, dynamic inputs."""
    with torch.no_grad():
        graph = ov.convert_model(module.eval(), example_input=example)
    for port, name in zip(graph.inputs, inputs):
        port.get_tensor().set_names({name})
        shape = port.get_partial_shape()
        port.get_node().set_partial_shape(ov.PartialShape([d if i == shape.rank.get_length() - 1 and name in DENSE else -1 for i, d in enumerate(shape)]))
        port.get_node().set_friendly_name(name)
    for port, name in zip(graph.outputs, outputs):
        port.get_tensor().set_names({name})
    graph.validate_nodes_and_infer_types()
    return graph


DENSE = {"dep", "head", "pred", "args"}  # inputs whose last dimension is fixed


def graphs(reader):
    ints = lambda *shape: torch.ones(shape, dtype=torch.int32)
    example = (ints(2, 12), ints(2, 12), ints(2, 7), ints(2, 7), ints(2, 7), ints(2, 7))
    label, role = torch.zeros(5, Reader.LABEL), torch.zeros(3, Reader.ROLE)
    return {
        "reader": convert(ReaderGraph(reader), example, INPUTS, OUTPUTS),
        "labels": convert(reader.labels, (label, label), ("dep", "head"), ("label",)),
        "roles": convert(RolesGraph(reader.roles), (role, torch.zeros(3, 7, Reader.ROLE)), ("pred", "args"), ("role",)),
    }


def ints(inputs):
    return {k: v.numpy().astype(np.int32) for k, v in inputs.items()}


def calibration(parts, pieces):
    """Batches of training sentences, a third of them in capitals or small letters as in training."""
    rng = random.Random(5)
    chosen = [s for part in CALIBRATED_ON for s in rng.sample(parts[part], CALIBRATION // len(CALIBRATED_ON))]
    chosen = [scores.capitals([s])[0] if rng.random() < 0.1 else s for s in chosen if len(s.words) >= 4]
    examples = [data.encode(s, pieces) for s in chosen]
    return [ints(data.inputs(batch, pieces.pad)) for batch in data.batches(examples, 800, rng)]


def quantised(graph, batches, ignored=()):
    """int8 weights and activations of the matrix products; layers whose names hold one of `ignored` stay."""
    import nncf

    scope = nncf.IgnoredScope(patterns=[f".*{name}.*" for name in ignored], validate=False) if ignored else None
    return nncf.quantize(
        graph, nncf.Dataset(batches), model_type=nncf.ModelType.TRANSFORMER, preset=nncf.QuantizationPreset.MIXED,
        subset_size=len(batches), ignored_scope=scope, fast_bias_correction=True,
    )


def weights_only(graph):
    import nncf

    return nncf.compress_weights(graph, mode=nncf.CompressWeightsMode.INT8_SYM)


def serialised(graph, name):
    """{name.xml, name.bin} as bytes, remaining f32 constants kept as f16."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.xml"
        ov.save_model(graph, path, compress_to_fp16=True)
        return {f"{name}.xml": path.read_bytes(), f"{name}.bin": path.with_suffix(".bin").read_bytes()}


def senses(parts):
    """lemma and verb or noun -> its most frequent roleset in PropBank's training part."""
    counts = {}
    for s in parts["ewt_train"]:
        for p in s.predicates or ():
            kind = "verb" if s.upos[p.word] in ("VERB", "AUX") else "noun"
            counts.setdefault(f"{s.lemmas[p.word].lower()}\t{kind}", Counter())[p.roleset] += 1
    return {key: rolesets.most_common(1)[0][0] for key, rolesets in counts.items()}


def build(state, parts, pieces, int8=True):
    labels = Labels(state["labels"])
    reader = Reader(labels.sizes())
    reader.load_state_dict(state["average"])
    models = graphs(reader.eval())
    if int8:
        models["reader"] = quantised(models["reader"], calibration(parts, pieces))
        models["labels"], models["roles"] = weights_only(models["labels"]), weights_only(models["roles"])
    blobs = {"vocab": "\n".join(pieces.vocab).encode()}
    for name, graph in models.items():
        blobs |= serialised(graph, name)
    dump = lambda value: json.dumps(value, ensure_ascii=False, sort_keys=True).encode()
    blobs["lemmas"] = json.dumps(labels.lists["lemmas"], ensure_ascii=False).encode()
    known = lexicon.table(parts["ewt_train"] + parts["gum_train"])
    blobs["exceptions"] = dump({f"{form}\t{tag}": lemma for (form, tag), lemma in known.items()})
    blobs["senses"] = dump(senses(parts))
    header = {
        "name": "english",
        "version": "1",
        "trained": {"steps": state["step"], "rounds": state["round"], "seconds": round(state["seconds"]), "int8": int8,
                    "words": {k: sum(len(s.words) for s in v) for k, v in parts.items() if k.endswith("_train")}},
        "labels": labels.lists | {"names": list(NAME_TAGS), "predicates": list(PREDICATES), "kinds": list(KINDS)},
        "params": {"label_width": Reader.LABEL, "role_width": Reader.ROLE, "max_word_pieces": 8, "max_pieces": 512},
    }
    return container.pack(header, blobs)


class OpenVinoRunner:
    """Runs a model file as the program does; the same calls as decode.TorchRunner."""

    def __init__(self, path, threads=2, precision="f32"):
        header, blobs = container.unpack(Path(path).read_bytes())
        self.names = Labels({head: header["labels"][head] for head in Labels.HEADS})
        self.exceptions = json.loads(blobs["exceptions"])
        self.pieces = Pieces(blobs["vocab"].decode().split("\n"))
        core = ov.Core()
        config = {"INFERENCE_NUM_THREADS": threads, "INFERENCE_PRECISION_HINT": precision}
        self.models = {
            name: core.compile_model(core.read_model(blobs[f"{name}.xml"], blobs[f"{name}.bin"]), "CPU", config)
            for name in ("reader", "labels", "roles")
        }

    def reader(self, inputs):
        out = self.models["reader"](ints(inputs))
        return {name: out[name] for name in OUTPUTS}

    def labels(self, dep, head):
        return self.models["labels"]({"dep": dep, "head": head})["label"]

    def roles(self, pred, args):
        return self.models["roles"]({"pred": pred, "args": args})["role"]


def main():
    parser = argparse.ArgumentParser(description="Writes the model file of a checkpoint.")
    parser.add_argument("--sources", required=True)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--f32", action="store_true", help="not quantised")
    args = parser.parse_args()
    pieces = Pieces((start_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522])
    state = torch.load(args.checkpoint, map_location="cpu")
    file = build(state, load(args.sources), pieces, not args.f32)
    Path(args.out).write_bytes(file)
    print(f"{args.out}: {len(file) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
