"""How Alembic meets our database: on the open connection that `schema.migrate` hands it."""

from alembic import context

from jobquality.store.rows import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
