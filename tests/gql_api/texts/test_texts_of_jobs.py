"""What a job is told to have come to, in the language of whoever asks; it is stored in English."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from browser.errors import SiteLayoutChanged
from browser.listing import FieldReport, Option, Question, RankedOption
from browser.messages import Message, SiteText
from gql_api.db.job_mapper import result_text
from gql_api.domain.job import Outcome, Problem, Result
from gql_api.domain.results import of_error
from gql_api.http.addresses import Media
from gql_api.rest.bodies import session_checked
from gql_api.schema.types.jobs import JobResult
from gql_api.sessions.service import SessionState, SessionStatus
from gql_api.texts import say, speaking
from tests.gql_api.serving import served

SESSION = {"cookie": "access_token_web=demo", "user_agent": "Mozilla/5.0 (X11; Linux x86_64)"}
LISTING = {"title": "Hoodie", "price": 35, "description": "Bon état", "photos": []}
FRENCH = {"Accept-Language": "fr"}
GONE = "qui n'existe pas"
GONE_IN_ENGLISH = "which is not there"
WATCH = """subscription($id: ID!) { listingProgress(jobId: $id) { problem { code message } } }"""


@pytest.fixture(scope="module")
async def seller(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a service whose browser was taken away, so that every job fails at once."""
    folder = tmp_path_factory.mktemp("texts")
    chromium = folder / "chromium"
    chromium.write_text("#!/bin/sh\n")
    chromium.chmod(0o755)
    async with (
        served(folder, CHROMIUM_PATH=str(chromium)) as base,
        httpx.AsyncClient(base_url=base, timeout=60) as client,
    ):
        chromium.unlink()
        await client.post("/vinted/auth/session", json=SESSION)
        yield client


async def _failed(seller: httpx.AsyncClient, key: str, **headers: str) -> dict[str, Any]:
    answer = await seller.post(
        "/vinted/listings/prepare", json=LISTING, headers={"Idempotency-Key": key} | headers
    )
    assert answer.status_code == 503
    body: dict[str, Any] = answer.json()
    return body


async def test_a_failed_job_is_told_and_replayed_in_each_callers_language(
    seller: httpx.AsyncClient,
) -> None:
    first = await _failed(seller, "one", **FRENCH)
    assert first["title"] == "Indisponible pour le moment"
    assert first["detail"].endswith(GONE)
    again = await _failed(seller, "one")
    assert again["job_id"] == first["job_id"]
    assert again["detail"].endswith(GONE_IN_ENGLISH)
    job = await seller.get(f"/vinted/jobs/{first['job_id']}", headers=FRENCH)
    assert job.json()["problem"] == {"code": "browser_missing", "detail": first["detail"]}


async def test_events_are_told_in_the_readers_language(seller: httpx.AsyncClient) -> None:
    job_id = (await _failed(seller, "two"))["job_id"]
    stream = await seller.get(f"/vinted/jobs/{job_id}/events", headers=FRENCH)
    assert stream.headers["content-language"] == "fr"
    events = [json.loads(line[6:]) for line in stream.text.splitlines() if line[:5] == "data:"]
    assert events[-1]["problem"]["detail"].endswith(GONE)


@pytest.mark.parametrize(
    ("headers", "payload", "message"),
    [
        (FRENCH, {}, GONE),
        ({}, {"acceptLanguage": "fr-CH, en;q=0.5"}, GONE),
        ({}, {"Accept-Language": "fr"}, GONE),
        ({}, {"acceptLanguage": 3}, GONE_IN_ENGLISH),
        (FRENCH, {"acceptLanguage": "en"}, GONE_IN_ENGLISH),
    ],
)
async def test_a_socket_speaks_as_its_handshake_or_its_first_message_asks(
    seller: httpx.AsyncClient, headers: dict[str, str], payload: dict[str, Any], message: str
) -> None:
    job_id = (await _failed(seller, "three"))["job_id"]
    address = f"{seller.base_url}".replace("http", "ws").rstrip("/") + "/graphql"
    protocol = Subprotocol("graphql-transport-ws")
    asked = {"query": WATCH, "variables": {"id": job_id}}
    async with connect(address, subprotocols=[protocol], additional_headers=headers) as socket:
        await socket.send(json.dumps({"type": "connection_init", "payload": payload}))
        await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": asked}))
        async with asyncio.timeout(10):
            heard = [json.loads(text) async for text in _until_complete(socket)]
    told = [each["payload"]["data"]["listingProgress"]["problem"] for each in heard[1:]]
    assert told[-1]["message"].endswith(message)


async def test_the_older_socket_speaks_as_its_handshake_asks(seller: httpx.AsyncClient) -> None:
    address = f"{seller.base_url}".replace("http", "ws").rstrip("/") + "/ws"
    async with (
        connect(address, additional_headers={"Accept-Language": "pl, fr;q=0.5"}) as french,
        connect(address) as english,
    ):
        job_id = (await _failed(seller, "four"))["job_id"]
        for socket, ending in ((french, GONE), (english, GONE_IN_ENGLISH)):
            async with asyncio.timeout(10):
                heard = [event async for event in _until_failed(socket)]
            assert heard[-1]["jobId"] == job_id
            assert heard[-1]["problem"]["message"].endswith(ending)


async def _until_failed(socket: Any) -> AsyncIterator[dict[str, Any]]:
    async for text in socket:
        yield json.loads(text)
        if json.loads(text)["problem"]:
            return


