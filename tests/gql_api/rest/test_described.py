"""The check that every answer is described: it notices what it is there for."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from gql_api.rest import document
from gql_api.rest.examples import EVENTS
from tests.described import Undescribed, described, require_described

_JOB = "/vinted/jobs/1/events"
_STREAM = "text/event-stream"
_PROGRESS, _PICTURE = (
    f"data: {json.dumps(EVENTS[name])}".encode() for name in ("progress", "picture")
)


async def _answered(path: str, status: int, media: str, content: bytes) -> httpx.Response:
    async def sent() -> AsyncIterator[bytes]:
        yield content

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers={"Content-Type": media}, content=sent())

    async with described("http://test", transport=httpx.MockTransport(answer)) as client:
        return await client.get(path)


@pytest.mark.parametrize(
    ("path", "status", "media", "content"),
    [
        ("/vinted/markets", 200, "application/json", b'{"markets": [], "more": 1}'),
        ("/vinted/markets", 200, "application/json", b"{}"),
        ("/vinted/markets", 200, "text/html", b""),
        ("/vinted/markets", 418, "application/json", b'{"markets": []}'),
        (_JOB, 200, _STREAM, b'id: 1\nevent: progress\ndata: {"seq": 1}\n\n'),
        (_JOB, 200, _STREAM, b"event: picture\n" + _PROGRESS + b"\n\n"),
        (_JOB, 200, _STREAM, b"event: progress\n" + _PICTURE + b"\n\n"),
        (_JOB, 200, _STREAM, b"event: sound\n" + _PICTURE + b"\n\n"),
        (_JOB, 200, _STREAM, _PICTURE + b"\n\n"),
        ("/elsewhere", 404, "application/problem+json", b'{"code": "not_found"}'),
    ],
)
async def test_what_is_not_described_is_noticed(
    path: str, status: int, media: str, content: bytes
) -> None:
    with pytest.raises(Undescribed):
        await _answered(path, status, media, content)


async def test_what_is_described_passes() -> None:
    found = await _answered("/vinted/markets", 200, "application/json", b'{"markets": []}')
    assert found.json() == {"markets": []}
    await _answered("/graphql", 200, "application/json", b'{"data": {}}')
    told = (b"event: progress", _PROGRESS, b"", b"event: picture", _PICTURE, b"", b"")
    await _answered(_JOB, 200, _STREAM, b"\n".join(told))


def test_members_are_closed_inside_lists_too() -> None:
    body: dict[str, Any] = {"checks": [], "ok": True, "version": "1"}
    require_described("Readiness", body)
    body["checks"] = [{"name": "disk", "ok": True, "cure": None, "more": 1}]
    with pytest.raises(Undescribed, match="more"):
        require_described("Readiness", body)


def test_the_served_document_leaves_objects_open() -> None:
    schemas = document()["components"]["schemas"]
    assert "additionalProperties" not in schemas["Readiness"]
