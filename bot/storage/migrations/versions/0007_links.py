"""Questions too long for a link, by the key that the link has instead."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.sql_time import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "links",
        sa.Column("key", sa.String(32), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False, index=True),
    )


def downgrade() -> None:
    op.drop_table("links")
