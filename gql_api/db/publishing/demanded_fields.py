"""Fields that a market once demanded by refusing a listing: one row for a category's field.

Holds the codes of fields and nothing of the listing or the account that met the refusal, so that
nobody can see whose it was. When one is learnt or forgotten is said by `workflows.demands`.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.tables import demands

LASTING: Final = timedelta(days=30)
"""How long a demand is believed; the site may have changed its mind since."""


class DemandStore:
    """The demands of the markets, over all accounts."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def learn(self, market: str, category: str, fields: Collection[str]) -> None:
        """Remember that the market refused a listing of the category without these."""
        now = self._now()
        rows = [
            {"market": market, "category": category, "field": name, "seen_at": now}
            for name in sorted(set(fields))
        ]
        if not rows:
            return

        def work(tx: sa.Connection) -> None:
            tx.execute(sa.delete(demands).where(*_of(market, category, fields)))
            tx.execute(sa.insert(demands), rows)

        await self._database.write(work, turn=f"demands/{market}")

    async def forget(self, market: str, category: str, fields: Collection[str]) -> None:
        """Forget demands: a listing of the category was published without these."""
        query = sa.delete(demands).where(*_of(market, category, fields))
        if fields:
            await self._database.write(lambda tx: tx.execute(query), turn=f"demands/{market}")

    async def of(self, market: str) -> Mapping[str, frozenset[str]]:
        """What a market has demanded within `LASTING`, by the id of the category."""
        query = sa.select(demands.c.category, demands.c.field).where(
            demands.c.market == market, demands.c.seen_at > self._now() - LASTING
        )
        found = defaultdict[str, set[str]](set)
        for category, field in await self._database.read(lambda tx: tx.execute(query).all()):
            found[category].add(field)
        return {category: frozenset(fields) for category, fields in found.items()}


def _of(market: str, category: str, fields: Collection[str]) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        demands.c.market == market,
        demands.c.category == category,
        demands.c.field.in_(list(fields)),
    )
