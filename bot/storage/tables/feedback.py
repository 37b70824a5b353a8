"""Ratings, error reports, answer alerts (`promises`) and near misses (questions out of scope for good)."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from bot.storage.tables.metadata import METADATA, RowId
from bot.storage.tables.sql_time import Instant

_OPEN = text("state IN ('waiting', 'planned', 'claimed')")

ratings = Table(
    "ratings",
    METADATA,
    Column("id", RowId, primary_key=True),
    Column("asked_id", BigInteger, ForeignKey("asked.id", ondelete="CASCADE"), nullable=False),
    # NULL once the rating is old and anonymised.
    Column("user_id", BigInteger),
    Column("good", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("asked_id", "user_id"),
    Index(None, "user_id"),
    Index(None, "at"),
)

reports = Table(
    "reports",
    METADATA,
    Column("id", RowId, primary_key=True),
    Column("asked_id", BigInteger, ForeignKey("asked.id", ondelete="CASCADE"), nullable=False),
    # NULL once the report is old and anonymised.
    Column("user_id", BigInteger),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
    # Editors who want to be told at once have their messages.
    Column("told", Boolean, nullable=False, server_default=false()),
    Index(None, "asked_id"),
    Index(None, "user_id"),
)

promises = Table(
    "promises",
    METADATA,
    Column("id", RowId, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("asked_id", BigInteger, nullable=False),
    Column("question", Text, nullable=False),
    # The equivalence key of the question: one alert per chat, however often it was asked.
    Column("key", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    # The newest revision of the base that was checked and does not answer it.
    Column("checked", BigInteger, nullable=False),
    # waiting (for an answer), then as in the outbox: planned, claimed, sent or failed.
    Column("state", String(10), nullable=False),
    Column("due_at", Instant),
    Column("free_at", Instant, nullable=False),
    Column("claim", String(40)),
    Column("attempts", Integer, nullable=False),
    Column("reason", Text),
    Column("settled_at", Instant),
    Column("message_id", BigInteger),
    # An editor said that the base will never answer it: the alert says so.
    Column("declined", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("chat_id", "key"),
    Index(None, "user_id"),
    Index("ix_promises_open", "state", "id", postgresql_where=_OPEN, sqlite_where=_OPEN),
)

near_misses = Table(
    "near_misses",
    METADATA,
    Column("key", String(64), primary_key=True),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
)
