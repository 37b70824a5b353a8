"""What the engine makes of each tuning question by weights that never saw its pack."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from knowledge.decision.context.second_reading import MOST_READ
from knowledge.facts.model import Fact, FactBase
from knowledge.facts.pack import load_pack
from tests.fit.cases import PACKS, Case, read_cases
from tests.fit.fitting import best_row, fit_accept, fit_rank, folds

ONE_OF = {"own": 4, "stranger": 20}
"""One of so many example questions and questions of other packs is kept."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the engine's best facts; those of a removal are the facts that do not answer it."""

    pack: str
    kind: str
    """As in `Case`, or `removed`."""
    ask: str
    text: str
    facts: tuple[str, ...]
    """Ids, best first."""
    engine: tuple[float, ...]
    """The engine's logits of them."""
    chance: float
    """The engine's logit that the first answers."""
    right: frozenset[str]

    @property
    def is_inside(self) -> bool:
        return self.kind in ("inside", "own")

    @property
    def excluded(self) -> str | None:
        return self.ask if self.kind == "own" else None


@dataclass(frozen=True, slots=True)
class Bases:
    """The tuning packs by name."""

    by_name: Mapping[str, FactBase]

    def facts(self, asked: Asked) -> tuple[list[Fact], FactBase]:
        base = self.by_name[asked.pack]
        return [next(fact for fact in base.facts if fact.id == one) for one in asked.facts], base


def load_bases(packs: Sequence[str]) -> Bases:
    return Bases({name: load_pack(PACKS[name]) for name in packs})


def ask_all(packs: Sequence[str]) -> list[Asked]:
    """All tuning questions and removals; takes minutes."""
    cases = [case for name in packs for case in read_cases(name)]
    found: list[Asked] = []
    for held in folds(packs):
        rest = [case for case in cases if case.pack not in held]
        ranker = fit_rank(rest)
        classifier = fit_accept(rest, [name for name in packs if name not in held])
        for case in _kept([case for case in cases if case.pack in held]):
            row, _ = best_row(ranker, case)
            logits = ranker.logits(case.rows)
            order = np.argsort(-logits, kind="stable")[:MOST_READ]
            facts = tuple(case.facts[place] for place in order)
            scores = tuple(float(logits[place]) for place in order)
            chance = float(classifier.logits(row[None])[0])
            found.append(Asked(case.pack, case.kind, case.ask, case.text, facts, scores, chance, case.right))
    return found


def _kept(cases: Sequence[Case]) -> Iterator[Case]:
    """The cases with candidates, and each question inside once more without the facts that answer it."""
    for case in cases:
        one_of = ONE_OF.get(case.kind, 1)
        if not len(case.facts) or zlib.crc32(f"{case.ask} {case.pack}".encode()) % one_of:
            continue
        yield case
        wrong = [place for place, fact in enumerate(case.facts) if fact not in case.right]
        if case.kind == "inside" and 0 < len(wrong) < len(case.facts):
            facts = tuple(case.facts[place] for place in wrong)
            yield replace(case, kind="removed", rows=case.rows[wrong], facts=facts)
