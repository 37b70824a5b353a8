"""The fact base: entities, revisions, files as imported, versions that wait."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.metadata import RowId
from bot.storage.tables.sql_time import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "entities",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_entities")),
    )
    op.create_table(
        "imported",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_imported")),
    )
    op.create_table(
        "pack",
        sa.Column("pack_id", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("pack_id", name=op.f("pk_pack")),
    )
    op.create_table(
        "revisions",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("parent", sa.BigInteger(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("author", sa.String(length=120), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["parent"], ["revisions.number"], name=op.f("fk_revisions_parent")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_revisions")),
    )
    op.create_table(
        "waiting",
        sa.Column("number", RowId, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("theirs", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("ours", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.Column("settled_by", sa.String(length=120), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_waiting")),
    )
    op.create_index(op.f("ix_waiting_kind_id"), "waiting", ["kind", "id"], unique=False)

    op.create_table(
        "changes",
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["revision"], ["revisions.number"], name=op.f("fk_changes_revision")),
        sa.PrimaryKeyConstraint("revision", "kind", "id", name=op.f("pk_changes")),
    )
    op.create_index(op.f("ix_changes_kind_id_revision"), "changes", ["kind", "id", "revision"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_changes_kind_id_revision"), table_name="changes")

    op.drop_table("changes")
    op.drop_index(op.f("ix_waiting_kind_id"), table_name="waiting")

    op.drop_table("waiting")
    op.drop_table("revisions")
    op.drop_table("pack")
    op.drop_table("imported")
    op.drop_table("entities")
