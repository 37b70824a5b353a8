"""The gate before a publication: which replies an edit would change, and which examples it would lose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.facts.model import FactBase, FactId
from knowledge.quality.kept_replies import ANY_TIME, Kept, KeptReplies
from knowledge.quality.selfcheck import facts_by_question

_ANY_DAY = ANY_TIME.date()
GateProgress = Callable[[int, int], None]
"""Called after each question with how many are done and how many there are."""


class Origin(StrEnum):
    """Where a question comes from; readers' own first."""

    WAITING = "waiting"
    """Somebody waits for an answer to it."""
    ASKED = "asked"
    """A reader asked it."""
    MISS = "miss"
    """A near miss, which must be refused."""
    GOLDEN = "golden"
    """A golden question, which all of its facts answer."""
    NEIGHBOUR = "neighbour"
    """Made of an example that the edit teaches; it asks of something else."""
    EXAMPLE = "example"
    """An example question of the base."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A question to ask of both bases. `facts` answer it: any of them an example, all a golden one."""

    text: str
    origin: Origin
    facts: frozenset[FactId] = frozenset()
    waiting: int = 0
    """How many people wait for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyChange:
    """A question of which readers would see another reply today. `known`: see `GateReport`."""

    probe: Probe
    before: Kept
    after: Kept
    known: bool = True
    today: date = _ANY_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class GateReport:
    """What an edit would change, in the order of the probes."""

    asked: int
    """How many questions there were, those of the self-check apart."""
    reasked: int
    """How many of them the edit may affect."""
    changes: tuple[ReplyChange, ...]
    examples: int
    """How many examples the new base has."""
    missed: tuple[Probe, ...]
    """Examples of the new base that do not find their facts once they are left out."""
    newly_missed: tuple[Probe, ...]
    """Those of them that the old base has and finds."""
    worsens: bool
    """Some example is missed that the old base finds, or no example finds a fact that has new ones.

    A new example that is missed alone is no fault: it is asked in other words than the rest, and answered.
    """
    known: int
    """How many of the questions were known before the edit: not its own examples, nor their neighbours."""


def examples(base: FactBase) -> tuple[Probe, ...]:
    """A probe for each example question of the base."""
    return tuple(
        Probe(text=question, origin=Origin.EXAMPLE, facts=frozenset(facts))
        for question, facts in facts_by_question(base).items()
    )


def compare_replies(
    before: KeptReplies,
    after: KeptReplies,
    probes: Sequence[Probe],
    progress: GateProgress | None = None,
    *,
    rewords: bool = False,
) -> GateReport:
    """Ask both engines the questions that the edit may affect; the report is the same as of asking all.

    The engine of `after` is `edited` from that of `before`. Takes seconds: not for the event loop.
    `progress` is called between questions in this thread, and may sleep there to let other threads run.
    `rewords`: readers may see another text even where the result is the same, as of a renamed source.
    """
    own, found = examples(after.engine.base), _Comparison(before, after, rewords=rewords)
    left = {probe.text: probe for probe in own}
    done, total = 0, len(probes) + len(left.keys() - {probe.text for probe in probes})

    def step() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total)

    for probe in probes:
        found.ask(probe)
        # At once, since an engine remembers what it has found for its last question.
        if (example := left.pop(probe.text, None)) is not None:
            found.check(example)
        step()
    for example in left.values():
        found.check(example)
        step()
    return GateReport(
        asked=len(probes),
        reasked=found.reasked,
        changes=tuple(found.changes),
        examples=len(own),
        missed=tuple(probe for probe in own if probe.text in found.missed),
        newly_missed=tuple(probe for probe in own if probe.text in found.newly_missed),
        worsens=bool(found.newly_missed) or found.hides_a_fact(own),
        known=sum(found.knows(probe) for probe in probes),
    )


class _Comparison:
    """What is found question by question."""

    def __init__(self, before: KeptReplies, after: KeptReplies, *, rewords: bool) -> None:
        self._before, self._after, self._rewords = before, after, rewords
        self._impact = before.engine.impact(after.engine)
        self._old_examples = {probe.text: probe.facts for probe in examples(before.engine.base)}
        self._affected: dict[str, bool] = {}
        self.reasked = 0
        self.changes: list[ReplyChange] = []
        self.missed: set[str] = set()
        self.newly_missed: set[str] = set()

    def knows(self, probe: Probe) -> bool:
        """Whether a question was known before the edit."""
        if probe.origin is Origin.EXAMPLE:
            return probe.text in self._old_examples
        return probe.origin is not Origin.NEIGHBOUR

    def ask(self, probe: Probe) -> None:
        affected = self._affects(probe.text)
        if not affected and not self._rewords:
            self._after.take_over(self._before, probe.text)
            return
        self.reasked += 1
        before = self._before.of(probe.text)
        if not affected:
            self._after.take_over(self._before, probe.text, anew=True)
        after = self._after.of(probe.text)
        if before.seen != after.seen:
            known = self.knows(probe)
            today = self._after.now.date()
            one = ReplyChange(probe=probe, before=before, after=after, known=known, today=today)
            self.changes.append(one)

    def check(self, probe: Probe) -> None:
        """The self-check of one example."""
        known = self._old_examples.get(probe.text)
        if known == probe.facts and not self._affects(probe.text):
            misses = self._after.take_over_miss(self._before, probe.text, probe.facts)
        else:
            misses = self._after.misses(probe.text, probe.facts)
        if misses:
            self.missed.add(probe.text)
            if known is not None and not self._before.misses(probe.text, known):
                self.newly_missed.add(probe.text)

    def hides_a_fact(self, own: Sequence[Probe]) -> bool:
        """Whether a fact with an example that the old base lacks is found by none of its examples."""
        found = frozenset[FactId]().union(*(one.facts for one in own if one.text not in self.missed))
        new = (one.facts for one in own if one.text in self.missed and one.text not in self._old_examples)
        return any(facts - found for facts in new)

    def _affects(self, text: str) -> bool:
        found = self._affected.get(text)
        if found is None:
            found = self._affected[text] = self._impact.affects(text)
        return found
