"""The fence rows: which yes was acted on, when, and what is known of it.

`intended -> acting -> done | rejected | failed | unknown`. The step to `acting` is one conditional
update that is durable before the click; it also counts the clicks of the last minute, so the
publish limit holds at the clicks themselves. `failed` means known not published, so the yes still
counts; `rejected` that the site refused the content, or that the page was about to send another, so
only a correction helps. What a later look
at the site needs is written by the same update.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from browser.fence import SEND_SECONDS, Before
from gql_api.db.database import Database
from gql_api.db.job_mapper import job_of, select_jobs
from gql_api.db.publishing import forgotten_clicks, later_looks
from gql_api.db.tables import forgets, intents, jobs
from gql_api.domain.content_digest import NO_DIGESTS, ContentDigests
from gql_api.domain.job import ACTIVE, Job, Outcome, Picture, Result

MARGIN = timedelta(seconds=SEND_SECONDS)
"""Added to the minute of the publish limit: how long after the fence a call may leave."""


NOT_THERE: Final = "not_there_by_person"
_SAID_ABSENT: Final = frozenset({NOT_THERE, "not_published"})
"""Reasons that an item is not there: a person's, and what earlier releases took for proved."""
DOUBT: Final = timedelta(days=7)
"""For how long a click of unknown outcome stands in the way of another on the same content."""

ADMISSION = "admission"
"""The turn of every write that decides by other rows: admitting jobs, yeses and clicks."""


class IntentState(StrEnum):
    """Where one yes stands."""

    INTENDED = "intended"
    ACTING = "acting"
    DONE = "done"
    REJECTED = "rejected"
    FAILED = "failed"
    UNKNOWN = "unknown"


BEFORE_THE_CLICK: Final = frozenset({IntentState.INTENDED, IntentState.FAILED})
"""What a run that ends before its click may leave behind: the yes is free again."""
UNSETTLED: Final = frozenset({IntentState.ACTING, IntentState.UNKNOWN})
"""The fence was passed, and what became of the click is not known."""


@dataclass(frozen=True, slots=True)
class Intent:
    """One yes: the publish that carries it out and the revision that it approves."""

    publish_id: str
    prepare_id: str
    revision: int
    account: str


@dataclass(frozen=True, slots=True)
class Clicked:
    """A publish whose fence was passed, when, and how the wardrobe stood then.

    Of a `forgotten` one only its id and time are known, and that its content was the same.
    """

    job: Job
    at: datetime
    state: IntentState
    before: Before | None
    forgotten: bool = False

    @property
    def is_said_absent(self) -> bool:
        """Whether its item was said not to be there, without the site's own answer."""
        reason = self.job.result.reason if self.job.result else None
        return self.state is IntentState.FAILED and reason in _SAID_ABSENT

    @property
    def is_doubtful(self) -> bool:
        """Whether an item of it may still come up."""
        return self.is_said_absent or self.state in UNSETTLED


