"""Fits how the engine's scores and the reader's are weighed together; folds are whole packs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

from knowledge.reader.reading import Reading
from knowledge.scoring.combined import DECIDED, RANKED, Combination, decided_values
from knowledge.scoring.ranking import probability
from tests.fit.fitting import folds
from tests.fit.reader.asked import Asked
from tests.fit.regression import Matrix, fit_ranker

LOWEST, HIGHEST = 0.1, 0.9
"""Between these probabilities of the engine's the reader is asked."""
RANK_STRENGTH, DECIDE_STRENGTH = 3.0, 5.0
SHARES = {"inside": 1.0, "outside": 1.1, "removed": 0.35, "own": 0.1, "stranger": 0.1}
"""How much a question of each kind counts: near misses and removals as little as lets no refusals be lost to
the reader, neither of the older packs nor of those made in haste, whole packs held out."""
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Read:
    """A question with the reader's scores of its facts."""

    asked: Asked
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The engine's word and the combination's: the probability, and whether the best fact is a right one."""

    asked: Asked
    before: float
    was_right: bool
    chance: float
    is_right: bool


def fit(cases: Sequence[Read]) -> Combination:
    rows = [_ranked(case) for case in cases]
    right = [_labels(case) for case in cases]
    shares = [0.0 if case.asked.kind == "removed" else SHARES[case.asked.kind] for case in cases]
    ranker = fit_ranker(rows, right, shares, [0] * len(RANKED), RANK_STRENGTH)
    rank = tuple(round(float(weight), _DIGITS) for weight in ranker.weights)
    part = Combination(rank=rank, bias=0.0, decide=(0.0,) * len(DECIDED), lowest=LOWEST, highest=HIGHEST)
    values, labels = zip(*(_decided(part, case) for case in cases), strict=True)
    weights = [SHARES[case.asked.kind] for case in cases]
    bias, decide = _logistic(np.array(values), np.array(labels, float), np.array(weights))
    return Combination(rank=rank, bias=bias, decide=decide, lowest=LOWEST, highest=HIGHEST)


def held_out(cases: Sequence[Read], packs: Sequence[str]) -> list[Outcome]:
    """Each question by a combination that never saw its pack."""
    found = []
    for held in folds(packs):
        combination = fit([case for case in cases if case.asked.pack not in held])
        found += [outcome(combination, case) for case in cases if case.asked.pack in held]
    return found


def unread(cases: Iterable[Asked]) -> list[Outcome]:
    """The questions that the reader is not asked, as the engine answers them."""
    found = []
    for asked in cases:
        before, is_right = probability(asked.chance), asked.facts[0] in asked.right
        if not LOWEST <= before <= HIGHEST:
            found.append(Outcome(asked, before, is_right, before, is_right))
    return found


def outcome(combination: Combination, case: Read) -> Outcome:
    asked = case.asked
    before, was_right = probability(asked.chance), asked.facts[0] in asked.right
    values, is_right = _decided(combination, case)
    return Outcome(asked, before, was_right, combination.probability(values), is_right)


def figures(outcomes: Iterable[Outcome]) -> Mapping[str, Any]:
    """Counts before and after: right of inside, refused of outside and of removals, and the asked."""
    some = list(outcomes)
    found: dict[str, Any] = {}
    for kind in ("inside", "outside", "removed"):
        of_kind = [one for one in some if one.asked.kind == kind]
        answered = kind == "inside"
        before = sum((one.before >= 0.5) is answered and (one.was_right or not answered) for one in of_kind)
        after = sum((one.chance >= 0.5) is answered and (one.is_right or not answered) for one in of_kind)
        found[kind] = {"questions": len(of_kind), "before": before, "after": after}
        found[kind]["read_again"] = sum(LOWEST <= one.before <= HIGHEST for one in of_kind)
    return found


def section(combination: Combination) -> dict[str, Any]:
    """The weights by name, as the file has them."""
    return {
        "asked": [combination.lowest, combination.highest],
        "rank": dict(zip(RANKED, combination.rank, strict=True)),
        "decide": {
            "bias": combination.bias,
            "weights": dict(zip(DECIDED, combination.decide, strict=True)),
        },
    }


def _ranked(case: Read) -> Matrix:
    return np.array([(one, *reading) for one, reading in zip(case.asked.engine, case.readings, strict=True)])


def _labels(case: Read) -> Matrix:
    return np.array([fact in case.asked.right for fact in case.asked.facts], dtype=np.float64)


def _decided(combination: Combination, case: Read) -> tuple[tuple[float, ...], bool]:
    ranks = combination.ranks(case.asked.engine, case.readings)
    values = decided_values(case.asked.chance, case.asked.engine, case.readings, ranks)
    return values, case.asked.facts[int(np.argmax(ranks))] in case.asked.right


def _logistic(values: Matrix, right: Matrix, shares: Matrix) -> tuple[float, tuple[float, ...]]:
    """The bias and the weights of raw values, with an L2 penalty on values over their spread."""
    spread = values.std(0) + 1e-9
    wide = np.hstack([np.ones((len(values), 1)), values / spread])

    def loss(point: Matrix) -> tuple[float, Matrix]:
        logits = wide @ point
        residual = shares * (1 / (1 + np.exp(-logits)) - right)
        penalty = np.concatenate([[0.0], point[1:]]) * DECIDE_STRENGTH
        value = (shares * (np.logaddexp(0, logits) - right * logits)).sum() + 0.5 * (penalty @ point)
        return float(value), wide.T @ residual + penalty

    best = minimize(loss, np.zeros(wide.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 2000}).x
    return round(float(best[0]), _DIGITS), tuple(round(float(one), _DIGITS) for one in best[1:] / spread)
