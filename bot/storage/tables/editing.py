"""Editors' roles, the audit log and proposals."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Index, String, Table, Text

from bot.storage.sql_time import Instant
from bot.storage.tables.metadata import METADATA, RowId

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
