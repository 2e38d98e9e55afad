"""What was acknowledged outlives a power cut: synced before the answer leaves, whole in a copy."""

import asyncio
import hashlib
import os
import random
import shutil
import signal
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import sqlalchemy as sa

from gql_api.bootstrap.container import Core, Role, build_core
from gql_api.cli.demo.photos import hoodie
from gql_api.settings import load_settings

from .calls import Trace, first, read, traced
from .serving import LISTING, UA, Serving, serving

WAL = "fripier.db-wal"
COPIES = 30


# An fsync precedes every acknowledgement


@dataclass(frozen=True)
class Asked:
    """A request whose answer can be found again among the system calls."""

    request_id: str
    answer: httpx.Response


async def _ask(served: Serving, path: str, **how: Any) -> Asked:
    request_id = uuid.uuid4().hex
    headers = {"X-Request-Id": request_id, **how.pop("headers", {})}
    answer = await served.http.post(path, headers=headers, **how)
    assert answer.headers["X-Request-Id"] == request_id
    return Asked(request_id, answer)


def _first_commit_is_synced(trace: Trace, asked: Asked, *texts: str) -> None:
    """The commit that first wrote the texts into the database's log ended before the answer."""
    written = first(
        (call for call in trace.writes(WAL) if all(text in call.text for text in texts)),
        f"commit of {texts}",
    )
    assert trace.synced(written).ended < trace.answer(asked.request_id).begun


def _file_is_synced(trace: Trace, asked: Asked, folder: Path, name: str, text: str = "") -> None:
    """File, name and folder: each step ended before the next began, all before the answer."""
    answer = trace.answer(asked.request_id)
    written = first(trace.writes(f"{folder}/.{name}.", text), f"write of {name}")
    renamed = trace.renamed(written.path)
    assert trace.synced(written).ended < renamed.begun
    assert trace.folder_synced(str(folder), renamed).ended < answer.begun


async def test_every_acknowledgement_follows_the_sync_of_what_it_acknowledges(
    tmp_path: Path,
) -> None:
    """The browser runs before strace looks, so that it is not slowed down with the rest."""
    data, file = tmp_path / "data", tmp_path / "calls"
    async with serving(data) as served:
        await served.sign_in()
        async with traced(served.process.pid, file):
            photo = await _ask(served, "/vinted/photos/upload", files={"file": hoodie(30)})
            photo_id = photo.answer.json()["photo"]["temp_id"]
            body = {**LISTING, "photos": [photo_id]}
            prepared = await _ask(served, "/vinted/listings/prepare", json=body)
            queued = await _ask(
                served, "/vinted/listings/prepare", json=body, headers={"Prefer": "wait=0"}
            )
            body = {"cookie": "access_token_web=demo", "user_agent": UA, "account": "second"}
            session = await _ask(served, "/vinted/auth/session", json=body)
            token = prepared.answer.json()["confirm_token"]
            yes = {"confirm_token": token, "dry_run": False}
            published = await _ask(served, "/vinted/listings/publish", json=yes)
    assert queued.answer.status_code == 202
    for asked in (photo, prepared, session, published):
        assert asked.answer.status_code == 200, asked.answer.text
    trace = read(file)
    _file_is_synced(trace, photo, data / "photos" / photo_id[:2], f"{photo_id}.jpg")
    _first_commit_is_synced(trace, photo, photo_id)
    _first_commit_is_synced(trace, queued, queued.answer.json()["job_id"])
    _first_commit_is_synced(trace, prepared, prepared.answer.json()["job_id"])
    _first_commit_is_synced(trace, prepared, "awaiting_confirmation")
    _file_is_synced(trace, session, data, "session.enc", "second")
    _first_commit_is_synced(trace, published, published.answer.json()["job_id"])
    _first_commit_is_synced(trace, published, published.answer.json()["listing_url"])


# Copies taken at random moments


@dataclass
class Acknowledged:
    """What a service said that it has, as far as the answers arrived."""

    jobs: list[str] = field(default_factory=list)
    photos: dict[str, str] = field(default_factory=dict)
    sessions: list[str] = field(default_factory=list)

    def now(self) -> "Acknowledged":
        return Acknowledged(list(self.jobs), dict(self.photos), list(self.sessions))

    def __len__(self) -> int:
        return len(self.jobs) + len(self.photos) + len(self.sessions)


async def _store_jobs(served: Serving, said: Acknowledged) -> None:
    while True:
        answer = await served.http.post(
            "/vinted/listings/prepare", json=dict(LISTING), headers={"Prefer": "wait=0"}
        )
        if answer.status_code == 429:
            return  # as many as one minute admits: the copies go on with what the jobs do
        said.jobs.append(answer.json()["job_id"])


