"""Training cases: each question with its candidates, measured as the engine measures them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from bot.evaluation.question_files import Golden, Half, load
from knowledge.facts.pack import load_pack
from knowledge.language.tokens import normalize
from knowledge.scoring.features import NAMES
from knowledge.scoring.searcher import Searcher
from tests.fit.regression import Matrix

ROOT = Path(__file__).resolve().parents[2]
PACKS = {
    **{folder.parent.name: folder.parent for folder in sorted(ROOT.glob("tests/tuning/packs/*/questions"))},
    "dialogue": ROOT / "knowledge/dialogue",
}
INSIDE = frozenset(
    {"direct", "paraphrase", "terse", "colloquial", "long", "value", "count", "when", "where", "who"}
    | {"yes-no", "span", "negation", "list", "false-premise"}
)
OUTSIDE = frozenset({"near", "far"})
"""Kinds of questions; those of other kinds are of several facts, of earlier turns or of typing, but for what
persons ask."""
PERSONAS = tuple(
    ROOT / "tests/tuning" / name
    for name in (
        *("dialogue_personas", "personas", "personas_second", "personas_third"),
        *("personas_fourth", "personas_fifth", "personas_sixth"),
    )
)
"""What persons ask of the shipped pack."""
STRANGER_OF = 10
"""One of so many questions of the other packs is asked of each."""
STRANGE = 0.6
"""A stranger that a fact covers more of than this might be answered by it, so it is left out."""


@dataclass(frozen=True, slots=True)
class Case:
    """One question: a row of features for each candidate, best of the index first."""

    pack: str
    kind: str
    """`inside`, `outside`, `own` for an example question left out of its pack, `stranger` for a question
    that another pack answers."""
    ask: str
    rows: Matrix
    facts: tuple[str, ...]
    right: frozenset[str]
    text: str = ""
    """The question as the engine reads it: corrected, without its preamble."""

    @property
    def labels(self) -> Matrix:
        return np.array([fact in self.right for fact in self.facts], dtype=np.float64)


@cache
def questions(pack: str) -> tuple[Golden, ...]:
    """The questions that weights may be fitted on: all of a tuning pack, one half of the shipped pack's."""
    if pack == "dialogue":
        own = load([PACKS[pack] / "questions"])
        return (*(item for item in own if item.half is Half.TUNING), *load(PERSONAS))
    return load([PACKS[pack] / "questions"])


def side(item: Golden) -> str | None:
    """`inside` or `outside`; None for what is not fitted on.

    A person's question of any kind counts if it stands alone and one fact answers it, or none does.
    """
    if item.kind in INSIDE | OUTSIDE:
        return "inside" if item.kind in INSIDE else "outside"
    if item.persona is None or item.kind == "deictic" or item.before or item.smalltalk or item.digest:
        return None
    if item.must_be_refused:
        return "outside"
    return "inside" if all(len(one) == 1 for one in item.sets) else None


def read_cases(pack: str) -> Iterator[Case]:
    """All cases of one pack, some of the other packs' questions among them."""
    searcher = Searcher(load_pack(PACKS[pack]))
    for item in questions(pack):
        kind = side(item)
        if kind is not None:
            right = frozenset(fact for one in item.sets for fact in one)
            yield _case(searcher, pack, kind, item.ask, right)
    for ask in _strangers(pack):
        case = _case(searcher, pack, "stranger", ask, frozenset())
        if len(case.facts) and max(case.rows[:, NAMES.index("cover")]) < STRANGE:
            yield case
    own: dict[str, set[str]] = {}
    for fact in searcher.base.facts:
        for question in fact.questions:
            own.setdefault(question, set()).add(fact.id)
    for question, ids in own.items():
        yield _case(searcher, pack, "own", question, frozenset(ids))


def _strangers(pack: str) -> Iterator[str]:
    others = [item.ask for name in PACKS if name != pack for item in questions(name) if item.kind in INSIDE]
    yield from (ask for ask in others if zlib.crc32(f"{pack} {ask}".encode()) % STRANGER_OF == 0)


def _case(searcher: Searcher, pack: str, kind: str, ask: str, right: frozenset[str]) -> Case:
    text = searcher.prepare(normalize(ask)).text
    part = searcher.parts(text)[0]
    search = searcher.search(part, without=ask if kind == "own" else None)
    rows = [(*one.features, one.share_of_best, one.share_of_possible) for one in search.facts]
    facts = tuple(str(one.fact.id) for one in search.facts)
    return Case(pack, kind, ask, np.array(rows, dtype=np.float64), facts, right, part.text)
