"""What a document comes to, and that finding it out takes no longer than reading it."""

import pytest
from graphql import OperationDefinitionNode, get_introspection_query, parse
from strawberry.types import ExecutionContext

from gql_api.schema import schema
from gql_api.schema.costs import (
    MAX_KEPT,
    MAX_KEPT_TEXT,
    MAX_TOKENS,
    MOST,
    Cost,
    Costs,
    documents,
)


def _costs(text: str) -> tuple[Cost, int]:
    """What the document's first operation comes to, and how many selections were looked at."""
    document = parse(text)
    counted = Costs(document)
    first = next(node for node in document.definitions if isinstance(node, OperationDefinitionNode))
    return counted.selected(first.selection_set), counted.visited


def _chain(levels: int, last: str, spreads: int = 2) -> str:
    """Fragments that each spread the next several times."""
    chain = [f"fragment f{n} on Query {{{f' ...f{n + 1}' * spreads} }}" for n in range(levels)]
    return "\n".join(["{ ...f0 }", *chain, f"fragment f{levels} on Query {{ {last} }}"])


def test_fields_side_by_side_and_below_each_other_are_told_apart() -> None:
    found, _ = _costs("{ a { b c { d } } e: f @skip(if: true) }")
    assert found == Cost(depth=3, width=2, breadth=2, fields=5, aliases=1, directives=1)


def test_what_a_fragment_adds_counts_where_it_is_spread() -> None:
    found, _ = _costs(
        "{ a { ...two ... @include(if: true) { ...two } } } fragment two on T { b c }"
    )
    assert found == Cost(depth=2, width=1, breadth=4, fields=5, aliases=0, directives=1)


def test_a_fragment_bomb_is_counted_in_full_and_visited_once() -> None:
    found, visited = _costs(_chain(40, "x: __typename"))
    assert found.fields == found.aliases == found.breadth == 2**40
    assert visited == 1 + 2 * 40 + 1


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (_chain(24, "__typename"), "breadth 16777216 of 100, fields 16777216 of 600"),
        (_chain(5, "a: __typename"), "aliases 32 of 30"),
        (_chain(5, "... @include(if: true) { __typename }", 3), "directives 243 of 50"),
        ("{" + "__typename " * 101 + "}", "breadth 101 of 100"),
        ("{ a " * 14 + "}" * 14, "depth 14 of 12"),
    ],
    ids=["fragments", "aliases in fragments", "directives in fragments", "breadth", "depth"],
)
async def test_what_is_too_much_is_named(text: str, what: str) -> None:
    result = await schema.execute(text)
    assert result.errors is not None
    (error,) = result.errors
    assert what in error.message
    assert error.extensions == {"code": "operation_too_large"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{ ...nowhere }", "Unknown fragment 'nowhere'."),
        ("{ ...a } fragment a on Query { ...a }", "Cannot spread fragment 'a' within itself."),
    ],
    ids=["undefined", "circle"],
)
async def test_a_fragment_that_leads_nowhere_is_an_error_of_the_document(
    text: str, message: str
) -> None:
    result = await schema.execute(text)
    assert result.errors is not None
    assert [error.message for error in result.errors] == [message]


async def test_a_document_of_too_many_tokens_is_not_parsed_to_its_end() -> None:
    result = await schema.execute("{" + " __typename" * MAX_TOKENS + "}")
    assert result.errors is not None
    assert f"more than {MAX_TOKENS} tokens" in result.errors[0].message


def _only_known(context: ExecutionContext) -> None:
    """In the place of the parser: there is a document already."""
    assert context.graphql_document is not None


async def test_a_document_is_parsed_and_validated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "{ __typename here: __typename }"
    first = await schema.execute(text)
    kept = documents.find(text)
    assert first.errors is None and kept is not None and kept.faults == []
    monkeypatch.setattr("graphql.validate", None)  # called again, it would fail
    monkeypatch.setattr("strawberry.schema.schema._parse_operation_document", _only_known)
    again = await schema.execute(text)
    assert (again.data, again.errors) == (first.data, None)


async def test_what_is_wrong_with_a_kept_document_is_said_again() -> None:
    for text in ("{ nope }", "{" + "a: __typename " * 31 + "}"):
        first, again = [(await schema.execute(text)).errors for _ in range(2)]
        assert first and again
        assert [each.message for each in first] == [each.message for each in again]


async def test_what_is_kept_of_documents_is_bounded() -> None:
    for number in range(MAX_KEPT + 10):
        await schema.execute(f"{{ a{number}: __typename }}")
    long = "{ __typename }" + " " * MAX_KEPT_TEXT
    assert (await schema.execute(long)).errors is None
    assert len(documents) == MAX_KEPT
    assert documents.find(long) is None and documents.find("{ a0: __typename }") is None


def test_introspection_is_free() -> None:
    found, visited = _costs(get_introspection_query())
    assert found.over(MOST) == []
    assert (found.fields, visited) == (1, 1)
