"""The page of one item: photos, price, attributes, and the buttons that only its owner sees."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..catalogue.data import Locale, Option, categories, conditions, materials
from ..catalogue.money import money
from ..catalogue.parcels import parcels_of
from ..payload import brand_title, category_title, color_titles, item_path, size_title
from ..state import Item
from ..web import faults_of, locale_of, session_of, state_of
from .sell import went_wrong
from .shell import Words, document, words_of


async def redirect(request: Request) -> Response:
    item = state_of(request).items.get(request.path_params["item_id"])
    if item is None or item.draft:
        return went_wrong(request)
    return RedirectResponse(item_path(item), 302)


async def show(request: Request) -> Response:
    number = request.path_params["slug"].partition("-")[0]
    item = state_of(request).items.get(int(number)) if number.isdecimal() else None
    session = session_of(request)
    is_owner = item is not None and session is not None and session.account.id == item.owner_id
    if item is None or item.draft or (item.held and not is_owner):
        return went_wrong(request)
    words, locale = words_of(request), locale_of(request)
    price = money(item.price, locale, item.currency)
    held = f'<p class="status">{escape(words["held_status"])}</p>' if item.held else ""
    main = (
        f'<div class="item-page"><div class="item-photos">{_photos(item)}</div>'
        f'<div class="item-sidebar"><h1 class="page-title">{escape(item.title)}</h1>{held}'
        f'<p class="item-price" data-testid="item-price">{price}</p>'
        f"{_details(item, words, locale, _parcel_title(item, request))}"
        f'<div class="item-text" itemprop="description">{escape(item.description)}</div>'
        f"{_owner_buttons(item, words) if is_owner else ''}</div></div>"
    )
    title = f"{item.title} | Vinted"
    payload = {"texts": words, "faults": {}}
    return document(request, title=title, main=main, scripts=("member.js",), payload=payload)


def _photos(item: Item) -> str:
    return "".join(
        f'<img src="/photos/{photo.id}" alt="{escape(item.title)}" data-photo-id="{photo.id}" '
        f'data-testid="item-photo-{order}" style="transform:rotate({photo.orientation}deg)">'
        for order, photo in enumerate(item.photos, start=1)
    )


def _parcel_title(item: Item, request: Request) -> str:
    leaf = categories().get(item.catalog_id or 0)
    offered = parcels_of(leaf, faults_of(request)) if leaf else ()
    titles = [row.title[locale_of(request)] for row in offered if row.id == item.package_size_id]
    return "".join(titles)


def _details(item: Item, words: Words, locale: Locale, parcel: str) -> str:
    rows = {
        "brand": brand_title(item),
        "size": size_title(item, locale),
        "condition": _titles(conditions(), [item.condition_id], locale),
        "color": ", ".join(color_titles(item, locale)),
        "material": _titles(materials(), item.attributes.get("material", ()), locale),
        "category": category_title(item, locale),
        "package": parcel,
        "unisex": "✓" if item.is_unisex else "",
        "uploaded": item.created_at.strftime("%Y-%m-%d %H:%M"),
    }
    cells = "".join(
        f"<dt>{escape(words['attributes'][code])}</dt>"
        f'<dd data-testid="item-attributes-{code}">{escape(text)}</dd>'
        for code, text in rows.items()
        if text
    )
    return f'<dl class="item-details">{cells}</dl>'


def _titles(options: tuple[Option, ...], chosen: Iterable[int | None], locale: Locale) -> str:
    ids = set(chosen)
    return ", ".join(option.title[locale] for option in options if option.id in ids)


def _owner_buttons(item: Item, words: Words) -> str:
    delete = f'data-post="/api/v2/items/{item.id}/delete" data-next="/member/{item.owner_id}"'
    plain = [
        ("item-bump-button", words["bump_button"], ""),
        ("mark-as-sold-button", words["mark_sold"], ""),
        ("item-hide-button", words["hide"], ""),
        ("item-delete-button", words["delete"], delete),
    ]
    buttons = "".join(
        f'<button type="button" class="web_ui__Button__button secondary" data-testid="{testid}" '
        f"{more}>{escape(text)}</button>"
        for testid, text, more in plain
    )
    edit = (
        f'<a class="web_ui__Button__button primary" href="/items/{item.id}/edit" '
        f'data-testid="item-edit-button">{escape(words["edit"])}</a>'
    )
    return f'<div class="owner-buttons">{edit}{buttons}</div>'
