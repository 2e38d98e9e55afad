"""The matrix: every REST route and every root field of the schema, how it is called, and its scope.

A row names ids by what they are of (`{job}`); they are filled with somebody's, or with made-up
ones. Tests hold the rows to the routes and to the schema, so that a new one needs its row.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from graphql import GraphQLField as Field
from graphql import GraphQLSchema, GraphQLUnionType, get_named_type, is_leaf_type

from gql_api.schema import schema
from tests.subjects.people import LISTING, UA, Person

READ, PREPARE, PUBLISH, ADMIN = "read", "prepare", "publish", "admin"
ANYBODY: Final = "anybody"
"""Answered without a key."""
KNOWN: Final = "known"
"""Answered to whoever has a key or token, whatever its scopes: nothing of anybody is in it."""
SDL: Final[GraphQLSchema] = schema._schema
PREPARING: Final = {
    "title": "Hoodie Diesel",
    "price": "35",
    "description": "Bon état",
    "categoryHint": "Homme > Sweats",
}
BAD_SESSION: Final = {"cookie": "nothing=here", "user_agent": UA}


@dataclass(frozen=True)
class Rest:
    """One method of one path: a body is JSON, `upload` sends a photo, `query` stands behind it.

    What is `passing` is gone before anybody could look.
    """

    method: str
    path: str
    needs: str
    body: Mapping[str, Any] | None = None
    upload: bool = False
    fill: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    passing: bool = False

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    async def call(self, who: Person, ids: Mapping[str, str], photo: bytes) -> "Told":
        path = self.path + self.query
        for name, of in self.fill.items():
            path = path.replace(f"{{{name}}}", ids.get(of, of))
        files = {"file": ("p.jpg", photo, "image/jpeg")} if self.upload else None
        body = filled(self.body, ids) if self.body is not None else None
        answer = await who.http.request(self.method, path, json=body, files=files)
        return Told(answer.status_code, answer.text, headers_of(answer.headers))


@dataclass(frozen=True)
class Graph:
    """A root field with its arguments, asked for with everything below it."""

    kind: str
    field: str
    needs: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    upload: bool = False

    @property
    def name(self) -> str:
        return f"{self.kind} {self.field}"

    async def call(self, who: Person, ids: Mapping[str, str], photo: bytes) -> "Told":
        variables = filled(self.arguments, ids)
        document = self.document()
        if self.upload:
            answer = await who.http.post("/graphql", **_multipart(document, variables, photo))
        else:
            asked = {"query": document, "variables": variables}
            answer = await who.http.post("/graphql", json=asked)
        return Told(answer.status_code, answer.text, headers_of(answer.headers))

    def document(self) -> str:
        root = getattr(SDL, f"{self.kind}_type")
        found: Field = root.fields[self.field]
        named = [name for name in found.args if name in self.arguments]
        given = ", ".join(f"${name}: {found.args[name].type}" for name in named)
        passed = ", ".join(f"{name}: ${name}" for name in named)
        of = f"({given})" if given else ""
        called = f"{self.field}({passed})" if passed else self.field
        return f"{self.kind} Row{of} {{ {called} {selection(found, 3)} }}"


@dataclass(frozen=True)
class Told:
    """An answer as far as it may tell something."""

    status: int
    body: str
    headers: tuple[tuple[str, str], ...]

    def masked(self, ids: Mapping[str, str]) -> "Told":
        """Without what differs between two askings of the same: ids that were asked, times."""
        body = self.body
        for of, value in ids.items():
            body = body.replace(value, f"<{of}>")
        body = re.sub(r'"request_id":\s*"[^"]*"', "<request>", body)
        body = re.sub(r'((?:uptime_s|ptimeS)econds"):\s*[\d.]+', r"\1:<n>", body)
        body = re.sub(r"\b[0-9a-f]{32}\b", "<made>", body)
        body = re.sub(r"(esetSeconds\"):\d+", r"\1:<n>", body)
        body = re.sub(r'(ursor":\s*)"\d+(?:_[^"]*)?"', r'\1"<made>"', body)
        body = re.sub(r"access=[\w-]+", "access=<leave>", body)
        return Told(self.status, body, self.headers)


def selection(of: Field, depth: int) -> str:
    """Everything below a field that needs no argument."""
    kind: Any = get_named_type(of.type)
    if is_leaf_type(kind):
        return ""
    if isinstance(kind, GraphQLUnionType):
        parts = " ".join(f"... on {each.name} {_members(each, depth)}" for each in kind.types)
        return f"{{ __typename {parts} }}"
    return _members(kind, depth)


def _members(kind: Any, depth: int) -> str:
    chosen = ["__typename"]
    for name, below in kind.fields.items():
        leaf = is_leaf_type(get_named_type(below.type))
        if below.args or not (leaf or depth):
            continue
        # A success may call by the same name what the errors, who agree, call by another type.
        is_error = kind.name.endswith("Error")
        alias = f"{kind.name}_{name}: " if depth == 3 and not is_error else ""
        chosen.append(f"{alias}{name} {selection(below, depth - 1)}".strip())
    return f"{{ {' '.join(chosen)} }}"


def _multipart(document: str, variables: Any, photo: bytes) -> dict[str, Any]:
    import json  # noqa: PLC0415 - one use

    operations = {"query": document, "variables": variables}
    place = "files.0" if "files" in variables["input"] else "file"
    named = json.dumps({"0": [f"variables.input.{place}"]})
    return {
        "data": {"operations": json.dumps(operations), "map": named},
        "files": {"0": ("p.jpg", photo, "image/jpeg")},
        "headers": {"GraphQL-Require-Preflight": "1"},
    }


def filled(value: Any, ids: Mapping[str, str]) -> Any:
    """A body with its ids in their places."""
    if isinstance(value, Mapping):
        return {name: filled(each, ids) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [filled(each, ids) for each in value]
    if isinstance(value, str) and value.startswith("{"):
        return ids[value.strip("{}")]
    return value


def headers_of(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The headers that an answer may give something away by."""
    left_out = {"date", "x-request-id", "content-length"}
    told = {name: text for name, text in headers.items() if name not in left_out}
    if "ratelimit" in told:
        told["ratelimit"] = re.sub(r"t=\d+", "t=<n>", told["ratelimit"])
    return tuple(sorted(told.items()))


