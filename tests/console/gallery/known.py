"""What the product can say: every outcome, reason and problem code, read from its own lists."""

import re
from pathlib import Path
from typing import Final

from gql_api.console.problems import documented
from gql_api.domain.job import Outcome
from tests.console.seller import catalogue

ERRORS: Final = Path(__file__).parents[3] / "docs" / "errors.md"
WITH_REASONS: Final = ("not_ready", "needs_manual", "outcome_unknown", "published")
NO_REASONS: Final = {
    # What the rows name beside reasons: members, other fields, calls.
    "errors", "heading", "kind", "listing_id", "listing_url", "obstacle", "picture_url", "reason",
    "resolve", "retry_at", "screenshot_b64", "warnings", "lookAgain", "CONFIRM_TTL_SECONDS",
    "outcome_unknown", "published",
}  # fmt: skip
_ROW: Final = re.compile(r"^\| `(\w+)` \| (?:true|false) \| (.*) \|$", re.MULTILINE)


def documented_reasons() -> set[str]:
    """Those that the page of errors tells."""
    rows = _ROW.findall(ERRORS.read_text("utf-8"))
    told = {word for name, row in rows if name in WITH_REASONS for word in _words(row)}
    return told - NO_REASONS


def reasons() -> set[str]:
    """Those, and what more the console has words for."""
    spoken = {key.removeprefix("reason.") for key in catalogue("en") if key.startswith("reason.")}
    return documented_reasons() | spoken


def _words(row: str) -> list[str]:
    return re.findall(r"`(\w+)`", row)


def sayings() -> set[str]:
    """All of them, each behind its kind."""
    return (
        {f"outcome.{each.value}" for each in Outcome}
        | {f"reason.{each}" for each in reasons()}
        | {f"code.{each}" for each in documented()}
    )
