"""Conversations, updates received and handled, the question log, FSM state."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, Float, Index, Integer, String, Table, Text

from bot.storage.tables.metadata import METADATA, RowId
from bot.storage.tables.sql_time import Instant

conversations = Table(
    "conversations",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("body", JSON, nullable=False),
    Column("at", Instant, nullable=False),
)

updates = Table(
    "updates",
    METADATA,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False, index=True),
)

inbox = Table(
    "inbox",
    METADATA,
    Column("position", RowId, primary_key=True),
    Column("update_id", BigInteger, nullable=False, unique=True),
    Column("body", JSON, nullable=False),
    # The process that has it; how often its handling was begun; how often a reply may have been sent.
    Column("owner", String(120), nullable=False, server_default=""),
    Column("starts", Integer, nullable=False, server_default="0"),
    Column("sends", Integer, nullable=False, server_default="0"),
)

# Processes that share the inbox, seen by the database's clock.
processes = Table(
    "processes",
    METADATA,
    Column("owner", String(120), primary_key=True),
    Column("seen_at", Instant, nullable=False),
)

asked = Table(
    "asked",
    METADATA,
    Column("id", RowId, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("rule", String(64), nullable=False),
    Column("facts", JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("explanation", Text, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    # The question completed from the conversation, where it needed one.
    Column("understood", Text),
    # The reader's message; unknown of what was asked by a button, or before the column was added.
    Column("question_id", BigInteger),
    # The proposal that settles it, or when an editor closed it without one.
    Column("proposal", BigInteger),
    Column("closed_at", Instant),
    Index(None, "chat_id", "user_id", "id"),
    Index(None, "chat_id", "message_id"),
    Index(None, "user_id"),
)

fsm = Table(
    "fsm",
    METADATA,
    Column("key", String(255), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("state", String(255)),
    Column("data", JSON, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    Index(None, "user_id"),
)

links = Table(
    "links",
    METADATA,
    # A hash of the text: the same question has the same link.
    Column("key", String(32), primary_key=True),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False, index=True),
)
