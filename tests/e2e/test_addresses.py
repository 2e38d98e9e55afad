"""Every address in an answer leads back to where its caller came from, however Fripier is reached.

One whole job for each way: joined to a host at `/` and at a prefix, mounted with its lifespan, and
behind the nginx of docs/proxy.md, which cuts a prefix off. The ways share one stand-in market and
two processes.
"""

import asyncio
import json
import re
import ssl
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import httpx
import pytest
import websockets

from browser.standin import serve_standin
from gql_api.cli.demo.photos import hoodie
from gql_api.media.photo_limits import MAX_UPLOAD_BYTES
from gql_api.rest.actions import WAIT_SECONDS
from gql_api.rest.routes import INGEST_LIMIT
from tests.docs.pages import DOCS, blocks

from .nginx import NGINX, nginx
from .serving import LISTING, UA, serving

WAYS: Final = ("joined at /", "joined at a prefix", "mounted with its lifespan", "behind nginx")
TRANSPORT: Final = websockets.Subprotocol("graphql-transport-ws")
WITHIN: Final = 60
JOB: Final = """query Job($id: ID!) {
  job(id: $id) { pictureUrl listing { photos { url } } }
}"""
PROGRESS: Final = "subscription Follow($id: ID!) { listingProgress(jobId: $id) { seq outcome } }"


@dataclass(frozen=True)
class Way:
    """How the service is reached: what its addresses begin with, and a client that goes there."""

    name: str
    base: str
    http: httpx.AsyncClient
    trust: ssl.SSLContext | None = None

    async def follow(
        self, address: str, *, after: httpx.Response | None = None, accept: str = "*/*"
    ) -> httpx.Response:
        """What stands at an address of an answer; it has to be here, and to be there."""
        found = str(after.url.join(address)) if after else address
        assert found.startswith(f"{self.base}/"), address
        answer = await self.http.get(found, headers={"Accept": accept})
        assert answer.status_code == 200, f"{address}: {answer.text}"
        return answer

    async def graphql(self, query: str, **variables: Any) -> dict[str, Any]:
        body = {"query": query, "variables": variables}
        told = (await self.http.post("/graphql", json=body)).json()
        assert "errors" not in told, told
        return dict(told["data"])

    def socket(self, path: str, *protocols: websockets.Subprotocol) -> websockets.connect:
        address = f"{self.base}{path}".replace("http", "ws", 1)
        return websockets.connect(address, subprotocols=protocols or None, ssl=self.trust)


