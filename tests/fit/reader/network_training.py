"""The network of `knowledge.reader.network` in torch, and its training over stored token states."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from knowledge.reader.network import VERSION
from knowledge.reader.text_states import Text
from tests.fit.reader.trained_on import Group, Scale, Tokens

WIDTH, INNER = 128, 128
EPOCHS, BATCH = 5, 16
RATE, DECAY, DROPPED = 2e-3, 0.05, 0.4
WARM = 0.05
"""The share of steps in which the rate rises."""
RANKED = 0.5
"""The weight of the choice among the candidates beside that of each candidate by itself."""
LATER = 0.5
"""How much a candidate after the first counts."""


class TorchNetwork(nn.Module):
    """Named as the stored weights are."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.projection = nn.Linear(width, WIDTH, bias=False)
        nn.init.orthogonal_(self.projection.weight)
        self.sharpness = nn.Parameter(torch.tensor(2.3))
        self.compare = nn.Linear(4 * WIDTH + 4, INNER)
        self.inner = nn.Linear(INNER, INNER)
        self.attention = nn.Linear(INNER, 1, bias=False)
        self.gather = nn.Linear(2 * INNER + 6, INNER)
        self.answer = nn.Linear(INNER, 1)
        self.dropped = nn.Dropout(DROPPED)

    def forward(self, batch: PaddedBatch) -> Tensor:
        tokens = functional.normalize(self.projection(batch.states), dim=-1)
        asked, held = tokens[batch.asked], tokens[batch.held]
        likeness = asked @ held.transpose(1, 2)
        said = likeness.masked_fill(~batch.is_said[:, None], -1.0).amax(2)
        exampled = likeness.masked_fill(~batch.is_exampled[:, None], -1.0).amax(2)
        most = torch.maximum(said, exampled)
        is_held = (batch.is_said | batch.is_exampled)[:, None]
        sharp = (likeness * self.sharpness.exp()).masked_fill(~is_held, -1e4)
        aligned = functional.softmax(sharp, -1) @ held
        signs = torch.stack([said, exampled, most, batch.rarity], -1)
        values = torch.cat([asked, aligned, asked * aligned, (asked - aligned).abs(), signs], -1)
        compared = functional.relu(self.compare(self.dropped(values)))
        compared = functional.relu(self.inner(self.dropped(compared)))
        attention = self.attention(compared).squeeze(-1) + (batch.rarity + 0.05).log()
        shares = functional.softmax(attention.masked_fill(~batch.is_asked, -1e4), 1)
        sums = [(shares * one).sum(1) for one in (said, exampled, most)]
        least = [one.masked_fill(~batch.is_asked, 1.0).amin(1) for one in (most, said)]
        gathered = [
            (compared * shares[..., None]).sum(1),
            compared.masked_fill(~batch.is_asked[..., None], 0.0).amax(1),
            torch.stack([*sums, *least, batch.is_asked.sum(1) / 10], 1),
        ]
        last = functional.relu(self.gather(self.dropped(torch.cat(gathered, 1))))
        found: Tensor = self.answer(self.dropped(last)).squeeze(-1)
        return found


@dataclass(frozen=True, slots=True)
class PaddedBatch:
    """Pairs of a question and a candidate; `asked` and `held` point into `states`, those of all texts."""

    states: Tensor
    asked: Tensor
    is_asked: Tensor
    rarity: Tensor
    held: Tensor
    is_said: Tensor
    is_exampled: Tensor


def padded(groups: Sequence[Group], texts: Mapping[Text, Tokens], scale: Scale) -> PaddedBatch:
    """Each text stands in the batch once, however many pairs it is in."""
    pairs = [(group.asked, candidate) for group in groups for candidate in group.candidates]
    starts: dict[Text, int] = {}
    size, parts = 0, []
    for text in dict.fromkeys(text for asked, candidate in pairs for text in (asked, *candidate)):
        starts[text] = size
        parts.append(texts[text].states)
        size += len(parts[-1])
    longest_asked = max(len(texts[asked].rarity) for asked, _ in pairs)
    longest_held = max(sum(len(texts[one].rarity) for one in candidate) for _, candidate in pairs)
    asked_at, held_at = np.zeros((len(pairs), longest_asked), int), np.zeros((len(pairs), longest_held), int)
    is_asked = np.zeros(asked_at.shape, bool)
    rarity = np.zeros(asked_at.shape, np.float32)
    is_said, is_exampled = np.zeros(held_at.shape, bool), np.zeros(held_at.shape, bool)
    for row, (asked, candidate) in enumerate(pairs):
        length = len(texts[asked].rarity)
        asked_at[row, :length] = starts[asked] + np.arange(length)
        is_asked[row, :length], rarity[row, :length] = True, texts[asked].rarity
        end = 0
        for place, text in enumerate(candidate):
            start, end = end, end + len(texts[text].rarity)
            held_at[row, start:end] = starts[text] + np.arange(end - start)
            (is_exampled if place else is_said)[row, start:end] = True
    arrays = (asked_at, is_asked, rarity, held_at, is_said, is_exampled)
    return PaddedBatch(torch.from_numpy(scale.of(np.concatenate(parts))), *map(torch.from_numpy, arrays))


def train(
    groups: Sequence[Group], texts: Mapping[Text, Tokens], scale: Scale, seed: int
) -> dict[str, NDArray[Any]]:
    """The weights of a network trained on the groups, as they are stored but for the plane."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    chance = random.Random(seed)
    model = TorchNetwork(len(scale.mean))
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * len(list(_batches(groups, chance)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM * steps)) * max(0.02, 1 - step / steps)
    )
    model.train()
    for epoch in range(EPOCHS):
        losses = []
        for batch in _batches(groups, chance):
            loss = _loss(model(padded(batch, texts, scale)), batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}", flush=True)
    return stored(model, scale)


def _batches(groups: Sequence[Group], chance: random.Random) -> Iterator[list[Group]]:
    """Batches of one pack each, so that they share the facts' texts, in random order."""
    by_pack: dict[str, list[Group]] = {}
    for group in groups:
        by_pack.setdefault(group.pack, []).append(group)
    batches = []
    for some in by_pack.values():
        chance.shuffle(some)
        batches += [some[start : start + BATCH] for start in range(0, len(some), BATCH)]
    chance.shuffle(batches)
    yield from batches


def _loss(logits: Tensor, groups: Sequence[Group]) -> Tensor:
    """Of each candidate by itself, and of the choice among those of a question."""
    right = torch.tensor([float(one) for group in groups for one in group.right])
    shares = torch.tensor(
        [group.share * (LATER if place else 1.0) for group in groups for place in range(len(group.right))]
    )
    alone = functional.binary_cross_entropy_with_logits(logits, right, reduction="none")
    loss: Tensor = (alone * shares).sum() / shares.sum()
    start = 0
    for group in groups:
        end = start + len(group.right)
        target = right[start:end]
        if target.any():
            chosen = torch.log_softmax(logits[start:end], 0) * target / target.sum()
            loss = loss - RANKED * group.share * chosen.sum() / len(groups)
        start = end
    return loss


def stored(model: TorchNetwork, scale: Scale) -> dict[str, NDArray[Any]]:
    """The weights by the names that `Network` reads."""
    weights = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    weights["projection"] = weights.pop("projection.weight").T
    found = {name: np.asarray(value, np.float16) for name, value in weights.items()}
    return {
        **found,
        "mean": scale.mean.astype(np.float16),
        "spread": np.array(scale.spread, np.float32),
        "version": np.array(VERSION),
    }
