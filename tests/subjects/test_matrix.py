"""Two subjects, one service: over every route, field and stream neither sees, touches or detects
anything of the other.

What a stranger is told before somebody came is compared with what another stranger is told
afterwards, asked with that somebody's real ids: to both it is the same, to the byte.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import count
from typing import Any

import httpx
import pytest
import websockets
from graphql import GraphQLObjectType

from gql_api.auth.api_keys import new_key
from gql_api.domain.tenant import owner_of
from gql_api.rest.routes import PLACES
from tests.subjects.conftest import Service
from tests.subjects.matrix import (
    ADMIN,
    ANYBODY,
    GRAPH,
    KNOWN,
    PREPARE,
    PUBLISH,
    READ,
    REST,
    SDL,
    SOCKETS,
    SUBSCRIPTIONS,
    Graph,
    Rest,
    Told,
    everything,
)
from tests.subjects.people import OPERATOR_KEY, Person, command, person, token

NUMBERS = count()
MADE_UP = {
    name: each * 32
    for name, each in zip(
        ("job", "publish", "photo", "picture", "alias", "import"), "abcdef", strict=True
    )
} | {"token": "fc_nothing", "account": "default"}
SHARED_KEY = "the-same-idempotency-key"
PROGRESS = "subscription ($id: ID!) { listingProgress(jobId: $id) { seq state } }"


@dataclass
class World:
    """Anna with everything that can be had, and what strangers were told before she came."""

    service: Service
    anna: Person
    ids: dict[str, str]
    before: dict[str, Told]
    heard: dict[str, list[str]]


async def _all_told(who: Person, ids: dict[str, str], photo: bytes) -> dict[str, Told]:
    told = {}
    for row in everything():
        told[row.name] = (await row.call(who, ids, photo)).masked(ids)
    return told


@asynccontextmanager
async def _listening(service: Service, who: Person, heard: list[str]) -> AsyncIterator[None]:
    """Everything that comes over the older socket of somebody."""
    address = service.base.replace("http", "ws") + "/ws"
    headers = {"Authorization": f"Bearer {who.credential}"}

    async def keep() -> None:
        async for message in socket:
            heard.append(str(message))

    async with websockets.connect(address, additional_headers=headers) as socket:
        task = asyncio.create_task(keep())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _settle(anna: Person, photo: bytes) -> dict[str, str]:
    """Anna does everything that leaves something behind; the ids of it."""
    await anna.sign_in()
    doctor = await anna.ask("mutation { runDoctor(input: {force: true}) { __typename } }")
    assert doctor["data"]["runDoctor"]["__typename"] == "RunDoctorSuccess", doctor
    first, second = [await anna.upload(photo) for _ in range(2)]
    taught = await anna.prepare(
        photos=[first["temp_id"]],
        condition="tiroir",
        answers={"condition": "Bon état"},
        key=SHARED_KEY,
    )
    sold = {"confirm_token": taught["confirm_token"], "dry_run": False}
    published = await anna.post("/vinted/listings/publish", sold, **{"Idempotency-Key": SHARED_KEY})
    assert published["outcome"] == "published", published
    waiting = await anna.prepare(photos=[second["temp_id"]])
    (alias,) = (await anna.http.get("/vinted/aliases")).json()["aliases"]
    # A row that is bad: an import of which nothing waits, so that its stream ends at once.
    table = {"files": ("listings.csv", b"Title,Price,Description\nA,-,x\n", "text/csv")}
    imported = (await anna.http.post("/vinted/imports", files=table)).json()
    receipt = (await anna.http.get(f"/vinted/jobs/{published['job_id']}/receipt")).json()
    return {
        "job": waiting["job_id"],
        "publish": published["job_id"],
        "photo": second["temp_id"],
        "picture": receipt["members"]["pictures"]["before"]["id"],
        "alias": alias["id"],
        "import": imported["id"],
        "token": waiting["confirm_token"],
        "account": "default",
    }


@pytest.fixture(scope="module")
async def world(service: Service, photo: bytes) -> AsyncIterator[World]:
    heard: dict[str, list[str]] = {"anna": [], "ben": [], "operator": []}
    ben_key = await command(
        service.folder, "keys", "create", "ben", "--scope", "publish", "--subject", "ben"
    )
    async with (
        person(service.base, "carl", token("carl")) as carl,
        person(service.base, "anna", token("anna")) as anna,
        person(service.base, "ben", ben_key) as ben,
        person(service.base, "operator", OPERATOR_KEY) as operator,
    ):
        before = await _all_told(carl, MADE_UP, photo)
        async with (
            _listening(service, anna, heard["anna"]),
            _listening(service, ben, heard["ben"]),
            _listening(service, operator, heard["operator"]),
        ):
            ids = await _settle(anna, photo)
        yield World(service, anna, ids, before, heard)


def _fresh() -> str:
    return f"ben-{next(NUMBERS)}"


@pytest.fixture
async def ben(world: World) -> AsyncIterator[Person]:
    """A fresh stranger with a token."""
    name = _fresh()
    async with person(world.service.base, name, token(name)) as stranger:
        yield stranger


@pytest.fixture
async def keyed(world: World) -> AsyncIterator[Person]:
    """A fresh stranger with a managed key, made while the service runs."""
    name = _fresh()
    arguments = ("keys", "create", name, "--scope", "publish", "--subject", name)
    key = await command(world.service.folder, *arguments)
    async with person(world.service.base, name, key) as stranger:
        yield stranger


def test_every_route_and_every_field_has_its_row() -> None:
    routes = {f"{method} {place.path}" for place in PLACES for method in place.methods}
    assert {row.name for row in REST} == routes | {"GET /openapi.json", "GET /vinted/openapi.json"}
    for kind in ("query", "mutation"):
        root: Any = getattr(SDL, f"{kind}_type")
        assert {row.field for row in GRAPH if row.kind == kind} == set(root.fields), kind
    root = SDL.subscription_type
    assert isinstance(root, GraphQLObjectType) and set(root.fields) == set(SUBSCRIPTIONS)


def test_every_socket_of_the_service_is_in_the_matrix(service: Service) -> None:
    from gql_api.app import create_app  # noqa: PLC0415 - built here alone, never opened
    from gql_api.settings import load_settings  # noqa: PLC0415

    app = create_app(load_settings({"DATA_DIR": str(service.folder / "unused")}))
    sockets = {r.path for r in app.routes if type(r).__name__ == "WebSocketRoute"}  # type: ignore[attr-defined]
    assert sockets == set(SOCKETS)


async def test_the_ids_are_real_and_anna_sees_what_is_hers(world: World) -> None:
    for row in everything():
        looks = row.name.startswith(("GET", "query"))
        looks = looks and not (isinstance(row, Rest) and row.passing)
        if looks and row.needs != ADMIN:
            told = await row.call(world.anna, world.ids, b"")
            assert told.status == 200 and '"errors":[{' not in told.body, (row.name, told)
    assert '"Job_id"' in (await _row("query job").call(world.anna, world.ids, b"")).body


def _row(name: str) -> Rest | Graph:
    return next(row for row in everything() if row.name == name)


async def test_a_stranger_is_told_to_the_byte_what_one_was_told_before_she_came(
    world: World, ben: Person, keyed: Person, photo: bytes
) -> None:
    jobs, photos = [world.ids["job"], world.ids["publish"]], [world.ids["photo"]]
    hers = await world.anna.snapshot(jobs, photos)
    for stranger in (ben, keyed):
        after = await _all_told(stranger, world.ids, photo)
        differing = {name: (world.before[name], told) for name, told in after.items()
                     if told != world.before[name]}  # fmt: skip
        assert not differing
    assert await world.anna.snapshot(jobs, photos) == hers


async def test_the_operator_reads_no_word_of_hers(world: World, photo: bytes) -> None:
    # An account's name is everybody's who takes the default one.
    hers = [word for name, word in world.ids.items() if name != "account"]
    async with person(world.service.base, "operator", OPERATOR_KEY) as operator:
        for row in everything():
            told = (await row.call(operator, MADE_UP, photo)).body
            for word in (*hers, owner_of("anna"), "tiroir"):
                assert word not in told, row.name


async def test_nobody_is_shown_how_they_are_named_inside(world: World) -> None:
    for row in everything():
        if not (isinstance(row, Rest) and row.method != "GET") and "mutation" not in row.name:
            told = await row.call(world.anna, world.ids, b"")
            assert owner_of("anna") not in told.body, row.name


def test_the_older_socket_tells_everybody_of_their_own_jobs_alone(world: World) -> None:
    assert any(world.ids["publish"] in each for each in world.heard["anna"])
    assert world.heard["ben"] == [] and world.heard["operator"] == []


async def _subscribed(base: str, credential: str, job_id: str) -> list[dict[str, Any]]:
    """What a subscription to a job is told until it is over."""
    told = []
    address = base.replace("http", "ws") + "/graphql"
    protocol = websockets.Subprotocol("graphql-transport-ws")
    async with websockets.connect(address, subprotocols=[protocol]) as socket, asyncio.timeout(20):
        first = {"type": "connection_init", "payload": {"authorization": f"Bearer {credential}"}}
        await socket.send(json.dumps(first))
        assert json.loads(await socket.recv())["type"] == "connection_ack"
        asked = {"query": PROGRESS, "variables": {"id": job_id}}
        await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": asked}))
        while True:
            told.append(json.loads(await socket.recv()))
            if told[-1]["type"] in {"error", "complete"}:
                return told


async def test_a_subscription_to_her_job_is_told_what_one_to_no_job_is(
    world: World, ben: Person
) -> None:
    base, job_id = world.service.base, world.ids["publish"]
    hers = await _subscribed(base, world.anna.credential, job_id)
    assert [each["type"] for each in hers][-1] == "complete" and len(hers) > 3
    strangers = await _subscribed(base, ben.credential, job_id)
    assert strangers == await _subscribed(base, ben.credential, "f" * 32)
    assert "job_not_found" in json.dumps(strangers)


async def test_the_same_names_and_keys_meet_nowhere(world: World, ben: Person) -> None:
    await ben.sign_in()
    before = await world.anna.snapshot([world.ids["job"]], [world.ids["photo"]])
    mine = await ben.prepare(key=SHARED_KEY)
    assert mine["outcome"] == "prepared" and mine["job_id"] not in world.ids.values()
    assert mine["draft_context"]["account"] == "default"
    assert "tiroir" not in json.dumps(mine)
    assert (await ben.http.get("/stats")).json()["jobs"]["awaiting_confirmation"] == 1
    found = await ben.ask("{ jobs { edges { node { id account } } } }")
    nodes = [edge["node"] for edge in found["data"]["jobs"]["edges"]]
    assert nodes == [{"id": mine["job_id"], "account": "default"}]
    asked = await ben.prepare(condition="tiroir")
    assert asked["outcome"] == "not_ready", "her alias counts for her alone"
    assert (await ben.http.delete("/vinted/auth/session")).json()["forgotten"] is True
    assert await world.anna.snapshot([world.ids["job"]], [world.ids["photo"]]) == before
    stats = (await world.anna.http.get("/stats")).json()
    assert (stats["published"], stats["jobs"]["awaiting_confirmation"]) == (1, 1)


SCOPES = (READ, PREPARE, PUBLISH, ADMIN)
ENOUGH = {
    READ: {READ, PREPARE, PUBLISH},
    PREPARE: {PREPARE, PUBLISH},
    PUBLISH: {PUBLISH},
    ADMIN: {ADMIN},
    KNOWN: set(SCOPES),
    ANYBODY: set(SCOPES),
}


@pytest.mark.parametrize("scope", SCOPES)
async def test_every_route_and_field_asks_for_its_scope(
    service: Service, scope: str, photo: bytes
) -> None:
    credential = token(f"scoped-{scope}", app_metadata={"fripier": [scope]})
    async with person(service.base, scope, credential) as who:
        for row in everything():
            told = await row.call(who, MADE_UP, photo)
            enough = scope in ENOUGH[row.needs] or (scope == ADMIN and "stats" in row.name)
            assert ("missing_scope" not in told.body) is enough, (row.name, told)
            if not enough:
                assert row.needs in told.body
                assert told.status == (403 if isinstance(row, Rest) else 200), row.name


async def test_without_a_key_or_with_a_wrong_one_nothing_is_said(
    service: Service, photo: bytes
) -> None:
    for credential in ("", new_key()):
        async with person(service.base, "nobody", credential) as nobody:
            for row in everything():
                told = await row.call(nobody, MADE_UP, photo)
                if row.needs != ANYBODY:
                    assert told.status == 401, (row.name, told)
                    assert all(name != "ratelimit" for name, _ in told.headers)


async def test_an_address_shows_the_picture_to_whoever_has_it_and_nothing_else(
    world: World, ben: Person
) -> None:
    job = (await world.anna.http.get(f"/vinted/jobs/{world.ids['publish']}")).json()
    asked = await world.anna.ask("query ($id: ID!) { photo(id: $id) { url } }",
                                 id=world.ids["photo"])  # fmt: skip
    waiting = (await world.anna.http.get(f"/vinted/jobs/{world.ids['job']}")).json()
    for address in (waiting["picture_url"], job["picture_url"], asked["data"]["photo"]["url"]):
        async with httpx.AsyncClient() as anybody:
            shown = await anybody.get(address)
            assert shown.headers["content-type"] == "image/jpeg", address
            path, _, leave = address.partition("?")
            assert (await anybody.get(path)).status_code == 401
            assert (await anybody.get(f"{path}?{leave[:-4]}AAAA")).status_code == 401
            assert (await anybody.delete(address)).status_code == 401
            other = path.replace(world.ids["job"], world.ids["publish"])
            other = other.replace(world.ids["photo"], "a" * 32)
            if other != path:
                assert (await anybody.get(f"{other}?{leave}")).status_code == 401
        assert (await world.anna.http.get(path)).status_code == 200
        assert (await ben.http.get(path)).status_code == 404