class PublishStore:
    """The fence rows of one database; `per_minute` is the publish limit over everything."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        *,
        per_minute: int,
        window: timedelta = timedelta(minutes=1) + MARGIN,
        digests: ContentDigests = NO_DIGESTS,
    ) -> None:
        self._database = database
        self._now = now
        self._per_minute = per_minute
        self._window = window
        self._digests = digests

    async def intend(self, intent: Intent) -> IntentState | None:
        """Write the yes down once; its state, or nothing.

        Nothing when another yes holds the revision, or when the publish was cancelled meanwhile.
        """

        def work(tx: sa.Connection) -> IntentState | None:
            state = _state(tx, intent.publish_id)
            if state is not None or not _is_active(tx, intent.publish_id):
                return state
            try:
                with tx.begin_nested():
                    tx.execute(
                        sa.insert(intents).values(
                            publish_id=intent.publish_id,
                            prepare_id=intent.prepare_id,
                            revision=intent.revision,
                            account=intent.account,
                            state=IntentState.INTENDED,
                        )
                    )
            except IntegrityError:
                return None
            return IntentState.INTENDED

        return await self._database.write(work, turn=ADMISSION)

    async def act(
        self,
        publish_id: str,
        before: Before | None = None,
        *,
        earlier_id: str | None = None,
        shown: Picture | None = None,
    ) -> bool:
        """The fence: whether this caller, and nobody else, may click now.

        `before` is how the wardrobe stood, for a look after a lost answer or a restart;
        `earlier_id` the oldest publish of the same content whose outcome is not known; `shown` what
        the form looks like. False when somebody was here before, when the yes was withdrawn, or
        when the limit of clicks in a minute is reached.
        """
        pictured = {"picture_id": shown.id, "picture_digest": shown.digest} if shown else {}

        def work(tx: sa.Connection) -> bool:
            now = self._now()
            if self._free_at(tx, now) > now:
                return False
            updated = tx.execute(
                sa.update(intents)
                .where(intents.c.publish_id == publish_id)
                .where(intents.c.state == IntentState.INTENDED)
                .where(~sa.exists().where(forgets.c.account == intents.c.account))
                .values(state=IntentState.ACTING, acting_at=now, **_columns(before), **pictured)
            )
            if updated.rowcount == 1:
                later_looks.begin(tx, publish_id, now, earlier_id=earlier_id)
            return updated.rowcount == 1

        return await self._database.write(work, turn=ADMISSION)

    async def clicked_alike(self, job: Job) -> tuple[Clicked, ...]:
        """The account's clicks on the job's content, its own too, oldest first.

        Those of the last days before it, or before now while it has not clicked; what the site has
        refused is left out.
        """

        def work(tx: sa.Connection) -> tuple[Clicked, ...]:
            own = tx.execute(
                sa.select(intents.c.acting_at).where(intents.c.publish_id == job.id)
            ).scalar_one_or_none()
            since = (own or self._now()) - DOUBT
            found = map(_clicked, tx.execute(_clicks_of(job, since)))
            alike = [each for each in found if _counts(each) and reads_as(each.job, job)]
            left = forgotten_clicks.alike(tx, self._digests.of(job), since)
            alike += [_forgotten(job, publish_id, at) for publish_id, at in left]
            return tuple(sorted(alike, key=lambda each: each.at))

        return await self._database.read(work)

    async def state(self, publish_id: str) -> IntentState | None:
        return await self._database.read(lambda tx: _state(tx, publish_id))

    async def acted_at(self, publish_id: str) -> datetime | None:
        """When the fence was passed; nothing when it was not."""
        query = sa.select(intents.c.acting_at).where(intents.c.publish_id == publish_id)
        return await self._database.read(lambda tx: tx.execute(query).scalar_one_or_none())

    async def before(self, publish_id: str) -> Before | None:
        """How the wardrobe stood before the click; nothing when nobody wrote it down."""
        columns = (intents.c.owner, intents.c.known, intents.c.draft_id)
        query = sa.select(*columns).where(intents.c.publish_id == publish_id)
        row = await self._database.read(lambda tx: tx.execute(query).one_or_none())
        return _before(row.owner, row.known, row.draft_id) if row else None

    async def free_at(self) -> datetime:
        """When the next click may be: now, or when the oldest of the last minute ages out."""
        now = self._now()
        return await self._database.read(lambda tx: self._free_at(tx, now))

    def _free_at(self, tx: sa.Connection, now: datetime) -> datetime:
        since = now - self._window
        query = (
            sa.select(intents.c.acting_at)
            .where(intents.c.acting_at > since)
            .order_by(intents.c.acting_at.desc())
            .limit(self._per_minute)
        )
        clicks: list[datetime] = [*tx.scalars(query), *forgotten_clicks.times(tx, since)]
        clicks = sorted(clicks, reverse=True)[: self._per_minute]
        if len(clicks) < self._per_minute:
            return now
        return clicks[-1] + self._window


def clicks_of_jobs(tx: sa.Connection, ids: Sequence[str], since: datetime) -> tuple[Clicked, ...]:
    """The clicks that some jobs have made since then."""
    query = _clicks(since).where(jobs.c.id.in_(ids))
    return tuple(map(_clicked, tx.execute(query)))


def _clicks_of(job: Job, since: datetime) -> sa.Select[Any]:
    mine = intents.c.account == job.account, jobs.c.origin == job.origin
    return _clicks(since).where(*mine)


def _clicks(since: datetime) -> sa.Select[Any]:
    names = ("acting_at", "state", "owner", "known", "draft_id")
    columns = [intents.c[name].label(f"click_{name}") for name in names]
    return (
        select_jobs()
        .add_columns(*columns)
        .join(intents, intents.c.publish_id == jobs.c.id)
        .where(intents.c.acting_at >= since)
        .order_by(intents.c.acting_at)
    )


def _clicked(row: Any) -> Clicked:
    before = _before(row.click_owner, row.click_known, row.click_draft_id)
    return Clicked(job_of(row), row.click_acting_at, IntentState(row.click_state), before)


def _forgotten(job: Job, publish_id: str, at: datetime) -> Clicked:
    """A click on the job's content whose own job is gone: nobody knows what became of it."""
    unknown = Result(outcome=Outcome.OUTCOME_UNKNOWN)
    there = replace(job, id=publish_id, result=unknown)
    return Clicked(there, at, IntentState.UNKNOWN, None, forgotten=True)


