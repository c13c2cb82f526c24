"""Runs migrations on the connection that ``app.kernel.db`` hands over; each migration is one transaction."""

from alembic import context

from models.entities import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transaction_per_migration=True,
    compare_type=True,
    include_name=lambda name, kind, _parents: (
        not (kind == "table" and str(name).startswith("search_fts"))
    ),
)
with context.begin_transaction():
    context.run_migrations()