async def _store_photos(served: Serving, said: Acknowledged) -> None:
    photo = hoodie(30)
    while True:
        photo_id = await served.upload(photo)
        kept = await served.http.get(f"/vinted/photos/{photo_id}")
        said.photos[photo_id] = hashlib.sha256(kept.content).hexdigest()


async def _store_sessions(served: Serving, said: Acknowledged) -> None:
    while True:
        account = f"seller-{len(said.sessions)}"
        answer = await served.sign_in(account=account)
        assert answer.json()["persisted"] is True
        said.sessions.append(account)


def _copy(served: Serving, to: Path) -> None:
    """The data folder as one instant shows it, without the shared-memory index of the log."""
    os.kill(served.process.pid, signal.SIGSTOP)
    _stands_still(served.process.pid)
    try:
        shutil.copytree(served.folder, to, ignore=shutil.ignore_patterns("*-shm"))
    finally:
        os.kill(served.process.pid, signal.SIGCONT)


def _stands_still(pid: int) -> None:
    """Wait until every thread has stopped: one in the middle of a system call ends it first."""
    states = set[str]()
    end = time.monotonic() + 10
    while time.monotonic() < end:
        stats = [task.joinpath("stat").read_text() for task in Path(f"/proc/{pid}/task").iterdir()]
        states = {stat.rpartition(")")[2].split()[0] for stat in stats}
        if states == {"T"}:
            return
        time.sleep(0.001)
    raise TimeoutError(f"the process does not stop: {states}")


async def _check(copy: Path, said: Acknowledged) -> None:
    """The service's own parts find everything in the copy."""
    settings = load_settings({"DATA_DIR": str(copy), "MOCK_MODE": "true"})
    core = build_core(settings, Role.ALL, "http://127.0.0.1:5001")
    await core.database.open()
    try:
        sound = await core.database.read(_integrity)
        assert sound == "ok"
        await _check_all(core, said)
    finally:
        await core.database.close()


def _integrity(connection: sa.Connection) -> str:
    return str(connection.exec_driver_sql("PRAGMA integrity_check").scalar_one())


async def _check_all(core: Core, said: Acknowledged) -> None:
    for job_id in said.jobs:
        assert (await core.stores.jobs.get(job_id)).listing.title == LISTING["title"]
        assert await core.stores.jobs.events_after(job_id, 0)
    found = await core.stores.photos.find(list(said.photos))
    for photo_id, digest in said.photos.items():
        path = await core.media.intake.local(found[photo_id].file)
        assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
    for account in said.sessions:
        assert (await core.vault.load(account)) is not None


async def test_a_copy_of_the_data_folder_at_any_moment_holds_everything_acknowledged(
    tmp_path: Path,
) -> None:
    """Tens of instants of a service that stores jobs, photos and sessions as fast as it can.

    The process is stopped while its files are copied, so the copy is one instant: between two
    writes of a commit, in the middle of a checkpoint or of a photo, wherever it happened to be. The
    -shm file is left out, as it does not outlive the machine, and the log is read anew. Not
    modelled is what a power cut does to writes that were not synced: it may drop any of them, also
    a later one before an earlier one. That none of those was acknowledged is what the test with
    strace shows; that a disk keeps what it said it had synced is taken for granted.
    """
    chance = random.Random(7)
    env = {"PREPARES_PER_MINUTE": "600", "UPLOADS_PER_MINUTE": "6000"}
    said, taken = Acknowledged(), list[tuple[Path, Acknowledged]]()
    work: tuple[Callable[..., Any], ...] = (_store_jobs, _store_photos, _store_sessions)
    async with serving(tmp_path / "data", **env, MAX_QUEUED_PER_ACCOUNT="1000") as served:
        await served.sign_in()
        working = [asyncio.create_task(each(served, said)) for each in work]
        try:
            async with asyncio.timeout(120):
                while len(taken) < COPIES or len(taken[-1][1]) <= COPIES:
                    await asyncio.sleep(chance.uniform(0.02, 0.4))
                    taken.append((tmp_path / f"copy-{len(taken)}", said.now()))
                    await asyncio.to_thread(_copy, served, taken[-1][0])
                    assert not [task for task in working if task.done() and task.exception()]
        finally:
            for task in working:
                task.cancel()
            await asyncio.gather(*working, return_exceptions=True)
        await served.kill()
    for copy, before in taken:
        await _check(copy, before)
    copy, before = taken[-1]
    async with serving(copy) as again:
        assert (await again.http.get(f"/vinted/jobs/{before.jobs[-1]}")).status_code == 200
