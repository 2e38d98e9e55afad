"""The console's session in the real service: one key for a browser, on every transport."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.async_api import Page
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from gql_api.rest.console_session import ATTEMPTS_PER_MINUTE
from tests.described import described
from tests.gql_api.serving import served
from tests.gql_api.tabs import tab

KEY = "a-key-of-sixteen-characters"
OTHER_KEY = "another-key-of-the-settings"
PROTOCOL = Subprotocol("graphql-transport-ws")
QUERY = {"query": "{ jobs(first: 1) { pageInfo { endCursor } } }"}
WATCH = {"query": 'subscription { listingProgress(jobId: "nope") { seq } }'}
PAGE = "/vinted/jobs"
CHANGE = "/vinted/auth/session"
SESSION = {"cookie": "access_token_web=demo", "user_agent": "Mozilla/5.0 (X11; Linux x86_64)"}
ELSEWHERE = "http://localhost:5173"
IN_A_PAGE = """async ({key, query}) => {
  const asked = {method: "POST", headers: {"Content-Type": "application/json"}};
  const send = (path, body) => fetch(path, {...asked, body: JSON.stringify(body)});
  const before = (await send("/graphql", query)).status;
  const signedIn = await (await send("/console/session", {key})).json();
  const after = (await send("/graphql", query)).status;
  const socket = new WebSocket(new URL("/graphql", location).href.replace("http", "ws"),
                               "graphql-transport-ws");
  const said = await new Promise((resolve) => {
    socket.onopen = () => socket.send(JSON.stringify({type: "connection_init"}));
    socket.onmessage = (event) => resolve(JSON.parse(event.data).type);
    socket.onclose = (event) => resolve(event.code);
  });
  const script = document.cookie;
  const kept = JSON.stringify({...localStorage, ...sessionStorage});
  return {before, signedIn, after, said, script, kept};
}"""


@pytest.fixture(scope="module")
async def locked(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """A service that asks for a key."""
    folder = tmp_path_factory.mktemp("locked")
    async with served(folder, API_KEYS=f"{KEY},{OTHER_KEY}") as address:
        yield address


@pytest.fixture
async def browser(locked: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at the console's own page, not signed in yet."""
    async with described(locked, timeout=60, headers={"Origin": locked}) as client:
        yield client


async def _sign_in(client: httpx.AsyncClient, key: str = KEY) -> httpx.Response:
    return await client.post("/console/session", json={"key": key})


def _cookie(client: httpx.AsyncClient) -> str:
    (cookie,) = client.cookies.jar
    return f"{cookie.name}={cookie.value}"


def _socket(base: str, path: str, **headers: str) -> Any:
    own = [PROTOCOL] if path == "/graphql" else None
    address = base.replace("http", "ws", 1) + path
    return connect(address, subprotocols=own, additional_headers=headers)


async def _closed(socket: ClientConnection) -> tuple[int, str]:
    with pytest.raises(ConnectionClosed) as ended:
        while True:
            await asyncio.wait_for(socket.recv(), 20)
    assert ended.value.rcvd is not None
    return ended.value.rcvd.code, ended.value.rcvd.reason


async def _first_answer(socket: ClientConnection, **payload: str) -> str:
    await socket.send(json.dumps({"type": "connection_init", "payload": payload}))
    return str(json.loads(await asyncio.wait_for(socket.recv(), 20))["type"])


async def test_without_keys_nothing_is_asked_for(client: httpx.AsyncClient) -> None:
    answer = await client.get("/console/session")
    assert answer.json() == {"signed_in": False, "key_needed": False}
    assert (await client.get(PAGE)).status_code == 200


async def test_a_key_is_asked_for_once_and_then_every_call_counts(
    browser: httpx.AsyncClient,
) -> None:
    assert (await browser.get("/console/session")).json() == {
        "signed_in": False, "key_needed": True,
    }  # fmt: skip
    assert (await browser.get(PAGE)).status_code == 401
    signed_in = await _sign_in(browser)
    assert signed_in.json() == {"signed_in": True, "key_needed": True}
    assert (await browser.get("/console/session")).json()["signed_in"] is True
    assert (await browser.get(PAGE)).status_code == 200
    saved = await browser.post(CHANGE, json=SESSION)
    assert saved.json()["persisted"] is True
    assert "data" in (await browser.post("/graphql", json=QUERY)).json()
    listening = {"Accept": "text/event-stream"}
    async with browser.stream("POST", "/graphql", json=WATCH, headers=listening) as stream:
        assert "job_not_found" in (await stream.aread()).decode()


async def test_the_cookie_is_out_of_the_reach_of_scripts_and_other_sites(
    browser: httpx.AsyncClient,
) -> None:
    told = (await _sign_in(browser)).headers["set-cookie"]
    port = browser.base_url.port
    named = re.fullmatch(rf"fripier-console-{port}=([\w.-]+); (.*)", told)
    assert named is not None
    assert sorted(named[2].split("; ")) == [
        "HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=strict",
    ]  # fmt: skip
    assert KEY not in named[1] and len(named[1]) > 50


