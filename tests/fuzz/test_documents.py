"""What the two documents promise, against what the service answers to whatever they allow.

A few examples of each operation; the long form is `test_campaign`, run by hand.
"""

from typing import Any

import pytest
import requests
from schemathesis.core.failures import FailureGroup

from gql_api.rest import document
from tests.fuzz.hammer import (
    CANARY,
    Hammer,
    disguises,
    graphql_operations,
    require_no_leak,
    rest_operations,
)

REST = {operation.label: operation for operation in rest_operations()}
GRAPHQL = {operation.label: operation for operation in graphql_operations()}
EXAMPLES = 3


@pytest.mark.parametrize("operation", REST.values(), ids=REST)
def test_rest_answers_only_what_is_documented(hammer: Hammer, operation: Any) -> None:
    hammer.rest(operation, EXAMPLES)


@pytest.mark.parametrize("operation", GRAPHQL.values(), ids=GRAPHQL)
def test_graphql_answers_or_refuses_and_never_fails(hammer: Hammer, operation: Any) -> None:
    hammer.graphql(operation, EXAMPLES)


def test_an_undocumented_status_is_noticed(hammer: Hammer) -> None:
    described = document()
    path = "/vinted/jobs/{id}"
    described["paths"] = {path: {"get": described["paths"][path]["get"]}}
    del described["paths"][path]["get"]["responses"]["404"]
    (operation,) = rest_operations(described)
    with pytest.raises(FailureGroup) as found:
        hammer.rest(operation, EXAMPLES)
    assert {type(each).__name__ for each in found.value.exceptions} == {"UndefinedStatusCode"}


def test_a_leak_is_noticed_in_every_disguise() -> None:
    for spelling in disguises(CANARY):
        answer = requests.Response()
        answer._content = b'{"detail": "' + spelling + b'"}'
        with pytest.raises(AssertionError, match="planted cookie"):
            require_no_leak(answer)
