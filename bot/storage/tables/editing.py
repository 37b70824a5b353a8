"""Editors' roles, the audit log, proposals, unfinished forms, messages to editors and their settings."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.storage.tables.metadata import METADATA, RowId
from bot.storage.tables.sql_time import Instant

roles = Table(
    "roles",
    METADATA,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(120), nullable=False),
    # editor or reviewer; owners are set in ADMIN_IDS.
    Column("role", String(16), nullable=False),
    Column("given_by", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
)

audit = Table(
    "audit",
    METADATA,
    Column("id", RowId, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("name", String(120), nullable=False),
    Column("action", String(16), nullable=False),
    Column("subject", String(40), nullable=False),
    Column("detail", Text, nullable=False),
)

proposals = Table(
    "proposals",
    METADATA,
    Column("id", RowId, primary_key=True),
    # Rows of {kind, id, before, after}, as in `changes`.
    Column("changes", JSON, nullable=False),
    Column("author_id", BigInteger, nullable=False),
    Column("author", String(120), nullable=False),
    # chat, undo, import, inbox, settle or article.
    Column("origin", String(16), nullable=False),
    Column("why", Text, nullable=False),
    # Depends on the origin: the revision undone, the waiting version, the inbox group.
    Column("reference", String(40), nullable=False),
    Column("base_revision", BigInteger, nullable=False),
    # draft, awaiting-approval, published or dropped.
    Column("state", String(20), nullable=False),
    Column("at", Instant, nullable=False),
    # What the gate found when it last examined the proposal.
    Column("summary", JSON(none_as_null=True)),
    Column("revision", BigInteger, ForeignKey("revisions.number")),
    Index(None, "state", "id"),
    Index(None, "author_id"),
)

settled_alarms = Table(
    "settled_alarms",
    METADATA,
    # The equivalence key of the question, and what its reply then says.
    Column("key", String(64), primary_key=True),
    Column("verdict", String(200), primary_key=True),
    Column("text", Text, nullable=False),
    Column("by", String(120), nullable=False),
    Column("at", Instant, nullable=False),
)

told_expiries = Table(
    "told_expiries",
    METADATA,
    # Kind and id of the entity, and its `until`.
    Column("key", String(120), primary_key=True),
    Column("at", Instant, nullable=False),
)

unfinished_forms = Table(
    "unfinished_forms",
    METADATA,
    Column("id", RowId, primary_key=True),
    Column("user_id", BigInteger, nullable=False),
    # The data of the dialog: the draft, the open field, the fields still to ask.
    Column("body", JSON, nullable=False),
    Column("at", Instant, nullable=False),
    Index(None, "user_id", "id"),
)

editor_settings = Table(
    "editor_settings",
    METADATA,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    # now, digest or never.
    Column("reports", String(8), nullable=False),
    # In the zone of the editors; NULL: no digest.
    Column("digest_hour", Integer),
    Column("at", Instant, nullable=False),
)

editor_messages = Table(
    "editor_messages",
    METADATA,
    Column("id", RowId, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    # report or digest, to an editor; retired, restored, fixed or kept, to a reader.
    Column("what", String(8), nullable=False),
    # The number of the report (also of fixed and kept), the day of the digest, or the id of the fact.
    Column("subject", String(40), nullable=False),
    # The time from which a digest counts.
    Column("since", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    # planned, claimed, sent, failed or cancelled.
    Column("state", String(10), nullable=False),
    Column("free_at", Instant, nullable=False),
    Column("claim", String(40)),
    Column("attempts", Integer, nullable=False),
    Column("reason", Text),
    Column("settled_at", Instant),
    Column("message_id", BigInteger),
    UniqueConstraint("chat_id", "what", "subject"),
    Index(None, "state", "due_at"),
)
