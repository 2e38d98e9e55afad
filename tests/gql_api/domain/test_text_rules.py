"""How a text of one line is read: entities, blanks, and what cannot be meant."""

import pytest

from gql_api.domain.inputs import AnswersInput, PrepareInput, SessionInput, read
from gql_api.errors import InvalidInput

SOUND = {"title": "Hoodie", "price": 35, "description": "Bon &eacute;tat"}


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("H&amp;M", "H&M"),
        ("Homme &gt; Sweats", "Homme > Sweats"),
        ("Levi&#39;s &#xE9;t&eacute;", "Levi's été"),
        (" deux\r\n\tlignes&nbsp;&#10;&NewLine;ici ", "deux lignes ici"),
        ("&amp;lt;", "&lt;"),
        ("R&D, black &copyright", "R&D, black &copyright"),
        ("&nothing; &#0; &#1; &#12; &#xD800; &#99999999;",) * 2,
    ],
)
def test_entities_are_read_once_and_runs_of_blanks_are_one(sent: str, text: str) -> None:
    """An ampersand without a semicolon, and what names no character, stays what it is."""
    found = read(PrepareInput, SOUND | {"title": sent, "category_hint": sent, "material": sent})
    assert (found.title, found.category_hint, found.material) == (text, text, text)
    assert read(AnswersInput, {"answers": {"brand": sent}}).answers == {"brand": text}


def test_a_text_of_several_lines_is_left_as_it_is_written() -> None:
    assert read(PrepareInput, SOUND).description == "Bon &eacute;tat"


@pytest.mark.parametrize("sent", ["&nbsp;", " &#32;&Tab; ", "a\x0bb", "\x1b"])
def test_what_cannot_be_meant_is_refused_by_name(sent: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read(PrepareInput, SOUND | {"title": sent})
    assert refused.value.field == "title"


@pytest.mark.parametrize(
    "sent",
    [
        "Mozilla/5.0 (X11)",
        "User-Agent: Mozilla/5.0 (X11)",
        "user-agent:Mozilla/5.0 (X11)\r\n",
        '"Mozilla/5.0 (X11)"',
        "'User-Agent: Mozilla/5.0 (X11)'",
        '"user-agent": "Mozilla/5.0 (X11)"',
    ],
)
def test_of_a_browsers_name_the_headers_own_and_the_quotes_go(sent: str) -> None:
    found = read(SessionInput, {"cookie": "a=b", "user_agent": sent})
    assert found.user_agent == "Mozilla/5.0 (X11)"


def test_a_browsers_name_that_would_be_nothing_without_them_stays() -> None:
    found = read(SessionInput, {"cookie": "a=b", "user_agent": "User-Agent: x"})
    assert found.user_agent == "User-Agent: x"
