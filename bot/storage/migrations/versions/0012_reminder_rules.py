"""Longer rules of reminders: they hold those asked for in words that count from the event."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQLite does not enforce the length.
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("schedules", "rule", type_=sa.String(255), existing_nullable=False)


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("schedules", "rule", type_=sa.String(64), existing_nullable=False)
