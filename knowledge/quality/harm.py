"""What a changed reply means for readers, and what an edit is meant to change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts.edits import Change, is_visible
from knowledge.facts.model import Fact, FactId
from knowledge.language.question_equivalence import equivalence_key
from knowledge.quality.gate import Origin, ReplyChange
from knowledge.quality.kept_replies import shows_all, shows_any
from knowledge.quality.turned_answers import is_turned, stance
from knowledge.results import Answer, Choices, Refusal, Result


class Harm(StrEnum):
    """The worst first."""

    WRONG = "wrong"
    """It finds a fact that is known to answer it, and would be answered by others."""
    REPLACED = "replaced"
    """All facts go that answer it, and others would answer: nobody has said that these are right."""
    OPENED = "opened"
    """A near miss would be answered."""
    TURNED = "turned"
    """The same facts would answer, but yes becomes no, or the value asked for is told no more."""
    OTHER = "other"
    """It would be answered by other facts; whether by the right ones, nobody has said."""
    LOST = "lost"
    """It is answered now and would not be."""
    RETIRED = "retired"
    """Only facts answer it that the edit takes out of the base."""
    CHANGED = "changed"
    """The same facts would answer in other words."""
    FORMER = "former"
    """It asks of a date that the edit has moved: «да» of it cannot stay."""
    GAINED = "gained"
    """It would be answered."""
    MEANT = "meant"
    """The edit makes it an example of the fact that would answer it."""
    CLOSED = "closed"
    """A near miss is answered now and would be refused, as it should."""
    UNANSWERED = "unanswered"
    """It would be refused in other words, or other facts would be offered."""

    @property
    def alarms(self) -> bool:
        return self in (Harm.LOST, Harm.WRONG, Harm.REPLACED, Harm.OPENED, Harm.TURNED, Harm.OTHER)


HARMFUL = frozenset({Harm.LOST, Harm.WRONG, Harm.OPENED})
"""Nobody can want these of a question that is known; of TURNED, OTHER and REPLACED nobody can tell."""
ORDER = {harm: place for place, harm in enumerate(Harm)}
_ORIGINS = {origin: place for place, origin in enumerate(Origin)}


@dataclass(frozen=True, slots=True)
class Intent:
    """What an edit is meant to do: examples that it adds, by equivalence key, facts that it retires, and
    `told`: facts of which readers get something new.
    """

    taught: dict[str, frozenset[FactId]]
    retired: frozenset[FactId]
    told: frozenset[FactId] = frozenset()

    @staticmethod
    def of(changes: Sequence[Change]) -> Intent:
        taught: dict[str, frozenset[FactId]] = {}
        for fact, question in added_examples(changes):
            key = equivalence_key(question)
            taught[key] = taught.get(key, frozenset()) | {fact.id}
        gone = (one.before for one in changes if one.after is None)
        new = (one.after for one in changes if is_visible(one))
        return Intent(
            taught,
            frozenset(fact.id for fact in gone if isinstance(fact, Fact)),
            frozenset(fact.id for fact in new if isinstance(fact, Fact)),
        )


def added_examples(changes: Sequence[Change]) -> list[tuple[Fact, str]]:
    """The example questions that an edit adds, each with its fact."""
    found = []
    for change in changes:
        if isinstance(change.after, Fact) and not change.after.draft:
            old = (
                change.before.questions if isinstance(change.before, Fact) and not change.before.draft else ()
            )
            found += [(change.after, one) for one in change.after.questions if one not in old]
    return found


def harm_of(change: ReplyChange, intent: Intent) -> Harm:
    """What the change means for who asks the question."""
    before, after = change.before.result, change.after.result
    meant = intent.taught.get(equivalence_key(change.probe.text), frozenset())
    if change.probe.origin is Origin.MISS:
        # Only what the base has not said before may answer what an editor called off topic.
        return Harm.MEANT if shows_any(after, meant & intent.told) else _of_miss(before, after)
    if shows_any(after, meant):
        return Harm.MEANT
    if not isinstance(before, Answer):
        return Harm.GAINED if isinstance(after, Answer) else Harm.UNANSWERED
    shown = {one.fact.id for one in before.shown}
    if not isinstance(after, Answer):
        return Harm.RETIRED if shown and shown <= intent.retired else Harm.LOST
    left = shown - intent.retired
    new = {one.fact.id for one in after.shown}
    knew = _knows(change, before)
    if (shown and not left) or (knew and change.probe.facts <= intent.retired):
        return Harm.REPLACED
    if knew and not _knows(change, after, intent.retired):
        return Harm.WRONG
    if left != new and not (left and left <= new):
        return Harm.OTHER
    return Harm.TURNED if is_turned(before, after, change.today) else Harm.CHANGED


def _of_miss(before: Result, after: Result) -> Harm:
    if isinstance(after, Answer):
        return Harm.OPENED
    return Harm.CLOSED if isinstance(before, Answer) else Harm.UNANSWERED


def _knows(change: ReplyChange, result: Result, retired: frozenset[FactId] = frozenset()) -> bool:
    """Whether a result finds the facts that are known to answer, but those that are `retired`."""
    facts = change.probe.facts - retired
    return bool(facts) and (
        shows_any(result, facts) if change.probe.origin is Origin.EXAMPLE else shows_all(result, facts)
    )


def order_of(change: ReplyChange, harm: Harm) -> tuple[int, int, int]:
    """The worst first, then what most people wait for, then readers' own questions."""
    return ORDER[harm], -change.probe.waiting, _ORIGINS[change.probe.origin]


def verdict_of(change: ReplyChange, harm: Harm) -> str:
    """What the new reply says, shortly: by it a settled alarm is known again."""
    found, result = _verdict(change.after.result), change.after.result
    if harm is Harm.TURNED and isinstance(result, Answer):
        return f"{found}/{stance(result, change.today)}"
    return found


def _verdict(result: Result) -> str:
    match result:
        case Answer(shown=shown):
            return "answer:" + ",".join(sorted({one.fact.id for one in shown}))
        case Choices():
            return "choices"
        case Refusal():
            return "refusal"
