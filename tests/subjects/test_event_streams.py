"""Streams over HTTP end with the key or token that opened them: REST's, and both of GraphQL.

A stream that ends so has no last word of its protocol, so that its client asks again and is told
401. A key is revoked by another process, and over PostgreSQL every process of a service hears.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from gql_api.auth.jwt import LEEWAY_SECONDS
from gql_api.db.database import Database
from gql_api.db.jobs import JobStore
from gql_api.domain.job import JobKind
from gql_api.domain.tenant import owner_of, qualified
from gql_api.listings.admission import new_job
from gql_api.security.keyring import new_secret
from tests.e2e.cluster import API
from tests.e2e.serving import serving
from tests.gql_api.db.conftest import LISTING
from tests.gql_api.inside import Inside, inside
from tests.postgres import fresh, postgres
from tests.subjects.people import OPERATOR_KEY, PROVIDER, command, token

ENDS_WITHIN = 10.0
EVENTS = "text/event-stream"
PARTS = "multipart/mixed;subscriptionSpec=1.0"
KINDS = pytest.mark.parametrize("accept", ["", EVENTS, PARTS], ids=["rest", "events", "parts"])
FIRST = {"": "id: 1\n", EVENTS: '"seq":1', PARTS: '"seq":1'}
ENDS = {"": "unheard of", EVENTS: "event: complete", PARTS: "--graphql--"}
FOLLOW = "subscription($id: ID!) { listingProgress(jobId: $id) { seq } }"


@pytest.fixture(scope="module")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Inside, Path]]:
    folder = tmp_path_factory.mktemp("ends")
    given: dict[str, object] = {name.lower(): value for name, value in PROVIDER.items()}
    async with inside(folder, **given) as service:
        yield service, folder


def _client(url: str, credential: str) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {credential}"}
    return httpx.AsyncClient(base_url=url, headers=headers, timeout=20)


def _asked(client: httpx.AsyncClient, job_id: str, accept: str) -> httpx.Request:
    if not accept:
        return client.build_request("GET", f"/vinted/jobs/{job_id}/events")
    body = {"query": FOLLOW, "variables": {"id": job_id}}
    return client.build_request("POST", "/graphql", json=body, headers={"Accept": accept})


class Stream:
    """A stream that was opened, and what it has said so far."""

    def __init__(self, answer: httpx.Response, accept: str) -> None:
        assert answer.status_code == 200
        self.text = ""
        self._pieces = answer.aiter_text()
        self._accept = accept

    async def begun(self) -> None:
        async with asyncio.timeout(ENDS_WITHIN):
            while FIRST[self._accept] not in self.text:
                self.text += await anext(self._pieces)

    async def ended(self) -> None:
        """Return at its end, which is whole for HTTP and without a last word of its protocol."""
        async with asyncio.timeout(ENDS_WITHIN):
            self.text += "".join([piece async for piece in self._pieces])
        assert ENDS[self._accept] not in self.text


@KINDS
async def test_a_stream_of_a_revoked_key_ends_and_the_next_is_refused(
    service: tuple[Inside, Path], accept: str
) -> None:
    running, folder = service
    name = f"key-{accept[:4]}".rstrip("-")
    key = await command(folder, "keys", "create", name, "--scope", "read")
    job = await running.job()
    async with _client(running.url, key) as client:
        stream = Stream(await client.send(_asked(client, job.id, accept), stream=True), accept)
        await stream.begun()
        await command(folder, "keys", "revoke", name)
        await stream.ended()
        refused = await client.send(_asked(client, job.id, accept), stream=True)
        assert refused.status_code == 401
    await running.watchers(0)


@KINDS
async def test_a_stream_of_an_expired_token_ends_and_the_next_is_refused(
    service: tuple[Inside, Path], accept: str
) -> None:
    running, _ = service
    job = await running.job(qualified(owner_of("dora"), "default"))
    credential = token("dora", seconds=3 - LEEWAY_SECONDS)
    async with _client(running.url, credential) as client:
        stream = Stream(await client.send(_asked(client, job.id, accept), stream=True), accept)
        await stream.begun()
        await stream.ended()
        refused = await client.send(_asked(client, job.id, accept), stream=True)
        assert refused.status_code == 401
    await running.watchers(0)


async def test_a_stream_of_a_key_that_counts_goes_on_past_the_look(
    service: tuple[Inside, Path],
) -> None:
    """What ends the streams above is the end of the credential, and not its being looked at."""
    running, _ = service
    job = await running.job()
    async with _client(running.url, OPERATOR_KEY) as client:
        stream = Stream(await client.send(_asked(client, job.id, ""), stream=True), "")
        await stream.begun()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(5):
                await stream.ended()


@pytest.fixture
def database() -> Iterator[str]:
    with postgres() as server, fresh(sa.make_url(server)) as address:
        yield address


async def _waiting_job(address: str) -> str:
    """A job that nobody takes up: there is no worker."""
    database = Database(address)
    await database.open()
    try:
        now = datetime.now(UTC)
        made = new_job(JobKind.PREPARE, "default", "https://www.vinted.fr", LISTING, now)
        jobs = JobStore(database, lambda: datetime.now(UTC))
        return (await jobs.accept(made, key=None))[0].id
    finally:
        await database.close()


async def test_every_process_of_a_service_hears_of_a_revoked_key(
    database: str, tmp_path: Path
) -> None:
    env = {"DATABASE_URL": database, "SECRET_KEY": new_secret(), "API_KEYS": OPERATOR_KEY}
    shared = {**env, "STORAGE_URL": tmp_path.as_uri(), "MOCK_MODE": "false"}
    async with AsyncExitStack() as stack:
        apis = [
            await stack.enter_async_context(serving(tmp_path / name, 0, API, **shared))
            for name in ("one", "two")
        ]
        key = await command(tmp_path, "keys", "create", "emil", "--scope", "read", **env)
        job_id = await _waiting_job(database)
        clients = [await stack.enter_async_context(_client(api.url, key)) for api in apis]
        streams = []
        for client, accept in zip(clients, (EVENTS, ""), strict=True):
            answer = await client.send(_asked(client, job_id, accept), stream=True)
            stack.push_async_callback(answer.aclose)
            streams.append(Stream(answer, accept))
            await streams[-1].begun()
        await command(tmp_path, "keys", "revoke", "emil", **env)
        await asyncio.gather(*(stream.ended() for stream in streams))
        answers: list[Any] = [await client.get("/vinted/markets") for client in clients]
    assert [answer.status_code for answer in answers] == [401, 401]
