"""Ratings, reports, answer alerts, near misses; the state of a question in the inbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.metadata import RowId
from bot.storage.tables.sql_time import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None
_OPEN = sa.text("state IN ('waiting', 'planned', 'claimed')")


def upgrade() -> None:
    op.add_column("asked", sa.Column("understood", sa.Text(), nullable=True))
    op.add_column("asked", sa.Column("proposal", sa.BigInteger(), nullable=True))
    op.add_column("asked", sa.Column("closed_at", Instant(), nullable=True))
    op.create_table(
        "ratings",
        sa.Column("id", RowId, nullable=False),
        sa.Column("asked_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("good", sa.Boolean(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_id"], ["asked.id"], name=op.f("fk_ratings_asked_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ratings")),
        sa.UniqueConstraint("asked_id", "user_id", name=op.f("uq_ratings_asked_id_user_id")),
    )
    op.create_index(op.f("ix_ratings_at"), "ratings", ["at"], unique=False)
    op.create_index(op.f("ix_ratings_user_id"), "ratings", ["user_id"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", RowId, nullable=False),
        sa.Column("asked_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_id"], ["asked.id"], name=op.f("fk_reports_asked_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_asked_id"), "reports", ["asked_id"], unique=False)
    op.create_index(op.f("ix_reports_user_id"), "reports", ["user_id"], unique=False)
    op.create_table(
        "promises",
        sa.Column("id", RowId, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_id", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("checked", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("free_at", Instant(), nullable=False),
        sa.Column("claim", sa.String(length=40), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promises")),
        sa.UniqueConstraint("chat_id", "key", name=op.f("uq_promises_chat_id_key")),
    )
    op.create_index(op.f("ix_promises_user_id"), "promises", ["user_id"], unique=False)
    op.create_index(
        "ix_promises_open",
        "promises",
        ["state", "id"],
        unique=False,
        postgresql_where=_OPEN,
        sqlite_where=_OPEN,
    )
    op.create_table(
        "near_misses",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_near_misses")),
    )


def downgrade() -> None:
    op.drop_table("near_misses")
    op.drop_index("ix_promises_open", table_name="promises", postgresql_where=_OPEN, sqlite_where=_OPEN)
    op.drop_index(op.f("ix_promises_user_id"), table_name="promises")
    op.drop_table("promises")
    op.drop_index(op.f("ix_reports_user_id"), table_name="reports")
    op.drop_index(op.f("ix_reports_asked_id"), table_name="reports")
    op.drop_table("reports")
    op.drop_index(op.f("ix_ratings_user_id"), table_name="ratings")
    op.drop_index(op.f("ix_ratings_at"), table_name="ratings")
    op.drop_table("ratings")
    for name in ("closed_at", "proposal", "understood"):
        op.drop_column("asked", name)
