"""The imports of a caller: brought, decided on row by row, and followed. Nothing here publishes.

How a file becomes rows is `arriving_imports`' matter; when a row is prepared is decided by
`db.importing`, and its job is one as any other.
"""

import asyncio
import hashlib
import json
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence, Set
from contextlib import aclosing, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from browser.background_tasks import ended
from browser.messages import Message, Text
from gql_api.db.importing.imports import ImportStore
from gql_api.db.jobs import new_id
from gql_api.domain.caller import THE_OPERATOR, Caller, Scope
from gql_api.domain.imports import (
    Import,
    ImportChange,
    ImportRequest,
    ImportRow,
    Paused,
    RowMark,
    RowState,
    Stage,
)
from gql_api.domain.input_types import DEFAULT_ACCOUNT
from gql_api.domain.job import JobEvent
from gql_api.domain.pagination import PageStart
from gql_api.errors import Conflict, InvalidInput, ServiceError
from gql_api.imports.reader import read_import
from gql_api.imports.table import MAX_ROWS
from gql_api.imports.uploads import File, content_digest
from gql_api.jobs.completion import CANCELLABLE
from gql_api.jobs.events import EventLog
from gql_api.service.arriving_imports import ArrivingImport
from gql_api.service.import_progress import Concerned, changed, next_of, says_the_same
from gql_api.service.jobs import JobService
from gql_api.service.listings import ListingService
from gql_api.service.photos import PhotoService
from gql_api.sessions.service import Sessions, host_of

AT_ONCE: Final = 50
"""Rows that are told in one change."""


