"""The OpenAPI 3.1 document: every path of `routes` with every status that it answers.

Written as data beside the routes; a test holds both to the same paths and methods.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import version
from typing import Any, Final

from pydantic import BaseModel

from gql_api.domain.input_types import ACCOUNT_SCHEMA
from gql_api.domain.inputs import (
    AccountInput,
    AnswersInput,
    PrepareInput,
    PublishInput,
    ResolveInput,
    SessionInput,
)
from gql_api.domain.job import JobState
from gql_api.domain.pages import CURSOR, MAX_PAGE, PAGE
from gql_api.http.parsing import KEY_PATTERN, MAX_KEY_LENGTH
from gql_api.media import photo_limits
from gql_api.rest import machines, models, receipts, suggestions
from gql_api.rest.problems import MEDIA_TYPE, Problem
from gql_api.rest.schemas import Schema as Json
from gql_api.rest.schemas import components, ref
from gql_api.security.jws import KeySet

_ID: Final[Json] = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
_ACCOUNT: Final[Json] = {
    "name": "X-Account",
    "in": "header",
    "description": "The account, when the body or query names none.",
    "schema": {**ACCOUNT_SCHEMA, "default": "default"},
}
_ACCOUNT_QUERY: Final[Json] = {**_ACCOUNT, "name": "account", "in": "query"}
_ONLY_ACCOUNT: Final = tuple(
    {**each, "description": "Only of this account.", "schema": ACCOUNT_SCHEMA}
    for each in (_ACCOUNT, _ACCOUNT_QUERY)
)
_ACCOUNT_PATH: Final[Json] = {
    "name": "account",
    "in": "path",
    "required": True,
    "description": "The account.",
    "schema": ACCOUNT_SCHEMA,
}
_KEY: Final[Json] = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "Quoted or bare, at most 255 characters: a repeated call replays the answer.",
    "schema": {"type": "string", "maxLength": 2 * MAX_KEY_LENGTH + 2, "pattern": KEY_PATTERN},
}
_PREFER: Final[Json] = {
    "name": "Prefer",
    "in": "header",
    "description": "wait=N holds the answer for at most N seconds (120 unless shorter), "
    "respond-async for none (RFC 7240).",
    "schema": {"type": "string"},
}
_AFTER: Final[Json] = {
    "name": "Last-Event-ID",
    "in": "header",
    "description": "The number of the last event seen; only later ones are sent.",
    "schema": {"type": "string", "pattern": "^[0-9]{1,9}$"},
}
_PAGE: Final[tuple[Json, ...]] = (
    {
        "name": "first",
        "in": "query",
        "description": "At most so many.",
        "schema": {"type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": PAGE},
    },
    {
        "name": "after",
        "in": "query",
        "description": "Older than this: the next of the page before.",
        "schema": {"type": "string", "pattern": CURSOR},
    },
)
_STATE: Final[Json] = {
    "name": "state",
    "in": "query",
    "description": "Only in this state.",
    "schema": {"enum": [state.value for state in JobState]},
}
_HELD: Final[Json] = {
    "name": "If-None-Match",
    "in": "header",
    "description": "Entity tags of what the caller has: 304 when it is still the same.",
    "schema": {"type": "string"},
}
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
_LEAVE: Final[Json] = {
    "name": "access",
    "in": "query",
    "description": "The leave to see it without a key, as it stands in the addresses of answers.",
    "schema": {"type": "string", "maxLength": 200},
}
_AT_THE_CONNECTION: Final = (408, 414, 431, 501, 503, 505)
_EVERYWHERE: Final = (400, 401, 403, 405, 406, 413, 415, 500, *_AT_THE_CONNECTION)
_OF_CALLERS: Final = (429, 503)
"""Where callers are known: each has a rate, and they are looked up in the database."""
_UNKNOWN: Final = frozenset({401, 403, *_AT_THE_CONNECTION})
"""Said before it is known who calls, so that nothing can be said of their rate."""
_COME_BACK: Final = frozenset({202, 409, 429, 503})
_SITE: Final = (409, 502, 504)
_JPEG: Final = ("image/jpeg",)
_KEY_SETS: Final = (receipts.JWK_SET, receipts.JSON)
_PICTURE: Final[Mapping[int, type[Any] | None]] = {200: None, 206: None, 304: None}
_NO_PICTURE: Final = (404, 412, 416)


def _field(name: str, description: str) -> Json:
    return {
        "name": name,
        "in": "header",
        "description": description,
        "schema": {"type": "string"},
    }


_WANTED: Final = _field(
    "If-Match", "Entity tags of what is wanted: 412 when it is another one by now."
)
_SEEN: Final = (
    _ID,
    _LEAVE,
    _HELD,
    _field("If-Modified-Since", "Its Last-Modified, in the place of tags: 304 as with those."),
    _WANTED,
    _field("If-Unmodified-Since", "Its Last-Modified, in the place of tags: 412 as with those."),
    _field("Range", "One range of bytes; every other kind is read past."),
    _field("If-Range", "The ETag of what the range is of: another one is answered whole."),
)


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. `replies` maps a status to the type of its answer."""

    method: str
    path: str
    name: str
    summary: str
    replies: Mapping[int, type[Any] | None]
    refusals: tuple[int, ...] = ()
    body: type[BaseModel] | None = None
    form: str | None = None
    parameters: tuple[Json, ...] = ()
    media: tuple[str, ...] = (receipts.JSON,)
    public: bool = False


