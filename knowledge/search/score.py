"""Fitted scores: how likely a fact answers a question, and how likely the best one does."""

from __future__ import annotations

from math import exp
from operator import mul

from knowledge.search.features import NAMES, Features
from knowledge.search.weights import ACCEPT, ACCEPT_BIAS, RANK, RANK_BIAS

FAR = -8.0
"""The score of a runner-up where there is none."""
RANKED = (*NAMES, "share", "reach")
ACCEPTED = (*RANKED, "best", "margin", "second")
_RANK = tuple(RANK.get(name, 0.0) for name in RANKED)
_ACCEPT = tuple(ACCEPT.get(name, 0.0) for name in ACCEPTED)


def rank(features: Features, share: float, reach: float) -> float:
    """The logit that a fact answers.

    `share` is its first score over the best candidate's, `reach` over the most it could have.
    """
    return RANK_BIAS + _sum(_RANK, (*features, share, reach))


def accept(features: Features, share: float, reach: float, best: float, second: float) -> float:
    """The probability that the best fact, of the score `best`, answers."""
    return probability(ACCEPT_BIAS + _sum(_ACCEPT, (*features, share, reach, best, best - second, second)))


def probability(logit: float) -> float:
    return 1 / (1 + exp(-max(min(logit, 30.0), -30.0)))


def _sum(weights: tuple[float, ...], values: tuple[float, ...]) -> float:
    return float(sum(map(mul, weights, values)))
