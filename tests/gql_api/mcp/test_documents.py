"""What the tools ask of the API is in its schema, and holds nothing that is not an agent's."""

import re

import pytest
from graphql import parse, validate

from gql_api.mcp import documents
from gql_api.schema import schema

SECRETS = {
    "confirmToken": "the yes",
    "pictureUrl": "an address that shows a picture to whoever has it",
    "url": "the same of a photo",
    "userId": "the member's own",
    "droppedCookies": "of the session that was pasted",
}


@pytest.mark.parametrize("document", documents.EVERY)
def test_a_document_is_one_of_the_schema(document: str) -> None:
    assert validate(schema._schema, parse(document)) == []


def test_every_document_is_listed() -> None:
    named = [
        each
        for name, value in vars(documents).items()
        if name.isupper() and not name.startswith("_") and name != "EVERY"
        for each in (value.values() if isinstance(value, dict) else [value])
    ]
    assert sorted(named) == sorted(documents.EVERY)


@pytest.mark.parametrize("name", SECRETS)
def test_none_asks_for_what_an_agent_must_not_have(name: str) -> None:
    assert any(re.search(rf"\b{name}\b", text) for text in schema.as_str().splitlines())
    assert [each for each in documents.EVERY if re.search(rf"\b{name}\b", each)] == []


def test_none_publishes_and_none_takes_a_session() -> None:
    called = {word for each in documents.EVERY for word in re.findall(r"result: (\w+)\(", each)}
    assert called == {"prepareListing", "answerQuestions", "cancelJob"}
