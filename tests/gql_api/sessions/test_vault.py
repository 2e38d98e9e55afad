import asyncio
import json
import os
import signal
import subprocess
import sys
import textwrap
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from browser.listing import Cookie, SessionState
from gql_api.db.sessions import EntryFile
from gql_api.security.keyring import KeyRing, new_secret
from gql_api.sessions.vault import (
    SessionVault,
    VaultDamaged,
    VaultKeyMismatch,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FRANCE = "https://www.vinted.fr"
SECRET = new_secret()
COOKIES = (Cookie("access_token_web", "s3cr3t-value"), Cookie("anonymous-locale", "fr", 1.5))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "session.enc"


@pytest.fixture
def vault(path: Path) -> SessionVault:
    return vault_of(path)


def vault_of(path: Path, secret: str = SECRET) -> SessionVault:
    return SessionVault(EntryFile(path), KeyRing.parse(secret), now=lambda: NOON)


async def save(vault: SessionVault, account: str = "default", value: str = "s3cr3t-value") -> int:
    session = await vault.save(
        account,
        origin=FRANCE,
        user_agent="Mozilla/5.0 (own)",
        cookies=[Cookie("access_token_web", value)],
    )
    return session.version


def contents(path: Path) -> bytes:
    return path.read_bytes()


def damage_with(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def entries_of(path: Path) -> dict[str, dict[str, str]]:
    entries: dict[str, dict[str, str]] = json.loads(path.read_text())["entries"]
    return entries


def edit(path: Path, account: str, **members: object) -> None:
    """Change an entry outside its seal."""
    stored = json.loads(path.read_text())
    stored["entries"][account] |= members
    path.write_text(json.dumps(stored))


async def test_an_unknown_account_has_no_session(vault: SessionVault) -> None:
    assert await vault.load("default") is None
    assert await vault.accounts() == ()


async def test_a_saved_session_is_there_for_the_next_process(
    vault: SessionVault, path: Path
) -> None:
    await vault.save(
        "default",
        origin=FRANCE,
        user_agent="Mozilla/5.0 (own)",
        cookies=COOKIES,
        username="marie",
        user_id="42",
        expires_at=NOON + timedelta(days=1),
        state=SessionState.VALID,
    )
    session = await vault_of(path).load("default")
    assert session is not None
    assert (session.account, session.version, session.origin) == ("default", 1, FRANCE)
    assert (session.username, session.user_id) == ("marie", "42")
    assert (session.state, session.saved_at, session.checked_at) == ("valid", NOON, NOON)
    seller = session.open()
    assert (seller.account, seller.origin, seller.version) == ("default", FRANCE, 1)
    assert (seller.user_agent, seller.username) == ("Mozilla/5.0 (own)", "marie")
    assert seller.cookies == COOKIES


async def test_the_file_is_private_and_shows_no_cookie(vault: SessionVault, path: Path) -> None:
    await save(vault)
    assert os.stat(path).st_mode & 0o777 == 0o600
    for shown in (b"s3cr3t-value", b"access_token", b"Mozilla", b"vinted"):
        assert shown not in contents(path)


async def test_a_session_counts_as_expired_from_its_date_on(vault: SessionVault) -> None:
    session = await vault.save(
        "default", origin=FRANCE, user_agent="UA", cookies=COOKIES, expires_at=NOON
    )
    assert not session.expired(NOON - timedelta(seconds=1))
    assert session.expired(NOON)


async def test_a_session_counts_as_expired_when_the_site_said_so(vault: SessionVault) -> None:
    version = await save(vault)
    assert await vault.record_check("default", version, SessionState.EXPIRED)
    session = await vault.load("default")
    assert session is not None
    assert session.expired(NOON)
    assert session.checked_at == NOON


async def test_a_check_adds_whose_session_it_is_and_forgets_nothing(vault: SessionVault) -> None:
    version = await save(vault)
    await vault.record_check("default", version, SessionState.VALID, "marie", "42")
    await vault.record_check("default", version, SessionState.UNKNOWN)
    session = await vault.load("default")
    assert session is not None
    assert (session.state, session.username, session.user_id) == ("unknown", "marie", "42")
    assert session.open().cookies == (Cookie("access_token_web", "s3cr3t-value"),)


async def test_versions_grow_by_one_for_each_account(vault: SessionVault) -> None:
    assert [await save(vault) for _ in range(3)] == [1, 2, 3]
    assert await save(vault, "other") == 1


async def test_a_version_is_not_used_again_after_forgetting(vault: SessionVault) -> None:
    await save(vault)
    await save(vault)
    assert await vault.delete("default") is True
    assert await vault.load("default") is None
    assert await vault.delete("default") is False
    assert await save(vault) == 3


async def test_a_forgotten_session_leaves_nothing_in_the_file(
    vault: SessionVault, path: Path
) -> None:
    await save(vault)
    await vault.delete("default")
    assert json.loads(contents(path)) == {"format": 1, "floor": 1, "entries": {}}


async def test_renewed_cookies_are_kept_for_the_version_they_came_from(
    vault: SessionVault,
) -> None:
    version = await save(vault)
    assert await vault.refresh_cookies("default", version, [Cookie("access_token_web", "new")])
    session = await vault.load("default")
    assert session is not None
    assert session.version == version
    assert session.open().cookies == (Cookie("access_token_web", "new"),)


async def test_cookies_that_stayed_as_they_were_are_not_written_anew(
    vault: SessionVault, path: Path
) -> None:
    version, renewed = await save(vault), [Cookie("access_token_web", "new")]
    assert await vault.refresh_cookies("default", version, renewed)
    written = contents(path)
    assert await vault.refresh_cookies("default", version, renewed)
    assert contents(path) == written  # sealed anew it would read otherwise


async def test_renewed_cookies_of_an_older_session_are_dropped(vault: SessionVault) -> None:
    old = await save(vault, value="old")
    await save(vault, value="mine")
    renewed = [Cookie("access_token_web", "renewed")]
    assert not await vault.refresh_cookies("default", old, renewed)
    assert not await vault.refresh_cookies("nobody", old, renewed)
    assert not await vault.refresh_cookies("default", old + 1, [])
    assert not await vault.record_check("default", old, SessionState.EXPIRED)
    session = await vault.load("default")
    assert session is not None
    assert session.open().cookies[0].value == "mine"


async def test_accounts_do_not_mix(vault: SessionVault) -> None:
    await save(vault, "b", "of-b")
    await save(vault, "a", "of-a")
    await vault.delete("b")
    assert await vault.accounts() == ("a",)
    session = await vault.load("a")
    assert session is not None
    assert session.open().cookies[0].value == "of-a"


async def test_many_saves_at_once_all_arrive(vault: SessionVault, path: Path) -> None:
    """From two vaults on one file, as the service and the command line are."""
    beside = vault_of(path)
    names = [f"account-{number}" for number in range(24)]
    await asyncio.gather(*(save((vault, beside)[len(name) % 2], name) for name in names))
    assert await vault.accounts() == tuple(sorted(names))


async def test_another_key_is_named_as_the_trouble_and_nothing_is_lost(
    vault: SessionVault, path: Path
) -> None:
    await save(vault)
    before = contents(path)
    stranger = vault_of(path, new_secret())
    with pytest.raises(VaultKeyMismatch, match="SECRET_KEY"):
        await stranger.load("default")
    with pytest.raises(VaultKeyMismatch):
        await save(stranger)
    assert contents(path) == before
    assert await save(stranger, "other") == 1
    session = await vault.load("default")
    assert session is not None
    assert session.open().cookies[0].value == "s3cr3t-value"


async def test_a_session_that_cannot_be_opened_can_be_forgotten(
    vault: SessionVault, path: Path
) -> None:
    await save(vault)
    stranger = vault_of(path, new_secret())
    assert await stranger.delete("default")
    assert await save(stranger) == 2


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\x00" * 300,
        b"[]",
        b"null",
        b'{"format": 2, "floor": 0, "entries": {}}',
        b'{"format": 1, "floor": 0, "entries": {"default": {"version": 1}}}',
        b'{"format": 1, "floor": 0, "entries": {"default": null}}',
        b'{"format": 1, "floor": 0, "entries": []}',
    ],
)
async def test_a_damaged_file_is_never_overwritten(
    vault: SessionVault, path: Path, damage: bytes
) -> None:
    await save(vault)
    damage_with(path, damage)
    for attempt in (
        vault.load("default"),
        vault.accounts(),
        save(vault),
        vault.delete("default"),
        vault.refresh_cookies("default", 1, COOKIES),
        vault.rotate(KeyRing.parse(new_secret())),
    ):
        with pytest.raises(VaultDamaged, match="left as it is"):
            await attempt
    assert contents(path) == damage