def _counts(click: Clicked) -> bool:
    return click.is_doubtful or click.state is IntentState.DONE


def reads_as(other: Job, job: Job) -> bool:
    """Whether two jobs have the same title, price and description."""
    there, here = other.listing, job.listing
    words = (here.title.split(), here.description.split(), here.price)
    return (there.title.split(), there.description.split(), there.price) == words


def _before(owner: str | None, known: str | None, draft_id: str | None) -> Before | None:
    if owner is None:
        return None
    return Before(owner, None if known is None else frozenset(json.loads(known)), draft_id)


def _columns(before: Before | None) -> dict[str, str | None]:
    if before is None:
        return {}
    known = None if before.known is None else json.dumps(sorted(before.known))
    return {"owner": before.owner, "known": known, "draft_id": before.draft_id}


def _is_active(tx: sa.Connection, job_id: str) -> bool:
    # Held, so that on PostgreSQL nobody ends the job while its yes is being written down.
    query = sa.select(jobs.c.state).where(jobs.c.id == job_id).with_for_update()
    return tx.execute(query).scalar_one() in ACTIVE


def _state(tx: sa.Connection, publish_id: str) -> IntentState | None:
    query = sa.select(intents.c.state).where(intents.c.publish_id == publish_id)
    state = tx.execute(query).scalar_one_or_none()
    return IntentState(state) if state else None


def holder(tx: sa.Connection, prepare_id: str, revision: int) -> tuple[str, IntentState] | None:
    """The publish whose yes holds a revision, and its state; nothing when the yes is free."""
    query = sa.select(intents.c.publish_id, intents.c.state).where(
        intents.c.prepare_id == prepare_id,
        intents.c.revision == revision,
        intents.c.state != IntentState.FAILED,
    )
    row = tx.execute(query).one_or_none()
    return (row.publish_id, IntentState(row.state)) if row else None


def settle(
    tx: sa.Connection,
    publish_id: str,
    state: IntentState,
    now: datetime,
    *,
    expect: frozenset[IntentState],
    seen: bool = True,
) -> bool:
    """Write down what became of a yes; False when it is in none of the expected states.

    Of a click whose item was not `seen` in the wardrobe the watch goes on as the fence began it.

    A publish that has no intent yet has nothing to settle. One whose yes counts for another click
    by now leaves it to that one.
    """
    columns = (intents.c.state, intents.c.acting_at, intents.c.prepare_id, intents.c.revision)
    query = sa.select(*columns).where(intents.c.publish_id == publish_id)
    row = tx.execute(query).one_or_none()
    if row is None:
        return True
    if row.state == IntentState.FAILED != state and holder(tx, row.prepare_id, row.revision):
        return row.state in expect
    # Conditional, because on PostgreSQL the fence may be passed between a look and this.
    updated = tx.execute(
        sa.update(intents)
        .where(intents.c.publish_id == publish_id, intents.c.state.in_(expect))
        .values(state=state, closed_at=now)
    )
    if updated.rowcount == 1 and seen:
        _watch(tx, publish_id, row, state, now)
    return updated.rowcount == 1


def _watch(
    tx: sa.Connection, publish_id: str, before: Any, state: IntentState, now: datetime
) -> None:
    """Plan the later looks: a person's "not there" is no word of the site, so they go on."""
    if state is IntentState.UNKNOWN:
        later_looks.plan(tx, publish_id, before.acting_at, now, sought=True)
    elif state is IntentState.DONE:
        later_looks.plan(tx, publish_id, None, now, sought=False)
    elif before.state != IntentState.UNKNOWN:
        later_looks.stop(tx, publish_id)


def clicks_since(tx: sa.Connection, account: str, since: datetime) -> list[datetime]:
    """The times of the account's clicks, oldest first."""
    query = (
        sa.select(intents.c.acting_at)
        .where(intents.c.account == account, intents.c.acting_at >= since)
        .order_by(intents.c.acting_at)
    )
    return list(tx.scalars(query))
