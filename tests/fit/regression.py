"""The two scores: one that ranks the candidates of a question, one that says whether the best one answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Matrix = NDArray[np.float64]
BOUND = 5.0
"""A value counts for at most so many standard deviations in `Gate`."""
_LINEAR = 3.0
"""Values by themselves are penalised less than their products, by the square of this."""
_ITERATIONS = 150


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights for raw features; only differences between candidates of one question mean anything."""

    weights: Matrix

    def logits(self, rows: Matrix) -> Matrix:
        return np.asarray(rows @ self.weights, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Classifier:
    """A logistic score over values and products of any two, each value over `spread` first."""

    spread: Matrix
    bias: float
    weights: Matrix
    pairs: Matrix
    """Upper triangle: for each two values the weight of their product."""

    def logits(self, rows: Matrix) -> Matrix:
        scaled = _scaled(rows, self.spread)
        pairs = np.einsum("ni,ij,nj->n", scaled, self.pairs, scaled)
        return np.asarray(self.bias + scaled @ self.weights + pairs, dtype=np.float64)


def fit_ranker(
    lists: Sequence[Matrix],
    right: Sequence[Matrix],
    shares: Sequence[float],
    signs: Sequence[int],
    strength: float,
) -> Ranker:
    """The softmax over each question's candidates, every weight bound to its sign, an L2 penalty of
    `strength` on features over their spread. Questions without a right candidate teach nothing."""
    known = [place for place, labels in enumerate(right) if labels.any()]
    rows = np.vstack([lists[place] for place in known])
    sizes = np.array([len(lists[place]) for place in known])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    whose = np.repeat(np.arange(len(known)), sizes)
    aim = np.concatenate([right[place] / right[place].sum() for place in known])
    share = np.array([shares[place] for place in known])
    spread = rows.std(0) + 1e-9
    scaled = rows / spread

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        logit = scaled @ weights
        most = np.maximum.reduceat(logit, starts)
        likely = np.exp(logit - most[whose])
        sums = np.add.reduceat(likely, starts)
        value = (share * (most + np.log(sums))).sum() - (share[whose] * aim * logit).sum()
        gradient = scaled.T @ (share[whose] * (likely / sums[whose] - aim)) + strength * weights
        return float(value + 0.5 * strength * (weights**2).sum()), gradient

    limits = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
    found = minimize(
        loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", bounds=[limits[sign] for sign in signs]
    )
    return Ranker(found.x / spread)


def fit_classifier(rows: Matrix, right: Matrix, shares: Matrix, strength: float) -> Classifier:
    """Logistic regression on values and products with an L2 penalty; `shares` weigh the rows."""
    spread = np.where(rows.std(0) > 1e-6, rows.std(0), np.inf)
    scaled = _scaled(rows, spread)
    upper = np.triu_indices(rows.shape[1])
    wide = np.hstack([scaled * _LINEAR, scaled[:, upper[0]] * scaled[:, upper[1]]]).astype(np.float32)

    def loss(point: Matrix) -> tuple[float, Matrix]:
        logit = (wide @ point[1:].astype(np.float32)).astype(np.float64) + point[0]
        residual = shares * (1 / (1 + np.exp(-logit)) - right)
        value = (shares * (np.logaddexp(0, logit) - right * logit)).sum()
        slope = (wide.T @ residual.astype(np.float32)).astype(np.float64) + strength * point[1:]
        return float(value + 0.5 * strength * (point[1:] ** 2).sum()), np.concatenate(
            [[residual.sum()], slope]
        )

    start = np.zeros(wide.shape[1] + 1)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS}).x
    width = rows.shape[1]
    pairs = np.zeros((width, width))
    pairs[upper] = best[1 + width :]
    return Classifier(spread, float(best[0]), best[1 : 1 + width] * _LINEAR, pairs)


def _scaled(rows: Matrix, spread: Matrix) -> Matrix:
    return np.clip(rows / spread, -BOUND, BOUND)
