"""Accounts that are forgotten: their rows go in small transactions, until nothing tells of them.

Owns which rows are an account's, the mark that lasts until it is forgotten to the end, and which
clicks are remembered without it. The order of the steps, the session and the files are the matter
of `workflows.forget_account`.
"""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa

from browser.messages import Message
from gql_api.db.database import Database
from gql_api.db.job_mapper import job_of, select_jobs
from gql_api.db.photos import photos_of_rows
from gql_api.db.publishing import forgotten_clicks
from gql_api.db.publishing.publish_intents import (
    ADMISSION,
    DOUBT,
    MARGIN,
    UNSETTLED,
    clicks_of_jobs,
)
from gql_api.db.retention import BATCH, Run, delete_jobs
from gql_api.db.tables import (
    forgets,
    import_rows,
    imports,
    intents,
    jobs,
    metadata,
    photos,
    receipts,
    runs,
    sessions,
)
from gql_api.domain.content_digest import ContentDigests
from gql_api.domain.job import ACTIVE, AWAITING, Job
from gql_api.domain.receipt import SignedReceipt
from gql_api.domain.tenant import owner_in, shown
from gql_api.errors import Conflict

NOBODY = ""
"""In the place of an account of which only traces in the database's file are left."""
_MINUTE = timedelta(minutes=1) + MARGIN


@dataclass(frozen=True, slots=True)
class Files:
    """The ids of files that are to go: of photos that may be another account's too, of pictures."""

    photos: frozenset[str] = field(default_factory=frozenset)
    pictures: frozenset[str] = field(default_factory=frozenset)

    def __or__(self, other: "Files") -> "Files":
        return Files(self.photos | other.photos, self.pictures | other.pictures)


class ForgottenAccountStore:
    def __init__(
        self, database: Database, now: Callable[[], datetime], digests: ContentDigests
    ) -> None:
        self._database = database
        self._now = now
        self._digests = digests

    async def begin(self, account: str) -> None:
        """Mark it: from now on it takes no job and passes no fence.

        `Conflict` while a publish of it has clicked and does not know yet what became of it.
        """

        def work(tx: sa.Connection) -> None:
            if _files(tx, account) is not None:
                return
            _require_no_click(tx, account)
            values = {"account": account, "begun_at": self._now(), "files": _text(Files())}
            tx.execute(sa.insert(forgets).values(**values))

        await self._database.write(work, turn=ADMISSION)

    async def knows(self, account: str) -> bool:
        """Whether any row is the account's; of sessions only those on PostgreSQL are rows."""

        def work(tx: sa.Connection) -> bool:
            named = (table for table in metadata.sorted_tables if "account" in table.c)
            rows = (sa.select(table.c.account).where(table.c.account == account) for table in named)
            return any(map(tx.scalar, rows)) or bool(_old_receipts(tx, account))

        return await self._database.read(work)

    async def is_begun(self, account: str) -> bool:
        return await self._database.read(lambda tx: is_forgotten(tx, account))

    async def require_kept(self, account: str) -> None:
        """Nothing new may be stored of an account that is being forgotten; `Conflict`."""
        await self._database.read(lambda tx: require_not_forgotten(tx, account))

    async def begun(self) -> tuple[str, ...]:
        """The accounts that are marked, and `NOBODY`."""
        query = sa.select(forgets.c.account).order_by(forgets.c.begun_at)
        return tuple(await self._database.read(lambda tx: tx.scalars(query).all()))

    async def open_jobs(self, account: str) -> tuple[Job, ...]:
        """The account's jobs that go on or wait for their person, publishes first."""
        query = (
            select_jobs()
            .where(jobs.c.account == account, jobs.c.state.in_(ACTIVE | AWAITING))
            .order_by(jobs.c.prepare_id.is_(None))
        )
        rows = await self._database.read(lambda tx: tx.execute(query).all())
        return tuple(job_of(row) for row in rows)

    async def some_jobs(self, account: str) -> list[Run]:
        """Some jobs that can go now, with their newest revisions; preparations after publishes."""
        publish = jobs.alias()
        query = (
            sa.select(jobs.c.id, jobs.c.revision)
            .where(jobs.c.account == account)
            .where(~sa.exists().where(publish.c.prepare_id == jobs.c.id))
            .limit(BATCH)
        )
        rows = await self._database.read(lambda tx: tx.execute(query).all())
        return [(row.id, row.revision) for row in rows]

    async def remove_jobs(self, account: str, ids: Sequence[str]) -> None:
        """Delete jobs with all that is theirs, their receipts too; their files are to go."""

        def work(tx: sa.Connection) -> None:
            self._remember_clicks(tx, ids)
            found = Files(photos=_photos_in(tx, runs.c.job_id.in_(ids)))
            tx.execute(sa.delete(receipts).where(receipts.c.job_id.in_(ids)))
            found |= Files(pictures=frozenset(delete_jobs(tx, ids)))
            _add(tx, account, found)

        await self._database.write(work, turn=ADMISSION)

    def _remember_clicks(self, tx: sa.Connection, ids: Sequence[str]) -> None:
        """Keep of each click what the promises need, and nothing that tells of the account."""
        now = self._now()
        for click in clicks_of_jobs(tx, ids, now - DOUBT):
            digest = self._digests.of(click.job)[0] if click.is_doubtful else None
            if digest or click.at > now - _MINUTE:
                forgotten_clicks.put(tx, click.job.id, digest, click.at)

    async def remove_rest(self, account: str, pictures: Collection[str] = ()) -> Files:
        """Delete every other row of the account, and of photos that only it has used.

        Photos belong to the caller: those that it has never used, or another account has, stay.
        What is answered are the files that are to go.
        """

        def work(tx: sa.Connection) -> Files:
            mine = import_rows.c.account == account
            _add(tx, account, Files(photos=photos_of_rows(tx, mine)))
            # What hangs on another table's rows goes before those.
            for table in reversed(metadata.sorted_tables):
                if "account" in table.c and table not in (jobs, forgets, sessions):
                    tx.execute(sa.delete(table).where(table.c.account == account))
            old = _old_receipts(tx, account)
            for start in range(0, len(old), BATCH):
                some = old[start : start + BATCH]
                tx.execute(sa.delete(receipts).where(receipts.c.job_id.in_(some)))
            _add(tx, account, Files(pictures=frozenset(pictures)))
            files = _files(tx, account) or Files()
            left = Files(_remove_photos(tx, account, files.photos), files.pictures)
            _put(tx, account, left)
            return left

        return await self._database.write(work, turn=ADMISSION)

    async def end(self, account: str) -> None:
        """Take the mark away once all is gone, and what deleted rows leave in a SQLite file."""

        def unnamed(tx: sa.Connection) -> None:
            tx.execute(sa.delete(forgets).where(forgets.c.account == NOBODY))
            mine = forgets.c.account == account
            tx.execute(sa.update(forgets).where(mine).values(account=NOBODY, files=_text(Files())))

        if account != NOBODY:
            await self._database.write(unnamed)
        await self._database.compact()
        query = sa.delete(forgets).where(forgets.c.account == NOBODY)
        await self._database.write(lambda tx: tx.execute(query))


