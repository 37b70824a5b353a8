"""The trained network: aligns the tokens of a question with those of a fact, and says whether one answers
the other (compare and aggregate)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.data.tables import DATA
from knowledge.reader.encoder import States

FILE = DATA / "reader_network.npz"
VERSION = 1
"""Raised when the network computes something else with weights of the same names."""
Values = NDArray[np.float32]


class NetworkError(ValueError):
    """The file holds the weights of another network."""


@dataclass(frozen=True, slots=True)
class TextStates:
    """Tokens of unit length, in the plane where they are compared as they are and in the network's own."""

    plain: NDArray[np.float16]
    projected: NDArray[np.float16]
    rarity: Values
    """How rare each token is, about 0..1.5."""
    mean: Values
    """The mean of all tokens, of unit length."""


class Network:
    """Raises NetworkError for weights of another version or of another number of layers."""

    def __init__(self, file: Path = FILE, layers: int | None = None) -> None:
        with np.load(file) as stored:
            if int(stored["version"]) != VERSION or layers not in (None, int(stored["layers"])):
                raise NetworkError(f"{file}: train the network again: python -m tests.fit.reader")
            self._weights = {name: stored[name].astype(np.float32) for name in stored.files}

    def prepared(self, states: States, rarity: Values) -> TextStates:
        """A text in the form that is compared."""
        weights = self._weights
        scaled = (states - weights["mean"]) / weights["spread"]
        plain = plain_states(scaled, rarity, weights["plane"])
        return replace(plain, projected=_unit(scaled @ weights["projection"]).astype(np.float16))

    def score(self, question: TextStates, statement: TextStates, examples: Sequence[TextStates]) -> float:
        """The logit that the fact of this statement and these examples answers."""
        return self.scores(question, [(statement, examples)])[0]

    def scores(
        self, question: TextStates, facts: Sequence[tuple[TextStates, Sequence[TextStates]]]
    ) -> list[float]:
        """The logits that facts answer, each of a statement and examples; computed together."""
        weights, asked = self._weights, question.projected.astype(np.float32)
        texts = [text for statement, examples in facts for text in (statement, *examples)]
        held = np.concatenate([one.projected for one in texts]).astype(np.float32)
        likeness = asked @ held.T
        odds = likeness * np.exp(weights["sharpness"])
        aligned, said, exampled, start = [], [], [], 0
        for statement, examples in facts:
            split = start + len(statement.rarity)
            end = split + sum([len(one.rarity) for one in examples])
            said.append(_most(likeness[:, start:split]))
            exampled.append(_most(likeness[:, split:end]))
            aligned.append(_softmax(odds[:, start:end]) @ held[start:end])
            start = end
        return self._answers(
            question.rarity, asked, np.stack(aligned), np.stack([said, exampled], axis=-1, dtype=np.float32)
        )

    def _answers(self, rarity: Values, asked: Values, aligned: Values, likeness: Values) -> list[float]:
        """The logits; `aligned`: what each fact has for each token asked, `likeness`: how like the token its
        statement and its examples are."""
        weights, signs = self._weights, np.empty((*likeness.shape[:2], 4), np.float32)
        signs[..., :2], signs[..., 2], signs[..., 3] = likeness, likeness.max(-1), rarity
        alike = np.broadcast_to(asked, aligned.shape)
        values = np.concatenate([alike, aligned, asked * aligned, abs(asked - aligned), signs], axis=-1)
        rows = self._layer("inner", self._layer("compare", values.reshape(-1, values.shape[-1])))
        compared = rows.reshape(*likeness.shape[:2], -1)
        attention = compared @ weights["attention.weight"][0] + np.log(rarity + _LEAST_RARITY)
        shares = _softmax(attention)[:, None]
        summed, most = (shares @ signs[..., :3])[:, 0], signs[..., 2]
        least = np.stack([most.min(1), signs[..., 0].min(1), np.full(len(most), len(asked) / 10)], axis=1)
        gathered = [(shares @ compared)[:, 0], compared.max(1), summed, least]
        last = self._layer("gather", np.concatenate(gathered, axis=1, dtype=np.float32))
        found: list[float] = (last @ weights["answer.weight"][0] + weights["answer.bias"][0]).tolist()
        return found

    def _layer(self, name: str, values: Values) -> Values:
        found: Values = values @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return np.maximum(found, 0)


_LEAST_RARITY = 0.05


def plain_states(scaled: Values, rarity: Values, plane: Values) -> TextStates:
    """A text's tokens in the plane alone; nothing is trained in them."""
    plain = _unit(scaled @ plane)
    mean = _unit((plain * (rarity + _LEAST_RARITY)[:, None]).sum(0))
    small = plain.astype(np.float16)
    return TextStates(small, small, rarity, mean)


def _most(likeness: Values) -> Values:
    """The greatest likeness of each token; -1 to a text without tokens."""
    found: Values = likeness.max(1, initial=-1.0)
    return found


def _unit(values: Values) -> Values:
    length = np.sqrt((values * values).sum(-1, keepdims=True))
    found: Values = values / np.maximum(length, 1e-6)
    return found


def _softmax(values: Values) -> Values:
    odds = np.exp(values - values.max(-1, keepdims=True))
    found: Values = odds / odds.sum(-1, keepdims=True)
    return found
