"""Photos and pictures over several machines: one takes in, another publishes, all can see."""

import asyncio
import hashlib
import io
import random
import subprocess
import sys
import textwrap
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from browser.chromium.chromium import Chromium
from browser.form.outcome import SubmissionOutcome
from browser.listing import Listing, PhotoFile
from browser.standin import StandinOptions, serve_standin
from gql_api.db.database import Database
from gql_api.db.photos import PhotoStore
from gql_api.errors import NotFound, ObjectDamaged
from gql_api.media.photos import PhotoIntake
from gql_api.media.screenshots import Pictures
from gql_api.storage_errors import StorageUnavailable
from tests.browser.seller import HOODIE, shop
from tests.gql_api.places import Place

now = partial(datetime.now, UTC)


async def _chunks(data: bytes) -> AsyncIterator[bytes]:
    yield data


def _jpeg(seed: int) -> bytes:
    """Noise, so that no two are alike."""
    file = io.BytesIO()
    noise = random.Random(seed).randbytes(120 * 90 * 3)
    Image.frombytes("RGB", (120, 90), noise).save(file, "JPEG", quality=95)
    return file.getvalue()


async def _listing(intake: PhotoIntake, rows: PhotoStore, count: int = 3) -> Listing:
    """Photos taken in as an API process does, and the listing as it is stored: without paths."""
    files = []
    for number in range(count):
        photo = await intake.take(_chunks(_jpeg(number)), f"{number}.jpg")
        await rows.add(photo)
        files.append(replace(photo.file, path=Path("of/another/machine")))
    return replace(HOODIE, photos=tuple(files))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/fripier.db")
    await database.open()
    yield database
    await database.close()


@pytest.mark.parametrize("shared", ["s3"], indirect=True)
async def test_a_photo_taken_in_by_one_machine_is_published_by_another_byte_for_byte(
    shared: Place, database: Database
) -> None:
    rows = PhotoStore(database, now, Path)
    async with PhotoIntake(shared.blobs("api")) as api:
        stored = await _listing(api, rows)
    worker = PhotoIntake(shared.blobs("worker"))
    pictures = Pictures(shared.blobs("worker", kind="pictures"))
    async with (
        Chromium() as chromium,
        serve_standin(options=StandinOptions()) as standin,
    ):
        seller = shop(standin, chromium)
        listing = await worker.located(stored)
        here = shared.machines / "worker"
        assert all(photo.path.is_relative_to(here) for photo in listing.photos)
        form = await seller.prepare(listing)
        picture_id = await pictures.keep(form.picture)
        submission = await seller.submit(form, listing)
        assert submission.outcome is SubmissionOutcome.PUBLISHED
        published = seller.photos_of(seller.item)
    taken = await rows.find([photo.id for photo in stored.photos])
    assert published == [taken[photo.id].digest for photo in stored.photos]
    seen = await Pictures(shared.blobs("api", kind="pictures")).find(picture_id)
    assert seen.read_bytes() == form.picture


async def test_a_photo_whose_file_is_gone_is_asked_for_again(
    place: Place, database: Database
) -> None:
    rows = PhotoStore(database, now, Path)
    async with PhotoIntake(place.blobs()) as intake:
        stored = await _listing(intake, rows)
        assert await intake.delete(stored.photos[1].id)
        with pytest.raises(NotFound, match=r"gone: upload the photo again") as gone:
            await intake.located(stored)
        assert gone.value.code == "photo_not_found"
        with pytest.raises(NotFound) as absent:
            await Pictures(place.blobs(kind="pictures")).find("0" * 32)
        assert absent.value.code == "picture_not_found"


async def test_a_photo_that_was_changed_in_the_store_is_not_published(
    shared: Place, database: Database
) -> None:
    async with PhotoIntake(shared.blobs("api")) as api:
        stored = await _listing(api, PhotoStore(database, now, Path))
    first, second = (f"photos/{each.id[:2]}/{each.id}.jpg" for each in stored.photos[:2])
    shared.overwrite(first, shared.held()[second])
    with pytest.raises(ObjectDamaged):
        await PhotoIntake(shared.blobs("worker")).located(stored)


async def test_an_upload_that_the_store_refuses_leaves_nothing(share: Place) -> None:
    async with PhotoIntake(share.blobs()) as intake:
        share.lose()
        with pytest.raises(StorageUnavailable):
            await intake.take(_chunks(_jpeg(1)), "a.jpg")
    assert not [path for path in share.machines.rglob("*") if path.is_file()]


_TAKES_IN = """
    import asyncio, io, os, random, sys
    from datetime import UTC, datetime
    from functools import partial
    from pathlib import Path
    from gql_api.media.photos import PhotoIntake
    from gql_api.db.database import Database
    from gql_api.db.photos import PhotoStore
    from tests.gql_api.places import Place
    from tests.gql_api.media.test_shared_photos import _chunks, _jpeg

    class Rows(PhotoStore):
        async def add(self, photo):
            if sys.argv[3] == "between":
                print("kept", photo.id, flush=True)
                await asyncio.sleep(60)
            await super().add(photo)

    async def main():
        machines = Path(sys.argv[1])
        database = Database(f"sqlite:///{machines}/fripier.db")
        await database.open()
        rows = Rows(database, partial(datetime.now, UTC), lambda photo_id: Path(photo_id))
        async with PhotoIntake(Place(machines, sys.argv[2] or None).blobs()) as intake:
            for number in range(100_000):
                photo = await intake.take(_chunks(_jpeg(number)), "a.jpg")
                await rows.add(photo)
                print("acknowledged", photo.id, flush=True)

    asyncio.run(main())
"""


def _killed(place: Place, when: str, after: float = 0.0) -> list[str]:
    """Kill a process that takes photos in; what it said before."""
    program = [sys.executable, "-c", textwrap.dedent(_TAKES_IN)]
    command = [*program, str(place.machines), place.url or "", when]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline()]
        time.sleep(after)
        process.kill()
        said += process.stdout.readlines()
    return [line.split()[1] for line in said if line.startswith(("acknowledged", "kept"))]


async def _rows(place: Place) -> tuple[PhotoFile, ...]:
    database = Database(f"sqlite:///{place.machines}/fripier.db")
    await database.open()
    try:
        found = await database.read(
            lambda tx: tx.exec_driver_sql("SELECT id, digest, width, height FROM photos").all()
        )
    finally:
        await database.close()
    return tuple(PhotoFile(row.id, Path(), row.digest, row.width, row.height) for row in found)


async def test_killed_between_the_store_and_the_row_no_row_names_it(place: Place) -> None:
    (kept,) = await asyncio.to_thread(_killed, place, "between")
    assert await _rows(place) == ()
    assert [name for name in place.held() if kept in name]  # whole, and nobody's


async def test_killed_in_the_middle_every_row_names_a_whole_photo(place: Place) -> None:
    acknowledged = await asyncio.to_thread(_killed, place, "never", 0.3)
    assert len(acknowledged) > 1
    rows = await _rows(place)
    assert set(acknowledged) <= {row.id for row in rows}
    machine = "two" if place.url else "one"
    intake = PhotoIntake(place.blobs(machine))
    for row in rows:
        data = (await intake.local(row)).read_bytes()
        assert hashlib.sha256(data).hexdigest() == row.digest
