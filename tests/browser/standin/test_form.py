"""The form since August 2026 beyond its switches: what leaves, and what the server says to it."""

from __future__ import annotations

import httpx
import pytest
from playwright.async_api import Browser, Request, expect

from browser.standin import Standin, StandinOptions, serve_standin
from browser.standin.data import Locale
from tests.browser.standin.checks import listing, publish
from tests.browser.standin.conftest import CALM, OpenSeller
from tests.browser.standin.parcel_checks import body
from tests.browser.standin.seller import Seller


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
    async with serve_standin(options=StandinOptions(locale=locale, faults=CALM)) as standin:
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
