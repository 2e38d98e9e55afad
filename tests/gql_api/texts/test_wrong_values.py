"""Every kind of wrong value, sent to every member of every body, query and argument of the API.

What is answered speaks of letters, lists and amounts, names what is wrong, and is in the caller's
language. Each new refusal in English is asked for once more in French and in German.
"""

import json
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import httpx
import pytest
from graphql import get_named_type, is_input_object_type
from graphql.type import (
    GraphQLArgument,
    GraphQLField,
    is_required_argument,
    is_required_input_field,
)
from starlette.applications import Starlette
from strawberry.utils.str_converters import to_camel_case

from gql_api import rest
from gql_api.bootstrap.process import build
from gql_api.rest.operations import OPERATIONS
from gql_api.schema import schema
from gql_api.settings import Settings
from gql_api.texts import CATALOGUES

WRONG: Final[tuple[Any, ...]] = (
    None, True, -1, 1.234, 10**20, "", "x", "x" * 5000, "\x00", [[]], {"a": {"b": []}}, {},
    # and for some members only
    3, " ", "1.000", "1e2", "2026-02-30T10:00:00Z", [1], ["x"] * 60, ["x" * 5000],
    {"x" * 70: "x"}, {"a": "x" * 5000}, {"temp_id": "x" * 5000}, {str(n): "x" for n in range(60)},
)  # fmt: skip
SOME: Final = 12
"""How many of them are sent to every member of GraphQL's inputs, which the bodies' rules read."""
OWN: Final = "http://127.0.0.1:5000"
RIGHT: Final[Mapping[str, Mapping[str, Any]]] = {
    "SessionInput": {"cookie": "x", "user_agent": "Mozilla/5.0 (X11; Linux x86_64)"},
    "AccountInput": {},
    "PrepareInput": {"title": "Hoodie", "price": 35, "description": "Bon état"},
    "PublishInput": {"confirm_token": "x"},
    "AnswersInput": {"answers": {"size": "L"}},
    "ResolveInput": {"there": False},
    "DefaultsInput": {},
    "LinesInput": {},
    "SkipInput": {"lines": [2]},
    "SignInInput": {"key": "no-key-of-this-service"},
}
"""What a body holds beside the member that is wrong."""
PYTHON: Final = re.compile(
    r"Decimal|[Vv]alue error|\b[Tt]uple|\b[Dd]ict\b|[Dd]ictionar|\bNone\b|\bTrue\b|\bFalse\b"
    r"|\bstr\b|\bint\b|\bfloat\b|\bbool\b|Traceback|<class|\bobject at\b|pydantic|[Ii]nstance of"
    r"|Input should|Expecting|codec|Exception|\bb'"
)
ENGLISH: Final = re.compile(
    r"\b(the|must|should|cannot|with|be|send|give|that|found|expected|is|of|at most|leave)\b",
    re.IGNORECASE,
)
SELECTED: Final = (
    "{ __typename ... on Error { code message field }"
    " ... on InvalidInputError { problems { field message } } }"
)


_RIGHT_MEMBERS: Final[Mapping[str, Any]] = {
    "price": 35,
    "userAgent": RIGHT["SessionInput"]["user_agent"],
    "answers": [{"field": "size", "value": "L"}],
    "finding": {"notThere": True},
    "lines": [2],
}


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, and the names of which one has to stand in its refusal."""

    method: str
    path: str
    named: tuple[str, ...] = ()
    content: bytes | None = None
    headers: tuple[tuple[str, str], ...] = ()
    query: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a refusal says: its texts, the fields that it names, and whether it has to name one."""

    texts: tuple[str, ...]
    fields: frozenset[str]
    named: bool


