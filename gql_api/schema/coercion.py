"""What is wrong with a value of a GraphQL request, in our words: its place and what to send there.

graphql-core decides which values are taken, and names the place; its own words quote the value as
Python writes it. How these errors leave is `errors`' matter, where documents are checked `costs`'.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import graphql
from graphql.language import SKIP

from browser.messages import Message
from gql_api.domain.input_messages import SAID
from gql_api.errors import InvalidInput

MAX_PROBLEMS: Final = 10
_NULL: Final = "must not be null"
_ABSENT: Final = object()
SCALARS_SAID: Final[Mapping[str, str]] = {
    "Boolean": SAID["bool_type"],
    "ID": "must be text, or a whole number",
    "Int": "must be a whole number, at most 2147483647",
    "String": SAID["string_type"],
    "Upload": "must be a file, sent as a part of a multipart request",
}
"""What each scalar takes that refuses a value here; the others are read by `inputs`."""


class ValuesRule(graphql.ValuesOfCorrectTypeRule):
    """The rule of that name of the specification, for values that stand in the document itself."""

    _name = ""

    def enter_argument(self, node: graphql.ArgumentNode, *_: Any) -> None:
        self._name = node.name.value

    def enter_variable_definition(self, node: graphql.VariableDefinitionNode, *_: Any) -> None:
        self._name = node.variable.name.value

    def is_valid_value_node(
        self, node: graphql.ValueNode, input_type: Any
    ) -> graphql.VisitorAction:
        if input_type:
            places = _Places()
            graphql.validate_input_literal(node, input_type, places)
            for wrong in places.problems(self._name, input_type, node):
                self.report_error(_as_error(wrong, node))
        return SKIP


def wrong_variables(
    schema: graphql.GraphQLSchema,
    operation: graphql.OperationDefinitionNode,
    given: Mapping[str, Any],
) -> list[graphql.GraphQLError]:
    """What is wrong with the values of an operation's variables; empty when nothing is."""
    found: list[graphql.GraphQLError] = []
    for node in operation.variable_definitions or ():
        kind, name = graphql.type_from_ast(schema, node.type), node.variable.name.value
        if not graphql.is_input_type(kind) or (name not in given and node.default_value):
            continue
        value = given.get(name, _ABSENT)
        places = _Places()
        if value is _ABSENT:
            if not graphql.is_non_null_type(kind):
                continue
            places(None, [])
        else:
            graphql.validate_input_value(value, kind, places)
        found += [_as_error(wrong, node) for wrong in places.problems(name, kind, value)]
    return found


def no_value(error: graphql.GraphQLError) -> InvalidInput | None:
    """The refusal that an argument has no value at last, when its variable had none."""
    node = error.nodes[0] if error.path and error.nodes else None
    if not isinstance(node, graphql.VariableNode):
        return None
    return _problem(node.name.value, Message(_NULL))


class _Places:
    """Where graphql-core found something wrong, each place once."""

    def __init__(self) -> None:
        self._paths: dict[tuple[str | int, ...], None] = {}

    def __call__(self, error: graphql.GraphQLError | None, path: list[str | int]) -> None:
        self._paths[tuple(path)] = None

    def problems(self, name: str, kind: Any, value: Any) -> Iterator[InvalidInput]:
        """What to send in those places, the first of them."""
        for path in list(self._paths)[:MAX_PROBLEMS]:
            there, found = kind, value
            for step in path:
                there, found = _below(there, found, step)
            for below, said in _said(there, found):
                steps = (*path, *below)
                # An input's members go by their own names, as in the typed errors.
                named = steps if steps and isinstance(steps[0], str) else (name, *steps)
                yield _problem(".".join(map(str, named)), said)


def _below(kind: Any, value: Any, step: str | int) -> tuple[Any, Any]:
    """The type and the value of a list's entry or an object's member."""
    kind = graphql.get_nullable_type(kind)
    if isinstance(step, int):
        return kind.of_type, value.values[step] if isinstance(
            value, graphql.ListValueNode
        ) else value[step]
    if graphql.is_list_type(kind):  # a value stands for a list of one
        return _below(kind.of_type, value, step)
    return kind.fields[step].type, _members(value)[step]


def _members(value: Any) -> Mapping[str, Any]:
    if isinstance(value, graphql.ObjectValueNode):
        return {field.name.value: field.value for field in value.fields}
    return value if isinstance(value, Mapping) else {}


def _said(kind: Any, value: Any) -> Iterator[tuple[tuple[str, ...], Message]]:
    """Each thing that is wrong in a place, with what is below that it concerns."""
    if value is _ABSENT:
        yield (), Message(SAID["missing"])
        return
    if value is None or getattr(value, "kind", "") == "null_value":
        yield (), Message(_NULL)
        return
    named = graphql.get_named_type(kind)
    if graphql.is_input_object_type(named):
        yield from _said_of_object(named, value)
    elif graphql.is_enum_type(named):
        yield (), Message("must be one of {values}", values=", ".join(named.values))
    else:
        yield (), Message(SCALARS_SAID[named.name])


def _said_of_object(kind: Any, value: Any) -> Iterator[tuple[tuple[str, ...], Message]]:
    if not isinstance(value, Mapping | graphql.ObjectValueNode):
        yield (), Message(SAID["dict_type"])
        return
    members = _members(value)
    for name, field in kind.fields.items():
        if name not in members and graphql.is_required_input_field(field):
            yield (name,), Message(SAID["missing"])
    if members.keys() - kind.fields.keys():
        # Not named: what was pasted in the place of a name may be a secret.
        yield (), Message("has a member that is not known here: leave it out")
    if kind.is_one_of and len(members) != 1:
        yield (), Message("send exactly one of {names}", names=", ".join(kind.fields))


def _problem(field: str, said: Message) -> InvalidInput:
    return InvalidInput(Message("{field}: {detail}", field=field, detail=said), field=field)


def _as_error(wrong: InvalidInput, node: Any) -> graphql.GraphQLError:
    return graphql.GraphQLError(wrong.detail, node, original_error=wrong)
