"""The state of the fake server: the bot, chats, messages, unconfirmed updates, recorded calls."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.demo.botapi.faults import Faults
from bot.demo.botapi.refusal import bad_request

Json = dict[str, Any]
TOKEN = "42:TEST"
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(slots=True)
class Options:
    """`any_chat`: every chat id exists; `keep`: how many messages and calls are kept in memory."""

    any_chat: bool = False
    keep: int = 100_000
    latency: float = 0.0
    limit_per_second: int = 0
    """Sends per second above which the response is 429; 0: no limit."""
    ephemeral: bool = False
    """Whether a message in a group can be shown to one member alone; a server that cannot shows it to all."""


@dataclass(slots=True)
class Call:
    """A recorded request, for tests that count and time them."""

    method: str
    params: Json
    at: float


@dataclass
class ServerState:
    """Telegram as one bot sees it. Times are seconds of the monotonic clock."""

    token: str = TOKEN
    username: str = "spravka_test_bot"
    now: Callable[[], float] = time.time
    """The clock of the messages' dates, in seconds since 1970."""
    options: Options = field(default_factory=Options)
    faults: Faults = field(default_factory=Faults)
    chats: dict[int, Json] = field(default_factory=dict)
    members: dict[tuple[int, int], str] = field(default_factory=dict)
    messages: OrderedDict[tuple[int, int], Json] = field(default_factory=OrderedDict)
    updates: OrderedDict[int, Json] = field(default_factory=OrderedDict)
    queries: dict[str, Json] = field(default_factory=dict)
    answered: dict[str, Json] = field(default_factory=dict)
    reactions: dict[tuple[int, int], list[Json]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    webhook: Json = field(default_factory=lambda: {"url": ""})
    allowed: set[str] | None = None
    calls: list[Call] = field(default_factory=list)
    deleted: list[tuple[int, int]] = field(default_factory=list)
    sent: Counter[int] = field(default_factory=Counter)
    """Messages delivered to each chat."""
    send_times: list[float] = field(default_factory=list)
    """Times of all send* requests, including refused ones."""
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    poller: int = 0
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1_000_000))
    _update_ids: itertools.count[int] = field(default_factory=lambda: itertools.count(500_000))

    @property
    def me(self) -> Json:
        number = int(self.token.partition(":")[0])
        names = {"first_name": "Справка", "username": self.username}
        rights = {"can_join_groups": True, "can_read_all_group_messages": False}
        return {"id": number, "is_bot": True, **names, **rights, "supports_inline_queries": True}

    def next_id(self) -> int:
        return next(self._ids)

    def chat(self, chat_id: object) -> Json:
        """The chat of a call. Raises ApiError 400 if it is unknown."""
        number = chat_id if isinstance(chat_id, int) else int(str(chat_id).strip() or 0)
        if number in self.chats:
            return self.chats[number]
        if self.options.any_chat:
            return {"id": number, "type": "private" if number > 0 else "group"}
        raise bad_request("chat not found")

    async def push(self, update: Json) -> int:
        """Queue an update; returns its id, or 0 if the bot has not asked for updates of this kind."""
        kind = next(iter(update))
        wanted = kind not in NOT_BY_DEFAULT if self.allowed is None else kind in self.allowed
        self._register(update)
        if not wanted:
            return 0
        update_id = next(self._update_ids)
        async with self.changed:
            self.updates[update_id] = {"update_id": update_id, **update}
            self.changed.notify_all()
        return update_id

    def _register(self, update: Json) -> None:
        """Chats, messages and queries in an update exist from then on."""
        body = next(iter(update.values()))
        message = body if "message_id" in body else body.get("message")
        if message and "chat" in message:
            self.chats.setdefault(message["chat"]["id"], message["chat"])
            self.messages.setdefault((message["chat"]["id"], message["message_id"]), message)
        elif "chat" in body:
            self.chats.setdefault(body["chat"]["id"], body["chat"])
        if "guest_message" in update:
            self.queries[body["guest_query_id"]] = body
        if "callback_query" in update or "inline_query" in update:
            self.queries[body["id"]] = body

    async def store(self, message: Json) -> Json:
        async with self.changed:
            number = message["message_id"] or -message["ephemeral_message_id"]
            self.messages[message["chat"]["id"], number] = message
            self.sent[message["chat"]["id"]] += 1
            while len(self.messages) > self.options.keep:
                self.messages.popitem(last=False)
            self.changed.notify_all()
        return message

    async def notify(self) -> None:
        async with self.changed:
            self.changed.notify_all()

    def busiest_second(self) -> int:
        """The maximum of send requests in any sliding second."""
        times, most, start = self.send_times, 0, 0
        for end, at in enumerate(times):
            while times[start] <= at - 1.0:
                start += 1
            most = max(most, end - start + 1)
        return most

    def over_limit(self) -> bool:
        limit = self.options.limit_per_second
        now = time.monotonic()
        return bool(limit) and len(self.send_times) > limit and self.send_times[-limit - 1] > now - 1.0
