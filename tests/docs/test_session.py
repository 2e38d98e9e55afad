"""The page on the session says the same in both languages, with drawings that load nothing."""

import re
from xml.etree import ElementTree

import pytest

from gql_api.rest.operations import OPERATIONS
from gql_api.schema import schema
from tests.docs.pages import DOCS

PAGE = DOCS / "session.md"
BEGINNINGS = ("\n# The session", "\n# Die Sitzung", "\n## Where this is known from")
DRAWINGS = sorted((DOCS / "session").glob("*.svg"))


def _parts() -> tuple[str, str, str]:
    french, _, rest = PAGE.read_text("utf-8").partition(BEGINNINGS[0])
    english, _, rest = rest.partition(BEGINNINGS[1])
    return french, english, rest.partition(BEGINNINGS[2])[0]


def test_all_languages_have_the_same_parts_drawings_and_calls() -> None:
    parts = _parts()
    for kind in (
        r"^(#{2,3}) ",
        r"\((session/\w+\.svg)\)",
        r"`((?:DELETE|forget)[^`]*)`",
        r"^(\d)\. ",
    ):
        told = [re.findall(kind, part, re.MULTILINE) for part in parts]
        assert told[0] == told[1] == told[2] != [], kind


def test_every_drawing_is_shown_and_every_call_exists() -> None:
    text = PAGE.read_text("utf-8")
    assert len(DRAWINGS) == 3
    assert {f"session/{drawing.name}" for drawing in DRAWINGS} == set(
        re.findall(r"\((session/[^)]+)\)", text)
    )
    routes = {f"{each.method} {each.path}" for each in OPERATIONS}
    assert set(re.findall(r"`(DELETE [^`]+)`", text)) <= routes
    fields = set(schema._schema.mutation_type.fields)  # type: ignore[union-attr]
    assert set(re.findall(r"`(forget\w+)`", text)) <= fields


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda each: each.stem)
def test_a_drawing_says_what_it_shows_and_loads_nothing(drawing: object) -> None:
    root = ElementTree.parse(str(drawing)).getroot()
    kinds = {element.tag.partition("}")[2] for element in root.iter()}
    assert kinds == {"svg", "title", "desc", "rect", "text", "line", "circle"}
    assert not [name for element in root.iter() for name in element.attrib if "href" in name]
