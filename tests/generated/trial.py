"""One pack's trial: its generated questions asked and graded, its refusals checked for truth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any

from knowledge.facts.model import Fact, FactBase
from knowledge.facts.pack import load_pack
from tests.generated.asking import Program, noon_of_publishing, question_items
from tests.generated.cases import Case, Grade, Reply
from tests.generated.counts import counts, spans
from tests.generated.negations import denials, negations, polite
from tests.generated.propositions import propositions
from tests.generated.slips import slips
from tests.generated.truth import PackWords, Untruth


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    case: Case
    reply: Reply
    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class UntrueRefusal:
    """An untrue refusal and the question that got it."""

    ask: str
    reply: Reply
    untruth: Untruth
    is_generated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """`near` are the refused near misses: the question, the reply, whether it names what is missing."""

    pack: str
    graded: tuple[Graded, ...]
    refusals: int
    untrue: tuple[UntrueRefusal, ...]
    near: tuple[tuple[str, Reply, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with the turns before it, its reply, and the facts that hold the answer."""

    turns: tuple[str, ...]
    reply: Reply
    held: tuple[Fact, ...] = ()
    is_near_miss: bool = False
    is_generated: bool = False


def run(root: Path, pack: Path, *, limit: int | None = None, seed: int = 1, sets: bool = True) -> Trial:
    """Generate at most `limit` questions a kind from `pack` and ask the checkout `root`.

    With `sets` the pack's own question files are asked too, for the truth of their refusals.
    """
    base = load_pack(pack)
    program = Program(root=root, pack=pack, now=noon_of_publishing(base))
    graded = grade(program, list(_fair(base, program, limit, seed)))
    # Nothing holds what a negated question asks, though it names words that are held.
    generated = [
        Asked(turns=(one.case.ask,), reply=one.reply, held=_facts(base, one.case.facts), is_generated=True)
        for one in graded
        if not one.case.is_negation
    ]
    everything = [*(ask_sets(program, base, question_items(pack)) if sets else ()), *generated]
    return Trial(
        pack=pack.name,
        graded=graded,
        refusals=sum(one.reply.outcome == "refusal" for one in everything),
        untrue=untrue_refusals(base, everything),
        near=near_misses(base, everything),
    )


def ask_sets(program: Program, base: FactBase, items: Sequence[dict[str, Any]]) -> list[Asked]:
    """Every item of question files, asked after its earlier turns."""
    chats = [(*item.get("before", ()), item["ask"]) for item in items]
    return [
        Asked(
            turns=turns,
            reply=reply,
            held=_facts(base, item.get("facts") or next(iter(item.get("any", ())), ())),
            is_near_miss=bool(item.get("refuse")) and item["kind"] in ("near", "false-premise"),
        )
        for item, turns, reply in zip(items, chats, program.ask(chats), strict=True)
    ]


def untrue_refusals(base: FactBase, everything: Sequence[Asked]) -> tuple[UntrueRefusal, ...]:
    """Refusals that call absent what the base holds, or quote what nobody typed."""
    pack = PackWords(base)
    return tuple(
        UntrueRefusal(ask=one.turns[-1], reply=one.reply, untruth=each, is_generated=one.is_generated)
        for one in everything
        for each in pack.untruths(one.turns, one.reply, one.held)
    )


def near_misses(base: FactBase, everything: Sequence[Asked]) -> tuple[tuple[str, Reply, bool], ...]:
    """Refused near misses, and whether each reply names what is missing."""
    pack = PackWords(base)
    return tuple(
        (one.turns[-1], one.reply, pack.names_missing(one.turns[-1], one.reply))
        for one in everything
        if one.is_near_miss and one.reply.outcome == "refusal"
    )


def grade(program: Program, cases: Sequence[Case]) -> tuple[Graded, ...]:
    """Each case asked in a chat of its own."""
    replies = program.ask([[case.ask] for case in cases])
    return tuple(
        Graded(case=case, reply=reply, grade=case.grade(reply))
        for case, reply in zip(cases, replies, strict=True)
    )


def generate(base: FactBase, now: date, seed: int) -> Iterator[Case]:
    """All questions of all kinds; each generator has its own seeded chance."""
    for number, maker in enumerate((propositions, negations, polite, denials, slips, counts)):
        yield from maker(base, Random(seed * 100 + number))
    yield from spans(base, now)


def sampled(cases: Sequence[Case], limit: int | None, seed: int) -> list[Case]:
    """At most `limit` of each kind."""
    ordered = sorted(cases, key=lambda case: case.kind)
    rng = Random(seed)
    done: list[Case] = []
    for _, group in groupby(ordered, key=lambda case: case.kind):
        these = list(group)
        done += these if limit is None or len(these) <= limit else rng.sample(these, limit)
    return done


def _fair(base: FactBase, program: Program, limit: int | None, seed: int) -> Iterator[Case]:
    """Spellings and polite forms only of the questions that are answered rightly as they are."""
    cases = list(generate(base, base.source.published.last_day, seed))
    plain = list(dict.fromkeys(case.plain for case in cases if case.plain))
    replies = program.ask([[text] for text in plain])
    shown = {text: set(reply.facts) for text, reply in zip(plain, replies, strict=True)}
    fair = [
        case for case in cases if not case.plain or case.is_negation or set(case.facts) <= shown[case.plain]
    ]
    yield from sampled(fair, limit, seed)


def _facts(base: FactBase, ids: Sequence[str]) -> tuple[Fact, ...]:
    return tuple(fact for fact in base.facts if fact.id in ids)