def everything() -> Iterator[Rest | Graph]:
    yield from REST
    yield from GRAPH


_JOB: Final = {"id": "job"}
_IMPORT: Final = {"id": "import"}
_PREPARE: Final = {**LISTING, "photos": ["{photo}"]}
REST: Final = (
    Rest("POST", "/vinted/auth/session", PREPARE, BAD_SESSION),
    Rest("GET", "/vinted/auth/check", READ),
    Rest("DELETE", "/vinted/auth/session", PREPARE),
    Rest("DELETE", "/vinted/accounts/{account}", PUBLISH, fill={"account": "account"}),
    Rest("POST", "/vinted/auth/resume", PREPARE, {"account": None}),
    Rest("POST", "/vinted/photos/upload", PREPARE, upload=True),
    Rest("GET", "/vinted/photos", READ),
    Rest("GET", "/vinted/photos/{id}", READ, fill={"id": "photo"}),
    Rest("DELETE", "/vinted/photos/{id}", PREPARE, fill={"id": "photo"}),
    Rest("POST", "/vinted/listings/prepare", PREPARE, _PREPARE),
    Rest("POST", "/vinted/listings/check", READ, _PREPARE),
    Rest("POST", "/vinted/listings/publish", PUBLISH, {"confirm_token": "{token}",
                                                       "dry_run": False}),
    Rest("GET", "/vinted/jobs", READ),
    Rest("GET", "/vinted/jobs/{id}", READ, fill=_JOB),
    Rest("DELETE", "/vinted/jobs/{id}", PREPARE, fill=_JOB),
    Rest("GET", "/vinted/jobs/{id}/events", READ, fill=_JOB),
    Rest("POST", "/vinted/jobs/{id}/answers", PREPARE, {"answers": {"size": "M"}}, fill=_JOB),
    Rest("GET", "/vinted/jobs/{id}/options", READ, fill=_JOB, query="?field=condition"),
    Rest("POST", "/vinted/jobs/{id}/resolve", PUBLISH, {"there": False}, fill=_JOB),
    Rest("GET", "/vinted/jobs/{id}/picture", READ, fill=_JOB),
    Rest("GET", "/vinted/jobs/{id}/receipt", READ, fill={"id": "publish"}),
    Rest("GET", "/vinted/pictures/{id}", READ, fill={"id": "picture"}),
    Rest("GET", "/vinted/live/{id}", READ, fill={"id": "picture"}, passing=True),
    Rest("GET", "/.well-known/jwks.json", ANYBODY),
    Rest("GET", "/vinted/receipts/jwks.json", ANYBODY),
    Rest("GET", "/vinted/aliases", READ),
    Rest("DELETE", "/vinted/aliases/{id}", PREPARE, fill={"id": "alias"}),
    Rest("GET", "/vinted/suggest/{field}", READ, fill={"field": "color"}),
    Rest("GET", "/vinted/markets", KNOWN),
    Rest("POST", "/vinted/jobs/{id}/renew", PREPARE, fill=_JOB),
    Rest("GET", "/vinted/jobs/{id}/copy", READ, fill=_JOB),
    Rest("GET", "/vinted/accounts/{account}/defaults", READ, fill={"account": "account"}),
    Rest("PUT", "/vinted/accounts/{account}/defaults", PREPARE, {"pause_minutes": 1},
         fill={"account": "account"}),
    Rest("POST", "/vinted/imports", PREPARE, upload=True),
    Rest("GET", "/vinted/imports/template", ANYBODY),
    Rest("GET", "/vinted/imports", READ),
    Rest("GET", "/vinted/imports/{id}", READ, fill=_IMPORT),
    Rest("DELETE", "/vinted/imports/{id}", PREPARE, fill=_IMPORT),
    Rest("POST", "/vinted/imports/{id}/approve", PREPARE, {"lines": [2]}, fill=_IMPORT),
    Rest("POST", "/vinted/imports/{id}/skip", PREPARE, {"lines": [2]}, fill=_IMPORT),
    Rest("GET", "/vinted/imports/{id}/events", READ, fill=_IMPORT),
    Rest("GET", "/health", ANYBODY),
    Rest("GET", "/ready", ANYBODY),
    Rest("GET", "/stats", READ),
    Rest("GET", "/metrics", ADMIN),
    Rest("GET", "/console/session", ANYBODY),
    Rest("POST", "/console/session", ANYBODY, {"key": "no-key-of-this-service"}),
    Rest("DELETE", "/console/session", ANYBODY),
    Rest("POST", "/api/v1/ingest/upload", PREPARE, upload=True),
    Rest("POST", "/ingest/upload", PREPARE, upload=True),
    Rest("GET", "/openapi.json", ANYBODY),
    Rest("GET", "/vinted/openapi.json", ANYBODY),
)  # fmt: skip


