"""Keep accounts and the invites by which they are made.

Why: in shared mode several people study at one site, each with a name and a password, as a learner
or as an author. An account's id is its learner's, so that what was kept by learner needs no change.
Passwords are kept as argon2id hashes; recovery codes and invites as digests.

Data: none yet; the learner of a personal installation has no account. Locks: none (new tables).
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "accounts",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("key", sa.String(160), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("password", sa.String(255), nullable=False),
        sa.Column("recovery", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("learner", name="pk_accounts"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_accounts_learner"),
        sa.UniqueConstraint("key", name="uq_accounts_key"),
    )
    op.create_table(
        "invites",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("made_by", sa.String(64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_invites"),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.learner"], name="fk_invites_made_by"),
        sa.UniqueConstraint("digest", name="uq_invites_digest"),
    )
