"""Checks of the switches about who is signed in, and when."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Awaitable
from typing import Any

import httpx
from playwright.async_api import expect

from tests.browser.standin.checks import Scene, attributes, publish, save_draft, switch
from tests.browser.standin.seller import Seller
from tests.browser.standin.server_checks import current, upload

WHO = "/api/v2/users/current"


async def statuses(*calls: Awaitable[httpx.Response]) -> list[int]:
    return [(await call).status_code for call in calls]


@switch("late_session_seconds")
async def _(scene: Scene) -> None:
    """A guest until the page has had its time; the page asks again by itself once it has."""
    scene.market.state.patch_faults({"late_session_seconds": 0.5})
    assert (await current(scene)).status_code == 401
    await scene.api.get("/items/new")
    assert (await current(scene)).status_code == 401
    await asyncio.sleep(0.55)
    assert (await current(scene)).json()["user"]["login"] == "demo"
    await _asked_again_by_the_page(scene)


async def _asked_again_by_the_page(scene: Scene) -> None:
    seller = await scene.open(path=None, late_session_seconds=3.0)
    answers: list[int] = []

    def note(response: Any) -> None:
        if response.url.endswith(WHO):
            answers.append(response.status)

    seller.page.on("response", note)

    def renewed(response: Any) -> bool:
        return bool(response.url.endswith(WHO) and response.ok)

    async with seller.page.expect_response(renewed, timeout=15_000):
        await seller.open()
    assert answers == [401, 200]


@switch("late_session_calls")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"late_session_calls": 2})
    await scene.api.get("/items/new")
    assert await statuses(current(scene), current(scene), current(scene)) == [401, 401, 200]


@switch("late_session_cure")
async def _(scene: Scene) -> None:
    cured = {"either": 200, "reload": 200, "wait": 401}
    for cure, status in cured.items():
        scene.market.state.patch_faults({"late_session_calls": 5, "late_session_cure": cure})
        await scene.api.get("/items/new")
        assert (await current(scene)).status_code == 401
        await scene.api.get("/items/new")
        assert (await current(scene)).status_code == status, cure
    scene.market.state.patch_faults({"late_session_calls": 1, "late_session_cure": "reload"})
    await scene.api.get("/items/new")
    assert await statuses(current(scene), current(scene), current(scene)) == [401, 401, 401]


@switch("guest_answer")
async def _(scene: Scene) -> None:
    guest = {"Cookie": "access_token_web=nobody"}
    for kind, status, code in (("unauthorized", 401, 100), ("denied", 403, 106)):
        scene.market.state.patch_faults({"guest_answer": kind})
        answer = await scene.api.get(WHO, headers=guest)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    scene.market.state.patch_faults({"guest_answer": "no_login"})
    answer = await scene.api.get(WHO, headers=guest)
    assert (answer.status_code, answer.json()["user"]) == (200, {})
    assert (await current(scene)).json()["user"]["login"] == "demo"


@switch("who_refused")
async def _(scene: Scene) -> None:
    """What a member is answered to who-am-I: by the guard or for a verification, and by nothing."""
    signs = {
        "captcha_data": (403, "application/json", b'{"url":"https://geo.captcha-delivery.com'),
        "captcha_page": (403, "text/html; charset=utf-8", b"var dd="),
        "verification": (403, "application/json", b'"code":115'),
        "binary": (200, "application/octet-stream", b"\x00\x01\x02"),
        "no": (200, "application/json", b'"login":"demo"'),
    }
    for kind, (status, media_type, sign) in signs.items():
        scene.market.state.patch_faults({"who_refused": kind})
        answer = await current(scene)
        assert (answer.status_code, answer.headers["content-type"]) == (status, media_type)
        assert sign in answer.content


@switch("guest_page")
async def _(scene: Scene) -> None:
    guest = await scene.open(cookie=None, guest_page="join")
    assert guest.page.url == f"{guest.url}/items/new"
    await expect(guest.at("header--login-button")).to_be_visible()
    join = guest.page.locator("main a[href^='/member/signup']")
    await expect(join).to_be_visible()
    await expect(guest.page.locator("#title")).to_have_count(0)
    seller = await scene.open()
    await expect(seller.page.locator("#title")).to_be_visible()


@switch("own_current_call")
async def _(scene: Scene) -> None:
    seller = await scene.open(path=None)
    async with seller.page.expect_response(f"**{WHO}") as asked:
        await seller.open()
    assert (await asked.value).ok
    row = next(row for row in scene.market.state.ledger.requests if row.path == WHO)
    assert (row.kind, row.dest, row.locale, row.has_anon_id) == ("who", "empty", "fr-FR", True)
    seller = await scene.open(own_current_call=False)
    await seller.page.locator("#title").wait_for()
    assert WHO not in await _loaded(seller)


async def _loaded(seller: Seller) -> list[str]:
    names = "performance.getEntriesByType('resource').map(e => new URL(e.name).pathname)"
    found: list[str] = await seller.page.evaluate(names)
    return found


@switch("id_claim")
async def _(scene: Scene) -> None:
    state, cookie = scene.market.state, "demo"
    for claim in ("sub", "account_id"):
        state.patch_faults({"id_claim": claim})
        fresh = state.members.rotate(state.members.sessions[cookie].refresh, None)
        assert fresh is not None
        cookie = fresh.access
        body = cookie.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        assert claims[claim] == fresh.account.id
    assert state.members.session(cookie) is not None
    state.patch_faults({"id_claim": "none"})
    fresh = state.members.rotate(state.members.sessions[cookie].refresh, None)
    assert fresh is not None
    assert fresh.access.startswith("demo~")


@switch("unauthorized_as")
async def _(scene: Scene) -> None:
    state = scene.market.state
    calls = {
        "photos": lambda: upload(scene),
        "category": lambda: attributes(scene.api),
        "draft": lambda: save_draft(scene.api),
        "publish": lambda: publish(scene.api),
    }
    for step, call in calls.items():
        state.patch_faults({"unauthorized_at": step, "unauthorized_as": 403})
        assert (await current(scene)).status_code == 200
        for answer in (await call(), await current(scene)):
            found = (answer.status_code, answer.json()["code"], answer.json()["message_code"])
            assert found == (403, 106, "access_denied")
    assert (state.items, state.photos) == ({}, {})


@switch("item_read")
async def _(scene: Scene) -> None:
    state = scene.market.state
    stored = await save_draft(scene.api)
    path = f"/api/v2/item_upload/items/{stored.json()['draft']['id']}"
    without = {"x-csrf-token": ""}
    for kind, expected in (
        ("open", [200, 200]),
        ("csrf", [200, 403]),
        ("refused", [403, 403]),
        ("signed_out", [401, 401]),
    ):
        state.patch_faults({"item_read": kind})
        both = (scene.api.get(path), scene.api.get(path, headers=without))
        assert await statuses(*both) == expected


@switch("page_language")
async def _(scene: Scene) -> None:
    seller = await scene.open(page_language="en", path="/")
    await expect(seller.page.locator("html")).to_have_attribute("lang", "en-GB")
    await seller.open()
    await expect(seller.page.locator("h1")).to_have_text("Sell an item")
    await save_draft(scene.api, title="Item")
    assert scene.market.state.drafts[0].currency == "EUR"


@switch("slow_paths")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"slow_paths": {"/api/v2/item_upload/co*": 0.4}})
    colours = asyncio.create_task(scene.api.get("/api/v2/item_upload/colors"))
    assert (await scene.api.get(WHO)).status_code == 200
    await asyncio.sleep(0.1)
    assert not colours.done()
    assert (await colours).status_code == 200


@switch("hanging_paths")
async def _(scene: Scene) -> None:
    seller = await scene.open(path=None, hanging_paths=["/api/v2/item_upload/attributes"])
    await seller.open()
    async with seller.page.expect_request("**/item_upload/attributes") as asked:
        await seller.choose_category()
    answer = asyncio.create_task((await asked.value).response())
    await asyncio.sleep(0.3)
    assert not answer.done()
    await expect(seller.page.locator("#brand")).to_have_count(0)
    answer.cancel()
    await seller.page.context.close()
