"""One seller's session in the browsers of two workers, while the site renews it."""

from dataclasses import replace
from pathlib import Path

from browser.listing import SessionState
from browser.page.conditions import PATIENT, Timeouts
from browser.standin import Standin, serve_standin
from gql_api.bootstrap.container import Role, build_core
from gql_api.bootstrap.worker import Worker, build_worker
from gql_api.domain.inputs import SessionInput
from gql_api.sessions.browser_sessions import BrowserSessions
from gql_api.settings import load_settings

GIVEN = SessionInput.model_validate(
    {
        "cookie": "access_token_web=demo; refresh_token_web=demo-refresh",
        "user_agent": "Mozilla/5.0 Chrome/156.0",
    }
)

HASTY = replace(PATIENT, navigation=5.0)


def worker(folder: Path, market: Standin, timeouts: Timeouts = PATIENT) -> Worker:
    env = {"DATA_DIR": str(folder), "VINTED_BASE_URL": market.url}
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
