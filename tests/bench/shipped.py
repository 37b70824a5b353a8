"""The shipped pack and those of its golden questions that one fact answers or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.evaluation.question_files import Golden, load
from knowledge.facts.model import FactBase
from knowledge.facts.pack import load_pack
from tests.bench.trial import Trial

_PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """`right`: answerable questions with a right fact first; `silent`: unanswerable ones without any fact."""

    right: int
    answerable: int
    silent: int
    unanswerable: int


def pack() -> FactBase:
    return load_pack(_PROJECT / "knowledge" / "dialogue")


def goldens() -> list[Golden]:
    """Questions without a context that ask one thing: only these have one fact to rank first."""
    asked = load([_PROJECT / "knowledge" / "dialogue" / "questions"])
    return [
        golden for golden in asked if not golden.before and golden.kind != "double" and not golden.missing
    ]


def score(trial: Trial, asked: list[Golden]) -> Score:
    pairs = list(zip(asked, trial.best_facts, strict=True))
    inside = [(golden, first) for golden, first in pairs if golden.sets]
    outside = [first for golden, first in pairs if not golden.sets]
    return Score(
        right=sum(any(first in facts for facts in golden.sets) for golden, first in inside),
        answerable=len(inside),
        silent=outside.count(None),
        unanswerable=len(outside),
    )
