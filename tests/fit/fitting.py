"""Fits both scores on cases; folds are whole packs, so that a pack is scored by weights that never saw it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.scoring.features import NAMES
from knowledge.scoring.ranking import FAR
from tests.fit.cases import Case
from tests.fit.regression import Classifier, Matrix, Ranker, fit_classifier, fit_ranker

FREE = frozenset({"few_words", "slot_field", "proposition", "examples"})
"""Features whose weight may have either sign."""
AGAINST = tuple(
    """
    missing lacking uncounted reason why speech verb_ field_only loose slot_taken slot_lacking slot_gap extra
    ordinal_clash inexact since side_clash filler modifier_clash opposite value_lacking post_clash tense_clash
    nameless bare_head about_lost asks_more
    """.split()
)
"""Beginnings of the features that never speak for a fact."""
RANK_SIGNS = [0 if n in FREE else -1 if n.startswith(AGAINST) else 1 for n in NAMES] + [1, 1]
RANK_STRENGTH, ACCEPT_STRENGTH = 10.0, 1000.0
OWN_RANKED = 0.3
ACCEPTED_SHARES = {"own": 0.02, "stranger": 0.1}
"""How much an example question, left out of its pack, and another pack's question count beside a reader's."""
FOLDS = 4


def _start(seed: int | None, size: int) -> Matrix | None:
    """Where an optimiser starts: a fit that has converged does not depend on it."""
    return None if seed is None else np.random.default_rng(seed).normal(0, 0.1, size)


def fit_rank(cases: Sequence[Case], signs: Sequence[int] = RANK_SIGNS, seed: int | None = None) -> Ranker:
    some = [case for case in cases if len(case.facts)]
    shares = [OWN_RANKED if case.kind == "own" else 1.0 for case in some]
    rows, labels = [case.rows for case in some], [case.labels for case in some]
    start = _start(seed, rows[0].shape[1])
    return fit_ranker(
        rows, labels, shares, signs, RANK_STRENGTH, None if start is None else abs(start) * signs
    )


def best_row(model: Ranker, case: Case) -> tuple[Matrix, str]:
    """Features of the best candidate with the scores of the two best, and its id."""
    logits = model.logits(case.rows)
    order = np.argsort(-logits, kind="stable")
    best = logits[order[0]]
    second = logits[order[1]] if len(order) > 1 else best - FAR
    return np.concatenate([case.rows[order[0]], [best, best - second, second]]), case.facts[order[0]]


def folds(packs: Sequence[str]) -> list[list[str]]:
    """Whole packs, in four parts."""
    return [part for part in (list(packs[start::FOLDS]) for start in range(FOLDS)) if part]


def fit_accept(
    cases: Sequence[Case],
    packs: Sequence[str],
    signs: Sequence[int] = RANK_SIGNS,
    seed: int | None = None,
) -> Classifier:
    """Fit on scores that each pack gets from weights fitted on others."""
    rows, right, shares = [], [], []
    for part in folds(packs):
        model = fit_rank([case for case in cases if case.pack not in part], signs, seed)
        for case in cases:
            if case.pack in part and len(case.facts):
                row, fact = best_row(model, case)
                rows.append(row)
                right.append(fact in case.right)
                shares.append(ACCEPTED_SHARES.get(case.kind, 1.0))
    labels, width = np.array(right, dtype=np.float64), len(rows[0])
    start = _start(seed, 1 + width + width * (width + 1) // 2)
    return fit_classifier(np.array(rows), labels, np.array(shares), ACCEPT_STRENGTH, start)
