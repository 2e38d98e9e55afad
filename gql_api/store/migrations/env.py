"""How alembic runs a migration: on the connection that it is given, within its transaction."""

from alembic import context

from gql_api.store.migrations import is_ours
from gql_api.store.migrations.rendering import render_item
from gql_api.store.tables import metadata
from gql_api.store.versions import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    include_name=is_ours,
    render_as_batch=True,  # SQLite changes a column by writing its table anew
    render_item=render_item,
)
context.run_migrations()
