"""Fitted scores: how likely a fact answers a question, and how likely the best one does."""

from __future__ import annotations

from dataclasses import astuple
from math import exp

from knowledge.search.features import Features
from knowledge.search.weights import ACCEPT, ACCEPT_BIAS, RANK, RANK_BIAS

FAR = -8.0
"""The score of a runner-up where there is none."""


def rank(features: Features, share: float, reach: float) -> float:
    """The logit that a fact answers.

    `share` is its first score over the best candidate's, `reach` over the most it could have.
    """
    values = (*astuple(features), share, reach)
    return RANK_BIAS + sum(weight * value for weight, value in zip(RANK, values, strict=True))


def accept(features: Features, share: float, reach: float, best: float, second: float) -> float:
    """The probability that the best fact, of the score `best`, answers."""
    values = (*astuple(features), share, reach, best, best - second, second)
    return probability(ACCEPT_BIAS + sum(w * value for w, value in zip(ACCEPT, values, strict=True)))


def probability(logit: float) -> float:
    return 1 / (1 + exp(-max(min(logit, 30.0), -30.0)))
