"""Pages of a list, newest first: how long one may be, and the cursor at which the next one begins.

A cursor is the moment at which something came to be, in microseconds. Callers take it as it is.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from browser.messages import Message
from gql_api.errors import InvalidInput

PAGE: Final = 50
MAX_PAGE: Final = 100
CURSOR: Final = "^[0-9]{1,17}$"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def page_of(first: int | None) -> int:
    """How many a page has, where so many may be asked for."""
    if first is None:
        return PAGE
    if not 1 <= first <= MAX_PAGE:
        raise InvalidInput(Message("first: from 1 to {most}", most=MAX_PAGE), field="first")
    return first


def cursor(created_at: datetime) -> str:
    """The place of what came to be then in the list of all."""
    return str((created_at - _EPOCH) // timedelta(microseconds=1))


def moment(after: str | None) -> datetime | None:
    """The moment that a cursor stands for."""
    if after is None:
        return None
    if re.fullmatch(CURSOR, after) is None:
        raise InvalidInput("after: give a cursor of this list", field="after")
    return _EPOCH + timedelta(microseconds=int(after))
