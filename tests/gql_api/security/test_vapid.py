"""Who pushes is proved with a key that lasts as long as SECRET_KEY holds it."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.exceptions import InvalidSignature

from gql_api.security.keyring import KeyRing, new_secret
from gql_api.security.vapid import Vapid
from tests.gql_api.notices.browsers import base64url, claims, decoded
from tests.gql_api.notices.receivers import Request

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
ORIGIN = "https://updates.push.services.mozilla.com"


def vapid(secret: str, contact: str | None = "mailto:a@b.example") -> Vapid:
    return Vapid(KeyRing.parse(secret), contact, lambda: NOW)


def pushed(authorization: str) -> Request:
    return Request("", {"authorization": authorization}, b"", b"")


def test_the_token_is_verified_without_our_library_and_ends_within_a_day() -> None:
    ours = vapid(new_secret())
    told = claims(pushed(ours.authorization(ORIGIN, ours.public)), ours.public)
    assert told.keys() == {"aud", "exp", "sub"}
    assert (told["aud"], told["sub"]) == (ORIGIN, "mailto:a@b.example")
    ends = datetime.fromtimestamp(told["exp"], UTC)
    assert NOW < ends <= NOW + timedelta(days=1)


def test_without_a_contact_none_is_named() -> None:
    ours = vapid(new_secret(), None)
    told = claims(pushed(ours.authorization(ORIGIN, ours.public)), ours.public)
    assert told.keys() == {"aud", "exp"}


def test_a_changed_token_is_noticed() -> None:
    ours = vapid(new_secret())
    said = ours.authorization(ORIGIN, ours.public)
    head, body, rest = said.split(".", 2)
    other = base64url(decoded(body).replace(b"mozilla", b"another"))
    with pytest.raises(InvalidSignature):
        claims(pushed(f"{head}.{other}.{rest}"), ours.public)


def test_the_key_is_the_same_at_every_start_and_an_older_one_counts_while_it_is_listed() -> None:
    old, new = new_secret(), new_secret()
    before, both, after = vapid(old), vapid(f"{new},{old}"), vapid(new)
    assert vapid(old).public == before.public
    assert both.public == after.public != before.public
    assert len(decoded(before.public)) == 65
    assert both.knows(before.public) and not after.knows(before.public)
    told = claims(pushed(both.authorization(ORIGIN, before.public)), before.public)
    assert told["aud"] == ORIGIN
