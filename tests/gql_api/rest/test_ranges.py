"""Which part of a picture is asked for: one range of bytes is served, other kinds are read past."""

from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.types import Message

from gql_api.http.conditional import RangeNotSatisfiable
from gql_api.rest.responses import image

DATA = bytes(range(100))


async def _answered(folder: Path, fields: dict[str, str]) -> tuple[int, bytes]:
    """The status and the body of a picture that is asked for with these fields."""
    path = folder / "picture.jpg"
    path.write_bytes(DATA)
    raw = [(name.encode(), value.encode()) for name, value in fields.items()]
    scope = {"type": "http", "method": "GET", "path": "/", "headers": raw, "extensions": {}}
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope["asgi"] = {"spec_version": "2.4"}  # it watches for no disconnect by itself then
    await image(Request(scope, receive), path, "a")(scope, receive, send)
    return sent[0]["status"], b"".join(each.get("body", b"") for each in sent[1:])


@pytest.mark.parametrize(
    ("asked", "served"),
    [
        ("bytes=0-9", DATA[:10]),
        ("bytes=90-", DATA[90:]),
        ("bytes=90-500", DATA[90:]),
        ("bytes=-5", DATA[-5:]),
        ("bytes=-500", DATA),
    ],
)
async def test_one_range_of_bytes_is_served(tmp_path: Path, asked: str, served: bytes) -> None:
    assert await _answered(tmp_path, {"range": asked}) == (206, served)


@pytest.mark.parametrize(
    "asked",
    ["items=0-9", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=9-5", "bytes=0-1,5-6", "x=y=z"],
)
async def test_every_other_kind_is_read_past(tmp_path: Path, asked: str) -> None:
    assert await _answered(tmp_path, {"range": asked}) == (200, DATA)


async def test_a_range_of_another_picture_is_read_past(tmp_path: Path) -> None:
    assert await _answered(tmp_path, {"range": "bytes=500-", "if-range": '"b"'}) == (200, DATA)


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=500-600", "bytes=-0"])
async def test_one_behind_the_end_is_refused(tmp_path: Path, asked: str) -> None:
    with pytest.raises(RangeNotSatisfiable) as refused:
        await _answered(tmp_path, {"range": asked})
    assert refused.value.members["size"] == 100
