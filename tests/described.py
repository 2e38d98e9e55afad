"""Holds every answer of REST to the OpenAPI document: its status, its media type, its members.

The document leaves objects open, for members to come. What is sent today it has to name, so here
each object of an answer is closed.
"""

import json
import re
from collections.abc import AsyncIterator
from functools import cache
from typing import Any

import httpx
import jsonschema_rs

from gql_api.rest import document
from gql_api.rest.operations import OPERATIONS
from gql_api.rest.problems import MEDIA_TYPE as PROBLEM

EVENTS = "text/event-stream"
Json = dict[str, Any]


class Undescribed(AssertionError):
    """The document does not say that this may be answered."""


def described(base: str, **more: Any) -> httpx.AsyncClient:
    """A client that fails at the first answer that the document does not describe."""
    return httpx.AsyncClient(base_url=base, event_hooks={"response": [_check]}, **more)


@cache
def served_document() -> Json:
    """The document, made once for all who only read it."""
    return document()


@cache
def closed_document() -> Json:
    """The document with every object of an answer closed to members that it does not name."""
    found = served_document()
    asked = {each.body.__name__ for each in OPERATIONS if each.body}
    schemas = found["components"]["schemas"]
    told = {name: _closed(shape) for name, shape in schemas.items() if name not in asked}
    return found | {"components": found["components"] | {"schemas": schemas | told}}


def _closed(value: Any) -> Any:
    if isinstance(value, list):
        return [_closed(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {name: _closed(each) for name, each in value.items()}
    is_object = found.get("type") == "object" and "properties" in found
    return found | {"additionalProperties": False} if is_object else found


@cache
def _paths() -> dict[re.Pattern[str], Json]:
    return {
        re.compile(re.sub(r"\{\w+\}", "[^/]+", path)): methods
        for path, methods in closed_document()["paths"].items()
    }


@cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    shapes = closed_document()["components"]
    reference = {"$ref": f"#/components/schemas/{name}", "components": shapes}
    return jsonschema_rs.Draft202012Validator(reference, validate_formats=True)


def require_described(name: str, body: Any) -> None:
    """The body has the members of a shape, and no others."""
    if wrong := [
        f"{each.instance_path}: {each.message}" for each in _validator(name).iter_errors(body)
    ]:
        raise Undescribed(f"{name}: {wrong}")


async def _check(answer: httpx.Response) -> None:
    media = answer.headers.get("content-type", "").partition(";")[0]
    if (shape := _shape(answer, media)) is None:
        return
    if media == EVENTS:
        answer.stream = _CheckedEvents(answer.stream)
    else:
        await answer.aread()
        require_described(shape, answer.json())


def _shape(answer: httpx.Response, media: str) -> str | None:
    """The name of what the body has to be; None where it is no JSON, or not REST's."""
    asked = answer.request
    methods = next(
        (found for path, found in _paths().items() if path.fullmatch(asked.url.path)), {}
    )
    operation = methods.get(asked.method.lower())
    if operation is None:
        return "Problem" if media == PROBLEM and asked.method != "HEAD" else None
    told = f"{asked.method} {asked.url.path}: {answer.status_code} {media}"
    reply = operation["responses"].get(str(answer.status_code))
    if reply is None or media not in reply.get("content", {"": None}):
        raise Undescribed(told)
    if media == EVENTS:
        return EVENTS
    schema = reply.get("content", {}).get(media, {}).get("schema", {})
    return schema["$ref"].rpartition("/")[2] if schema else None


@cache
def _events() -> dict[str, str]:
    """The shape of each event's data, by the event's name."""
    return {
        name: shape.__name__ for operation in OPERATIONS for name, shape in operation.events.items()
    }


class _CheckedEvents(httpx.AsyncByteStream):
    """A stream of server-sent events, each of which is checked as its line is complete."""

    def __init__(self, stream: httpx.AsyncByteStream | httpx.SyncByteStream) -> None:
        assert isinstance(stream, httpx.AsyncByteStream)
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        begun, name = b"", "message"
        async for chunk in self._stream:
            *lines, begun = (begun + chunk).split(b"\n")
            for line in lines:
                name = _checked(line.decode(), name)
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


def _checked(line: str, name: str) -> str:
    """The name of the event that goes on after this line."""
    kind, _, value = line.partition(": ")
    if kind == "event":
        return value
    if kind == "data":
        if name not in _events():
            raise Undescribed(f"an event of the name {name}")
        require_described(_events()[name], json.loads(value))
    return name if line else "message"
