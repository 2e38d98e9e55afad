"""What JSON Schemas are put together from, each part with its description."""

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]


def ref(name: str) -> Schema:
    """A reference to a named shape."""
    return {"$ref": f"#/components/schemas/{name}"}


def text(description: str, **more: Any) -> Schema:
    """A string."""
    return {"type": "string", "description": description, **more}


def maybe(description: str, kind: str = "string", **more: Any) -> Schema:
    """A value of a kind, or null."""
    return {"type": [kind, "null"], "description": description, **more}


def moment(description: str) -> Schema:
    """A time in RFC 3339, or null."""
    return maybe(description, format="date-time")


def flag(description: str) -> Schema:
    """A boolean."""
    return {"type": "boolean", "description": description}


def number(description: str, kind: str = "integer") -> Schema:
    """An integer, or another kind of number."""
    return {"type": kind, "description": description}


def array(items: Schema, description: str) -> Schema:
    """A list of one shape."""
    return {"type": "array", "items": items, "description": description}


def object_(description: str, members: Mapping[str, Schema], *optional: str) -> Schema:
    """An object with members, all required but the optional ones."""
    return {
        "type": "object",
        "description": description,
        "properties": dict(members),
        "required": [name for name in members if name not in optional],
    }


def enum(values: type[Any], description: str, nullable: bool = False) -> Schema:
    """One of the values of an enum."""
    names: list[str | None] = [str(value) for value in values]
    return {"enum": [*names, None] if nullable else names, "description": description}
