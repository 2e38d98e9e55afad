"""Tokens of an identity provider: what is let in, what is not, and a provider that comes and goes.

The provider is a real HTTP server on loopback.
"""

import asyncio
import base64
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from joserfc import jws
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, Key, OctKey, OKPKey, RSAKey

from gql_api.auth.jwks import (
    COOL_DOWN_SECONDS,
    FRESH_SECONDS,
    MAX_BYTES,
    STALE_SECONDS,
    KeySets,
    algorithms_of,
    read_keys,
)
from gql_api.auth.jwt import LEEWAY_SECONDS, MAX_LENGTH, Expected, Tokens
from gql_api.domain.caller import Scope
from gql_api.domain.tenant import owner_of
from gql_api.errors import Unauthenticated, Unavailable

ISSUER, AUDIENCE = "https://x.supabase.co/auth/v1", "authenticated"
SECRET = "a-shared-secret-of-more-than-32-characters"
RSA = RSAKey.generate_key(2048, {"kid": "rsa"})
EC = ECKey.generate_key("P-256", {"kid": "ec", "use": "sig", "alg": "ES256"})
ED = OKPKey.generate_key("Ed25519", {"kid": "ed"})
EXPECTED = Expected(
    ISSUER, AUDIENCE, scope_claim="app_metadata.fripier", scopes=frozenset({Scope.READ})
)


class Provider:
    """A key set behind HTTP, which counts how often it is asked and may fail."""

    def __init__(self, *keys: Key) -> None:
        self.keys = keys
        self.asked = 0
        self.status = 200
        self.body: bytes | None = None
        self.address = ""

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        self.asked += 1
        text = json.dumps({"keys": [key.as_dict(private=False) for key in self.keys]}).encode()
        body = text if self.body is None else self.body
        head = (
            f"HTTP/1.1 {self.status} X\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        writer.write(head.encode() + body)
        await writer.drain()
        writer.close()


@asynccontextmanager
async def provider(*keys: Key) -> AsyncIterator[Provider]:
    found = Provider(*keys)
    server = await asyncio.start_server(found.answer, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        found.address = f"http://127.0.0.1:{port}/jwks.json"
        yield found


class Clock:
    def __init__(self) -> None:
        self.at = time.time()

    def __call__(self) -> float:
        return self.at


def claims(**more: Any) -> dict[str, Any]:
    now = int(time.time())
    given = {"iss": ISSUER, "aud": AUDIENCE, "sub": "anna", "iat": now, "exp": now + 60, **more}
    return {name: value for name, value in given.items() if value is not None}


def signed(key: Key, algorithm: str, kid: str | None = None, **more: Any) -> str:
    header = {"alg": algorithm, "typ": "JWT"} | ({"kid": kid} if kid else {})
    text = json.dumps(claims(**more))
    return jws.serialize_compact(header, text, key, algorithms=[algorithm])


def shared(**more: Any) -> str:
    return signed(OctKey.import_key(SECRET), "HS256", **more)


def by_secret(**more: Any) -> Tokens:
    return Tokens(EXPECTED, secret=SECRET, **more)


async def refused(tokens: Tokens, text: str) -> str:
    with pytest.raises(Unauthenticated) as refusal:
        await tokens.read(text)
    return refusal.value.code


async def test_a_token_of_the_shared_secret_names_its_subject() -> None:
    caller = await by_secret().read(shared())
    assert caller.owner == owner_of("anna") and "anna" not in repr(caller)
    assert caller.scopes == {Scope.READ} and caller.until is not None


@pytest.mark.parametrize(
    ("claim", "scopes"),
    [
        ({"fripier": ["publish"]}, {Scope.READ, Scope.PREPARE, Scope.PUBLISH}),
        ({"fripier": "openid fripier:prepare"}, {Scope.READ, Scope.PREPARE}),
        ({"fripier": []}, set()),
        ({"fripier": {"publish": True}}, set()),
        ({"fripier": [1, None]}, set()),
        ({"other": ["publish"]}, {Scope.READ}),
        ("publish", {Scope.READ}),
    ],
)
async def test_scopes_are_those_of_the_claim_and_else_of_the_setting(
    claim: object, scopes: set[Scope]
) -> None:
    assert (await by_secret().read(shared(app_metadata=claim))).scopes == scopes


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "https://evil.example"}, {"iss": None}, {"iss": 7}, {"aud": "other"},
        {"aud": None}, {"aud": ["other", "third"]}, {"aud": []}, {"sub": None}, {"sub": ""},
        {"sub": 7}, {"sub": "x" * 256}, {"exp": None}, {"exp": "soon"}, {"exp": True},
        {"exp": 1e400}, {"exp": float("nan")}, {"exp": 10**30},
        {"nbf": int(time.time()) + 3600}, {"iat": int(time.time()) + 3600},
    ],
)  # fmt: skip
async def test_a_claim_that_is_not_as_expected_lets_nobody_in(wrong: Mapping[str, Any]) -> None:
    assert await refused(by_secret(), shared(**wrong)) == "token_invalid"