async def test_every_cut_of_the_file_is_noticed(vault: SessionVault, path: Path) -> None:
    await save(vault)
    whole = contents(path)
    for length in range(0, len(whole) - 1, 7):
        damage_with(path, whole[:length])
        with pytest.raises(VaultDamaged):
            await vault.load("default")


async def test_a_changed_seal_is_noticed_and_not_replaced(vault: SessionVault, path: Path) -> None:
    await save(vault)
    text = entries_of(path)["default"]["text"]
    edit(path, "default", text=text[:50] + ("A" if text[50] != "A" else "B") + text[51:])
    for attempt in (
        vault.load("default"),
        save(vault),
        vault.refresh_cookies("default", 1, COOKIES),
    ):
        with pytest.raises(VaultDamaged, match="default"):
            await attempt


async def test_a_seal_moved_to_another_account_or_version_is_refused(
    vault: SessionVault, path: Path
) -> None:
    await save(vault, "a")
    await save(vault, "b")
    entries = entries_of(path)
    edit(path, "a", text=entries["b"]["text"])
    with pytest.raises(VaultDamaged, match="'a'"):
        await vault.load("a")
    edit(path, "b", version=7)
    with pytest.raises(VaultDamaged, match="'b'"):
        await vault.load("b")


async def test_rotation_seals_everything_with_the_new_key(vault: SessionVault, path: Path) -> None:
    await save(vault, "a")
    await save(vault, "b")
    held = await vault.load("a")
    new = new_secret()
    assert await vault.rotate(KeyRing.parse(new)) == 2
    for after in (vault, vault_of(path, new)):
        session = await after.load("b")
        assert session is not None
        assert session.version == 1
        assert session.open().cookies[0].value == "s3cr3t-value"
    with pytest.raises(VaultKeyMismatch):
        await vault_of(path).load("a")
    assert held is not None
    assert held.open().cookies[0].value == "s3cr3t-value"


