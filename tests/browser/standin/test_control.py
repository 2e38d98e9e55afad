"""The control API, the ledger it gives out, and running several stand-ins in one process."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime

import httpx
import pytest

from browser.standin import Faults, Standin, StandinOptions, serve_standin
from tests.browser.standin.checks import publish
from tests.browser.standin.conftest import OpenSeller
from tests.browser.standin.seller import picture

CONTROL = "/__standin__"


async def test_faults_are_read_changed_and_cleared(api: httpx.AsyncClient, market: Standin) -> None:
    answer = await api.patch(f"{CONTROL}/faults", json={"site_down": True, "slow_pages": 1})
    assert answer.json()["faults"]["site_down"] is True
    assert market.state.faults == Faults(site_down=True, slow_pages=1.0, cookie_banner=False)
    read = (await api.get(f"{CONTROL}/faults")).json()
    assert set(read["faults"]) == set(read["about"])
    assert (await api.delete(f"{CONTROL}/faults")).json()["faults"]["site_down"] is False
    assert market.state.faults == Faults()


@pytest.mark.parametrize("body", [{"no_such": 1}, {"site_down": "yes"}])
async def test_a_wrong_switch_changes_nothing(
    api: httpx.AsyncClient, market: Standin, body: dict[str, object]
) -> None:
    before = market.state.faults
    answer = await api.patch(f"{CONTROL}/faults", json=body | {"bounce_home": True})
    assert answer.status_code == 400
    assert next(iter(body)) in answer.json()["error"]
    assert market.state.faults == before


async def test_the_ledger(api: httpx.AsyncClient) -> None:
    files = {"photo[file]": ("p.jpg", picture("teal"), "image/jpeg")}
    photo = await api.post("/api/v2/photos", data={"photo[type]": "item"}, files=files)
    photo_id = photo.json()["id"]
    await publish(api, assigned_photos=[{"id": photo_id, "orientation": 90}])
    await api.get("/items/new", headers={"User-Agent": "A browser"})
    ledger = (await api.get(f"{CONTROL}/ledger")).json()
    assert ledger["photos"][0]["id"] == photo_id
    assert len(ledger["photos"][0]["sha256"]) == 64
    assert "content" not in ledger["photos"][0]
    assert ledger["items"][0]["photos"] == [{"id": photo_id, "orientation": 90}]
    assert ledger["attempts"][0]["outcome"] == "stored"
    assert ledger["form_views"] == {"/items/new": 1}
    assert "A browser" in ledger["user_agents"]
    assert ledger["requests"][0]["cookies"] == ["access_token_web"]
    assert "=demo" not in str(ledger)


async def test_accounts_and_sessions(api: httpx.AsyncClient) -> None:
    added = await api.post(f"{CONTROL}/accounts", json={"cookie": "c2", "login": "camille"})
    assert added.json()["account"]["login"] == "camille"
    as_camille = {"Cookie": "access_token_web=c2"}
    current = "/api/v2/users/current"
    assert (await api.get(current, headers=as_camille)).json()["user"]["login"] == "camille"
    await api.post(f"{CONTROL}/sessions/expire", json={"cookie": "c2"})
    assert (await api.get(current, headers=as_camille)).status_code == 401
    unknown = await api.post(f"{CONTROL}/sessions/expire", json={"cookie": "nobody"})
    assert unknown.status_code == 400
    assert (await api.post(f"{CONTROL}/accounts", json={"login": "x"})).status_code == 400


async def test_reset(api: httpx.AsyncClient, market: Standin) -> None:
    await publish(api)
    await api.post(f"{CONTROL}/reset")
    assert market.state.items == {}
    assert market.state.ledger.requests == []


async def test_without_control_nothing_is_served() -> None:
    options = StandinOptions(control=False, login="marie")
    async with serve_standin(options=options) as quiet, httpx.AsyncClient() as client:
        assert (await client.get(f"{quiet.url}{CONTROL}/faults")).status_code == 404
        assert (await client.post(f"{quiet.url}{CONTROL}/reset")).status_code == 404
        cookie = {"Cookie": "access_token_web=demo"}
        current = await client.get(f"{quiet.url}/api/v2/users/current", headers=cookie)
        assert current.json()["user"]["login"] == "marie"


async def test_the_clock_is_an_argument() -> None:
    then = datetime(2031, 5, 4, 12, tzinfo=UTC)
    async with serve_standin(options=StandinOptions(now=lambda: then)) as standin:
        token = standin.state.csrf_token
        headers = {"Cookie": "access_token_web=demo", "X-CSRF-Token": token}
        async with httpx.AsyncClient(base_url=standin.url, headers=headers) as client:
            await publish(client)
    assert standin.state.live_items[0].created_at == then


async def test_two_stand_ins_are_independent(api: httpx.AsyncClient, market: Standin) -> None:
    await publish(api)
    async with serve_standin() as other:
        assert other.url != market.url
        assert other.state.items == {}
        other.state.patch_faults({"site_down": True})
    assert (await api.get("/")).status_code == 200


async def test_it_closes_promptly_with_open_connections_and_hanging_calls() -> None:
    async with httpx.AsyncClient() as client:
        async with serve_standin() as standin:
            await client.get(standin.url)
            standin.state.patch_faults({"slow_pages": 60.0})
            hanging = asyncio.create_task(client.get(standin.url))
            await asyncio.sleep(0.1)
            started = time.monotonic()
        assert time.monotonic() - started < 1.5
        with pytest.raises(httpx.RemoteProtocolError):
            await hanging


async def test_a_taken_port_is_an_error(market: Standin) -> None:
    port = int(market.url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"):
        async with serve_standin(port=port):
            pass


async def test_marks_count_what_came_after_them(
    api: httpx.AsyncClient, open_seller: OpenSeller, market: Standin
) -> None:
    seller = await open_seller(cookie="demo")
    await seller.page.locator("#title").wait_for()
    marked = (await api.post(f"{CONTROL}/marks", json={"name": "now"})).json()
    member = market.state.members.sessions["demo"].account.id
    await api.get(f"/api/v2/wardrobe/{member}/items")
    await publish(api)
    await seller.open("/")
    await seller.page.wait_for_load_state("networkidle")
    counted = (await api.get(f"{CONTROL}/marks/now")).json()
    assert (counted["at"], counted["counts"]["wardrobe"]) == (marked["at"], 1)
    assert (counted["counts"]["write"], counted["counts"]["page"]) == (1, 1)
    rows = {(row["kind"], row["dest"]) for row in counted["requests"]}
    assert {("page", "document"), ("wardrobe", ""), ("write", ""), ("who", "empty")} <= rows
    assert all(row["at"] > marked["at"] for row in counted["requests"])
    assert (await api.get(f"{CONTROL}/marks/never")).status_code == 400


async def test_an_obstacle_marks_its_moment(api: httpx.AsyncClient, market: Standin) -> None:
    await api.get("/items/new")
    assert market.state.ledger.marks == {}
    market.state.patch_faults({"challenge": "hard_block"})
    await api.get("/items/new")
    first = market.state.ledger.marks["challenge"]
    await api.get("/items/new")
    assert market.state.ledger.marks == {"challenge": first}
    assert market.state.ledger.counts_since("challenge") == {"page": 1}


async def test_seeding_a_wardrobe(api: httpx.AsyncClient, market: Standin) -> None:
    made = await api.post(f"{CONTROL}/items", json={"count": 400, "title": "Sac"})
    drafts = await api.post(f"{CONTROL}/items", json={"count": 2, "draft": True})
    assert (len(made.json()["ids"]), len(market.state.live_items)) == (400, 400)
    assert [item.id for item in market.state.drafts] == drafts.json()["ids"]
    photo = market.state.live_items[0].photos[0].id
    assert (await api.get(f"/photos/{photo}")).headers["content-type"] == "image/jpeg"
    for body in ({"count": 0}, {"count": True}, {"count": 1, "cookie": "nobody"}, {}):
        assert (await api.post(f"{CONTROL}/items", json=body)).status_code == 400
