"""The questions that the gate asks: readers', those that people wait for, golden ones, the base's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.editing.ports import AskedTexts, NearMisses, WaitingQuestions
from knowledge.facts.edits import Change
from knowledge.facts.model import FactBase
from knowledge.quality.gate import Origin, Probe, examples
from knowledge.quality.harm import added_examples
from knowledge.quality.neighbours import neighbours

MOST_ASKED = 5000
"""How many readers' questions are asked again, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What does not depend on the edit."""

    golden: Sequence[Probe]
    asked: Sequence[str]
    near: Sequence[str]
    waiting: Mapping[str, int]

    def of_base(self, base: FactBase) -> list[Probe]:
        """Every question to ask, without duplicates: what is known best of each."""
        return _distinct([*self._misses(), *self.golden, *examples(base), *self._readers()], self.waiting)

    def of_edit(self, before: FactBase, after: FactBase, changes: Sequence[Change]) -> list[Probe]:
        """The same for both bases of an edit, and the neighbours of the examples that it adds."""
        known = [*self._misses(), *self.golden, *examples(before), *examples(after), *self._readers()]
        near = neighbours(added_examples(changes), after)
        return _distinct(
            [*known, *(Probe(text=text, origin=Origin.NEIGHBOUR) for text in near)], self.waiting
        )

    def _misses(self) -> Iterator[Probe]:
        yield from (Probe(text=text, origin=Origin.MISS) for text in self.near)

    def _readers(self) -> Iterator[Probe]:
        yield from (Probe(text=text, origin=Origin.WAITING) for text in self.waiting)
        yield from (Probe(text=text, origin=Origin.ASKED) for text in self.asked)


class GateProbes:
    """`days`: how far back readers' questions are asked again."""

    def __init__(
        self,
        asked: AskedTexts,
        near: NearMisses,
        waiting: WaitingQuestions,
        golden: Sequence[Probe],
        days: int,
        now: Callable[[], datetime],
    ) -> None:
        self._asked, self._near, self._waiting = asked, near, waiting
        self._golden, self._days, self._now = golden, days, now

    async def gather(self) -> Gathered:
        return Gathered(
            golden=self._golden,
            asked=await self._asked.texts(self._now() - timedelta(days=self._days), MOST_ASKED),
            near=await self._near.near_misses(),
            waiting=await self._waiting.waiting(),
        )


def _distinct(probes: Sequence[Probe], waiting: Mapping[str, int]) -> list[Probe]:
    """Each text once, with all that is known of it: who waits, which facts answer it, and where it is from.

    A question of a reader that is also golden keeps its facts, and counts as a reader's.
    """
    found: dict[str, Probe] = {}
    for probe in probes:
        key = probe.text.casefold()
        known = found.get(key)
        people = waiting.get(probe.text, 0)
        if known is None:
            found[key] = Probe(text=probe.text, origin=probe.origin, facts=probe.facts, waiting=people)
        elif known.origin is Origin.EXAMPLE and probe.origin is Origin.EXAMPLE:
            facts = known.facts | probe.facts
            found[key] = Probe(text=known.text, origin=known.origin, facts=facts, waiting=known.waiting)
        elif people:
            found[key] = Probe(text=known.text, origin=known.origin, facts=known.facts, waiting=people)
    return list(found.values())
