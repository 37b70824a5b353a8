"""The tables of trials: grades by kind and by pack, and every failure where asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.generated.cases import Grade
from tests.generated.trial import Graded, Trial

_GROUPS = {
    "proposition": "propositions",
    "negation": "negations",
    "polite": "polite and denials",
    "denial": "polite and denials",
    "slip": "slips",
    "how": "counts and spans",
    "span": "counts and spans",
}


def lines(trials: Sequence[Trial], *, misses: bool = False) -> Iterator[str]:
    """The report, a line at a time."""
    everything = [one for trial in trials for one in trial.graded]
    yield _head("kind")
    for kind in sorted({one.case.kind for one in everything}):
        yield _row(kind, [one for one in everything if one.case.kind == kind])
    yield ""
    yield _head("group")
    for group in dict.fromkeys(_GROUPS.values()):
        yield _row(group, [one for one in everything if _group(one) == group])
    for trial in trials:
        yield ""
        yield _head(trial.pack)
        for group in dict.fromkeys(_GROUPS.values()):
            yield _row(group, [one for one in trial.graded if _group(one) == group])
        yield f"  {_truth([trial])}"
    yield ""
    yield from map(str, figures(trials))
    yield _truth(trials)
    if misses:
        yield from _misses(trials)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure that replies to generated questions are to reach; `most`: it is to stay below."""

    name: str
    value: float
    aim: float
    most: bool = False

    @property
    def is_reached(self) -> bool:
        return self.value <= self.aim if self.most else self.value >= self.aim

    def __str__(self) -> str:
        aim = f"{'at most' if self.most else 'at least'} {self.aim:g}"
        return f"{self.name:58}{self.value:8.4f}  wanted {aim}{'' if self.is_reached else '  MISSED'}"


def figures(trials: Sequence[Trial]) -> Iterator[Figure]:
    """What is asked of generated questions; refusals and choices count as misses."""
    by_group: dict[str, list[Graded]] = {group: [] for group in _GROUPS.values()}
    for trial in trials:
        for one in trial.graded:
            by_group[_group(one)].append(one)
    propositions, slips = by_group["propositions"], by_group["slips"]
    yield Figure(name="propositions, right first word", value=_share(propositions, Grade.RIGHT), aim=0.85)
    yield Figure(name="propositions, wrong", value=_share(propositions, Grade.WRONG), aim=0.01, most=True)
    negations = by_group["negations"]
    yield Figure(
        name="negations answered as the positive", value=_share(negations, Grade.WRONG), aim=0, most=True
    )
    polite = by_group["polite and denials"]
    yield Figure(name="polite and negative-fact questions, right", value=_share(polite, Grade.RIGHT), aim=0.9)
    yield Figure(name="one slip in a deciding word, right", value=_share(slips, Grade.RIGHT), aim=0.9)
    yield Figure(
        name="one slip in a deciding word, wrong", value=_share(slips, Grade.WRONG), aim=0.01, most=True
    )


def _share(graded: Sequence[Graded], grade: Grade) -> float:
    return sum(one.grade is grade for one in graded) / (len(graded) or 1)


def _group(one: Graded) -> str:
    return _GROUPS["proposition" if one.case.is_proposition else one.case.kind.partition("-")[0]]


def _head(title: str) -> str:
    return f"{title:22}" + "".join(f"{name:>9}" for name in ("asked", *Grade)) + f"{'right':>9}{'wrong':>9}"


def _row(title: str, graded: Sequence[Graded]) -> str:
    counted = Counter(one.grade for one in graded)
    total = len(graded) or 1
    shares = f"{counted[Grade.RIGHT] / total:9.3f}{counted[Grade.WRONG] / total:9.3f}"
    return f"{title:22}{len(graded):9}" + "".join(f"{counted[grade]:9}" for grade in Grade) + shares


def _truth(trials: Sequence[Trial]) -> str:
    near = [named for trial in trials for _, _, named in trial.near]
    share = f"{sum(near) / len(near):.3f}" if near else "-"
    untrue = [one for trial in trials for one in trial.untrue]
    own = sum(not one.is_generated for one in untrue)
    refusals = sum(trial.refusals for trial in trials)
    said = f"untrue of {refusals} refusals: {own} to question sets, {len(untrue) - own} to generated ones"
    return f"{said}; near misses naming what is missing: {share} of {len(near)}"


def _misses(trials: Sequence[Trial]) -> Iterator[str]:
    for trial in trials:
        for one in trial.graded:
            if one.grade is not Grade.RIGHT:
                got = f"{one.reply.lead} {list(one.reply.facts)} {one.reply.rule}"
                told = (trial.pack, one.case.kind, one.grade, one.case.ask, f"expected: {one.case.expected}")
                yield "\t".join((*told, f"got: {got}"))
        for false in trial.untrue:
            yield (
                f"{trial.pack}\tuntrue\t{false.untruth.why}\t{false.ask}\t"
                f"«{false.untruth.quoted}»\tgot: {false.reply.lead} {false.reply.rule}"
            )
        for ask, reply, named in trial.near:
            if not named:
                yield f"{trial.pack}\tnear\tunnamed\t{ask}\t\tgot: {reply.lead} {reply.rule}"
