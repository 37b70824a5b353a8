"""Who has an update of the inbox, how often it was begun and answered; the processes that are alive."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.sql_time import Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("inbox") as table:
        table.add_column(sa.Column("owner", sa.String(120), nullable=False, server_default=""))
        table.add_column(sa.Column("starts", sa.Integer, nullable=False, server_default="0"))
        table.add_column(sa.Column("sends", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "processes",
        sa.Column("owner", sa.String(120), nullable=False),
        sa.Column("seen_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("owner", name="pk_processes"),
    )


def downgrade() -> None:
    op.drop_table("processes")
    with op.batch_alter_table("inbox") as table:
        for name in ("owner", "starts", "sends"):
            table.drop_column(name)