@dataclass(frozen=True, slots=True)
class Brought:
    """The import that a file came to, and whether the same file had come to it before."""

    imported: Import
    replayed: bool


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
        self._allowed(account)
        return await (await self._read(sent, account, market, hold=True, keep=False)).made(
            self.now()
        )

    async def bring(
        self,
        sent: Sequence[File],
        *,
        account: str | None,
        market: str | None,
        hold: bool = False,
        key: str | None = None,
        again: bool = False,
    ) -> Brought:
        """Keep an import: its good rows wait to be prepared, or are held until they are approved.

        The same once more is answered with the import that is there, for a day or by its `key`.
        Raises `ImportUnreadable` and `ImportTooLarge`, and then keeps nothing.
        """
        inside = self._allowed(account)
        digest = await asyncio.to_thread(content_digest, sent)
        asked = hashlib.sha256(json.dumps([digest, inside, market, hold]).encode()).hexdigest()
        request = ImportRequest(digest, asked, key, again)
        if earlier := await self.store.find(inside, request):
            return Brought(await self._shown(earlier), replayed=True)
        one = await self._read(sent, account, market, hold=hold, keep=True)
        stored = await self._stored(one, request)
        if replayed := stored.id != one.id:  # two of the same came at once
            await one.give_back(one.taken.values())
        return Brought(await self._shown(stored), replayed)

    async def _stored(self, one: ArrivingImport, request: ImportRequest) -> Import:
        """Keep it. Its photos are given back where it is known that it was not kept."""
        adding: asyncio.Task[Import] | None = None
        try:
            adding = asyncio.create_task(self.store.add(await one.made(self.now()), request))
            return await asyncio.shield(adding)
        except BaseException:
            await asyncio.shield(one.undone(adding))
            raise

    async def get(self, import_id: str) -> Import:
        """An import as it stands, without its rows; `NotFound`."""
        self.caller.require(Scope.READ)
        return await self._shown(await self.store.get(import_id, self.caller.owner))

    async def rows(
        self,
        import_id: str,
        *,
        limit: int,
        after: int = 0,
        stages: Set[Stage] = frozenset(),
        lines: Sequence[int] | None = None,
    ) -> tuple[ImportRow, ...]:
        """Rows behind a line as they stand: of these lines, or at these stages."""
        self.caller.require(Scope.READ)
        lines = None if lines is None else _once(lines)
        return await self.store.rows(
            import_id, self.caller.owner, lines=lines, stages=stages, after=after, limit=limit
        )

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
        lines = None if lines is None else _once(lines)
        return await self._shown(await self.store.approve(import_id, self.caller.owner, lines))

    async def skip(self, import_id: str, lines: Sequence[int]) -> Import:
        """Leave rows out; a form that was prepared for one is closed. `Conflict` after a click."""
        self.caller.require(Scope.PREPARE)
        lines, owner = _once(lines), self.caller.owner
        _, marks = await self.store.look(import_id, owner)
        for row in marks:
            if row.line in lines:
                _require_not_clicked(row)
        # First what waits: else a row begins that was not there to be taken back.
        _, named = await self.store.skip(import_id, owner, lines)
        for row in named:
            _require_not_clicked(row)
            await self._take_back(row)
        found, _ = await self.store.skip(import_id, owner, lines)
        return await self._shown(found)

    async def cancel(self, import_id: str) -> Import:
        """Leave every row out that is not published and about to be."""
        self.caller.require(Scope.PREPARE)
        owner = self.caller.owner
        _, marks = await self.store.look(import_id, owner)
        lines = [row.line for row in marks]
        _, marks = await self.store.skip(import_id, owner, lines)
        for row in marks:
            if not row.clicked:
                with suppress(Conflict):
                    await self._take_back(row)
        found, _ = await self.store.skip(import_id, owner, lines)
        return await self._shown(found)

    async def has_ended(self, import_id: str, after: int) -> bool:
        """Whether nothing of it waits, and nothing has come since the number; `NotFound`."""
        self.caller.require(Scope.READ)
        found = await self.store.get(import_id, self.caller.owner)
        return found.done and 0 < after >= found.seq

    async def watch(self, import_id: str, after: int = 0) -> AsyncGenerator[ImportChange]:
        """How an import stands, again with the rows that changed, until nothing of it waits.

        What comes first holds the rows that changed since the number `after`, if there is one.
        """
        self.caller.require(Scope.READ)
        last: tuple[Import, Mapping[int, RowMark]] | None = None
        async with aclosing(self.events.watch_all()) as events:
            coming: asyncio.Future[JobEvent | None] = asyncio.ensure_future(anext(events, None))
            try:
                while True:
                    found, marks = await self.store.look(import_id, self.caller.owner)
                    found = await self._shown(found)
                    lines = changed(found, marks, last[1] if last else None, after)
                    if last is None or lines or not says_the_same(found, last[0]):
                        async for change in self._changes(found, lines, after):
                            after = change.seq
                            yield change
                        last = found, {row.line: row.told for row in marks}
                    if found.done:
                        return
                    coming, over = await next_of(events, coming, Concerned.by(found, marks))
                    if over:
                        return
            finally:
                await ended(coming)

    async def _changes(
        self, found: Import, lines: Sequence[int], seq: int
    ) -> AsyncGenerator[ImportChange]:
        """What is told of one look, a few rows at a time; its last number says that it was all."""
        first = True
        while first or lines:
            first, some, lines = False, lines[:AT_ONCE], lines[AT_ONCE:]
            rows = await self.rows(found.id, lines=some, limit=AT_ONCE) if some else ()
            seq = seq + 1 if lines else max(seq + 1, found.seq)
            yield ImportChange(seq, found, rows)

    async def _take_back(self, row: RowMark) -> None:
        if row.state is RowState.STARTED and row.job_id and row.job in CANCELLABLE:
            await self.jobs.cancel(row.job_id)

    async def _shown(self, found: Import) -> Import:
        """With the reason why nothing of it is prepared now, if there is one."""
        (shown,) = await self._all_shown([found])
        return shown

    async def _all_shown(self, found: Sequence[Import]) -> tuple[Import, ...]:
        why: dict[tuple[str, str], Paused | None] = {}
        for each in found:
            of = (each.account, each.origin)
            if of not in why and each.counts.get(Stage.WAITING):
                why[of] = await self._paused(each)
        return tuple(each.paused_by(why.get((each.account, each.origin))) for each in found)

    async def _paused(self, found: Import) -> Paused | None:
        """Why no row of the account begins that is of the import's market."""
        try:
            await self.sessions.require(found.account, found.origin)
        except ServiceError as error:
            return Paused(error.code, await self._said_of(error, found))
        return (await self.store.standing(found.account)).said

    async def _said_of(self, error: ServiceError, found: Import) -> Text:
        """What to do; of another market what only the owner of the import can decide."""
        market = await self.sessions.market_of(found.account)
        if error.code != "wrong_market" or market is None or market == found.origin:
            return error.detail
        return Message(
            "This import is for {wanted}, and the account's session is of {host}: cancel this "
            "import, or save a session of {wanted}.",
            wanted=host_of(found.origin),
            host=host_of(market),
        )

    def _allowed(self, account: str | None) -> str:
        """The account inside the service, for which the caller may bring a file now."""
        self.caller.require(Scope.PREPARE)
        self.photos.limits.of(self.caller.owner)["uploads"].check().require()
        return self.caller.account(account or DEFAULT_ACCOUNT)

    async def _read(
        self,
        sent: Sequence[File],
        account: str | None,
        market: str | None,
        *,
        hold: bool,
        keep: bool,
    ) -> ArrivingImport:
        named = account or DEFAULT_ACCOUNT
        premises = await self.listings.premises(named, market)
        beside = {"account": named, "market": market}
        return ArrivingImport(
            id=new_id(),
            read=await read_import(sent),
            premises=premises,
            beside=beside,
            listings=self.listings,
            photos=self.photos,
            owner=self.caller.owner,
            hold=hold,
            keep=keep,
        )


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


def _require_not_clicked(row: RowMark) -> None:
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
