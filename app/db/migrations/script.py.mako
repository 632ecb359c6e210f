"""${message}.

Why: ${"say what could not be done before"}

Data: ${"say what happens to rows that exist"} Locks: ${"say which tables are locked, and how long"}
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Apply."""
    ${upgrades if upgrades else "pass"}
