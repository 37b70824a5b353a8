"""The engine computes the same scores as the fit that its weights come from."""

from __future__ import annotations

from math import exp
from random import Random

import numpy as np
import pytest

from knowledge.scoring import weights
from knowledge.scoring.features import NAMES, Features
from knowledge.scoring.ranking import ACCEPTED, RANKED, accept, rank
from tests.fit.regression import Classifier, Ranker, fit_classifier, fit_ranker

RANKER = Ranker(np.array([weights.RANK.get(name, 0.0) for name in RANKED]))
UNITS = [weights.UNITS.get(name, 0.0) for name in ACCEPTED]


def classifier() -> Classifier:
    """The classifier that the weights were written from, except for rounding."""
    pairs = np.zeros((len(ACCEPTED), len(ACCEPTED)))
    for name, said in weights.PAIRS.items():
        words = said.split()
        for other, weight in zip(words[::2], words[1::2], strict=True):
            pairs[ACCEPTED.index(name), ACCEPTED.index(other)] = float(weight)
    spread = np.array([1 / unit if unit else np.inf for unit in UNITS])
    own = np.array([weights.ACCEPT.get(name, 0.0) for name in ACCEPTED])
    return Classifier(spread, weights.ACCEPT_BIAS, own, pairs)


@pytest.mark.parametrize("seed", range(20))
def test_scores_equal_those_of_the_fit(seed: int) -> None:
    random = Random(seed)
    features = Features(*(random.choice((0.0, random.random(), 1.0)) for _ in NAMES))
    share, reach, second = random.random(), random.random(), random.uniform(0, 9)
    best = rank(features, share, reach)
    assert best == pytest.approx(RANKER.logits(np.array([[*features, share, reach]]))[0])
    row = np.array([[*features, share, reach, best, best - second, second]])
    chance = accept(features, share, reach, best, second)
    assert chance == pytest.approx(1 / (1 + exp(-classifier().logits(row)[0])))


def test_missing_words_never_raise_a_rank() -> None:
    assert all(weight <= 0 for name, weight in weights.RANK.items() if name.startswith("missing"))


def test_classifier_learns_products_of_features() -> None:
    rows = np.array([[float(a), float(b)] for a in (0, 1) for b in (0, 1)] * 50)
    right = np.array([float(a != b) for a, b in rows])
    logits = fit_classifier(rows, right, np.ones(len(right)), 0.1).logits(rows)
    assert ((logits > 0) == (right > 0)).all()


def test_ranker_learns_a_choice_and_keeps_signs() -> None:
    random = np.random.default_rng(1)
    lists = [random.random((4, 2)) for _ in range(60)]
    right = [(rows[:, 0] == rows[:, 0].max()).astype(np.float64) for rows in lists]
    free = fit_ranker(lists, right, [1.0] * 60, [0, 0], 0.1)
    bound = fit_ranker(lists, right, [1.0] * 60, [-1, 0], 0.1)
    chosen = [
        int(free.logits(rows).argmax()) == int(labels.argmax())
        for rows, labels in zip(lists, right, strict=True)
    ]
    assert sum(chosen) > 55
    assert bound.weights[0] == 0
