"""An outbox, jobs whose results are told, and receivers on loopback."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from browser.listing import Listing, Price
from gql_api.db.database import Database
from gql_api.db.jobs import Change, JobStore
from gql_api.db.notices.outbox import Audience, NoticeStore
from gql_api.domain.job import Job, JobKind, JobState, Outcome, Problem, Result
from gql_api.listings.admission import new_job
from tests.gql_api.db.conftest import LISTING, Clock
from tests.gql_api.notices.receivers import Receiver

TITLE, DESCRIPTION = "Vareuse brodée unique", "Portée deux fois à Biarritz"
ACCOUNT, MEMBER = "boutique-annemarie", "annemarie_lyon"
PLANTED: Listing = replace(
    LISTING, title=TITLE, description=DESCRIPTION, price=Price(Decimal("123.45"), "EUR")
)
READY = Change(
    JobState.AWAITING_CONFIRMATION, result=Result(outcome=Outcome.PREPARED, username=MEMBER)
)
QUESTION = Change(JobState.AWAITING_ANSWERS, result=Result(outcome=Outcome.NOT_READY))
PUBLISHED = Change(
    JobState.DONE, result=Result(outcome=Outcome.PUBLISHED, username=MEMBER, listing_id="77")
)
HELD = Change(JobState.DONE, result=Result(outcome=Outcome.HELD_FOR_REVIEW, listing_id="77"))
COPIES = Change(JobState.DONE, result=Result(outcome=Outcome.DUPLICATED, listing_id="77"))
REFUSED = Change(JobState.DONE, result=Result(outcome=Outcome.REJECTED_BY_SITE))
CHANGED = Change(JobState.DONE, result=Result(outcome=Outcome.NOT_READY, reason="form_changed"))
UNKNOWN = Change(JobState.DONE, result=Result(outcome=Outcome.OUTCOME_UNKNOWN))
OBSTACLE = Change(JobState.DONE, result=Result(outcome=Outcome.NEEDS_MANUAL))
EXPIRED = Change(JobState.FAILED, result=Result(problem=Problem("session_expired", "It ended.")))


EVERY_CHANNEL = Audience(everybody=("webhook",), operator=("ntfy", "email"))


@dataclass
class Told:
    """A database of jobs, and the outbox that their results are written to."""

    database: Database
    clock: Clock
    audience: Audience = EVERY_CHANNEL

    @property
    def store(self) -> NoticeStore:
        return NoticeStore(self.database, self.clock, self.audience)

    @property
    def jobs(self) -> JobStore:
        return JobStore(self.database, self.clock, self.store.write)

    async def job(
        self, *changes: Change, account: str = ACCOUNT, kind: JobKind = JobKind.PREPARE
    ) -> Job:
        """A job to which these things happen."""
        job = new_job(kind, account, "https://www.vinted.fr", PLANTED, self.clock())
        stored, _ = await self.jobs.accept(job, key=None)
        for change in changes:
            await self.change(stored, change)
        return stored

    async def change(self, job: Job, change: Change) -> None:
        anyhow = replace(change, expect=frozenset(JobState))
        assert await self.jobs.change(job.id, job.revision, anyhow)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def told(tmp_path: Path, clock: Clock) -> AsyncIterator[Told]:
    database = Database(f"sqlite:///{tmp_path}/fripier.db")
    await database.open()
    yield Told(database, clock)
    await database.close()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with Receiver().open() as listening:
        yield listening
