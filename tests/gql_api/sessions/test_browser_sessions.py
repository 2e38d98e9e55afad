"""One seller's session in the browsers of two workers, while the site renews it."""

from dataclasses import replace
from pathlib import Path

import pytest

from browser.listing import SessionState
from browser.page.conditions import PATIENT, Timeouts
from browser.standin import Standin, serve_standin
from gql_api.bootstrap.container import Role, build_core
from gql_api.bootstrap.worker import Worker, build_worker
from gql_api.domain.inputs import SessionInput
from gql_api.errors import Conflict
from gql_api.sessions.browser_sessions import BrowserSessions
from gql_api.settings import load_settings

GIVEN = SessionInput.model_validate(
    {
        "cookie": "access_token_web=demo; refresh_token_web=demo-refresh",
        "user_agent": "Mozilla/5.0 Chrome/156.0",
    }
)

HASTY = replace(PATIENT, navigation=5.0)


def worker(folder: Path, market: Standin, timeouts: Timeouts = PATIENT, **settings: str) -> Worker:
    env = {"DATA_DIR": str(folder), "VINTED_BASE_URL": market.url, **settings}
    return build_worker(build_core(load_settings(env), Role.ALL, market.url), timeouts=timeouts)


async def cookies(sessions: BrowserSessions) -> dict[str, str]:
    """What the vault holds now."""
    session = await sessions._vault.load("default")
    assert session is not None
    return {cookie.name: cookie.value for cookie in session.open().cookies}


async def test_a_renewal_in_one_browser_is_not_undone_by_another(tmp_path: Path) -> None:
    async with serve_standin() as market:
        one, other = worker(tmp_path, market), worker(tmp_path, market)
        await one.core.database.open()
        async with one.chromium, other.chromium:
            await one.sessions.save(GIVEN)
            assert (await one.sessions.check("default")).authenticated
            market.state.patch_faults({"session_rotation": True})
            assert (await other.sessions.check("default")).authenticated
            renewed = await cookies(other.sessions)
            assert renewed["access_token_web"] != "demo"
            # The first browser still has the older cookies open.
            assert (await one.sessions.check("default")).state is SessionState.VALID
            assert await cookies(one.sessions) == renewed
        await one.core.database.close()
        await other.core.database.close()


async def test_a_challenge_stands_though_the_site_then_does_not_answer(tmp_path: Path) -> None:
    async with serve_standin() as market:
        one = worker(tmp_path, market, HASTY)
        await one.core.database.open()
        async with one.chromium:
            await one.sessions.save(GIVEN)
            market.state.patch_faults({"challenge": "datadome"})
            assert (await one.sessions.check("default")).state is SessionState.CHALLENGED
            market.state.patch_faults({"challenge": "none", "hanging_paths": ["*"]})
            assert (await one.sessions.check("default")).state is SessionState.UNKNOWN
            # Nobody has acted: what is looked for later goes on waiting.
            assert (await one.sessions.status("default")).state is SessionState.CHALLENGED
            market.state.patch_faults({"hanging_paths": []})
            assert (await one.sessions.check("default")).state is SessionState.VALID
        await one.core.database.close()


async def test_a_session_is_not_taken_in_while_its_account_is_being_forgotten(
    tmp_path: Path,
) -> None:
    async with serve_standin() as market:
        one = worker(tmp_path, market)
        await one.core.database.open()
        async with one.chromium:
            await one.core.stores.forgotten.begin("default")
            with pytest.raises(Conflict) as refused:
                await one.sessions.save(GIVEN)
            assert refused.value.code == "account_busy"
            assert (await one.sessions.status("default")).state is SessionState.ABSENT
            await one.core.stores.forgotten.end("default")
            assert (await one.sessions.save(GIVEN)).authenticated
        await one.core.database.close()


async def test_a_rest_is_not_shortened_by_what_comes_meanwhile(tmp_path: Path) -> None:
    async with serve_standin() as market:
        one = worker(tmp_path, market, COOLDOWN_MINUTES="60")
        await one.core.database.open()
        async with one.chromium:
            await one.sessions.save(GIVEN)
            market.state.patch_faults({"challenge": "datadome"})
            with pytest.raises(Conflict):
                await one.sessions.resume("default")
            resting = (await one.sessions.status("default")).resting_until
            assert resting
            market.state.patch_faults({"challenge": "rate_limited", "retry_after": 5})
            with pytest.raises(Conflict):
                await one.sessions.resume("default")
            assert (await one.sessions.status("default")).resting_until == resting
        await one.core.database.close()
