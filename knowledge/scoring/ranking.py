"""Fitted scores: how likely a fact answers a question, and how likely the best one does."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from operator import mul

from knowledge.scoring.features import NAMES, Features
from knowledge.scoring.weights import ACCEPT, ACCEPT_BIAS, BOUND, PAIRS, RANK, UNITS

FAR = 8.0
"""How far behind the runner-up is taken to be where there is none."""
RANKED = (*NAMES, "share", "reach")
ACCEPTED = (*RANKED, "best", "margin", "second")
_PLACES = {name: place for place, name in enumerate(ACCEPTED)}


def _row(said: str) -> Mapping[int, float]:
    """«cover 0.1 letters -0.2» as weights by place."""
    words = said.split()
    return {_PLACES[name]: float(weight) for name, weight in zip(words[::2], words[1::2], strict=True)}


_RANK = tuple(RANK.get(name, 0.0) for name in RANKED)
_UNITS = tuple(UNITS.get(name, 0.0) for name in ACCEPTED)
_ACCEPT = tuple(ACCEPT.get(name, 0.0) for name in ACCEPTED)
_PAIRS = tuple(_row(PAIRS.get(name, "")) for name in ACCEPTED)


def rank(features: Features, share: float, reach: float) -> float:
    """The logit of a fact among those found: e to the difference of two says how much likelier one is.

    `share` is its first score over the best candidate's, `reach` over the most it could have.
    """
    return float(sum(map(mul, _RANK, (*features, share, reach))))


def accept(features: Features, share: float, reach: float, best: float, second: float) -> float:
    """The probability that the best fact, of the score `best`, answers.

    A logistic score over the values and the products of any two of them: what a missing word means
    depends on what else is met.
    """
    values = (*features, share, reach, best, best - second, second)
    some = [
        (place, max(min(value * _UNITS[place], BOUND), -BOUND)) for place, value in enumerate(values) if value
    ]
    logit = ACCEPT_BIAS
    for at, (place, value) in enumerate(some):
        weight = _PAIRS[place].get
        logit += value * (_ACCEPT[place] + sum([weight(other, 0.0) * one for other, one in some[at:]]))
    return probability(logit)


def probability(logit: float) -> float:
    return 1 / (1 + exp(-max(min(logit, 30.0), -30.0)))
