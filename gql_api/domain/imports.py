"""Imports: listings of one file, each on its way to its own yes; and the plan over the days.

Values only. A row goes from its file to a preparation, whose job says everything further: what a
row's stage is follows from both.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from browser.listing import Listing
from browser.messages import Message, Text
from gql_api.domain.job import ACTIVE, ENDED, Job, JobState

_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
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
    PUBLISHING = "publishing"
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


OVER: Final = frozenset({Stage.BAD, Stage.CLICKED, Stage.SKIPPED, Stage.GONE})
"""Stages at which a row waits for nothing."""


def stage_of(
    state: RowState,
    job: JobState | None,
    publish: JobState | None,
    *,
    clicked: bool = False,
    unknown: bool = False,
) -> Stage:
    """The stage of a row, by the states of its job and of the yes to what was prepared last.

    It is `clicked` once that yes may have left, and `unknown` where nobody knows what became of it.
    """
    if state is not RowState.STARTED:
        return Stage(state)
    if publish in ACTIVE:
        return Stage.PUBLISHING
    if clicked:
        return Stage.ATTENTION if unknown else Stage.CLICKED
    if job is None or job in ACTIVE:
        return Stage.PREPARING if job else Stage.GONE
    came_to_nothing = publish in (JobState.DONE, JobState.FAILED)
    return Stage.ATTENTION if came_to_nothing else _STAGES[job]


@dataclass(frozen=True, slots=True)
class RowMark:
    """Where a row stands, without what it says. `changed_at` is when that was another place.

    `publish` is the state of the newest yes, `publish_id`, where it is to the `revision` of the
    job that counts now. The rest is as an `ImportRow` has it.
    """

    line: int
    state: RowState
    changed_at: datetime
    position: int | None = None
    planned_at: datetime | None = None
    tries: int = 0
    job_id: str | None = None
    job: JobState | None = None
    revision: int | None = None
    publish_id: str | None = None
    publish: JobState | None = None
    clicked: bool = False
    unknown: bool = False

    @property
    def stage(self) -> Stage:
        return stage_of(
            self.state, self.job, self.publish, clicked=self.clicked, unknown=self.unknown
        )

    @property
    def told(self) -> "RowMark":
        """What a watcher is told of: the same as long as there is nothing new to see."""
        return replace(self, changed_at=_NEVER)


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One listing of an import. `line` is where it stands in the file; `problems` make it bad.

    `planned_at` is the earliest moment at which it is prepared, as the daily budget allows,
    `position` its place in the order of approval of all the account's rows. `job` prepares it; it
    is `clicked` once a yes to it may have left, and `unknown` where nobody knows what became of
    that. `publish` is the newest yes to it, without dry runs. `tries` counts what was skipped and
    approved again. A bad row has the `title` that was typed.
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
    unknown: bool = False
    title: str | None = None

    @property
    def stage(self) -> Stage:
        job, yes = self.job, self.publish
        counts = yes if job and yes and yes.prepare_revision == job.revision else None
        return stage_of(
            self.state,
            job.state if job else None,
            counts.state if counts else None,
            clicked=self.clicked,
            unknown=self.unknown,
        )

    @property
    def named(self) -> str | None:
        """Its title, as far as there is one."""
        return self.listing.title if self.listing else self.title

    @property
    def next_job_id(self) -> str:
        """The id of the job that prepares it: whoever starts it names the same one."""
        return job_id_of(self.import_id, self.line, self.tries)


def job_id_of(import_id: str, line: int, tries: int) -> str:
    named = f"fripier/import/{import_id}/{line}/{tries}"
    return hashlib.sha256(named.encode()).hexdigest()[:32]


class Staged(Protocol):
    """Whatever stands at a stage, and is prepared at a time."""

    @property
    def stage(self) -> Stage: ...
    @property
    def planned_at(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows are at each stage, and how many of those that wait begin when.

    `changed_at` is when one of them stood elsewhere last, where that is known.
    """

    counts: Mapping[Stage, int] = field(default_factory=dict)
    plan: Mapping[datetime, int] = field(default_factory=dict)
    changed_at: datetime | None = field(default=None, compare=False)

    @classmethod
    def of(cls, rows: Iterable[Staged]) -> "Tally":
        counts, plan = Counter[Stage](), Counter[datetime]()
        for row in rows:
            counts[row.stage] += 1
            if row.stage is Stage.WAITING and row.planned_at:
                plan[row.planned_at] += 1
        return cls(counts, plan)


