"""A bot with follow-ups: the real Dispatcher and database, on the in-process Bot API stub."""

from __future__ import annotations

from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import Update

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.demo.botapi.state import ServerState as Api
from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.replies.answers.buttons import under_reply
from bot.storage.readers.conversations import StoredConversations
from bot.storage.readers.links import StoredLinks
from bot.storage.readers.privacy import StoredPrivacy
from bot.storage.readers.question_log import StoredQuestions
from bot.storage.readers.stored_forms import FormKey, StoredForms
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.dispatcher import build_dispatcher
from bot.telegram.follow import routers
from bot.telegram.fsm import DatabaseStorage
from bot.telegram.sending.reminders import ReminderSender
from bot.telegram.sending.sender import Sender
from knowledge.engine import Engine
from tests.botapi.direct import DirectSession
from tests.followups.harness import FollowUpsHarness

CHAT = 7


class BotHarness:
    """A bot on the database of `followups`; `restart` builds a new Dispatcher, as a new process would."""

    def __init__(self, followups: FollowUpsHarness) -> None:
        self.followups = followups
        self.api = Api()
        self.bot = Bot(self.api.token, session=DirectSession(self.api))
        self.restart()

    def restart(self) -> None:
        database, now = self.followups.database, self.followups.clock
        self.followups.restart()
        self.engine = EngineHolder(LoadedEngine(engine=Engine(self.followups.files)))
        questions = StoredQuestions(database)
        forms = DatabaseStorage(
            StoredForms(database), lambda key, chat, user: FormKey(key=key, chat_id=chat, user_id=user), now
        )
        talks = StoredConversations(database)
        self.dispatcher: Dispatcher = build_dispatcher(
            storage=forms,
            engine=self.engine,
            question_flow=QuestionFlow(self.engine, talks, questions, now, buttons=under_reply),
            asked_questions=questions,
            links=StoredLinks(database),
            sender=Sender(self.bot),
            now=now,
            page_size=5,
            typing_after=1,
            feature_routers=routers.build_routers([CHAT]),
            following=self.followups.following,
            chosen_reminders=self.followups.chosen_reminders,
            reachable_chats=self.followups.chats,
            personal_data=StoredPrivacy(database),
            delivery_log=self.followups.outbox,
            retention_days=90,
            texts_days=730,
        )
        routers.register_reactivation(self.dispatcher, self.followups.following)

    async def send_due(self) -> None:
        """Plan, and send what is due through the Bot API."""
        self.followups.outbox_sender = self.followups.new_outbox_sender(ReminderSender(self.bot))
        await self.followups.planner.step(self.followups.clock())
        await self.followups.send_due()

    async def feed(self, update: Json) -> None:
        self.api.allowed = {next(iter(update))}
        number = await self.api.push(update)
        raw = self.api.updates.pop(number)
        await self.dispatcher.feed_update(self.bot, Update.model_validate(raw, context={"bot": self.bot}))

    async def send_text(self, words: str, chat: Json | None = None, sender: Json | None = None) -> str:
        """Send a text message to the bot; returns the bot's last message after it."""
        await self.feed(updates.text(chat or updates.private(CHAT), words, sender))
        return self.last_text

    async def press(self, label: str, shown: Json | None = None, sender: Json | None = None) -> str | None:
        """Press the button with this label under the last message; returns the notice shown, if any."""
        message = shown or self.last
        data = next(data for text, data in self.buttons(message) if text == label)
        return await self.press_data(data, message, sender)

    async def press_data(self, data: str, shown: Json, sender: Json | None = None) -> str | None:
        update = updates.callback(shown, data, sender or updates.user(CHAT))
        await self.feed(update)
        answered: dict[str, Any] = self.api.answered[update["callback_query"]["id"]]
        return answered.get("text")

    def buttons(self, message: Json) -> list[tuple[str, str]]:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        return [(key["text"], key.get("callback_data", "")) for row in rows for key in row]

    @property
    def labels(self) -> list[str]:
        return [label for label, _ in self.buttons(self.last)]

    @property
    def shown(self) -> list[Json]:
        return [one for one in self.api.messages.values() if one.get("from", {}).get("id") == self.bot.id]

    @property
    def last(self) -> Json:
        return self.shown[-1]

    @property
    def last_text(self) -> str:
        return str(self.last.get("text", ""))
