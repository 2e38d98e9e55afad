"""Addresses that show one picture for a while."""

import pytest

from gql_api.domain.tenant import owner_of
from gql_api.security.keyring import KeyRing, new_secret
from gql_api.security.signed_urls import BRIEF_SECONDS, PARAMETER, Addresses

PATH, OWNER, TTL = "/vinted/photos/" + "a" * 32, owner_of("anna"), 3600


class Clock:
    at = 1_800_000_000.0

    def __call__(self) -> float:
        return self.at


def _keys() -> tuple[bytes, ...]:
    return KeyRing.parse(new_secret()).derive_bytes("media-address")


def _leave(address: str) -> str:
    path, _, query = address.partition("?")
    assert path == PATH
    return query.removeprefix(f"{PARAMETER}=")


@pytest.mark.parametrize("owner", ["", OWNER])
def test_an_address_says_whose_it_is_and_gives_nothing_away(owner: str) -> None:
    addresses = Addresses(_keys(), TTL)
    text = _leave(addresses.signed(PATH, owner))
    found = addresses.read(PATH, text)
    assert found is not None and (found.owner, found.ended) == (owner, False)
    assert len(text) < 100 and OWNER not in text


def test_it_counts_for_its_path_and_its_key_alone() -> None:
    addresses = Addresses(_keys(), TTL)
    text = _leave(addresses.signed(PATH, OWNER))
    assert addresses.read(PATH.replace("a", "b"), text) is None
    assert Addresses(_keys(), TTL).read(PATH, text) is None
    for wrong in ("", "A", "é", text[:-2] + "AA", text + "A" * 300, "!" * 40):
        assert addresses.read(PATH, wrong) is None


def test_it_stays_the_same_for_a_while_and_ends_in_time() -> None:
    clock = Clock()
    addresses = Addresses(_keys(), TTL, now=clock)
    first = addresses.signed(PATH, OWNER)
    clock.at += 1
    assert addresses.signed(PATH, OWNER) == first
    clock.at += TTL - 1
    found = addresses.read(PATH, _leave(first))
    assert found is not None and not found.ended
    clock.at += TTL // 4 + 1
    found = addresses.read(PATH, _leave(first))
    assert found is not None and found.ended
    assert addresses.signed(PATH, OWNER) != first


def test_a_new_key_signs_and_the_older_one_is_still_read() -> None:
    old, new = _keys(), _keys()
    text = _leave(Addresses(old, TTL).signed(PATH, OWNER))
    assert Addresses((*new, *old), TTL).read(PATH, text) is not None
    assert Addresses(new, TTL).read(PATH, text) is None
    fresh = _leave(Addresses((*new, *old), TTL).signed(PATH, OWNER))
    assert Addresses(new, TTL).read(PATH, fresh) is not None


def test_what_can_be_seen_for_a_moment_has_an_address_for_a_minute() -> None:
    clock = Clock()
    addresses = Addresses(_keys(), TTL, now=clock)
    text = _leave(addresses.signed(PATH, OWNER, ttl=BRIEF_SECONDS))
    for later, ended in ((BRIEF_SECONDS, False), (BRIEF_SECONDS // 4 + 1, True)):
        clock.at += later
        found = addresses.read(PATH, text)
        assert found is not None and found.ended is ended
