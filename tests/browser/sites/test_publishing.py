"""What the site's answer to a publish call proves, typed from the market's facts."""

import json
from typing import Any

import pytest

from browser.page.request_gate import Overheard
from browser.sell_form import PublishAnswer, Verdict
from browser.sites.vinted.publishing import publishes, read_answer, saves

CAPTCHA = {"url": "https://geo.captcha-delivery.com/captcha/?cid=1"}


def read(status: int, body: Any = None, media_type: str = "application/json") -> PublishAnswer:
    return read_answer(Overheard(status, media_type, json.dumps(body).encode()))


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (401, {"code": 100, "message_code": "invalid_authentication_token"}),
        (401, None),
        (403, {"code": 106, "message_code": "access_denied", "message": "Accès refusé"}),
    ],
)
def test_the_site_s_word_that_nobody_is_signed_in(status: int, body: Any) -> None:
    assert read(status, body) == PublishAnswer(Verdict.REFUSED, reason="session_expired")


@pytest.mark.parametrize("media_type", ["text/html", "application/json", ""])
@pytest.mark.parametrize("status", [302, 303])
def test_only_where_a_redirect_leads_is_a_word(status: int, media_type: str) -> None:
    to_log_in = Overheard(
        status, media_type, None, "https://www.vinted.fr/member/signup/select_type"
    )
    assert read_answer(to_log_in) == PublishAnswer(Verdict.REFUSED, reason="session_expired")
    for place in ("", "/items/123", "https://www.vinted.de/member/7-demo"):
        elsewhere = Overheard(status, media_type, None, place)
        assert read_answer(elsewhere) == PublishAnswer(Verdict.UNCLEAR)


@pytest.mark.parametrize(
    ("status", "body", "media_type"),
    [
        (403, CAPTCHA, "application/json"),
        (403, CAPTCHA | {"code": 106}, "application/json"),
        (403, None, "text/html"),
        (200, None, "text/html"),
        (200, "\x00\x01", "application/octet-stream"),
        (403, "\x00\x01", "image/png"),
        (400, {"code": 115}, "application/json"),
    ],
)
def test_a_challenge_is_none_of_the_site_s_words(status: int, body: Any, media_type: str) -> None:
    reason = "captcha_or_verification"
    assert read(status, body, media_type) == PublishAnswer(Verdict.REFUSED, reason=reason)


@pytest.mark.parametrize("media_type", ["application/json", "text/html", ""])
def test_too_many_calls_are_no_captcha(media_type: str) -> None:
    answer = read(429, None, media_type)
    assert answer == PublishAnswer(Verdict.REFUSED, reason="rate_limited_by_site")


def test_a_full_refusal_names_the_fields_by_our_names() -> None:
    rows = [
        {"field": "package_size", "value": "Choisis un format de colis"},
        {"field": "price", "value": "Entre 1 et 30 000 €"},
        "a row that is none",
    ]
    told = {"code": 99, "message": "…", "message_code": "validation_error", "payload": {}}
    answer = read(400, told | {"errors": rows})
    assert answer.verdict is Verdict.REJECTED
    assert answer.errors == {
        "parcel_size": "Choisis un format de colis",
        "price": "Entre 1 et 30 000 €",
    }


def test_a_refusal_that_names_no_field_keeps_its_message() -> None:
    told = {"code": 99, "message": "Non", "message_code": "validation_error", "errors": []}
    assert read(400, told) == PublishAnswer(Verdict.REJECTED, errors={"form": "Non"})


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, {"code": 105}),
        (400, {"code": 99}),
        (403, {"code": 104, "message_code": "not_found"}),
        (503, None),
        (200, {"code": 0}),
    ],
)
def test_what_proves_neither_is_unclear(status: int, body: Any) -> None:
    assert read(status, body).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
@pytest.mark.parametrize("end", ["", "/"])
@pytest.mark.parametrize("path", ["items", "drafts/7/completion"])
def test_a_call_that_publishes_is_kept_back_however_it_is_made(
    path: str, end: str, method: str
) -> None:
    address = f"/api/v2/item_upload/{path}{end}"
    assert (publishes(method, address), saves(method, address)) == (True, False)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
@pytest.mark.parametrize("path", ["drafts", "drafts/7", "drafts/7/"])
def test_a_call_that_saves_a_draft_publishes_nothing(path: str, method: str) -> None:
    address = f"/api/v2/item_upload/{path}"
    assert (publishes(method, address), saves(method, address)) == (False, True)


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
@pytest.mark.parametrize("path", ["items", "items/7", "drafts", "drafts/7", "drafts/7/completion"])
def test_a_call_that_only_reads_is_let_be(path: str, method: str) -> None:
    address = f"/api/v2/item_upload/{path}"
    assert (publishes(method, address), saves(method, address)) == (False, False)


@pytest.mark.parametrize("status", [307, 308])
def test_a_call_that_is_sent_on_says_nothing_of_who_is_signed_in(status: int) -> None:
    assert read(status) == PublishAnswer(Verdict.UNCLEAR)
