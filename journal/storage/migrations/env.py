"""Alembic's way in: it works in the connection and the transaction that ``schema.migrate`` hands over."""

from alembic import context

from journal.domain import records, sharing_records  # noqa: F401, the tables must be known
from journal.domain.record import Record

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Record.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
