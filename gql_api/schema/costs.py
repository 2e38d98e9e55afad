"""What a document may cost: depth, breadth, fields, aliases and directives, and the cache.

Each fragment is visited once and multiplied, so that a chain of fragments is refused in the time
it takes to read it. Documents are kept by their text with what was found out about them.
"""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

import graphql

from browser.messages import Message
from gql_api.schema.coercion import ValuesRule

MAX_TOKENS: Final = 2000
MAX_KEPT: Final = 128
MAX_KEPT_TEXT: Final = 16_384
_INTROSPECTION: Final = frozenset({"__schema", "__type"})
_RULES: Final = (
    *(
        ValuesRule if rule is graphql.ValuesOfCorrectTypeRule else rule
        for rule in graphql.specified_rules
    ),
    graphql.MaxIntrospectionDepthRule,
)


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
MOST: Final = Cost(depth=12, breadth=100, fields=600, aliases=30, directives=50)


class Costs:
    """Adds up the operations of one document, each fragment once.

    `visited` counts the selections that were looked at: never more than the document holds.
    """

    def __init__(self, document: graphql.DocumentNode) -> None:
        definitions = document.definitions
        self._fragments = {
            node.name.value: node
            for node in definitions
            if isinstance(node, graphql.FragmentDefinitionNode)
        }
        self._known: dict[str, Cost] = {}
        self.visited = 0

    def selected(self, selections: graphql.SelectionSetNode | None) -> Cost:
        total = Cost()
        for selection in selections.selections if selections else ():
            total = total.beside(self._one(selection))
        return total

    def _one(self, node: graphql.SelectionNode) -> Cost:
        self.visited += 1
        own = Cost(directives=len(node.directives or ()))
        if isinstance(node, graphql.FieldNode):
            return own.beside(self._field(node))
        if isinstance(node, graphql.InlineFragmentNode):
            return own.beside(self.selected(node.selection_set))
        if isinstance(node, graphql.FragmentSpreadNode):
            return own.beside(self._fragment(node.name.value))
        return own

    def _field(self, node: graphql.FieldNode) -> Cost:
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


def operations(document: graphql.DocumentNode) -> list[graphql.OperationDefinitionNode]:
    return [
        node for node in document.definitions if isinstance(node, graphql.OperationDefinitionNode)
    ]


def _too_large(document: graphql.DocumentNode) -> list[graphql.GraphQLError]:
    costs = Costs(document)
    return [
        graphql.GraphQLError(
            Message("The operation is too large: {limits}.", limits=", ".join(too_much)),
            node,
            extensions={"code": "operation_too_large"},
        )
        for node in operations(document)
        if (too_much := costs.selected(node.selection_set).over(MOST))
    ]


@dataclass(slots=True)
class Known:
    """A document that was parsed, and what is wrong with it once that was looked at."""

    document: graphql.DocumentNode
    faults: list[graphql.GraphQLError] | None = None


class _Cache:
    """The documents that were used last, by their text; long ones are not kept."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Known] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def find(self, text: str) -> Known | None:
        known = self._known.get(text)
        if known is not None:
            self._known.move_to_end(text)
        return known

    def keep(self, text: str, known: Known) -> None:
        if len(text) > MAX_KEPT_TEXT:
            return
        self._known[text] = known
        while len(self._known) > MAX_KEPT:
            self._known.popitem(last=False)


documents: Final = _Cache()


def faults(known: Known, schema: graphql.GraphQLSchema) -> list[graphql.GraphQLError]:
    """What is wrong with a document, looked for once.

    The weight comes before the rules: some of them take the square of the fields.
    """
    if known.faults is None:
        known.faults = _too_large(known.document) or graphql.validate(
            schema, known.document, _RULES
        )
    return known.faults
