"""The imports of a caller: read, decided on row by row, and followed. Nothing here publishes.

How files are read is `gql_api.imports`' matter, what a listing may be the rules of prepare; when a
row is prepared is decided by `db.importing`, and its job is one as any other.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from browser.background_tasks import ended
from browser.listing import FieldName, Listing
from browser.messages import Message, Text
from gql_api.db.importing.imports import ImportStore
from gql_api.db.jobs import new_id
from gql_api.domain.caller import THE_OPERATOR, Caller, Scope
from gql_api.domain.imports import Import, ImportRow, Problem, RowState
from gql_api.domain.input_types import DEFAULT_ACCOUNT
from gql_api.domain.job import JobEvent
from gql_api.domain.pagination import PageStart
from gql_api.errors import Conflict, InvalidInput, NotFound, ServiceError
from gql_api.imports.reader import Found, Photo, Read, read_import
from gql_api.imports.table import MAX_ROWS, ImportTooLarge, ImportUnreadable
from gql_api.imports.uploads import File
from gql_api.jobs.completion import CANCELLABLE
from gql_api.jobs.events import EventLog
from gql_api.listings.admission import require_fitting
from gql_api.listings.check import problems_of, readable
from gql_api.service.jobs import JobService
from gql_api.service.listings import ListingService, Twins
from gql_api.service.photos import PhotoService
from gql_api.sessions.service import Sessions

LOOK_SECONDS: Final = 5.0
"""How often a watcher looks by itself: decisions and the passing of time are no events."""
_STANDS_FOR_A_PHOTO: Final = "photo"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportService:
    store: ImportStore
    listings: ListingService
    photos: PhotoService
    jobs: JobService
    sessions: Sessions
    events: EventLog
    now: Callable[[], datetime]
    caller: Caller = THE_OPERATOR

    async def check(
        self, sent: Sequence[File], *, account: str | None, market: str | None
    ) -> Import:
        """What an import would say of its rows; nothing is kept, and no photo is decoded."""
        return await (await self._read(sent, account, market, hold=True, keep=False)).made()

    async def bring(
        self, sent: Sequence[File], *, account: str | None, market: str | None, hold: bool = False
    ) -> Import:
        """Keep an import: its good rows wait to be prepared, or are held until they are approved.

        Raises `ImportUnreadable` and `ImportTooLarge`, and then keeps nothing.
        """
        one = await self._read(sent, account, market, hold=hold, keep=True)
        try:
            stored = await self.store.add(await one.made())
        except BaseException:
            await asyncio.shield(one.give_back(one.taken.values()))
            raise
        return await self._shown(stored)

    async def get(self, import_id: str) -> Import:
        """An import with all its rows as they stand; `NotFound`."""
        self.caller.require(Scope.READ)
        return await self._shown(await self.store.get(import_id, self.caller.owner))

    async def list(
        self, *, account: str | None = None, limit: int, start: PageStart | None = None
    ) -> tuple[Import, ...]:
        self.caller.require(Scope.READ)
        named = self.caller.account(account) if account else None
        return await self._all_shown(
            await self.store.list(owner=self.caller.owner, account=named, limit=limit, start=start)
        )

    async def approve(self, import_id: str, lines: Sequence[int] | None = None) -> Import:
        """Let rows be prepared in this order; without lines every one that is held."""
        self.caller.require(Scope.PREPARE)
        owner = self.caller.owner
        if lines is None:
            found = await self.store.get(import_id, owner)
            lines = [row.line for row in found.rows if row.state is RowState.HELD]
        return await self._shown(await self.store.approve(import_id, owner, _once(lines)))

    async def skip(self, import_id: str, lines: Sequence[int]) -> Import:
        """Leave rows out; a form that was prepared for one is closed. `Conflict` after a click."""
        self.caller.require(Scope.PREPARE)
        lines, owner = _once(lines), self.caller.owner
        for row in _of(await self.store.get(import_id, owner), lines):
            _require_not_clicked(row)
        # First what waits: else a row begins that was not there to be taken back.
        for row in _of(await self.store.skip(import_id, owner, lines), lines):
            _require_not_clicked(row)
            await self._take_back(row)
        return await self._shown(await self.store.skip(import_id, owner, lines))

    async def cancel(self, import_id: str) -> Import:
        """Leave every row out that is not published and about to be."""
        self.caller.require(Scope.PREPARE)
        owner = self.caller.owner
        lines = [row.line for row in (await self.store.get(import_id, owner)).rows]
        for row in (await self.store.skip(import_id, owner, lines)).rows:
            if not row.clicked:
                with suppress(Conflict):
                    await self._take_back(row)
        return await self._shown(await self.store.skip(import_id, owner, lines))

    async def watch(self, import_id: str) -> AsyncGenerator[Import]:
        """The import as it stands, again whenever a row is at another stage, until all are over."""
        last: tuple[object, ...] = ()
        async with aclosing(self.events.watch_all()) as events:
            coming: asyncio.Future[JobEvent | None] = asyncio.ensure_future(anext(events, None))
            try:
                while True:
                    found = await self.get(import_id)
                    if (seen := _seen(found)) != last:
                        last = seen
                        yield found
                    if found.done:
                        return
                    mine = {row.job_id or row.next_job_id for row in found.rows}
                    coming, over = await _next_of(events, coming, mine)
                    if over:
                        return
            finally:
                await ended(coming)

    async def _take_back(self, row: ImportRow) -> None:
        job = row.job if row.state is RowState.STARTED else None
        if job is not None and job.state in CANCELLABLE:
            await self.jobs.cancel(job.id)

    async def _shown(self, found: Import) -> Import:
        """With the reason why nothing of it is prepared now, if there is one."""
        (shown,) = await self._all_shown([found])
        return shown

    async def _all_shown(self, found: Sequence[Import]) -> tuple[Import, ...]:
        why: dict[str, Text | None] = {}
        for each in found:
            if each.account not in why:
                why[each.account] = await self._paused(each)
        return tuple(each.paused_by(why[each.account]) for each in found)

    async def _paused(self, found: Import) -> Text | None:
        """Why no row of the account begins: rows begin in one order, whatever their imports."""
        standing = await self.store.standing(found.account)
        try:
            await self.sessions.require(found.account, standing.origin or found.origin)
        except ServiceError as error:
            return error.detail
        return standing.said

    async def _read(
        self,
        sent: Sequence[File],
        account: str | None,
        market: str | None,
        *,
        hold: bool,
        keep: bool,
    ) -> "_Import":
        self.caller.require(Scope.PREPARE)
        self.photos.limits.of(self.caller.owner)["uploads"].check().require()
        named = account or DEFAULT_ACCOUNT
        inside = self.caller.account(named)
        origin = await self.sessions.origin_for(inside, market)
        read = await read_import(sent)
        beside = {"account": named, "market": market}
        return _Import(self, read, new_id(), inside, origin, beside, hold, keep)


async def _next_of(
    events: AsyncGenerator[JobEvent],
    coming: "asyncio.Future[JobEvent | None]",
    jobs: set[str],
) -> "tuple[asyncio.Future[JobEvent | None], bool]":
    """Wait for a change of one of the jobs, or for a while; and whether nothing more comes."""
    loop = asyncio.get_running_loop()
    until = loop.time() + LOOK_SECONDS
    while (left := until - loop.time()) > 0:
        ready, _ = await asyncio.wait({coming}, timeout=left)
        if not ready:
            break
        event = coming.result()
        if event is None:
            return coming, True
        coming = asyncio.ensure_future(anext(events, None))
        if event.job_id in jobs and event.step is None:
            break
    return coming, False


def _seen(found: Import) -> tuple[object, ...]:
    """What a watcher is told of: the stages, the plan, and new pictures."""
    rows = ((r.line, r.stage, r.planned_at, r.job and r.job.revision) for r in found.rows)
    return (*rows, found.paused)


def _once(lines: Sequence[int]) -> list[int]:
    """The lines as they were named first; no more than an import has."""
    named = list(dict.fromkeys(lines))
    if len(named) > MAX_ROWS:
        said = Message(
            "must have at most {max_length} entries (it has {actual_length})",
            max_length=MAX_ROWS,
            actual_length=len(named),
        )
        raise InvalidInput(said, field="lines")
    return named


def _of(found: Import, lines: Sequence[int]) -> list[ImportRow]:
    wanted = set(lines)
    return [row for row in found.rows if row.line in wanted]


def _require_not_clicked(row: ImportRow) -> None:
    if row.clicked:
        raise Conflict(
            Message(
                "The listing of line {line} was published, or may have been: look at its job.",
                line=row.line,
            ),
            code="job_over",
            field="lines",
            members={"job_id": row.job_id},
        )


@dataclass(slots=True)
class _Import:
    """One file on its way to rows: each is checked by the rules of prepare, its photos taken in."""

    service: ImportService
    read: Read
    id: str
    account: str
    origin: str
    beside: Mapping[str, Any]
    hold: bool
    keep: bool
    taken: dict[str, str] = field(default_factory=dict)
    """The photos that were taken in of this import, by their paths."""

    async def made(self) -> Import:
        """With every row. Photos that only bad rows would have shown are not kept."""
        seen: dict[object, int] = {}
        twins = await self.service.listings.twins(str(self.beside["account"]))
        rows = tuple([await self._row(found, seen, twins) for found in self.read.rows])
        shown = {photo.id for row in rows if row.listing for photo in row.listing.photos}
        await self.give_back(each for each in self.taken.values() if each not in shown)
        read, now = self.read, self.service.now()
        return Import(
            self.id, self.account, self.origin, read.name, now, rows, read.unread, kept=self.keep
        )

    async def give_back(self, photos: Iterable[str]) -> None:
        for photo_id in tuple(photos):
            with suppress(NotFound):  # given back before
                await self.service.photos.delete(photo_id)

    async def _row(self, found: Found, seen: dict[object, int], twins: Twins) -> ImportRow:
        members = {**found.row.members, **self.beside}
        problems = await self._problems(found, members)
        if problems:
            return self._bad(found, problems)
        photos = [each for each in found.photos if isinstance(each, str)]
        if self.keep:
            try:
                photos = [await self._photo(each) for each in found.photos]
            except (ImportUnreadable, ImportTooLarge):
                raise
            except InvalidInput as error:
                return self._bad(found, [{"field": "photos", "detail": error.detail}])
        try:
            listing = await self.service.listings.as_prepared({**members, "photos": photos}, twins)
        except (InvalidInput, NotFound) as error:
            return self._bad(found, problems_of(error))
        notes = [*found.row.notes, *self._said(found, listing, seen)]
        state = RowState.HELD if self.hold else RowState.WAITING
        return ImportRow(self.id, found.row.line, state, listing, notes=tuple(notes))

    def _said(self, found: Found, listing: Listing, seen: dict[object, int]) -> Iterator[Problem]:
        """What there is to look at. Photos that are not taken in count by their names."""
        files = () if self.keep else found.photos
        unseen = tuple(each.path for each in files if isinstance(each, File))
        first = seen.setdefault((listing.digest(), unseen), found.row.line)
        if first != found.row.line:
            same = Message("says the same as line {line}: skip one of them", line=first)
            yield {"field": "row", "detail": same}
        for each in listing.advice:
            if not (unseen and each.field == FieldName.PHOTOS):
                yield {"field": each.field or "row", "detail": each.detail}

    async def _problems(self, found: Found, members: Mapping[str, Any]) -> list[Problem]:
        """Everything that is wrong with a row, before any photo of it is taken in."""
        stand_ins = [_STANDS_FOR_A_PHOTO] * len(found.photos)
        given, wrong = readable({**members, "photos": stand_ins})
        told = {each["field"].partition(".")[0] for each in found.row.problems}
        problems = [*found.row.problems]
        problems += [each for each in wrong if each["field"].partition(".")[0] not in told]
        if given is not None:
            try:
                require_fitting(given, self.service.listings.marketplace.limits)
            except InvalidInput as error:
                problems += problems_of(error)
        if problems:
            known = {each["field"].partition(".")[0] for each in problems}
            more = await self.service.listings.check({**members, "photos": []})
            problems += [
                each for each in more.problems if each["field"].partition(".")[0] not in known
            ]
        return problems

    def _bad(self, found: Found, problems: Sequence[Problem]) -> ImportRow:
        row = found.row
        return ImportRow(self.id, row.line, RowState.BAD, problems=tuple(problems), notes=row.notes)

    async def _photo(self, photo: Photo) -> str:
        """The id of a photo; a file that several rows show is taken in once."""
        if isinstance(photo, str):
            return photo
        if photo.path not in self.taken:
            service = self.service.photos
            stored = await service.intake.take(self.read.files.pieces(photo), photo.path)
            await service.store.add(stored, self.service.caller.owner)
            self.taken[photo.path] = stored.id
        return self.taken[photo.path]
