"""Checks of the switches that change what the server does: photos, sessions, publishing."""

from __future__ import annotations

import asyncio
import re
import time

import httpx
import pytest
from playwright.async_api import expect

from tests.browser.standin.checks import Scene, attributes, listing, publish, save_draft, switch
from tests.browser.standin.seller import picture


async def upload(scene: Scene, colour: str = "teal") -> httpx.Response:
    files = {"photo[file]": ("p.jpg", picture(colour), "image/jpeg")}
    fields = {"photo[type]": "item", "photo[temp_uuid]": ""}
    return await scene.api.post("/api/v2/photos", data=fields, files=files)


async def current(scene: Scene) -> httpx.Response:
    return await scene.api.get("/api/v2/users/current")


@switch("photo_delay")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"photo_delay": 0.3})
    started = time.monotonic()
    await upload(scene)
    assert time.monotonic() - started >= 0.3


@switch("photo_error")
async def _(scene: Scene) -> None:
    seller = await scene.open(photo_error=413)
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture("teal")}
    await seller.at("add-photos-input").set_input_files([file])
    await expect(seller.page.get_by_role("alert")).to_contain_text("photo")
    assert scene.market.state.photos == {}


@switch("photo_error_index")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"photo_error": 400, "photo_error_index": 1})
    statuses = [(await upload(scene)).status_code for _ in range(3)]
    assert statuses == [200, 400, 200]


@switch("photo_scramble")
async def _(scene: Scene) -> None:
    seller = await scene.open(photo_scramble=True)
    await seller.add_photos("teal", "orange")
    await seller.at("upload-form-save-draft-button").click()
    await seller.page.wait_for_url("**/member/*")
    state = scene.market.state
    assert [state.photos[photo.id].order for photo in state.drafts[0].photos] == [1, 0]


@switch("photo_max_bytes")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"photo_max_bytes": 100})
    answer = await upload(scene)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "photos")


@switch("session_rotation")
async def _(scene: Scene) -> None:
    seller = await scene.open(session_rotation=True)
    await seller.page.wait_for_url("**/items/new")
    await seller.page.locator("#title").wait_for()
    cookies = {row.get("name"): row.get("value") for row in await seller.page.context.cookies()}
    assert cookies["access_token_web"] not in ("demo", None)
    state = scene.market.state
    assert state.members.session(cookies["access_token_web"]) is not None
    assert state.members.rotate("demo-refresh", None) is None
    assert state.faults.session_rotation is False


@switch("stale_refresh")
async def _(scene: Scene) -> None:
    scene.market.state.members.expire("demo", refresh_too=True)
    stale = {"name": "refresh_token_web", "value": "demo-refresh", "url": scene.market.url}
    seller = await scene.open(path=None)
    await seller.page.context.add_cookies([stale])
    async with seller.page.expect_response("**/web/api/auth/refresh") as refused:
        await seller.open()
    assert (await refused.value).status == 401
    await asyncio.sleep(0.2)
    assert "/session-refresh?ref_url=" in seller.page.url
    scene.market.state.patch_faults({"stale_refresh": "wall"})
    await seller.open()
    await seller.page.wait_for_url("**/member/signup/select_type?ref_url=*")


@switch("unauthorized_at")
async def _(scene: Scene) -> None:
    state = scene.market.state
    calls = {
        "photos": lambda: upload(scene),
        "category": lambda: attributes(scene.api),
        "draft": lambda: save_draft(scene.api),
        "publish": lambda: publish(scene.api),
    }
    for step, call in calls.items():
        state.patch_faults({"unauthorized_at": step})
        assert (await current(scene)).status_code == 200
        answer = await call()
        assert (answer.status_code, answer.json()["code"]) == (401, 100)
        assert (await current(scene)).status_code == 401
    assert state.items == {}


@switch("guest_token")
async def _(scene: Scene) -> None:
    seller = await scene.open(cookie=None, path="/", guest_token=True)
    names = {cookie.get("name") for cookie in await seller.page.context.cookies()}
    assert "access_token_web" in names
    answer = await seller.page.request.get(f"{scene.market.url}/api/v2/users/current")
    assert answer.status == 401
    await seller.open()
    assert "/member/signup/select_type" in seller.page.url


@switch("header_login")
async def _(scene: Scene) -> None:
    seller = await scene.open(header_login="someone", path="/")
    await expect(seller.page.locator("#user-menu-button img")).to_have_attribute("alt", "someone")
    assert (await current(scene)).json()["user"]["login"] == "demo"


@switch("other_account")
async def _(scene: Scene) -> None:
    before = (await current(scene)).json()["user"]
    seller = await scene.open(other_account="someone", path="/")
    await expect(seller.page.locator("#user-menu-button img")).to_have_attribute("alt", "someone")
    after = (await current(scene)).json()["user"]
    assert after["login"] == "someone"
    assert after["id"] != before["id"]


