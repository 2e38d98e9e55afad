"""How alembic runs a migration: on the connection that it is given, within its transaction."""

from alembic import context

from gql_api.db.migrations import is_ours
from gql_api.db.migrations.rendering import render_item
from gql_api.db.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    include_name=is_ours,
    render_as_batch=True,  # SQLite changes a column by writing its table anew
    render_item=render_item,
)
context.run_migrations()
