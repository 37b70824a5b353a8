"""The engine of one pack with its conversations, shared by the terminal commands."""

from __future__ import annotations

import gc
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from bot.cli.engine_builder import build_engine, terminal_reader
from bot.replies.answers import rendering
from bot.replies.parts import Reply
from bot.settings.clock import Clock, clock_from
from bot.settings.options import Settings
from bot.wiring.pack import open_pack
from knowledge.conversation import NEW, Conversation
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase, FactId
from knowledge.reader.reading import Reader
from knowledge.results import Answer, Choices, Reason, Refusal, Result
from knowledge.turn import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalReply:
    """The engine's result with its rendered reply; `ms`: the engine's time in milliseconds."""

    result: Result
    reply: Reply
    ms: float

    @property
    def outcome(self) -> str:
        """`answer`, `choices` or `refusal`."""
        match self.result:
            case Answer():
                return "answer"
            case Choices():
                return "choices"
            case Refusal():
                return "refusal"

    @property
    def facts(self) -> tuple[FactId, ...]:
        """Ids of the facts shown, in order, without duplicates."""
        if not isinstance(self.result, Answer):
            return ()
        return tuple(dict.fromkeys(shown.fact.id for shown in self.result.shown))

    @property
    def options(self) -> tuple[FactId, ...]:
        """Ids of the facts offered as choices."""
        if not isinstance(self.result, Choices):
            return ()
        return tuple(option.fact.id for option in self.result.options)


class TerminalSession:
    """Keeps the conversations of at most `chats` chats; the least recently used one is dropped.

    `changed` gives the day of the last edit of facts that differ from the source.
    """

    def __init__(
        self,
        base: FactBase,
        clock: Clock,
        *,
        chats: int,
        changed: Mapping[FactId, EdtfDate] = rendering.NO_EDITS,
        reader: Reader | None = None,
    ) -> None:
        self.base = base
        self._changed = changed
        self.clock = clock
        self._engine = build_engine(base, reader=reader)
        gc.freeze()  # the base is never freed, so full collections need not scan it
        self._chats = chats
        self._conversations: OrderedDict[str, Conversation] = OrderedDict()

    @property
    def remembered(self) -> tuple[str, ...]:
        """The chats whose conversation is kept, least recently used first."""
        return tuple(self._conversations)

    def ask(self, chat: str, text: str) -> TerminalReply:
        """Answer one message of a chat."""
        conversation = self._conversations.pop(chat, NEW)
        started = time.perf_counter()
        turn = self._engine.reply(text, conversation, self.clock())
        return self._keep(chat, turn, started)

    def ask_as_typed(self, chat: str, text: str) -> TerminalReply:
        """Answer a question of a chat by itself, without correcting its spelling."""
        self._conversations.pop(chat, None)
        started = time.perf_counter()
        return self._keep(chat, self._engine.reply_as_typed(text, NEW, self.clock()), started)

    def show(self, chat: str, fact_id: FactId) -> TerminalReply:
        """Answer a pressed option. Raises KeyError where the base has no such fact."""
        conversation = self._conversations.pop(chat, NEW)
        started = time.perf_counter()
        turn = self._engine.show(fact_id, conversation, self.clock())
        return self._keep(chat, turn, started)

    def refuse(self, reason: Reason) -> TerminalReply:
        """A refusal without asking the engine; its rule is the reason's name."""
        return self._render(Refusal(rule=reason.value, confidence=1.0, reason=reason), 0.0)

    def _keep(self, chat: str, turn: Turn, started: float) -> TerminalReply:
        ms = (time.perf_counter() - started) * 1000
        self._conversations[chat] = turn.conversation
        if len(self._conversations) > self._chats:
            self._conversations.popitem(last=False)
        return self._render(turn.result, ms)

    def _render(self, result: Result, ms: float) -> TerminalReply:
        reply = rendering.render(result, self.base, self.clock(), self._changed)
        return TerminalReply(result=result, reply=reply, ms=ms)


def open_session(settings: Settings, *, live: bool = False) -> TerminalSession:
    """A session on the pack's files or, if `live`, on the bot's database. Raises SpravkaError."""
    if live:
        # Imported here: loading SQLAlchemy takes longer than an answer from the files.
        from bot.cli.live_base import load_live_base

        loaded = load_live_base(settings)
        base, changed = loaded.base, loaded.changed
    else:
        base, changed = open_pack(settings), rendering.NO_EDITS
    return TerminalSession(
        base,
        clock_from(settings.now),
        chats=settings.terminal.chats,
        changed=changed,
        reader=terminal_reader(settings),
    )
