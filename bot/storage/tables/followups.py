"""Chats, subscriptions, versions of what is followed, plans, notices, the outbox and the rate limiter.

The outbox has no foreign keys: moving an event with a million followers inserts a million
rows, and checking the keys would take longer than everything else.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.tables.metadata import METADATA, RowId
from bot.storage.tables.recent_sends import RecentSends
from bot.storage.tables.sql_time import Instant

_PLANNED = text("state = 'planned'")
_CLAIMED = text("state = 'claimed'")
_SETTLED = text("settled_at IS NOT NULL")

chats = Table(
    "chats",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    # active, blocked, deactivated, kicked or migrated.
    Column("state", String(16), nullable=False),
    Column("migrated_to", BigInteger),
    Column("zone", String(64)),
    # «22:00-08:00»; empty: no quiet hours; NULL: never chosen.
    Column("quiet", String(16)),
    Column("seen_at", Instant, nullable=False),
    # By the database's clock: nothing is sent to the chat before this.
    Column("ready_at", Instant, nullable=False),
)

schedules = Table(
    "schedules",
    METADATA,
    Column("id", Integer, primary_key=True),
    # SQLite does not enforce the length; its table need not be copied for a longer one.
    Column("rule", String(64).with_variant(String(255), "postgresql"), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("quiet", String(16), nullable=False),
    UniqueConstraint("rule", "zone", "quiet"),
)

subscriptions = Table(
    "subscriptions",
    METADATA,
    Column("id", RowId, primary_key=True),
    Column("chat_id", BigInteger, ForeignKey("chats.chat_id"), nullable=False),
    # event, chain (target: the chain's first event), fact, or declined: an event that the chat unfollowed,
    # of which its chain does not remind.
    Column("kind", String(8), nullable=False),
    Column("target", String(40), nullable=False),
    Column("schedule_id", Integer, ForeignKey("schedules.id"), nullable=False),
    # Paused by the reader.
    Column("paused", Boolean, nullable=False),
    # The bot cannot write to the chat: blocked, deactivated or kicked.
    Column("asleep", Boolean, nullable=False),
    # What fell due before this instant is not sent.
    Column("since", Instant, nullable=False),
    Column("created_by", BigInteger, nullable=False),
    Column("created_at", Instant, nullable=False),
    # The revision of the base at that time: changes of later revisions are sent.
    Column("revision", BigInteger, nullable=False),
    UniqueConstraint("chat_id", "kind", "target"),
    Index(None, "target", "kind", "schedule_id", "id"),
    Index(None, "created_by"),
)

subjects = Table(
    "subjects",
    METADATA,
    Column("kind", String(8), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("version", Integer, nullable=False),
    # Counts changes of the date only; reminders belong to one plan.
    Column("plan", Integer, nullable=False),
    Column("planned_at", Instant, nullable=False),
    Column("chain", String(40)),
    Column("body", JSON(none_as_null=True)),
)

subject_versions = Table(
    "subject_versions",
    METADATA,
    Column("kind", String(8), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("revision", BigInteger, nullable=False),
    Column("body", JSON(none_as_null=True)),
)

plans = Table(
    "plans",
    METADATA,
    Column("event_id", String(40), primary_key=True),
    Column("plan", Integer, primary_key=True),
    Column("schedule_id", Integer, ForeignKey("schedules.id"), primary_key=True),
    Column("until", Instant, nullable=False),
    # The event has passed in this schedule's zone, and late followers were told.
    Column("closed", Boolean, nullable=False),
)

notices = Table(
    "notices",
    METADATA,
    Column("id", RowId, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("subject_id", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("revision", BigInteger, nullable=False),
    # The last subscription that has its row in the outbox.
    Column("reached", BigInteger, nullable=False),
    Column("done", Boolean, nullable=False),
    # Every row that the change made void is cancelled.
    Column("swept", Boolean, nullable=False),
    UniqueConstraint("kind", "subject_id", "version"),
)

told = Table(
    "told",
    METADATA,
    Column("subscription_id", BigInteger, primary_key=True, autoincrement=False),
    Column("subject_id", String(40), primary_key=True),
    Column("version", Integer, nullable=False),
)

outbox = Table(
    "outbox",
    METADATA,
    Column("id", RowId, primary_key=True),
    Column("subscription_id", BigInteger, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("subject_id", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("what", String(16), nullable=False),
    Column("due_at", Instant, nullable=False),
    # planned, claimed, sent, failed, cancelled, or held: a chosen moment while its subscription is paused
    # or its chat unreachable.
    Column("state", String(10), nullable=False),
    # By the database's clock: when a planned row may be claimed; when a claim's lease ends.
    Column("free_at", Instant, nullable=False),
    Column("claim", String(40)),
    Column("attempts", Integer, nullable=False),
    Column("reason", Text),
    Column("settled_at", Instant),
    Column("message_id", BigInteger),
    UniqueConstraint("subscription_id", "subject_id", "version", "what", "due_at", name="uq_outbox_once"),
    Index("ix_outbox_planned", "due_at", "id", postgresql_where=_PLANNED, sqlite_where=_PLANNED),
    Index("ix_outbox_claimed", "free_at", postgresql_where=_CLAIMED, sqlite_where=_CLAIMED),
    Index("ix_outbox_settled", "settled_at", postgresql_where=_SETTLED, sqlite_where=_SETTLED),
)

pace = Table(
    "pace",
    METADATA,
    Column("key", String(32), primary_key=True),
    # Seconds since 1970 by the database's clock: the next free slot, and the end of a pause
    # that Telegram asked for.
    Column("next_at", Double, nullable=False),
    Column("paused_until", Double, nullable=False),
    # The times of the latest sends, by the same clock.
    Column("recent", RecentSends, nullable=False),
)
