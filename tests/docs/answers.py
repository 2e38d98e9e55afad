"""REST's answers as TypeScript, written from the OpenAPI document for the texts for Lovable.

`.ci/answers` writes them between the marks; a test compares.
"""

import re
import textwrap
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final

from browser.listing import EvidenceSource, ObstacleKind
from browser.pasted_session import Source
from gql_api.domain.job import JobKind, JobState, Outcome
from gql_api.rest import openapi
from gql_api.sessions.service import SessionState
from tests.docs.pages import DOCS

EXAMPLE = DOCS / "client/example/src/lib/answers.ts"
PAGES = (DOCS / "lovable.md", DOCS / "lovable.en.md")
ROOTS = (
    *("SavedSession", "Session", "UploadedPhoto", "Prepared", "Published", "Accepted"),
    *("Job", "Jobs", "Event", "Suggestions", "Problem"),
)
_ENUMS: Final[dict[frozenset[str], type[StrEnum]]] = {
    frozenset(each): each
    for each in (EvidenceSource, JobKind, JobState, ObstacleKind, Outcome, SessionState, Source)
}
_RENAMED: Final = {"Event": "JobEvent", "Field": "FieldReport", "Photo": "KeptPhoto"}
"""Names that a browser has for something else."""
_BETWEEN = re.compile(r"(?<=// <answers>\n).*?(?=// </answers>\n)", re.S)


def filled(page: str) -> str:
    """The page with the types as they are now."""
    found, count = _BETWEEN.subn(lambda _: typescript(), page)
    assert count == 1, "the page has its two marks once"
    return found


def typescript() -> str:
    """A type for each answer of `ROOTS` and for what they hold."""
    shapes = openapi.document()["components"]["schemas"]
    named: dict[str, str] = {}
    enums = "".join(
        _wrapped(f"export type {each.__name__} = ", " | ".join(f'"{value}"' for value in each))
        for each in _ENUMS.values()
    )
    waiting = list(ROOTS)
    while waiting:
        name = waiting.pop(0)
        if name not in named:
            named[name] = _wrapped(f"export type {_name(name)} = ", _typed(shapes[name]))
            waiting += _refs(shapes[name])
    return enums + "".join(named.values())


def _wrapped(head: str, body: str) -> str:
    """On lines that break between members, or between the values of an enumeration."""
    kept = re.sub(r"(?<=[^;{|]) (?=[^}|])", "\0", body) if "{" in body else body
    lines = textwrap.wrap(f"{head}{kept};", 100, subsequent_indent="  ", break_on_hyphens=False)
    return "\n".join(lines).replace("\0", " ") + "\n"


def _name(ref: str) -> str:
    name = ref.rpartition("/")[2]
    return _RENAMED.get(name, name)


def _refs(shape: Any) -> Iterator[str]:
    if isinstance(shape, dict):
        if "$ref" in shape:
            yield shape["$ref"].rpartition("/")[2]
        for each in shape.values():
            yield from _refs(each)
    if isinstance(shape, list):
        for each in shape:
            yield from _refs(each)


def _one_of(values: list[str | None]) -> str:
    """An enumeration by its name; its values where it has none."""
    words = [each for each in values if each is not None]
    known = _ENUMS.get(frozenset(words))
    named = [known.__name__] if known else [f'"{each}"' for each in words]
    return " | ".join([*named, "null"] if None in values else named)


_PLAIN = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}


def _typed(shape: dict[str, Any]) -> str:
    match shape:
        case {"$ref": str(ref)}:
            return _name(ref)
        case {"enum": list(values)}:
            return _one_of(values)
        case {"anyOf": list(several)} | {"oneOf": list(several)}:
            return " | ".join(dict.fromkeys(_typed(each) for each in several))
        case {"type": list(kinds)}:
            return " | ".join(_typed(shape | {"type": each}) for each in kinds)
        case {"const": bool(value)}:
            return str(value).lower()
    return _compound(shape)


def _compound(shape: dict[str, Any]) -> str:
    match shape:
        case {"type": "array", "items": dict(items)}:
            inner = _typed(items)
            return f"({inner})[]" if " | " in inner else f"{inner}[]"
        case {"properties": dict(members)}:
            needed = shape.get("required", ())
            listed = (
                f"{name}{'' if name in needed else '?'}: {_typed(each)}"
                for name, each in members.items()
            )
            return "{ " + "; ".join(listed) + " }"
        case {"additionalProperties": dict(values)}:
            return f"Record<string, {_typed(values)}>"
    return _PLAIN[shape["type"]]
