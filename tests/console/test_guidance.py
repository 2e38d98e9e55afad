"""Every problem code has its act, and every outcome and reason its words, in every language."""

import re
from pathlib import Path

import pytest

from gql_api.console.problems import documented
from gql_api.domain.job import Outcome
from tests.console.seller import APP, catalogue

GUIDANCE = APP / "src" / "screens" / "job" / "guidance.ts"
ERRORS = Path(__file__).parents[2] / "docs" / "errors.md"
REASONS = ("not_ready", "needs_manual", "outcome_unknown", "published")
NO_REASONS = {
    # What the rows name beside reasons: members, other fields, calls.
    "errors", "heading", "kind", "listing_id", "listing_url", "obstacle", "picture_url", "reason",
    "resolve", "retry_at", "screenshot_b64", "warnings", "lookAgain", "CONFIRM_TTL_SECONDS",
    *(each.value for each in Outcome),
}  # fmt: skip


def test_every_problem_code_has_its_act() -> None:
    table = GUIDANCE.read_text("utf-8").partition("CURES")[2].partition("};")[0]
    known = set(re.findall(r'^  (\w+): "', table, re.MULTILINE))
    assert set(documented()) - known == set()


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_every_outcome_and_reason_has_its_words(language: str) -> None:
    words = catalogue(language)
    assert [each for each in Outcome if f"outcome.{each.name}.text" not in words] == []
    rows = re.findall(
        r"^\| `(\w+)` \| (?:true|false) \| (.*) \|$", ERRORS.read_text(), re.MULTILINE
    )
    told = {word for name, row in rows if name in REASONS for word in re.findall(r"`(\w+)`", row)}
    missing = {each for each in told - NO_REASONS if f"reason.{each}" not in words}
    assert missing == set()


def test_the_catalogues_have_the_same_places_for_values() -> None:
    english = catalogue("en")
    for language in ("fr", "de"):
        other = catalogue(language)
        assert {key: _places(text) for key, text in english.items()} == {
            key: _places(text) for key, text in other.items()
        }


def _places(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}", text))