OPERATIONS: Final = (
    Operation("POST", "/vinted/auth/session", "saveSession", "Save a seller's session",
              {200: models.SavedSession}, (409, 415, 502, 504), body=SessionInput,
              parameters=(_ACCOUNT,)),
    Operation("DELETE", "/vinted/auth/session", "forgetSession", "Forget a session",
              {200: models.Forgotten}, parameters=(_ACCOUNT, _ACCOUNT_QUERY)),
    Operation("GET", "/vinted/auth/check", "checkSession", "Ask the site whose session it is",
              {200: models.Session}, parameters=(_ACCOUNT, _ACCOUNT_QUERY)),
    Operation("POST", "/vinted/auth/resume", "resumeAccount",
              "Say that a challenge is solved: one look at the site",
              {200: models.Session}, (409, 415, 502, 504), body=AccountInput,
              parameters=(_ACCOUNT,)),
    Operation("DELETE", "/vinted/accounts/{account}", "forgetAccount",
              "Forget everything of an account",
              {200: models.ForgottenAccount}, (409,), parameters=(_ACCOUNT_PATH,)),
    Operation("POST", "/vinted/photos/upload", "uploadPhoto", "Upload a photo",
              {200: models.UploadedPhoto}, (415,), form="file"),
    Operation("GET", "/vinted/photos", "photos", "See which photos are kept",
              {200: models.Photos}, parameters=_PAGE),
    Operation("GET", "/vinted/photos/{id}", "photo", "See a photo",
              _PICTURE, _NO_PICTURE, parameters=_SEEN, media=_JPEG),
    Operation("DELETE", "/vinted/photos/{id}", "deletePhoto", "Delete a photo",
              {200: models.Done}, (404, 409, 412), parameters=(_ID, _WANTED)),
    Operation("POST", "/vinted/listings/prepare", "prepareListing",
              "Fill the form, publish nothing",
              {200: models.Prepared, 202: models.Accepted}, (404, 415, 422, *_SITE),
              body=PrepareInput, parameters=(_KEY, _ACCOUNT, _PREFER)),
    Operation("POST", "/vinted/listings/publish", "publishListing", "Publish what was approved",
              {200: models.Published, 202: models.Accepted}, (404, 415, 422, *_SITE),
              body=PublishInput, parameters=(_KEY, _ACCOUNT, _PREFER)),
    Operation("GET", "/vinted/jobs", "jobs", "See the jobs, newest first",
              {200: models.Jobs}, parameters=(*_ONLY_ACCOUNT, _STATE, *_PAGE)),
    Operation("GET", "/vinted/jobs/{id}", "job", "See a job",
              {200: models.Job}, (404,), parameters=(_ID,)),
    Operation("DELETE", "/vinted/jobs/{id}", "cancelJob", "Cancel a job before the click",
              {200: models.Job}, (404, 409), parameters=(_ID,)),
    Operation("GET", "/vinted/jobs/{id}/events", "jobEvents", "Follow a job",
              {200: models.Event, 204: None}, (404,), parameters=(_ID, _AFTER),
              media=("text/event-stream",)),
    Operation("POST", "/vinted/jobs/{id}/answers", "answerQuestions", "Answer a job's questions",
              {200: models.Prepared, 202: models.Accepted}, (404, 415, *_SITE),
              body=AnswersInput, parameters=(_ID, _PREFER)),
    Operation("GET", "/vinted/jobs/{id}/options", "options",
              "Search a field's list, as the job's form has shown it",
              {200: suggestions.Options}, (404, 409),
              parameters=(_ID, *suggestions.SEARCH_PARAMETERS)),
    Operation("POST", "/vinted/jobs/{id}/resolve", "resolveJob",
              "Say what became of an unknown outcome",
              {200: models.Job}, (404, 409, 415), body=ResolveInput, parameters=(_ID,)),
    Operation("GET", "/vinted/jobs/{id}/picture", "jobPicture", "See the filled form",
              _PICTURE, _NO_PICTURE, parameters=_SEEN, media=_JPEG),
    Operation("GET", "/vinted/jobs/{id}/receipt", "receipt",
              "The signed receipt of a publish; as application/jose its text alone",
              {200: receipts.SignedReceipt}, (404,), parameters=(_ID,),
              media=(receipts.JSON, receipts.JOSE)),
    Operation("GET", "/vinted/pictures/{id}", "picture", "See a picture that a receipt names",
              _PICTURE, _NO_PICTURE, parameters=_SEEN, media=_JPEG),
    Operation("GET", "/.well-known/jwks.json", "receiptKeys", "The keys that check receipts",
              {200: KeySet}, media=_KEY_SETS, public=True),
    Operation("GET", "/vinted/receipts/jwks.json", "receiptKeysAlias",
              "The same keys, where a host application serves a key set of its own",
              {200: KeySet}, media=_KEY_SETS, public=True),
    Operation("GET", "/vinted/aliases", "aliases", "What an account's answers have taught",
              {200: models.Aliases}, parameters=(_ACCOUNT, _ACCOUNT_QUERY)),
    Operation("DELETE", "/vinted/aliases/{id}", "forgetAlias", "Forget an alias",
              {200: models.Done}, (404,), parameters=(_ID,)),
    Operation("GET", "/vinted/suggest/{field}", "suggest", "What a text may become, while typing",
              {200: suggestions.Suggestions}, (404,), parameters=suggestions.PARAMETERS),
    Operation("GET", "/vinted/markets", "markets", "The site's markets",
              {200: suggestions.Markets}),
    Operation("GET", "/health", "health", "Whether the process lives, and its parts",
              {200: models.Health}, public=True),
    Operation("GET", "/ready", "ready", "Whether it can work, check by check",
              {200: machines.Readiness, 503: machines.Readiness}, public=True),
    Operation("GET", "/stats", "stats", "Counts", {200: machines.Stats}),
    Operation("GET", "/metrics", "metrics", "The figures for Prometheus", {200: None},
              media=machines.PAGES),
    Operation("POST", "/api/v1/ingest/upload", "ingest", "Upload several photos",
              {200: models.UploadedPhotos}, (415,), form="files"),
    Operation("POST", "/ingest/upload", "ingestAlias", "Upload several photos",
              {200: models.UploadedPhotos}, (415,), form="files"),
)  # fmt: skip
"""Every operation, in the order in which a seller needs them."""


def document() -> Json:
    """The whole document."""
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
    yield from dict.fromkeys((*told, Problem))


def _described(operation: Operation) -> Json:
    described: Json = {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": list(operation.parameters),
        "responses": dict(_responses(operation)),
    }
    if operation.body or operation.form:
        described["requestBody"] = {"required": True, "content": _request(operation)}
    return described


def _request(operation: Operation) -> Json:
    if operation.body:
        return {"application/json": {"schema": ref(operation.body)}}
    file: Json = {
        "type": "string",
        "contentMediaType": "application/octet-stream",
        "description": photo_limits.IN_WORDS,
    }
    form: Json = {"type": "object", "properties": {"file": file}, "required": ["file"]}
    if operation.form == "files":
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
        yield from ["Idempotent-Replayed"] if _KEY in operation.parameters else []
        yield from ["Preference-Applied"] if _PREFER in operation.parameters else []
        yield from ["ETag", "Last-Modified"] if _HELD in operation.parameters else []
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
    if shape is not None or status in {HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT}:
        reply["content"] = {
            each: {"schema": ref(shape)} if shape and each != receipts.JOSE else {}
            for each in media
        }
    return reply
