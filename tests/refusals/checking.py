"""Asks a question set and counts refusals that are untrue, and near misses that name nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.facts.pack import load_pack
from tests.generated.asking import Program, noon_of_publishing
from tests.generated.trial import Asked, ask_sets, near_misses, untrue_refusals
from tests.generated.truth import is_certain
from tests.refusals.question_sets import ROOT, QuestionSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Offender:
    """`fault` is `not typed`, `held`, a kind of value, `certain` or `nameless`."""

    fault: str
    ask: str
    said: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The counts of one set. `certain` are refusals that deny what the set says is answered by a fact."""

    name: str
    refusals: int
    untrue: tuple[Offender, ...]
    certain: tuple[Offender, ...]
    near: int
    nameless: tuple[Offender, ...]


Items = Sequence[dict[str, Any]]


def check(
    questions: QuestionSet, root: Path = ROOT, choose: Callable[[Items], Items] = lambda items: items
) -> Checked:
    """Ask the questions of a set that `choose` leaves; `root`: the checkout whose program is asked."""
    base = load_pack(questions.pack)
    program = Program(root=root, pack=questions.pack, now=noon_of_publishing(base))
    asked = ask_sets(program, base, list(choose(questions.items())))
    near = near_misses(base, asked)
    return Checked(
        name=questions.name,
        refusals=sum(one.reply.outcome == "refusal" for one in asked),
        untrue=tuple(
            Offender(fault=one.untruth.why, ask=one.ask, said=one.reply.lead, rule=one.reply.rule)
            for one in untrue_refusals(base, asked)
        ),
        certain=tuple(_denials(asked)),
        near=len(near),
        nameless=tuple(
            Offender(fault="nameless", ask=ask, said=reply.lead, rule=reply.rule)
            for ask, reply, names in near
            if not names
        ),
    )


def _denials(asked: list[Asked]) -> Iterator[Offender]:
    """Certain refusals of questions that facts of the base answer."""
    for one in asked:
        if one.held and one.reply.outcome == "refusal" and is_certain(one.reply):
            yield Offender(
                fault="certain", ask=" / ".join(one.turns), said=one.reply.lead, rule=one.reply.rule
            )
