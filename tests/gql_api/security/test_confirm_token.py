import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from gql_api.errors import TokenExpired, TokenInvalid
from gql_api.security.confirm_token import MAX_LENGTH, ConfirmClaims, ConfirmTokenSigner
from gql_api.security.keyring import KeyRing, new_secret

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECRET = new_secret()


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def signer(clock: Clock) -> ConfirmTokenSigner:
    return ConfirmTokenSigner(KeyRing.parse(SECRET), timedelta(seconds=900), now=clock)


@pytest.fixture
def claims(signer: ConfirmTokenSigner) -> ConfirmClaims:
    return signer.claims("job-1", 2, account="default", market="www.vinted.fr", digest="ab" * 32)


def test_what_was_claimed_is_read(signer: ConfirmTokenSigner, claims: ConfirmClaims) -> None:
    token = signer.issue(claims)
    assert re.fullmatch(r"fc_[A-Za-z0-9_-]+", token)
    assert len(token) < MAX_LENGTH / 2
    assert signer.read(token) == claims
    assert (claims.issued_at, claims.expires_at) == (NOON, NOON + timedelta(minutes=15))


def test_two_tokens_for_the_same_content_differ(signer: ConfirmTokenSigner) -> None:
    once, twice = (signer.claims("job-1", 1, account="a", market="m", digest="d") for _ in range(2))
    assert once.nonce != twice.nonce


def test_randomness_can_be_given(clock: Clock) -> None:
    signer = ConfirmTokenSigner(KeyRing.parse(SECRET), now=clock, token_hex=lambda size: "0" * size)
    assert signer.claims("j", 1, account="a", market="m", digest="d").nonce == "0" * 16


def test_a_token_is_good_until_its_end_and_not_at_it(
    signer: ConfirmTokenSigner, claims: ConfirmClaims, clock: Clock
) -> None:
    token = signer.issue(claims)
    clock.time = claims.expires_at - timedelta(microseconds=1)
    assert signer.read(token) == claims
    clock.time = claims.expires_at
    with pytest.raises(TokenExpired, match="prepare the listing again"):
        signer.read(token)


def test_every_changed_character_is_noticed(
    signer: ConfirmTokenSigner, claims: ConfirmClaims
) -> None:
    token = signer.issue(claims)
    for place in range(len(token)):
        for other in "A_":
            changed = token[:place] + other + token[place + 1 :]
            if changed != token:
                with pytest.raises(TokenInvalid):
                    signer.read(changed)


def test_the_spare_bits_of_the_last_character_make_no_second_token(
    signer: ConfirmTokenSigner, claims: ConfirmClaims
) -> None:
    # A sealed text of 16 more bytes each: one of three lengths leaves spare bits.
    for size in range(3):
        token = signer.issue(replace(claims, account="a" * 16 * size))
        accepted = 0
        for last in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_":
            try:
                signer.read(token[:-1] + last)
                accepted += 1
            except TokenInvalid:
                continue
        assert accepted == 1


@pytest.mark.parametrize(
    "token",
    ["", "fc_", "abc", "fc_é", "fc_a", "fc_" + "A" * 400, "fc_" + "A" * MAX_LENGTH, "fc_AAAA\n"],
)
def test_other_texts_are_not_tokens(signer: ConfirmTokenSigner, token: str) -> None:
    with pytest.raises(TokenInvalid, match="not one of ours"):
        signer.read(token)


def test_a_text_longer_than_any_token_is_not_even_opened(
    signer: ConfirmTokenSigner, claims: ConfirmClaims
) -> None:
    with pytest.raises(TokenInvalid):
        signer.read(signer.issue(replace(claims, account="a" * MAX_LENGTH)))


def test_a_token_of_another_secret_or_purpose_is_forged(
    signer: ConfirmTokenSigner, claims: ConfirmClaims
) -> None:
    stranger = ConfirmTokenSigner(KeyRing.parse(new_secret()))
    other = KeyRing.parse(SECRET).derive("session-vault").encrypt(b"{}").decode().rstrip("=")
    for token in (stranger.issue(claims), f"fc_{other}"):
        with pytest.raises(TokenInvalid):
            signer.read(token)


def test_a_token_outlives_a_rotation_of_the_secret(
    signer: ConfirmTokenSigner, claims: ConfirmClaims, clock: Clock
) -> None:
    rotated = ConfirmTokenSigner(KeyRing.parse(f"{new_secret()},{SECRET}"), now=clock)
    assert rotated.read(signer.issue(claims)) == claims


def test_the_token_shows_nothing_of_its_claims(
    signer: ConfirmTokenSigner, claims: ConfirmClaims
) -> None:
    token = signer.issue(claims)
    assert "default" not in token
    assert "job-1" not in token