@dataclass(frozen=True, slots=True)
class Paused:
    """Why nothing of an import is prepared: a stable code, and what to do in words."""

    code: str
    detail: Text


@dataclass(frozen=True, slots=True)
class Import:
    """A file of listings. `unread` are the headers of columns that no listing has.

    Of one that was only looked at nothing is `kept`, its id names nothing, and all its `rows` are
    there; of any other they are asked for. `paused` says why no row is prepared now, where a
    person has to act first.
    """

    id: str
    account: str
    origin: str
    name: str
    created_at: datetime
    rows: tuple[ImportRow, ...] = ()
    unread: tuple[str, ...] = ()
    paused: Paused | None = None
    kept: bool = True
    tally: Tally = field(default_factory=Tally)

    @property
    def counts(self) -> Mapping[Stage, int]:
        """How many rows are at each stage."""
        return self.tally.counts

    @property
    def next_at(self) -> datetime | None:
        """When the next of its rows can begin."""
        return min(self.tally.plan, default=None)

    @property
    def plan(self) -> Mapping[datetime, int]:
        """How many rows can begin in which quarter of an hour: days begin at any of them."""
        found = Counter[datetime]()
        for at, count in sorted(self.tally.plan.items()):
            found[at - (at - _NEVER) % _QUARTER] += count
        return found

    @property
    def done(self) -> bool:
        """Whether nothing of it waits: neither to be prepared nor for its person."""
        return all(stage in OVER for stage, count in self.counts.items() if count)

    @property
    def seq(self) -> int:
        """The number of its last change: whoever follows it goes on from there."""
        return max(0, ((self.tally.changed_at or self.created_at) - self.created_at) // SEQ)

    def moment_of(self, seq: int) -> datetime:
        return self.created_at + seq * SEQ

    def paused_by(self, why: Paused | None) -> "Import":
        return replace(self, paused=why if self.counts.get(Stage.WAITING) else None)


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What a file was brought by. The same one is answered with the import that is there.

    `digest` is the content's, `asked` also that of what else was asked for; a `key` decides alone.
    Without one the same content counts as the same for a day, unless it is wanted `again`.
    """

    digest: str
    asked: str
    key: str | None = None
    again: bool = False


SEQ: Final = timedelta(milliseconds=100)
"""What a number of an import's events stands for, from when it came: 32 bits last for six years."""
_QUARTER: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class ImportChange:
    """An import as it stands, with those of its rows that stand elsewhere than before.

    `seq` grows from one to the next; whoever was cut off goes on after the last one seen.
    """

    seq: int
    imported: Import
    rows: tuple[ImportRow, ...] = ()


WAITS: Final = "listings_wait"
"""The code of a pause that ends when the person has acted on a listing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What an account's rows wait for: `open` are those that wait for their person, by state.

    `ahead` so many may be open at once.
    """

    open: Mapping[JobState, int]
    ahead: int

    @property
    def said(self) -> Paused | None:
        """That nothing goes on before the person has acted; None while something does."""
        count = sum(self.open.values())
        if count < self.ahead or ACTIVE & self.open.keys():
            return None
        over = sum(self.open.get(state, 0) for state in ENDED)
        detail = (
            Message(
                "{count} listings of this account wait for you, {over} of which ran out or failed: "
                "publish, renew or skip one of them, and the next one is prepared.",
                count=count,
                over=over,
            )
            if over
            else Message(
                "{count} listings of this account wait for you: publish or skip one of them, and "
                "the next one is prepared.",
                count=count,
            )
        )
        return Paused(WAITS, detail)
