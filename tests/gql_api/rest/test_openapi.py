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
from gql_api.settings import Settings
from tests.described import described
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
    pages = {
        path
        for path in served
        if re.search("problems|help", path) or path.endswith(("/", "/fripier", "/docs", ".json"))
    }
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
