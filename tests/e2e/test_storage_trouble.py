"""Disks that are full, read-only or limited, a database that is locked or away: what is said, that
nothing is acknowledged which is not stored, and that the service goes on by itself afterwards.
"""

import asyncio
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from gql_api.cli.demo.photos import hoodie
from gql_api.security.keyring import new_secret
from tests.postgres import address_of, fresh, postgres_server

from .cluster import WORK, cluster
from .disks import fill, limit_files, make_room, small_disk, without_file
from .serving import LISTING, SERVE, Serving, free_port, serving

NOWHERE = "postgresql://127.0.0.1:1/fripier"
GRAPHQL = """
mutation ($input: PrepareListingInput!) {
  prepareListing(input: $input) { ... on Error { code } }
}
"""
TYPED = {"title": "Hoodie", "price": "35", "description": "Bon état", "photos": []}
PROBLEM = "application/problem+json"
NO_BYTE_CODE = {"PYTHONDONTWRITEBYTECODE": "1"}
"""For who may write no whole file: Python would leave half a module for everybody else."""


# At the start


async def _refusal(
    folder: Path,
    command: tuple[str, ...] = SERVE,
    before: Callable[[], None] | None = None,
    **env: str,
) -> str:
    """What a process says that does not start; in one paragraph, without a trace."""
    given = {"PORT": str(free_port()), "MOCK_MODE": "true", "DATA_DIR": str(folder)} | env
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    process = await asyncio.create_subprocess_exec(
        *command,
        env=kept | {"LOG_FORMAT": "json", "COLUMNS": "1000"} | NO_BYTE_CODE | given,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        preexec_fn=before,
    )
    try:
        output = (await asyncio.wait_for(process.communicate(), 90))[0].decode()
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode == 2, output
    assert "Traceback" not in output, output
    return output.strip().splitlines()[-1]


async def test_what_cannot_start_says_in_one_line_which_setting_and_what_to_do(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "fripier.db").write_text("hello world " * 1000)
    key = {"SECRET_KEY": new_secret()}
    away = {"DATABASE_URL": NOWHERE, **key}
    worker = away | {
        "STORAGE_URL": tmp_path.as_uri(),
        "MOCK_MODE": "false",
        "VINTED_BASE_URL": "http://127.0.0.1:1",
    }
    said = await asyncio.gather(
        _refusal(tmp_path / "file"),
        _refusal(tmp_path / "a", before=partial(without_file, 0)),
        _refusal(tmp_path / "b", before=partial(without_file, 40_960), **key),
        _refusal(tmp_path / "other", **key),
        _refusal(tmp_path / "c", **away),
        _refusal(tmp_path / "d", WORK, **worker),
    )
    for words, line in zip(
        (
            ("DATA_DIR", "is a file", "Name a folder"),
            ("DATA_DIR", "File too large", "has room"),
            ("DATA_DIR", "fripier.db", "Make room"),
            ("DATA_DIR", "none of ours", "Restore a backup"),
            ("DATABASE_URL", "Check that PostgreSQL runs"),
            ("DATABASE_URL", "Check that PostgreSQL runs"),
        ),
        said,
        strict=True,
    ):
        assert all(word in line for word in words), line


async def test_a_read_only_data_folder_is_said_at_the_start(tmp_path: Path) -> None:
    with small_disk(tmp_path / "data", 16) as data:
        async with serving(data):
            pass
    with small_disk(tmp_path / "empty", 1, "ro") as data:
        assert "Read-only file system" in await _refusal(data)
        line = await _refusal(data, SECRET_KEY=new_secret())
        assert ("DATA_DIR" in line and "Make it writable" in line) or "may write" in line, line


# On the request


async def _refused(served: Serving) -> None:
    """Everything that would have to be stored is refused, and said so."""
    photo = {"file": ("photo.jpg", hoodie(30), "image/jpeg")}
    answers = [
        await served.http.post("/vinted/photos/upload", files=photo),
        await served.http.post("/vinted/listings/prepare", json=dict(LISTING)),
        await served.sign_in("access_token_web=demo; locale=fr"),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()["code"]) == (503, "storage_unavailable")
        assert answer.headers["Content-Type"] == PROBLEM
        assert int(answer.headers["Retry-After"]) > 0
        assert "Traceback" not in answer.text and "sqlite" not in answer.text
    query = {"query": GRAPHQL, "variables": {"input": TYPED}}
    told = (await served.http.post("/graphql", json=query)).json()
    assert told["data"]["prepareListing"]["code"] == "storage_unavailable", told


async def _kept(served: Serving) -> tuple[int, dict[str, int]]:
    """How many photos are on the disk and how many jobs are stored."""
    photos = len(list((served.folder / "photos").rglob("*.jpg")))
    stats = (await served.http.get("/stats")).json()
    return photos, stats["jobs"]


async def _until_ready(served: Serving, status: int) -> None:
    async with asyncio.timeout(20):
        while (await served.http.get("/ready")).status_code != status:
            await asyncio.sleep(0.1)


async def _works_again(served: Serving, token: str) -> None:
    """The same process takes everything in, and the yes given before the trouble counts."""
    await _until_ready(served, 200)
    assert (await served.sign_in()).json()["ok"] is True
    photo = await served.upload(hoodie(30))
    assert (await served.http.get(f"/vinted/photos/{photo}")).status_code == 200
    published = (await served.publish(token)).json()
    assert published.get("outcome") == "published", published
    assert (await served.prepare(photos=[photo]))["outcome"] == "prepared"


