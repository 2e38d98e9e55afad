import copy
import dataclasses
import json
import pickle
from datetime import UTC, datetime
from pathlib import Path

import pytest

from browser.listing import Cookie
from gql_api.db.sessions import EntryFile
from gql_api.security.keyring import KeyRing, new_secret
from gql_api.sessions.vault import SealedSession, SessionVault


@pytest.fixture
async def session(tmp_path: Path) -> SealedSession:
    keys = KeyRing.parse(new_secret())
    vault = SessionVault(EntryFile(tmp_path / "session.enc"), keys, now=lambda: datetime.now(UTC))
    return await vault.save(
        "default",
        origin="https://www.vinted.fr",
        user_agent="UA",
        cookies=[Cookie("access_token_web", "s3cr3t-value")],
        username="marie",
    )


async def test_a_session_shows_nothing_but_its_account_and_version(
    session: SealedSession,
) -> None:
    shown = "SealedSession(account='default', version=1)"
    assert repr(session) == str(session) == f"{session}" == shown


async def test_a_session_is_neither_pickled_copied_nor_encoded(session: SealedSession) -> None:
    for carry in (pickle.dumps, copy.copy, copy.deepcopy, dataclasses.asdict, json.dumps):
        with pytest.raises(TypeError):
            carry(session)


async def test_no_attribute_of_a_session_shows_a_cookie(session: SealedSession) -> None:
    # A class with slots is made twice; until Python 3.11.4 this one descriptor is the first's.
    for name in set(dir(session)) - {"__weakref__"}:
        assert "s3cr3t-value" not in repr(getattr(session, name))


async def test_the_open_seller_shows_no_cookie_either(session: SealedSession) -> None:
    seller = session.open()
    assert seller.cookies[0].value == "s3cr3t-value"
    assert "s3cr3t-value" not in f"{seller!r} {seller.cookies!r}"
