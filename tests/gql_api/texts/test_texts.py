"""Every message has its French and German, and `Accept-Language` chooses.

How many texts other languages lack is counted in `docs/languages.md`.
"""

import copy
import pickle
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import httpx
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from pydantic import ValidationError

from browser.messages import Message, SiteText
from gql_api import texts
from gql_api.console.problems import as_html, documented
from gql_api.domain import input_messages, inputs
from gql_api.domain.input_messages import said_of
from gql_api.texts import say, speaking
from gql_api.texts.accepted import preferred
from tests.gql_api.spoken import PASSED_ON, everything, templates

PAGE = Path(__file__).parents[3] / "docs" / "languages.md"
COMPLETE = ("de", "fr")
WRONG: list[Any] = [
    None, True, "", "x", "x" * 100_001, "\ud800", "\x00", 0, -1, 10**9, 1.234, "NaN", "1e400", [],
    ["x"] * 21, {}, {"a": 3}, {str(number): "x" for number in range(51)}, {"a": "x" * 201},
    "2026-01-01", "2026-01-01T10:00:00", 1e30, "2026-13-01T00:00:00Z", " ",
]  # fmt: skip

NO_JOB = "There is no job with this id. The list of jobs names those that are kept."


def test_every_place_that_says_something_shows_what_it_says() -> None:
    hidden = [said for said in everything() if said.template is None]
    strange = [f"{said.place} {said.source}" for said in hidden if said.source not in PASSED_ON]
    assert not strange, (
        f"{strange}: write the text there, as a literal or a Message; where it is handed on from "
        "a place that is looked at itself, add the expression to PASSED_ON in spoken.py"
    )


def test_the_texts_are_found() -> None:
    """The search itself is held: it knows each kind of place."""
    assert templates() >= {
        NO_JOB,
        "Account {account} has {count} jobs waiting already. Wait for some of them, or cancel "
        "them.",
        "Send at most {limit:,} bytes in one request.",
        "several fit",
        "same path",
        "{name}: only the first {limit} are kept",
        "this market sells in {currency}",
        "is longer than {limit} characters: send a UUID",
        " Nearest on the page: {nearest}.",
        "must be a list",
        "the disk is full, or a quota or size limit is reached. Make room",
        "the server cannot be reached. Check that PostgreSQL runs, and DATABASE_URL",
        "Too many requests",
        "no Chromium was found; one of these gets it:\n{ways}",
    }


def test_a_text_with_values_is_a_message() -> None:
    """An f-string would be a finished sentence, which no catalogue knows."""
    assert not [said for said in everything() if "{}" in (said.template or "")]


def test_the_english_speaks_of_json_and_not_of_python() -> None:
    words = re.compile(r"\b([Tt]uple|[Dd]ictionar|Decimal|[Ii]nstance of)")
    assert not [template for template in templates() if words.search(template)]


@pytest.mark.parametrize("language", sorted(texts.CATALOGUES))
def test_the_catalogues_hold_what_is_said_and_nothing_else(language: str) -> None:
    held = _held(language)
    assert held.keys() == templates(), "run .ci/messages, and fill in what is empty"


@pytest.mark.parametrize("language", COMPLETE)
def test_french_and_german_are_complete(language: str) -> None:
    assert not [template for template, said in _held(language).items() if not said]


@pytest.mark.parametrize("language", sorted(texts.CATALOGUES))
def test_the_compiled_catalogue_is_the_one_that_is_read(language: str) -> None:
    for template, said in _held(language).items():
        if said:
            assert texts.CATALOGUES[language].gettext(template) == said


@pytest.mark.parametrize("language", sorted(texts.CATALOGUES))
def test_a_translation_uses_every_value(language: str) -> None:
    for template, said in _held(language).items():
        if said:
            assert _values(said) == _values(template), template


@pytest.mark.parametrize("language", sorted(texts.CATALOGUES))
def test_a_translation_names_the_members_and_settings_that_the_english_names(language: str) -> None:
    for template, said in _held(language).items():
        if said:
            assert _code_names(said) == _code_names(template), template


def _code_names(text: str) -> set[str]:
    """Names of members, settings and paths, which are the same in every language."""
    named = r"[a-z]+(?:_[a-z\d]+)+|[a-z]+(?:[A-Z][a-z\d]+)+|[A-Z]+(?:_[A-Z]+)+|/[a-z_/.]+"
    return set(re.findall(rf"(?<![\w{{/]){named}", re.sub(r"\{[^}]*\}", "", text)))


def _values(text: str) -> set[tuple[str, str]]:
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None}


def test_french_keeps_its_signs_on_the_line() -> None:
    assert not [said for said in _held("fr").values() if re.search(r" [:;?!»]|« ", said)]


@cache
def _held(language: str) -> dict[str, str]:
    """What a translator has written, by the message."""
    path = texts.LOCALE / language / "LC_MESSAGES" / f"{texts.DOMAIN}.po"
    with path.open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file) if each.id}


def test_what_is_wrong_with_a_member_is_said_in_words_of_ours() -> None:
    """Every member of every input, given every kind of wrong value."""
    known = {*input_messages.SAID.values(), input_messages.EMPTY}
    said = {said_of(item) for item in _wrong()}
    assert {each.msgid for each in said if each.msgid not in known} == {
        "give a moment such as 2026-05-01T12:00:00Z",
        "give a number such as 35 or a decimal string such as '35.50'",
        "give a size from 0 to 9999",
        "name a market by its host, as in www.vinted.fr",
        "name at most 5 colours, each with at most 38 characters",
        "remove the control characters",
        "use 1 to 64 letters, digits, dots, dashes or underscores",
        "use at most two decimals",
        "write more than blanks",
    }
    assert {each.msgid for each in said} > known
    assert "must be at most 1000000" in said


