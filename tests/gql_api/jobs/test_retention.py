"""The hourly look: questions, jobs, photos, pictures, and the engine's own rows."""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog

from gql_api.db.database import Database
from gql_api.db.jobs import Change, JobStore
from gql_api.db.photos import PhotoStore, StoredPhoto
from gql_api.db.retention import BATCH, AgingStore
from gql_api.domain.job import Job, JobKind, JobState, Result
from gql_api.durable_files import write_durably
from gql_api.errors import NotFound
from gql_api.jobs.engine import WORK, Engine, RunState
from gql_api.jobs.events import Broadcast, EventLog
from gql_api.jobs.retention import Ages, Retention
from gql_api.jobs.steps import StepRunner
from gql_api.listings.admission import new_job
from gql_api.media.local_store import Blobs
from gql_api.media.photos import PhotoIntake
from gql_api.media.screenshots import Pictures
from tests.gql_api.db.conftest import LISTING, Clock
from tests.gql_api.serving import served

DAY = timedelta(days=1)
AGES = Ages(jobs=30 * DAY, photos=7 * DAY, answers=14 * DAY)


@dataclass
class House:
    """A data folder with a clock that starts now, since files have the time of their writing."""

    clock: Clock
    database: Database
    jobs: JobStore
    photos: PhotoStore
    intake: PhotoIntake
    pictures: Pictures
    engine: Engine
    retention: Retention

    async def job(self, state: JobState, **values: object) -> Job:
        made = new_job(JobKind.PREPARE, "default", "https://www.vinted.fr", LISTING, self.clock())
        job, _ = await self.jobs.accept(replace(made, **values), key=None)  # type: ignore[arg-type]
        picture = await self.pictures.keep(b"picture")
        change = Change(state, result=Result(picture_id=picture))
        await self.jobs.change(job.id, 1, change)
        return await self.jobs.get(job.id)

    async def photo(self, letter: str, *, row: bool = True) -> StoredPhoto:
        photo_id = letter * 32
        path = self.intake.path_of(photo_id)
        await asyncio.to_thread(write_durably, path, b"photo")
        photo = StoredPhoto(photo_id, "d" * 64, 8, 6, 5, "p.jpg", path)
        if row:
            await self.photos.add(photo)
        return photo

    def picture_of(self, job: Job) -> str:
        assert job.result and job.result.picture_id
        return job.result.picture_id


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    clock = Clock()
    clock.time = datetime.now(UTC)
    database = Database(f"sqlite:///{tmp_path}/fripier.db")
    await database.open()
    jobs = JobStore(database, clock)

    def blobs(kind: str) -> Blobs:
        return Blobs(tmp_path / kind, limit=9999, now=lambda: clock().timestamp())

    intake, pictures = PhotoIntake(blobs("photos")), Pictures(blobs("pictures"))

    async def workflow(step: StepRunner, run_id: str) -> None:
        await step("only", asyncio.sleep, 0)

    async with Engine(database, {"prepare": workflow}, places={WORK: 2}) as engine, intake:
        yield House(
            clock=clock,
            database=database,
            jobs=jobs,
            photos=PhotoStore(database, clock, intake.path_of),
            intake=intake,
            pictures=pictures,
            engine=engine,
            retention=Retention(
                AgingStore(database),
                EventLog(jobs, Broadcast()),
                engine,
                intake,
                pictures,
                met=_of_sessions,
                ages=AGES,
                now=clock,
            ),
        )
    await database.close()


async def _of_sessions() -> set[str]:
    """No session shows a picture here."""
    return set()


async def _sweep_after(house: House, age: timedelta) -> dict[str, object]:
    """Keep house at that age; what the log says went."""
    house.clock.time += age
    with structlog.testing.capture_logs() as logs:
        await house.retention.keep_house()
    told = [entry for entry in logs if entry["event"] == "aged_out"]
    counted = {name: count for entry in told for name, count in entry.items()}
    return {name: counted[name] for name in counted.keys() - {"event", "log_level"}}


