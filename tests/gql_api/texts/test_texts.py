"""Every text that a caller may be shown has its French, and `Accept-Language` chooses.

How many texts other languages lack is counted in `docs/languages.md`.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import ValidationError

from gql_api import texts
from gql_api.console.problems import as_html, documented
from gql_api.domain import inputs
from gql_api.texts import say, speaking
from gql_api.texts.accepted import preferred
from gql_api.texts.table import Table
from tests.gql_api.spoken import PASSED_ON, everything

PAGE = Path(__file__).parents[3] / "docs" / "languages.md"
COMPLETE = ("de", "fr")
WRONG: list[Any] = [
    None, True, "", "x", "x" * 100_001, "\ud800", "\x00", 0, -1, 10**9, 1.234, "NaN", "1e400", [],
    ["x"] * 21, {}, {"a": 3}, {str(number): "x" for number in range(51)}, {"a": "x" * 201},
    "2026-01-01", "2026-01-01T10:00:00", 1e30, "2026-13-01T00:00:00Z", " ",
]  # fmt: skip
HOLE = re.compile(r"\{(\d+)(?::(?:say|must|number))?\}")


def _templates() -> frozenset[str]:
    return frozenset(said.template for said in everything() if said.template is not None)


def test_every_place_that_says_something_shows_what_it_says() -> None:
    hidden = [said for said in everything() if said.template is None]
    strange = [f"{said.place} {said.source}" for said in hidden if said.source not in PASSED_ON]
    assert not strange, (
        f"{strange}: write the text there, as a literal or an f-string; where it is handed on from "
        "a place that is looked at itself, add the expression to PASSED_ON in spoken.py"
    )


def test_the_texts_are_found() -> None:
    """The search itself is held: it knows each kind of place."""
    assert _templates() >= {
        "There is no job with this id.",
        "Account {} has {} jobs waiting already. Wait for some of them, or cancel them.",
        "Send at most {} bytes in one request.",
        "several fit",
        "same path",
        "{}: only the first {} are kept",
        "this market sells in {}",
        "is longer than {} characters: send a UUID",
        " Nearest on the page: {}.",
        "the disk is full, or a quota or size limit is reached. Make room",
        "the server cannot be reached. Check that PostgreSQL runs, and DATABASE_URL",
        "Too many requests",
        "no Chromium was found; one of these gets it:\n{}",
    }


def test_values_are_apart() -> None:
    """Nobody could tell where one ends and the next begins."""
    assert not [template for template in _templates() if "{}{}" in template]


@pytest.mark.parametrize("language", COMPLETE)
def test_french_and_german_are_complete(language: str) -> None:
    table = texts.TABLES[language]
    lacking = {
        said.template: said.place
        for said in everything()
        if said.template is not None and said.template not in table
    }
    lines = "\n".join(f"    {text!r}: '…',  # {place}" for text, place in lacking.items())
    assert not lacking, f"add to the table that fits in gql_api/texts/{language}:\n{lines}"


@pytest.mark.parametrize("language", sorted(texts.TABLES))
def test_a_table_holds_nothing_that_is_never_said(language: str) -> None:
    known = _templates() | _of_pydantic()
    idle = [text for text in texts.TABLES[language] if text not in known]
    assert not idle, "no place in the source says these: remove them, or follow the new wording"


@cache
def _of_pydantic() -> frozenset[str]:
    """The templates of pydantic's messages, by the table's own: they are in no source of ours."""
    messages = {*_messages(), "Value error, x"}
    alone = {text: Table({text: ""}) for text in texts.TABLES["fr"]}
    return frozenset(
        text
        for text, table in alone.items()
        if any(table.find(message) is not None for message in messages)
    )


def _messages() -> Iterator[str]:
    """What pydantic says of every member of every input, given every kind of wrong value."""
    models = (
        inputs.SessionInput, inputs.PrepareInput, inputs.PublishInput, inputs.AnswersInput,
        inputs.ResolveInput,
    )  # fmt: skip
    for model in models:
        given: list[Any] = [{name: wrong} for name in model.model_fields for wrong in WRONG]
        for data in [[], {}, *given]:
            try:
                model.model_validate(data)
            except ValidationError as error:
                yield from (item["msg"] for item in error.errors(include_input=False))


def test_what_pydantic_says_is_said_in_french() -> None:
    table = texts.TABLES["fr"]
    assert not sorted({message for message in _messages() if table.find(message) is None})


@pytest.mark.parametrize("language", sorted(texts.TABLES))
def test_a_translation_uses_every_value(language: str) -> None:
    """But for pydantic's, whose values say less than our words."""
    table = texts.TABLES[language]
    for text in table:
        if "{}" in text and text in _templates():
            said = table[text]
            used = {int(number) for number in HOLE.findall(said)}
            assert used == set(range(text.count("{}"))), text
            assert not re.search(r"[{}]", HOLE.sub("", said)), text


