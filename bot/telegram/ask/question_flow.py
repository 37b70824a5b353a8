"""One turn of a conversation: ask the engine, save the conversation, record the answer for /why."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.records.question_log import AskedQuestion
from bot.replies import exact_dates
from bot.replies.answers import rendering, why
from bot.replies.answers.buttons import Answered
from bot.replies.parts import Button
from bot.settings.clock import Clock
from bot.telegram.ask.answered_turn import (
    CHOSEN,
    AnsweredTurn,
    Asker,
    completed_question,
    facts_of,
    question_alone,
    recorded_question,
)
from bot.telegram.ask.aside import without_waiting
from bot.telegram.ports import AskedQuestions, Conversations
from bot.telegram.sending.places import Place
from bot.telegram.sending.sender import Sender
from knowledge.conversation import NEW, Conversation
from knowledge.facts.model import FactId
from knowledge.results import Answer, Refusal, Result
from knowledge.turn import Turn


class QuestionFlow:
    def __init__(
        self,
        engine: EngineHolder,
        conversations: Conversations,
        asked: AskedQuestions,
        now: Clock,
        buttons: Callable[[Answered], tuple[tuple[Button, ...], ...]] | None = None,
        count: Callable[[Result, float], None] = lambda _result, _seconds: None,
        edits: Callable[[int], bool] = lambda _user: False,
        off_topic: Callable[[str], bool] = lambda _question: False,
    ) -> None:
        """`buttons` returns the rows of buttons to put under a reply; `count` is told of each question,
        with the seconds until the engine had replied; `edits`: whether a user is an editor; `off_topic`:
        whether editors said that a question will never be answered.
        """
        self._edits, self._off_topic = edits, off_topic
        self._count = count
        self._engine = engine
        self._conversations = conversations
        self._asked = asked
        self._now = now
        self._buttons = buttons

    async def answer(self, reader: Asker, text: str, replied: int | None = None) -> AnsweredTurn:
        """Answer a question in the reader's conversation; in that of the answer `replied` to, if any."""
        answered = await self.answer_unless(reader, text, lambda _: False, replied)
        assert answered is not None
        return answered

    async def answer_unless(
        self, reader: Asker, text: str, declined: Callable[[Result], bool], replied: int | None = None
    ) -> AnsweredTurn | None:
        """The same; None, and nothing is stored, for a result that is `declined`."""
        loaded = self._engine.current
        conversation = None
        if replied is not None:
            conversation = await self._conversation_after(reader.chat_id, replied, loaded)
        if conversation is None:
            conversation = await self._conversations.load(reader.chat_id, reader.user_id)
            conversation = conversation if conversation.thread_id == reader.thread_id else NEW
        started = time.perf_counter()
        turn = await _reply(loaded, text, conversation, self._now())
        seconds = time.perf_counter() - started
        if declined(turn.result):
            return None
        self._count(turn.result, seconds)
        return await self._save(reader, text, turn, loaded)

    async def answer_as_typed(self, reader: Asker, text: str) -> AnsweredTurn:
        """Answer a question by itself, without correcting its spelling."""
        loaded = self._engine.current
        conversation = await self._conversations.load(reader.chat_id, reader.user_id)
        turn = await without_waiting(partial(loaded.engine.reply_as_typed, text, conversation, self._now()))
        return await self._save(reader, text, turn, loaded)

    async def show(self, reader: Asker, fact_id: FactId) -> AnsweredTurn:
        """Answer with the fact whose button was pressed. Raises KeyError if it is no longer in the base."""
        loaded = self._engine.current
        conversation = await self._conversations.load(reader.chat_id, reader.user_id)
        turn = loaded.engine.show(fact_id, conversation, self._now())
        return await self._save(reader, conversation.question, turn, loaded)

    async def answer_once(self, text: str) -> AnsweredTurn:
        """Answer without a conversation and store nothing (inline mode)."""
        loaded = self._engine.current
        return self._render(text, await _reply(loaded, text, NEW, self._now()), loaded)

    async def answer_alert(self, text: str) -> AnsweredTurn:
        """The same for an answer alert, which the bot sends by itself: with buttons."""
        return self._with_buttons(await self.answer_once(text), self._engine.current)

    async def record(
        self, reader: Asker, turn: AnsweredTurn, message_id: int, question_id: int | None = None
    ) -> None:
        """Record that the bot's message `message_id` gave this answer to the reader's `question_id`."""
        result = turn.result
        await self._asked.record(
            AskedQuestion(
                chat_id=reader.chat_id,
                user_id=reader.user_id,
                message_id=message_id,
                text=turn.text,
                outcome=type(result).__name__.lower(),
                rule=result.rule,
                facts=facts_of(result),
                confidence=result.confidence,
                explanation=turn.explanation,
                at=self._now(),
                understood=completed_question(turn),
                question_id=question_id,
            )
        )

    async def send(
        self,
        reader: Asker,
        turn: AnsweredTurn,
        place: Place,
        sender: Sender,
        question_id: int | None = None,
    ) -> None:
        """Send the reply as a new message, and record it if the chat could be written to."""
        sent = await sender.send(place, turn.reply)
        if sent is not None:
            await self.record(reader, turn, sent, question_id)

    async def _conversation_after(
        self, chat_id: int, message_id: int, loaded: LoadedEngine
    ) -> Conversation | None:
        """The conversation as it stood after this answer, whoever asked; None where it is no answer."""
        asked = await self._asked.by_message(chat_id, message_id)
        if asked is None:
            return None
        now, question = self._now(), asked.understood or asked.text
        if asked.rule == CHOSEN and asked.facts and FactId(asked.facts[0]) in loaded.base.fact_by_id:
            before = Conversation(question=question, at=now)
            return loaded.engine.show(FactId(asked.facts[0]), before, now).conversation
        return _after_page((await _reply(loaded, question, NEW, now)).conversation, asked.facts)

    async def _save(self, reader: Asker, text: str, turn: Turn, loaded: LoadedEngine) -> AnsweredTurn:
        conversation = replace(turn.conversation, thread_id=reader.thread_id)
        await self._conversations.save(reader.chat_id, reader.user_id, conversation)
        answered = self._render(text, turn, loaded)
        return self._with_buttons(answered, loaded, reader)

    def _with_buttons(
        self, turn: AnsweredTurn, loaded: LoadedEngine, reader: Asker | None = None
    ) -> AnsweredTurn:
        """`reader` is None where the bot writes by itself, in a private chat."""
        if self._buttons is None:
            return turn
        private = reader is None or reader.chat_id == reader.user_id
        about = Answered(
            result=turn.result,
            question=question_alone(turn),
            typed=turn.text,
            base=loaded.base,
            now=self._now(),
            private=private,
            edits=private and reader is not None and self._edits(reader.user_id),
            off_topic=isinstance(turn.result, Refusal) and self._off_topic(recorded_question(turn)),
        )
        rows = (*turn.reply.buttons, *self._buttons(about))
        return replace(turn, reply=replace(turn.reply, buttons=rows))

    def _render(self, text: str, turn: Turn, loaded: LoadedEngine) -> AnsweredTurn:
        reply = rendering.render(turn.result, loaded.base, self._now(), loaded.changed)
        if isinstance(turn.result, Answer):
            reply = exact_dates.mark(reply, [one.fact for one in turn.result.shown], loaded.base)
        explanation = why.stored(turn.result, loaded.base, text)
        return AnsweredTurn(text=text, result=turn.result, reply=reply, explanation=explanation)


def _after_page(conversation: Conversation, shown: Sequence[str]) -> Conversation:
    """The conversation after the page of a digest that shows these facts; other conversations as they are."""
    every = (*conversation.facts, *(conversation.further or ()))
    if conversation.further is None or not shown or shown[-1] not in every:
        return conversation
    return replace(conversation, further=every[every.index(FactId(shown[-1])) + 1 :])


async def _reply(loaded: LoadedEngine, text: str, conversation: Conversation, now: datetime) -> Turn:
    return await without_waiting(partial(loaded.engine.reply, text, conversation, now))
