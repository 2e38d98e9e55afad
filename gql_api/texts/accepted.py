"""Chooses languages by an `Accept-Language` field: RFC 9110 section 12.5.4, lookup of RFC 4647.

Owns the order of the languages. Reading weights is `quality_values`', what can be said in each
language the tables' matter.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from gql_api.quality_values import preferences

_MAX_LENGTH: Final = 1000
"""Longer than any browser's field; the rest of it is not read."""
_RANGE: Final = re.compile(r"[a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*")


def preferred(field: str | None, offers: Collection[str], default: str) -> tuple[str, ...]:
    """The offers that the field likes, best first and the first of equals before; last the default.

    `fr-CA` is met by `fr`. A range that is not one is passed over. The default, which has every
    text, ends the list, and so does `*`: it likes what the default is as much as anything.
    """
    liked: dict[str, None] = {}
    for tag, weight in sorted(_ranges(field or ""), key=lambda each: -each[1]):
        met = next((shorter for shorter in _shorter(tag) if shorter in offers), None)
        if weight > 0 and (tag == "*" or met == default):
            break
        if weight > 0 and met:
            liked[met] = None
    return (*liked, default)


def _ranges(field: str) -> Iterator[tuple[str, float]]:
    for tag, weight, parameters in preferences(field[:_MAX_LENGTH]):
        if _RANGE.fullmatch(tag) and not parameters:
            yield tag, weight


def _shorter(tag: str) -> Iterator[str]:
    subtags = tag.split("-")
    for end in range(len(subtags), 0, -1):
        yield "-".join(subtags[:end])
