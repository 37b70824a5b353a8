"""The fitted combination of the engine's scores with a reader's, `knowledge/data/reader_combination.json`.

Values are read by name, so that weights fitted before a feature was added still fit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.data.tables import DATA
from knowledge.reader.reading import NAMES, Reading
from knowledge.scoring.ranking import FAR, probability
from knowledge.scoring.weights import WeightsError

FILE = DATA / "reader_combination.json"
RANKED = ("engine", *NAMES)
"""What the rank of a fact is computed from: the engine's logit and the reader's scores."""
DECIDED = (
    "chance",
    "stays",
    "margin",
    "engine_margin",
    *NAMES,
    *(f"{name}_margin" for name in NAMES),
)
"""What the probability is computed from: the engine's logit that its best fact answers, 1 where the same fact
is best, the margins to the runner-up, the scores of the best fact, how far each is above the others'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """Weights by place in RANKED and DECIDED."""

    rank: tuple[float, ...]
    bias: float
    decide: tuple[float, ...]
    lowest: float
    highest: float
    """The reader is asked where the engine's probability is between these."""

    def ranks(self, engine: Sequence[float], readings: Sequence[Reading]) -> list[float]:
        """A logit for each fact."""
        return [_product(self.rank, (one, *reading)) for one, reading in zip(engine, readings, strict=True)]

    def probability(self, values: Sequence[float]) -> float:
        """That the best fact answers; `values` are those of `decided_values`."""
        return probability(self.bias + _product(self.decide, values))


def decided_values(
    chance: float, engine: Sequence[float], readings: Sequence[Reading], ranks: Sequence[float]
) -> tuple[float, ...]:
    """The values of DECIDED; `chance` is a logit, all others are of the facts in the engine's order."""
    best = max(range(len(ranks)), key=ranks.__getitem__)
    others = [place for place in range(len(ranks)) if place != best]
    of_best = readings[best]
    margins = [
        min(score - max((readings[place][at] for place in others), default=score - 1.0), 4.0)
        for at, score in enumerate(of_best)
    ]
    margin = ranks[best] - max((ranks[place] for place in others), default=ranks[best] - FAR)
    engine_margin = engine[best] - max((engine[place] for place in others), default=engine[best] - FAR)
    return (chance, float(best == 0), margin, engine_margin, *of_best, *margins)


def read_combination(file: Path = FILE) -> Combination:
    """Raises WeightsError where the weights are of other values than the code computes."""
    content = json.loads(file.read_text(encoding="utf-8"))
    rank, decide = content["rank"], content["decide"]
    if unknown := [*({*rank} - {*RANKED}), *({*decide["weights"]} - {*DECIDED})]:
        raise WeightsError(file, [f"weights of unknown values: {', '.join(sorted(unknown))}"])
    lowest, highest = content["asked"]
    return Combination(
        rank=_by_place(rank, RANKED),
        bias=decide["bias"],
        decide=_by_place(decide["weights"], DECIDED),
        lowest=lowest,
        highest=highest,
    )


def _by_place(weights: Mapping[str, float], names: Sequence[str]) -> tuple[float, ...]:
    return tuple(weights.get(name, 0.0) for name in names)


def _product(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))