async def test_sockets_are_opened_by_the_cookie_and_closed_with_it(
    browser: httpx.AsyncClient, locked: str
) -> None:
    await _sign_in(browser)
    carried = {"Cookie": _cookie(browser), "Origin": locked}
    async with AsyncExitStack() as stack:
        newer = await stack.enter_async_context(_socket(locked, "/graphql", **carried))
        assert await _first_answer(newer) == "connection_ack"
        older = await stack.enter_async_context(_socket(locked, "/ws", **carried))
        out = await browser.delete("/console/session")
        assert out.json() == {"signed_in": False, "key_needed": True}
        assert (await _closed(newer))[0] == (await _closed(older))[0] == 4401
    assert not browser.cookies
    again = await browser.get(PAGE, headers={"Cookie": carried["Cookie"]})
    assert (again.status_code, again.json()["code"]) == (401, "unauthenticated")
    assert "give the console the key again" in again.json()["detail"]


@pytest.mark.parametrize("origin", [ELSEWHERE, "null", "https://evil.example", ""])
async def test_another_page_changes_nothing_with_it(
    browser: httpx.AsyncClient, locked: str, origin: str
) -> None:
    await _sign_in(browser)
    carried = {"Cookie": _cookie(browser)} | ({"Origin": origin} if origin else {})
    async with httpx.AsyncClient(base_url=locked, headers=carried) as page:
        for answer in (
            await page.post(CHANGE, json=SESSION),
            await page.delete("/vinted/jobs/nope"),
            await page.delete("/console/session"),
            await page.post("/console/session", json={"key": KEY}),
        ):
            problem = answer.json()
            assert (answer.status_code, problem["code"]) == (403, "console_page_required")
            assert "page" in problem["detail"]
        refused = await page.post("/graphql", json=QUERY)
        assert refused.status_code == 403
        assert refused.json()["errors"][0]["extensions"]["code"] == "console_page_required"
        # Its own key wins over what the browser carries.
        mine = {"Authorization": f"Bearer {OTHER_KEY}"}
        assert (await page.post("/graphql", json=QUERY, headers=mine)).status_code == 200
    assert (await browser.get(PAGE)).status_code == 200


@pytest.mark.parametrize("origin", [ELSEWHERE, ""])
async def test_another_page_opens_no_socket_with_it(
    browser: httpx.AsyncClient, locked: str, origin: str
) -> None:
    await _sign_in(browser)
    carried = {"Cookie": _cookie(browser)} | ({"Origin": origin} if origin else {})
    with pytest.raises(InvalidStatus) as refused:
        await _socket(locked, "/ws", **carried).__aenter__()
    assert refused.value.response.status_code == 403
    assert b"console_page_required" in (refused.value.response.body or b"")
    async with _socket(locked, "/graphql", **carried) as socket:
        await socket.send(json.dumps({"type": "connection_init"}))
        assert await _closed(socket) == (4403, "console_page_required")
    async with _socket(locked, "/graphql", **carried) as socket:
        assert await _first_answer(socket, Authorization=f"Bearer {OTHER_KEY}") == "connection_ack"


async def test_what_a_page_of_a_neighbour_embeds_is_not_shown(
    browser: httpx.AsyncClient, locked: str
) -> None:
    await _sign_in(browser)
    embedded = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"}
    async with httpx.AsyncClient(
        base_url=locked, headers={"Cookie": _cookie(browser), **embedded}
    ) as page:
        answer = await page.get(PAGE, headers={"Referer": f"{ELSEWHERE}/"})
    assert (answer.status_code, answer.json()["code"]) == (403, "console_page_required")


async def test_it_counts_at_the_name_alone_that_it_was_begun_at(
    browser: httpx.AsyncClient, locked: str
) -> None:
    await _sign_in(browser)
    other = locked.replace("127.0.0.1", "localhost")
    async with httpx.AsyncClient(base_url=other) as page:
        headers = {"Cookie": _cookie(browser), "Origin": other}
        assert (await page.get(PAGE, headers=headers)).status_code == 401
        assert (await page.post("/graphql", json=QUERY, headers=headers)).status_code == 401


async def test_a_made_up_cookie_is_no_session(browser: httpx.AsyncClient) -> None:
    await _sign_in(browser)
    name, _, value = _cookie(browser).partition("=")
    for made_up in ("", "x", value[:-1], f"{'0' * 43}.{value.partition('.')[2]}", f"{value}\x80"):
        headers = {"Cookie": f"{name}={made_up}".encode("latin-1")}
        assert (await browser.get(PAGE, headers=headers)).status_code == 401  # type: ignore[arg-type]


