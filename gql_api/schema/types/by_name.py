"""How a value is shown by a type that has members of the same names; the others are given."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

Shown = TypeVar("Shown")


def by_name(shown: Callable[..., Shown], value: object, /, **others: Any) -> Shown:
    """What a type shows of a value: every member as the value has it, except for `others`."""
    same = {name: getattr(value, name) for name in _names(shown) if name not in others}
    return shown(**same, **others)


@cache
def _names(shown: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(shown) if each.init)
