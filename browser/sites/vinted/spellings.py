"""Which spellings of one value are equal, between what was approved and what the page sends.

Texts without what the site trims, numbers in any form, ids as numbers or texts. Where a value
stands in a call is `payload`'s.
"""

import re
from decimal import Decimal, InvalidOperation
from typing import Any


def plain(text: str) -> str:
    """A text without what the site trims by itself, and with its line ends in one spelling."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def same_words(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def number(sent: Any) -> Decimal | None:
    if isinstance(sent, bool) or not isinstance(sent, int | float | Decimal | str):
        return None
    try:
        amount = Decimal(str(sent).strip())
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def site_id(sent: Any) -> str | None:
    """An id as a text; None for what is none."""
    if isinstance(sent, bool) or not isinstance(sent, int | str):
        return None
    text = str(sent).strip()
    return text if text.isascii() and text.isdigit() else None


def same_value(sent: str, chosen: str) -> bool:
    """As words, as numbers (`52.0` and `52`), or as a book's number without its dashes."""
    amount = number(sent)
    bare = (re.sub(r"[\s-]", "", sent), re.sub(r"[\s-]", "", chosen))
    same_number = amount is not None and amount == number(chosen)
    return same_number or same_words(*bare) or same_words(sent, chosen)
