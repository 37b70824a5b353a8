"""Figures of a draft beside the curated pack of its article, and of its answers once it is accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.evaluation.reply_texts import has_all
from bot.replies.answers import rendering
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.model import Fact, FactBase
from knowledge.reader.reading import Reader
from knowledge.results import Answer, Refusal
from tests.draft.matching import Matcher, Matching, date_of, people_of, place_of, share

_NOW = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Question:
    """Any of `facts` of the curated pack answers it; without any it must be refused. `lead`: what the
    reply says."""

    ask: str
    facts: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()


@dataclass(kw_only=True)
class Figures:
    """Counts as (reached, of)."""

    curated: int
    proposals: int
    met: int
    covered: int
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)
    right: int = 0
    asked: int = 0
    missed: list[str] = field(default_factory=list)


def count(
    curated: FactBase, drafted: FactBase, questions: Sequence[Question], reader: Reader | None
) -> Figures:
    matcher = Matcher(curated, drafted)
    matching = matcher.match()
    figures = Figures(
        curated=len(curated.facts),
        proposals=len(drafted.every_fact),
        met=len(matching.pairs),
        covered=sum(bool(found) for found in matching.covered.values()),
        fields=dict(_fields(curated, drafted, matcher)),
    )
    engine = Engine(accepted(drafted), reader=reader)
    for question in questions:
        figures.asked += 1
        if _is_right(question, engine, matching):
            figures.right += 1
        else:
            figures.missed.append(question.ask)
    return figures


def accepted(drafted: FactBase) -> FactBase:
    """The draft with every fact accepted as it is."""
    return replace(drafted, facts=tuple(replace(fact, draft=False) for fact in drafted.every_fact), drafts=())


def _is_right(question: Question, engine: Engine, matching: Matching) -> bool:
    """The reply says what `lead` has; without a lead it shows a proposal that meets one of the facts."""
    result = engine.reply(question.ask, NEW, _NOW).result
    if not question.facts:
        return isinstance(result, Refusal) or (isinstance(result, Answer) and not result.shown)
    if not isinstance(result, Answer):
        return False
    wanted = frozenset().union(*(matching.covered.get(one, frozenset()) for one in question.facts))
    says = has_all(rendering.render(result, engine.base, _NOW).plain, question.lead)
    if question.lead:
        return says
    return any(str(one.fact.id) in wanted for one in result.shown)


def _fields(curated: FactBase, drafted: FactBase, matcher: Matcher) -> Iterator[tuple[str, tuple[int, int]]]:
    counted: dict[str, list[bool]] = {"dates": [], "people": [], "places": [], "paragraphs": []}
    for fact in curated.facts:
        near = [one for one in drafted.every_fact if fact.paragraph in (None, one.paragraph)]
        if (when := date_of(fact, curated)) is not None:
            counted["dates"].append(any(date_of(one, drafted) == when for one in near))
        for person in people_of(fact, curated, events=False):
            named = [
                matcher.words(other.name) for one in near for other in people_of(one, drafted, events=True)
            ]
            counted["people"].append(any(share(matcher.words(person.name), name) >= 0.5 for name in named))
        if (where := place_of(fact, curated)) is not None:
            places = [matcher.words(found) for one in near if (found := place_of(one, drafted)) is not None]
            counted["places"].append(any(share(matcher.words(where), place) >= 0.5 for place in places))
        if fact.paragraph is not None:
            counted["paragraphs"].append(bool(near))
    for name, hits in counted.items():
        yield name, (sum(hits), len(hits))


def unmatched(curated: FactBase, matching: Matching) -> list[Fact]:
    met = {fact for _, fact in matching.pairs}
    return [fact for fact in curated.facts if str(fact.id) not in met]
