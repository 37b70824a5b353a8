"""What the Telegram side needs stored: conversations, updates, questions, feedback, chats.

bot.storage implements these; tests use doubles in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.records.corrections import Correction
from bot.records.outbox import ChatState, Failure
from bot.records.question_log import AskedQuestion
from bot.records.updates import Counts, Incoming, Standing, Unfinished
from knowledge.conversation import Conversation


class Conversations(Protocol):
    async def load(self, chat_id: int, user_id: int) -> Conversation:
        """The conversation of a user in a chat; a new one where none is stored."""
        ...

    async def save(self, chat_id: int, user_id: int, conversation: Conversation) -> None: ...


class UpdateInbox(Protocol):
    """Updates received and not yet handled, which survive a kill; and those handled, which come only once.

    A number is the fingerprint of bot/telegram/updates/raw_updates.py. Methods that wait raise
    StorageUnavailableError while the database is away.
    """

    @property
    def is_down(self) -> bool: ...

    async def take(self, updates: Sequence[Incoming]) -> Sequence[Standing]:
        """Store those neither stored nor handled before; returns how each stands."""
        ...

    async def wait_for_turn(self, update: Incoming) -> None:
        """Of an update that is behind: until those before it in its chat are handled, within a bound."""
        ...

    async def count(self, number: int, counts: Counts) -> bool:
        """Store how often an update was begun, and a reply to it may have been sent.

        False where another process has taken it over, to which this one looked dead.
        """
        ...

    def recount(self, number: int, counts: Counts) -> None:
        """The same, written a little later."""
        ...

    def hand_back(self, number: int, counts: Counts) -> None:
        """The same of an update that this process leaves: any process may take it over at once."""
        ...

    def mark(self, number: int, at: datetime) -> None:
        """Handled: out of the inbox, and never taken again. It is written a little later."""
        ...

    async def take_over(self, is_held: Callable[[int], bool]) -> Sequence[Unfinished]:
        """What processes left that are gone, in the order of arrival; and what is under the name of this one
        although it does not have it (`is_held`).
        """
        ...


class Readers(Protocol):
    """What is known without asking anybody of the reader of an update that was taken."""

    def is_ordinary(self, key: tuple[int, int]) -> bool:
        """Chat and user: no open form, and the chat is not marked unreachable."""
        ...

    def is_unreachable(self, key: tuple[int, int]) -> bool: ...

    def reached(self, key: tuple[int, int]) -> None:
        """The chat is active again."""
        ...


class AskedQuestions(Protocol):
    async def record(self, asked: AskedQuestion) -> None: ...

    async def last(self, chat_id: int, user_id: int) -> AskedQuestion | None: ...

    async def last_of_base(self, chat_id: int, user_id: int) -> AskedQuestion | None:
        """The newest that is no small talk, of the last few."""
        ...

    async def by_message(self, chat_id: int, message_id: int) -> AskedQuestion | None: ...


class Feedback(Protocol):
    """Ratings and reports of answers; `message_id` is the bot's message with the answer."""

    async def rate(self, chat_id: int, message_id: int, user_id: int, at: datetime, *, good: bool) -> bool:
        """Replaces the reader's earlier rating; False where the message is no answer."""
        ...

    async def withdraw(self, chat_id: int, message_id: int, user_id: int) -> None: ...

    async def report(self, chat_id: int, message_id: int, user_id: int, text: str, at: datetime) -> bool:
        """False where the answer is no longer known."""
        ...


class Corrections(Protocol):
    async def since(self, facts: Sequence[str], at: datetime) -> Correction | None:
        """The last change after `at` to one of the facts that a reader can see."""
        ...


class AnswerAlerts(Protocol):
    """Readers who asked to be alerted once the base answers a refused question."""

    async def add(self, chat_id: int, message_id: int, at: datetime) -> bool:
        """Subscribe; False where the message refused nothing."""
        ...

    async def is_out_of_scope(self, chat_id: int, message_id: int) -> bool:
        """Whether an editor said that the base will never answer what the message refused."""
        ...

    async def withdraw(self, chat_id: int, message_id: int) -> None: ...


class PersonalData(Protocol):
    """What is stored about a person."""

    async def export(self, user_id: int) -> Mapping[str, Any]:
        """All of it as JSON values."""
        ...

    async def erase(self, user_id: int) -> None: ...


class ReachableChats(Protocol):
    """Which chats the bot can write to."""

    async def mark_unreachable(self, chat_id: int, state: ChatState, at: datetime) -> None: ...

    async def migrate(self, old: int, new: int, at: datetime) -> None: ...


class Deliveries(Protocol):
    """The outbox as owners see it."""

    async def counts(self) -> Mapping[str, int]:
        """The number of messages by state."""
        ...

    async def failures(self, limit: int) -> Sequence[Failure]: ...
