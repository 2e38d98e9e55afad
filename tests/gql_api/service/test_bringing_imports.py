"""An import on its way to the database: others have their turns, and its photos stay with it."""

import asyncio
import threading
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from browser.listing import Listing
from gql_api.bootstrap.process import build
from gql_api.db.importing import imports as stored_imports
from gql_api.domain.imports import Import
from gql_api.errors import Conflict, NotFound
from gql_api.service.listings import ListingService, Premises
from gql_api.service.service import Service
from gql_api.settings import load_settings
from tests.gql_api.imports.files import sent, zipped


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    made = build(load_settings({"DATA_DIR": str(tmp_path)}))
    assert made.service is not None
    await made.core.database.open()
    yield made.service
    await made.core.database.close()


async def test_others_have_a_turn_after_each_row(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns, at = 0, list[int]()

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    as_prepared = ListingService.as_prepared

    async def seen(self: ListingService, data: Mapping[str, Any], premises: Premises) -> Listing:
        at.append(turns)
        return await as_prepared(self, data, premises)

    monkeypatch.setattr(ListingService, "as_prepared", seen)
    table = "Title,Price,Description\n" + "".join(f"A{n},1,x\n" for n in range(20))
    task = asyncio.create_task(others())
    try:
        found = await service.imports.check(
            [sent("a.csv", table.encode())], account=None, market=None
        )
    finally:
        task.cancel()
    assert len(found.rows) == len(at) == 20
    assert len(set(at)) == 20, "no two rows in one turn"


async def test_an_import_that_is_being_written_keeps_its_photos_when_its_sender_goes(
    service: Service, photo: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing, go_on = threading.Event(), threading.Event()
    found = stored_imports.found

    def slowly(tx: sa.Connection, import_id: str, *rest: str) -> Import:
        """The last that is asked before the commit."""
        if not writing.is_set():
            writing.set()
            assert go_on.wait(30)
        return found(tx, import_id, *rest)

    monkeypatch.setattr(stored_imports, "found", slowly)
    files = {"a.csv": b"Title,Price,Description,Photos\nA,1,x,a.jpg\n", "a.jpg": photo}
    bringing = asyncio.create_task(
        service.imports.bring([sent("a.zip", zipped(files))], account=None, market=None, hold=True)
    )
    assert await asyncio.to_thread(writing.wait, 30)
    bringing.cancel()
    asyncio.get_running_loop().call_soon(go_on.set)
    with pytest.raises(asyncio.CancelledError):
        await bringing
    (kept,) = await service.imports.list(limit=5)
    (row,) = await service.imports.rows(kept.id, limit=5)
    assert row.listing is not None
    (shown,) = row.listing.photos
    with pytest.raises(Conflict):
        await service.photos.delete(shown.id)


async def test_photos_are_given_back_where_nothing_was_written(
    service: Service, photo: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    def broken(tx: sa.Connection, account: str) -> None:
        query = sa.text("select id from photos")
        taken.extend(tx.execute(query).scalars())
        raise RuntimeError("broken")

    monkeypatch.setattr(stored_imports, "require_not_forgotten", broken)
    files = {"a.csv": b"Title,Price,Description,Photos\nA,1,x,a.jpg\n", "a.jpg": photo}
    with pytest.raises(RuntimeError, match="broken"):
        await service.imports.bring([sent("a.zip", zipped(files))], account=None, market=None)
    (photo_id,) = taken
    with pytest.raises(NotFound):
        await service.photos.get(photo_id)
