"""The OpenAPI document against the routes that are served."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.routing import Route

from gql_api.bootstrap.process import build
from gql_api.domain.inputs import PrepareInput
from gql_api.rest import document
from gql_api.rest.examples import BODIES
from gql_api.rest.operations import OPERATIONS, Operation
from gql_api.rest.problems import FAILURES
from gql_api.rest.worded import worded
from gql_api.settings import Settings
from tests.described import described, require_described
from tests.gql_api.inside import inside


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from ([value["$ref"]] if "$ref" in value else [])
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _references(each)


def test_every_route_is_described_and_nothing_else(tmp_path: Path) -> None:
    parts = build(Settings(mock_mode=True, data_dir=tmp_path))
    served = {route.path for route in parts.routes if isinstance(route, Route)}
    ends = ("/", "/fripier", "/docs", ".json", ".js")
    pages = {path for path in served if re.search("problems|help", path) or path.endswith(ends)}
    assert served - pages - {"/graphql"} == {
        path for path in document()["paths"] if not path.endswith(".json")
    }


def test_every_reference_leads_somewhere() -> None:
    found = document()
    for reference in _references(found):
        parts = re.fullmatch(r"#/components/(schemas|headers)/([\w-]+)", reference)
        assert parts and parts[2] in found["components"][parts[1]]


def test_every_shape_is_used() -> None:
    found = document()
    used = {reference.rpartition("/")[2] for reference in _references(found)}
    shapes = {*found["components"]["schemas"], *found["components"]["headers"]}
    assert shapes - used == set()


@pytest.mark.parametrize("name", ["SessionInput", "PrepareInput", "PublishInput", "ResolveInput"])
def test_every_member_of_a_request_is_described(name: str) -> None:
    members = document()["components"]["schemas"][name]["properties"]
    assert [member for member, shape in members.items() if "description" not in shape] == []


def test_the_example_of_every_body_is_taken() -> None:
    asked = {each.body for each in OPERATIONS if each.body}
    assert {each.__name__ for each in asked} == BODIES.keys()
    for body in asked:
        body.model_validate(BODIES[body.__name__])
    for path, methods in document()["paths"].items():
        for operation in methods.values():
            for each in operation["parameters"]:
                assert each["in"] != "path" or "example" in each, path


def test_a_stream_says_what_each_of_its_events_holds_and_shows_one() -> None:
    told = document()["paths"]["/vinted/jobs/{id}/events"]["get"]["responses"]["200"]
    stream = told["content"]["text/event-stream"]
    shapes = {"progress": "Event", "picture": "LivePicture"}
    assert [each["$ref"].rpartition("/")[2] for each in stream["schema"]["anyOf"]] == [
        *shapes.values()
    ]
    for name, shape in shapes.items():
        assert f"`{name}`: {shape}" in stream["schema"]["description"]
        require_described(shape, stream["examples"][name]["value"])
    assert stream["examples"].keys() == shapes.keys()


def _texts(found: Any) -> list[str]:
    texts: list[str] = []

    def note(text: str) -> str:
        texts.append(text)
        return text

    assert worded(found, note) == found
    return texts


def _without_texts(found: Any) -> Any:
    return worded(found, lambda _: "")


@pytest.mark.parametrize("path", ["/openapi.json", "/vinted/openapi.json"])
@pytest.mark.parametrize(("language", "alike"), [
    ("fr-CA, en;q=0.5", {"ISO 4217.", "Opaque.", "Stable."}),
    ("de", {"ISO 4217."}),
])  # fmt: skip
async def test_the_document_is_told_in_the_callers_language(
    client: httpx.AsyncClient, path: str, language: str, alike: set[str]
) -> None:
    plain = await client.get(path)
    told = await client.get(path, headers={"Accept-Language": language})
    assert plain.headers["content-language"] == "en"
    assert told.headers["content-language"] == language[:2]
    assert "Accept-Language" in told.headers["vary"] and "Accept-Language" in plain.headers["vary"]
    assert told.headers["etag"] != plain.headers["etag"]
    english, said = _texts(plain.json()), _texts(told.json())
    assert len(english) > 400
    assert {one for one, other in zip(english, said, strict=True) if one == other} == alike
    assert _without_texts(told.json()) == _without_texts(plain.json())
    held = {"Accept-Language": language, "If-None-Match": told.headers["etag"]}
    assert (await client.get(path, headers=held)).status_code == 304
    own = {**plain.json()}
    del own["servers"]
    assert own == document(), "who asks for no language is told in English"


def test_examples_and_the_phrases_of_statuses_are_the_same_in_every_language() -> None:
    found = document()
    said = worded(found, str.upper)
    prepare = said["paths"]["/vinted/listings/prepare"]["post"]
    assert prepare["summary"] == "FILL THE FORM, PUBLISH NOTHING"
    body = prepare["requestBody"]["content"]["application/json"]
    assert body["example"]["description"] == "Bon état"
    assert prepare["responses"]["429"]["description"] == "Too Many Requests"
    assert said["components"]["schemas"].keys() == found["components"]["schemas"].keys()


def test_every_pattern_of_a_request_takes_what_the_model_takes() -> None:
    members = document()["components"]["schemas"]["PrepareInput"]["properties"]
    (_, text) = members["price"]["anyOf"]
    for given in ("0.01", "0,5", "35", "35.5", "35,50", "999999.99"):
        assert re.search(text["pattern"], given) and PrepareInput.model_validate(
            {"title": "x", "description": "x", "price": given}
        )
    for given in ("0", "0.00", "-1", "1.234", "1e3", "", "x"):
        assert not re.search(text["pattern"], given)


def test_a_failed_job_answers_only_documented_statuses() -> None:
    statuses = {str(int(status)) for _, status in FAILURES.values()}
    for path in ("/vinted/listings/prepare", "/vinted/listings/publish"):
        assert statuses <= set(document()["paths"][path]["post"]["responses"])


async def _answered(client: httpx.AsyncClient, operation: Operation) -> httpx.Response:
    path = operation.path.replace("{id}", "a" * 32).replace("{field}", "color")
    return await client.request(operation.method, path)


async def test_what_is_answered_while_the_database_is_damaged_is_described(tmp_path: Path) -> None:
    paths = document()["paths"]
    async with inside(tmp_path) as service, described(service.url) as client:
        client.timeout = httpx.Timeout(60)
        await service.parts.core.database.close()
        for file in tmp_path.glob("fripier.db*"):
            file.write_bytes(b"This is no database any more. " * 1000)
        answers = await asyncio.gather(*(_answered(client, each) for each in OPERATIONS))
    for operation, answer in zip(OPERATIONS, answers, strict=True):
        told = paths[operation.path][operation.method.lower()]["responses"]
        shape = told[str(answer.status_code)]
        assert answer.headers["content-type"].partition(";")[0] in shape["content"]
        if not operation.public:
            assert (answer.status_code, answer.json()["code"]) == (503, "storage_unavailable")
            assert int(answer.headers["retry-after"]) > 0
