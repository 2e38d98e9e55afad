"""The console as it was built: served at `/`, beside a host at `/fripier`, under its policy."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Mount, Route

from gql_api.auth.authenticator import Callers
from gql_api.console.pages import FILES as FILES_OF_OURS
from gql_api.console.pages import routes
from gql_api.http.middleware import RequestMiddleware
from gql_api.http.origins import Access
from gql_api.http.running import Running
from gql_api.security.signed_urls import Addresses

INDEX = """<!doctype html>
<html lang="fr">
  <head>
    <script type="module" crossorigin src="./assets/index-Dk3.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/index-B8x.css">
    <link rel="icon" href="./icon.svg">
  </head>
  <body><div id="root"></div></body>
</html>
"""
FILES = ("assets/index-Dk3.js", "assets/index-B8x.css", "icon.svg")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """What a build leaves."""
    (tmp_path / "app" / "assets").mkdir(parents=True)
    (tmp_path / "app" / "index.html").write_text(INDEX, "utf-8")
    for name in FILES:
        (tmp_path / "app" / name).write_text("/* built */", "utf-8")
    return tmp_path


def _console(files: Path, public_url: str | None = None) -> list[BaseRoute]:
    edge = RequestMiddleware(
        Access(allowed_hosts=["shop.example"]),
        Callers(),
        Addresses([b"k" * 32], 60),
        Running(marked=True),
        public_url=public_url,
    )
    return routes(edge, files)


@asynccontextmanager
async def _asked(host: list[BaseRoute]) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(Starlette(routes=host))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:5000") as client:
        yield client


async def _loads_all(client: httpx.AsyncClient, page: httpx.Response) -> None:
    """Every file that the page names is there, where a browser would ask for it."""
    for name in FILES:
        (line,) = [each for each in page.text.splitlines() if name in each]
        named = line.partition("console/static")[2].partition('"')[0]
        answer = await client.get(str(page.url.join(f"console/static{named}")))
        assert (answer.status_code, answer.text) == (200, "/* built */"), answer.url


async def test_the_built_page_stands_at_the_root_and_at_its_own_path(files: Path) -> None:
    async with _asked(_console(files)) as client:
        for path in ("/", "/fripier"):
            page = await client.get(path)
            assert (page.status_code, page.headers["cache-control"]) == (200, "no-cache")
            assert '<div id="root">' in page.text
            await _loads_all(client, page)


async def test_it_stands_under_a_policy_that_allows_its_own_files_alone(files: Path) -> None:
    async with _asked(_console(files)) as client:
        page = await client.get("/")
    policy = dict(
        each.strip().split(" ", 1) for each in page.headers["content-security-policy"].split(";")
    )
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self' ws://127.0.0.1:5000",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["referrer-policy"] == "no-referrer"


async def test_graphiql_has_a_nonce_of_each_answer_and_no_other_freedom(
    client: httpx.AsyncClient,
) -> None:
    first, second = [
        await client.get("/graphql", headers={"Accept": "text/html"}) for _ in range(2)
    ]
    nonces = []
    for page in (first, second):
        policy = dict(
            each.strip().split(" ", 1)
            for each in page.headers["content-security-policy"].split(";")
        )
        (nonce,) = re.findall(r"'nonce-([\w-]{22})'", policy["style-src"])
        assert f'nonce="{nonce}"' in page.text and page.headers["cache-control"] == "no-store"
        nonces.append(nonce)
        assert policy == {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": f"'self' 'nonce-{nonce}'",
            "img-src": "'self' data:",
            "connect-src": f"'self' ws://{page.url.netloc.decode()}",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'",
        }
    assert nonces[0] != nonces[1]


async def test_its_socket_is_that_of_the_public_address(files: Path) -> None:
    async with _asked(_console(files, "https://shop.example/fripier")) as client:
        page = await client.get("/")
    assert "connect-src 'self' wss://shop.example;" in page.headers["content-security-policy"]


async def test_a_page_that_has_not_changed_is_not_sent_again(files: Path) -> None:
    async with _asked(_console(files)) as client:
        page = await client.get("/")
        again = await client.get("/", headers={"If-None-Match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_files_whose_names_have_a_hash_are_kept_for_good(files: Path) -> None:
    async with _asked(_console(files)) as client:
        kept = {
            name: (await client.get(f"/console/static/app/{name}")).headers["cache-control"]
            for name in FILES
        }
    assert kept == {
        "assets/index-Dk3.js": "public, max-age=31536000, immutable",
        "assets/index-B8x.css": "public, max-age=31536000, immutable",
        "icon.svg": "public, max-age=86400",
    }


async def test_they_are_sent_packed_to_whoever_takes_that(files: Path) -> None:
    script = "let listing = 'a pullover'; " * 200
    (files / "app" / "assets" / "index-Dk3.js").write_text(script, "utf-8")
    address = "/console/static/app/assets/index-Dk3.js"
    async with _asked(_console(files)) as client:
        packed = await client.get(address, headers={"Accept-Encoding": "br, gzip"})
        plain = await client.get(address, headers={"Accept-Encoding": "gzip;q=0"})
        assert packed.headers["content-encoding"] == "gzip"
        assert "content-encoding" not in plain.headers
        assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 10
        assert packed.text == plain.text == script
        assert packed.headers["content-type"] == plain.headers["content-type"]
        assert packed.headers["etag"] != plain.headers["etag"]
        for answer in (packed, plain):
            assert "Accept-Encoding" in answer.headers["vary"]
            held = {
                "If-None-Match": answer.headers["etag"],
                "Accept-Encoding": answer.request.headers["accept-encoding"],
            }
            assert (await client.get(address, headers=held)).status_code == 304


async def test_the_worker_is_served_below_a_path_of_ours_and_looked_at_anew(files: Path) -> None:
    for prefix, host in (
        ("", _console(files)),
        ("/shop", [Mount("/shop", routes=_console(files))]),
    ):
        async with _asked(host) as client:
            worker = await client.get(f"{prefix}/fripier/push.js")
            assert worker.headers["content-type"].startswith("text/javascript")
            assert worker.headers["cache-control"] == "no-cache"
            assert "service-worker-allowed" not in worker.headers, "no page lies in its scope"
            assert worker.headers["content-security-policy"] == (
                "default-src 'none'; img-src 'self'; connect-src 'self'"
            )
            known = {"If-None-Match": worker.headers["etag"]}
            assert (await client.get(worker.url, headers=known)).status_code == 304


def test_the_worker_answers_no_request_and_keeps_nothing() -> None:
    told = (FILES_OF_OURS / "push.js").read_text("utf-8")
    for word in ('"fetch"', "caches", "indexedDB", "importScripts", "respondWith"):
        assert word not in told


async def test_below_a_prefix_it_finds_its_files_too(files: Path) -> None:
    async with _asked([Mount("/fripier", routes=_console(files))]) as client:
        page = await client.get("/fripier", follow_redirects=True)
        assert page.url.path == "/fripier/"
        await _loads_all(client, page)


async def test_a_host_keeps_its_own_first_page(files: Path) -> None:
    host: list[BaseRoute] = [Route("/", PlainTextResponse("the host's own"))]
    async with _asked([*host, *_console(files)]) as client:
        assert (await client.get("/")).text == "the host's own"
        page = await client.get("/fripier")
        assert '<div id="root">' in page.text
        await _loads_all(client, page)


async def test_without_a_build_a_page_says_where_to_start(tmp_path: Path) -> None:
    async with _asked(_console(tmp_path)) as client:
        page = await client.get("/")
        said = await client.get("/", headers={"Accept-Language": "fr"})
    assert page.status_code == 200 and "GraphiQL" in page.text
    assert '<html lang="fr">' in said.text and "rien sans votre accord" in said.text
