"""The editors' inbox: similar questions in groups, and the actions that settle a group."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.editing.answered_questions import AnsweredQuestions
from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.editing.publication import PublicationService
from bot.editing.question_group import QuestionGroup
from bot.editing.question_groups import group_questions
from bot.records.editing import Editor, ProposalOrigin
from bot.records.engine_holder import EngineHolder
from bot.records.inbox import InboxItem
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.edits import Change
from knowledge.facts.model import Fact, FactId
from knowledge.facts.serialization import key_of
from knowledge.language.question_equivalence import equivalence_key
from knowledge.results import Answer

MAX_QUESTIONS = 10_000
"""How many questions are grouped, newest first."""
MAX_NEAREST = 3


class InboxOrder(StrEnum):
    MOST = "most"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDetails:
    """A group with the facts that answer it now and the nearest facts."""

    group: QuestionGroup
    answers: tuple[Fact, ...]
    nearest: tuple[Fact, ...]
    place: int
    """Among the open groups, from 1."""
    count: int
    following: int | None
    """The next group; None after the last."""


class InboxStore(Protocol):
    async def open(self, limit: int) -> Sequence[InboxItem]: ...

    async def question(self, number: int) -> str | None: ...

    async def assign(self, numbers: Sequence[int], proposal: int) -> None: ...

    async def close(self, numbers: Sequence[int], at: datetime) -> None: ...

    async def mark_out_of_scope(self, texts: Sequence[str], at: datetime) -> None: ...

    async def decline_alerts(self, numbers: Sequence[int], texts: Sequence[str]) -> None: ...


class CorrectedFacts(Protocol):
    async def since(self, facts: Collection[str], at: datetime) -> Mapping[str, datetime]:
        """The facts among these that readers get otherwise since `at`, each with the last change."""
        ...


class QuestionInbox:
    """`is_question`: whether a text asks anything; others stand here only where readers complained."""

    def __init__(
        self,
        store: InboxStore,
        engine: EngineHolder,
        publishing: PublicationService,
        now: Callable[[], datetime],
        corrections: CorrectedFacts,
        is_question: Callable[[str], bool] = bool,
    ) -> None:
        self._store = store
        self._corrections = corrections
        self._is_question = is_question
        self._engine = engine
        self._publishing = publishing
        self._now = now
        self._answered = AnsweredQuestions(now)

    async def groups(self, order: InboxOrder) -> Sequence[QuestionGroup]:
        """All open groups. Grouping takes a second for ten thousand questions, so it runs in a thread."""
        items = await self._uncorrected(await self._store.open(MAX_QUESTIONS))
        groups = await asyncio.to_thread(self._grouped, items)
        if order is InboxOrder.NEWEST:
            return sorted(groups, key=lambda group: group.newest, reverse=True)
        return sorted(groups, key=lambda group: (-group.weight, group.id))

    async def _uncorrected(self, items: Sequence[InboxItem]) -> list[InboxItem]:
        """Without complaints of answers that the base has corrected since."""
        times = {item.id: item.complained_at for item in items if item.outcome == "answer"}
        since = [at for at in times.values() if at is not None]
        if not since:
            return [*items]
        facts = {fact for item in items if item.id in times for fact in item.facts}
        changed = await self._corrections.since(facts, min(since))

        def is_corrected(item: InboxItem) -> bool:
            at = times.get(item.id)
            return at is not None and any(changed[fact] > at for fact in item.facts if fact in changed)

        return [item for item in items if not is_corrected(item)]

    def _grouped(self, items: Sequence[InboxItem]) -> list[QuestionGroup]:
        """In a thread: without questions that the base answers by now, unless readers complained."""
        engine = self._engine.current.engine
        self._answered.begin(engine)
        items = [_retyped(item, engine) for item in items]
        open_ones = [item for item in items if item.has_complaint or self._waits(item.text)]
        found = group_questions(open_ones, lambda item: item.text, engine.asked_subject)
        return [QuestionGroup(items=tuple(items)) for items in found]

    def _waits(self, text: str) -> bool:
        return self._is_question(text) and not self._answered.has(text)

    async def details(self, number: int | None = None) -> GroupDetails | None:
        """The group that holds question `number`, or the first; None where it is no longer open.

        One that the base answers by now is none, however little time there was to ask all of them.
        """
        while True:
            groups = await self.groups(InboxOrder.MOST)
            place = next((at for at, one in enumerate(groups) if number is None or one.holds(number)), None)
            if place is None:
                return None
            group, engine = groups[place], self._engine.current.engine
            result = (await asyncio.to_thread(engine.reply, group.text, NEW, self._now())).result
            if not self._answered.note(group.text, result) or not group.is_without_complaint:
                break
        shown = result.shown if isinstance(result, Answer) else ()
        return GroupDetails(
            group=group,
            answers=tuple({one.fact.id: one.fact for one in shown}.values()),
            nearest=engine.nearest(group.text, MAX_NEAREST),
            place=place + 1,
            count=len(groups),
            following=groups[place + 1].id if place + 1 < len(groups) else None,
        )

    async def make_example(
        self, number: int, fact_id: str, editor: Editor
    ) -> Proposed | Refused | Unchanged | None:
        """Propose the group's wordings as examples of a fact; None where either no longer exists."""
        group = await self._group(number)
        fact = self._engine.current.engine.base.fact_by_id.get(FactId(fact_id))
        if group is None or fact is None:
            return None
        known = {equivalence_key(question) for question in fact.questions}
        new = [text for text in group.wordings if equivalence_key(text) not in known]
        if not new:
            return Unchanged()
        after = replace(fact, questions=(*fact.questions, *new))
        change = Change(key=key_of(fact), before=fact, after=after)
        made = await self._publishing.propose(
            [change], editor, origin=ProposalOrigin.INBOX, why=group.text, reference=str(group.id)
        )
        if isinstance(made, Proposed):
            await self._store.assign([item.id for item in group.items], made.proposal.id)
        return made

    async def mark_out_of_scope(self, number: int) -> bool:
        """Mark the wordings as out of scope for good, and tell who waits; False where it is gone."""
        group = await self._group(number)
        if group is None:
            return False
        await self._store.mark_out_of_scope(group.typed, self._now())
        await self._store.decline_alerts([item.id for item in group.items], group.typed)
        await self._close(group)
        return True

    async def close(self, number: int) -> bool:
        """Close the group; it reopens when asked again. False where it is no longer open."""
        group = await self._group(number)
        if group is not None:
            await self._close(group)
        return group is not None

    async def questions(self, number: int) -> tuple[str, ...]:
        """The wordings of a question's group, to start a new fact with; none where it no longer exists."""
        group = await self._group(number)
        if group is not None:
            return group.wordings
        text = await self._store.question(number)
        return () if text is None else (self._engine.current.engine.retyped(text),)

    async def _close(self, group: QuestionGroup) -> None:
        await self._store.close([item.id for item in group.items], self._now())

    async def _group(self, number: int) -> QuestionGroup | None:
        groups = await self.groups(InboxOrder.NEWEST)
        return next((one for one in groups if one.holds(number)), None)


def _retyped(item: InboxItem, engine: Engine) -> InboxItem:
    text = engine.retyped(item.text)
    return item if text == item.text else replace(item, text=text, typed=item.text)