async def test_a_file_size_limit_is_told_and_passes(tmp_path: Path) -> None:
    async with serving(tmp_path, **NO_BYTE_CODE) as served:
        await served.sign_in()
        photo = await served.upload(hoodie(30))
        prepared = await served.prepare(photos=[photo])
        before = await _kept(served)
        limit_files(served.process.pid, 100)
        await _refused(served)
        assert (await served.http.get(f"/vinted/jobs/{prepared['job_id']}")).status_code == 200
        assert await _kept(served) == before
        await _until_ready(served, 503)
        limit_files(served.process.pid, -1)
        await _works_again(served, prepared["confirm_token"])


async def test_a_full_disk_is_told_and_passes_and_the_job_under_way_goes_on(
    tmp_path: Path,
) -> None:
    with small_disk(tmp_path / "data", 24) as data:
        async with serving(data) as served:
            await served.sign_in()
            photo = await served.upload(hoodie(30))
            prepared = await served.prepare(photos=[photo])
            under_way = await _begun(served, photo)
            fill(data)
            await _refused(served)
            await _until_ready(served, 503)
            # Not at its first "job_failed": with room right after it that end itself would be kept.
            await _until_logged(served, "Exception encountered in asynchronous workflow")
            make_room(data)
            await _works_again(served, prepared["confirm_token"])
            await _settled(served, under_way)
            assert [line for line in served.output if "run_revived" in line]


async def _begun(served: Serving, photo: str, seconds: float = 6) -> str:
    """A preparation under way that the site holds up at its photo; its job id."""
    await served.faults(photo_delay=seconds)
    answer = await served.http.post(
        "/vinted/listings/prepare",
        json={**LISTING, "photos": [photo]},
        headers={"Prefer": "wait=0"},
    )
    job_id = str(answer.json()["job_id"])
    async with asyncio.timeout(60):
        while (await served.job(job_id))["step"] != "photos":
            await asyncio.sleep(0.1)
    await served.faults(photo_delay=0)
    return job_id


async def _until_logged(served: Serving, event: str) -> None:
    async with asyncio.timeout(60):
        while not [line for line in served.output if event in line]:
            await asyncio.sleep(0.1)


async def _settled(served: Serving, job_id: str) -> None:
    async with asyncio.timeout(90):
        while (job := await served.job(job_id))["state"] != "awaiting_confirmation":
            assert job["state"] in ("queued", "running"), job
            await asyncio.sleep(0.2)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Another process holds the database, as a shell or a backup tool would."""
    with closing(sqlite3.connect(folder / "fripier.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def test_a_locked_database_is_told_within_seconds_and_a_job_waits_longer(
    tmp_path: Path,
) -> None:
    async with serving(tmp_path) as served:
        await served.sign_in()
        photo = await served.upload(hoodie(30))
        prepared = await served.prepare(photos=[photo])
        under_way = await _begun(served, photo, 1)
        with _locked(tmp_path):
            asked = time.monotonic()
            refused = await served.http.post("/vinted/listings/prepare", json=dict(LISTING))
            assert (refused.status_code, refused.json()["code"]) == (503, "storage_unavailable")
            assert "another program holds" in refused.json()["detail"]
            assert time.monotonic() - asked < 12
            assert (await served.http.get("/ready")).status_code == 503
            assert (await served.job(under_way))["state"] == "running"
        await _works_again(served, prepared["confirm_token"])
        await _settled(served, under_way)


# A PostgreSQL that goes away


@asynccontextmanager
async def _watched(api: Serving) -> AsyncIterator[list[httpx.Response]]:
    """What requests that store something are answered meanwhile."""
    answers: list[httpx.Response] = []

    async def ask() -> None:
        while True:
            headers = {"Prefer": "wait=0"}
            url = "/vinted/listings/prepare"
            answers.append(await api.http.post(url, json=dict(LISTING), headers=headers))

    asking = asyncio.create_task(ask())
    try:
        yield answers
    finally:
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)


async def test_a_postgresql_that_is_away_for_ten_seconds(tmp_path: Path) -> None:
    with postgres_server() as server, fresh(address_of(server)) as database:
        async with cluster(
            tmp_path, database, apis=1, workers=1, MAX_QUEUED_PER_ACCOUNT="100"
        ) as running:
            (api,) = running.apis
            await api.sign_in()
            photo = await api.upload(hoodie(30))
            prepared = await api.prepare(photos=[photo])
            under_way = await _begun(api, photo, 4)
            await asyncio.to_thread(server.stop)
            async with _watched(api) as answers:
                await asyncio.sleep(10)
            assert answers
            for answer in answers:
                assert (answer.status_code, answer.json()["code"]) == (503, "storage_unavailable")
            assert (await api.http.get("/ready")).status_code == 503
            await asyncio.to_thread(server.ensure_postgres_running)
            await _until_ready(api, 200)
            await _settled(api, under_way)
            published: dict[str, Any] = (await api.publish(prepared["confirm_token"])).json()
            assert published["outcome"] == "published", published
            assert len(running.market.state.live_items) == 1
