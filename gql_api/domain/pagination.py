"""Pages of a list, newest first: how long one may be, and the cursor at which the next one begins.

A cursor is the moment at which something came to be, in microseconds, and its id, which tells what
came to be in the same microsecond apart. Callers take it as it is.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from browser.messages import Message
from gql_api.errors import InvalidInput

PAGE: Final = 50
MAX_PAGE: Final = 100
CURSOR: Final = "^[0-9]{1,17}(_[0-9A-Za-z-]{1,64})?$"
"""Without an id as earlier releases gave it, which a front end may have kept."""
ROW_CURSOR: Final = "^[0-9]{1,9}$"
"""Of the rows of a file, which have their lines."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Listed(Protocol):
    """What stands in a list."""

    @property
    def id(self) -> str:
        """Tells it from all others."""

    @property
    def created_at(self) -> datetime:
        """When it came to be."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """The last one of the page before; without an id all of its moment were on that page."""

    created_at: datetime
    id: str | None = None


def page_of(first: int | None) -> int:
    """How many a page has, where so many may be asked for."""
    if first is None:
        return PAGE
    if not 1 <= first <= MAX_PAGE:
        raise InvalidInput(Message("first: from 1 to {most}", most=MAX_PAGE), field="first")
    return first


def cursor(one: Listed) -> str:
    """The place of one in the list of all."""
    return f"{(one.created_at - _EPOCH) // timedelta(microseconds=1)}_{one.id}"


def page_start(after: str | None) -> PageStart | None:
    """Where the page begins that a cursor stands for; None for the first one."""
    if after is None:
        return None
    if re.fullmatch(CURSOR, after) is None:
        raise InvalidInput("after: give a cursor of this list", field="after")
    moment, _, last = after.partition("_")
    return PageStart(_EPOCH + timedelta(microseconds=int(moment)), last or None)


def row_after(after: str | None) -> int:
    """The line behind which a page of rows begins; 0 for the first one."""
    if after is None:
        return 0
    if re.fullmatch(ROW_CURSOR, after, re.ASCII) is None:
        raise InvalidInput("after: give a cursor of this list", field="after")
    return int(after)