async def test_a_wrong_key_is_refused_and_too_many_are_not_looked_at(tmp_path: Path) -> None:
    async with served(tmp_path, API_KEYS=KEY) as base:
        async with described(base, timeout=60, headers={"Origin": base}) as client:
            for _ in range(2 * ATTEMPTS_PER_MINUTE):
                assert (await _sign_in(client)).status_code == 200
            for _ in range(ATTEMPTS_PER_MINUTE):
                refused = await _sign_in(client, "no-key-of-this-service")
                assert (refused.status_code, refused.json()["code"]) == (401, "unauthenticated")
                assert "set-cookie" not in refused.headers
            held_up = await _sign_in(client)
            assert (held_up.status_code, held_up.json()["code"]) == (429, "rate_limited")
            assert held_up.json()["violated_policies"] == ["attempts"]
            assert int(held_up.headers["retry-after"]) > 0
            # Whoever is signed in, and whoever calls with a key, is not held up.
            assert (await client.get(PAGE)).status_code == 200
        held = "".join(each.read_text("latin-1") for each in tmp_path.rglob("*") if each.is_file())
    assert "console_key_refused" in held
    assert KEY not in held and "no-key-of-this-service" not in held


async def test_it_outlives_a_restart_and_goes_with_its_key(tmp_path: Path) -> None:
    ids: dict[str, str] = {}

    async def asked(base: str, key: str) -> int:
        cookie = f"fripier-console-{base.rpartition(':')[2]}={ids[key]}"
        async with httpx.AsyncClient(base_url=base, headers={"Cookie": cookie}) as client:
            return (await client.get(PAGE)).status_code

    async with served(tmp_path, API_KEYS=f"{KEY},{OTHER_KEY}") as base:
        for key in (KEY, OTHER_KEY):
            async with httpx.AsyncClient(base_url=base, headers={"Origin": base}) as client:
                await _sign_in(client, key)
                ids[key] = _cookie(client).partition("=")[2]
    async with served(tmp_path, API_KEYS=f"{KEY},{OTHER_KEY}") as base:
        assert await asked(base, KEY) == 200
    async with served(tmp_path, API_KEYS=OTHER_KEY) as base:
        assert await asked(base, KEY) == 401
        assert await asked(base, OTHER_KEY) == 200
    async with served(tmp_path, API_KEYS=f"{KEY},{OTHER_KEY}") as base:
        assert await asked(base, KEY) == 401, "a key that comes back brings nobody in"
    held = b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())
    assert not any(secret.encode() in held for secret in (KEY, OTHER_KEY, *ids.values()))


async def test_over_tls_and_below_a_prefix_the_cookie_says_so(tmp_path: Path) -> None:
    """As a proxy of one's own tells it."""
    host = {"X-Forwarded-Host": "shop.example", "X-Forwarded-Proto": "https"}
    given = {"API_KEYS": KEY, "TRUSTED_PROXY_HOPS": "1", "ALLOWED_HOSTS": "shop.example"}
    async with (
        served(tmp_path, **given) as base,
        # To save a session starts a browser: five seconds are few beside other work.
        httpx.AsyncClient(base_url=base, timeout=60) as client,
    ):
        own = {"Origin": "https://shop.example", **host}
        told = await client.post("/console/session", json={"key": KEY}, headers=own)
        cookie = told.headers["set-cookie"]
        assert cookie.startswith("__Host-fripier-console=")
        assert "; Path=/;" in cookie and "; Secure" in cookie and "Domain" not in cookie
        own["Cookie"] = cookie.partition(";")[0]
        assert (await client.post(CHANGE, json=SESSION, headers=own)).status_code == 200
        plain = {**own, "Origin": "http://shop.example"}
        assert (await client.post(CHANGE, json=SESSION, headers=plain)).status_code == 403
        # Without TLS nobody can have been given this name.
        bare = {**own, "X-Forwarded-Proto": "http", "Origin": "http://shop.example"}
        assert (await client.post(CHANGE, json=SESSION, headers=bare)).status_code == 401

        below = {"Origin": "https://shop.example", **host, "X-Forwarded-Prefix": "/fripier"}
        told = await client.post("/console/session", json={"key": KEY}, headers=below)
        cookie = told.headers["set-cookie"]
        assert cookie.startswith("__Secure-fripier-console=") and "; Path=/fripier;" in cookie


async def test_a_page_of_the_service_signs_in_and_its_scripts_never_see_the_key(
    locked: str,
) -> None:
    troubles: list[str] = []
    async with tab(locked, troubles) as page:
        await page.goto(f"{locked}/vinted/docs")
        found = await _in_a_page(page)
        assert found["before"] == 401 and found["after"] == 200
        assert found["signedIn"] == {"signed_in": True, "key_needed": True}
        assert found["said"] == "connection_ack"
        assert found["script"] == "" and KEY not in found["kept"]
        (cookie,) = await page.context.cookies(locked)
        assert cookie["httpOnly"] and cookie["sameSite"] == "Strict"
        assert await page.context.cookies(locked.replace("127.0.0.1", "localhost")) == []


async def _in_a_page(page: Page) -> dict[str, Any]:
    found = await page.evaluate(IN_A_PAGE, {"key": KEY, "query": QUERY})
    return dict(found)
