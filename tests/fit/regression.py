"""The two scores: one that ranks the candidates of a question, one that says whether the best one answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Matrix = NDArray[np.float64]
BOUND = 5.0
"""A value counts for at most so many standard deviations in `Classifier`."""
TOLERANCE = 0.0005
"""Two fits to the same data from any two starts give no weight that differs by more."""
_LINEAR = 3.0
"""Values by themselves are penalised less than their products, by the square of this."""
_STEEPEST = 2e-3
"""Both losses are strictly convex: a fit in which no slope is steeper than this is at the one minimum."""
_MOST_STEPS = 20_000


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
    products: Matrix
    """Upper triangle: for each two values the weight of their product."""

    def logits(self, rows: Matrix) -> Matrix:
        scaled = _scaled(rows, self.spread)
        products = np.einsum("ni,ij,nj->n", scaled, self.products, scaled)
        return np.asarray(self.bias + scaled @ self.weights + products, dtype=np.float64)


def fit_ranker(
    lists: Sequence[Matrix],
    right: Sequence[Matrix],
    shares: Sequence[float],
    signs: Sequence[int],
    strength: float,
    start: Matrix | None = None,
) -> Ranker:
    """A softmax over each question's candidates, every weight bound to its sign.

    `right` are 1 for right candidates, `shares` how much each question counts, `strength` is that of an L2
    penalty on features over their standard deviations. Questions without a right candidate are left out.
    """
    known = [place for place, labels in enumerate(right) if labels.any()]
    rows = np.vstack([lists[place] for place in known])
    sizes = np.array([len(lists[place]) for place in known])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    question_of = np.repeat(np.arange(len(known)), sizes)
    target = np.concatenate([right[place] / right[place].sum() for place in known])
    share = np.array([shares[place] for place in known])
    spread = _spread(rows)
    scaled = rows / spread

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        logits = scaled @ weights
        most = np.maximum.reduceat(logits, starts)
        odds = np.exp(logits - most[question_of])
        sums = np.add.reduceat(odds, starts)
        value = (share * (most + np.log(sums))).sum() - (share[question_of] * target * logits).sum()
        residual = share[question_of] * (odds / sums[question_of] - target)
        gradient = scaled.T @ residual + strength * weights
        return float(value + 0.5 * strength * (weights**2).sum()), gradient

    limits = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
    bounds = [limits[sign] for sign in signs]
    return Ranker(_minimum(loss, np.zeros(rows.shape[1]) if start is None else start, bounds) / spread)


def fit_classifier(
    rows: Matrix, right: Matrix, shares: Matrix, strength: float, start: Matrix | None = None
) -> Classifier:
    """Logistic regression on values and products with an L2 penalty; `shares` say how much a row counts."""
    spread = _spread(rows)
    scaled = _scaled(rows, spread)
    upper = np.triu_indices(rows.shape[1])
    wide = np.hstack([scaled * _LINEAR, scaled[:, upper[0]] * scaled[:, upper[1]]])

    def loss(point: Matrix) -> tuple[float, Matrix]:
        logits = wide @ point[1:] + point[0]
        residual = shares * (1 / (1 + np.exp(-logits)) - right)
        value = (shares * (np.logaddexp(0, logits) - right * logits)).sum()
        slope = wide.T @ residual + strength * point[1:]
        gradient = np.concatenate([[residual.sum()], slope])
        return float(value + 0.5 * strength * (point[1:] ** 2).sum()), gradient

    best = _minimum(loss, np.zeros(wide.shape[1] + 1) if start is None else start)
    width = rows.shape[1]
    products = np.zeros((width, width))
    products[upper] = best[1 + width :]
    return Classifier(spread, float(best[0]), best[1 : 1 + width] * _LINEAR, products)


def _minimum(
    loss: Callable[[Matrix], tuple[float, Matrix]],
    start: Matrix,
    bounds: Sequence[tuple[float | None, float | None]] | None = None,
) -> Matrix:
    """Where the loss falls no more, up to rounding. Raises ArithmeticError if a slope is left."""
    steps = {"maxiter": _MOST_STEPS, "maxfun": _MOST_STEPS, "gtol": 0.0, "ftol": 0.0, "maxcor": 30}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options=steps)
    point = np.asarray(found.x, dtype=np.float64)
    step = point - loss(point)[1]
    if bounds is not None:
        step = np.clip(
            step,
            [-np.inf if least is None else least for least, _ in bounds],
            [np.inf if most is None else most for _, most in bounds],
        )
    steepest = float(abs(step - point).max())
    if steepest > _STEEPEST:
        raise ArithmeticError(f"not converged: a slope of {steepest} is left ({found.message})")
    return point


def _spread(rows: Matrix) -> Matrix:
    """Standard deviations; of what is the same everywhere an infinite one, so that it weighs nothing."""
    deviations = rows.std(0)
    return np.where(deviations > 1e-6, deviations, np.inf)


def _scaled(rows: Matrix, spread: Matrix) -> Matrix:
    return np.clip(rows / spread, -BOUND, BOUND)
