"""The gate before a publication: which replies an edit would change, lose or no longer refuse."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.edits import visible_part
from knowledge.facts.model import FactBase, FactId
from knowledge.quality.selfcheck import facts_by_question
from knowledge.results import Answer, Choices, Refusal, Result

_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""The time matters only to a conversation that has begun."""
GateProgress = Callable[[int, int], None]
"""Called after each question with how many are done and how many there are."""


class Origin(StrEnum):
    """Where a question comes from."""

    EXAMPLE = "example"
    """An example question of the base, left out before it is asked."""
    ASKED = "asked"
    """A reader asked it."""
    GOLDEN = "golden"
    """A golden question, which all of its facts answer."""
    MISS = "miss"
    """A near miss, which must be refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A question to ask of both bases. `facts` answer it: any of them an example, all a golden one."""

    text: str
    origin: Origin
    facts: frozenset[FactId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyChange:
    """A question with its results before and after the edit."""

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
    """Where readers would see another reply: another outcome, fact, option or text."""
    lost: tuple[Probe, ...]
    """Examples and golden questions that find their facts now and would not after the edit."""
    missed: tuple[Probe, ...]
    """All examples of the new base that would not find their facts."""
    opened: tuple[ReplyChange, ...]
    """Near misses that are refused now and would not be after the edit."""


def examples(base: FactBase) -> tuple[Probe, ...]:
    """A probe for each example question of the base."""
    return tuple(
        Probe(text=question, origin=Origin.EXAMPLE, facts=frozenset(facts))
        for question, facts in facts_by_question(base).items()
    )


def compare_replies(
    before: Engine,
    after: Engine,
    probes: Sequence[Probe],
    progress: GateProgress | None = None,
    missed_before: Collection[str] | None = None,
) -> GateReport:
    """Ask both engines the questions that the edit may affect; the report is the same as of asking all.

    Takes seconds: do not call it on the event loop. All is asked unless `after` is `before.edited(...)`.
    `progress` is called between questions in this thread, and may sleep there to let other threads run.
    `missed_before` are the examples of `before` that miss, by the last report or by `self_check`; without it
    each example that the edit does not affect is asked once.
    """
    impact = before.impact(after)
    checked = _questions(before.base) if missed_before is not None else frozenset()
    changes, missed = [], []
    for number, probe in enumerate(probes, 1):
        if impact.affects(probe.text):
            change = ReplyChange(probe=probe, before=_ask(before, probe), after=_ask(after, probe))
            changes.append(change)
            misses = _loses(probe, change.after, after.base)
        elif missed_before is not None and probe.text in checked:
            misses = probe.text in missed_before
        else:
            misses = probe.origin is Origin.EXAMPLE and _loses(probe, _ask(after, probe), after.base)
        if misses and probe.origin is Origin.EXAMPLE:
            missed.append(probe)
        if progress is not None:
            progress(number, len(probes))
    return _report(len(probes), changes, missed, after.base)


def _questions(base: FactBase) -> frozenset[str]:
    return frozenset(question for fact in base.facts for question in fact.questions)


def _ask(engine: Engine, probe: Probe) -> Result:
    asked = engine.without(probe.text) if probe.origin is Origin.EXAMPLE else engine
    return asked.reply(probe.text, NEW, _ANY_TIME).result


def _report(
    asked: int, changes: Sequence[ReplyChange], missed: Sequence[Probe], base: FactBase
) -> GateReport:
    return GateReport(
        asked=asked,
        reasked=len(changes),
        shifts=tuple(change for change in changes if _visible(change.before) != _visible(change.after)),
        lost=tuple(
            change.probe
            for change in changes
            if _finds(change.probe, change.before) and _loses(change.probe, change.after, base)
        ),
        missed=tuple(missed),
        opened=tuple(change for change in changes if _is_opened(change)),
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
    """Whether the probe misses its facts; retiring them all is no loss."""
    return any(fact in base.fact_by_id for fact in probe.facts) and not _finds(probe, result)


def _is_opened(change: ReplyChange) -> bool:
    was_refused, is_refused = isinstance(change.before, Refusal), isinstance(change.after, Refusal)
    return change.probe.origin is Origin.MISS and was_refused and not is_refused
