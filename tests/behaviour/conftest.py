"""A service for the whole suite, and a client of each transport."""

import io
import itertools
from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from PIL import Image

from tests.behaviour.clients import Client, GraphQLClient, RestClient
from tests.behaviour.prepared import STAMPS, Made, Preparation, Unclear, photographed
from tests.gql_api.serving import served

_accounts = itertools.count(1)
_shades = itertools.count(1)


@pytest.fixture(scope="session")
async def address(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """A service in mock mode whose limits do not stand in the way."""
    limits = {"PUBLISH_PER_MINUTE": "60", "PREPARES_PER_MINUTE": "600"}
    async with served(tmp_path_factory.mktemp("behaviour"), **limits) as base:
        yield base


@pytest.fixture(params=[RestClient, GraphQLClient], ids=["rest", "graphql"])
async def client(request: pytest.FixtureRequest, address: str) -> AsyncIterator[Client]:
    made: Client = request.param(address)
    yield made
    await made.close()


@pytest.fixture(scope="session")
async def market(address: str) -> str:
    """The address of the stand-in market."""
    async with httpx.AsyncClient(base_url=address) as asked:
        answer = await asked.post("/graphql", json={"query": "{ capabilities { market } }"})
    return f"http://{answer.json()['data']['capabilities']['market']}"


@pytest.fixture
def account() -> str:
    """An account that no other test uses."""
    return f"account-{next(_accounts)}"


@pytest.fixture
async def seller(client: Client, account: str) -> str:
    """An account with a session that the stand-in market knows."""
    await client.save_session("access_token_web=demo", account)
    return account


@pytest.fixture
def new_photo() -> Callable[[], bytes]:
    """Photos, each another."""

    def make() -> bytes:
        made = io.BytesIO()
        # Steps of eight: a JPEG may keep two neighbouring shades as one.
        green, red = divmod(next(_shades) % 1024, 32)
        image = Image.new("RGB", (900, 700), (8 * red, 8 * green, 140))
        image.paste("ivory", (300, 200, 600, 500))
        image.save(made, "JPEG")
        return made.getvalue()

    return make


@pytest.fixture(scope="module")
def made() -> Made:
    return {}


@pytest.fixture
async def preparation(
    client: Client, made: Made, account: str, new_photo: Callable[[], bytes]
) -> Preparation:
    """The one of its transport about which is only asked: no test changes it."""
    known: Preparation | None = made.get((type(client), "preparation"))
    if known is None:
        listing = await photographed(client, account, new_photo())
        listing["description"] = "Appelez le 06 12 34 56 78"
        known = Preparation(listing, account, await client.prepare(listing, key=account))
        made[type(client), "preparation"] = known
    return known


@pytest.fixture
async def unclear(
    client: Client, made: Made, account: str, new_photo: Callable[[], bytes]
) -> Unclear:
    """The one of its transport; the last of its tests cancels it."""
    known: Unclear | None = made.get((type(client), "unclear"))
    if known is None:
        listing = await photographed(client, account, new_photo())
        listing |= {"title": "Chose", "category_hint": "zzz yyy"}
        asked = await client.prepare(listing)
        known = Unclear(listing, asked, await client.answer(asked.job_id, {"category": STAMPS}))
        made[type(client), "unclear"] = known
    return known
