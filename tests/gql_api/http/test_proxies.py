"""Whose address, scheme and host count: what one's own proxies wrote, counted from the right."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.datastructures import Headers

from gql_api.cli.server import config
from gql_api.http.addresses import CUT_OFF
from gql_api.http.proxies import Proxies
from gql_api.settings import Settings
from tests.gql_api.inside import Inside, inside
from tests.gql_api.serving import served

PEER = ("127.0.0.1", 43210)
QUERY = {"query": "{ capabilities { version } }"}
LIMIT = 10


def _seen(
    hops: int,
    *fields: tuple[str, str],
    peer: tuple[str, int] | None = PEER,
    kind: str = "http",
) -> tuple[Any, str, str]:
    """The caller's address, the scheme and the host, as they are seen."""
    headers = [(name.lower().encode(), text.encode()) for name, text in fields]
    scheme = "http" if kind == "http" else "ws"
    raw = [(b"host", b"inner:5000"), *headers]
    scope: dict[str, Any] = {"type": kind, "client": peer, "scheme": scheme, "headers": raw}
    asked = Proxies(hops).see_through(scope, Headers(scope=scope))
    assert asked["host"] == Headers(scope=scope)["host"]
    return scope["client"] and scope["client"][0], scope["scheme"], asked["host"]


@pytest.mark.parametrize(
    ("hops", "fields", "address"),
    [
        (0, ["203.0.113.9"], "127.0.0.1"),
        (1, ["203.0.113.9"], "203.0.113.9"),
        (1, ["6.6.6.6, 203.0.113.9"], "203.0.113.9"),
        (1, ["6.6.6.6", "203.0.113.9"], "203.0.113.9"),
        (2, ["6.6.6.6, 203.0.113.9, 10.0.0.2"], "203.0.113.9"),
        (2, ["203.0.113.9"], "127.0.0.1"),
        (1, ["203.0.113.9:4711"], "203.0.113.9"),
        (1, ["[2001:db8::1]:4711"], "2001:db8::1"),
        (1, ["2001:DB8::1"], "2001:db8::1"),
        (1, ["203.0.113.9, unknown"], "127.0.0.1"),
        (1, [""], "127.0.0.1"),
        (1, [], "127.0.0.1"),
    ],
)
def test_the_address_is_the_one_that_the_outermost_own_proxy_wrote(
    hops: int, fields: Sequence[str], address: str
) -> None:
    sent = [("X-Forwarded-For", text) for text in fields]
    assert _seen(hops, *sent)[0] == address


def test_an_address_that_the_server_took_from_the_field_by_itself_is_nobodys() -> None:
    made_up = ("X-Forwarded-For", "203.0.113.9")
    assert _seen(0, made_up, peer=("203.0.113.9", 0))[0] is None
    assert _seen(1, ("X-Forwarded-For", "6.6.6.6, 203.0.113.9"), peer=("6.6.6.6", 0))[0] == (
        "203.0.113.9"
    )


@pytest.mark.parametrize(
    ("hops", "scheme", "host", "seen"),
    [
        (0, "https", "shop.example", ("http", "inner:5000")),
        (1, "https", "shop.example", ("https", "shop.example")),
        (1, "http, https", "evil.example, shop.example", ("https", "shop.example")),
        (2, "https", "shop.example", ("http", "inner:5000")),
        (1, "gopher", "", ("http", "inner:5000")),
    ],
)
def test_scheme_and_host_count_by_the_same_rule(
    hops: int, scheme: str, host: str, seen: tuple[str, str]
) -> None:
    fields = (("X-Forwarded-Proto", scheme), ("X-Forwarded-Host", host))
    assert _seen(hops, *fields)[1:] == seen


