"""A small stored set of cases with the weights fitted to them, to check that a fit gives the same again.

`python -m tests.fit --subset` stores it anew: when the list of features or the way of fitting changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.scoring.features import NAMES
from knowledge.scoring.weights import ACCEPTED
from tests.fit.cases import Case, read_cases
from tests.fit.fitting import fit_accept, fit_rank
from tests.fit.weights_file import rounded, write

PACKS = ("bridge", "forum", "tram", "zoo")
CASES = 60
"""So many cases of each pack, spread over all of them."""
CANDIDATES = 6
_DIGITS = 3
ROWS = Path(__file__).with_name("subset.npz")
WEIGHTS = Path(__file__).with_name("subset.json")


def store() -> None:
    cases = [case for pack in PACKS for case in _some(pack)]
    rows = np.vstack([case.rows for case in cases]).astype(np.float32)
    right = np.concatenate([case.labels for case in cases]).astype(bool)
    sizes = np.array([len(case.facts) for case in cases])
    packs, kinds = ([getattr(case, name) for case in cases] for name in ("pack", "kind"))
    np.savez_compressed(ROWS, rows=rows, right=right, sizes=sizes, packs=packs, kinds=kinds, names=NAMES)
    write(fit(load()), WEIGHTS)


def _some(pack: str) -> Iterator[Case]:
    cases = [case for case in read_cases(pack) if len(case.facts)]
    for case in cases[:: max(len(cases) // CASES, 1)][:CASES]:
        some = slice(CANDIDATES)
        yield Case(pack, case.kind, "", case.rows[some].round(_DIGITS), case.facts[some], case.right)


def load() -> list[Case]:
    """The stored cases, in which a fact's id is its place among the candidates."""
    with np.load(ROWS) as stored:
        ends = [0, *np.cumsum(stored["sizes"])]
        return [
            Case(
                str(pack),
                str(kind),
                "",
                stored["rows"][start:end].astype(np.float64),
                tuple(map(str, range(end - start))),
                frozenset(str(place) for place in np.flatnonzero(stored["right"][start:end])),
            )
            for (start, end), pack, kind in zip(pairwise(ends), stored["packs"], stored["kinds"], strict=True)
        ]


def names() -> list[str]:
    """The features that the stored rows hold."""
    with np.load(ROWS) as stored:
        return [str(name) for name in stored["names"]]


def fit(cases: list[Case], seed: int | None = None) -> dict[str, Any]:
    return rounded(fit_rank(cases, seed=seed), fit_accept(cases, PACKS, seed=seed), ACCEPTED)


def stored_weights() -> dict[str, Any]:
    weights: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights
