"""The open groups of the inbox, without what the base answers by now or has corrected since."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.editing.answered_questions import AnsweredQuestions
from bot.editing.question_group import QuestionGroup
from bot.editing.question_groups import group_questions
from bot.records.engine_holder import EngineHolder
from bot.records.inbox import InboxItem
from knowledge.engine import Engine
from knowledge.results import Result

MAX_QUESTIONS = 10_000
"""How many questions are grouped, newest first."""


class InboxOrder(StrEnum):
    MOST = "most"
    NEWEST = "newest"


class OpenQuestions(Protocol):
    async def open(self, limit: int) -> Sequence[InboxItem]: ...


class CorrectedFacts(Protocol):
    async def since(self, facts: Collection[str], at: datetime) -> Mapping[str, datetime]:
        """The facts among these that readers get otherwise since `at`, each with the last change."""
        ...


class OpenGroups:
    """`is_question`: whether a text asks anything; others stand here only where readers complained."""

    def __init__(
        self,
        store: OpenQuestions,
        engine: EngineHolder,
        now: Callable[[], datetime],
        corrections: CorrectedFacts,
        is_question: Callable[[str], bool],
    ) -> None:
        self._store = store
        self._engine = engine
        self._corrections = corrections
        self._is_question = is_question
        self._answered = AnsweredQuestions(now)

    def note(self, text: str, result: Result) -> bool:
        """Keep a result that was found meanwhile; whether it is an answer."""
        return self._answered.note(text, result)

    async def read(self, order: InboxOrder) -> Sequence[QuestionGroup]:
        """All open groups. Grouping takes a millisecond or two for each wording, so it runs in a thread."""
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


def _retyped(item: InboxItem, engine: Engine) -> InboxItem:
    text = engine.retyped(item.text)
    return item if text == item.text else replace(item, text=text, typed=item.text)
