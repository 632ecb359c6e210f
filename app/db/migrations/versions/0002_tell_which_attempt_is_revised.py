"""Tell which attempt an answer revises.

Why: a report on a revised answer says what changed since the one it grew from, which need not be
the one before it. The draft remembers it too, so that a reload in between does not forget it.

No foreign key: SQLite could add one only by copying every answer there is. Deleting an attempt
empties the columns that name it (app/db/attempts.py).

Data: attempts and drafts that exist revise nothing, as far as anybody knows. Locks: on PostgreSQL
each table for a moment; SQLite adds a column without copying the table.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column to both tables."""
    for table in ("attempts", "drafts"):
        op.add_column(table, sa.Column("revises", sa.String(32), nullable=True))
