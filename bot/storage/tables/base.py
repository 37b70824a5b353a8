"""The fact base: current entities, append-only history, files as last imported, versions that wait."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from bot.storage.tables.metadata import METADATA, RowId
from bot.storage.tables.sql_time import Instant

pack = Table(
    "pack",
    METADATA,
    Column("pack_id", String(40), primary_key=True),
    Column("revision", BigInteger, nullable=False),
)

entities = Table(
    "entities",
    METADATA,
    Column("kind", String(16), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", JSON, nullable=False),
    Column("revision", BigInteger, nullable=False),
    # The last edit that readers can see; NULL while the entity is as in the source.
    Column("changed_at", Instant),
)

revisions = Table(
    "revisions",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("parent", BigInteger, ForeignKey("revisions.number")),
    Column("at", Instant, nullable=False),
    Column("author", String(120), nullable=False),
    Column("why", Text, nullable=False),
    Column("origin", String(16), nullable=False),
)

changes = Table(
    "changes",
    METADATA,
    Column("revision", BigInteger, ForeignKey("revisions.number"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Index(None, "kind", "id", "revision"),
)

imported = Table(
    "imported",
    METADATA,
    Column("kind", String(16), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("body", JSON, nullable=False),
)

waiting = Table(
    "waiting",
    METADATA,
    Column("number", RowId, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("id", String(40), nullable=False),
    Column("at", Instant, nullable=False),
    # The files' version that was not applied; NULL where the files removed the entity.
    Column("theirs", JSON(none_as_null=True)),
    Column("ours", JSON(none_as_null=True)),
    Column("told", Boolean, nullable=False),
    Column("settled_at", Instant),
    Column("settled_by", String(120)),
    Index(None, "kind", "id"),
)
