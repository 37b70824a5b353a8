"""Logistic regression whose weights may be bound to a sign: a missing word never speaks for a fact."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights for raw features; `bias` is added to their sum."""

    weights: Matrix
    bias: float

    def logits(self, rows: Matrix) -> Matrix:
        return np.asarray(rows @ self.weights + self.bias, dtype=np.float64)


def fit(
    rows: Matrix, right: Matrix, signs: list[int], strength: float, shares: Matrix | None = None
) -> Model:
    """Fit with an L2 penalty of 1/`strength` on standardised features; `shares` weigh the rows."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = (rows - mean) / spread
    share = np.ones(len(right)) if shares is None else shares

    def loss(point: Matrix) -> tuple[float, Matrix]:
        logit = scaled @ point[1:] + point[0]
        residual = share * (1 / (1 + np.exp(-logit)) - right)
        value = (share * (np.logaddexp(0, logit) - right * logit)).sum()
        gradient = np.concatenate([[residual.sum()], scaled.T @ residual + point[1:] / strength])
        return float(value + 0.5 * (point[1:] ** 2).sum() / strength), gradient

    limits = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
    bounds = [(None, None), *(limits[sign] for sign in signs)]
    best = minimize(loss, np.zeros(len(signs) + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    weights = best[1:] / spread
    return Model(weights, float(best[0] - (weights * mean).sum()))
