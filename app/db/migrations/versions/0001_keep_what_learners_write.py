"""Keep what learners write: attempts with their reports, notes, drafts, reveals.

Why: an answer is worth something only if it can be looked at again beside what was said about it.
Each attempt keeps the digest of the rubric that scored it, so that an old score can be told from a
new one after the rubric changes. Every row has a learner, so that several can share a database.

Data: adds the one learner of a personal installation. Locks: none (new tables).
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables and the first learner."""
    learners = op.create_table(
        "learners",
        sa.Column("id", sa.String(64), nullable=False),
        _moment("created_at"),
        sa.PrimaryKeyConstraint("id", name="pk_learners"),
    )
    op.execute(learners.insert().values(id="personal", created_at=sa.func.current_timestamp()))
    _create_attempts()
    _create_notes()
    _create_drafts()
    _create_reveals()


def _create_attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.String(32), nullable=False),
        _learner(),
        sa.Column("question", sa.String(64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("rubric_digest", sa.String(80), nullable=False),
        sa.Column("band", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        _moment("created_at"),
        sa.Column("form_token", sa.String(64), nullable=False),
        sa.Column("form_revision", sa.BigInteger(), nullable=False),
        sa.Column("submission", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
        _belongs_to_learner("attempts"),
        sa.UniqueConstraint("learner", "submission", name="uq_attempts_learner_submission"),
        sa.UniqueConstraint(
            "learner", "question", "ordinal", name="uq_attempts_learner_question_ordinal"
        ),
    )
    op.create_index("ix_attempts_learner_created_at", "attempts", ["learner", "created_at"])


def _create_notes() -> None:
    op.create_table(
        "notes",
        sa.Column("attempt", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(160), nullable=False),
        _learner(),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _moment("written_at"),
        sa.PrimaryKeyConstraint("attempt", "subject", name="pk_notes"),
        sa.ForeignKeyConstraint(
            ["attempt"], ["attempts.id"], name="fk_notes_attempt", ondelete="CASCADE"
        ),
        _belongs_to_learner("notes"),
    )


def _create_drafts() -> None:
    op.create_table(
        "drafts",
        _learner(),
        sa.Column("question", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("form_token", sa.String(64), nullable=False),
        sa.Column("form_revision", sa.BigInteger(), nullable=False),
        _moment("saved_at"),
        sa.PrimaryKeyConstraint("learner", "question", name="pk_drafts"),
        _belongs_to_learner("drafts"),
    )


def _create_reveals() -> None:
    op.create_table(
        "reveals",
        _learner(),
        sa.Column("question", sa.String(64), nullable=False),
        _moment("revealed_at"),
        sa.PrimaryKeyConstraint("learner", "question", name="pk_reveals"),
        _belongs_to_learner("reveals"),
    )


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _learner() -> sa.Column[str]:
    return sa.Column("learner", sa.String(64), nullable=False)


def _belongs_to_learner(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["learner"], ["learners.id"], name=f"fk_{table}_learner")
