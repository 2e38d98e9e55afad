"""What `/ingest/upload` says when its files have more bytes together than a request may."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from gql_api.media.photo_limits import MAX_UPLOAD_BYTES, MAX_UPLOAD_FILES, MAX_UPLOAD_TOTAL_BYTES
from tests.gql_api.inside import inside

HEAD = b'--b\r\nContent-Disposition: form-data; name="files"; filename="%s"\r\n\r\n'
FORM = {"Content-Type": "multipart/form-data; boundary=b"}
LARGE = 45_000_000


async def form(*files: tuple[bytes, bytes | int]) -> AsyncIterator[bytes]:
    """A form of files of these bytes, or of so many zeros."""
    for name, content in files:
        yield HEAD % name
        if isinstance(content, bytes):
            yield content
        else:
            for start in range(0, content, 1_000_000):
                yield bytes(min(1_000_000, content - start))
        yield b"\r\n"
    yield b"--b--\r\n"


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    async with (
        inside(tmp_path) as service,
        httpx.AsyncClient(base_url=service.url, timeout=60, headers=FORM) as client,
    ):
        yield client


@pytest.mark.parametrize("declared", [False, True])
async def test_files_within_the_bound_are_kept_and_the_one_in_which_it_lies_is_named(
    client: httpx.AsyncClient, photo: bytes, declared: bool
) -> None:
    files: list[tuple[bytes, bytes | int]] = [(b"a.jpg", photo)]
    files += [(b"%d.jpg" % number, LARGE) for number in range(1, 9)]
    length = sum([len(each) async for each in form(*files)])
    headers = {"Content-Length": str(length)} if declared else {}
    answer = await client.post("/ingest/upload", content=form(*files), headers=headers)
    body = answer.json()
    assert (answer.status_code, body["ok"]) == (200, False)
    assert [each["filename"] for each in body["photos"]] == ["a.jpg"]
    assert [(each["index"], each["filename"], each["code"]) for each in body["refused"]] == [
        *((number, f"{number}.jpg", "photo_unsupported") for number in range(1, 6)),
        (6, "6.jpg", "photo_too_large"),
    ]
    assert "what came after it" in body["refused"][-1]["detail"]


async def test_one_file_beyond_the_bound_is_named_as_well(client: httpx.AsyncClient) -> None:
    huge = form((b"huge.jpg", MAX_UPLOAD_TOTAL_BYTES + 1_000_000))
    answer = await client.post("/ingest/upload", content=huge)
    body = answer.json()
    assert (answer.status_code, body["code"], body["photos"]) == (413, "photo_too_large", [])
    assert [(each["index"], each["filename"]) for each in body["refused"]] == [(0, "huge.jpg")]


async def test_what_no_twenty_photos_have_is_refused_before_it_is_sent(
    client: httpx.AsyncClient,
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", client.base_url.port)
    length = MAX_UPLOAD_FILES * MAX_UPLOAD_BYTES + 2_000_000
    writer.write(
        b"POST /ingest/upload HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n"
        b"Content-Type: multipart/form-data; boundary=b\r\n\r\n" % length
    )
    assert b" 413 " in await asyncio.wait_for(reader.readline(), 10)
    writer.close()
