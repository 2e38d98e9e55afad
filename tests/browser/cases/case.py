"""One case: what is switched on, what is sold, and what must come out.

Owns the shape of a case. What is expected comes from the contract and the facts about the page,
never from what the code does; running a case is test_cases.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

BOTH = ("august", "may")
STORED: Mapping[str, Any] = {
    "catalog_id": 267,
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
STORED_PLAIN: Mapping[str, Any] = {
    "catalog_id": 2328,
    "condition_id": 3,
    "price": 24.5,
    "package_size_id": 1,
    "push_up": False,
    "ai_photo": False,
}
"""And the plain listing, which has neither brand nor size nor colour."""


@dataclass(frozen=True)
class Case:
    """`expected` is a submission's outcome, `asked` for questions, or the name of an error.

    What is sold is the hoodie; `plain` is for what is not about lists, and takes half the time.
    `named` are the fields that questions or errors must name; `stored` what the market must hold
    of the item, by default what is sold. Without `published` no publish call may reach the market.
    """

    name: str
    switches: Mapping[str, Any]
    expected: str = "published"
    listing: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    reason: str | None = None
    named: frozenset[str] = frozenset()
    plain: bool = False
    stored: Mapping[str, Any] | None = None
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

    @property
    def held(self) -> Mapping[str, Any]:
        """What the market must hold of the item."""
        return self.stored or (STORED_PLAIN if self.plain else STORED)
