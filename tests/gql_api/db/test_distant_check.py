"""A session looked at where there is no browser, and no worker that has one."""

from pathlib import Path

from cryptography.fernet import Fernet

from browser.listing import Cookie, SessionState
from gql_api.bootstrap.container import Role, build_core
from gql_api.remote.rpc import PURPOSE, DistantSessions, RpcClient
from gql_api.settings import load_settings
from tests.gql_api.db.conftest import only_postgresql

FRENCH = "https://www.vinted.fr"


@only_postgresql
async def test_a_check_that_no_worker_makes_is_no_error(address: str, tmp_path: Path) -> None:
    key = Fernet.generate_key().decode()
    given = {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": address,
        "SECRET_KEY": key,
        "STORAGE_URL": tmp_path.as_uri(),
    }
    core = build_core(load_settings(given), Role.API, FRENCH)
    await core.database.open()
    cookies = [Cookie("access_token_web", "demo")]
    await core.vault.save("default", origin=FRENCH, user_agent="Mozilla/5.0", cookies=cookies)
    errands = RpcClient(core.stores.rpc, core.keys.derive(PURPOSE), wait_seconds=0.2)
    sessions = DistantSessions(core.vault, core.stores.rests, core.markets, errands, now=core.now)
    unknown = await sessions.check("default")
    await core.database.close()
    assert (unknown.state, unknown.authenticated) == (SessionState.UNKNOWN, False)
    assert "No worker" in str(unknown.reason)
