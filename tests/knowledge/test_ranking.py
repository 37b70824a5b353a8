"""The engine computes the same scores as the fit that its weights come from."""

from __future__ import annotations

from math import exp
from random import Random

import numpy as np
import pytest

from knowledge.scoring.features import NAMES, Features
from knowledge.scoring.ranking import accept, rank
from knowledge.scoring.weights import RANKED, read_weights
from tests.fit.regression import Classifier, Ranker, fit_classifier, fit_ranker

WEIGHTS = read_weights()
RANKER = Ranker(np.array(WEIGHTS.rank))


def classifier() -> Classifier:
    """The classifier that the weights were written from, except for rounding."""
    products = np.array(WEIGHTS.products)
    spread = np.array([1 / unit if unit else np.inf for unit in WEIGHTS.units])
    return Classifier(spread, WEIGHTS.bias, np.array(WEIGHTS.accept), products)


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
    ranked = zip(RANKED, WEIGHTS.rank, strict=True)
    assert all(weight <= 0 for name, weight in ranked if name.startswith("missing"))


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
