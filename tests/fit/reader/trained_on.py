"""What the network is trained on: questions with candidates, and the token states of their texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.reader.text_states import Text


@dataclass(frozen=True, slots=True)
class Tokens:
    """States and rarity of the tokens of one text."""

    states: NDArray[np.float16]
    rarity: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Group:
    """A question with its candidates: the texts of each, the statement first, then the nearest examples."""

    pack: str
    asked: Text
    candidates: tuple[tuple[Text, ...], ...]
    right: tuple[bool, ...]
    share: float
    """How much the question counts."""


class Scale:
    """The mean of all tokens and their spread around it."""

    def __init__(
        self, texts: Mapping[Text, Tokens], mean: NDArray[Any] | None = None, spread: float = 1.0
    ) -> None:
        if mean is not None:
            self.mean, self.spread = mean.astype(np.float32), spread
            return
        some = np.concatenate([one.states for one in list(texts.values())[::5]]).astype(np.float32)
        self.mean = some.mean(0)
        self.spread = float(some.std())

    def of(self, states: NDArray[Any]) -> NDArray[np.float32]:
        scaled: NDArray[np.float32] = (states.astype(np.float32) - self.mean) / self.spread
        return scaled