async def test_a_finished_job_goes_with_its_picture(house: House) -> None:
    job = await house.job(JobState.FAILED)
    picture = await house.pictures.find(house.picture_of(job))
    assert await _sweep_after(house, 29 * DAY) == {}
    assert picture.is_file()
    assert await _sweep_after(house, 2 * DAY) == {"jobs": 1}
    with pytest.raises(NotFound):
        await house.jobs.get(job.id)
    assert not picture.exists()


async def test_the_build_of_a_page_goes_with_its_job_or_as_an_orphan(house: House) -> None:
    job = await house.job(JobState.QUEUED)
    build_id = await house.pictures.keep_build(b"{}")
    kept = await house.pictures.build(build_id)
    orphan = await house.pictures.build(await house.pictures.keep_build(b"{}"))
    failed = Change(JobState.FAILED, result=Result(build_id=build_id))
    await house.jobs.change(job.id, 1, failed)
    assert await _sweep_after(house, 2 * DAY) == {"picture_files": 2}
    assert kept.is_file() and not orphan.exists()
    assert await _sweep_after(house, 29 * DAY) == {"jobs": 1}
    assert not kept.exists()


async def test_questions_that_nobody_answers_expire_and_age_from_then_on(house: House) -> None:
    job = await house.job(JobState.AWAITING_ANSWERS)
    assert await _sweep_after(house, 13 * DAY) == {}
    assert await _sweep_after(house, 2 * DAY) == {"questions": 1}
    assert (await house.jobs.get(job.id)).state is JobState.EXPIRED
    assert (await house.jobs.events_after(job.id, 2))[0].state is JobState.EXPIRED
    assert await _sweep_after(house, 29 * DAY) == {}
    assert (await _sweep_after(house, 2 * DAY))["jobs"] == 1


async def test_photos_go_when_no_job_needs_them_any_more(house: House) -> None:
    unused, used = await house.photo("a"), await house.photo("b")
    waiting = await house.job(
        JobState.AWAITING_CONFIRMATION, listing=replace(LISTING, photos=(used.file,))
    )
    assert await _sweep_after(house, 8 * DAY) == {"photos": 1}
    assert not unused.path.exists() and used.path.is_file()
    await house.jobs.change(
        waiting.id,
        1,
        Change(JobState.EXPIRED, expect=frozenset({JobState.AWAITING_CONFIRMATION})),
    )
    assert await _sweep_after(house, DAY) == {"photos": 1}
    assert not used.path.exists()


async def test_files_that_no_row_names_go_after_a_day(house: House) -> None:
    orphan, kept = await house.photo("a", row=False), await house.photo("b")
    forgotten = await house.pictures.find(await house.pictures.keep(b"nobody's"))
    shown = await house.pictures.find(house.picture_of(await house.job(JobState.DONE)))
    stranger = orphan.path.with_name("notes.txt")
    stranger.write_text("not ours")
    before = (await house.photo("c", row=False)).path
    earlier = (house.clock() - DAY).timestamp()
    os.utime(before, (earlier, earlier))
    assert await _sweep_after(house, timedelta(hours=23)) == {}
    assert orphan.path.is_file() and forgotten.is_file()
    assert await _sweep_after(house, DAY) == {"photo_files": 1, "picture_files": 1}
    assert not orphan.path.exists() and not forgotten.exists()
    assert all(path.is_file() for path in (kept.path, shown, stranger, before))


async def test_what_a_kill_left_half_written_goes_within_a_day(house: House) -> None:
    shown = await house.pictures.find(house.picture_of(await house.job(JobState.QUEUED)))
    photo = (await house.photo("a")).path
    left = [path.with_name(f".{path.name}.1a2b3c.tmp") for path in (shown, photo)]
    for path in left:
        path.write_bytes(b"half a pic")
    assert await _sweep_after(house, timedelta(minutes=50)) == {}
    assert all(path.is_file() for path in left)
    assert (await _sweep_after(house, DAY)) == {"unfinished_files": 2}
    assert not any(path.exists() for path in left)
    assert shown.is_file() and photo.is_file()


