"""How long the yeses of an account may still be given: prolonged while it cannot work.

A confirm token is sealed with its end; what is stored with its preparation may be later, and
counts. Reading a token is the matter of `confirm_token`, admitting its yes that of `admission`.
"""

import json
from datetime import datetime

import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.job_mapper import result_text
from gql_api.db.publishing.publish_intents import ADMISSION
from gql_api.db.tables import jobs, runs
from gql_api.domain.job import JobState


class ConfirmationStore:
    """The preparations of one database that wait for a yes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def prolong(self, account: str, until: datetime) -> int:
        """Let every yes that the account waits for be given until then; says how many."""
        waiting = (
            sa.select(jobs.c.id, jobs.c.revision, runs.c.result)
            .join(runs, sa.and_(runs.c.job_id == jobs.c.id, runs.c.revision == jobs.c.revision))
            .where(jobs.c.account == account, jobs.c.state == JobState.AWAITING_CONFIRMATION)
            .where(jobs.c.expires_at < until)
        )

        def work(tx: sa.Connection) -> int:
            rows = tx.execute(waiting).all()
            for row in rows:
                tx.execute(sa.update(jobs).where(jobs.c.id == row.id).values(expires_at=until))
                if row.result is not None:
                    _prolong_result(tx, row.id, row.revision, row.result, until)
            return len(rows)

        return await self._database.write(work, turn=ADMISSION)


def _prolong_result(
    tx: sa.Connection, job_id: str, revision: int, text: str, until: datetime
) -> None:
    result = result_text.dump_python(result_text.validate_json(text), mode="json")
    # As compact as it was written: lists look into the text.
    changed = json.dumps(result | {"expires_at": until.isoformat()}, separators=(",", ":"))
    of_run = sa.and_(runs.c.job_id == job_id, runs.c.revision == revision)
    tx.execute(sa.update(runs).where(of_run).values(result=changed))
