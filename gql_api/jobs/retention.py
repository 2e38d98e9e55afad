"""Lets what has had its time go: jobs, questions, photos, pictures, and what a crash left behind.

Owns how long things are kept and how often that is looked at. Which rows may go is said by
`db.retention`, the files are those of `photos` and `screenshots`.
"""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from gql_api.db.jobs import Change
from gql_api.db.publishing.demanded_fields import LASTING
from gql_api.db.publishing.publish_intents import DOUBT
from gql_api.db.retention import BATCH, AgingStore, Removed
from gql_api.domain.job import JobState
from gql_api.jobs.engine import Engine
from gql_api.jobs.events import EventLog
from gql_api.media.photos import PhotoIntake
from gql_api.media.screenshots import Pictures

log = structlog.get_logger(__name__)

EVERY: Final = timedelta(hours=1)
FILES_EVERY: Final = timedelta(days=1)
ORPHAN_AGE: Final = timedelta(days=1)
"""A file without a row may be one whose row is just being written, and is not for so long."""
UNTOLD: Final = timedelta(days=2)
"""Senders give notices up after one; what waits longer is of a channel that is set no more."""
BATCHES: Final = 20
"""Of one kind in one go; what is left is taken up a few seconds later."""


@dataclass(frozen=True, slots=True)
class Ages:
    """How long things are kept: finished jobs, photos that no job needs, questions."""

    jobs: timedelta
    photos: timedelta
    answers: timedelta


class Retention:
    """Looks every hour; `now` is the clock, `met` tells of the pictures that sessions show."""

    def __init__(
        self,
        aging: AgingStore,
        events: EventLog,
        engine: Engine,
        intake: PhotoIntake,
        pictures: Pictures,
        *,
        met: Callable[[], Awaitable[set[str]]],
        ages: Ages,
        now: Callable[[], datetime],
    ) -> None:
        self._aging = aging
        self._events = events
        self._engine = engine
        self._intake = intake
        self._pictures = pictures
        self._met = met
        self._ages = ages
        self._now = now
        self._next = now()
        self._next_files = now()

    async def keep_house(self) -> None:
        """Let go what is due; does nothing within an hour of the last time."""
        now = self._now()
        if now < self._next:
            return
        gone = Counter[str]()
        for name, step in self._steps(now).items():
            for _ in range(BATCHES):
                if not (count := await step()):
                    break
                gone[name] += count
        if max(gone.values(), default=0) < BATCH * BATCHES:
            self._next = now + EVERY
        if now >= self._next_files:
            unfinished = await self._intake.tidy() + await self._pictures.tidy()
            gone += await self._sweep_files(now - ORPHAN_AGE)
            gone += Counter(unfinished_files=unfinished)
            self._next_files = now + FILES_EVERY
        if gone:
            log.info("aged_out", **gone)

    def _steps(self, now: datetime) -> dict[str, Callable[[], Awaitable[int]]]:
        """What to repeat until it finds nothing more, in order: a job goes with its run."""
        jobs_before = now - self._ages.jobs
        return {
            "questions": lambda: self._expire_questions(now - self._ages.answers),
            "listings": lambda: self._remove(self._aging.thin_listings, jobs_before),
            "jobs": lambda: self._remove(self._aging.remove_jobs, jobs_before),
            "imports": lambda: self._aging.remove_imports(jobs_before),
            "photos": lambda: self._remove_photos(now - self._ages.photos),
            "clicks": lambda: self._aging.remove_clicks(now - DOUBT),
            "demands": lambda: self._aging.remove_demands(now - LASTING),
            "notices": lambda: self._aging.drop_notices(now - UNTOLD),
            "console_sessions": lambda: self._aging.remove_console_sessions(now),
            "push_devices": lambda: self._aging.remove_devices(now),
            "runs": lambda: self._engine.forget(jobs_before, BATCH),
        }

    async def _expire_questions(self, before: datetime) -> int:
        expired = Change(JobState.EXPIRED, expect=frozenset({JobState.AWAITING_ANSWERS}))
        found = await self._aging.unanswered(before)
        return sum([await self._events.change(*run, expired) for run in found])

    async def _remove(
        self, remove: Callable[[datetime], Awaitable[Removed]], before: datetime
    ) -> int:
        removed = await remove(before)
        for picture_id in removed.pictures:
            await self._pictures.delete(picture_id)
        return removed.jobs

    async def _remove_photos(self, before: datetime) -> int:
        removed = await self._aging.remove_photos(before)
        for photo_id in removed:
            await self._intake.delete(photo_id)
        return len(removed)

    async def _sweep_files(self, before: datetime) -> Counter[str]:
        """Delete the files that no row names.

        Only what was written since the oldest row: a database that is new, or another than the
        one that the files belong to, has no say in what was there before it.
        """
        gone = Counter[str]()
        since = await self._aging.oldest()
        if since is None:
            return gone
        photos = sorted(await self._intake.taken(since, before))
        for start in range(0, len(photos), BATCH):
            for photo_id in await self._aging.unknown_photos(photos[start : start + BATCH]):
                gone["photo_files"] += await self._intake.delete(photo_id)
        if pictures := await self._pictures.kept(since, before):
            named = await self._aging.named_pictures() | await self._met()
            for picture_id in pictures - named:
                gone["picture_files"] += await self._pictures.delete(picture_id)
        return +gone
