"""Clicks that outlive their account: when they were made, and whether the same content is meant.

Owns the rows. Which clicks are remembered so, and for how long, is decided by `forgotten_accounts`
and `publish_intents.DOUBT`; what a digest is made of by `domain.content_digest`.
"""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from gql_api.db.tables import forgotten_clicks


def put(tx: sa.Connection, publish_id: str, digest: str | None, at: datetime) -> None:
    """Remember a click; without a digest only that it counts for the limit of a minute."""
    values = {"publish_id": publish_id, "digest": digest, "acting_at": at}
    tx.execute(sa.insert(forgotten_clicks).values(**values))


def alike(
    tx: sa.Connection, digests: Sequence[str], since: datetime
) -> tuple[tuple[str, datetime], ...]:
    """The publishes with one of the digests since then, and when they clicked."""
    if not digests:
        return ()
    query = (
        sa.select(forgotten_clicks.c.publish_id, forgotten_clicks.c.acting_at)
        .where(forgotten_clicks.c.digest.in_(digests), forgotten_clicks.c.acting_at >= since)
        .order_by(forgotten_clicks.c.acting_at)
    )
    return tuple((row.publish_id, row.acting_at) for row in tx.execute(query))


def times(tx: sa.Connection, since: datetime) -> list[datetime]:
    """When clicks were made since then."""
    query = sa.select(forgotten_clicks.c.acting_at).where(forgotten_clicks.c.acting_at > since)
    return list(tx.scalars(query))