@switch("publish_outcome")
async def _(scene: Scene) -> None:
    photo = (await upload(scene)).json()["id"]
    addresses = {
        "item_page": "**/items/*-sac-a-dos",
        "stay_modal": "**/edit",
        "address_only": re.compile(r"/items/\d+$"),
        "elsewhere": f"{scene.market.url}/",
        "other_host": re.compile(r"//localhost:\d+/member/"),
    }
    for outcome, address in addresses.items():
        body = listing(assigned_photos=[{"id": photo}])
        draft = (await save_draft(scene.api, **body)).json()["draft"]
        seller = await scene.open(path=f"/items/{draft['id']}/edit", publish_outcome=outcome)
        await expect(seller.page.locator("#color")).to_have_value("Noir")
        await seller.publish()
        await seller.page.wait_for_url(address)
        if outcome == "stay_modal":
            await expect(seller.at("verification-modal")).to_be_visible()
        if outcome == "address_only":
            entries = "performance.getEntriesByType('navigation')[0].name"
            assert (await seller.page.evaluate(entries)).endswith("/edit")
        # Nobody is signed in there.
    cookies = await seller.page.context.cookies(seller.page.url)
    assert "access_token_web" not in {cookie["name"] for cookie in cookies}
    assert len(scene.market.state.live_items) == 5


@switch("draft_redirect")
async def _(scene: Scene) -> None:
    seller = await scene.open(draft_redirect=False)
    async with seller.page.expect_response("**/item_upload/drafts") as first:
        await seller.at("upload-form-save-draft-button").click()
    await (await first.value).finished()
    # While it saves, the page takes no other press.
    await seller.page.evaluate("() => new Promise((drawn) => requestAnimationFrame(drawn))")
    async with seller.page.expect_response("**/item_upload/drafts/*") as again:
        await seller.at("upload-form-save-draft-button").click()
    assert (await again.value).request.method == "PUT"
    assert seller.page.url.endswith("/items/new")
    assert len(scene.market.state.drafts) == 1


@switch("publish_fault")
async def _(scene: Scene) -> None:
    state = scene.market.state
    stored = {"lost_answer": 1, "reset_after": 1, "error_after": 1, "hang": 1}
    kept = {"error_before": 0, "reset_before": 0, "hang_before": 1, "denied_before": 0}
    for fault, items in (stored | kept).items():
        state.items.clear()
        state.patch_faults({"publish_fault": fault, "hang_seconds": 0.2})
        if fault in ("lost_answer", "reset_after", "reset_before"):
            with pytest.raises(httpx.RemoteProtocolError):
                await publish(scene.api)
        else:
            status = (await publish(scene.api)).status_code
            assert status == {"error": 500, "denied": 403}.get(fault.partition("_")[0], 200)
        assert len(state.items) == items, fault
    assert state.ledger.attempts[-1].outcome == "refused"


@switch("publish_fault_times")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"publish_fault": "error_before", "publish_fault_times": 1})
    statuses = [(await publish(scene.api)).status_code for _ in range(2)]
    assert statuses == [500, 200]


@switch("hang_seconds")
async def _(scene: Scene) -> None:
    state = scene.market.state
    state.patch_faults({"publish_fault": "hang", "hang_seconds": 0.5})
    call = asyncio.create_task(publish(scene.api))
    await asyncio.sleep(0.25)
    assert (len(state.items), call.done()) == (1, False)
    assert (await call).status_code == 200


@switch("publish_errors")
async def _(scene: Scene) -> None:
    errors = [{"field": "brand", "value": "Marque refusée"}, {"field": "isbn", "value": "?"}]
    seller = await scene.open(publish_errors=errors, draft=221)
    await seller.publish()
    await expect(seller.page.locator(".c-input:has(#brand) [role=alert]")).to_have_text(
        "Marque refusée"
    )
    refused = (await publish(scene.api)).json()
    assert (refused["code"], refused["errors"], refused["payload"]) == (99, errors, {})
    assert scene.market.state.live_items == []


@switch("held_for_review")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"held_for_review": True})
    answer = (await publish(scene.api)).json()
    assert answer["after_upload_actions"] == ["show_item_verification_modal"]
    owner = await scene.open(path=f"/items/{answer['item']['id']}")
    await expect(owner.page.get_by_text("En cours de vérification")).to_be_visible()
    guest = await scene.open(cookie=None, path=f"/items/{answer['item']['id']}")
    await expect(guest.page.locator("h1")).to_have_text("Sorry, something went wrong")


@switch("draft_error")
async def _(scene: Scene) -> None:
    seller = await scene.open(draft_error=500)
    await seller.at("upload-form-save-draft-button").click()
    await expect(seller.page.locator(".form-problem")).to_have_text("Une erreur est survenue")
    assert scene.market.state.items == {}


@switch("wardrobe_delay")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"wardrobe_delay": 0.3})
    await publish(scene.api)
    user = (await current(scene)).json()["user"]["id"]
    seen = []
    for pause in (0, 0.35):
        await asyncio.sleep(pause)
        seen.append((await scene.api.get(f"/api/v2/wardrobe/{user}/items")).json()["items"])
    assert [len(items) for items in seen] == [0, 1]


@switch("site_down")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"site_down": True})
    for path in ("/", "/items/new", "/api/v2/users/current"):
        answer = await scene.api.get(path)
        assert (answer.status_code, answer.headers["content-type"][:9]) == (503, "text/html")


@switch("other_market")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"other_market": "http://127.0.0.1:9"})
    answer = await scene.api.get("/items/new", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, "http://127.0.0.1:9/items/new")


@switch("slow_pages")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"slow_pages": 0.3})
    started = time.monotonic()
    await current(scene)
    between = time.monotonic()
    await scene.api.get("/")
    assert time.monotonic() - between >= 0.3 > between - started


@switch("slow_api")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"slow_api": 0.3})
    started = time.monotonic()
    await scene.api.get("/")
    between = time.monotonic()
    await current(scene)
    assert time.monotonic() - between >= 0.3 > between - started
