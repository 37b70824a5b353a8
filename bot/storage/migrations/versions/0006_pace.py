"""The moments at which messages were sent last, for a pace that holds in any second."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.recent_sends import RecentSends

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A pause that Telegram asked for is asked for again; the row is made anew with its list.
    op.execute("DELETE FROM pace")
    with op.batch_alter_table("pace") as table:
        table.add_column(sa.Column("recent", RecentSends, nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("pace") as table:
        table.drop_column("recent")
