"""The editors' inbox: similar questions in groups, and the actions that settle a group."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.editing.publication import PublicationService
from bot.editing.question_groups import group_questions
from bot.records.editing import Editor, ProposalOrigin
from bot.records.engine_holder import EngineHolder
from bot.records.inbox import InboxItem
from knowledge.conversation import NEW
from knowledge.facts.edits import Change
from knowledge.facts.model import Fact, FactId
from knowledge.facts.serialization import key_of
from knowledge.language.question_equivalence import equivalence_key
from knowledge.results import Answer

MAX_QUESTIONS = 10_000
"""How many questions are grouped, newest first."""
MAX_VARIANTS = 5
"""Other wordings of a group that are shown, and marked out of scope with it."""
MAX_NEAREST = 3


class InboxOrder(StrEnum):
    MOST = "most"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """Questions that ask the same thing, oldest first."""

    items: tuple[InboxItem, ...]

    @property
    def id(self) -> int:
        """The id of its first question; `details` finds the group by the id of any of them."""
        return self.items[0].id

    @property
    def text(self) -> str:
        """The most frequent wording, the oldest of equals."""
        counts: dict[str, int] = {}
        for item in self.items:
            counts[item.text] = counts.get(item.text, 0) + 1
        return max(counts, key=lambda text: counts[text])

    @property
    def variants(self) -> tuple[str, ...]:
        """The other wordings without duplicates; case and punctuation are ignored."""
        found = {equivalence_key(item.text): item.text for item in reversed(self.items)}
        found.pop(equivalence_key(self.text), None)
        return tuple(reversed(found.values()))

    @property
    def newest(self) -> datetime:
        return max(item.at for item in self.items)

    @property
    def refused(self) -> int:
        return sum(item.outcome == "refusal" for item in self.items)

    @property
    def choices(self) -> int:
        return sum(item.outcome == "choices" for item in self.items)

    @property
    def disliked(self) -> int:
        return sum(item.disliked for item in self.items)

    @property
    def waiting(self) -> int:
        return sum(item.waiting for item in self.items)

    @property
    def reports(self) -> tuple[str, ...]:
        return tuple(text for item in self.items for text in item.reports)

    @property
    def weight(self) -> int:
        """How many complaints there are: refusals, choices, bad ratings and reports."""
        return self.refused + self.choices + self.disliked + len(self.reports)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDetails:
    """A group with the facts that answer it now and the nearest facts."""

    group: QuestionGroup
    answers: tuple[Fact, ...]
    nearest: tuple[Fact, ...]


class InboxStore(Protocol):
    async def open(self, limit: int) -> Sequence[InboxItem]: ...

    async def question(self, number: int) -> str | None: ...

    async def assign(self, numbers: Sequence[int], proposal: int) -> None: ...

    async def close(self, numbers: Sequence[int], at: datetime) -> None: ...

    async def mark_out_of_scope(self, texts: Sequence[str], at: datetime) -> None: ...


class QuestionInbox:
    def __init__(
        self,
        store: InboxStore,
        engine: EngineHolder,
        publishing: PublicationService,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._engine = engine
        self._publishing = publishing
        self._now = now

    async def groups(self, order: InboxOrder) -> Sequence[QuestionGroup]:
        """All open groups. Grouping takes a second for ten thousand questions, so it runs in a thread."""
        items = await self._store.open(MAX_QUESTIONS)
        found = await asyncio.to_thread(group_questions, items, lambda item: item.text)
        groups = [QuestionGroup(items=tuple(items)) for items in found]
        if order is InboxOrder.NEWEST:
            return sorted(groups, key=lambda group: group.newest, reverse=True)
        return sorted(groups, key=lambda group: (-group.weight, group.id))

    async def details(self, number: int) -> GroupDetails | None:
        """The group that holds question `number`; None where it is no longer open."""
        group = await self._group(number)
        if group is None:
            return None
        engine = self._engine.current.engine
        turn = await asyncio.to_thread(engine.reply, group.text, NEW, self._now())
        result = turn.result
        shown = result.shown if isinstance(result, Answer) else ()
        answers = tuple({one.fact.id: one.fact for one in shown}.values())
        return GroupDetails(group=group, answers=answers, nearest=engine.nearest(group.text, MAX_NEAREST))

    async def make_example(
        self, number: int, fact_id: str, editor: Editor
    ) -> Proposed | Refused | Unchanged | None:
        """Propose the group's question as an example of a fact; None where either no longer exists."""
        group = await self._group(number)
        fact = self._engine.current.engine.base.fact_by_id.get(FactId(fact_id))
        if group is None or fact is None:
            return None
        if any(equivalence_key(group.text) == equivalence_key(question) for question in fact.questions):
            return Unchanged()
        after = replace(fact, questions=(*fact.questions, group.text))
        change = Change(key=key_of(fact), before=fact, after=after)
        made = await self._publishing.propose(
            [change], editor, origin=ProposalOrigin.INBOX, why=group.text, reference=str(group.id)
        )
        if isinstance(made, Proposed):
            await self._store.assign([item.id for item in group.items], made.proposal.id)
        return made

    async def mark_out_of_scope(self, number: int) -> bool:
        """Mark every wording shown as out of scope for good; False where the group is no longer open."""
        group = await self._group(number)
        if group is None:
            return False
        await self._store.mark_out_of_scope([group.text, *group.variants[:MAX_VARIANTS]], self._now())
        await self._close(group)
        return True

    async def close(self, number: int) -> bool:
        """Close the group; it reopens when asked again. False where it is no longer open."""
        group = await self._group(number)
        if group is not None:
            await self._close(group)
        return group is not None

    async def question(self, number: int) -> str | None:
        """The text of one question, to start a new fact with; None where it no longer exists."""
        return await self._store.question(number)

    async def _close(self, group: QuestionGroup) -> None:
        await self._store.close([item.id for item in group.items], self._now())

    async def _group(self, number: int) -> QuestionGroup | None:
        groups = await self.groups(InboxOrder.NEWEST)
        return next((one for one in groups if any(item.id == number for item in one.items)), None)
