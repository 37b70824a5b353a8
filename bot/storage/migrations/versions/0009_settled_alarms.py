"""Alarms of the gate of which an editor said that it should be so."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.sql_time import Instant

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


def downgrade() -> None:
    op.drop_table("settled_alarms")
