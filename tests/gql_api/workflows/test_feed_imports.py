"""Which rows begin with which session: none without a usable one, and none of another market."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn, cast

import pytest

from browser.listing import Cookie
from gql_api.db.database import Database
from gql_api.db.importing.imports import ImportStore
from gql_api.db.jobs import JobStore
from gql_api.db.notices.outbox import Audience, NoticeStore
from gql_api.db.sessions import EntryFile, RestStore
from gql_api.domain.caller import THE_OPERATOR
from gql_api.domain.imports import ImportRow, RowState
from gql_api.security.keyring import KeyRing, new_secret
from gql_api.service.imports import ImportService
from gql_api.sessions.service import Markets, Sessions
from gql_api.sessions.vault import SessionVault
from gql_api.workflows.feed_imports import ImportFeeder
from tests.gql_api.db.conftest import Clock
from tests.gql_api.db.test_imports import ORIGIN, imported


class _Kept(Sessions):
    """Sessions as they are kept, without a browser to look at the site with."""

    async def save(self, *_: object) -> NoReturn:
        raise AssertionError("nothing is looked at")

    check = resume = save


_UNREACHED = cast("Any", None)
"""What a row that does not begin never comes to."""


@pytest.mark.parametrize("saved", [True, False])
async def test_the_end_of_a_session_is_told_once_and_a_session_that_never_was_is_not(
    tmp_path: Path, saved: bool
) -> None:
    clock, database = Clock(), Database(f"sqlite:///{tmp_path}/fripier.db")
    await database.open()
    notices = NoticeStore(database, clock, Audience(everybody=("webhook",)))
    imports = ImportStore(database, clock, ahead=3, budget=None)
    vault = SessionVault(
        EntryFile(tmp_path / "session.enc"), KeyRing.parse(new_secret()), now=clock
    )
    markets = Markets(ORIGIN, lambda _: ORIGIN, _UNREACHED)
    feeder = ImportFeeder(
        imports, JobStore(database, clock), _UNREACHED,
        _Kept(vault, RestStore(database), markets, now=clock),
        _UNREACHED, _UNREACHED, notices,
    )  # fmt: skip
    if saved:
        soon = clock() + timedelta(hours=1)
        cookies = [Cookie("access_token_web", "x")]
        await vault.save(
            "default", origin=ORIGIN, user_agent="Mozilla/5.0", cookies=cookies, expires_at=soon
        )
    kept = await imports.add(imported(clock, RowState.WAITING, RowState.WAITING))
    clock.pass_seconds(3600)
    for _ in range(3):
        await feeder.feed()
    told = await notices.due("webhook")
    assert [each.import_id for each in told] == ([kept.id] if saved else [])
    await database.close()


GERMAN = "https://www.vinted.de"


class _Begun(ImportFeeder):
    """Notes what would begin, and leaves it waiting."""

    async def _begin(self, row: ImportRow, account: str, origin: str) -> None:
        await self.imports.spoil(row, [{"field": "row", "detail": f"would begin on {origin}"}])


async def test_rows_of_another_market_wait_and_keep_no_other_import_waiting(
    tmp_path: Path,
) -> None:
    clock, database = Clock(), Database(f"sqlite:///{tmp_path}/fripier.db")
    await database.open()
    imports = ImportStore(database, clock, ahead=3, budget=2)
    vault = SessionVault(
        EntryFile(tmp_path / "session.enc"), KeyRing.parse(new_secret()), now=clock
    )
    markets = Markets(ORIGIN, lambda name: name, _UNREACHED)
    sessions = _Kept(vault, RestStore(database), markets, now=clock)
    jobs, notices = JobStore(database, clock), NoticeStore(database, clock, Audience())
    feeder = _Begun(imports, jobs, _UNREACHED, sessions, _UNREACHED, _UNREACHED, notices)
    cookies = [Cookie("access_token_web", "x")]
    await vault.save("default", origin=GERMAN, user_agent="x", cookies=cookies, expires_at=None)
    french = await imports.add(imported(clock, *[RowState.WAITING] * 3))
    german = await imports.add(replace(imported(clock, RowState.WAITING), origin=GERMAN))
    service = ImportService(
        store=imports, listings=_UNREACHED, photos=_UNREACHED, jobs=_UNREACHED, sessions=sessions,
        events=_UNREACHED, now=clock, caller=THE_OPERATOR,
    )  # fmt: skip
    waits = await service.get(french.id)
    assert waits.paused is not None and waits.paused.code == "wrong_market"
    assert str(waits.paused.detail) == (
        "This import is for www.vinted.fr, and the account's session is of www.vinted.de: cancel "
        "this import, or save a session of www.vinted.fr."
    )
    assert (await service.get(german.id)).paused is None
    await feeder.feed()
    (row,) = await imports.rows(german.id, "", limit=9)
    assert [str(each["detail"]) for each in row.problems] == [f"would begin on {GERMAN}"]
    rows = await imports.rows(french.id, "", limit=9)
    assert [each.state for each in rows] == [RowState.WAITING] * 3
    await database.close()
