"""The OpenAPI 3.1 document: every path of `routes` with every status that it answers.

Made from `operations`; what an operation takes beside its body is described in `parameters`.
"""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from importlib.metadata import version
from typing import Any, Final

from pydantic import BaseModel

from gql_api.media import photo_limits
from gql_api.rest import examples, receipts
from gql_api.rest.operations import OPERATIONS, Operation
from gql_api.rest.parameters import HELD, KEY, PREFER
from gql_api.rest.problems import MEDIA_TYPE, Problem
from gql_api.rest.schemas import Schema as Json
from gql_api.rest.schemas import components, ref

_HEADERS: Final[Mapping[str, Json]] = {
    "X-Request-Id": {
        "description": "Finds the request in the logs.",
        "required": True,
        "schema": {"type": "string", "minLength": 8, "maxLength": 128},
    },
    "RateLimit": {
        "description": "What is left, and the seconds until there is more.",
        "required": True,
        "schema": {"type": "string", "pattern": '^"[a-z]+";r=[0-9]+;t=[0-9]+$'},
    },
    "RateLimit-Policy": {
        "description": "How many in how many seconds.",
        "required": True,
        "schema": {"type": "string", "pattern": '^"[a-z]+";q=[0-9]+;w=[0-9]+$'},
    },
    "Retry-After": {
        "description": "Seconds until it is worth asking again.",
        "schema": {"type": "integer", "minimum": 1},
    },
    "Location": {
        "description": "Where the job is asked for.",
        "required": True,
        "schema": {"type": "string", "format": "uri-reference"},
    },
    "Idempotent-Replayed": {
        "description": "Present when the key's first answer is repeated.",
        "schema": {"const": "true"},
    },
    "Preference-Applied": {
        "description": "The preference that was followed, and as what (RFC 7240).",
        "schema": {"type": "string", "pattern": "^wait=[0-9]+$"},
    },
    "ETag": {
        "description": "Give it as If-None-Match.",
        "required": True,
        "schema": {"type": "string", "pattern": '^".+"$'},
    },
    "Last-Modified": {
        "description": "Give it as If-Modified-Since, where the ETag cannot be kept.",
        "required": True,
        "schema": {"type": "string", "pattern": " GMT$"},
    },
    "Content-Range": {
        "description": "Which bytes of how many these are; of a 416 how many there are.",
        "required": True,
        "schema": {"type": "string", "pattern": r"^bytes (?:[0-9]+-[0-9]+|\*)/[0-9]+$"},
    },
    "WWW-Authenticate": {
        "description": "Bearer: a key or token of Fripier, with error where one was sent that is "
        "not good (invalid_token) or not enough (insufficient_scope). MarketSession: the seller's "
        "session on the market that realm names.",
        "schema": {"type": "string", "pattern": '^(?:Bearer|MarketSession) realm="[^"]*"'},
    },
    "Allow": {
        "description": "The methods that the path has.",
        "required": True,
        "schema": {"type": "string"},
    },
}
_AT_THE_CONNECTION: Final = (408, 414, 431, 501, 503, 505)
_EVERYWHERE: Final = (400, 401, 403, 405, 406, 413, 415, 500, *_AT_THE_CONNECTION)
_OF_CALLERS: Final = (429, 503)
"""Where callers are known: each has a rate, and they are looked up in the database."""
_UNKNOWN: Final = frozenset({401, 403, *_AT_THE_CONNECTION})
"""Said before it is known who calls, so that nothing can be said of their rate."""
_COME_BACK: Final = frozenset({202, 409, 429, 503})


def document() -> Json:
    paths: dict[str, Json] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _described(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Fripier",
            "version": version("fripier"),
            "summary": "Prepare and publish second-hand listings; nothing without a yes.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": paths,
        "components": {
            "schemas": components(_bodies(), _answers()),
            "headers": dict(_HEADERS),
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
            },
        },
        "security": [{}, {"bearer": []}, {"key": []}],
    }


def _bodies() -> Iterator[type[BaseModel]]:
    yield from dict.fromkeys(each.body for each in OPERATIONS if each.body)


