"""What follows a page of a list, newest first: by the moment, and in one moment by the id.

Lists are ordered so where they are asked for; what a cursor looks like is `domain.pages`' matter.
"""

import sqlalchemy as sa

from gql_api.domain.pagination import PageStart


def follows(start: PageStart, table: sa.Table) -> sa.ColumnElement[bool]:
    """That a row comes after the last one of the page before."""
    older: sa.ColumnElement[bool] = table.c.created_at < start.created_at
    if start.id is None:
        return older
    same = sa.and_(table.c.created_at == start.created_at, table.c.id < start.id)
    return sa.or_(older, same)
