"""The JSON API as the facts describe it: bodies, refusals, sessions, drafts, the wardrobe."""

from __future__ import annotations

import asyncio
import io
from typing import Any

import httpx
import pytest
from PIL import Image

from browser.standin import Standin
from tests.browser.standin.checks import UPLOAD_SESSION, attributes, listing, publish
from tests.browser.standin.seller import picture

UPLOAD = "/api/v2/item_upload"


async def send_photo(api: httpx.AsyncClient, content: bytes, kind: str = "item") -> httpx.Response:
    fields = {"photo[type]": kind, "photo[temp_uuid]": "the-session"}
    files = {"photo[file]": ("p.jpg", content, "image/jpeg")}
    return await api.post("/api/v2/photos", data=fields, files=files)


async def fields_refused(api: httpx.AsyncClient, **changes: Any) -> list[str]:
    answer = await publish(api, **changes)
    assert (answer.status_code, answer.json()["code"]) == (400, 99)
    assert answer.json()["message_code"] == "validation_error"
    return [error["field"] for error in answer.json()["errors"]]


async def test_who_is_signed_in(api: httpx.AsyncClient, market: Standin) -> None:
    user = (await api.get("/api/v2/users/current")).json()["user"]
    assert user == {"id": market.state.members.sessions["demo"].account.id, "login": "demo"}


@pytest.mark.parametrize("cookie", ["", "access_token_web=another"])
async def test_anyone_else_gets_the_401_of_the_market(market: Standin, cookie: str) -> None:
    async with httpx.AsyncClient(base_url=market.url, headers={"Cookie": cookie}) as client:
        answer = await client.get("/api/v2/users/current")
    assert answer.status_code == 401
    assert answer.json()["code"] == 100
    assert answer.json()["message_code"] == "invalid_authentication_token"


async def test_writes_need_the_page_s_token(api: httpx.AsyncClient, market: Standin) -> None:
    wrong = {"X-CSRF-Token": "0f4f0000-0000-4000-8000-000000000000"}
    body = {"item": listing()}
    answer = await api.post(f"{UPLOAD}/items", json=body, headers=wrong)
    assert (answer.status_code, answer.json()["message_code"]) == (403, "access_denied")
    assert market.state.items == {}


async def test_a_call_that_hangs_leaves_nothing_in_the_market_that_comes_after(
    api: httpx.AsyncClient, market: Standin
) -> None:
    hangs = {"publish_fault": "hang_before", "publish_fault_times": 1, "hang_seconds": 600.0}
    market.state.patch_faults(hangs)
    call = asyncio.create_task(publish(api))
    async with asyncio.timeout(10):
        while market.state.publish_faults_left:
            await api.get("/api/v2/users/current")
    market.state.reset()
    with pytest.raises(httpx.RemoteProtocolError):
        await call
    # Whoever is asked next sees that the call is over.
    assert (await api.get("/api/v2/users/current")).status_code == 200
    assert (market.state.items, market.state.ledger.attempts) == ({}, [])
    assert [each.method for each in market.state.ledger.requests] == ["GET"]


async def test_a_photo_is_measured_and_kept(api: httpx.AsyncClient, market: Standin) -> None:
    content = picture("teal", "PNG", (32, 48))
    answer = (await send_photo(api, content)).json()
    assert (answer["width"], answer["height"], answer["temp_uuid"]) == (32, 48, "the-session")
    assert market.state.photos[answer["id"]].content == content
    assert (await api.get(answer["url"])).content == content
    assert {"type", "url", "width", "height"} <= set(answer["thumbnails"][0])


async def test_what_is_no_photo_is_refused(api: httpx.AsyncClient, market: Standin) -> None:
    bitmap = io.BytesIO()
    Image.new("RGB", (4, 4)).save(bitmap, "BMP")
    assert (await send_photo(api, b"not an image")).status_code == 400
    assert (await send_photo(api, bitmap.getvalue())).status_code == 400
    assert (await send_photo(api, picture("teal"), kind="avatar")).status_code == 400
    assert market.state.photos == {}


async def test_condition_in_either_place(api: httpx.AsyncClient, market: Standin) -> None:
    await publish(api, item_attributes=[], status_id=3)
    await publish(api)
    assert [item.condition_id for item in market.state.live_items] == [3, 2]