async def test_an_audience_among_others_counts_and_so_does_a_strange_subject() -> None:
    assert (await by_secret().read(shared(aud=["other", AUDIENCE]))).owner == owner_of("anna")
    assert (await by_secret().read(shared(sub="auth0|7/\ud800é"))).owner


async def test_a_token_ends_with_a_little_leeway() -> None:
    clock = Clock()
    tokens, text = by_secret(now=clock), shared()
    clock.at += 60 + LEEWAY_SECONDS - 2
    until = (await tokens.read(text)).until
    clock.at += 2
    assert until is not None and until.timestamp() == int(clock.at)
    assert await refused(tokens, text) == "token_expired"


async def test_a_token_that_is_too_long_is_not_looked_at_though_it_is_signed() -> None:
    assert await by_secret().read(shared(more="x" * (MAX_LENGTH // 2)))
    assert await refused(by_secret(), shared(more="x" * MAX_LENGTH)) == "token_invalid"


def _part(members: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(members).encode()).decode().rstrip("=")


def _as_none(header: Mapping[str, Any], signature: str = "") -> str:
    return f"{_part(header)}.{_part(claims())}.{signature}"


async def test_junk_and_what_is_not_signed_let_nobody_in() -> None:
    good = shared()
    head, body, signature = good.split(".")
    forged = [
        _as_none({"alg": "none"}), _as_none({"alg": "None"}), _as_none({"alg": "none"}, signature),
        _as_none({"alg": ["HS256"]}), _as_none({"alg": "HS256", "kid": 7}, signature),
        _as_none({}), _as_none({"alg": "HS256", "crit": ["b64"], "b64": False}, signature),
        f"{head}.{body}.", f"{head}.{body}.{signature[:-2]}AA", f"{head}.{_part(claims(sub='b'))}."
        + signature, f"{head}..{signature}", "..", "a.b.c", good + "x" * MAX_LENGTH, f"é{good}",
        "[" * 4000 + ".x.y", f"{_part({'alg': 'HS256'})}.{body}.{signature}=",
    ]  # fmt: skip
    for text in forged:
        assert await refused(by_secret(), text) == "token_invalid", text[:60]


async def test_the_secret_counts_with_one_algorithm_alone() -> None:
    key = OctKey.import_key(SECRET)
    for algorithm in ("HS384", "HS512"):
        assert await refused(by_secret(), signed(key, algorithm)) == "token_invalid"
    other = OctKey.import_key("another-secret-of-more-than-32-characters")
    assert await refused(by_secret(), signed(other, "HS256")) == "token_invalid"


@pytest.mark.parametrize(
    ("key", "algorithm"), [(RSA, "RS256"), (RSA, "PS256"), (EC, "ES256"), (ED, "Ed25519")]
)
async def test_a_public_key_of_the_provider_checks_its_tokens(key: Key, algorithm: str) -> None:
    async with provider(RSA, EC, ED) as there:
        tokens = Tokens(EXPECTED, keys=KeySets(there.address))
        for _ in range(3):
            caller = await tokens.read(signed(key, algorithm, key.kid))
            assert caller.owner == owner_of("anna")
        assert there.asked == 1


async def test_a_public_key_is_never_taken_for_a_secret() -> None:
    async with provider(RSA, OctKey.import_key(SECRET, {"kid": "oct"})) as there:
        tokens = Tokens(EXPECTED, keys=KeySets(there.address))
        pem = RSA.as_pem(private=False)
        confused = jws.serialize_compact(
            {"alg": "HS256", "kid": "rsa"}, json.dumps(claims()),
            OctKey.import_key(base64.b64encode(pem)),
        )  # fmt: skip
        own = signed(OctKey.import_key(SECRET), "HS256", "oct")
        for text in (confused, own, signed(EC, "ES256", "rsa"), signed(RSA, "RS256", "ec")):
            assert await refused(tokens, text) == "token_invalid"


async def test_a_weak_key_one_for_encryption_and_one_of_another_algorithm_count_for_nothing() -> (
    None
):
    pem = RSA.as_pem(private=True)
    cipher = RSAKey.import_key(pem, {"kid": "cipher", "use": "enc"})
    ps = RSAKey.import_key(pem, {"kid": "ps", "alg": "PS256"})
    async with provider(cipher, ps) as there:
        tokens = Tokens(EXPECTED, keys=KeySets(there.address))
        assert await refused(tokens, signed(RSA, "RS256", "cipher")) == "token_invalid"
        assert await refused(tokens, signed(RSA, "RS256", "ps")) == "token_invalid"
        await tokens.read(signed(RSA, "PS256", "ps"))


def test_what_a_key_may_have_signed_with_is_decided_by_its_kind_size_and_own_word() -> None:
    weak = rsa.generate_private_key(public_exponent=65_537, key_size=1024)
    numbers = weak.public_key().public_numbers()
    size = (numbers.n.bit_length() + 7) // 8
    modulus = base64.urlsafe_b64encode(numbers.n.to_bytes(size, "big")).decode().rstrip("=")
    small = {"kty": "RSA", "n": modulus, "e": "AQAB", "kid": "weak"}
    plain = RSA.as_dict(private=False)
    members = [plain, {**plain, "alg": "PS256"}, {**plain, "use": "enc"}, small]
    with pytest.warns(SecurityWarning, match="2048"):
        found = read_keys(json.dumps({"keys": members}).encode())
    allowed = [algorithms_of(key) for key in found]
    assert {"RS256", "PS256"} <= allowed[0] and allowed[1:] == [{"PS256"}, set()]


async def test_a_token_without_a_kid_is_checked_where_only_one_key_fits() -> None:
    async with provider(RSA, EC) as there:
        await Tokens(EXPECTED, keys=KeySets(there.address)).read(signed(EC, "ES256"))
    async with provider(EC, ECKey.generate_key("P-256", {"kid": "second"})) as there:
        tokens = Tokens(EXPECTED, keys=KeySets(there.address))
        assert await refused(tokens, signed(EC, "ES256")) == "token_invalid"


async def test_a_new_key_is_found_and_unknown_ones_do_not_flood_the_provider() -> None:
    clock = Clock()
    async with provider(RSA) as there:
        tokens = Tokens(EXPECTED, keys=KeySets(there.address, now=clock))
        await tokens.read(signed(RSA, "RS256", "rsa"))
        there.keys = (RSA, EC)
        assert await refused(tokens, signed(EC, "ES256", "ec")) == "token_invalid"
        clock.at += COOL_DOWN_SECONDS
        many = await asyncio.gather(*(tokens.read(signed(EC, "ES256", "ec")) for _ in range(20)))
        assert len(many) == 20 and there.asked == 2
        for kid in ("x1", "x2", "x3"):
            assert await refused(tokens, signed(ED, "Ed25519", kid)) == "token_invalid"
        assert there.asked == 2


async def test_a_key_that_the_provider_took_back_ends_with_its_freshness() -> None:
    clock = Clock()
    async with provider(RSA) as there:
        tokens = Tokens(EXPECTED, keys=KeySets(there.address, now=clock))
        await tokens.read(signed(RSA, "RS256", "rsa"))
        there.keys = (EC,)
        clock.at += FRESH_SECONDS
        assert await refused(tokens, signed(RSA, "RS256", "rsa")) == "token_invalid"


OF_RSA = json.dumps({"keys": [RSA.as_dict(private=False)]}).encode()


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{}", b'{"keys": 7}', b"{" + OF_RSA, OF_RSA + b" " * MAX_BYTES]
)
async def test_a_provider_that_talks_nonsense_is_one_that_does_not_answer(body: bytes) -> None:
    async with provider(RSA) as there:
        there.body = body
        with pytest.raises(Unavailable):
            await Tokens(EXPECTED, keys=KeySets(there.address)).read(signed(RSA, "RS256", "rsa"))


async def test_while_the_provider_is_away_known_keys_count_for_a_while_and_then_nobody() -> None:
    clock = Clock()
    async with provider(RSA) as there:
        tokens = Tokens(EXPECTED, keys=KeySets(there.address, now=clock))
        await tokens.read(signed(RSA, "RS256", "rsa"))
        there.status = 500
        clock.at += FRESH_SECONDS
        await tokens.read(signed(RSA, "RS256", "rsa"))
        with pytest.raises(Unavailable) as refusal:
            await tokens.read(signed(EC, "ES256", "ec"))
        assert refusal.value.code == "identity_provider_unavailable"
        assert 1 <= (refusal.value.retry_after or 0) <= COOL_DOWN_SECONDS
        clock.at += STALE_SECONDS
        with pytest.raises(Unavailable):
            await tokens.read(signed(RSA, "RS256", "rsa"))
        there.status = 200
        clock.at += COOL_DOWN_SECONDS
        await tokens.read(signed(RSA, "RS256", "rsa"))


async def test_with_both_ways_each_token_is_checked_by_its_own() -> None:
    async with provider(EC) as there:
        tokens = Tokens(EXPECTED, secret=SECRET, keys=KeySets(there.address))
        assert (await tokens.read(shared())).owner == owner_of("anna")
        assert there.asked == 0
        assert (await tokens.read(signed(EC, "ES256", "ec"))).owner == owner_of("anna")
