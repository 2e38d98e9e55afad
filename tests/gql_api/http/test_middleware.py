"""The rules around each route, on a real Starlette application."""

from collections.abc import AsyncIterator, Sequence

import httpx
import pytest
import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from gql_api.auth.authenticator import Callers
from gql_api.errors import Conflict, ServiceError
from gql_api.http.addresses import public_base
from gql_api.http.middleware import JSON_LIMIT, RequestMiddleware, request_id
from gql_api.http.origins import Access
from gql_api.http.running import Running
from gql_api.rest.operations import OPERATIONS
from gql_api.security.signed_urls import Addresses

OWN = "http://127.0.0.1:5000"
KEY = "a-key-of-sixteen-characters"
UPLOAD_LIMIT = 3 * JSON_LIMIT


def _render(connection: HTTPConnection, error: ServiceError) -> Response:
    shown = {"code": error.code, "detail": error.detail, "request_id": request_id(connection)}
    return JSONResponse(shown, status_code=error.status)


async def _echo(scope: Scope, receive: Receive, send: Send) -> None:
    request = Request(scope, receive)
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
    await JSONResponse({"size": size, "base": public_base(request)})(scope, receive, send)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    raise Conflict("Not now.")


async def _fail(scope: Scope, receive: Receive, send: Send) -> None:
    raise RuntimeError("access_token_web=secret")


async def _missing(scope: Scope, receive: Receive, send: Send) -> None:
    raise HTTPException(404, "No such file")


async def _socket(scope: Scope, receive: Receive, send: Send) -> None:
    socket = WebSocket(scope, receive, send)
    await socket.accept()
    await socket.send_text(public_base(socket))
    await socket.close()


async def _own_headers(scope: Scope, receive: Receive, send: Send) -> None:
    answer = Response(headers={"Cache-Control": "private", "Vary": "Accept"})
    for name in ("a", "b"):
        answer.headers.append("Link", f"</{name}>; rel=describedby")
    await answer(scope, receive, send)


def _application(api_keys: Sequence[str] = (), cors_origins: Sequence[str] = ("*",)) -> Starlette:
    callers = Callers(api_keys=api_keys)
    access = Access(keys_needed=callers.keys_needed, cors_origins=cors_origins)
    running = Running(marked=True)
    edge = RequestMiddleware(access, callers, Addresses([b"k" * 32], 3600), running)
    apps = {
        "/echo": _echo,
        "/refuse": _refuse,
        "/fail": _fail,
        "/missing": _missing,
        "/own": _own_headers,
    }
    wrapped = edge.wrap(_socket, _render)
    return Starlette(
        routes=[
            *(
                Route(path, edge.wrap(app, _render, upload_limit=UPLOAD_LIMIT))
                for path, app in apps.items()
            ),
            Route("/open", edge.wrap(_echo, _render, public=True, varies=("Accept",))),
            WebSocketRoute("/socket", wrapped),
        ]
    )


def _client(app: Starlette) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=OWN)


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with _client(_application(cors_origins=["https://shop.example"])) as client:
        yield client


