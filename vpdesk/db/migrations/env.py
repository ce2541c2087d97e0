"""What Alembic runs: the steps to the schema asked for, on the connection and in the transaction of whoever asked."""

from __future__ import annotations

from alembic import context

from vpdesk.db import register_tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=register_tables.SeriesRow.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
