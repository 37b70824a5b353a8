"""The gate: which replies an edit would change, computed in a thread that yields to readers' questions."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.editing.known_misses import KnownMisses, make_throttle
from bot.editing.ports import AskedTexts, NearMisses
from bot.records.editing import ChangedReply, GateSummary, Proposal
from bot.records.engine_holder import EngineHolder
from bot.records.loaded_base import LoadedBase
from bot.replies import consistency
from bot.replies.editing.reply_line import one_line
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import FactBase
from knowledge.quality.consistency import disagreements_of_edit
from knowledge.quality.gate import GateReport, Origin, Probe, ReplyChange, compare_replies, examples

MOST_ASKED = 5000
"""How many readers' questions are asked again, newest first."""
_MOST_STORED = 1000
"""Of the changed replies in a stored summary."""


@dataclass(slots=True)
class ExamineProgress:
    """How far an examination is. The worker thread writes it, the screen reads it."""

    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GateBaseline:
    """What a base is compared against. `days`: how far back readers' questions are asked again.

    `missed_share`: the share of the base's own questions that may be missed.
    """

    golden: tuple[Probe, ...]
    days: int
    missed_share: float


class EditGate:
    """Runs one examination at a time: two would slow down readers' answers twice as much."""

    def __init__(
        self,
        engine: EngineHolder,
        asked: AskedTexts,
        near: NearMisses,
        baseline: GateBaseline,
        now: Callable[[], datetime],
        misses: KnownMisses,
    ) -> None:
        self._engine = engine
        self._misses = misses
        self._asked = asked
        self._near = near
        self._baseline = baseline
        self._now = now
        self._lock = asyncio.Lock()

    async def examine(
        self, proposal: Proposal, loaded: LoadedBase, followers: int, progress: ExamineProgress
    ) -> GateSummary:
        """Compare the replies of `loaded` before and after the proposal's changes."""
        asked = await self._asked.texts(self._now() - timedelta(days=self._baseline.days), MOST_ASKED)
        near = await self._near.near_misses()
        async with self._lock:
            report, after = await asyncio.to_thread(
                self._compare, loaded.base, proposal.changes, asked, near, progress
            )
        return self._summary(report, loaded, after, followers)

    def _compare(
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
        probes = list(_probes(after.base, self._baseline.golden, asked, near))
        known = self._misses.get(before.base)
        report = compare_replies(before, after, probes, _progress_callback(progress), known)
        self._misses.store(after.base, [probe.text for probe in report.missed])
        return report, after.base

    def _summary(
        self, report: GateReport, loaded: LoadedBase, after: FactBase, followers: int
    ) -> GateSummary:
        own = len(examples(after))
        share = len(report.missed) / own if own else 0.0
        return GateSummary(
            revision=loaded.revision,
            asked=report.asked,
            shifts=tuple(_changed_reply(shift) for shift in report.shifts[:_MOST_STORED]),
            shifted=len(report.shifts),
            lost=tuple(dict.fromkeys(probe.text for probe in report.lost))[:_MOST_STORED],
            near=tuple(_changed_reply(shift) for shift in report.opened[:_MOST_STORED]),
            missed_share=share,
            fails=share > self._baseline.missed_share,
            followers=followers,
            disagreements=tuple(
                consistency.line(one) for one in disagreements_of_edit(loaded.base, after)[:_MOST_STORED]
            ),
        )


def _probes(
    base: FactBase, golden: Sequence[Probe], asked: Sequence[str], near: Sequence[str]
) -> Iterator[Probe]:
    """Every question to ask, without duplicates. Examples count apart: each is left out when it is asked."""
    found: dict[tuple[str, bool], Probe] = {}
    probes = (
        *examples(base),
        *golden,
        *(Probe(text=text, origin=Origin.MISS) for text in near),
        *(Probe(text=text, origin=Origin.ASKED) for text in asked),
    )
    for probe in probes:
        found.setdefault((probe.text.casefold(), probe.origin is Origin.EXAMPLE), probe)
    yield from found.values()


def _progress_callback(progress: ExamineProgress) -> Callable[[int, int], None]:
    throttle = make_throttle()

    def report(done: int, total: int) -> None:
        progress.done, progress.total = done, total
        throttle()

    return report


def _changed_reply(shift: ReplyChange) -> ChangedReply:
    return ChangedReply(question=shift.probe.text, before=one_line(shift.before), after=one_line(shift.after))
