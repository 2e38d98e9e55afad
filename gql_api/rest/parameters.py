"""What the operations take beside their bodies: the parameters of the OpenAPI document."""

from typing import Final

from gql_api.domain.input_types import ACCOUNT_SCHEMA
from gql_api.domain.job import JobState
from gql_api.domain.pagination import CURSOR, MAX_PAGE
from gql_api.domain.pagination import PAGE as PAGE_SIZE
from gql_api.http.parsing import KEY_PATTERN, MAX_KEY_LENGTH
from gql_api.rest.schemas import Schema as Json

ID: Final[Json] = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
ACCOUNT: Final[Json] = {
    "name": "X-Account",
    "in": "header",
    "description": "The account, when the body or query names none.",
    "schema": {**ACCOUNT_SCHEMA, "default": "default"},
}
ACCOUNT_QUERY: Final[Json] = {**ACCOUNT, "name": "account", "in": "query"}
ONLY_ACCOUNT: Final = tuple(
    {**each, "description": "Only of this account.", "schema": ACCOUNT_SCHEMA}
    for each in (ACCOUNT, ACCOUNT_QUERY)
)
ACCOUNT_PATH: Final[Json] = {
    "name": "account",
    "in": "path",
    "required": True,
    "description": "The account.",
    "schema": ACCOUNT_SCHEMA,
}
KEY: Final[Json] = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "Quoted or bare, at most 255 characters: a repeated call replays the answer.",
    "schema": {"type": "string", "maxLength": 2 * MAX_KEY_LENGTH + 2, "pattern": KEY_PATTERN},
}
PREFER: Final[Json] = {
    "name": "Prefer",
    "in": "header",
    "description": "wait=N holds the answer for at most N seconds (120 unless shorter), "
    "respond-async for none (RFC 7240).",
    "schema": {"type": "string"},
}
AFTER: Final[Json] = {
    "name": "Last-Event-ID",
    "in": "header",
    "description": "The number of the last event seen; only later ones are sent. Without it they "
    "begin with the job's first, those of earlier rounds of a preparation too.",
    "schema": {"type": "string", "pattern": "^[0-9]{1,9}$"},
}
PICTURES: Final[Json] = {
    "name": "pictures",
    "in": "query",
    "description": "true: between the events come `picture` events, up to two a second while the "
    "form is filled, without an id. Without it no such picture is taken.",
    "schema": {"type": "boolean", "default": False},
}
PAGE: Final[tuple[Json, ...]] = (
    {
        "name": "first",
        "in": "query",
        "description": "At most so many.",
        "schema": {"type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": PAGE_SIZE},
    },
    {
        "name": "after",
        "in": "query",
        "description": "Older than this: the next of the page before.",
        "schema": {"type": "string", "pattern": CURSOR},
    },
)
STATE: Final[Json] = {
    "name": "state",
    "in": "query",
    "description": "Only in this state.",
    "schema": {"enum": [state.value for state in JobState]},
}
HELD: Final[Json] = {
    "name": "If-None-Match",
    "in": "header",
    "description": "Entity tags of what the caller has: 304 when it is still the same.",
    "schema": {"type": "string"},
}
LEAVE: Final[Json] = {
    "name": "access",
    "in": "query",
    "description": "The leave to see it without a key, as it stands in the addresses of answers.",
    "schema": {"type": "string", "maxLength": 200},
}


def _field(name: str, description: str) -> Json:
    return {"name": name, "in": "header", "description": description, "schema": {"type": "string"}}


WANTED: Final = _field(
    "If-Match", "Entity tags of what is wanted: 412 when it is another one by now."
)
SEEN: Final = (
    ID,
    LEAVE,
    HELD,
    _field("If-Modified-Since", "Its Last-Modified, in the place of tags: 304 as with those."),
    WANTED,
    _field("If-Unmodified-Since", "Its Last-Modified, in the place of tags: 412 as with those."),
    _field("Range", "One range of bytes; every other kind is read past."),
    _field("If-Range", "The ETag of what the range is of: another one is answered whole."),
)
