"""How sure a time expression is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    # What is stored already stays NULL until its article is read again. A plain ADD COLUMN copies no table.
    op.add_column("time_expression", sa.Column("confidence", sa.Float(), nullable=True))


def downgrade() -> None:
    op.drop_column("time_expression", "confidence")
