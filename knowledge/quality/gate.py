"""The gate before a publication: which replies an edit would change, lose or let through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.edits import visible_part
from knowledge.facts.model import FactBase, FactId
from knowledge.quality.selfcheck import owners
from knowledge.results import Answer, Choices, Refusal, Result

_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""A new conversation has no age, so any moment will do."""
GateProgress = Callable[[int, int], None]
"""Called after each question with how many are done and how many there are."""


class Origin(StrEnum):
    """Why a question is asked."""

    EXAMPLE = "example"
    """An example question of the base, asked as if it were not there."""
    ASKED = "asked"
    """By a reader."""
    GOLDEN = "golden"
    """Known to be answered by `facts`."""
    MISS = "miss"
    """A near miss, to be refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A question to ask of both bases. `facts` answer it: any of them an example, all a golden one."""

    text: str
    origin: Origin
    facts: frozenset[FactId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyChange:
    """A question to which readers would see another reply."""

    probe: Probe
    before: Result
    after: Result


@dataclass(frozen=True, slots=True, kw_only=True)
class GateReport:
    """What an edit would change, in the order of the probes."""

    asked: int
    """How many probes there were."""
    reasked: int
    """How many of them had to be asked of both bases."""
    shifts: tuple[ReplyChange, ...]
    """Where the outcome, or a fact or option shown, or its text would be another."""
    lost: tuple[Probe, ...]
    """Examples and golden questions that found their facts and would no longer."""
    missed: tuple[Probe, ...]
    """Examples of the new base that would miss their facts, lost or never found."""
    opened: tuple[ReplyChange, ...]
    """Near misses that were refused and no longer would be."""


def examples(base: FactBase) -> tuple[Probe, ...]:
    """A probe for each example question of the base."""
    return tuple(
        Probe(text=question, origin=Origin.EXAMPLE, facts=frozenset(facts))
        for question, facts in owners(base).items()
    )


def compare_replies(
    before: Engine,
    after: Engine,
    probes: Sequence[Probe],
    progress: GateProgress | None = None,
    missed_before: Collection[str] | None = None,
) -> GateReport:
    """Ask of both bases what the edit may change; the report is that of asking everything.

    Takes seconds: call it off the event loop. All is asked unless `after` was made by `before.edited`.
    `progress` is called between questions in this same thread, which may sleep there to let others run.
    `missed_before` are the examples of `before` known to miss, as the last report or `self_check` has them;
    without it each example out of the edit's reach is asked once to know whether it misses.
    """
    reach = before.impact(after)
    checked = _questions(before.base) if missed_before is not None else frozenset()
    pairs, missed = [], []
    for number, probe in enumerate(probes, 1):
        if reach.affects(probe.text):
            pair = ReplyChange(probe=probe, before=_ask(before, probe), after=_ask(after, probe))
            pairs.append(pair)
            misses = _loses(probe, pair.after, after.base)
        elif missed_before is not None and probe.text in checked:
            misses = probe.text in missed_before
        else:
            misses = probe.origin is Origin.EXAMPLE and _loses(probe, _ask(after, probe), after.base)
        if misses and probe.origin is Origin.EXAMPLE:
            missed.append(probe)
        if progress is not None:
            progress(number, len(probes))
    return _report(len(probes), pairs, missed, after.base)


def _questions(base: FactBase) -> frozenset[str]:
    return frozenset(question for fact in base.facts for question in fact.questions)


def _ask(engine: Engine, probe: Probe) -> Result:
    asked = engine.without(probe.text) if probe.origin is Origin.EXAMPLE else engine
    return asked.reply(probe.text, NEW, _ANY_TIME).result


def _report(asked: int, pairs: Sequence[ReplyChange], missed: Sequence[Probe], base: FactBase) -> GateReport:
    return GateReport(
        asked=asked,
        reasked=len(pairs),
        shifts=tuple(pair for pair in pairs if _visible(pair.before) != _visible(pair.after)),
        lost=tuple(
            pair.probe
            for pair in pairs
            if _finds(pair.probe, pair.before) and _loses(pair.probe, pair.after, base)
        ),
        missed=tuple(missed),
        opened=tuple(pair for pair in pairs if _is_opened(pair)),
    )


def _visible(result: Result) -> tuple[object, ...]:
    """What a reader sees of a reply."""
    return type(result), *_parts(result)


def _parts(result: Result) -> Iterator[object]:
    match result:
        case Answer(shown=shown, small_talk=talk):
            yield talk
            yield from ((one.fact.id, visible_part(one.fact), one.slot, one.value) for one in shown)
        case Choices(options=options) | Refusal(near=options):
            yield from ((option.fact.id, option.fact.says) for option in options)


def _finds(probe: Probe, result: Result) -> bool:
    if probe.origin not in (Origin.EXAMPLE, Origin.GOLDEN) or not isinstance(result, Answer):
        return False
    shown = {one.fact.id for one in result.shown}
    return bool(probe.facts & shown) if probe.origin is Origin.EXAMPLE else probe.facts <= shown


def _loses(probe: Probe, result: Result, base: FactBase) -> bool:
    """Whether a fact that is still there is not found; that a retired one is not is meant."""
    return any(fact in base.fact_by_id for fact in probe.facts) and not _finds(probe, result)


def _is_opened(pair: ReplyChange) -> bool:
    refused = isinstance(pair.before, Refusal)
    return pair.probe.origin is Origin.MISS and refused and not isinstance(pair.after, Refusal)
