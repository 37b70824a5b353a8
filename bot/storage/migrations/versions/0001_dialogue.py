"""Conversations, handled updates, the question log, FSM state."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.metadata import RowId
from bot.storage.tables.sql_time import Instant

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "asked",
        sa.Column("id", RowId, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked")),
    )
    op.create_index(op.f("ix_asked_at"), "asked", ["at"], unique=False)
    op.create_index(op.f("ix_asked_chat_id_message_id"), "asked", ["chat_id", "message_id"], unique=False)
    op.create_index(op.f("ix_asked_chat_id_user_id_id"), "asked", ["chat_id", "user_id", "id"], unique=False)
    op.create_index(op.f("ix_asked_user_id"), "asked", ["user_id"], unique=False)

    op.create_table(
        "conversations",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "user_id", name=op.f("pk_conversations")),
    )
    op.create_table(
        "fsm",
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=255), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_fsm")),
    )
    op.create_index(op.f("ix_fsm_at"), "fsm", ["at"], unique=False)
    op.create_index(op.f("ix_fsm_user_id"), "fsm", ["user_id"], unique=False)

    op.create_table(
        "inbox",
        sa.Column("position", RowId, nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_inbox")),
        sa.UniqueConstraint("update_id", name=op.f("uq_inbox_update_id")),
    )
    op.create_table(
        "updates",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_updates")),
    )
    op.create_index(op.f("ix_updates_at"), "updates", ["at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_updates_at"), table_name="updates")

    op.drop_table("updates")
    op.drop_table("inbox")
    op.drop_index(op.f("ix_fsm_user_id"), table_name="fsm")
    op.drop_index(op.f("ix_fsm_at"), table_name="fsm")

    op.drop_table("fsm")
    op.drop_table("conversations")
    op.drop_index(op.f("ix_asked_user_id"), table_name="asked")
    op.drop_index(op.f("ix_asked_chat_id_user_id_id"), table_name="asked")
    op.drop_index(op.f("ix_asked_chat_id_message_id"), table_name="asked")
    op.drop_index(op.f("ix_asked_at"), table_name="asked")

    op.drop_table("asked")
