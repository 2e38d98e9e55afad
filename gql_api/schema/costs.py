"""What a document may cost: one rule over depth, fields, aliases and directives, and the caches.

The rule visits each fragment once and multiplies, so that a chain of fragments is refused in the
time it takes to read it. Rule classes are made once: the validation cache is keyed by them.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    MaxIntrospectionDepthRule,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    ValidationContext,
    ValidationRule,
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
    """What a selection comes to, its fragments counted each time they are spread."""

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0

    def beside(self, other: "Cost") -> "Cost":
        """Both, side by side."""
        return Cost(
            max(self.depth, other.depth),
            self.fields + other.fields,
            self.aliases + other.aliases,
            self.directives + other.directives,
        )

    def over(self, most: "Cost") -> list[str]:
        """What is more than allowed, in words."""
        return [
            f"{name} {getattr(self, name)} of {getattr(most, name)}"
            for name in self.__slots__
            if getattr(self, name) > getattr(most, name)
        ]


MOST: Final = Cost(depth=12, fields=500, aliases=30, directives=50)


class CostRule(ValidationRule):
    """Refuses operations that come to more than `MOST`."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self._fragments: dict[str, Cost] = {}

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        too_much = self._selected(node.selection_set).over(MOST)
        if too_much:
            self.report_error(
                GraphQLError(
                    f"The operation is too large: {', '.join(too_much)}.",
                    node,
                    extensions={"code": "operation_too_large"},
                )
            )

    def _selected(self, selections: SelectionSetNode | None) -> Cost:
        total = Cost()
        for selection in selections.selections if selections else ():
            total = total.beside(self._one(selection))
        return total

    def _one(self, node: SelectionNode) -> Cost:
        own = Cost(directives=len(node.directives or ()))
        if isinstance(node, FieldNode):
            return own.beside(self._field(node))
        if isinstance(node, InlineFragmentNode):
            return own.beside(self._selected(node.selection_set))
        if isinstance(node, FragmentSpreadNode):
            return own.beside(self._fragment(node.name.value))
        return own

    def _field(self, node: FieldNode) -> Cost:
        aliases = 1 if node.alias else 0
        if node.name.value in _INTROSPECTION:
            return Cost(1, 1, aliases)
        below = self._selected(node.selection_set)
        return Cost(below.depth + 1, below.fields + 1, below.aliases + aliases, below.directives)

    def _fragment(self, name: str) -> Cost:
        if name not in self._fragments:
            # Stands while the fragment is visited, so that a circle ends; another rule reports it.
            self._fragments[name] = Cost()
            fragment = self.context.get_fragment(name)
            self._fragments[name] = self._selected(fragment.selection_set if fragment else None)
        return self._fragments[name]


class DocumentCache(ParserCache):
    """Parses each document once; one that cannot be parsed is left to the parser to report."""

    def on_parse(self) -> Iterator[None]:
        execution = self.execution_context
        with suppress(GraphQLError, RecursionError):
            execution.graphql_document = self.cached_parse_document(
                execution.query, **execution.parse_options
            )
        yield


def token_limit() -> SchemaExtension:
    """Refuses documents of more tokens than anybody types."""
    return MaxTokensLimiter(max_token_count=MAX_TOKENS)


def cost_limit() -> SchemaExtension:
    """Refuses documents that cost too much."""
    return AddValidationRules([CostRule, MaxIntrospectionDepthRule])


LIMITS: Final = (token_limit, DocumentCache, cost_limit, ValidationCache)
"""The extensions of every operation, in order."""
