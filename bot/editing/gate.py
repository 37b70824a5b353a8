"""The gate: which replies an edit would change, computed in a thread that yields to readers' questions."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.editing import gate_summary
from bot.editing.examine_progress import ExaminationCancelledError, ExamineProgress, turn
from bot.editing.gate_probes import GateProbes, Gathered
from bot.editing.ports import SettledAlarms
from bot.editing.standing_replies import CHECK_EVERY, StandingReplies, make_throttle
from bot.records.engine_holder import EngineHolder
from bot.records.gate import GateSummary
from bot.records.loaded_base import LoadedBase, days_of_edits
from knowledge.facts.dates import CalendarDate, EdtfDate
from knowledge.facts.edits import Change, is_visible, overwrite
from knowledge.facts.model import FactBase, FactId
from knowledge.facts.serialization import EntityKind, Key
from knowledge.quality.gate import GateReport, Probe, compare_replies

_REWORDING = frozenset({EntityKind.SOURCE, EntityKind.FURTHER_SOURCE, EntityKind.TERMS})
"""Kinds of entities that are named in replies whose result does not depend on them."""


Restored = Mapping[Key, EdtfDate | None]
"""The days that an undo gives back; None: of the source."""
NOTHING_RESTORED: Restored = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What a comparison has found."""

    report: GateReport
    after: FactBase


class EditGate:
    """Runs one examination at a time: two would slow down readers' answers twice as much.

    `missed_share`: the share of the base's own questions that may be missed; `harmed_share`: that of known
    questions that an edit may harm; `zone` is that of the day of an edit.
    """

    def __init__(
        self,
        engine: EngineHolder,
        standing: StandingReplies,
        probes: GateProbes,
        settled: SettledAlarms,
        now: Callable[[], datetime],
        zone: ZoneInfo,
        missed_share: float,
        harmed_share: float,
    ) -> None:
        self._engine = engine
        self._standing = standing
        self._probes = probes
        self._settled = settled
        self._now = now
        self._zone = zone
        self._missed_share, self._harmed_share = missed_share, harmed_share

    async def run(self, is_busy: Callable[[], bool] = lambda: False, pause: float = CHECK_EVERY) -> None:
        """Ask the standing base at leisure, until cancelled, so that an edit need not wait for it.

        `is_busy`: whether readers wait, who go first.
        """

        async def probes() -> Sequence[Probe]:
            return (await self._probes.gather()).of_base(self._engine.current.base)

        await self._standing.run(probes, is_busy, pause)

    async def examine(
        self,
        changes: Sequence[Change],
        loaded: LoadedBase,
        followers: int,
        progress: ExamineProgress,
        restored: Restored = NOTHING_RESTORED,
    ) -> GateSummary:
        """Compare the replies of `loaded` before and after the changes.

        `restored`: when what an undo brings back was last edited. Raises ExaminationCancelledError.
        """
        asked = await self._probes.gather()
        settled = await self._settled.settled()
        async with turn(self._standing.lock, progress):
            found = await asyncio.to_thread(self._compare, loaded, changes, asked, progress, restored)
        return gate_summary.summarize(
            found.report,
            changes,
            loaded,
            found.after,
            settled=settled,
            followers=followers,
            tolerated=self._missed_share,
            harmed_share=self._harmed_share,
            retyped=self._engine.current.engine.retyped,
        )

    def _compare(
        self,
        loaded: LoadedBase,
        changes: Sequence[Change],
        asked: Gathered,
        progress: ExamineProgress,
        restored: Restored,
    ) -> Examined:
        current = self._engine.current.engine
        engine = current if current.base == loaded.base else current.edited(loaded.base)
        after = engine.edited(overwrite(loaded.base, changes))
        before = self._standing.of(engine, loaded.changed)
        then = self._standing.of(after, self._changed_then(loaded, changes, after.base, restored), before.now)
        # A source that is new was named in no reply.
        rewords = any(change.key.kind in _REWORDING and change.before is not None for change in changes)
        probes = asked.of_edit(loaded.base, after.base, changes)
        report = compare_replies(before, then, probes, _callback(progress), rewords=rewords)
        return Examined(report=report, after=after.base)

    def _changed_then(
        self, loaded: LoadedBase, changes: Sequence[Change], after: FactBase, restored: Restored
    ) -> dict[FactId, EdtfDate]:
        """The days of the last edits once the changes are published, today."""
        today = self._now().astimezone(self._zone)
        day = CalendarDate(today.year, today.month, today.day)
        edited = {one.key: EdtfDate(day, day) for one in changes if is_visible(one)}
        days = {**loaded.edited, **edited, **restored}
        then = days_of_edits(after, {key: day for key, day in days.items() if day is not None})
        return {fact.id: then[fact.id] for fact in after.facts if fact.id in then}


def _callback(progress: ExamineProgress) -> Callable[[int, int], None]:
    throttle = make_throttle()

    def report(done: int, total: int) -> None:
        progress.done, progress.total = done, total
        if progress.cancelled:
            raise ExaminationCancelledError
        throttle()

    return report
