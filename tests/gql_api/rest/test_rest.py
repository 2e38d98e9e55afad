"""REST's routes without a session: shapes, statuses and bad input, as the contract has them."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from gql_api.console.problems import as_html, documented
from gql_api.media.photos import MAX_UPLOAD_BYTES

LISTING: dict[str, Any] = {
    "title": "Hoodie Diesel",
    "price": 35,
    "description": "Bon état",
    "brand": "Diesel",
    "size": "L",
    "condition": "bon",
    "color": "noir",
    "category_hint": "Homme > Sweats",
    "photos": [],
    "dry_run": True,
}
PROBLEM = {"type", "title", "status", "detail", "instance", "code", "request_id"}


def _is_problem(answer: httpx.Response, status: int, code: str) -> None:
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert body.keys() >= PROBLEM
    assert body["request_id"] == answer.headers["x-request-id"]


async def test_a_check_without_a_session_is_200(client: httpx.AsyncClient) -> None:
    await client.delete("/vinted/auth/session")
    answer = await client.get("/vinted/auth/check")
    assert answer.status_code == 200
    body = answer.json()
    assert (body["authenticated"], body["state"], body["account"]) == (False, "absent", "default")
    other = await client.get("/vinted/auth/check", headers={"X-Account": "second"})
    assert other.json()["account"] == "second"


async def test_forgetting_no_session_is_no_error(client: httpx.AsyncClient) -> None:
    answer = await client.delete("/vinted/auth/session", params={"account": "nobody"})
    assert answer.json() == {"ok": True, "forgotten": False}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"account": "a b"}, (400, "account")),
        ({"account": 5}, (400, "account")),
        (["second"], (400, "body")),
        ({"account": None}, (200, None)),
        ({"account": "second"}, (200, None)),
    ],
)
async def test_an_account_in_the_body_of_a_delete_is_read(
    client: httpx.AsyncClient, body: Any, said: tuple[int, str | None]
) -> None:
    answer = await client.request("DELETE", "/vinted/auth/session", json=body)
    assert (answer.status_code, answer.json().get("field")) == said


async def test_a_photo_is_taken_shown_and_deleted(client: httpx.AsyncClient, photo: bytes) -> None:
    answer = await client.post("/vinted/photos/upload", files={"file": ("coat.jpg", photo)})
    assert answer.status_code == 200
    assert answer.json()["ok"] is True
    taken = answer.json()["photo"]
    shown = await client.get(taken["url"], headers={"Accept": "image/*"})
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.headers["cache-control"] == "private, no-cache"
    place = f"/vinted/photos/{taken['temp_id']}"
    tag = shown.headers["etag"]
    for condition in ({"If-Match": '"another"'}, {"If-Match": f"W/{tag}"}, {"If-None-Match": "*"}):
        _is_problem(await client.delete(place, headers=condition), 412, "precondition_failed")
    missing = await client.delete("/vinted/photos/none", headers={"If-Match": '"another"'})
    _is_problem(missing, 404, "photo_not_found")
    assert (await client.delete(place, headers={"If-Match": tag})).json() == {"ok": True}
    _is_problem(await client.get(place), 404, "photo_not_found")


async def test_of_several_photos_none_is_dropped_in_silence(
    client: httpx.AsyncClient, photo: bytes
) -> None:
    two = [("file", ("a.jpg", photo)), ("file", ("b.jpg", photo))]
    refused = await client.post("/vinted/photos/upload", files=two)
    _is_problem(refused, 400, "invalid_input")
    assert refused.json()["field"] == "file"
    assert "/ingest/upload" in refused.json()["detail"]
    named = [("file", ("a.jpg", photo)), ("back", ("b.jpg", photo))]
    other = await client.post("/vinted/photos/upload", files=named)
    _is_problem(other, 400, "invalid_input")
    assert "in the field back" in other.json()["detail"]
    mixed = [("file", ("a.jpg", photo)), ("files", ("b.jpg", photo))]
    _is_problem(await client.post("/ingest/upload", files=mixed), 400, "invalid_input")


@pytest.mark.parametrize("path", ["/api/v1/ingest/upload", "/ingest/upload"])
@pytest.mark.parametrize("field", ["files", "file"])
async def test_the_older_upload_takes_several_files(
    client: httpx.AsyncClient, photo: bytes, path: str, field: str
) -> None:
    parts = [(field, ("a.jpg", photo)), (field, ("b.jpg", photo))]
    answer = await client.post(path, files=parts)
    assert answer.json()["ok"] is True
    assert [each["filename"] for each in answer.json()["photos"]] == ["a.jpg", "b.jpg"]
    assert all({"temp_id", "url", "filename"} <= each.keys() for each in answer.json()["photos"])


async def test_each_of_several_files_is_answered_for(
    client: httpx.AsyncClient, photo: bytes
) -> None:
    parts = [
        ("files", ("notes.txt", b"only text")),
        ("files", ("a.jpg", photo)),
        ("files", ("half.jpg", photo[: len(photo) // 2])),
    ]
    answer = await client.post("/ingest/upload", files=parts)
    body = answer.json()
    assert (answer.status_code, body["ok"]) == (200, False)
    assert [each["filename"] for each in body["photos"]] == ["a.jpg"]
    assert [(each["index"], each["filename"], each["code"]) for each in body["refused"]] == [
        (0, "notes.txt", "photo_unsupported"),
        (2, "half.jpg", "photo_corrupt"),
    ]
    assert all(each["filename"] in each["detail"] for each in body["refused"])


async def test_when_every_file_is_refused_the_problem_names_each(
    client: httpx.AsyncClient,
) -> None:
    large = b"x" * (MAX_UPLOAD_BYTES + 1)
    for contents, status, code in (
        ((b"only text", b""), 415, "photo_unsupported"),
        ((large,), 413, "photo_too_large"),
        ((large, b""), 415, "photo_unsupported"),
    ):
        parts = [("files", (f"{number}.jpg", each)) for number, each in enumerate(contents)]
        answer = await client.post("/ingest/upload", files=parts)
        _is_problem(answer, status, code)
        body = answer.json()
        assert body["photos"] == []
        assert [each["index"] for each in body["refused"]] == list(range(len(contents)))


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"only text", 415, "photo_unsupported"),
        (b"", 415, "photo_unsupported"),
        (b"x" * (MAX_UPLOAD_BYTES + 1), 413, "photo_too_large"),
    ],
    ids=["text", "empty", "large"],
)
async def test_what_is_no_photo_is_named(
    client: httpx.AsyncClient, content: bytes, status: int, code: str
) -> None:
    answer = await client.post("/vinted/photos/upload", files={"file": ("a.jpg", content)})
    _is_problem(answer, status, code)


async def test_a_200_mb_upload_is_refused(client: httpx.AsyncClient) -> None:
    async def parts() -> AsyncIterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
        for _ in range(200):
            yield bytes(1_000_000)

    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    answer = await client.post("/vinted/photos/upload", content=parts(), headers=headers)
    _is_problem(answer, 413, "photo_too_large")


async def test_a_declared_200_mb_upload_is_refused_before_it_is_sent(base: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", int(base.rpartition(":")[2]))
    writer.write(
        b"POST /vinted/photos/upload HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        b"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 200000000\r\n\r\n"
    )
    status = await asyncio.wait_for(reader.readline(), 5)
    writer.close()
    assert status.startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    "body",
    [
        {"files": {"other": ("a.jpg", b"x")}},
        {"data": {"file": "text"}, "files": {"other": ("a.jpg", b"x")}},
    ],
)
async def test_a_missing_file_is_named(client: httpx.AsyncClient, body: dict[str, Any]) -> None:
    answer = await client.post("/vinted/photos/upload", **body)
    _is_problem(answer, 400, "invalid_input")
    assert answer.json()["field"] == "file"


NAMED = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx\r\n--b--\r\n'


@pytest.mark.parametrize(
    ("content", "media", "status", "code"),
    [
        (b"{}", "application/json", 415, "unsupported_media_type"),
        (b"garbage", "multipart/form-data; boundary=b", 400, "malformed_form"),
        (b"garbage", "multipart/form-data", 400, "malformed_form"),
        (NAMED, "multipart/form-data; boundary=b; charset=undefined", 400, "malformed_form"),
    ],
)
async def test_a_form_that_cannot_be_read_is_refused(
    client: httpx.AsyncClient, content: bytes, media: str, status: int, code: str
) -> None:
    headers = {"Content-Type": media}
    answer = await client.post("/vinted/photos/upload", content=content, headers=headers)
    _is_problem(answer, status, code)


@pytest.mark.parametrize(
    ("content", "media", "status", "code"),
    [
        (b"", "application/json", 400, "malformed_json"),
        (b"{", "application/json", 400, "malformed_json"),
        (b"[]", "application/json", 400, "invalid_input"),
        (b'{"title": "a", "title": "b"}', "application/json", 400, "malformed_json"),
        (b'{"title": "\\ud800"}', "application/json", 400, "malformed_json"),
        (b'{"price": 1e999}', "application/json", 400, "invalid_input"),
        (b"[" * 100_000, "application/json", 400, "malformed_json"),
        (b"{}", "text/plain", 415, "unsupported_media_type"),
        (b"{}", "", 415, "unsupported_media_type"),
        (b" " * 1_048_577, "application/json", 413, "body_too_large"),
    ],
)
async def test_a_body_that_is_no_json_object_is_refused(
    client: httpx.AsyncClient, content: bytes, media: str, status: int, code: str
) -> None:
    for path in ("auth/session", "listings/prepare", "listings/publish"):
        headers = {"Content-Type": media}
        answer = await client.post(f"/vinted/{path}", content=content, headers=headers)
        _is_problem(answer, status, code)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 101}, "title"),
        ({"title": 7}, "title"),
        ({"price": 0}, "price"),
        ({"price": True}, "price"),
        ({"price": "12.345"}, "price"),
        ({"description": None}, "description"),
        ({"photos": 5}, "photos"),
        ({"photos": [{"no": "id"}]}, "photos.0"),
        ({"dry_run": "perhaps"}, "dry_run"),
        ({"account": "../x"}, "account"),
    ],
)
async def test_a_wrong_field_is_named(
    client: httpx.AsyncClient, wrong: dict[str, Any], field: str
) -> None:
    answer = await client.post("/vinted/listings/prepare", json=LISTING | wrong)
    _is_problem(answer, 400, "invalid_input")
    assert answer.json()["field"] == field
    assert answer.json()["errors"][0]["field"] == field


async def test_preparing_without_a_session_is_401(client: httpx.AsyncClient) -> None:
    given = LISTING | {"account": "never-signed-in"}
    answer = await client.post("/vinted/listings/prepare", json=given)
    _is_problem(answer, 401, "session_required")
    market = answer.json()["market"]
    assert market.startswith("127.0.0.1:")
    assert answer.headers["www-authenticate"] == f'MarketSession realm="{market}"'


@pytest.mark.parametrize("token", ["nonsense", "fc_AAAA", "x" * 4096])
async def test_a_forged_token_is_refused(client: httpx.AsyncClient, token: str) -> None:
    answer = await client.post("/vinted/listings/publish", json={"confirm_token": token})
    _is_problem(answer, 400, "confirm_token_invalid")
    assert token not in answer.text


@pytest.mark.parametrize("key", ["", '""', "two words", "x" * 256])
async def test_a_malformed_key_is_refused(client: httpx.AsyncClient, key: str) -> None:
    headers = {"Idempotency-Key": key}
    answer = await client.post("/vinted/listings/prepare", json=LISTING, headers=headers)
    _is_problem(answer, 400, "idempotency_key_invalid")


async def test_a_repeated_key_header_is_refused(client: httpx.AsyncClient) -> None:
    headers = [("Idempotency-Key", "a"), ("Idempotency-Key", "a")]
    answer = await client.post("/vinted/listings/prepare", json=LISTING, headers=headers)
    _is_problem(answer, 400, "idempotency_key_invalid")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/vinted/jobs/nope", None),
        ("DELETE", "/vinted/jobs/nope", None),
        ("GET", "/vinted/jobs/nope/events", None),
        ("GET", "/vinted/jobs/nope/picture", None),
        ("POST", "/vinted/jobs/nope/answers", {"answers": {"size": "L"}}),
        ("POST", "/vinted/jobs/nope/resolve", {"there": False}),
        ("POST", "/vinted/jobs/nope/resolve", {"not_there": True}),
        ("GET", "/vinted/photos/..%2F..%2Fetc", None),
        ("GET", "/nothing/here", None),
    ],
)
async def test_what_is_not_there_is_404(
    client: httpx.AsyncClient, method: str, path: str, body: Any
) -> None:
    answer = await client.request(method, path, json=body)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "body", [{}, {"not_there": False}, {"not_there": None}, {"there": True, "not_there": True}]
)
async def test_what_was_found_is_said_once(client: httpx.AsyncClient, body: Any) -> None:
    answer = await client.post("/vinted/jobs/nope/resolve", json=body)
    _is_problem(answer, 400, "invalid_input")
    assert answer.json()["field"] == "there"


@pytest.mark.parametrize(
    "body",
    [
        {"there": True, "not_there": None},
        {"there": None, "not_there": True},
        {"there": True, "not_there": False},
    ],
)
async def test_a_finding_that_is_null_is_not_given(client: httpx.AsyncClient, body: Any) -> None:
    answer = await client.post("/vinted/jobs/nope/resolve", json=body)
    _is_problem(answer, 404, "job_not_found")


async def test_another_method_is_405_and_says_which(client: httpx.AsyncClient) -> None:
    answer = await client.put("/vinted/auth/session", json={})
    _is_problem(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "DELETE, OPTIONS, POST"
    options = await client.options("/vinted/auth/check")
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
    assert (await client.head("/vinted/auth/check")).status_code == 200


async def test_an_answer_that_is_not_accepted_is_406(client: httpx.AsyncClient) -> None:
    answer = await client.get("/vinted/auth/check", headers={"Accept": "text/csv"})
    _is_problem(answer, 406, "not_acceptable")


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/vinted/listings/publish", '"publish";q=5;w=60'),
        ("/vinted/listings/prepare", '"prepares";q=20;w=60'),
        ("/vinted/photos/upload", '"uploads";q=6000;w=60'),
    ],
)
async def test_a_limited_route_tells_its_limit_on_every_answer(
    client: httpx.AsyncClient, path: str, policy: str
) -> None:
    answer = await client.post(path, json={})
    assert answer.headers["ratelimit-policy"] == policy
    assert answer.headers["ratelimit"].startswith(policy.partition(";")[0])


async def test_the_older_routes_answer(client: httpx.AsyncClient) -> None:
    health = (await client.get("/health")).json()
    assert health["ok"] is True and health["database"] is True and health["mock_mode"] is True
    assert (await client.get("/ready")).status_code == 200
    assert (await client.get("/stats")).json().keys() >= {"jobs", "published", "uptime_seconds"}


async def test_a_photo_that_the_caller_has_is_not_sent_again(
    client: httpx.AsyncClient, photo: bytes
) -> None:
    taken = await client.post("/vinted/photos/upload", files={"file": ("coat.jpg", photo)})
    url = taken.json()["photo"]["url"]
    tag = (await client.get(url)).headers["etag"]
    for held in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = await client.get(url, headers={"If-None-Match": held})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == tag
    assert (await client.get(url, headers={"If-None-Match": '"other"'})).status_code == 200
    await client.delete(url)
    _is_problem(await client.get(url, headers={"If-None-Match": tag}), 404, "photo_not_found")


@pytest.mark.parametrize("code", documented())
async def test_the_document_of_every_problem_can_be_opened(
    client: httpx.AsyncClient, code: str
) -> None:
    page = await client.get(f"/problems/{code}")
    assert page.status_code == 200
    assert f"<code>{code}</code>" in page.text
    assert as_html(documented()[code].when) in page.text
    assert "](" not in page.text and "`" not in page.text


async def test_a_problem_leads_to_its_document(client: httpx.AsyncClient) -> None:
    problem = (await client.get("/nothing")).json()
    assert "Not found" in (await client.get(problem["type"])).text
    assert (await client.get("/problems/no_such_code")).status_code == 404


async def test_the_path_of_a_problem_is_a_reference_whatever_was_asked_for(
    client: httpx.AsyncClient,
) -> None:
    problem = (await client.get("/vinted/jobs/é%20%25%7F")).json()
    assert problem["instance"] == "/vinted/jobs/%C3%A9%20%25%7F"


async def test_openapi_is_served(client: httpx.AsyncClient) -> None:
    found = (await client.get("/openapi.json")).json()
    assert found["openapi"] == "3.1.0"
