"""One case: what is switched on, what is sold, and what must come out.

Owns the shape of a case. What is expected comes from the contract and the facts about the page,
never from what the code does; running a case is test_cases.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

BOTH = ("august", "may")
STORED: Mapping[str, Any] = {
    "catalog_id": 1811,
    "brand_id": 161,
    "size_id": 209,
    "condition_id": 3,
    "color_ids": (1,),
    "price": 24.5,
    "package_size_id": 1,
    "push_up": False,
    "ai_photo": False,
}
"""The hoodie as the market must hold it."""


@dataclass(frozen=True)
class Case:
    """`expected` is a submission's outcome, `asked` for questions, or the name of an error.

    `named` are the fields that questions or errors must name; `stored` what the market must hold
    of the item. Without `published` no publish call may reach the market.
    """

    name: str
    switches: Mapping[str, Any]
    expected: str = "published"
    listing: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    reason: str | None = None
    named: frozenset[str] = frozenset()
    stored: Mapping[str, Any] = field(default_factory=lambda: STORED)
    held_back: bool = False
    start: Literal["filled", "parked"] = "filled"
    photos: int = 1
    narrow: bool = False
    saves_draft: bool = False
    forms: tuple[str, ...] = ("august",)
    calls: int | None = None
    """Publish calls that may reach the market; without it one for `published`, else none."""
    failing: str = ""
    """Why the case fails today; only until it is mended."""
