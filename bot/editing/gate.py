"""The gate: what a proposal would change for readers, worked out in a thread that lets them go first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.editing.known_misses import KnownMisses, resting
from bot.editing.ports import AskedTexts, NearMisses
from bot.records.editing import ChangedReply, GateSummary, Proposal
from bot.records.engine_holder import EngineHolder
from bot.records.loaded_base import LoadedBase
from bot.replies.editing import reply_line as outcomes
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import FactBase
from knowledge.quality.gate import GateReport, Origin, Probe, ReplyChange, compare_replies, examples

MOST_ASKED = 5000
"""Questions of readers that are asked again, the newest."""
_KEPT = 1000


@dataclass(slots=True)
class ExamineProgress:
    """How far an examination is; the thread writes, whoever shows it reads."""

    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GateBaseline:
    """By what a base is judged. `days` of readers' questions; `missed_share` may be missed."""

    golden: tuple[Probe, ...]
    days: int
    missed_share: float


class EditGate:
    """One examination at a time: two would slow readers twice as much."""

    def __init__(
        self,
        engine: EngineHolder,
        asked: AskedTexts,
        near: NearMisses,
        yardstick: GateBaseline,
        now: Callable[[], datetime],
        misses: KnownMisses,
    ) -> None:
        self._engine = engine
        self._misses = misses
        self._asked = asked
        self._near = near
        self._yardstick = yardstick
        self._now = now
        self._one = asyncio.Lock()

    async def examine(
        self, proposal: Proposal, loaded: LoadedBase, followers: int, progress: ExamineProgress
    ) -> GateSummary:
        """What the proposal would change, made on the base as loaded."""
        asked = await self._asked.texts(self._now() - timedelta(days=self._yardstick.days), MOST_ASKED)
        near = await self._near.near_misses()
        async with self._one:
            report, after = await asyncio.to_thread(
                self._judge, loaded.base, proposal.changes, asked, near, progress
            )
        return self._summary(report, loaded, after, followers)

    def _judge(
        self,
        base: FactBase,
        changes: Sequence[Change],
        asked: Sequence[str],
        near: Sequence[str],
        progress: ExamineProgress,
    ) -> tuple[GateReport, FactBase]:
        engine = self._engine.current.engine
        before = engine if engine.base == base else engine.edited(base)
        after = before.edited(overwrite(base, changes))
        probes = list(_probes(after.base, self._yardstick.golden, asked, near))
        known = self._misses.of(before.base)
        report = compare_replies(before, after, probes, _noting(progress), known)
        self._misses.note(after.base, [probe.text for probe in report.missed])
        return report, after.base

    def _summary(
        self, report: GateReport, loaded: LoadedBase, after: FactBase, followers: int
    ) -> GateSummary:
        own = len(examples(after))
        share = len(report.missed) / own if own else 0.0
        return GateSummary(
            revision=loaded.revision,
            asked=report.asked,
            shifts=tuple(_shifted(shift) for shift in report.shifts[:_KEPT]),
            shifted=len(report.shifts),
            lost=tuple(dict.fromkeys(probe.text for probe in report.lost))[:_KEPT],
            near=tuple(_shifted(shift) for shift in report.opened[:_KEPT]),
            missed_share=share,
            fails=share > self._yardstick.missed_share,
            followers=followers,
        )


def _probes(
    base: FactBase, golden: Sequence[Probe], asked: Sequence[str], near: Sequence[str]
) -> Iterator[Probe]:
    """Each example, asked as if it were not there; each other question once, as it would be answered."""
    found: dict[tuple[str, bool], Probe] = {}
    everything = (
        *examples(base),
        *golden,
        *(Probe(text=text, origin=Origin.MISS) for text in near),
        *(Probe(text=text, origin=Origin.ASKED) for text in asked),
    )
    for probe in everything:
        found.setdefault((probe.text.casefold(), probe.origin is Origin.EXAMPLE), probe)
    yield from found.values()


def _noting(progress: ExamineProgress) -> Callable[[int, int], None]:
    rest = resting()

    def note(done: int, total: int) -> None:
        progress.done, progress.total = done, total
        rest()

    return note


def _shifted(shift: ReplyChange) -> ChangedReply:
    return ChangedReply(
        question=shift.probe.text, before=outcomes.said(shift.before), after=outcomes.said(shift.after)
    )