@pytest.mark.parametrize(
    ("size_id", "attribute"), [(1739, None), (None, 1739), (1739, 1739)], ids=str
)
async def test_size_in_either_place(
    api: httpx.AsyncClient, market: Standin, size_id: int | None, attribute: int | None
) -> None:
    given = [{"code": "size", "ids": [attribute]}] if attribute else []
    rows = [{"code": "condition", "ids": [2]}, *given]
    answer = await publish(api, catalog_id=221, size_id=size_id, item_attributes=rows)
    assert answer.status_code == 200
    assert market.state.live_items[0].size_id == 1739


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 101}, "title"),
        ({"title": "Sac 🎒"}, "title"),
        ({"title": "Sac ***"}, "title"),
        ({"description": " "}, "description"),
        ({"description": "x" * 2001}, "description"),
        ({"price": 0.5}, "price"),
        ({"price": None}, "price"),
        ({"package_size_id": None}, "package_size"),
        ({"brand": "", "brand_id": None}, "brand"),
        ({"color_ids": []}, "color"),
        ({"item_attributes": []}, "condition"),
        ({"catalog_id": 221}, "size"),
        ({"assigned_photos": []}, "photos"),
        ({"assigned_photos": [{"id": n} for n in range(21)]}, "photos"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_what_the_server_refuses(
    api: httpx.AsyncClient, changes: dict[str, Any], field: str
) -> None:
    assert await fields_refused(api, **changes) == [field]


async def test_without_a_category_the_price_is_blamed_too(api: httpx.AsyncClient) -> None:
    assert await fields_refused(api, catalog_id=None) == ["category", "price"]
    assert await fields_refused(api, catalog_id=1904) == ["category", "price"]


async def test_an_unknown_required_attribute(api: httpx.AsyncClient, market: Standin) -> None:
    market.state.patch_faults({"extra_attribute": True})
    assert await fields_refused(api) == ["care_label"]
    rows = [{"code": "condition", "ids": [2]}, {"code": "care_label", "ids": [9901]}]
    assert (await publish(api, item_attributes=rows)).status_code == 200


async def test_drafts(api: httpx.AsyncClient, market: Standin) -> None:
    created = await api.post(f"{UPLOAD}/drafts", json={"draft": {"title": "Rien"}} | UPLOAD_SESSION)
    draft_id = created.json()["draft"]["id"]
    path = f"{UPLOAD}/drafts/{draft_id}"
    assert (await api.get(path)).json()["draft"] == {"id": draft_id}
    await api.put(path, json={"draft": {"title": "Mieux"}} | UPLOAD_SESSION)
    assert market.state.items[draft_id].title == "Mieux"
    assert (
        await api.post(f"{path}/completion", json={"draft": {}} | UPLOAD_SESSION)
    ).status_code == 400
    done = await api.post(
        f"{path}/completion", json={"draft": listing(), "push_up": False} | UPLOAD_SESSION
    )
    assert done.json()["item"]["id"] == draft_id
    assert (await api.put(path, json={"draft": {}} | UPLOAD_SESSION)).status_code == 403
    assert [row.kind for row in market.state.ledger.attempts] == [
        "draft",
        "draft",
        "completion",
        "completion",
    ]


async def test_a_deleted_draft(api: httpx.AsyncClient) -> None:
    created = await api.post(f"{UPLOAD}/drafts", json={"draft": {}} | UPLOAD_SESSION)
    path = f"{UPLOAD}/drafts/{created.json()['draft']['id']}"
    assert (await api.delete(path)).json()["code"] == 0
    assert (await api.get(path)).status_code == 404


async def test_live_items(api: httpx.AsyncClient, market: Standin) -> None:
    item_id = (await publish(api)).json()["item"]["id"]
    path = f"{UPLOAD}/items/{item_id}"
    copy = (await api.get(path)).json()["item"]
    assert (copy["title"], copy["status_id"], copy["color_ids"]) == ("Sac à dos", 2, [1])
    assert (await api.put(path, json={"item": listing(title="")})).status_code == 400
    assert (await api.put(path, json={"item": listing(title="Neuf")})).status_code == 200
    assert market.state.items[item_id].title == "Neuf"
    deleted = await api.post(f"/api/v2/items/{item_id}/delete", json={})
    assert deleted.json() == {"code": 0, "message": "Ok", "message_code": "ok"}
    assert (await api.get(path)).status_code == 404


async def test_items_of_others_are_out_of_reach(api: httpx.AsyncClient, market: Standin) -> None:
    item_id = (await publish(api)).json()["item"]["id"]
    market.state.members.add("other", "someone")
    as_other = {"Cookie": "access_token_web=other"}
    path = f"{UPLOAD}/items/{item_id}"
    assert (await api.get(path, headers=as_other)).status_code == 403
    assert (await api.put(path, json={}, headers=as_other)).status_code == 403
    assert (await api.get(f"/items/{item_id}/edit", headers=as_other)).status_code == 404


async def test_the_wardrobe_page_by_page(api: httpx.AsyncClient, market: Standin) -> None:
    for number in range(3):
        await publish(api, title=f"Sac {number}")
    await api.post(f"{UPLOAD}/drafts", json={"draft": {"title": "Plus tard"}} | UPLOAD_SESSION)
    user = market.state.members.sessions["demo"].account.id
    path = f"/api/v2/wardrobe/{user}/items"
    first = (await api.get(path, params={"page": 1, "per_page": 3})).json()
    assert [row["title"] for row in first["items"]] == ["Plus tard", "Sac 2", "Sac 1"]
    assert first["items"][1]["price"] == {"amount": "12.50", "currency_code": "EUR"}
    assert first["pagination"]["total_pages"] == 2
    second = (await api.get(path, params={"page": 2, "per_page": 3})).json()
    assert [row["title"] for row in second["items"]] == ["Sac 0"]
    drafts = (await api.get(path, params={"cond": "draft"})).json()
    assert [row["is_draft"] for row in drafts["items"]] == [True]


async def test_attributes_tell_the_fields(api: httpx.AsyncClient) -> None:
    rows = {row["code"]: row for row in (await attributes(api)).json()["attributes"]}
    assert rows["brand"]["configuration"] is rows["color"]["configuration"] is None
    condition, size = rows["condition"]["configuration"], rows["size"]["configuration"]
    assert (rows["condition"]["id"], rows["material"]["id"], rows["size"]["id"]) == (431, 8, 8001)
    assert condition["required"] and not rows["material"]["configuration"]["required"]
    assert [row["id"] for row in condition["options"][0]["options"]] == [6, 1, 2, 3, 4]
    assert (size["display_type"], [group["id"] for group in size["options"]]) == (
        "grid_chips",
        [80, 81, 82, 83, 84, 85],
    )
    bag = {row["code"] for row in (await attributes(api, 157)).json()["attributes"]}
    assert "unisex" in bag and "size" not in bag
    assert (await attributes(api, 987_654)).status_code == 404


async def test_tables(api: httpx.AsyncClient) -> None:
    roots = (await api.get(f"{UPLOAD}/catalogs")).json()["catalogs"]
    assert [root["id"] for root in roots] == [1904, 5, 2993, 1193, 1918, 2994, 2309, 4824, 4332]
    colors = (await api.get(f"{UPLOAD}/colors")).json()["colors"]
    assert (len(colors), colors[0]["title"], colors[0]["code"]) == (29, "Noir", "BLACK")
    materials = (await attributes(api)).json()["attributes"]
    rows = next(row for row in materials if row["code"] == "material")
    assert len(rows["configuration"]["options"][0]["options"]) == 55
    sizes = await api.get(f"{UPLOAD}/size_groups", params={"catalog_ids[]": 157})
    assert sizes.status_code == 404
    popular = (await api.get(f"{UPLOAD}/brands", params={"category_id": 221})).json()["brands"]
    found = (await api.get(f"{UPLOAD}/brands", params={"keyword": "nike"})).json()["brands"]
    assert (len(popular), found[0]["id"], len(found) <= 10) == (50, 53, True)
    assert found[0]["requires_authenticity_check"] is True


async def test_parcels_of_a_category(api: httpx.AsyncClient) -> None:
    answer = (await api.get("/api/v2/catalogs/157/package_sizes")).json()
    codes = [row["code"] for row in answer["package_sizes"]]
    assert codes[:3] == ["SMALL", "MEDIUM", "LARGE"]
    assert answer["recommended_id"] == 2


async def test_nothing_is_saved_without_an_upload_session(
    api: httpx.AsyncClient, market: Standin
) -> None:
    for path, name in ((f"{UPLOAD}/items", "item"), (f"{UPLOAD}/drafts", "draft")):
        answer = await api.post(path, json={name: listing()})
        assert (answer.status_code, answer.json()) == (500, {"code": 105})
    assert market.state.items == {}
