"""The times of the latest sends, so that the rate limit holds in any second."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.recent_sends import RecentSends

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The row is created again with its list; a pause that is lost here Telegram asks for again.
    op.execute("DELETE FROM pace")
    with op.batch_alter_table("pace") as table:
        table.add_column(sa.Column("recent", RecentSends, nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("pace") as table:
        table.drop_column("recent")