@pytest.mark.parametrize("language", sorted(texts.LANGUAGES - {texts.SOURCE}))
def test_the_page_counts_what_a_language_lacks(language: str) -> None:
    wanted = _templates() | _of_pydantic()
    lacking = sum(text not in texts.TABLES[language] for text in wanted)
    row = re.search(rf"^\| `{language}` \| .* \| (\d+) \|$", PAGE.read_text(), re.MULTILINE)
    assert row and int(row[1]) == lacking, (
        f"write {lacking} in the row of `{language}` in docs/languages.md"
    )


@pytest.mark.parametrize(
    ("field", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("*", "en"),
        ("fr", "fr"),
        ("FR-ca", "fr"),
        ("fr-CA-x-private, en;q=0.5", "fr"),
        ("pl, fr;q=0.4, en;q=0.3", "fr"),
        ("en-GB,en;q=0.9,fr;q=0.8", "en"),
        ("en;q=0.2, fr;q=0.8", "fr"),
        ("fr, en", "fr"),
        ("fr;q=0", "en"),
        ("fr ; q=0.001", "fr"),
        ("*, fr;q=0.5", "en"),
        ("frr", "en"),
        ("fr;q=2, é, ;;;", "en"),
        ("fr;level=1, en", "en"),
        ("pl," * 1000 + "fr", "en"),
    ],
)
def test_the_field_chooses_the_language(field: str | None, language: str) -> None:
    assert preferred(field, {"en", "fr"}, "en")[0] == language


@pytest.mark.parametrize(
    ("field", "languages"),
    [
        ("de, fr;q=0.8", ("de", "fr", "en")),
        ("fr;q=0.5, de-AT", ("de", "fr", "en")),
        ("de, en;q=0.9, fr;q=0.8", ("de", "en")),
        ("de, *;q=0.9, fr;q=0.8", ("de", "en")),
        ("de-CH, de;q=0.9, fr;q=0", ("de", "en")),
        ("pl, *;q=0", ("en",)),
    ],
)
def test_the_field_says_which_language_comes_next(field: str, languages: tuple[str, ...]) -> None:
    assert preferred(field, {"en", "fr", "de"}, "en") == languages


def test_what_a_language_lacks_is_said_in_the_callers_next_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    german = Table({"several fit": "mehrere passen"})
    monkeypatch.setattr(texts, "TABLES", {**texts.TABLES, "de": german})
    lacking = "There is no job with this id."
    with speaking("de, fr;q=0.8") as speech:
        assert say("several fit") == "mehrere passen"
        assert say(lacking) == texts.TABLES["fr"][lacking]
    assert speech.headers() == {"Content-Language": "de, fr"}
    with speaking("de, en;q=0.9, fr;q=0.8") as speech:
        assert (say("several fit"), say(lacking)) == ("mehrere passen", lacking)
    assert speech.headers() == {"Content-Language": "de, en"}


def test_values_keep_their_place_and_may_be_texts_themselves() -> None:
    table = Table(
        {
            "{} of {}": "{1} : {0}",
            "{} is of {}, not": "{0} !",
            "{}: {}": "{0} : {1:must}",
            "red": "rouge",
            "near {}.": "près de {0:say}.",
            "send {}": "envoyez {0:number}",
        }
    )
    assert table.find("red") == "rouge"
    assert table.find("3 of 4") == "4 : 3"
    assert table.find("3 is of 4, not") == "3 !"
    assert table.find("color: red") == "color : rouge"
    assert table.find("color: blue") is None
    assert table.find("near red.") == "près de rouge."
    assert table.find("near blue.") == "près de blue."
    assert table.find("send 26,214,400") == "envoyez 26\u202f214\u202f400"
    assert table.find("near {0.__class__}.") == "près de {0.__class__}."
    assert table.find("{} of {}") == "{} : {}"


