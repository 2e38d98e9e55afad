"""What is pasted into Lovable names what there is, in both languages alike, as other pages do."""

import re
from pathlib import Path

import pytest

from browser.listing import FieldName, ObstacleKind
from browser.progress import Step
from gql_api.domain.job import JobState, Outcome
from gql_api.rest.operations import OPERATIONS
from gql_api.sessions.service import SessionState
from gql_api.settings import Settings
from tests.docs.answers import EXAMPLE, PAGES, filled, typescript
from tests.docs.pages import DOCS, blocks, name, rows

ERRORS = DOCS / "errors.md"
_CODE = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
_REASONS_OF_PEOPLE = {"confirmed_by_person", "not_there_by_person"}


def _block(page: Path) -> str:
    (block,) = blocks(page, "text")
    return block


def _documented() -> set[str]:
    return {name(row[0]) for row in rows(ERRORS)}


def _after(block: str, heading: str) -> str:
    """What stands under a heading, up to the next one in capitals."""
    found = re.search(rf'^[^\n]*"{heading}"[^\n]*\n(.*?)(?=^[A-ZÈ]{{3,}}\b|\Z)', block, re.M | re.S)
    assert found, heading
    return found[1]


def _reasons() -> set[str]:
    """Every reason that the table of outcomes names."""
    _, _, table = ERRORS.read_text("utf-8").partition("## Outcomes")
    named = set(re.findall(r"`([a-z_]+)`", table))
    members = {
        *("confirm_token", "kind", "heading", "listing_id", "listing_url", "listing_urls"),
        *("obstacle", "ok", "outcome", "picture_url", "questions", "reason", "retry_at"),
        *("screenshot_b64", "warnings", "errors", "resolve"),
    }
    return named - members - {str(each) for each in Outcome} | {"questions"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
class TestPage:
    def test_it_has_the_types_of_the_answers_as_they_are(self, page: Path) -> None:
        assert filled(page.read_text("utf-8")) == page.read_text("utf-8"), "run .ci/answers"

    def test_its_routes_exist(self, page: Path) -> None:
        routes = {f"{each.method} {each.path}" for each in OPERATIONS}
        named = re.findall(r"(GET|POST|DELETE) \{BASE\}([/\w{}]+)", _block(page))
        called = {f"{method} {path.replace('job_id', 'id')}" for method, path in named}
        suggested = {each.replace("/suggest/category", "/suggest/{field}") for each in called}
        assert len(called) >= 10
        assert suggested <= routes | {"GET /vinted/suggest/{field}"}

    def test_it_says_what_to_show_for_every_outcome_and_reason(self, page: Path) -> None:
        shown = _after(_block(page), "outcome")
        assert all(re.search(rf"\b{outcome}\b", shown) for outcome in Outcome)
        assert len(_reasons()) > 10
        missing = {each for each in _reasons() | _REASONS_OF_PEOPLE if each not in shown}
        assert missing == set()

    def test_its_codes_exist(self, page: Path) -> None:
        codes = set(_CODE.findall(_after(_block(page), "code")))
        named = {"listing_url", "request_id", "job_id", "retry_at", "resting_until"}
        assert len(codes) > 20
        assert codes - named <= _documented()

    def test_it_knows_every_state(self, page: Path) -> None:
        block = _block(page)
        states = [*SessionState, *JobState, *ObstacleKind]
        assert all(re.search(rf"\b{state}\b", block) for state in states)

    def test_it_names_every_step_that_is_no_field(self, page: Path) -> None:
        steps = re.search(r"\bstep\b[^()]*\(([^)]*)\)", _block(page).partition("6. GET")[2])
        assert steps
        named = set(re.findall(r"\b[a-z_]+\b", steps[1].partition(":")[2])) & set(Step)
        fields = {Step.SAVE_DRAFT, *(step for step in Step if str(step) in set(FieldName))}
        assert named - fields == set(Step) - fields

    def test_its_settings_exist(self, page: Path) -> None:
        named = set(re.findall(r"`?\b((?:AUTH|CORS|API|MOCK)_[A-Z_]+)\b", page.read_text("utf-8")))
        assert len(named) > 5
        assert named <= {field.upper() for field in Settings.model_fields}


def test_the_example_has_the_same_types() -> None:
    assert EXAMPLE.read_text("utf-8") == typescript(), "run .ci/answers"


def test_both_languages_say_the_same() -> None:
    french, english = (set(_CODE.findall(_block(page))) for page in PAGES)
    assert french == english
    calls = [re.findall(r"(?m)^(?:GET|POST|\d+\. (?:GET|POST)) \S+", _block(p)) for p in PAGES]
    assert calls[0] == calls[1] != []


def test_it_agrees_with_the_pages_beside_it() -> None:
    replit, socket = ((DOCS / each).read_text("utf-8") for each in ("replit.md", "graphql.md"))
    for page in PAGES:
        text = page.read_text("utf-8")
        assert "https://*.lovable.app" in text and "https://*.lovable.app" in replit
        assert "API_KEYS" in text and "API_KEYS" in replit
        codes = set(re.findall(r"\b44\d\d\b", text))
        assert codes and all(f"| {code} |" in socket for code in codes)
    assert "lovable.md" in replit and "lovable.md" in socket
