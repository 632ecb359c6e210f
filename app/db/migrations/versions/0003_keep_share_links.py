"""Keep the links by which a learner shows a report to others.

Why: a report can be shown to somebody who has no account, until the learner ends it. Of the secret
in a link only its SHA-256 is kept, so that a copy of the database opens no report.

Data: none yet. Locks: none (new table).
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table; a link goes with its attempt."""
    op.create_table(
        "shares",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("attempt", sa.String(32), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_shares"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_shares_learner"),
        sa.ForeignKeyConstraint(
            ["attempt"], ["attempts.id"], name="fk_shares_attempt", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("digest", name="uq_shares_digest"),
    )
