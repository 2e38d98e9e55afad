"""Every problem code has its act, and every outcome and reason its words, in every language."""

import re

import pytest

from gql_api.console.problems import documented
from gql_api.domain.job import Outcome
from tests.console.gallery.known import documented_reasons
from tests.console.seller import APP, catalogue

GUIDANCE = APP / "src" / "screens" / "job" / "guidance.ts"


def test_every_problem_code_has_its_act() -> None:
    table = GUIDANCE.read_text("utf-8").partition("CURES")[2].partition("};")[0]
    known = set(re.findall(r'^  (\w+): "', table, re.MULTILINE))
    assert set(documented()) - known == set()


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_every_outcome_and_reason_has_its_words(language: str) -> None:
    words = catalogue(language)
    assert [each for each in Outcome if f"outcome.{each.name}.text" not in words] == []
    missing = {each for each in documented_reasons() if f"reason.{each}" not in words}
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
