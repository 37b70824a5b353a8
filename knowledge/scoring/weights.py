"""The fitted weights of both scores, from `knowledge/data/weights.json`; `python -m tests.fit` writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.data.tables import DATA
from knowledge.scoring.features import NAMES, VERSION

FILE = DATA / "weights.json"
RANKED = (*NAMES, "share", "reach")
"""What the rank of a fact is computed from."""
ACCEPTED = (*RANKED, "best", "margin", "second")
"""What the probability that the best fact answers is computed from."""


class WeightsError(ValueError):
    """The file does not fit the code. `problems` are sentences."""

    def __init__(self, file: Path, problems: Sequence[str]) -> None:
        super().__init__(f"{file}: {'; '.join(problems)}. Fit the weights again: python -m tests.fit")
        self.file, self.problems = file, tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Weights by place in RANKED and ACCEPTED."""

    rank: tuple[float, ...]
    bias: float
    bound: float
    """A value counts for at most so many of its standard deviations."""
    units: tuple[float, ...]
    """What brings each value to its standard deviation."""
    accept: tuple[float, ...]
    products: tuple[tuple[float, ...], ...]
    """For each value the weights of its products with itself and with later values, by their places; 0 where
    there is none."""


def read_weights(file: Path = FILE) -> Weights:
    """Raises WeightsError where the weights are of other features than the code computes."""
    content = json.loads(file.read_text(encoding="utf-8"))
    if problems := [*_problems(content)]:
        raise WeightsError(file, problems)
    accept = content["accept"]
    return Weights(
        rank=_by_place(content["rank"], RANKED),
        bias=accept["bias"],
        bound=accept["bound"],
        units=_by_place(accept["units"], ACCEPTED),
        accept=_by_place(accept["weights"], ACCEPTED),
        products=tuple(_by_place(accept["products"].get(name, {}), ACCEPTED) for name in ACCEPTED),
    )


def _by_place(weights: Mapping[str, float], names: Sequence[str]) -> tuple[float, ...]:
    """A weight that is not in the file is 0."""
    return tuple(weights.get(name, 0.0) for name in names)


def _problems(content: Mapping[str, Any]) -> Iterator[str]:
    fitted = content["features"]
    if fitted["version"] != VERSION:
        yield f"fitted for version {fitted['version']} of the features, the code has version {VERSION}"
    if missing := [name for name in NAMES if name not in fitted["names"]]:
        yield f"no weights were fitted for {', '.join(missing)}"
    if unknown := [name for name in fitted["names"] if name not in NAMES]:
        yield f"the code does not compute {', '.join(unknown)}"
    accept = content["accept"]
    named = {*accept["units"], *accept["weights"], *accept["products"]}.union(*accept["products"].values())
    if strange := sorted(({*content["rank"]} - {*RANKED} | named - {*ACCEPTED}) - {*unknown}):
        yield f"weights of unknown values: {', '.join(strange)}"