async def test_rotation_is_all_or_nothing(vault: SessionVault, path: Path) -> None:
    await save(vault, "a")
    await save(vault_of(path, new_secret()), "b")
    before = contents(path)
    with pytest.raises(VaultKeyMismatch):
        await vault.rotate(KeyRing.parse(new_secret()))
    assert contents(path) == before


def test_a_service_that_is_killed_loses_no_acknowledged_session(path: Path) -> None:
    code = f"""
        import asyncio, sys
        from pathlib import Path
        from browser.listing import Cookie
        from gql_api.security.keyring import KeyRing
        from gql_api.db.sessions import EntryFile
        from gql_api.sessions.vault import SessionVault

        async def main():
            vault = SessionVault(EntryFile(Path(sys.argv[1])), KeyRing.parse({SECRET!r}))
            while True:
                saved = await vault.save("default", origin={FRANCE!r}, user_agent="UA",
                                         cookies=[Cookie("access_token_web", "v")])
                print(saved.version, flush=True)

        asyncio.run(main())
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(path)]
    acknowledged = 0
    for _ in range(3):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            for _ in range(20):
                acknowledged = int(writer.stdout.readline())
            writer.send_signal(signal.SIGKILL)
            acknowledged = max([acknowledged, *(int(line) for line in writer.stdout)])
        session = asyncio.run(vault_of(path).load("default"))
        assert session is not None
        assert acknowledged <= session.version <= acknowledged + 1
