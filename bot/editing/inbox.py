"""The editors' inbox: similar questions in groups, and the actions that settle a group."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.editing.open_groups import CorrectedFacts, InboxOrder, OpenGroups, OpenQuestions
from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.editing.publication import PublicationService
from bot.editing.question_group import QuestionGroup
from bot.records.editing import Editor, ProposalOrigin
from bot.records.engine_holder import EngineHolder
from knowledge.conversation import NEW
from knowledge.facts.edits import Change
from knowledge.facts.model import Fact, FactId
from knowledge.facts.serialization import key_of
from knowledge.language.question_equivalence import equivalence_key
from knowledge.results import Answer

MAX_NEAREST = 3


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


class InboxStore(OpenQuestions, Protocol):
    async def question(self, number: int) -> str | None: ...

    async def assign(self, numbers: Sequence[int], proposal: int) -> None: ...

    async def close(self, numbers: Sequence[int], at: datetime) -> None: ...

    async def mark_out_of_scope(self, texts: Sequence[str], at: datetime) -> None: ...

    async def decline_alerts(self, numbers: Sequence[int], texts: Sequence[str]) -> None: ...


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
        self._open = OpenGroups(store, engine, now, corrections, is_question)
        self._engine = engine
        self._publishing = publishing
        self._now = now

    async def groups(self, order: InboxOrder) -> Sequence[QuestionGroup]:
        return await self._open.read(order)

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
            if not self._open.note(group.text, result) or not group.is_without_complaint:
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
