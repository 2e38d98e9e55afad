"""A cookie planted as a canary, looked for everywhere after jobs that went well and badly."""

import asyncio
import base64
import json
import urllib.parse
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from browser.listing import Cookie
from gql_api.cli.demo.photos import hoodie
from gql_api.db.sessions import EntryFile
from gql_api.security.keyring import KeyRing, new_secret
from gql_api.sessions.vault import SessionVault

from .serving import LISTING, UA, Serving, serving

CANARY = "c4n4ry/Zk9+Qw_7-VerySecret"
COOKIE = f"access_token_web={CANARY}; datadome=dd{CANARY}; anon_id=a1; foreign={CANARY}x"


def _disguises(secret: str) -> Iterator[bytes]:
    """The secret raw, URL-encoded, in JSON, and inside base64 at each of its three offsets."""
    for text in (secret, urllib.parse.quote(secret), urllib.parse.quote(secret, safe="")):
        yield text.encode()
    yield json.dumps(secret)[1:-1].encode()
    for offset in range(3):
        sealed = base64.b64encode(b"x" * offset + secret.encode())
        yield sealed[4 if offset else 0 : -4]
        yield base64.urlsafe_b64encode(b"x" * offset + secret.encode())[4 if offset else 0 : -4]


def _leaks(name: str, content: bytes) -> list[str]:
    return [f"{name}: {disguise!r}" for disguise in _disguises(CANARY) if disguise in content]


def test_the_search_finds_every_disguise() -> None:
    token = CANARY.encode()
    hidden = (
        token,
        b"cookie=" + token,
        urllib.parse.quote(CANARY).encode(),
        base64.b64encode(b"cookie: " + token + b";"),
        base64.b64encode(b"cookie:" + token + b";"),
        base64.urlsafe_b64encode(b"a cookie: " + token),
    )
    assert all(_leaks("here", b"..." + each + b"...") for each in hidden)
    assert not _leaks("here", b"nothing to see")


async def _process_list(until: asyncio.Event) -> bytes:
    """The command lines of every process, over and over."""
    seen = set()
    while not until.is_set():
        for entry in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                seen.add(entry.read_bytes())
            except OSError:
                continue
        await asyncio.sleep(0.2)
    return b"\n".join(seen)


async def _a_busy_day(served: Serving) -> list[bytes]:
    """Jobs that end well and badly; the bodies of all answers."""
    bodies = []
    photo = await served.upload(hoodie(30))
    prepared = await served.prepare(photos=[photo])
    bodies.append(json.dumps(prepared).encode())
    for dry_run in (True, False):
        bodies.append((await served.publish(prepared["confirm_token"], dry_run=dry_run)).content)
    await served.faults(challenge="datadome", challenge_at="after_photos")
    bodies.append(json.dumps(await served.prepare(photos=[photo])).encode())
    await served.http.delete(f"{served.market}/__standin__/faults")
    for cookie in (f"{CANARY}\n", f"foo={CANARY}", f"access_token_web={CANARY}-unknown"):
        bodies.append((await served.sign_in(cookie)).content)
    query = "{ accounts { account state } jobs { edges { node { history { step } } } } }"
    bodies.append((await served.http.post("/graphql", json={"query": query})).content)
    job = f"/vinted/jobs/{prepared['draft_context']['job_id']}"
    for path in (job, f"{job}/picture", "/stats", "/health", "/vinted/auth/check"):
        bodies.append((await served.http.get(path)).content)
    return bodies


async def test_the_cookie_is_found_nowhere_but_sealed_in_the_vault(tmp_path: Path) -> None:
    leaks: list[str] = []
    over = asyncio.Event()
    async with serving(tmp_path) as served:
        control = f"{served.market}/__standin__/accounts"
        account = {"cookie": CANARY, "login": "marie"}
        assert (await served.http.post(control, json=account)).status_code == 200
        processes = asyncio.create_task(_process_list(over))
        saved = await served.sign_in(COOKIE)
        assert saved.json()["username"] == "marie", saved.text
        assert sorted(saved.json()["dropped"]) == ["datadome", "foreign"]
        bodies = [saved.content, *await _a_busy_day(served)]
        over.set()
        leaks += _leaks("process list", await processes)
        ledger = await served.ledger()
        assert ledger["items"]
    for number, body in enumerate(bodies):
        leaks += _leaks(f"answer {number}", body)
    leaks += _leaks("output", "".join(served.output).encode())
    for path in tmp_path.rglob("*"):
        leaks += _leaks("file name", str(path).encode())
        if path.is_file():
            leaks += _leaks(str(path), path.read_bytes())
    assert leaks == []
    # The search can find it: the vault holds it, under seal.
    keys = KeyRing.parse((tmp_path / "secret.key").read_text())
    session = await SessionVault(EntryFile(tmp_path / "session.enc"), keys).load("default")
    assert session is not None
    assert Cookie("access_token_web", CANARY) in session.open().cookies


async def test_a_session_of_the_real_site_is_never_sent_to_the_stand_in(tmp_path: Path) -> None:
    secret = new_secret()
    vault = SessionVault(EntryFile(tmp_path / "session.enc"), KeyRing.parse(secret))
    await vault.save(
        "default",
        origin="https://www.vinted.fr",
        user_agent=UA,
        cookies=[Cookie("access_token_web", "demo")],
        expires_at=datetime.now(UTC) + timedelta(days=1),
    )
    async with serving(tmp_path, SECRET_KEY=secret) as served:
        check = (await served.http.get("/vinted/auth/check")).json()
        assert (check["authenticated"], check["state"]) == (False, "wrong_market")
        answer = await served.http.post("/vinted/listings/prepare", json=dict(LISTING))
        assert (answer.status_code, answer.json()["code"]) == (409, "wrong_market")
        requests = (await served.ledger())["requests"]
        assert [each for each in requests if "access_token_web" in each["cookies"]] == []


async def test_a_session_cannot_be_saved_for_another_host(tmp_path: Path) -> None:
    async with serving(tmp_path) as served:
        for market in ("evil.example", "http://127.0.0.1:1", "https://www.vinted.de"):
            answer = await served.sign_in(market=market)
            assert (answer.status_code, answer.json()["field"]) == (400, "market")
        assert (await served.http.get("/vinted/auth/check")).json()["authenticated"] is False
