"""The reader's message of a question, by which any process finds the reply to an edited one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("asked", sa.Column("question_id", sa.BigInteger()))


def downgrade() -> None:
    op.drop_column("asked", "question_id")