async def test_it_looks_at_most_once_an_hour(house: House) -> None:
    assert await _sweep_after(house, timedelta(0)) == {}
    await house.job(JobState.DONE)
    aged = "UPDATE jobs SET created_at = 0, updated_at = 0"
    await house.database.write(lambda tx: tx.exec_driver_sql(aged))
    assert await _sweep_after(house, timedelta(minutes=59)) == {}
    assert (await _sweep_after(house, timedelta(minutes=1)))["jobs"] == 1


async def test_more_than_one_go_can_take_is_taken_up_at_the_next(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gql_api.jobs.retention.BATCHES", 1)
    for _ in range(BATCH + 1):
        made = new_job(JobKind.PREPARE, "default", "https://www.vinted.fr", LISTING, house.clock())
        job, _ = await house.jobs.accept(made, key=None)
        await house.jobs.change(job.id, 1, Change(JobState.CANCELLED))
    assert (await _sweep_after(house, 31 * DAY))["jobs"] == BATCH
    assert (await _sweep_after(house, timedelta(seconds=5)))["jobs"] == 1


async def test_the_engines_rows_of_a_finished_run_go_too(house: House) -> None:
    await house.engine.enqueue(WORK, "prepare", "old.1", "default")
    async with asyncio.timeout(20):
        while await house.engine.known(["old.1"]) != {"old.1": RunState.ENDED}:
            await asyncio.sleep(0.05)

    async def rows() -> list[int]:
        tables = ("workflow_status", "operation_outputs", "workflow_input")
        counts = [f"SELECT count(*) FROM {table}" for table in tables]
        return await house.database.read(
            lambda tx: [tx.exec_driver_sql(count).scalar_one() for count in counts]
        )

    assert (await rows())[:2] == [1, 1]
    assert await _sweep_after(house, 29 * DAY) == {}
    assert await _sweep_after(house, 2 * DAY) == {"runs": 1}
    assert await rows() == [0, 0, 0]


async def test_the_engine_keeps_a_run_that_goes_on(tmp_path: Path) -> None:
    entered, let_go = asyncio.Event(), asyncio.Event()

    async def workflow(step: StepRunner, run_id: str) -> None:
        entered.set()
        await let_go.wait()

    database = Database(f"sqlite:///{tmp_path}/fripier.db")
    async with Engine(database, {"prepare": workflow}, places={WORK: 1}) as engine:
        await engine.enqueue(WORK, "prepare", "new.1", "default")
        await engine.enqueue(WORK, "prepare", "next.1", "default")
        await asyncio.wait_for(entered.wait(), 20)
        assert await engine.forget(datetime.now(UTC) + DAY, 50) == 0
        let_go.set()


async def test_a_service_keeps_house_soon_after_its_start(tmp_path: Path) -> None:
    folder = tmp_path / "served"
    database, clock = Database(f"sqlite:///{folder}/fripier.db"), Clock()
    clock.time = datetime.now(UTC) - 60 * DAY
    await database.open()
    file = folder / "photos" / "aa" / f"{'a' * 32}.jpg"
    await asyncio.to_thread(write_durably, file, b"photo")
    await PhotoStore(database, clock, Path).add(
        StoredPhoto("a" * 32, "d" * 64, 8, 6, 5, "p.jpg", file)
    )
    await database.close()
    async with served(folder, LOG_FORMAT="json"), asyncio.timeout(30):
        while file.exists():
            await asyncio.sleep(0.1)
    log = (folder / "serve.log").read_text()
    assert '"aged_out"' in log and '"photos": 1' in log
    assert "housekeeping_failed" not in log
