"""Messages to editors with their settings; unfinished forms; alerts of questions that are out of scope."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.metadata import RowId
from bot.storage.tables.sql_time import Instant

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("promises") as table:
        table.add_column(sa.Column("declined", sa.Boolean, nullable=False, server_default=sa.false()))
    with op.batch_alter_table("reports") as table:
        table.add_column(sa.Column("told", sa.Boolean, nullable=False, server_default=sa.false()))
    op.execute(sa.text("UPDATE reports SET told = :told").bindparams(sa.bindparam("told", True, sa.Boolean)))
    op.create_table(
        "unfinished_forms",
        sa.Column("id", RowId, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unfinished_forms"),
    )
    op.create_index("ix_unfinished_forms_user_id_id", "unfinished_forms", ["user_id", "id"])
    op.create_table(
        "editor_settings",
        sa.Column("user_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("reports", sa.String(8), nullable=False),
        sa.Column("digest_hour", sa.Integer, nullable=True),
        sa.Column("at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_editor_settings"),
    )
    op.create_table(
        "editor_messages",
        sa.Column("id", RowId, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("what", sa.String(8), nullable=False),
        sa.Column("subject", sa.String(40), nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.Column("due_at", Instant, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("free_at", Instant, nullable=False),
        sa.Column("claim", sa.String(40), nullable=True),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=True),
        sa.Column("settled_at", Instant, nullable=True),
        sa.Column("message_id", sa.BigInteger, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_editor_messages"),
        sa.UniqueConstraint("chat_id", "what", "subject", name="uq_editor_messages_chat_id_what_subject"),
    )
    op.create_index("ix_editor_messages_state_due_at", "editor_messages", ["state", "due_at"])


def downgrade() -> None:
    for name in ("editor_messages", "editor_settings", "unfinished_forms"):
        op.drop_table(name)
    with op.batch_alter_table("reports") as table:
        table.drop_column("told")
    with op.batch_alter_table("promises") as table:
        table.drop_column("declined")