@pytest.fixture(scope="module")
async def bases(
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[Mapping[str, tuple[str, ssl.SSLContext | None]]]:
    """Where each way begins; nginx only where it is installed."""
    folder = tmp_path_factory.mktemp("addresses")
    async with AsyncExitStack() as stack:
        market = await stack.enter_async_context(serve_standin())
        env = {"MOCK_MODE": "", "VINTED_BASE_URL": market.url, "TRUSTED_PROXY_HOPS": "1"}

        async def started(name: str) -> str:
            command = (sys.executable, "-m", "tests.e2e.mounted", name)
            there = serving(folder / name, command=command, **env)
            return (await stack.enter_async_context(there)).url

        joined, mounted = await asyncio.gather(started("attached"), started("mounted"))
        found: dict[str, tuple[str, ssl.SSLContext | None]] = {
            WAYS[0]: (joined, None),
            WAYS[1]: (f"{joined}/shop", None),
            WAYS[2]: (f"{mounted}/fripier", None),
        }
        if NGINX:
            port = urlsplit(mounted).port or 0
            front = await stack.enter_async_context(nginx(folder / "nginx", port))
            found[WAYS[3]] = front.url, front.trust
        yield found


@pytest.fixture(scope="module", params=WAYS)
async def way(
    request: pytest.FixtureRequest, bases: Mapping[str, tuple[str, ssl.SSLContext | None]]
) -> AsyncIterator[Way]:
    if request.param not in bases:
        pytest.skip("nginx is not installed")
    base, trust = bases[request.param]
    account = {"X-Account": re.sub(r"\W", "-", request.param)}
    async with httpx.AsyncClient(
        base_url=base, timeout=150, headers=account, verify=trust or True
    ) as http:
        yield Way(request.param, base, http, trust)


async def _upload(way: Way) -> str:
    """A photo's id; it can be seen, without a key, at the address that was told."""
    files = {"file": ("coat.jpg", hoodie(30), "image/jpeg")}
    photo = (await way.http.post("/vinted/photos/upload", files=files)).json()["photo"]
    assert (await way.follow(photo["url"])).headers["content-type"] == "image/jpeg"
    return str(photo["temp_id"])


async def _started(way: Way, photo: str) -> str:
    """A preparation that goes on; the path of its job after the service's own."""
    listing = {**LISTING, "title": f"Timbre {way.name}", "photos": [photo]}
    asked = {"Prefer": "respond-async", "Idempotency-Key": way.http.headers["x-account"]}
    first = await way.http.post("/vinted/listings/prepare", json=listing, headers=asked)
    assert first.status_code == 202, first.text
    job = await way.follow(first.headers["location"], after=first)
    busy = await way.http.post("/vinted/listings/prepare", json=listing, headers=asked)
    assert busy.status_code == 409, busy.text
    for address in (busy.headers["location"], busy.json()["location"], busy.json()["instance"]):
        again = await way.follow(address, after=busy)
        assert again.json()["job_id"] == job.json()["job_id"]
    await way.follow(busy.json()["type"], after=busy)
    return str(job.json()["job_id"])


async def _events(way: Way, job_id: str) -> None:
    """The stream tells of a job while it goes on: nobody on the way gathers it."""
    accept = {"Accept": "text/event-stream"}
    async with way.http.stream("GET", f"/vinted/jobs/{job_id}/events", headers=accept) as stream:
        lines = stream.aiter_lines()
        told = [json.loads(line[6:]) async for line in _until_first(lines)]
        state = (await way.http.get(f"/vinted/jobs/{job_id}")).json()["state"]
        assert state in {"queued", "running"}
        told += [json.loads(line[6:]) async for line in lines if line.startswith("data: ")]
    assert told[-1]["outcome"] == "prepared", told[-1]


async def _until_first(lines: AsyncIterator[str]) -> AsyncIterator[str]:
    async for line in lines:
        if line.startswith("data: "):
            yield line
            return


async def _subscribed(way: Way, job_id: str) -> None:
    """A subscription over a socket tells the events from the first to the outcome."""
    async with asyncio.timeout(WITHIN), way.socket("/graphql", TRANSPORT) as socket:
        await socket.send(json.dumps({"type": "connection_init"}))
        payload = {"query": PROGRESS, "variables": {"id": job_id}}
        await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": payload}))
        told = []
        while (message := json.loads(await socket.recv()))["type"] != "complete":
            told.append(message)
    assert told[-1]["payload"]["data"]["listingProgress"]["outcome"] == "PREPARED", told


async def test_every_address_of_a_whole_job_leads_back(way: Way) -> None:
    session = {"cookie": "access_token_web=demo", "user_agent": UA, "expires_at": None}
    saved = await way.http.post("/vinted/auth/session", json=session)
    assert saved.json()["username"] == "demo", saved.text
    photo = await _upload(way)
    async with way.socket("/ws") as heard:
        job_id = await _started(way, photo)
        await asyncio.gather(_events(way, job_id), _subscribed(way, job_id))
        async with asyncio.timeout(WITHIN):
            assert json.loads(await heard.recv())["jobId"] == job_id
    prepared = (await way.http.get(f"/vinted/jobs/{job_id}")).json()
    told = (await way.graphql(JOB, id=job_id))["job"]
    shown = [prepared["picture_url"], told["pictureUrl"]]
    for address in [*shown, *(each["url"] for each in told["listing"]["photos"])]:
        assert (await way.follow(address)).content.startswith(b"\xff\xd8")

    yes = {"confirm_token": prepared["confirm_token"], "dry_run": False}
    published = (await way.http.post("/vinted/listings/publish", json=yes)).json()
    assert published["outcome"] == "published", published
    receipt = await way.http.get(f"/vinted/jobs/{published['job_id']}/receipt")
    assert (await way.follow(receipt.json()["keys_url"])).json()["keys"]


async def test_a_problem_leads_to_what_it_is_about(way: Way) -> None:
    """One that has no address of its own to tell of: the paths of the request and of its code."""
    missing = await way.http.get("/vinted/jobs/é")
    assert missing.json()["code"] == "job_not_found"
    assert str(missing.url.join(missing.json()["instance"])) == str(missing.url)
    assert "job_not_found" in (await way.follow(missing.json()["type"], after=missing)).text


class _Linked(HTMLParser):
    """What a page loads and links to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in {"src", "href"} and value]


@pytest.mark.parametrize("path", ["/", "/vinted/docs", "/graphql", "/problems/not_found"])
async def test_what_a_page_loads_and_links_to_is_there(way: Way, path: str) -> None:
    seen = "text/html, */*"
    if path == "/" and way.name in WAYS[:2]:  # which is the host's own there
        path = "/fripier"
    page = await way.http.get(path, headers={"Accept": seen})
    links = _Linked(page.text).found
    assert page.status_code == 200 and links
    for link in links:
        await way.follow(link, after=page, accept=seen)


async def test_the_document_is_fripiers_own_and_says_where_it_is_served(way: Way) -> None:
    """Beside a FastAPI host, whose own document is at /openapi.json."""
    document = (await way.http.get("/vinted/openapi.json")).json()
    assert document["info"]["title"] == "Fripier"
    assert [server["url"] for server in document["servers"]] == [way.base]
    for path in ("/ready", "/vinted/markets"):
        assert path in document["paths"]
        await way.follow(f"{document['servers'][0]['url']}{path}")


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
async def test_what_is_too_large_is_refused_by_fripier_and_not_by_nginx(
    bases: Mapping[str, tuple[str, ssl.SSLContext | None]],
) -> None:
    base, trust = bases[WAYS[3]]
    async with httpx.AsyncClient(base_url=base, verify=trust or True, timeout=60) as http:
        files = {"file": ("coat.jpg", b"\xff\xd8" + bytes(MAX_UPLOAD_BYTES), "image/jpeg")}
        refused = await http.post("/vinted/photos/upload", files=files)
        assert (refused.status_code, refused.json()["code"]) == (413, "photo_too_large")
        several = await http.post("/ingest/upload", files={"file": bytes(2_000_000)})
        assert (several.status_code, several.json()["code"]) == (415, "photo_unsupported")


def test_the_page_allows_what_fripier_takes_and_waits_as_long() -> None:
    (shown,) = blocks(DOCS / "proxy.md", "nginx")
    (megabytes,) = re.findall(r"client_max_body_size (\d+)m;", shown)
    (seconds,) = re.findall(r"proxy_read_timeout +(\d+)s;", shown)
    assert int(megabytes) * 1024 * 1024 > INGEST_LIMIT
    assert int(seconds) > WAIT_SECONDS


async def test_a_port_that_no_browser_opens_is_named_at_the_start(tmp_path: Path) -> None:
    market = {"MOCK_MODE": "false", "VINTED_BASE_URL": "http://127.0.0.1:9"}
    async with serving(tmp_path, **market) as served:
        pass
    assert "No browser opens port 9: no page of the market can be opened." in "".join(served.output)
