"""Run migrations on the connection that app/db/migrate.py hands over, in its transaction."""

from alembic import context

from app.db import account_tables  # noqa: F401 - its tables join the metadata
from app.db.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite changes a column by copying the table
    user_module_prefix="tables.",
)
with context.begin_transaction():
    context.run_migrations()
