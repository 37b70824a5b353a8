"""What the gate finds of changes: replies that differ, faults of the self-check, what an edit harms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedReply:
    """One question of which readers would see another reply; both replies in full, as plain text."""

    question: str
    harm: str
    """A value of `knowledge.quality.harm.Harm`."""
    origin: str
    """A value of `knowledge.quality.gate.Origin`."""
    before: str
    after: str
    waiting: int = 0
    """How many people wait for an answer to it."""
    verdict: str = ""
    """What the new reply says, shortly: an alarm that is settled is known by it."""
    settled: bool = False
    """An editor has said that it should be so."""
    meant: str = ""
    """The question in the letters that were meant, where it was typed in the other keyboard layout."""
    known: bool = False
    """It was a question of readers, a golden one or an example before the edit."""


_SETTLED_TOGETHER = frozenset(("replaced", "turned", "other"))
"""Harms of which only an editor can tell whether they are any. What blocks is settled one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSummary:
    """What the gate found when it last examined the proposal, on top of `revision`."""

    revision: int
    asked: int
    """How many questions of the base and of readers were asked."""
    replies: tuple[ChangedReply, ...]
    """Replies that would change, the most harmful first; a thousand at most, `counts` counts all."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many of each harm, and how many are `settled`."""
    waiting: int = 0
    """People who wait and would get an answer."""
    missed: tuple[str, ...] = ()
    """Self-check: examples that find their fact now and would not after the edit."""
    missed_share: float
    """Share of the base's own questions missed after the change, as `spravka check` counts."""
    fails: bool
    """The base after the change would fail `spravka check`, and by more than before."""
    followers: int
    """Chats that would be notified of a publication."""
    disagreements: tuple[str, ...] = ()
    """Where facts and events of the edit would disagree, a line each."""
    contradicts: bool = False
    """At least one of them is certain: the base would say two things."""
    outdated: tuple[str, ...] = ()
    """Ids of the facts that disagree."""
    harmed: int = 0
    """Known questions that would lose their answer, or get one that they must not; settled ones apart."""
    harmed_allowed: int = 0
    """More than these need a reason."""

    def alike(self, place: int) -> tuple[ChangedReply, ...]:
        """The replies that are settled together with the one at this place: those of one verdict."""
        one = self.replies[place]
        if one.harm not in _SETTLED_TOGETHER:
            return (one,)
        return tuple(
            other
            for other in self.replies
            if (other.harm, other.verdict) == (one.harm, one.verdict) and not other.settled
        )

    @property
    def needs_reason(self) -> bool:
        """Only an owner may publish it, with a reason."""
        return self.fails or self.contradicts or self.harms

    @property
    def harms(self) -> bool:
        """Too many known questions would be harmed."""
        return self.harmed > self.harmed_allowed
