"""How a drafted migration spells our column types, so that it needs nothing of ours later."""

from typing import Any, Literal

from gql_api.db.instants import Instant


def render_item(kind: str, item: Any, context: Any) -> str | Literal[False]:
    """The text of an item; False leaves it to alembic."""
    return "sa.BigInteger()" if kind == "type" and isinstance(item, Instant) else False
