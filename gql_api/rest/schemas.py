"""JSON Schemas of REST's requests and answers, made from the very types that hold them.

The types stand beside what fills them, in `models` and the modules of single subjects. Extra
members may be added later, so no object is closed.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final

from pydantic import BaseModel, Field, TypeAdapter
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from gql_api.domain import receipt

Schema = dict[str, Any]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
"""A time in RFC 3339."""
Uri = Annotated[str, Field(json_schema_extra={"format": "uri"})]
UriReference = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]

_TEMPLATE: Final = "#/components/schemas/{model}"
_INLINE: Final = frozenset(
    part.__name__
    for part in (
        receipt.JobNamed,
        receipt.Content,
        receipt.Approval,
        receipt.Answer,
        receipt.Pictures,
    )
)
"""Shapes that stand where they are used and have no name, as every enum does."""


def doc(description: str) -> FieldInfo:
    """What a member is, for the document."""
    info: FieldInfo = Field(description=description)
    return info


def ref(shape: type[Any]) -> Schema:
    return {"$ref": _TEMPLATE.format(model=shape.__name__)}


def components(requests: Iterable[type[BaseModel]], answers: Iterable[type[Any]]) -> Schema:
    """Every named shape: those given, and those they are made of."""
    _, asked = models_json_schema(
        [(each, "validation") for each in requests], ref_template=_TEMPLATE
    )
    _, told = TypeAdapter.json_schemas(
        [(each.__name__, "serialization", TypeAdapter(each)) for each in answers],
        ref_template=_TEMPLATE,
        schema_generator=_Answers,
    )
    found = told["$defs"]
    inlined = {name for name, shape in found.items() if name in _INLINE or "enum" in shape}
    within = {_TEMPLATE.format(model=name): found[name] for name in inlined}
    named = {name: _plain(shape, within) for name, shape in found.items() if name not in inlined}
    return {**asked["$defs"], **named}


class _Answers(GenerateJsonSchema):
    """An answer has every member that its type has, whether or not that has a default."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def field_is_required(self, field: Any, total: bool) -> bool:
        return field["type"] == "dataclass-field" or super().field_is_required(field, total)

    def default_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])


def _plain(value: Any, within: Mapping[str, Schema]) -> Any:
    """The shape without titles, with what has no name in its place, and null said briefly."""
    if isinstance(value, list):
        return [_plain(each, within) for each in value]
    if isinstance(value, str):
        return value.replace("\n", " ")
    if not isinstance(value, dict):
        return value
    if (inner := within.get(value.get("$ref", ""))) is not None:
        beside = {name: each for name, each in value.items() if name != "$ref"}
        return _plain({**inner, **beside}, within)
    found = {
        name: _plain(each, within)
        for name, each in value.items()
        if not (name == "title" and isinstance(each, str))
    }
    if "enum" in found or "const" in found:
        found.pop("type", None)
    return _nullable(found)


def _nullable(shape: Schema) -> Schema:
    """Null as one more type or value, where the other is no object with a name."""
    match shape.get("anyOf"):
        case [{"enum": [*values]}, {"type": "null"}]:
            said: Schema = {"enum": [*values, None]}
        case [{"type": str(kind)} as one, {"type": "null"}]:
            said = {**one, "type": [kind, "null"]}
        case _:
            return shape
    return {**said, **{name: each for name, each in shape.items() if name != "anyOf"}}
