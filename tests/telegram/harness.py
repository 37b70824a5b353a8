"""The Telegram layer against the fake Bot API in process: feed an update, then inspect the chat."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import Update

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json, ServerState
from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.storage.journal.reader_memory import ReaderMemory
from bot.telegram.ask.fair_use import FairUse
from bot.telegram.ask.plain_questions import PlainQuestions
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.ask.wishes import SCREENS
from bot.telegram.dispatcher import build_dispatcher
from bot.telegram.sending.backoff import Backoff
from bot.telegram.sending.pace import PaceReplies, ReplyPace
from bot.telegram.sending.retrying import RetryMiddleware
from bot.telegram.sending.sender import Sender
from knowledge.conversation import Conversation
from knowledge.engine import Engine
from knowledge.facts.model import FactBase
from knowledge.results import (
    Answer,
    Choices,
    Explanation,
    Option,
    Reason,
    Refusal,
    Result,
    Shown,
    Slot,
    ValueLead,
)
from knowledge.turn import Turn
from tests.botapi.direct import DirectSession
from tests.replies.sample_base import BASE, INFERRED, NEXT, OPENED
from tests.telegram.memory_stores import MemoryConversations, MemoryLinks, MemoryQuestions

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
CHAT, GROUP = 7, -100
OPTIONS = (Option(fact=NEXT, label="Где второй мост?"), Option(fact=OPENED, label="Где первый мост?"))
SCRIPT: dict[str, Result] = {
    "Где стоит мост?": Answer(
        rule="best",
        confidence=0.9,
        shown=(Shown(fact=OPENED, slot=Slot.PLACE, value="Тула"),),
        lead=ValueLead(held="Тула"),
    ),
    "Какой мост?": Choices(rule="close", confidence=0.6, options=OPTIONS),
    "Где мозт?": Answer(
        rule="best",
        confidence=0.8,
        shown=(Shown(fact=OPENED, slot=Slot.PLACE),),
        why=Explanation(corrected="Где мост?"),
    ),
    "Какова длина?": Answer(rule="best", confidence=0.8, shown=(Shown(fact=INFERRED, slot=Slot.STATEMENT),)),
}
MISS = Refusal(rule="off-topic", confidence=0.5, reason=Reason.OFF_TOPIC, near=OPTIONS[:1])


class ScriptedEngine(Engine):
    """Returns scripted results, so that the tests do not depend on the real engine."""

    def __init__(self, base: FactBase = BASE, script: dict[str, Result] = SCRIPT) -> None:
        super().__init__(base)
        self._script = script
        self.asked: list[str] = []

    def reply(self, question: str, conversation: Conversation, now: datetime) -> Turn:
        self.asked.append(question)
        if question == "сломайся":
            raise ZeroDivisionError
        result = self._script.get(question, MISS)
        return Turn(result=result, conversation=Conversation(question=question, at=now))

    def reply_as_typed(self, question: str, conversation: Conversation, now: datetime) -> Turn:
        """The reply to what the script does not have."""
        self.asked.append(f"{question} (as typed)")
        return Turn(result=MISS, conversation=replace(conversation, question=question, at=now))


class Nobody:
    """No person has a role."""

    def has_none(self, user_id: int) -> bool:
        return True


@dataclass
class TelegramHarness:
    """`delays`: the delays between retried calls, which pass at once."""

    api: ServerState = field(default_factory=ServerState)
    scripted_engine: ScriptedEngine = field(default_factory=ScriptedEngine)
    questions: MemoryQuestions = field(default_factory=MemoryQuestions)
    conversations: MemoryConversations = field(default_factory=MemoryConversations)
    delays: list[float] = field(default_factory=list)
    storage: MemoryStorage = field(default_factory=MemoryStorage)
    bot: Bot = field(init=False)
    engine: EngineHolder = field(init=False)
    dispatcher: Dispatcher = field(init=False)

    def __post_init__(self) -> None:
        session = DirectSession(self.api)
        session.middleware(RetryMiddleware(Backoff(first=1, longest=8), self._sleep))
        session.middleware(PaceReplies(ReplyPace(30, 10_000, self._at_once)))
        self.bot = Bot(self.api.token, session=session)
        self.engine = EngineHolder(LoadedEngine(engine=self.scripted_engine))
        self.dispatcher = build_dispatcher(
            storage=self.storage,
            engine=self.engine,
            question_flow=QuestionFlow(self.engine, self.conversations, self.questions, lambda: NOW),
            asked_questions=self.questions,
            links=MemoryLinks(),
            sender=Sender(self.bot),
            now=lambda: NOW,
            page_size=2,
            typing_after=0.02,
        )

    async def _at_once(self, _seconds: float) -> None:
        await asyncio.sleep(0)

    async def _sleep(self, seconds: float) -> None:
        self.delays.append(seconds)

    async def feed(self, update: Json) -> None:
        """Feed one update of any kind to the Dispatcher."""
        self.api.allowed = {next(iter(update))}
        number = await self.api.push(update)
        raw = self.api.updates.pop(number)
        await self.dispatcher.feed_update(self.bot, Update.model_validate(raw, context={"bot": self.bot}))

    async def say(self, words: str, chat: int = CHAT, **content: Any) -> None:
        await self.feed(updates.text(updates.private(chat), words, **content))

    async def press(self, data: str, shown: Json | None = None, user: int = CHAT) -> str | None:
        """Press a button under the last message, or under `shown`; returns the notice."""
        update = updates.callback(shown or self.last, data, updates.user(user))
        await self.feed(update)
        answered = self.api.answered[update["callback_query"]["id"]]
        return answered.get("text")

    @property
    def shown(self) -> list[Json]:
        """The bot's messages, oldest first."""
        return [one for one in self.api.messages.values() if one.get("from", {}).get("id") == self.bot.id]

    @property
    def texts(self) -> list[str]:
        return [str(one["text"]) for one in self.shown]

    @property
    def last(self) -> Json:
        return self.shown[-1]

    def short_way(self, fair_use: FairUse | None = None) -> PlainQuestions:
        """The short way of plain questions, where every reader is ordinary."""
        return PlainQuestions(
            self.bot,
            self.dispatcher.workflow_data["question_flow"],
            self.dispatcher.workflow_data["sender"],
            ReaderMemory(lambda: True),
            Nobody(),
            SCREENS.keys(),
            typing_after=0.02,
            fair_use=fair_use,
        )

    def calls(self, method: str) -> list[Json]:
        return [call.params for call in self.api.calls if call.method == method]

    def buttons(self, shown: Json | None = None) -> list[str]:
        """The callback data of every button under a message."""
        rows = (shown or self.last).get("reply_markup", {}).get("inline_keyboard", [])
        return [button["callback_data"] for row in rows for button in row]
