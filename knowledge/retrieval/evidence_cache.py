"""Evidence read when it is first wanted, and kept for a while: for bases too large to be read at start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from knowledge.facts.model import Fact
from knowledge.parsed_facts.parsed_fact import Evidence

_KEPT = 4_000


@dataclass(frozen=True, slots=True, eq=False)
class UnparsedFact:
    """A fact that is indexed but not read. Each is itself alone: another one means another reading."""

    fact: Fact


class EvidenceCache:
    """The last few thousand facts read."""

    def __init__(self, read: Callable[[Fact], Evidence]) -> None:
        self._read = read
        self._kept: dict[UnparsedFact, Evidence] = {}

    def read(self, slot: UnparsedFact) -> Evidence:
        evidence = self._kept.pop(slot, None) or self._read(slot.fact)
        self._kept[slot] = evidence
        if len(self._kept) > _KEPT:
            self._kept.pop(next(iter(self._kept)), None)
        return evidence
