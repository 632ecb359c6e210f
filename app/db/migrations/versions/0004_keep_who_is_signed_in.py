"""Keep which browsers are signed in, and the links that open the author's pages.

Why: the author's pages of a personal installation open by a link that is printed where the program
was started, and only once; each browser that opened one can be signed out again. Rows and not
signed cookies, so that signing out ends it for every worker and for good. Of the secrets only
digests are kept, so that a copy of the database opens nothing.

Data: none yet. Locks: none (new tables).
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "sign_ins",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("browser", sa.String(80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sign_ins"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_sign_ins_learner"),
        sa.UniqueConstraint("digest", name="uq_sign_ins_digest"),
    )
    op.create_index("ix_sign_ins_learner", "sign_ins", ["learner"])
    op.create_table(
        "author_links",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_author_links"),
    )
