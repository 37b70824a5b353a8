"""The replies of one engine to questions that are asked alone: each is asked once and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.edits import visible_part
from knowledge.facts.model import FactId
from knowledge.results import Answer, Choices, Refusal, Result

ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""Where only the base matters, not what has passed."""
View = Callable[[Result], object]
"""What a reader sees of a result, to be compared."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A result, and what a reader sees of it."""

    result: Result
    seen: object


class KeptReplies:
    """One thread at a time asks; replies are of a reader who asks at `now`."""

    def __init__(self, engine: Engine, now: datetime = ANY_TIME, view: View | None = None) -> None:
        self.engine, self.now = engine, now
        self._view = view or visible
        self._kept: dict[str, Kept] = {}
        self._missed: dict[str, bool] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, question: str) -> Kept:
        """The reply exactly as a reader gets it."""
        found = self._kept.get(question)
        if found is None:
            result = self.engine.reply_alone(question, self.now).result
            found = self._kept[question] = Kept(result, self._view(result))
        return found

    def misses(self, example: str, facts: frozenset[FactId]) -> bool:
        """Whether an example, left out of the base, finds none of its facts."""
        found = self._missed.get(example)
        if found is None:
            result = self.engine.without(example).reply(example, NEW, ANY_TIME).result
            found = self._missed[example] = not shows_any(result, facts)
        return found

    def take_over(self, before: KeptReplies, question: str, *, anew: bool = False) -> None:
        """Keep the result of another engine, which is the same, if it has one; seen `anew` or as before."""
        if question not in self._kept and (kept := before._kept.get(question)) is not None:
            self._kept[question] = Kept(kept.result, self._view(kept.result)) if anew else kept

    def take_over_miss(self, before: KeptReplies, example: str, facts: frozenset[FactId]) -> bool:
        """The same of an example that both bases have: whether it misses."""
        self._missed[example] = before.misses(example, facts)
        return self._missed[example]

    def knows_miss(self, example: str) -> bool:
        return example in self._missed


def shows_any(result: Result, facts: frozenset[FactId]) -> bool:
    return isinstance(result, Answer) and any(one.fact.id in facts for one in result.shown)


def shows_all(result: Result, facts: frozenset[FactId]) -> bool:
    return isinstance(result, Answer) and facts <= {one.fact.id for one in result.shown}


def visible(result: Result) -> tuple[object, ...]:
    """What a reader sees of a reply, without its wording."""
    return type(result), *_parts(result)


def _parts(result: Result) -> Iterator[object]:
    match result:
        case Answer(shown=shown, small_talk=talk, lead=lead, events=events):
            yield talk, lead, events
            yield from ((one.fact.id, visible_part(one.fact), one.slot, one.value) for one in shown)
        case Choices(options=options) | Refusal(near=options):
            yield from ((option.fact.id, option.fact.says) for option in options)
