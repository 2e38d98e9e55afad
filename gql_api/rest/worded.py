"""The OpenAPI document in other words: its descriptions and summaries are texts, as any answer's.

`openapi` makes it in English; `texts` says what each is in the caller's language. Names, examples
and the phrases of statuses are the same in every language.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final

_TEXTS: Final = frozenset({"description", "summary"})
_EXAMPLES: Final = frozenset({"example", "examples"})
_PHRASES: Final = frozenset(status.phrase for status in HTTPStatus)


def worded(value: Any, put: Callable[[str], str]) -> Any:
    """The document, or a part of it, with each of its texts as `put` has it."""
    if isinstance(value, list):
        return [worded(each, put) for each in value]
    if not isinstance(value, dict):
        return value
    return {name: _member(name, member, put) for name, member in value.items()}


def _member(name: str, value: Any, put: Callable[[str], str]) -> Any:
    if name in _EXAMPLES:
        return value
    if name in _TEXTS and isinstance(value, str):
        return value if value in _PHRASES else put(value)
    return worded(value, put)