def test_a_callers_own_words_take_no_time_and_no_depth() -> None:
    table = texts.TABLES["fr"]
    assert table.find("a: " * 600) is None
    assert table.find(" is not JSON" * 150) is None
    assert table.find("x" * 1_000_000) is None


async def test_a_refusal_is_said_in_the_callers_language(client: httpx.AsyncClient) -> None:
    asked = {"Accept-Language": "fr-FR,fr;q=0.9,en;q=0.8"}
    french = await client.get("/vinted/jobs/none", headers=asked)
    body = french.json()
    assert (body["title"], body["code"]) == ("Introuvable", "job_not_found")
    assert body["detail"] == "Aucune tâche n'a cet identifiant."
    assert french.headers["content-language"] == "fr"
    assert "Accept-Language" in french.headers["vary"]
    english = await client.get("/vinted/jobs/none")
    assert english.json()["detail"] == "There is no job with this id."
    assert english.headers["content-language"] == "en"
    assert "Accept-Language" in english.headers["vary"]
    other = await client.get("/vinted/jobs/none", headers={"Accept-Language": "pl"})
    assert (other.json()["detail"], other.headers["content-language"]) == (
        "There is no job with this id.",
        "en",
    )


async def test_every_wrong_member_is_named_in_french(client: httpx.AsyncClient) -> None:
    given = {"title": "x" * 101, "price": 1.234, "dry_run": "no", "description": "d"}
    answer = await client.post(
        "/vinted/listings/prepare", json=given, headers={"Accept-Language": "fr"}
    )
    body = answer.json()
    assert body["detail"] == "title\u00a0: doit compter au plus 100 caractères"
    assert [each["detail"] for each in body["errors"]] == [
        "doit compter au plus 100 caractères",
        "mettez deux décimales au plus",
        "doit être true ou false",
    ]


async def test_an_answer_without_texts_has_no_language(client: httpx.AsyncClient) -> None:
    answer = await client.get("/vinted/auth/check", headers={"Accept-Language": "fr"})
    assert "content-language" not in answer.headers
    assert "Accept-Language" not in answer.headers["vary"]


async def test_graphql_says_its_errors_in_french(client: httpx.AsyncClient) -> None:
    document = """mutation { cancelJob(input: {jobId: "none"}) {
        ... on Error { __typename code message } } }"""
    asked = {"Accept-Language": "fr"}
    answer = await client.post("/graphql", json={"query": document}, headers=asked)
    assert answer.json()["data"]["cancelJob"] == {
        "__typename": "NotFoundError",
        "code": "job_not_found",
        "message": "Aucune tâche n'a cet identifiant.",
    }
    assert answer.headers["content-language"] == "fr"
    assert answer.headers["vary"] == "Accept, Origin, Accept-Language"
    large = "{" + " ".join(f"a{number}: health {{ ok }}" for number in range(40)) + "}"
    refused = await client.post("/graphql", json={"query": large}, headers=asked)
    assert refused.json()["errors"][0]["message"].startswith("L'opération est trop grande")
    again = await client.post("/graphql", json={"query": large})
    assert again.json()["errors"][0]["message"].startswith("The operation is too large")
    none = await client.post("/graphql", json={}, headers=asked)
    assert none.json()["errors"][0]["message"] == "Envoyez une requête (query)."


@pytest.mark.parametrize("language", COMPLETE)
async def test_the_page_of_a_code_explains_it_in_the_callers_language(
    client: httpx.AsyncClient, language: str
) -> None:
    for code, row in documented().items():
        page = (await client.get(f"/problems/{code}", headers={"Accept-Language": language})).text
        for english in (row.when, row.cure or "Nothing to do.", "Said when", "What to do"):
            said = texts.translated(english, language)
            assert said is not None and as_html(said) in page, (code, english)
        assert "`" not in page and "](" not in page


async def test_the_page_of_a_code_is_in_french(client: httpx.AsyncClient) -> None:
    page = await client.get("/problems/session_required", headers={"Accept-Language": "fr"})
    assert '<html lang="fr">' in page.text
    assert "Pas de session utilisable" in page.text
    assert "What to do" not in page.text
