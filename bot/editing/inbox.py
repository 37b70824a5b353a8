"""The inbox: questions grouped by likeness, and the ways to settle a group."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.editing.publication import Publishing
from bot.editing.question_groups import grouped
from bot.records.editing import Editor, ProposalOrigin
from bot.records.engine_holder import EngineHolder
from bot.records.inbox import InboxItem
from knowledge.conversation import NEW
from knowledge.facts.edits import Change
from knowledge.facts.model import Fact, FactId
from knowledge.facts.serialization import key_of
from knowledge.language.question_equivalence import equivalence_key
from knowledge.results import Answer

MOST = 10_000
"""Questions looked at, the newest."""
VARIANTS = 5
"""Other wordings of a group that are shown, and remembered with it."""
NEAREST = 3


class Order(StrEnum):
    MOST = "most"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Questions that ask the same, the oldest first."""

    items: tuple[InboxItem, ...]

    @property
    def id(self) -> int:
        """Of its first question: a group is found by any of its questions."""
        return self.items[0].id

    @property
    def text(self) -> str:
        """Its commonest wording, of equals the oldest."""
        counts: dict[str, int] = {}
        for item in self.items:
            counts[item.text] = counts.get(item.text, 0) + 1
        return max(counts, key=lambda text: counts[text])

    @property
    def variants(self) -> tuple[str, ...]:
        """Its other wordings, each once, letter case and signs aside."""
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
        """How often something was wrong."""
        return self.refused + self.choices + self.disliked + len(self.reports)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A group with what the base says to it now: the facts that answer, and the nearest ones."""

    group: Group
    answers: tuple[Fact, ...]
    nearest: tuple[Fact, ...]


class Store(Protocol):
    async def open(self, limit: int) -> Sequence[InboxItem]: ...

    async def question(self, number: int) -> str | None: ...

    async def assign(self, numbers: Sequence[int], proposal: int) -> None: ...

    async def close(self, numbers: Sequence[int], at: datetime) -> None: ...

    async def mark_out_of_scope(self, texts: Sequence[str], at: datetime) -> None: ...


class QuestionInbox:
    def __init__(
        self, store: Store, engine: EngineHolder, publishing: Publishing, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._engine = engine
        self._publishing = publishing
        self._now = now

    async def groups(self, order: Order) -> Sequence[Group]:
        """All that wait. Grouping takes a second for ten thousand questions: a thread does it."""
        items = await self._store.open(MOST)
        found = await asyncio.to_thread(grouped, items, lambda item: item.text)
        groups = [Group(items=tuple(items)) for items in found]
        if order is Order.NEWEST:
            return sorted(groups, key=lambda group: group.newest, reverse=True)
        return sorted(groups, key=lambda group: (-group.weight, group.id))

    async def look(self, number: int) -> Looked | None:
        """The group that holds this question; None where it waits no more."""
        group = await self._group(number)
        if group is None:
            return None
        engine = self._engine.current.engine
        result = engine.reply(group.text, NEW, self._now()).result
        shown = result.shown if isinstance(result, Answer) else ()
        answers = tuple({one.fact.id: one.fact for one in shown}.values())
        return Looked(group=group, answers=answers, nearest=engine.nearest(group.text, NEAREST))

    async def make_example(
        self, number: int, fact_id: str, editor: Editor
    ) -> Proposed | Refused | Unchanged | None:
        """Propose the group's question as an example of a fact; None where either is gone."""
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

    async def never(self, number: int) -> bool:
        """Out of scope for good, in every wording shown; False where the group waits no more."""
        group = await self._group(number)
        if group is None:
            return False
        await self._store.mark_out_of_scope([group.text, *group.variants[:VARIANTS]], self._now())
        await self._close(group)
        return True

    async def close(self, number: int) -> bool:
        """Settled; asked again it waits again. False where the group waits no more."""
        group = await self._group(number)
        if group is not None:
            await self._close(group)
        return group is not None

    async def question(self, number: int) -> str | None:
        """The text of one question, for a new fact that answers it; None where it is gone."""
        return await self._store.question(number)

    async def _close(self, group: Group) -> None:
        await self._store.close([item.id for item in group.items], self._now())

    async def _group(self, number: int) -> Group | None:
        groups = await self.groups(Order.NEWEST)
        return next((one for one in groups if any(item.id == number for item in one.items)), None)
