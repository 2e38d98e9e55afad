"""The bodies of answers, each fetched from the browser once, whoever reads it.

Several of us read the same small answers. What they say is the readers' business, and how long one
may take theirs, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from playwright.async_api import Response

_MOST_BYTES: Final = 64_000
"""Larger ones are not kept: they would stay as long as their page."""
_known: Final[WeakKeyDictionary[Response, bytes]] = WeakKeyDictionary()


async def body_of(response: Response) -> bytes:
    """What was answered; raises Playwright's Error when it is gone with its page."""
    if (known := _known.get(response)) is not None:
        return known
    body = await response.body()
    if len(body) <= _MOST_BYTES:
        _known[response] = body
    return body
