"""Ends jobs that are not through by their deadline, wherever they wait.

Owns what may still be ended: nothing whose click may have been made. A single browser step has a
limit of its own in `workflows.context`; how a job ends by a person's wish is the service's matter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from gql_api.db.jobs import Change
from gql_api.db.publishing.publish_intents import BEFORE_THE_CLICK, IntentState
from gql_api.db.retention import AgingStore
from gql_api.domain import results
from gql_api.domain.job import JobState
from gql_api.jobs.engine import Engine
from gql_api.jobs.events import EventLog
from gql_api.jobs.open_forms import Parking

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """`patience` counts for jobs that were accepted by a release without deadlines."""

    aging: AgingStore
    events: EventLog
    engine: Engine
    parking: Parking
    patience: timedelta
    now: Callable[[], datetime]

    async def enforce(self) -> None:
        """End what is overdue: the account's place is free, and the yes counts again."""
        now, ended = self.now(), []
        for job_id, revision in await self.aging.overdue(now, accepted_before=now - self.patience):
            change = Change(
                JobState.FAILED,
                percent=100,
                result=results.failed("deadline"),
                settle=IntentState.FAILED,
                settle_from=BEFORE_THE_CLICK,
            )
            if await self.events.change(job_id, revision, change):
                log.warning("job_overdue", job_id=job_id)
                ended.append((job_id, revision))
        # The last first: none begins in the place of one that is ended with it.
        for job_id, revision in reversed(ended):
            await self.engine.cancel(f"{job_id}.{revision}")
            await self.parking.leave_job(job_id)
