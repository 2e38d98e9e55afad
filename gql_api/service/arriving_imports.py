"""A file on its way to an import: its rows by the rules of prepare, its photos taken in.

How files are read is `gql_api.imports`' matter, what a listing may be the rules of prepare; what
becomes of the rows is decided by `imports`.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from browser.listing import FieldName, Listing
from browser.messages import Message
from gql_api.domain.imports import Import, ImportRow, Problem, RowState, Tally
from gql_api.errors import Conflict, InvalidInput, NotFound
from gql_api.imports.reader import Found, Photo, Read
from gql_api.imports.table import ImportTooLarge, ImportUnreadable
from gql_api.imports.uploads import File
from gql_api.listings.admission import require_fitting
from gql_api.listings.check import problems_of, readable
from gql_api.service.listings import ListingService, Premises
from gql_api.service.photos import PhotoService

MAX_TITLE: Final = 200
"""Characters of a bad row's title that are kept, to know it by."""
_STANDS_FOR_A_PHOTO: Final = "photo"


@dataclass(slots=True, kw_only=True)
class ArrivingImport:
    """One file on its way to rows: each is checked by the rules of prepare, its photos taken in."""

    id: str
    read: Read
    premises: Premises
    beside: Mapping[str, Any]
    listings: ListingService
    photos: PhotoService
    owner: str
    hold: bool
    keep: bool
    taken: dict[str, str] = field(default_factory=dict)
    """The photos that were taken in of this import, by their paths."""

    async def made(self, now: datetime) -> Import:
        """With every row. Photos that only bad rows would have shown are not kept."""
        rows = tuple([each async for each in self._rows()])
        shown = {photo.id for row in rows if row.listing for photo in row.listing.photos}
        await self.give_back(each for each in self.taken.values() if each not in shown)
        return Import(
            id=self.id,
            account=self.premises.account,
            origin=self.premises.origin,
            name=self.read.name,
            created_at=now,
            rows=rows,
            unread=self.read.unread,
            kept=self.keep,
            tally=Tally.of(rows),
        )

    async def _rows(self) -> AsyncGenerator[ImportRow]:
        """Each takes milliseconds of the processor, and a file has a thousand of them."""
        seen: dict[object, int] = {}
        for found in self.read.rows:
            yield await self._row(found, seen)
            await asyncio.sleep(0)

    async def undone(self, adding: "asyncio.Task[Import] | None") -> None:
        """Give the photos back, once it is known that nothing shows them.

        Whoever asked may be gone while the import is written: it is there then, with its photos.
        Where the writing itself was given up nobody knows, and they stay until they are old.
        """
        if adding is not None:
            await asyncio.wait([adding])
            if adding.cancelled() or (not adding.exception() and adding.result().id == self.id):
                return
        await self.give_back(self.taken.values())

    async def give_back(self, photos: Iterable[str]) -> None:
        for photo_id in tuple(photos):
            with suppress(NotFound, Conflict):  # given back before, or shown by another
                await self.photos.delete(photo_id)

    async def _row(self, found: Found, seen: dict[object, int]) -> ImportRow:
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
            members |= {"photos": photos}
            listing = await self.listings.as_prepared(members, self.premises)
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
                require_fitting(given, self.listings.marketplace.limits)
            except InvalidInput as error:
                problems += problems_of(error)
        if problems:
            known = {each["field"].partition(".")[0] for each in problems}
            rest = {**members, "photos": []}
            more = await self.listings.check(rest, premises=self.premises)
            problems += [
                each for each in more.problems if each["field"].partition(".")[0] not in known
            ]
        return problems

    def _bad(self, found: Found, problems: Sequence[Problem]) -> ImportRow:
        row = found.row
        title = str(row.members.get("title") or "").strip()[:MAX_TITLE] or None
        return ImportRow(
            self.id,
            row.line,
            RowState.BAD,
            problems=tuple(problems),
            notes=row.notes,
            title=title,
        )

    async def _photo(self, photo: Photo) -> str:
        """The id of a photo; a file that several rows show is taken in once."""
        if isinstance(photo, str):
            return photo
        if photo.path not in self.taken:
            stored = await self.photos.intake.take(self.read.files.pieces(photo), photo.path)
            await self.photos.store.add(stored, self.owner)
            self.taken[photo.path] = stored.id
        return self.taken[photo.path]
