"""Alarms of the gate that editors settled, and expiries that they were told of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.sql_time import Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "settled_alarms",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("verdict", sa.String(200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("key", "verdict", name="pk_settled_alarms"),
    )
    op.create_table(
        "told_expiries",
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_told_expiries"),
    )


def downgrade() -> None:
    op.drop_table("told_expiries")
    op.drop_table("settled_alarms")
