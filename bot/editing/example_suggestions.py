"""Examples suggested for a fact: unanswered questions of readers nearest to it, and what its words give."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.editing.publication import PublicationService
from bot.editing.unreasoned_examples import asks_reason_in_vain
from bot.records.editing import Editor, ProposalOrigin
from bot.records.engine_holder import EngineHolder
from bot.records.inbox import InboxItem
from knowledge.drafting.advice.suggestions import suggest_examples
from knowledge.engine import Engine
from knowledge.facts.edits import Change
from knowledge.facts.model import Fact, FactId
from knowledge.facts.serialization import key_of

ALL = "all"
_READ = 300
"""Unanswered questions, the newest."""


class UnansweredQuestions(Protocol):
    async def open(self, limit: int) -> Sequence[InboxItem]: ...


class ExampleSuggestions:
    def __init__(
        self, engine: EngineHolder, questions: UnansweredQuestions, publishing: PublicationService
    ) -> None:
        self._engine, self._questions, self._publishing = engine, questions, publishing

    async def suggest(self, fact_id: str) -> tuple[Fact, tuple[str, ...]] | None:
        """The fact with questions that it does not have yet; None where there is no such fact."""
        engine = self._engine.current.engine
        fact = engine.base.fact_by_id.get(FactId(fact_id))
        if fact is None:
            return None
        texts = [item.text for item in await self._questions.open(_READ)]
        return fact, await asyncio.to_thread(_suggestions, engine, fact, texts)

    async def take(self, fact_id: str, key: str, editor: Editor) -> Proposed | Refused | Unchanged | None:
        """Propose the suggestion of this checksum, or all; None where the fact or the suggestion is gone."""
        found = await self.suggest(fact_id)
        if found is None:
            return None
        fact, offered = found
        chosen = tuple(one for one in offered if key in (ALL, checksum(one)))
        if not chosen:
            return None
        after = replace(fact, questions=(*fact.questions, *chosen))
        change = Change(key=key_of(fact), before=fact, after=after)
        return await self._publishing.propose([change], editor, origin=ProposalOrigin.CHAT)


def checksum(question: str) -> str:
    return f"{zlib.crc32(question.encode()):08x}"


def _suggestions(engine: Engine, fact: Fact, texts: Sequence[str]) -> tuple[str, ...]:
    asked = (text for text in dict.fromkeys(map(engine.retyped, texts)) if _is_nearest(engine, fact, text))
    near = [text for text in asked if not asks_reason_in_vain(text, fact, engine.base)]
    return suggest_examples(fact, engine.base, near, engine=engine)


def _is_nearest(engine: Engine, fact: Fact, text: str) -> bool:
    return any(one.id == fact.id for one in engine.nearest(text, 1))