def _mutation(name: str, needs: str, *, upload: bool = False, **given: Any) -> Graph:
    return Graph("mutation", name, needs, {"input": given}, upload)


def _query(name: str, needs: str, **arguments: Any) -> Graph:
    return Graph("query", name, needs, arguments)


GRAPH: Final = (
    _query("session", READ),
    _query("accounts", READ),
    _query("doctor", READ),
    _query("capabilities", KNOWN),
    _query("limits", KNOWN),
    _query("health", KNOWN),
    _query("readiness", KNOWN),
    _query("stats", READ),
    _query("aliases", READ),
    _query("photo", READ, id="{photo}"),
    _query("photos", READ, first=5),
    _query("receiptKeys", KNOWN),
    _query("job", READ, id="{publish}"),
    _query("jobs", READ, first=5),
    _query("checkListing", READ, listing={**PREPARING, "photos": ["{photo}"]}),
    _query("options", READ, jobId="{publish}", field="condition"),
    _query("listings", READ, first=5),
    _query("publishedListings", READ, first=5),
    _query("suggestCategories", READ, text="sweat"),
    _query("suggestBrands", READ, text="diesel"),
    _query("suggestSizes", READ, text="L", categoryId="1811"),
    _query("suggestColors", READ, text="noir"),
    _query("suggestConditions", READ, text="bon"),
    _query("import", READ, id="{import}"),
    _query("imports", READ, first=5),
    _query("accountDefaults", READ),
    _query("copyListing", READ, jobId="{job}"),
    _mutation("setAccountDefaults", PREPARE, pauseMinutes=1),
    _mutation("importListings", PREPARE, upload=True, files=[None]),
    _mutation("approveImportRows", PREPARE, id="{import}", lines=[2]),
    _mutation("skipImportRows", PREPARE, id="{import}", lines=[2]),
    _mutation("cancelImport", PREPARE, id="{import}"),
    _mutation("renewListing", PREPARE, jobId="{job}"),
    _query("suggestMaterials", READ, text="coton"),
    _query("suggestParcelSizes", READ, text="petit"),
    _mutation("setSession", PREPARE, cookie="nothing=here", userAgent=UA),
    _mutation("forgetSession", PREPARE, account="default"),
    _mutation("forgetAccount", PUBLISH, account="default"),
    _mutation("resumeAccount", PREPARE, account="default"),
    _mutation("runDoctor", PREPARE, force=True),
    _mutation("forgetAlias", PREPARE, id="{alias}"),
    _mutation("uploadPhoto", PREPARE, upload=True, file=None),
    _mutation("deletePhoto", PREPARE, id="{photo}"),
    _mutation("prepareListing", PREPARE, jobId="{job}", **PREPARING),
    _mutation("publishListing", PUBLISH, confirmToken="{token}", dryRun=False),
    _mutation("answerQuestions", PREPARE, jobId="{job}",
              answers=[{"field": "size", "value": "M"}]),
    _mutation("cancelJob", PREPARE, jobId="{job}"),
    _mutation("lookAgain", PUBLISH, jobId="{publish}"),
    _mutation("resolveJob", PUBLISH, jobId="{publish}", there=False),
)  # fmt: skip
SUBSCRIPTIONS: Final = {
    "listingProgress": READ,
    "livePictures": READ,
    "importProgress": READ,
}
"""Asked over sockets, by the tests of streams."""
SOCKETS: Final = {"/ws": READ, "/graphql": READ}
