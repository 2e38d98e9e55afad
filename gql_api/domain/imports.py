"""Imports: listings of one file, each on its way to its own yes; and the plan over the days.

Values only. A row goes from its file to a preparation, whose job says everything further: what a
row's stage is follows from both.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from browser.listing import Listing
from browser.messages import Message, Text
from gql_api.domain.job import ACTIVE, ENDED, Job, JobState

DAY: Final = timedelta(days=1)
Problem = Mapping[str, str]


class RowState(StrEnum):
    """What was decided of a row."""

    BAD = "bad"
    HELD = "held"
    WAITING = "waiting"
    STARTED = "started"
    SKIPPED = "skipped"


class Stage(StrEnum):
    """Where a row is now, for people."""

    BAD = "bad"
    HELD = "held"
    WAITING = "waiting"
    PREPARING = "preparing"
    QUESTIONS = "questions"
    PREPARED = "prepared"
    EXPIRED = "expired"
    ATTENTION = "attention"
    CLICKED = "clicked"
    SKIPPED = "skipped"
    GONE = "gone"


_STAGES: Final = {
    JobState.AWAITING_ANSWERS: Stage.QUESTIONS,
    JobState.AWAITING_CONFIRMATION: Stage.PREPARED,
    JobState.EXPIRED: Stage.EXPIRED,
    JobState.FAILED: Stage.ATTENTION,
    JobState.DONE: Stage.ATTENTION,
    JobState.CANCELLED: Stage.SKIPPED,
}


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One listing of an import. `line` is where it stands in the file; `problems` make it bad.

    `planned_at` is the earliest moment at which it is prepared, as the daily budget allows. `job`
    prepares it; it is `clicked` once a yes to it may have left. `publish` is the newest yes to it,
    without dry runs. `tries` counts what was skipped and approved again.
    """

    import_id: str
    line: int
    state: RowState
    listing: Listing | None = None
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    planned_at: datetime | None = None
    position: int | None = None
    tries: int = 0
    job_id: str | None = None
    job: Job | None = None
    publish: Job | None = None
    clicked: bool = False

    @property
    def stage(self) -> Stage:
        if self.state is not RowState.STARTED:
            return Stage(self.state)
        if self.clicked:
            return Stage.CLICKED
        if self.job is None:
            return Stage.GONE
        if self.job.is_active:
            return Stage.PREPARING
        if self._was_refused(self.job):
            return Stage.ATTENTION
        return _STAGES[self.job.state]

    def _was_refused(self, job: Job) -> bool:
        """Whether a yes to what was prepared last came to nothing, but for being taken back."""
        yes = self.publish
        if yes is None or yes.prepare_revision != job.revision:
            return False
        return yes.state in (JobState.DONE, JobState.FAILED)

    @property
    def next_job_id(self) -> str:
        """The id of the job that prepares it: whoever starts it names the same one."""
        named = f"fripier/import/{self.import_id}/{self.line}/{self.tries}"
        return hashlib.sha256(named.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Import:
    """A file of listings. `unread` are the headers of columns that no listing has.

    Of one that was only looked at nothing is `kept`, and its id names nothing. `paused` says why
    no row is prepared now, where a person has to act first.
    """

    id: str
    account: str
    origin: str
    name: str
    created_at: datetime
    rows: tuple[ImportRow, ...] = ()
    unread: tuple[str, ...] = ()
    paused: Text | None = None
    kept: bool = True

    @property
    def counts(self) -> Mapping[Stage, int]:
        """How many rows are at each stage."""
        return Counter(row.stage for row in self.rows)

    @property
    def done(self) -> bool:
        """Whether nothing of it waits: neither to be prepared nor for its person."""
        over = {Stage.BAD, Stage.CLICKED, Stage.SKIPPED, Stage.GONE}
        return all(row.stage in over for row in self.rows)

    def paused_by(self, why: Text | None) -> "Import":
        waits = any(row.state is RowState.WAITING for row in self.rows)
        return replace(self, paused=why if waits else None)


def planned(
    now: datetime,
    limit: int | None,
    clicks: Sequence[datetime],
    open_forms: int,
    count: int,
    *,
    first: datetime | None = None,
    pause: timedelta = timedelta(),
) -> list[datetime]:
    """When each of the next `count` listings can be prepared, at most `limit` in any 24 hours.

    `clicks` are those of the last day; a form that waits for its yes takes a place from now on.
    None is before `first`, and a `pause` lies between two.
    """
    free = sorted([*(at + DAY for at in clicks), *[now + DAY] * open_forms])
    found: list[datetime] = []
    earliest = max(now, first or now)
    for _ in range(count):
        is_full = limit is not None and len(free) >= limit
        at = max(earliest, free[-limit]) if limit is not None and is_full else earliest
        found.append(at)
        earliest = at + pause
        free.append(at + DAY)
    return found


def kept_plan(
    now: datetime, told: Sequence[datetime | None], new: Sequence[datetime]
) -> list[datetime]:
    """What was told counts, unless it has become possible earlier or has passed in vain.

    Behind a row whose time has passed in vain nothing that was told can be kept either.
    """
    found: list[datetime] = []
    is_late = False
    for before, at in zip(told, new, strict=True):
        is_late = is_late or (before is not None and before <= now < at)
        kept = before is not None and now < before < at and not is_late
        found.append(before if before is not None and kept else at)
    return found


@dataclass(frozen=True, slots=True)
class Standing:
    """What an account's rows wait for: `open` are those that wait for their person, by state.

    `origin` is the market of the row whose turn it is; `ahead` so many may be open at once.
    """

    origin: str | None
    open: Mapping[JobState, int]
    ahead: int

    @property
    def said(self) -> Message | None:
        """That nothing goes on before the person has acted; None while something does."""
        count = sum(self.open.values())
        if count < self.ahead or ACTIVE & self.open.keys():
            return None
        over = sum(self.open.get(state, 0) for state in ENDED)
        return Message(
            "{count} listings of this account wait for you, {over} of which ran out or failed: "
            "publish, renew or skip one of them, and the next one is prepared.",
            count=count,
            over=over,
        )
