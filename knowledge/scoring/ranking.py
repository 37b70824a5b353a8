"""Fitted scores: how likely a fact answers a question, and how likely the best one does."""

from __future__ import annotations

from math import exp
from operator import mul

from knowledge.scoring.features import Features
from knowledge.scoring.weights import read_weights

FAR = 8.0
"""How far behind the runner-up is taken to be where there is none."""
WEIGHTS = read_weights()


def rank(features: Features, share: float, reach: float) -> float:
    """The logit of a fact among those found: e to the difference of two says how much likelier one is.

    `share` is its first score over the best candidate's, `reach` over the most it could have.
    """
    return float(sum(map(mul, WEIGHTS.rank, (*features, share, reach))))


def accept(features: Features, share: float, reach: float, best: float, second: float) -> float:
    """The probability that the best fact, of the score `best`, answers.

    A logistic score over the values and the products of any two of them: what a missing word means
    depends on what else is met.
    """
    values = (*features, share, reach, best, best - second, second)
    units, bound = WEIGHTS.units, WEIGHTS.bound
    scaled = [
        (place, max(min(value * units[place], bound), -bound)) for place, value in enumerate(values) if value
    ]
    logit = WEIGHTS.bias
    for at, (place, value) in enumerate(scaled):
        products = WEIGHTS.products[place]
        logit += value * (WEIGHTS.accept[place] + sum([products[other] * one for other, one in scaled[at:]]))
    return probability(logit)


def probability(logit: float) -> float:
    return 1 / (1 + exp(-max(min(logit, 30.0), -30.0)))
