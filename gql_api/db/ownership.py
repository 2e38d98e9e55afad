"""What an owner has, counted and looked for over several tables."""

from collections.abc import Collection

import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.db.tables import intents, jobs, runs


class OwnerStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def jobs(self, owner: str) -> dict[str, int]:
        """How many jobs of the owner are in each state."""
        query = (
            sa.select(jobs.c.state, sa.func.count())
            .where(jobs.c.owner == owner)
            .group_by(jobs.c.state)
        )
        rows = await self._database.read(lambda tx: tx.execute(query).all())
        return {state: count for state, count in rows}

    async def published(self, owner: str) -> int:
        """How many yeses of the owner were carried out."""
        query = (
            sa.select(sa.func.count())
            .select_from(intents.join(jobs, intents.c.publish_id == jobs.c.id))
            .where(jobs.c.owner == owner, intents.c.state == IntentState.DONE)
        )
        return await self._database.read(lambda tx: tx.execute(query).scalar_one())

    async def among(self, job_ids: Collection[str], owner: str) -> frozenset[str]:
        """Those of the jobs that are the owner's."""
        query = sa.select(jobs.c.id).where(jobs.c.id.in_(list(job_ids)), jobs.c.owner == owner)
        return frozenset(await self._database.read(lambda tx: tx.scalars(query).all()))

    async def shows(self, picture_id: str, owner: str) -> bool:
        """Whether a job of the owner shows the picture, in a result or just before its click."""
        mine = jobs.c.owner == owner
        results = sa.select(runs.c.job_id).join(jobs, runs.c.job_id == jobs.c.id)
        clicks = sa.select(intents.c.publish_id).join(jobs, intents.c.publish_id == jobs.c.id)
        found = sa.union_all(
            results.where(mine, runs.c.result.contains(f'"{picture_id}"', autoescape=True)),
            clicks.where(mine, intents.c.picture_id == picture_id),
        ).limit(1)
        return await self._database.read(lambda tx: tx.execute(found).first()) is not None