def _wrong() -> Iterator[Mapping[str, Any]]:
    models = (
        inputs.SessionInput, inputs.PrepareInput, inputs.PublishInput, inputs.AnswersInput,
        inputs.ResolveInput, inputs.DefaultsInput,
    )  # fmt: skip
    for model in models:
        given: list[Any] = [{name: wrong} for name in model.model_fields for wrong in WRONG]
        for data in [[], {}, *given]:
            try:
                model.model_validate(data)
            except ValidationError as error:
                yield from error.errors(include_input=False)


@pytest.mark.parametrize("language", sorted(texts.LANGUAGES - {texts.SOURCE}))
def test_the_page_counts_what_a_language_lacks(language: str) -> None:
    lacking = sum(not said for said in _held(language).values())
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
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    german = Catalog(locale="de")
    german.add("several fit", "mehrere passen")
    path = tmp_path / "de" / "LC_MESSAGES" / f"{texts.DOMAIN}.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, german)
    catalogues = {**texts.CATALOGUES, "de": texts.read_catalogue("de", tmp_path)}
    monkeypatch.setattr(texts, "CATALOGUES", catalogues)
    lacking = NO_JOB
    with speaking("de, fr;q=0.8") as speech:
        assert say("several fit") == "mehrere passen"
        assert say(lacking) == texts.CATALOGUES["fr"].gettext(lacking)
    assert speech.headers() == {"Content-Language": "de, fr"}
    with speaking("de, en;q=0.9, fr;q=0.8") as speech:
        assert (say("several fit"), say(lacking)) == ("mehrere passen", lacking)
    assert speech.headers() == {"Content-Language": "de, en"}


def test_values_keep_their_names_and_may_be_messages_themselves() -> None:
    inner = Message(" Tried: {tried}.", tried="a label")
    outer = Message(
        "The page is slow: the field {field} did not come in time.{waited} Nothing was clicked: "
        "try again later.",
        field="price",
        waited=inner,
    )
    assert outer.startswith("The page is slow: the field price did not come in time. Tried: a lab")
    assert " Essayés\u00a0: a label. " in (texts.translated(outer, "fr") or "")
    limit = Message("Send at most {limit:,} bytes in one request.", limit=26_214_400)
    assert limit == "Send at most 26,214,400 bytes in one request."
    assert "26\u202f214\u202f400" in (texts.translated(limit, "fr") or "")


def test_a_value_is_shown_as_it_is() -> None:
    """Though it reads like a message of ours, or like a template."""
    for name in ("several fit", "{0.__class__}", "{limit}"):
        said = Message("{name}: only the first {limit} are kept", name=name, limit=2)
        assert texts.translated(said, "fr") == f"{name}\u00a0: seuls les 2 premiers sont gardés"


@pytest.mark.parametrize("text", ["", "{field}: {detail}", "account: several fit"])
def test_what_is_no_message_stays_as_it_is(text: str) -> None:
    with speaking("fr"):
        assert say(text) == text


def test_the_sites_own_words_stay_though_they_read_like_ours() -> None:
    with speaking("fr"):
        assert say("differs from what was approved") == "diffère de ce qui a été approuvé"
        assert say(SiteText("differs from what was approved")) == "differs from what was approved"


def test_the_sites_own_words_are_in_no_language_of_ours() -> None:
    with speaking("fr") as speech:
        assert say(SiteText("Ajoute au moins une photo")) == "Ajoute au moins une photo"
        assert speech.headers() == {}


@pytest.mark.parametrize("renew", [copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])
def test_a_message_stays_one_through_errors_and_copies(renew: Callable[[str], str]) -> None:
    message = Message("this market sells in {currency}", currency="PLN")
    assert translated_in_french(str(ValueError(message))) == "ce site vend en PLN"
    assert translated_in_french(renew(message)) == "ce site vend en PLN"


def translated_in_french(text: str) -> str:
    with speaking("fr"):
        said = say(text)
    assert type(said) is str
    return said


async def test_a_refusal_is_said_in_the_callers_language(client: httpx.AsyncClient) -> None:
    asked = {"Accept-Language": "fr-FR,fr;q=0.9,en;q=0.8"}
    french = await client.get("/vinted/jobs/none", headers=asked)
    body = french.json()
    assert (body["title"], body["code"]) == ("Introuvable", "job_not_found")
    assert body["detail"] == texts.CATALOGUES["fr"].gettext(NO_JOB)
    assert french.headers["content-language"] == "fr"
    assert "Accept-Language" in french.headers["vary"]
    english = await client.get("/vinted/jobs/none")
    assert english.json()["detail"] == NO_JOB
    assert english.headers["content-language"] == "en"
    assert "Accept-Language" in english.headers["vary"]
    other = await client.get("/vinted/jobs/none", headers={"Accept-Language": "pl"})
    assert (other.json()["detail"], other.headers["content-language"]) == (
        NO_JOB,
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
        "message": texts.CATALOGUES["fr"].gettext(NO_JOB),
    }
    assert answer.headers["content-language"] == "fr"
    assert answer.headers["vary"] == (
        "Accept, Authorization, X-API-Key, Cookie, Origin, Sec-Fetch-Site, Accept-Language"
    )
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
