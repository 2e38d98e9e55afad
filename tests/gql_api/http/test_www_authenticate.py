"""What a refused caller has to show, and that the two kinds are told apart."""

from typing import Any

import pytest
from starlette.requests import HTTPConnection

from gql_api.domain.caller import NOBODY, Scope
from gql_api.errors import (
    Forbidden,
    MissingScope,
    NoSession,
    ServiceError,
    SessionRefused,
    Unauthenticated,
)
from gql_api.http.www_authenticate import challenge

INVALID = 'Bearer realm="fripier", error="invalid_token"'
MARKET: dict[str, Any] = {"members": {"market": "www.vinted.fr"}}


def _told(error: ServiceError, **fields: str) -> str | None:
    raw = [
        (name.lower().replace("_", "-").encode(), text.encode()) for name, text in fields.items()
    ]
    return challenge(HTTPConnection({"type": "http", "headers": raw}), error).get(
        "WWW-Authenticate"
    )


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, 'Bearer realm="fripier"'),
        ({"Authorization": "Basic YTpi"}, 'Bearer realm="fripier"'),
        ({"Authorization": "Bearer wrong"}, INVALID),
        ({"X_API_Key": "wrong"}, INVALID),
    ],
)
def test_who_has_sent_a_key_is_told_that_it_is_wrong(fields: dict[str, str], told: str) -> None:
    assert _told(Unauthenticated("Who?"), **fields) == told


def test_a_scope_that_is_missing_is_named() -> None:
    with pytest.raises(MissingScope) as refused:
        NOBODY.require(Scope.PUBLISH)
    wanted = 'Bearer realm="fripier", error="insufficient_scope", scope="publish"'
    assert _told(refused.value, Authorization="Bearer weak") == wanted


@pytest.mark.parametrize("kind", [NoSession, SessionRefused])
def test_a_session_is_asked_for_by_its_market(kind: type[ServiceError]) -> None:
    told = _told(kind("Save one.", **MARKET), Authorization="Bearer good")
    assert told == 'MarketSession realm="www.vinted.fr"'


def test_where_nothing_would_help_nothing_is_asked_for() -> None:
    assert _told(Forbidden("No.")) is None