def is_forgotten(tx: sa.Connection, account: str) -> bool:
    return _files(tx, account) is not None


def require_not_forgotten(tx: sa.Connection, account: str) -> None:
    """Nothing new may be stored of an account that is being forgotten; `Conflict`."""
    if is_forgotten(tx, account):
        raise Conflict(
            Message(
                "Account {account} is being forgotten: try again in a few seconds.",
                account=repr(shown(account)),
            ),
            code="account_busy",
            field="account",
            retry_after=5,
        )


def _require_no_click(tx: sa.Connection, account: str) -> None:
    query = (
        sa.select(jobs.c.id)
        .join(intents, intents.c.publish_id == jobs.c.id)
        .where(jobs.c.account == account, jobs.c.state.in_(ACTIVE))
        .where(intents.c.state.in_(UNSETTLED))
        .limit(1)
    )
    if publish_id := tx.execute(query).scalar_one_or_none():
        raise Conflict(
            Message(
                "A publish of account {account} has just clicked (job {job_id}), and what became "
                "of it is being found out: wait for its outcome, then ask again.",
                account=repr(shown(account)),
                job_id=publish_id,
            ),
            code="publish_in_progress",
            field="account",
            retry_after=5,
            members={"job_id": publish_id},
        )


def _old_receipts(tx: sa.Connection, account: str) -> list[str]:
    """The jobs whose receipts have outlived them: only their texts say whose they are."""
    gone = ~sa.exists().where(jobs.c.id == receipts.c.job_id)
    query = sa.select(receipts.c.job_id, receipts.c.text)
    rows = tx.execute(query.where(receipts.c.owner == owner_in(account), gone)).all()
    return [
        row.job_id
        for row in rows
        if SignedReceipt.read(row.text).receipt.job.account == shown(account)
    ]


def _remove_photos(tx: sa.Connection, account: str, ids: frozenset[str]) -> frozenset[str]:
    """Forget those of the photos that no other account has used; the ids without a row by now."""
    others = sa.and_(jobs.c.owner == owner_in(account), jobs.c.account != account)
    own = sa.select(imports.c.id).where(imports.c.owner == owner_in(account))
    theirs = sa.and_(import_rows.c.import_id.in_(own), import_rows.c.account != account)
    unused = sorted(ids - _photos_in(tx, others) - photos_of_rows(tx, theirs))
    for start in range(0, len(unused), BATCH):
        some = unused[start : start + BATCH]
        tx.execute(sa.delete(photos).where(photos.c.id.in_(some)))
    return frozenset(unused)


def _photos_in(tx: sa.Connection, condition: sa.ColumnElement[bool]) -> frozenset[str]:
    query = sa.select(runs.c.listing).join(jobs, runs.c.job_id == jobs.c.id).where(condition)
    texts = tx.scalars(query.execution_options(yield_per=BATCH))
    return frozenset(photo["id"] for text in texts for photo in json.loads(text)["photos"])


def _files(tx: sa.Connection, account: str) -> Files | None:
    query = sa.select(forgets.c.files).where(forgets.c.account == account)
    text = tx.execute(query).scalar_one_or_none()
    if text is None:
        return None
    told = json.loads(text)
    return Files(frozenset(told["photos"]), frozenset(told["pictures"]))


def _add(tx: sa.Connection, account: str, files: Files) -> None:
    _put(tx, account, (_files(tx, account) or Files()) | files)


def _put(tx: sa.Connection, account: str, files: Files) -> None:
    mine = forgets.c.account == account
    tx.execute(sa.update(forgets).where(mine).values(files=_text(files)))


def _text(files: Files) -> str:
    return json.dumps({"photos": sorted(files.photos), "pictures": sorted(files.pictures)})