async def test_an_answer_carries_the_security_headers_and_a_request_id(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get("/echo")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert len(answer.headers["x-request-id"]) == 32


async def test_what_an_answer_says_itself_stays(client: httpx.AsyncClient) -> None:
    answer = await client.get("/own")
    told = answer.headers.multi_items()
    assert [value for name, value in told if name == "cache-control"] == ["private"]
    assert [value for name, value in told if name == "vary"] == [
        "Accept, Authorization, X-API-Key, X-Account, Cookie, Origin, Sec-Fetch-Site"
    ]
    public = (await client.get("/open")).headers["vary"]
    assert public == "Accept, Origin, Sec-Fetch-Site"
    assert [value for name, value in told if name == "link"] == [
        "</a>; rel=describedby",
        "</b>; rel=describedby",
    ]


async def test_a_sound_request_id_of_the_caller_is_kept(client: httpx.AsyncClient) -> None:
    kept = await client.get("/refuse", headers={"X-Request-Id": "trace-1234"})
    assert kept.headers["x-request-id"] == kept.json()["request_id"] == "trace-1234"
    other = await client.get("/refuse", headers={"X-Request-Id": "a b\tc<script>"})
    assert other.headers["x-request-id"] != "a b\tc<script>"


async def test_each_answer_is_one_line_in_the_log(client: httpx.AsyncClient) -> None:
    with structlog.testing.capture_logs([structlog.contextvars.merge_contextvars]) as lines:
        answer = await client.get("/echo?token=secret")
    (line,) = lines
    assert (line["method"], line["path"], line["status"]) == ("GET", "/echo", 200)
    assert line["request_id"] == answer.headers["x-request-id"]


async def test_a_refusal_is_rendered(client: httpx.AsyncClient) -> None:
    answer = await client.get("/refuse")
    assert answer.status_code == 409
    assert answer.json()["detail"] == "Not now."
    assert (await client.get("/missing")).json()["code"] == "not_found"


async def test_what_nobody_expected_is_masked_and_logged(client: httpx.AsyncClient) -> None:
    with structlog.testing.capture_logs([structlog.contextvars.merge_contextvars]) as lines:
        answer = await client.get("/fail")
    assert answer.status_code == 500
    assert answer.json()["code"] == "internal"
    assert "secret" not in answer.text
    (logged,) = (line for line in lines if line["event"] == "unexpected_error")
    assert logged["request_id"] == answer.json()["request_id"]


async def test_a_name_that_is_not_ours_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.get("/echo", headers={"Host": "rebound.example"})
    assert (answer.status_code, answer.json()["code"]) == (403, "host_not_allowed")


@pytest.mark.parametrize("path", ["/echo", "/refuse"])
async def test_a_named_origin_may_read_the_answer(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path, headers={"Origin": "https://shop.example"})
    assert answer.headers["access-control-allow-origin"] == "https://shop.example"
    assert "Idempotent-Replayed" in answer.headers["access-control-expose-headers"]
    assert "Origin" in answer.headers["vary"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Site": "same-site", "Referer": "http://localhost:9/page"},
    ],
    ids=["foreign", "null", "another port", "picture", "same site"],
)
async def test_a_page_of_another_origin_gets_nothing(
    client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    answer = await client.post("/echo", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "origin_not_allowed")
    assert answer.headers.get("access-control-allow-origin") == headers.get("Origin")


@pytest.mark.parametrize("path", ["/refuse", "/fail", "/missing", "/nowhere"])
async def test_a_refused_page_reads_that_and_nothing_else(
    client: httpx.AsyncClient, path: str
) -> None:
    foreign = {"Origin": "https://evil.example"}
    answer = await client.get(path, headers=foreign)
    readable = "access-control-allow-origin" in answer.headers
    assert readable is (answer.status_code == 403)
    rebound = await client.get("/echo", headers=foreign | {"Host": "rebound.example"})
    assert rebound.json()["code"] == "host_not_allowed"
    assert "access-control-allow-origin" not in rebound.headers


@pytest.mark.parametrize("origin", ["https://shop.example", "https://evil.example", "null"])
async def test_a_preflight_lets_every_page_ask_and_read_why_not(
    client: httpx.AsyncClient, origin: str
) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Origin": origin}
    answer = await client.options("/echo", headers=asked)
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == origin
    assert "Idempotency-Key" in answer.headers["access-control-allow-headers"]
    methods = set(answer.headers["access-control-allow-methods"].split(", "))
    assert {each.method for each in OPERATIONS} <= methods
    assert "Traceparent" in answer.headers["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in answer.headers


async def test_a_picture_may_be_embedded_by_a_named_page(client: httpx.AsyncClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Referer": "https://shop.example/listing"}
    answer = await client.get("/echo", headers=headers)
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    own = await client.get("/echo")
    assert own.headers["cross-origin-resource-policy"] == "same-origin"


async def test_without_a_key_only_public_routes_answer() -> None:
    async with _client(_application(api_keys=[KEY])) as client:
        assert (await client.get("/echo")).status_code == 401
        assert (await client.get("/open")).status_code == 200
        known = await client.get("/echo", headers={"Authorization": f"Bearer {KEY}"})
        assert known.status_code == 200


async def test_a_stranger_hears_of_the_key_and_not_of_the_size() -> None:
    async with _client(_application(api_keys=[KEY])) as client:
        answer = await client.post("/echo", content=b"x" * (JSON_LIMIT + 1))
        assert answer.status_code == 401


@pytest.mark.parametrize(
    ("media", "limit"),
    [("application/json", JSON_LIMIT), ("multipart/form-data; boundary=x", UPLOAD_LIMIT)],
)
async def test_a_body_is_bounded_by_its_purpose(
    client: httpx.AsyncClient, media: str, limit: int
) -> None:
    headers = {"Content-Type": media}
    assert (await client.post("/echo", content=b"x" * limit, headers=headers)).status_code == 200
    answer = await client.post("/echo", content=b"x" * (limit + 1), headers=headers)
    assert answer.status_code == 413


async def test_a_body_without_a_length_is_cut_as_its_bytes_arrive(
    client: httpx.AsyncClient,
) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 100 * JSON_LIMIT:
            sent += 65_536
            yield b"x" * 65_536

    answer = await client.post("/echo", content=endless())
    assert answer.status_code == 413
    assert sent <= JSON_LIMIT + 65_536
