"""Responses of the Bot API to one message, over HTTP, and the SendOutcome of each."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.demo.botapi.running import running
from bot.demo.botapi.state import TOKEN, ServerState
from bot.followups.send_outcome import (
    ChatMigrated,
    ChatUnreachable,
    Rejected,
    RetryAfter,
    SendOutcome,
    Sent,
    TemporaryFailure,
)
from bot.records.outbox import ChatState, Message, MessageKind
from bot.telegram.sending.connection import build_bot_without_retries
from bot.telegram.sending.reminders import ReminderSender

NOW = datetime(2027, 5, 14, 7, tzinfo=UTC)
EVENT = {"title": "Второй диалог", "when": "2027-06-14", "where": "Пекин"}
KICKED, BLOCKED, DEACTIVATED = ChatState.KICKED, ChatState.BLOCKED, ChatState.DEACTIVATED


def message() -> Message:
    names = {"id": 1, "subscription_id": 1, "chat_id": 7, "kind": "event", "subject_id": "dialogue-2"}
    kept = {"version": 1, "zone": "Europe/Moscow", "target": "event", "before": EVENT, "after": EVENT}
    return Message(**names, **kept, what=MessageKind.MONTH, due_at=NOW)  # type: ignore[arg-type]


async def outcome(**fault: Any) -> tuple[SendOutcome, int]:
    """The outcome of a send with this fault, and how many messages the chat got."""
    server = ServerState()
    server.options.any_chat = True
    async with running(server) as api:
        server.faults.order(method="sendMessage", **fault)
        bot = build_bot_without_retries(TOKEN, api.url)
        found = await ReminderSender(bot).send(message(), late=False, now=NOW)
        await bot.session.close()
    return found, server.sent[7]


async def test_a_429_that_names_no_time_is_waited_out() -> None:
    found, _ = await outcome(code=429, description="Too Many Requests")
    assert isinstance(found, RetryAfter)
    assert found.seconds >= 1


@pytest.mark.parametrize(
    "fault",
    [
        {"code": 500},
        {"code": 502, "kind": "html"},
        {"code": 200, "kind": "html"},
        {"kind": "reset"},
        {"code": 401, "description": "Unauthorized"},
        {"code": 404, "description": "Not Found"},
        {"code": 409, "description": "Conflict"},
    ],
)
async def test_temporary_errors_are_retried(fault: dict[str, Any]) -> None:
    found, _ = await outcome(**fault)
    assert isinstance(found, TemporaryFailure)


@pytest.mark.parametrize(
    ("code", "description", "state"),
    [
        (403, "Forbidden: bot was blocked by the user", BLOCKED),
        (403, "Forbidden: user is deactivated", DEACTIVATED),
        (403, "Forbidden: bot was kicked from the group chat", KICKED),
        (403, "Forbidden: bot was kicked from the supergroup chat", KICKED),
        (403, "Forbidden: bot is not a member of the supergroup chat", KICKED),
        (403, "Forbidden: bot can't initiate conversation with a user", KICKED),
        (400, "Bad Request: chat not found", KICKED),
        (400, "Bad Request: have no rights to send a message", KICKED),
        (400, "Bad Request: not enough rights to send text messages to the chat", KICKED),
        (400, "Bad Request: PEER_ID_INVALID", KICKED),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN", KICKED),
    ],
)
async def test_a_closed_chat_is_unreachable(code: int, description: str, state: ChatState) -> None:
    found, _ = await outcome(code=code, description=description)
    assert found == ChatUnreachable(state=state)


async def test_a_pause_a_migration_and_a_rejection_are_told_apart() -> None:
    silence, _ = await outcome(code=429, description="Too Many Requests: retry after 7", retry_after=7)
    assert silence == RetryAfter(seconds=7)
    move = "Bad Request: group chat was upgraded to a supergroup chat"
    moved, _ = await outcome(code=400, description=move, migrate_to=-1001)
    assert moved == ChatMigrated(chat_id=-1001)
    refused, _ = await outcome(code=400, description="Bad Request: message text is empty")
    assert isinstance(refused, Rejected)


async def test_a_malformed_response_to_a_sent_message_does_not_send_it_again() -> None:
    found, got = await outcome(kind="odd")
    assert isinstance(found, Sent)
    assert got == 1
