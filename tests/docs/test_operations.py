"""The page for operators: every event that warns is explained, and every query can be asked."""

import ast
import json
import re
from collections.abc import Iterator

import pytest
from graphql import parse, validate

from gql_api.schema import schema
from tests.docs.pages import DOCS, ROOT, blocks, name, rows

PAGE = DOCS / "operations.md"
LEVELS = {"warning": "warning", "error": "error", "exception": "error"}
QUERY = re.compile(r"/graphql\".* -d '(\{.*\})'")


def _told() -> Iterator[tuple[str, str]]:
    """Event and level of everything that the service logs above info."""
    for path in (ROOT / "gql_api").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="log" | "_log"), attr=level),
                    args=[ast.Constant(value=event), *_],
                ) if level in LEVELS:
                    yield event, LEVELS[level]


def test_every_event_that_warns_is_explained() -> None:
    levels = {"error", "warning", "info"}
    page = {name(cells[0]): cells[1] for cells in rows(PAGE) if cells[1] in levels}
    assert dict(_told()).items() <= page.items()
    source = "".join(path.read_text("utf-8") for path in (ROOT / "gql_api").rglob("*.py"))
    assert [event for event in page if f'"{event}"' not in source] == []


@pytest.mark.parametrize("block", [each for each in blocks(PAGE, "sh") if "/graphql" in each])
def test_every_query_can_be_asked(block: str) -> None:
    (body,) = QUERY.findall(block)
    assert validate(schema._schema, parse(json.loads(body)["query"])) == []
