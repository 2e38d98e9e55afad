"""A session belongs to one market and is refused by name on others; which markets there are."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from browser.listing import Cookie, SessionCheck, SessionState
from gql_api.bootstrap.container import Core, Role, build_core
from gql_api.errors import Conflict
from gql_api.remote.rpc import PURPOSE, DistantSessions, RpcClient
from gql_api.sessions.browser_sessions import _refuse
from gql_api.settings import load_settings

FRENCH = "https://www.vinted.fr"
MARKETS = """{ capabilities { markets {
    host language currency decimalSeparator labelsKnown } } }"""


@pytest.fixture
async def core(tmp_path: Path) -> AsyncIterator[Core]:
    """A service on the real market, with a French session of the account `default`."""
    core = build_core(load_settings({"DATA_DIR": str(tmp_path)}), Role.ALL, FRENCH)
    await core.database.open()
    await core.vault.save(
        "default",
        origin=FRENCH,
        user_agent="Mozilla/5.0",
        cookies=[Cookie("access_token_web", "demo")],
        expires_at=datetime.now(UTC) + timedelta(days=1),
    )
    yield core
    await core.database.close()


def _sessions(core: Core) -> DistantSessions:
    errands = RpcClient(core.stores.rpc, core.keys.derive(PURPOSE))
    return DistantSessions(core.vault, core.stores.rests, core.markets, errands, now=core.now)


async def test_an_account_knows_its_market(core: Core) -> None:
    sessions = _sessions(core)
    assert (await sessions.status("default")).market == "www.vinted.fr"
    for named in (None, "www.vinted.fr", FRENCH):
        assert (await sessions.require("default", named)).origin == FRENCH


async def test_what_needs_no_look_at_the_site_waits_for_no_worker(core: Core) -> None:
    async with asyncio.timeout(20):
        assert (await _sessions(core).check("nobody")).state is SessionState.ABSENT


@pytest.mark.parametrize("market", ["www.vinted.de", "https://www.vinted.de"])
async def test_work_for_another_market_is_refused_with_both_hosts(core: Core, market: str) -> None:
    with pytest.raises(Conflict) as refused:
        await _sessions(core).require("default", market)
    assert (refused.value.code, refused.value.field) == ("wrong_market", "market")
    assert "www.vinted.fr" in refused.value.detail and "www.vinted.de" in refused.value.detail


def test_an_export_of_another_market_is_refused_with_both_hosts(core: Core) -> None:
    rows = [{"name": "access_token_web", "value": "a", "domain": ".vinted.de"}]
    with pytest.raises(Conflict) as refused:
        core.markets.select(json.dumps(rows), "www.vinted.fr")
    assert (refused.value.code, refused.value.field) == ("wrong_market", "cookie")
    assert "www.vinted.fr" in refused.value.detail and "www.vinted.de" in refused.value.detail


def test_a_session_that_the_site_sends_elsewhere_is_refused_with_both_hosts() -> None:
    seen = SessionCheck(SessionState.WRONG_MARKET, reason="sent to www.vinted.de")
    with pytest.raises(Conflict) as refused:
        _refuse(seen, "www.vinted.fr")
    assert refused.value.code == "wrong_market"
    assert "www.vinted.fr" in refused.value.detail and "www.vinted.de" in refused.value.detail


async def test_both_transports_show_the_same_26_markets(client: httpx.AsyncClient) -> None:
    answer = await client.post("/graphql", json={"query": MARKETS})
    shown = {one["host"]: one for one in answer.json()["data"]["capabilities"]["markets"]}
    rest = (await client.get("/vinted/markets")).json()["markets"]
    assert len(shown) == len(rest) == 26
    assert shown["www.vinted.pl"] == {
        "host": "www.vinted.pl",
        "language": "pl",
        "currency": "PLN",
        "decimalSeparator": ",",
        "labelsKnown": False,
    }
    assert [
        {
            "host": one["host"],
            "language": one["language"],
            "currency": one["currency"],
            "decimalSeparator": one["decimal_separator"],
            "labelsKnown": one["labels_known"],
        }
        for one in rest
    ] == list(shown.values())