@pytest.mark.parametrize(
    ("hops", "sent", "prefix"),
    [
        (0, "/fripier", None),
        (1, "/fripier", "/fripier"),
        (1, "/a/b/", "/a/b"),
        (1, "/evil, /fripier", "/fripier"),
        (2, "/fripier", None),
        *((1, wrong, None) for wrong in ("/", "fripier", "//evil.example", "/a/../b", "/a?b", "")),
    ],
)
def test_a_prefix_counts_by_the_same_rule_and_is_a_path(
    hops: int, sent: str, prefix: str | None
) -> None:
    headers = [(b"host", b"inner:5000"), (b"x-forwarded-prefix", sent.encode())]
    scope: dict[str, Any] = {"type": "http", "client": PEER, "scheme": "http", "headers": headers}
    Proxies(hops).see_through(scope, Headers(scope=scope))
    assert scope.get(CUT_OFF) == prefix


def test_a_socket_keeps_being_one() -> None:
    assert _seen(1, ("X-Forwarded-Proto", "https"), kind="websocket")[1] == "wss"


async def _statuses(base: str, *, hops: int) -> list[int]:
    """What 20 requests are answered, each with another made-up address."""
    found = []
    async with httpx.AsyncClient(base_url=base, timeout=60) as client:
        for number in range(20):
            entries = [f"198.51.100.{number}", *["203.0.113.9"] * hops]
            headers = {"X-Forwarded-For": ", ".join(entries)}
            answer = await client.post("/graphql", json=QUERY, headers=headers)
            found.append(answer.status_code)
    return found


@pytest.mark.parametrize("hops", [0, 1])
async def test_a_made_up_address_evades_no_limit(tmp_path: Path, hops: int) -> None:
    limits = {"OPERATIONS_PER_MINUTE": str(LIMIT), "TRUSTED_PROXY_HOPS": str(hops)}
    async with served(tmp_path, **limits, FORWARDED_ALLOW_IPS="*") as base:
        assert await _statuses(base, hops=hops) == [200] * LIMIT + [429] * (20 - LIMIT)


async def test_a_made_up_address_evades_no_limit_in_a_host_whose_server_believes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def believing(*given: Any) -> uvicorn.Config:
        made = config(*given)
        made.proxy_headers = True
        return made

    monkeypatch.setattr("tests.gql_api.inside.config", believing)
    async with inside(tmp_path, operations_per_minute=LIMIT) as service:
        assert await _statuses(service.url, hops=0) == [200] * LIMIT + [429] * (20 - LIMIT)


@asynccontextmanager
async def _behind(folder: Path, hops: int) -> AsyncIterator[Inside]:
    async with inside(folder, trusted_proxy_hops=hops, allowed_hosts=["shop.example"]) as service:
        yield service


async def _photo(service: Inside, host: str, photo: bytes) -> httpx.Response:
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": host}
    async with httpx.AsyncClient(base_url=service.url, timeout=60) as client:
        return await client.post("/vinted/photos/upload", files={"file": photo}, headers=headers)


async def test_addresses_lead_back_through_the_proxy(tmp_path: Path, photo: bytes) -> None:
    async with _behind(tmp_path, 1) as service:
        answer = await _photo(service, "shop.example", photo)
        assert answer.json()["photo"]["url"].startswith("https://shop.example/vinted/photos/")
        foreign = await _photo(service, "evil.example", photo)
        assert (foreign.status_code, foreign.json()["code"]) == (403, "host_not_allowed")


async def test_without_a_proxy_scheme_and_host_are_those_of_the_connection(
    tmp_path: Path, photo: bytes
) -> None:
    async with _behind(tmp_path, 0) as service:
        answer = await _photo(service, "shop.example", photo)
        assert answer.json()["photo"]["url"].startswith(f"{service.url}/vinted/photos/")


async def test_a_forwarded_host_hides_no_foreign_one(tmp_path: Path) -> None:
    headers = {"Host": "evil.example", "X-Forwarded-Host": "127.0.0.1"}
    async with _behind(tmp_path, 1) as service, httpx.AsyncClient(base_url=service.url) as client:
        answer = await client.get("/health", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "host_not_allowed")


def test_the_number_of_proxies_is_a_setting() -> None:
    assert Settings().trusted_proxy_hops == 0
