"""The shipped pack with its questions: which of them a single fact answers, and which nothing does."""

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
    """Of the questions that the base answers those with a right fact first; of others those shown none."""

    right: int
    inside: int
    silent: int
    outside: int


def pack() -> FactBase:
    return load_pack(_PROJECT / "knowledge" / "dialogue")


def goldens() -> list[Golden]:
    """Questions that stand alone and ask one thing: the others have no one fact to put first."""
    asked = load([_PROJECT / "knowledge" / "dialogue" / "questions"])
    return [
        golden for golden in asked if not golden.before and golden.kind != "double" and not golden.missing
    ]


def score(trial: Trial, asked: list[Golden]) -> Score:
    pairs = list(zip(asked, trial.firsts, strict=True))
    inside = [(golden, first) for golden, first in pairs if golden.sets]
    outside = [first for golden, first in pairs if not golden.sets]
    return Score(
        right=sum(any(first in facts for facts in golden.sets) for golden, first in inside),
        inside=len(inside),
        silent=outside.count(None),
        outside=len(outside),
    )
