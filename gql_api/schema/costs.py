"""What a document may cost: depth, breadth, fields, aliases and directives, and the caches.

Each fragment is visited once and multiplied, so that a chain of fragments is refused in the time
it takes to read it. Rule classes are made once: the validation cache is keyed by them.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    MaxIntrospectionDepthRule,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)
from strawberry.extensions import (
    AddValidationRules,
    MaxTokensLimiter,
    ParserCache,
    SchemaExtension,
    ValidationCache,
)

MAX_TOKENS: Final = 2000
_INTROSPECTION: Final = frozenset({"__schema", "__type"})


@dataclass(frozen=True, slots=True)
class Cost:
    """What a selection comes to, its fragments counted each time they are spread.

    `width` is how many fields stand side by side at its top, `breadth` the most that do at any
    place of it.
    """

    depth: int = 0
    width: int = 0
    breadth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0

    def beside(self, other: "Cost") -> "Cost":
        """Both, side by side."""
        width = self.width + other.width
        return Cost(
            max(self.depth, other.depth),
            width,
            max(width, self.breadth, other.breadth),
            self.fields + other.fields,
            self.aliases + other.aliases,
            self.directives + other.directives,
        )

    def over(self, most: "Cost") -> list[str]:
        """What is more than allowed, in words."""
        return [
            f"{name} {getattr(self, name)} of {getattr(most, name)}"
            for name in _LIMITED
            if getattr(self, name) > getattr(most, name)
        ]


_LIMITED: Final = ("depth", "breadth", "fields", "aliases", "directives")
MOST: Final = Cost(depth=12, breadth=100, fields=500, aliases=30, directives=50)


class Costs:
    """Adds up the operations of one document, each fragment once.

    `visited` counts the selections that were looked at: never more than the document holds.
    """

    def __init__(self, document: DocumentNode) -> None:
        definitions = document.definitions
        self._fragments = {
            node.name.value: node
            for node in definitions
            if isinstance(node, FragmentDefinitionNode)
        }
        self._known: dict[str, Cost] = {}
        self.visited = 0

    def selected(self, selections: SelectionSetNode | None) -> Cost:
        """What a selection comes to."""
        total = Cost()
        for selection in selections.selections if selections else ():
            total = total.beside(self._one(selection))
        return total

    def _one(self, node: SelectionNode) -> Cost:
        self.visited += 1
        own = Cost(directives=len(node.directives or ()))
        if isinstance(node, FieldNode):
            return own.beside(self._field(node))
        if isinstance(node, InlineFragmentNode):
            return own.beside(self.selected(node.selection_set))
        if isinstance(node, FragmentSpreadNode):
            return own.beside(self._fragment(node.name.value))
        return own

    def _field(self, node: FieldNode) -> Cost:
        aliases = 1 if node.alias else 0
        if node.name.value in _INTROSPECTION:
            return Cost(depth=1, width=1, breadth=1, fields=1, aliases=aliases)
        below = self.selected(node.selection_set)
        return Cost(
            depth=below.depth + 1,
            width=1,
            breadth=max(below.breadth, 1),
            fields=below.fields + 1,
            aliases=below.aliases + aliases,
            directives=below.directives,
        )

    def _fragment(self, name: str) -> Cost:
        if name not in self._known:
            # Stands while the fragment is visited, so that a circle ends; a rule reports it.
            self._known[name] = Cost()
            fragment = self._fragments.get(name)
            self._known[name] = self.selected(fragment.selection_set if fragment else None)
        return self._known[name]


def _operations(document: DocumentNode) -> list[OperationDefinitionNode]:
    return [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]


@lru_cache(maxsize=128)
def _too_large(document: DocumentNode) -> list[GraphQLError]:
    costs = Costs(document)
    return [
        GraphQLError(
            f"The operation is too large: {', '.join(too_much)}.",
            node,
            extensions={"code": "operation_too_large"},
        )
        for node in _operations(document)
        if (too_much := costs.selected(node.selection_set).over(MOST))
    ]


class DocumentCache(ParserCache):
    """Parses each document once; one that cannot be parsed is left to the parser to report."""

    def on_parse(self) -> Iterator[None]:
        execution = self.execution_context
        with suppress(GraphQLError, RecursionError):
            execution.graphql_document = self.cached_parse_document(
                execution.query, **execution.parse_options
            )
        yield


class DocumentCheck(ValidationCache):
    """Validates each document once, after its cost: some rules take the square of the fields."""

    def on_validate(self) -> Iterator[None]:
        faults = self._faults()
        if not faults:
            yield from super().on_validate()
            return
        self.execution_context.pre_execution_errors = faults
        yield

    def _faults(self) -> list[GraphQLError]:
        document = self.execution_context.graphql_document
        if document is None:
            return []
        # Strawberry would run the first of several when none is named.
        named = self.execution_context._provided_operation_name
        if named is None and len(_operations(document)) > 1:
            return [GraphQLError("Name the operation: the document holds several.")]
        return _too_large(document)


def token_limit() -> SchemaExtension:
    """Refuses documents of more tokens than anybody types."""
    return MaxTokensLimiter(max_token_count=MAX_TOKENS)


def introspection_limit() -> SchemaExtension:
    """Refuses introspection in circles."""
    return AddValidationRules([MaxIntrospectionDepthRule])


LIMITS: Final = (token_limit, introspection_limit, DocumentCache, DocumentCheck)
"""The extensions of every operation, in order."""
