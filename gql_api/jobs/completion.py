"""How a run ends: its result, its state and what its intent then says, in one transaction.

Owns the one rule of a run that cannot go on: past the fence its outcome is unknown, before it
the run has failed and the yes is free again. What a result says is `results`' matter.
"""

from dataclasses import dataclass, field
from typing import Final

import structlog

from gql_api.db.jobs import Change
from gql_api.db.publishing.publish_intents import (
    BEFORE_THE_CLICK,
    UNSETTLED,
    IntentState,
    PublishStore,
)
from gql_api.domain import results
from gql_api.domain.job import ACTIVE, AWAITING, Job, JobKind, JobState, Outcome, Result
from gql_api.jobs.events import EventLog
from gql_api.observability.telemetry import Telemetry

log = structlog.get_logger(__name__)

CANCELLABLE: Final = ACTIVE | AWAITING
CANCELLED: Final = Change(
    JobState.CANCELLED, expect=CANCELLABLE, settle=IntentState.FAILED, settle_from=BEFORE_THE_CLICK
)
"""A job is taken back before its click."""


@dataclass(frozen=True, slots=True)
class Completion:
    """Ends runs and tells of it."""

    events: EventLog
    publishes: PublishStore
    telemetry: Telemetry = field(default_factory=Telemetry)

    async def end(
        self,
        job: Job,
        result: Result,
        state: JobState | None = None,
        *,
        settle: IntentState | None = None,
        settle_from: frozenset[IntentState] = frozenset(IntentState),
        seen: bool = True,
    ) -> bool:
        """Store the run's result and tell of it; False when the job has moved on.

        A publish settles its intent in the same transaction, so that no crash parts the two; when
        the intent is in none of `settle_from`, nothing is stored. An item that was not `seen` in
        the wardrobe goes on being watched.
        """
        state = state or _state_after(job, result)
        change = Change(
            state,
            percent=100,
            result=result,
            settle=settle,
            settle_from=settle_from,
            seen=seen,
        )
        told = await self.events.change(job.id, job.revision, change)
        log.info(
            "job_ended",
            state=state,
            outcome=result.outcome,
            reason=result.reason,
            problem=result.problem and result.problem.code,
            told=told,
        )
        if told:
            self.telemetry.ended(job, result)
        return told

    async def unknown(self, job: Job, reason: str) -> None:
        """After a click whose outcome cannot be found out: say so, and never click again."""
        await self.end(job, results.unknown(reason), settle=IntentState.UNKNOWN)

    async def not_clicked(self, job: Job, result: Result) -> bool:
        """End a run before its click: the yes is free again, unless another has clicked."""
        failed = IntentState.FAILED
        return await self.end(job, result, settle=failed, settle_from=BEFORE_THE_CLICK)

    async def stop(self, job: Job, result: Result) -> None:
        """End a run that cannot go on; past the fence that is the unknown, before it `result`."""
        if await self.was_clicked(job):
            await self.unknown(job, result.problem.code if result.problem else "stopped")
            return
        await self.not_clicked(job, result)

    async def was_clicked(self, job: Job) -> bool:
        """Whether the fence was passed and the outcome is not known."""
        return await self.publishes.state(job.id) in UNSETTLED


def _state_after(job: Job, result: Result) -> JobState:
    """Where a run leaves its job; a preparation that is not ready waits to be corrected."""
    if result.problem:
        return JobState.FAILED
    if job.kind is JobKind.PREPARE and result.outcome is Outcome.NOT_READY:
        return JobState.AWAITING_ANSWERS
    return JobState.DONE
