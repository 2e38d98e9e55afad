"""The OpenAPI document against the routes that are served."""

import re
from collections.abc import Iterator
from typing import Any

from gql_api.rest import document
from gql_api.rest.openapi import OPERATIONS
from gql_api.rest.problems import FAILURES
from gql_api.rest.routes import PLACES


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from ([value["$ref"]] if "$ref" in value else [])
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _references(each)


def test_every_route_is_described_and_nothing_else() -> None:
    described = {(operation.method, operation.path) for operation in OPERATIONS}
    served = {(method, place.path) for place in PLACES for method in place.methods}
    assert described == served


def test_every_reference_leads_somewhere() -> None:
    found = document()
    shapes = found["components"]["schemas"]
    for reference in _references(found):
        assert re.fullmatch(r"#/components/schemas/\w+", reference)
        assert reference.rpartition("/")[2] in shapes


def test_every_shape_is_used() -> None:
    found = document()
    used = {reference.rpartition("/")[2] for reference in _references(found)}
    assert set(found["components"]["schemas"]) - used == set()


def test_a_failed_job_answers_only_documented_statuses() -> None:
    statuses = {str(int(status)) for _, status in FAILURES.values()}
    for path in ("/vinted/listings/prepare", "/vinted/listings/publish"):
        assert statuses <= set(document()["paths"][path]["post"]["responses"])