async def _until_complete(socket: Any) -> AsyncIterator[str]:
    async for text in socket:
        if json.loads(text)["type"] == "complete":
            return
        yield text


def test_what_was_chosen_and_what_is_asked_is_said_in_french() -> None:
    option = RankedOption(Option("5", "M", ()), 0.8, "same letter")
    result = Result(
        outcome=Outcome.NOT_READY,
        reason="questions",
        fields=(FieldReport("size", "M", "M", score=0.8, reason="likely spelling"),),
        questions=(Question("size", "M", "several fit", (option,)),),
        warnings=(Message("{name}: only the first {limit} are kept", name="color", limit=2),),
        errors={
            "price": Message("this market sells in {currency}", currency="PLN"),
            "title": SiteText("Le titre est trop court"),
        },
    )
    with speaking("fr") as speech:
        told = JobResult.of(result, "job.1")
    assert told.reason == "questions"
    assert told.fields[0].reason == "orthographe probable"
    assert told.questions[0].reason == "plusieurs choix correspondent"
    assert told.questions[0].candidates[0].reason == "même lettre"
    assert told.warnings == ["color\u00a0: seuls les 2 premiers sont gardés"]
    assert [each.message for each in told.site_errors] == [
        "ce site vend en PLN",
        "Le titre est trop court",
    ]
    assert speech.headers() == {"Content-Language": "fr"}  # the site's words are nobody's


def test_a_changed_page_is_told_in_french_with_what_is_near() -> None:
    error = SiteLayoutChanged("price", ("a label", "an id"), ("Prix TTC",))
    problem = of_error(error).problem
    assert problem is not None
    with speaking("fr"):
        assert say(problem.detail) == (
            "La page de vente a changé\u00a0: le champ price n'a été trouvé par aucun des 2 "
            "repères. Essayés\u00a0: a label, an id. Rien n'a été cliqué\u00a0: mettez Fripier à "
            "jour\u00a0; `fripier doctor` dit ce qui a changé d'autre. Au plus proche sur la "
            "page\u00a0: Prix TTC."
        )


@pytest.mark.parametrize(
    ("reason", "said"),
    [("the page is a guest's", "la page est celle d'un visiteur"), ("site_timeout",) * 2],
)
def test_why_a_session_is_in_its_state_is_said_and_codes_stay(reason: str, said: str) -> None:
    status = SessionStatus(account="default", state=SessionState.EXPIRED, reason=reason)
    with speaking("fr"):
        assert session_checked(status, Media("", str, str), None)["reason"] == said


def test_what_a_language_lacks_is_english_and_both_are_named() -> None:
    with speaking("de-AT, pl;q=0.5") as speech:
        assert say("several fit") == "mehrere passen"
        assert speech.headers() == {"Content-Language": "de"}
        assert say("The site's own words.") == "The site's own words."
        assert speech.headers() == {"Content-Language": "de, en"}


def test_texts_inside_texts_are_said_in_german() -> None:
    error = SiteLayoutChanged("price", ("a label", "an id"), ("Prix TTC",))
    problem = of_error(error).problem
    assert problem is not None
    with speaking("de"):
        assert say(problem.detail) == (
            "Die Verkaufsseite hat sich geändert: Das Feld price wurde von keinem der 2 Merkmale "
            "gefunden. Versucht: a label, an id. Nichts wurde geklickt: Aktualisieren Sie Fripier; "
            "`fripier doctor` sagt, was sich sonst geändert hat. Am nächsten kommen auf der Seite: "
            "Prix TTC."
        )


def test_what_is_stored_is_still_said_in_every_language() -> None:
    kept = Message("{name}: only the first {limit} are kept", name="color", limit=2)
    missing = Message("CHROMIUM_PATH names {path}, which is not there", path="/x")
    refused = SiteText("differs from what was approved")
    ours = Message("differs from what was approved")
    question = Question("size", "M", Message("as in {phrase}", phrase="M"), ())
    result = Result(
        problem=Problem("browser_missing", missing),
        questions=(question,),
        warnings=(kept, "several fit"),
        errors={"title": refused, "price": ours},
    )
    stored = result_text.dump_json(result)
    assert json.loads(stored)["errors"]["title"] == "differs from what was approved"
    with speaking("fr"):
        told = JobResult.of(result_text.validate_json(stored), "job.1")
    assert told.warnings == [
        "color\u00a0: seuls les 2 premiers sont gardés",
        "plusieurs choix correspondent",
    ]
    assert told.problem is not None and told.problem.message.endswith(GONE)
    assert told.questions[0].reason == "comme dans M"
    assert {each.field: each.message for each in told.site_errors} == {
        "title": "differs from what was approved",
        "price": "diffère de ce qui a été approuvé",
    }


def test_results_of_the_release_before_are_still_read() -> None:
    """Their sentences were finished; what had values in it stays English."""
    stored = {
        "problem": {
            "code": "browser_missing",
            "detail": f"CHROMIUM_PATH names /x, {GONE_IN_ENGLISH}",
        },
        "warnings": ["color: only the first 2 are kept", "several fit"],
        "errors": {"price": "this market sells in PLN", "title": "several fit"},
    }
    with speaking("fr"):
        told = JobResult.of(result_text.validate_json(json.dumps(stored)), "job.1")
    assert told.problem is not None and told.problem.message.endswith(GONE_IN_ENGLISH)
    assert told.warnings == ["color: only the first 2 are kept", "plusieurs choix correspondent"]
    assert [each.message for each in told.site_errors] == [
        "this market sells in PLN",
        "several fit",
    ]