@pytest.fixture(scope="module")
async def asked(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[httpx.AsyncClient]:
    """The whole application in this process, without a worker behind it."""
    settings = Settings(
        mock_mode=True,
        data_dir=tmp_path_factory.mktemp("words"),
        prepares_per_minute=600,
        uploads_per_minute=6000,
        operations_per_minute=1_000_000,
    )
    parts = build(settings)
    await parts.core.database.open()
    app = Starlette(routes=[*parts.routes, *rest.fallback(parts.edge)])
    transport = httpx.ASGITransport(app)
    opened = httpx.AsyncClient(transport=transport, base_url=OWN)
    with parts.opened.marked():
        async with opened as client:
            yield client
    await parts.core.database.close()


def _posted(path: str, body: object, *named: str, method: str = "POST", **more: Any) -> Ask:
    headers = (("Content-Type", "application/json"), ("Prefer", "wait=0"), ("Origin", OWN))
    return Ask(method, path, named, json.dumps(body).encode(), headers, **more)


def _bodies() -> Iterator[Ask]:
    for each in OPERATIONS:
        if each.body is None:
            continue
        path = each.path.replace("{id}", "none").replace("{account}", "default")
        right = RIGHT[each.body.__name__]
        sent = partial(_posted, method=each.method)
        yield from (sent(path, body, "body") for body in ([], 3, "x", None))
        needed = (name for name in right if each.body.model_fields[name].is_required())
        yield from (sent(path, {}, name) for name in needed)
        for name in each.body.model_fields:
            if each.body.__name__ != "AccountInput" or name != "account":
                yield from (sent(path, {**right, name: wrong}, name) for wrong in WRONG)


def _of_lists() -> Iterator[Ask]:
    """The queries of lists."""
    for path in ("/vinted/jobs", "/vinted/photos", "/vinted/imports"):
        for name, text in (("first", "0"), ("first", "x"), ("after", "x")):
            yield Ask("GET", path, (name,), query=((name, text),))
    yield Ask("GET", "/vinted/jobs", ("state",), query=(("state", "x"),))


def _beside_bodies() -> Iterator[Ask]:
    """Headers, queries, forms and bytes."""
    prepare, json_type = "/vinted/listings/prepare", (("Content-Type", "application/json"),)
    for raw in (b"", b"{", b'{"a":1,}', b"\xff", b'{"a":1,"a":2}', b'{"a":NaN}', b"[" * 9999):
        yield Ask("POST", prepare, ("",), raw, json_type)
        yield Ask("POST", "/graphql", ("",), raw, json_type)
    for key in ("", " ", '""', "a b", "x" * 256):
        headers = (*json_type, ("Idempotency-Key", key))
        body = json.dumps(RIGHT["PrepareInput"]).encode()
        yield Ask("POST", prepare, ("idempotency_key",), body, headers)
    for account in ("", " ", "%", "x" * 65, "é"):
        asks = ("/vinted/auth/check", "/vinted/aliases")
        yield from (Ask("GET", path, ("account",), query=(("account", account),)) for path in asks)
    yield from _of_lists()
    for field in ("category", "brand", "size", "color", "condition", "price"):
        for name, text in (
            ("first", "x"), ("first", "0"), ("first", "99"), ("first", "1e2"),
            ("text", "x" * 5000), ("market", "x"), ("language", "zzz"), ("category_id", "x"),
        ):  # fmt: skip
            query = (("text", "a"), (name, text)) if name != "text" else ((name, text),)
            path = f"/vinted/suggest/{field}"
            yield Ask("GET", path, (name, "category_id", ""), query=query)
    for media in ("text/plain", "multipart/form-data", "multipart/form-data; boundary=b"):
        for path in ("/vinted/photos/upload", "/ingest/upload", prepare, "/graphql"):
            headers = (("Content-Type", media), ("GraphQL-Require-Preflight", "1"))
            yield Ask("POST", path, ("", "file", "files", "body"), b"--b\r\nx\r\n", headers)
    yield Ask("PUT", prepare, ("",))
    yield Ask("GET", "/nothing", ("",))
    yield Ask("GET", "/stats", ("",), headers=(("Accept", "image/png"),))
    for body, name in (
        ({}, "query"), ({"query": 3}, "query"), ([], "body"),
        ({"query": "{health{ok}}", "variables": []}, "variables"),
        ({"query": "{health{ok}}", "operationName": "x"}, "operationName"),
    ):  # fmt: skip
        yield _posted("/graphql", body, name)


def _arguments() -> Iterator[tuple[str, GraphQLField, str, GraphQLArgument]]:
    """Each argument of each field; those of the suggestions, which share theirs, once."""
    core, seen = schema._schema, set()
    for kind, root in (("query", core.query_type), ("mutation", core.mutation_type)):
        assert root is not None
        for name, field in root.fields.items():
            for argument, definition in field.args.items():
                place = ("suggest" if name.startswith("suggest") else name, argument)
                if place not in seen:
                    seen.add(place)
                    yield f"{kind} {name}", field, argument, definition


def _operation(named: str, field: GraphQLField, argument: str, given: str, head: str = "") -> str:
    kind, _, name = named.partition(" ")
    others = [
        f'{other}: "1811"'
        for other, definition in field.args.items()
        if other != argument and is_required_argument(definition)
    ]
    selected = SELECTED if kind == "mutation" else "{ __typename }"
    return f"{kind}{head} {{ {name}({', '.join([*others, f'{argument}: {given}'])}) {selected} }}"


def _in_graphql() -> Iterator[Ask]:
    """Each argument, and each member of an input, as a variable; with types that fit in it too."""
    for named, field, argument, definition in _arguments():
        query = _operation(named, field, argument, "$v", f"($v: {definition.type})")
        kind = get_named_type(definition.type)
        for wrong in WRONG:
            body = {"query": query, "variables": {"v": wrong}}
            yield _posted("/graphql", body, argument, "v", *_members(kind))
        yield _posted("/graphql", {"query": query, "variables": {}}, argument, "v")
        if is_input_object_type(kind):
            right = dict(_right(kind))
            for member in kind.fields:
                for wrong in WRONG[:SOME]:
                    body = {"query": query, "variables": {"v": {**right, member: wrong}}}
                    # A file is a part of a form, which no JSON holds.
                    yield _posted("/graphql", body, member, "finding", "files")
    nullable = "query($v: Int) { jobs(first: $v) { edges { cursor } } }"
    yield _posted("/graphql", {"query": nullable, "variables": {"v": None}}, "v")


def _in_documents() -> Iterator[Ask]:
    """Each type of an argument, where the value stands in the document itself."""
    seen: set[str] = set()
    for named, field, argument, definition in _arguments():
        kind = get_named_type(definition.type)
        if str(definition.type) in seen:
            continue
        seen.add(str(definition.type))
        for given in ("null", "true", "99999999999", '"x"', "X", "[3]", "{}", "{x: 3}"):
            names = (argument, *_members(kind))
            yield _posted("/graphql", {"query": _operation(named, field, argument, given)}, *names)


def _members(kind: Any) -> tuple[str, ...]:
    return tuple(kind.fields) if is_input_object_type(kind) else ()


def _right(kind: Any) -> Iterator[tuple[str, Any]]:
    """The required members of an input, with what is refused for no fault of theirs."""
    for name, member in kind.fields.items():
        if is_required_input_field(member) or name == "finding":
            yield name, _RIGHT_MEMBERS.get(name, "x")


async def _answer(client: httpx.AsyncClient, ask: Ask, language: str) -> Told | None:
    """What a refusal tells; None where the value is taken, or it is about something else."""
    answer = await client.request(
        ask.method,
        ask.path,
        content=ask.content,
        params=ask.query or None,
        headers=[
            ("Accept-Language", language),
            *((name, text.encode("latin-1")) for name, text in ask.headers),
        ],
    )
    assert answer.status_code < 500, (ask, answer.text)
    told = _graphql(answer.json()) if ask.path == "/graphql" else _problem(answer.json())
    if told is None or not told.texts:
        return None
    assert answer.headers["content-language"] == language, (ask, told)
    return told


def _problem(body: Mapping[str, Any]) -> Told | None:
    if body.get("ok") is not False:
        return None
    wrong = body.get("errors", [])
    texts = tuple(each["detail"] for each in wrong)
    fields = {body.get("field", ""), *(each["field"] for each in wrong)}
    if "code" not in body:  # a check that found them: its own answer, and no problem
        return Told(texts, frozenset(fields), named=True)
    texts = (body["detail"], *texts, body["title"])
    return Told(texts, frozenset(fields), named=body["code"] == "invalid_input")


def _graphql(body: Mapping[str, Any]) -> Told | None:
    """Typed errors, and those of values; what the parser says of a document is in English."""
    found = [each for each in (body.get("data") or {}).values() if each and "code" in each]
    below = [each for error in found for each in error.get("problems", ())]
    coded = [each for each in body.get("errors", ()) if "code" in each.get("extensions", {})]
    texts = [each["message"] for each in (*found, *below, *coded)]
    fields = {each.get("field") or "" for each in (*found, *below)}
    fields |= {each["extensions"].get("field", "") for each in coded}
    codes = {each["code"] for each in found} | {each["extensions"]["code"] for each in coded}
    return Told(tuple(texts), frozenset(fields), named="invalid_input" in codes)


def _is_named(ask: Ask, told: Told) -> bool:
    """Whether a refusal names what was wrong, or what is below it."""
    names = {name for each in ask.named for name in (each, to_camel_case(each))}
    return not told.named or any(
        field == name or field.startswith(f"{name}.") for field in told.fields for name in names
    )


async def _hold(client: httpx.AsyncClient, asks: Iterator[Ask]) -> int:
    """Hold every refusal to what it may say; how many different ones there were."""
    seen: set[Told] = set()
    for ask in asks:
        told = await _answer(client, ask, "en")
        if told is None:
            continue
        assert not [text for text in told.texts if PYTHON.search(text)], (ask, told)
        assert _is_named(ask, told), (ask, told)
        if told not in seen:
            seen.add(told)
            for language in CATALOGUES:
                await _hold_translation(client, ask, told, language)
    return len(seen)


async def _hold_translation(
    client: httpx.AsyncClient, ask: Ask, english: Told, language: str
) -> None:
    told = await _answer(client, ask, language)
    assert told is not None and told.fields == english.fields, (ask, told)
    for text, original in zip(told.texts, english.texts, strict=True):
        assert text != original and not ENGLISH.search(text), (ask, text)
        assert not PYTHON.search(text), (ask, text)


async def test_bodies(asked: httpx.AsyncClient) -> None:
    assert await _hold(asked, _bodies()) > 80


async def test_what_stands_beside_bodies(asked: httpx.AsyncClient) -> None:
    assert await _hold(asked, _beside_bodies()) > 20


async def test_arguments_and_inputs_of_graphql(asked: httpx.AsyncClient) -> None:
    assert await _hold(asked, _in_graphql()) > 80


async def test_values_in_documents(asked: httpx.AsyncClient) -> None:
    assert await _hold(asked, _in_documents()) > 25
