"""Trains the reader. Checkpoints after every round and every few hundred steps; starts again where it stopped.

    python -m reader.train --sources ../shared/training --out build/training
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from . import data, decode, scores
from .labels import Labels
from .model import Reader, load_encoder, start_folder
from .pieces import Pieces
from .sources import load

SEED = 20
BUDGET = 1900  # pieces a batch, padding counted
ENCODER_RATE, HEAD_RATE, LAYER_DECAY, WEIGHT_DECAY = 2.7e-4, 1.2e-3, 0.88, 0.01
CYCLES = ((5, 1.0, 0.32), (2, 0.5, 0.16), (1, 0.4, 0.05))  # rounds, the peak of their rates, rounds of warm-up
DECAY_FROM = 0.4  # of a cycle
RECASED_MORE_FROM = 7  # the round from which re-cased copies are twice as many
AVERAGE, AVERAGE_EVERY = 0.98, 5
WEIGHT = {
    "xpos": 1.0, "upos": 0.3, "feats": 0.4, "lemmas": 0.4, "arcs": 1.2, "rels": 1.0, "names": 1.0, "predicates": 0.5,
    "roles": 1.0, "starts": 0.2,
}


def masked_mean(losses, counted, least):
    return (losses * counted).sum() / counted.sum().clamp(min=least)


def losses(model, inputs, targets, outputs):
    """The loss of each head, over the words whose labels the batch knows."""
    words = inputs["word_mask"].sum()
    out = {}

    def classes(scores, gold, least=None):
        flat = scores.flatten(0, -2).float()
        sums = F.cross_entropy(flat, gold.flatten(), ignore_index=data.IGNORE, reduction="sum")
        return sums / (gold != data.IGNORE).sum().clamp(min=0.25 * words if least is None else least)

    for head in ("xpos", "upos", "feats", "lemmas", "predicates"):
        out[head] = classes(outputs[head], targets[head])
    out["arcs"] = classes(outputs["arcs"], targets["heads"])
    known = targets["rels"] != data.IGNORE
    rows, gold_heads = known.nonzero(), targets["heads"][known]
    dep = outputs["label_dep"][known]
    head = outputs["label_head"][rows[:, 0], gold_heads]
    out["rels"] = classes(model.labels(dep, head), targets["rels"][known], 0.25 * words)
    out["names"] = names_loss(outputs["names"].float(), targets["names"], words)
    b, w = targets["role_at"].T
    if len(b):
        role_scores = model.roles.each(outputs["role_pred"][b, w], outputs["role_arg"][b])
        out["roles"] = 8 * classes(role_scores, targets["roles"], 4 * words)
    starts = targets["starts"] != data.IGNORE
    if starts.any():
        gold = targets["starts"][starts].float()
        out["starts"] = F.binary_cross_entropy_with_logits(outputs["starts"][starts].float(), gold)
    return out


def names_loss(scores, masks, words):
    """-log of the probability of the tags that each word may carry."""
    told = masks != -1
    scores, masks = scores[told], masks[told]
    bits = (masks.unsqueeze(1) >> torch.arange(scores.shape[1])) & 1
    allowed = scores.masked_fill(bits == 0, -1e9).logsumexp(1)
    return (scores.logsumexp(1) - allowed).sum() / told.sum().clamp(min=0.25 * words)


def parameter_groups(model):
    groups = []
    depth = len(model.encoder.layers)

    def add(parameters, rate):
        parameters = list(parameters)
        groups.append({"params": [p for p in parameters if p.dim() > 1], "rate": rate, "weight_decay": WEIGHT_DECAY})
        groups.append({"params": [p for p in parameters if p.dim() <= 1], "rate": rate, "weight_decay": 0.0})

    for i, layer in enumerate(model.encoder.layers):
        add(layer.parameters(), ENCODER_RATE * LAYER_DECAY ** (depth - 1 - i))
    lowest = ENCODER_RATE * LAYER_DECAY**depth
    add((p for n, p in model.encoder.named_parameters() if not n.startswith(("layers.", "case."))), lowest)
    add(model.encoder.case.parameters(), HEAD_RATE)
    add((p for n, p in model.named_parameters() if not n.startswith("encoder.")), HEAD_RATE)
    return [g for g in groups if g["params"]]


def rate_at(rounds):
    """By the rounds done: in each cycle up, a flat stretch, then down to zero."""
    for length, peak, warm_up in CYCLES:
        if rounds < length:
            return peak * min(rounds / warm_up, 1.0, (1 - rounds / length) / (1 - DECAY_FROM))
        rounds -= length
    return 0.0


class Run:
    def __init__(self, args):
        self.args, self.out = args, Path(args.out)
        self.out.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(SEED)
        self.parts = load(args.sources)
        self.labels = Labels.count(self.parts["ewt_train"] + self.parts["gum_train"])
        self.pieces = Pieces((start_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522])
        self.model = Reader(self.labels.sizes())
        load_encoder(self.model.encoder, start_folder())
        self.optimizer = torch.optim.AdamW(parameter_groups(self.model), lr=0.0, betas=(0.9, 0.98), fused=True)
        self.average = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
        self.round, self.batch, self.step, self.seconds = 0, 0, 0, 0.0
        if self.checkpoint.exists():
            self.resume()

    @property
    def checkpoint(self):
        return self.out / "checkpoint.pt"

    def save(self):
        state = {
            "model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "average": self.average,
            "labels": self.labels.lists, "round": self.round, "batch": self.batch, "step": self.step, "seconds": self.seconds,
        }
        torch.save(state, self.checkpoint.with_suffix(".new"))
        self.checkpoint.with_suffix(".new").rename(self.checkpoint)

    def resume(self):
        state = torch.load(self.checkpoint)
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average = state["average"]
        self.round, self.batch, self.step, self.seconds = (state[k] for k in ("round", "batch", "step", "seconds"))

    def log(self, **row):
        with open(self.out / "log.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")

    def train(self):
        steps = self.args.steps or float("inf")
        while self.round < sum(length for length, _, _ in CYCLES) and self.step < steps:
            examples, rng = data.round_of(self.parts, self.pieces, self.round, SEED, 2 if self.round >= RECASED_MORE_FROM else 1)
            batches = data.batches(examples, BUDGET, rng)
            while self.batch < len(batches) and self.step < steps:
                self.one_step(batches[self.batch], self.round + self.batch / len(batches))
                self.batch += 1
                if self.step % self.args.save_every == 0:
                    self.save()
            if self.batch == len(batches):
                self.round, self.batch = self.round + 1, 0
            self.save()
            self.score_dev()

    def one_step(self, batch, rounds):
        begin = time.monotonic()
        torch.manual_seed(SEED + self.step)
        for group in self.optimizer.param_groups:
            group["lr"] = group["rate"] * rate_at(rounds)
        inputs, targets = data.inputs(batch, self.pieces.pad), data.targets(batch, self.labels)
        self.model.train()
        with torch.autocast("cpu", torch.bfloat16):
            outputs = self.model(**inputs)
            parts = losses(self.model, inputs, targets, outputs)
            loss = sum(WEIGHT[k] * v for k, v in parts.items())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 2.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        if self.step % AVERAGE_EVERY == 0:
            self.update_average()
        self.seconds += time.monotonic() - begin
        words = int(inputs["word_mask"].sum())
        if self.step % self.args.log_every == 0:
            self.log(step=self.step, rounds=round(rounds, 3), seconds=round(self.seconds), words=words,
                     step_seconds=round(time.monotonic() - begin, 2), **{k: round(float(v.detach()), 4) for k, v in parts.items()})

    @torch.no_grad()
    def update_average(self):
        keep = min(AVERAGE, self.step / (self.step + 50))
        for k, v in self.model.state_dict().items():
            self.average[k].lerp_(v, 1 - keep)

    def averaged(self):
        model = Reader(self.labels.sizes())
        model.load_state_dict(self.average)
        return model

    def score_dev(self):
        """Scores of the averaged weights on EWT's dev part and a slice of names, to steer by; the tests wait."""
        runner = decode.TorchRunner(self.averaged(), bf16=True)
        dev = self.parts["ewt_dev"][:700]
        readings = decode.read(dev, runner, self.labels, self.pieces)
        row = scores.syntax(dev, readings) | scores.roles(dev, readings)
        sample = random.Random(3).sample(self.parts["gmb_train"], 300)
        row["gmb_seen"] = scores.name_scores(sample, decode.read(sample, runner, self.labels, self.pieces), scores.view_gmb)["names"]
        self.log(dev=row, round=self.round, step=self.step, seconds=round(self.seconds))


def main():
    parser = argparse.ArgumentParser(description="Trains the reader.")
    parser.add_argument("--sources", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--steps", type=int, help="stop after so many: a trial of the way, for weights that read badly")
    parser.add_argument("--save-every", type=int, default=150)
    parser.add_argument("--log-every", type=int, default=20)
    run = Run(parser.parse_args())
    run.train()


if __name__ == "__main__":
    main()
