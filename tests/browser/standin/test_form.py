"""The form since August 2026 beyond its switches: what leaves, and what the server says to it."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest
from playwright.async_api import Browser, Request, expect

from browser.standin import Standin, StandinOptions, serve_standin
from browser.standin.catalogue.data import Locale
from tests.browser.standin.checks import attributes, listing, publish
from tests.browser.standin.conftest import CALM, OpenSeller
from tests.browser.standin.field_checks import BOOK
from tests.browser.standin.parcel_checks import body
from tests.browser.standin.seller import Seller

AUGUST = replace(CALM, form="august")


@pytest.fixture(autouse=True)
def august(market: Standin) -> None:
    market.state.patch_faults({"form": "august"})


async def test_the_headers_of_a_create(open_seller: OpenSeller) -> None:
    seller = await open_seller(draft=221)
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    seller.page.on("request", note)
    await body(seller)
    [create] = [request for request in asked if request.method == "PUT"]
    headers = await create.all_headers()
    wanted = {
        "locale": "fr-FR",
        "platform": "web",
        "x-next-app": "marketplace-web",
        "x-upload-form": "true",
        "x-enable-dynamic-attribute-size": "true",
        "x-enable-dynamic-attribute-condition": "true",
        "x-enable-dynamic-attribute-video-game-rating": "true",
        "x-csrf-token": seller.state.csrf_token,
    }
    assert {name: headers.get(name) for name in wanted} == wanted
    assert headers["x-anon-id"]


async def test_a_create_without_its_upload_session(api: httpx.AsyncClient) -> None:
    sent = {"item": listing(), "push_up": False}
    headers = {"x-upload-form": "true"}
    answer = await api.post("/api/v2/item_upload/items", json=sent, headers=headers)
    assert (answer.status_code, answer.json()) == (500, {"code": 105})


@pytest.mark.parametrize(("price", "is_taken"), [(None, False), (0.5, False), (1, True)])
@pytest.mark.parametrize("spelled", [float, str])
async def test_prices_that_are_taken(
    *, api: httpx.AsyncClient, price: float | None, is_taken: bool, spelled: type
) -> None:
    answer = await publish(api, price=None if price is None else spelled(price))
    assert (answer.status_code == 200) is is_taken


async def test_a_price_above_the_bound(api: httpx.AsyncClient) -> None:
    assert (await publish(api, price=30_000)).status_code == 200
    refused = (await publish(api, price=30_001)).json()
    assert [row["field"] for row in refused["errors"]] == ["price"]
    assert (refused["code"], refused["message_code"], refused["payload"]) == (
        99,
        "validation_error",
        {},
    )


@pytest.mark.parametrize(
    ("leaf", "ids"),
    [
        (1810, [1, 2, 3, 8]),
        (1960, [8, 9, 10]),
        (1512, [11, 12, 13, 14]),
        (97, [1, 2, 3, 8]),
        (3568, []),
    ],
    ids=["clothes", "plates", "prams", "men's watches", "none"],
)
async def test_parcels_by_group(
    *, api: httpx.AsyncClient, market: Standin, leaf: int, ids: list[int]
) -> None:
    path = f"/shipping-estimation/external/catalogs/{leaf}/package_sizes"
    rows = (await api.get(path)).json()["package_sizes"]
    assert [row["id"] for row in rows] == ids


@pytest.mark.parametrize(
    ("locale", "publish_word", "label", "condition", "price"),
    [
        ("it", "Carica", "Titolo", "Ottime condizioni", "12,50\u00a0€"),
        ("es", "Subir", "Título", "Muy bueno", "12,50\u00a0€"),
        ("nl", "Uploaden", "Titel", "Heel goed", "12,50\u00a0€"),
        ("pl", "Dodaj", "Tytuł", "Bardzo dobry", "12,50\u00a0zł"),
        ("pt", "Carregar", "Título", "Muito bom", "12,50\u00a0€"),
        ("cs", "Nahrát", "Název", "Velmi dobré", "12,50\u00a0Kč"),
        ("xx", "Extaim", "Cucto", "Dozh paam", "12,50\u00a0€"),
    ],
)
async def test_the_words_of_further_languages(
    *, chromium: Browser, locale: Locale, publish_word: str, label: str, condition: str, price: str
) -> None:
    async with serve_standin(options=StandinOptions(locale=locale, faults=AUGUST)) as standin:
        context = await chromium.new_context()
        token = {"name": "access_token_web", "value": "demo", "url": standin.url}
        await context.add_cookies([token])  # type: ignore[list-item] - a cookie by its address
        seller = Seller(await context.new_page(), standin.state, standin.url, wide=True)
        await seller.open_draft(221)
        await seller.choose("condition", "condition-2")
        await seller.enter_price("12.5")
        shown = [await seller.value("condition"), await seller.value("price")]
        assert shown == [condition, price]
        await expect(seller.page.locator("label[for=title]")).to_have_text(label)
        await seller.open()
        await expect(seller.at("upload-form-save-button")).to_have_text(publish_word)
        await context.close()


async def refused(api: httpx.AsyncClient, **changes: object) -> list[str]:
    return [row["field"] for row in (await publish(api, **changes)).json().get("errors", [])]


def told(**ids: int) -> list[dict[str, object]]:
    return [{"code": code, "ids": [number]} for code, number in ids.items()]


async def test_a_phone_needs_its_model(api: httpx.AsyncClient) -> None:
    phone = {"condition": 2, "sim_lock": 9101, "internal_memory_capacity": 9202}
    rows = told(**phone)
    assert await refused(api, catalog_id=3565, item_attributes=rows) == ["model"]
    rows = told(**phone, model=8103)
    assert await refused(api, catalog_id=3565, item_attributes=rows) == []
    rows = told(condition=2, model=8103)
    missing = await refused(api, catalog_id=3565, item_attributes=rows)
    assert set(missing) == {"sim_lock", "internal_memory_capacity"}


@pytest.mark.parametrize(
    ("isbn", "language", "missing"),
    [
        (None, None, ["isbn"]),
        ("12345", None, ["isbn"]),
        ("9782070360024", None, []),
        ("0000000000000", None, ["language_book"]),
        ("0000000000000", 6436, []),
    ],
)
async def test_the_number_of_a_book(
    *, api: httpx.AsyncClient, isbn: str | None, language: int | None, missing: list[str]
) -> None:
    rows = told(condition=2) + (told(language_book=language) if language else [])
    assert await refused(api, catalog_id=5425, isbn=isbn, item_attributes=rows) == missing


async def test_a_known_number_fills_what_belongs_to_it(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    await seller.choose_category(BOOK)
    await seller.at("isbn--input").press_sequentially("9782070360024")
    await expect(seller.page.get_by_text("L'Étranger")).to_be_visible()
    assert await seller.value("language_book") == "Français"
    assert (await body(seller))["draft"]["isbn"] == "9782070360024"


async def test_a_searched_list_mounts_rows_as_it_is_scrolled(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    await seller.choose_leaf(("2309", "2313", "2374", "2391"))
    await seller.at("category-video_game_platform-single-list_search-input").click()
    rows = seller.page.locator("[id^=video_game_platform-][role=radio]")
    await expect(rows).to_have_count(15)
    await rows.first.hover()
    await seller.page.mouse.wheel(0, 3000)
    await expect(rows).to_have_count(30)
    await seller.at("video_game_platform-search--input").press_sequentially("amiga")
    await rows.first.click()
    assert await seller.value("video_game_platform") == "Amiga"


FIELDS = {
    "phone": (3565, "brand condition sim_lock internal_memory_capacity color"),
    "book": (5425, "isbn condition language_book"),
    "skirt": (200, "brand size condition color material skirt_length"),
    "stamp": (4889, "condition"),
    "plate": (1960, "brand condition color material"),
    "pram": (1512, "brand condition"),
    "bag": (156, "brand condition color material"),
    "vase": (1940, "brand condition color material"),
    "console": (2391, "brand condition video_game_platform"),
    "dress": (1059, "brand size condition color material"),
    "T-shirt": (221, "brand size condition color material measurements"),
    "jeans": (1818, "brand size condition color material"),
    "plush": (1764, "brand size condition color kid_age"),
}


@pytest.mark.parametrize("kind", FIELDS)
async def test_fields_by_category(api: httpx.AsyncClient, kind: str) -> None:
    leaf, codes = FIELDS[kind]
    rows = (await attributes(api, leaf)).json()["attributes"]
    assert [row["code"] for row in rows] == codes.split()


async def test_suggested_copies_of_sizes(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    await seller.add_photos("teal")
    await seller.choose_leaf()
    await seller.page.locator("#size").click()
    await seller.page.locator("#size-suggestions-grid-option-1736").click()
    assert await seller.value("size") == "XXS"


async def test_the_line_of_law_is_french(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    await expect(seller.at("item-transparency-law")).to_be_visible()
