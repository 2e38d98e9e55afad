"""Headings of pages without what is secret in them, so that they can be stored and told.

Owns what counts as secret in a line that a site wrote: names that are given, mail addresses, and
whatever looks like a number or an id of somebody. Which line is told is the callers' matter.
"""

import re
from collections.abc import Iterable
from typing import Final

_MASK: Final = "…"
_LONGEST: Final = 200
_SECRET: Final = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # a mail address
    r"|https?://\S+"
    r"|\b(?:[0-9a-f]{1,4}:){2,}[0-9a-f:]*"  # an address of IPv6
    r"|\b(?=[\w-]*\d)[\w-]{16,}"  # an id, or a token
    r"|\+?\(?\d(?:[\s().\-/]?[\d*•]){3,}",  # a phone, a card, an address of IPv4, any longer number
    re.IGNORECASE,
)


def masked(text: str | None, secrets: Iterable[str | None] = ()) -> str | None:
    """The text in one line, with a mark in the place of what is secret; None for nothing."""
    line = " ".join((text or "").split())
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        line = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", _MASK, line, flags=re.IGNORECASE)
    return _SECRET.sub(_MASK, line)[:_LONGEST].strip() or None
