"""Forms of both transports: told as cut off when they are, and no file is lost without a word."""

import json
from typing import Any

import httpx
import pytest
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.types import Message

from gql_api.http.forms import MalformedForm, form_of

BOUNDARY = "----WebKitFormBoundaryAbC123"
MULTIPART = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
GRAPHQL = MULTIPART | {"GraphQL-Require-Preflight": "1"}
UPLOAD = "mutation($file: Upload!) { uploadPhoto(input: {file: $file}) { __typename } }"
TWO = """mutation($a: Upload!, $b: Upload!) {
  a: uploadPhoto(input: {file: $a}) { ...P } b: uploadPhoto(input: {file: $b}) { ...P } }
fragment P on UploadPhotoResult {
  __typename ... on UploadPhotoSuccess { photo { digest size } } }"""


def _form(*parts: tuple[str, str | None, bytes]) -> bytes:
    body = b""
    for name, filename, data in parts:
        named = f'; filename="{filename}"' if filename else ""
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
        body += head.encode() + data + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()


def _operation(query: str, places: dict[str, list[str]], *files: tuple[str, bytes]) -> bytes:
    operations = json.dumps({"query": query, "variables": {"file": None, "a": None, "b": None}})
    return _form(
        ("operations", None, operations.encode()),
        ("map", None, json.dumps(places).encode()),
        *((name, "photo.jpg", data) for name, data in files),
    )


@pytest.mark.parametrize("path", ["/vinted/photos/upload", "/ingest/upload", "/graphql"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.98])
async def test_a_form_that_was_cut_off_is_told_as_that(
    client: httpx.AsyncClient, photo: bytes, path: str, share: float
) -> None:
    whole = _form(("file", "photo.jpg", photo))
    if path == "/graphql":
        whole = _operation(UPLOAD, {"0": ["variables.file"]}, ("0", photo))
    cut = await client.post(path, content=whole[: int(len(whole) * share)], headers=GRAPHQL)
    body = cut.json()
    told = body["errors"][0] if path == "/graphql" else body
    code = told["extensions"]["code"] if path == "/graphql" else told["code"]
    assert (cut.status_code, code) == (400, "malformed_form"), body
    assert "cut off" in (told.get("message") or told["detail"])


async def test_a_boundary_may_lie_across_two_pieces(
    client: httpx.AsyncClient, photo: bytes
) -> None:
    whole = _form(("file", "photo.jpg", photo))

    async def pieces() -> Any:
        for at in range(0, len(whole), 997):
            yield whole[at : at + 997]

    answer = await client.post("/vinted/photos/upload", content=pieces(), headers=MULTIPART)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("size", [1, 2, 13, 31, 32, 33, 1_000])
@pytest.mark.parametrize("missing", [0, 4, 5, 40])
async def test_a_form_is_whole_or_cut_off_however_it_comes_in_pieces(
    size: int, missing: int
) -> None:
    whole = _form(("file", "a.jpg", b"x" * 100))
    body = whole[: len(whole) - missing]
    pieces = iter([body[at : at + size] for at in range(0, len(body), size)])

    async def receive() -> Message:
        piece = next(pieces, b"")
        return {"type": "http.request", "body": piece, "more_body": bool(piece)}

    headers = [(name.lower().encode(), text.encode()) for name, text in MULTIPART.items()]
    asked = Request({"type": "http", "method": "POST", "headers": headers}, receive)
    if missing:
        with pytest.raises(MalformedForm, match="cut off"):
            await form_of(asked)
        return
    form = await form_of(asked)
    assert isinstance(form["file"], UploadFile) and form["file"].size == 100
    await form.close()


async def test_a_wrong_name_is_answered_with_the_one_that_came(
    client: httpx.AsyncClient, photo: bytes
) -> None:
    for part in (("image", "photo.jpg", photo), ("image", None, b"text")):
        answer = await client.post("/vinted/photos/upload", content=_form(part), headers=MULTIPART)
        assert (answer.status_code, answer.json()["field"]) == (400, "file")
        assert "image" in answer.json()["detail"] and "file" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("places", "names", "said"),
    [
        ({"0": ["variables.file"]}, ["file"], "the part 0, which did not come"),
        ({"0": ["variables.file"]}, ["0", "1"], "in the part 1"),
        ({"0": ["variables.file"]}, ["0", "0"], "in the part 0"),
        ({}, ["0"], "in the part 0"),
    ],
)
async def test_of_a_map_that_does_not_fit_the_part_is_named(
    client: httpx.AsyncClient, photo: bytes, places: Any, names: list[str], said: str
) -> None:
    body = _operation(UPLOAD, places, *((name, photo) for name in names))
    answer = await client.post("/graphql", content=body, headers=GRAPHQL)
    (error,) = answer.json()["errors"]
    told = error["extensions"]
    assert (told["code"], told["field"]) == ("invalid_input", "map")
    assert said in error["message"]


async def test_one_file_may_be_two_variables(client: httpx.AsyncClient, photo: bytes) -> None:
    body = _operation(TWO, {"0": ["variables.a", "variables.b"]}, ("0", photo))
    answer = await client.post("/graphql", content=body, headers=GRAPHQL)
    data = answer.json()["data"]
    assert data["a"]["__typename"] == "UploadPhotoSuccess"
    assert data["a"] == data["b"]
