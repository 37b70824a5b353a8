"""One turn of a conversation: the engine asked, the conversation kept, the answer noted for /why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.replies.answers import rendering, why
from bot.replies.parts import Button, Reply
from bot.settings.clock import Clock
from bot.telegram.stores import AskedQuestion, AskedQuestions, Conversations
from knowledge.conversation import NEW
from knowledge.engine import Turn
from knowledge.facts.model import FactId
from knowledge.language.question_equivalence import canonical_question
from knowledge.results import Answer, Choices, Refusal, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who asks, and where: conversations are kept apart by both."""

    chat_id: int
    user_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredTurn:
    """What was asked, what the engine found, and the reply to send."""

    text: str
    result: Result
    reply: Reply
    explanation: str


class QuestionFlow:
    def __init__(
        self,
        engine: EngineHolder,
        conversations: Conversations,
        asked: AskedQuestions,
        now: Clock,
        buttons: Callable[[Result, bool], tuple[tuple[Button, ...], ...]] | None = None,
    ) -> None:
        """`buttons` gives the rows under what was found; True tells it of a private chat."""
        self._engine = engine
        self._conversations = conversations
        self._asked = asked
        self._now = now
        self._buttons = buttons

    async def answer(self, reader: Reader, text: str) -> AnsweredTurn:
        """Answer a question in the light of the reader's conversation."""
        edition = self._engine.current
        conversation = await self._conversations.load(reader.chat_id, reader.user_id)
        turn = edition.engine.reply(text, conversation, self._now())
        return await self._keep(reader, text, turn, edition)

    async def show(self, reader: Reader, fact_id: FactId) -> AnsweredTurn:
        """Answer a pressed button. Raises KeyError if the fact is gone."""
        edition = self._engine.current
        conversation = await self._conversations.load(reader.chat_id, reader.user_id)
        turn = edition.engine.show(fact_id, conversation, self._now())
        return await self._keep(reader, conversation.question, turn, edition)

    def glance(self, text: str) -> AnsweredTurn:
        """Answer without a conversation, and keep nothing (inline mode)."""
        edition = self._engine.current
        return self._consulted(text, edition.engine.reply(text, NEW, self._now()), edition)

    def announce(self, text: str) -> AnsweredTurn:
        """Answer as a message of our own, not in a conversation."""
        return self._with_buttons(self.glance(text), private=True)

    async def note(self, reader: Reader, consulted: AnsweredTurn, message_id: int) -> None:
        """Note that `message_id` (of the bot) gave this answer."""
        result = consulted.result
        await self._asked.record(
            AskedQuestion(
                chat_id=reader.chat_id,
                user_id=reader.user_id,
                message_id=message_id,
                text=consulted.text,
                outcome=type(result).__name__.lower(),
                rule=result.rule,
                facts=facts_of(result),
                confidence=result.confidence,
                explanation=consulted.explanation,
                at=self._now(),
                understood=_filled(consulted),
            )
        )

    async def _keep(self, reader: Reader, text: str, turn: Turn, edition: LoadedEngine) -> AnsweredTurn:
        await self._conversations.save(reader.chat_id, reader.user_id, turn.conversation)
        consulted = self._consulted(text, turn, edition)
        return self._with_buttons(consulted, private=reader.chat_id == reader.user_id)

    def _with_buttons(self, consulted: AnsweredTurn, *, private: bool) -> AnsweredTurn:
        if self._buttons is None:
            return consulted
        rows = (*consulted.reply.buttons, *self._buttons(consulted.result, private))
        return replace(consulted, reply=replace(consulted.reply, buttons=rows))

    def _consulted(self, text: str, turn: Turn, edition: LoadedEngine) -> AnsweredTurn:
        reply = rendering.render(turn.result, edition.base, self._now(), edition.changed)
        explanation = why.render(turn.result, edition.base).plain
        return AnsweredTurn(text=text, result=turn.result, reply=reply, explanation=explanation)


def facts_of(result: Result) -> tuple[FactId, ...]:
    """The facts shown, or those offered, each once."""
    match result:
        case Answer():
            return tuple(dict.fromkeys(one.fact.id for one in result.shown))
        case Choices():
            return tuple(option.fact.id for option in result.options)
        case Refusal():
            return tuple(option.fact.id for option in result.near)


def _filled(consulted: AnsweredTurn) -> str:
    """What «А где?» asks in its conversation; empty for what has words of its own to ask with."""
    why = consulted.result.why
    return why.understood if why.carried and not canonical_question(consulted.text).lemmas else ""