def _answers() -> Iterator[type[Any]]:
    told = (shape for each in OPERATIONS for shape in each.replies.values() if shape)
    streamed = (shape for each in OPERATIONS for shape in each.events.values())
    yield from dict.fromkeys((*told, *streamed, Problem))


def _described(operation: Operation) -> Json:
    described: Json = {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": [_with_example(each) for each in operation.parameters],
        "responses": dict(_responses(operation)),
    }
    if operation.body or operation.form:
        described["requestBody"] = {"required": True, "content": _request(operation)}
    return described


def _with_example(parameter: Json) -> Json:
    example = examples.PARAMETERS.get(parameter["name"])
    return parameter if example is None else {**parameter, "example": example}


def _request(operation: Operation) -> Json:
    if operation.body:
        example = examples.BODIES[operation.body.__name__]
        return {"application/json": {"schema": ref(operation.body), "example": dict(example)}}
    file: Json = {
        "type": "string",
        "contentMediaType": "application/octet-stream",
        "description": photo_limits.IN_WORDS,
    }
    form: Json = {"type": "object", "properties": {"file": file}, "required": ["file"]}
    if operation.form == "import":
        file["description"] = (
            "A table (CSV or .xlsx) alone or with its photos beside it, or one zip of both."
        )
    if operation.form in {"files", "import"}:
        files: Json = {
            "type": "array",
            "items": file,
            "minItems": 1,
            "maxItems": photo_limits.MAX_UPLOAD_FILES,
        }
        either = [{"required": ["files"]}, {"required": ["file"]}]
        form = {"type": "object", "properties": {"files": files, "file": files}, "oneOf": either}
    return {"multipart/form-data": {"schema": form}}


def _responses(operation: Operation) -> Iterator[tuple[str, Json]]:
    for status, shape in operation.replies.items():
        yield str(status), _reply(operation, status, shape, operation.media)
    known = () if operation.public else _OF_CALLERS
    for status in sorted({*_EVERYWHERE, *known, *operation.refusals} - {*operation.replies}):
        yield str(status), _reply(operation, status, Problem, (MEDIA_TYPE,))


def _headers(operation: Operation, status: int) -> Iterator[str]:
    """The fields that an answer of this status has or may have."""
    yield "X-Request-Id"
    if not operation.public and status not in _UNKNOWN:
        yield from ("RateLimit", "RateLimit-Policy")
    if status in _COME_BACK:
        yield "Retry-After"
    if status in {HTTPStatus.OK, HTTPStatus.ACCEPTED}:
        yield from ["Idempotent-Replayed"] if KEY in operation.parameters else []
        yield from ["Preference-Applied"] if PREFER in operation.parameters else []
        yield from ["ETag", "Last-Modified"] if HELD in operation.parameters else []
    if status in {HTTPStatus.NOT_MODIFIED, HTTPStatus.PARTIAL_CONTENT}:
        yield from ("ETag", "Last-Modified")
    if status in {HTTPStatus.PARTIAL_CONTENT, HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE}:
        yield "Content-Range"
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        yield "WWW-Authenticate"
    if status == HTTPStatus.ACCEPTED:
        yield "Location"
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        yield "Allow"


def _reply(
    operation: Operation, status: int, shape: type[Any] | None, media: tuple[str, ...]
) -> Json:
    reply: Json = {
        "description": HTTPStatus(status).phrase,
        "headers": {
            name: {"$ref": f"#/components/headers/{name}"} for name in _headers(operation, status)
        },
    }
    if operation.events and status == HTTPStatus.OK:
        reply["content"] = {each: _streamed(operation.events) for each in media}
    elif shape is not None or status in {HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT}:
        reply["content"] = {
            each: {"schema": ref(shape)} if shape and each != receipts.JOSE else {}
            for each in media
        }
    return reply


def _streamed(events: Mapping[str, type[Any]]) -> Json:
    """What the data of a stream's events holds; each example stands under its event's name."""
    named = ", ".join(f"`{name}`: {shape.__name__}" for name, shape in events.items())
    return {
        "schema": {
            "description": f"The JSON in the `data` of one event, by the event's name: {named}.",
            "anyOf": [ref(shape) for shape in events.values()],
        },
        "examples": {
            name: {"summary": f"event: {name}", "value": dict(examples.EVENTS[name])}
            for name in events
        },
    }
