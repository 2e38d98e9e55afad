"""A member's wardrobe: cards of the items, and the dialog that greets a new one."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import Response

from ..catalogue.money import money
from ..members import Account
from ..payload import brand_title, item_path, size_title
from ..state import Item
from ..web import faults_of, locale_of, session_of, state_of, wall
from .shell import Words, document, words_of


async def show(request: Request) -> Response:
    session = session_of(request)
    if session is None:
        return wall(request)
    words, account = words_of(request), session.account
    is_own = account.id == request.path_params["user_id"]
    rows = state_of(request).wardrobe(account.id) if is_own else []
    main = _heading(words, account) + _grid(request, [_card(request, item) for item in rows])
    if is_own and "promo_shown" in request.query_params:
        main += _greeting(request)
    payload = {"texts": words, "faults": {}}
    title = f"{account.login} | Vinted"
    return document(
        request, title=title, main=main, scripts=("member.js", "wardrobe.js"), payload=payload
    )


def _grid(request: Request, cards: list[str]) -> str:
    """The first cards; the rest waits in a template until the page is scrolled (wardrobe.js)."""
    step = max(1, faults_of(request).wardrobe_cards)
    empty = f'<p class="empty-state">{escape(words_of(request)["wardrobe_empty"])}</p>'
    more = f'<template id="more-cards" data-step="{step}">{"".join(cards[step:])}</template>'
    return (
        f'<div class="feed-grid">{"".join(cards[:step]) or empty}</div>'
        f"{more if len(cards) > step else ''}"
    )


def _greeting(request: Request) -> str:
    """The dialog after publishing; an item under review is told in the older one."""
    words, faults = words_of(request), faults_of(request)
    if faults.held_for_review or faults.uploaded_dialog == "after_upload":
        return uploaded_dialog(words, held=faults.held_for_review)
    return list_promotion(words)


def list_promotion(words: Words) -> str:
    """vinted.com, 2026-10-08, and May 2026, three sources, H; its French words are not known."""
    return (
        '<div id="list-promotion" class="web_ui__Dialog__overlay">'
        '<div class="web_ui__Dialog__content" role="dialog" aria-modal="true">'
        f'<h2 class="modal-title">{escape(words["item_listed"])}</h2>'
        '<a class="web_ui__Button__button primary" href="/items/new" rel="nofollow" '
        f'data-testid="list-promotion-submit-cta">{escape(words["list_another"])}</a>'
        '<button type="button" class="web_ui__Button__button plain" '
        f'data-closes="#list-promotion" data-testid="list-promotion-cancel-cta">'
        f"{escape(words['list_later'])}</button></div></div>"
    )


def _heading(words: Words, account: Account) -> str:
    text = words["wardrobe_of"].format(login=account.login)
    return f'<h1 class="page-title">{escape(text)}</h1>'


def _card(request: Request, item: Item) -> str:
    locale = locale_of(request)
    card = f"product-item-id-{item.id}"
    target = f"/items/{item.id}/edit" if item.draft else item_path(item)
    price = money(item.price, locale, item.currency)
    details = [item.title, brand_title(item), size_title(item, locale), price]
    summary = escape(", ".join(detail for detail in details if detail))
    image = f'<img src="/photos/{item.photos[0].id}" alt="{summary}">' if item.photos else ""
    status = _status(words_of(request), item)
    badge = f'<p class="status" data-testid="{card}--status-text">{escape(status)}</p>'
    return (
        f'<div class="new-item-box" data-testid="{card}"><div class="new-item-image">{image}</div>'
        f'<p class="new-item-title">{escape(item.title)}</p><p class="new-item-price">{price}</p>'
        f"{badge if status else ''}"
        f'<a class="overlay-link" data-testid="{card}--overlay-link" href="{target}" '
        f'title="{summary}"></a></div>'
    )


def _status(words: Words, item: Item) -> str:
    if item.draft:
        return str(words["draft_status"])
    if item.held:
        return str(words["held_status"])
    if item.hidden:
        return str(words["hidden_status"])
    return str(words["sold"]) if item.sold else ""


def uploaded_dialog(words: Words, *, held: bool) -> str:
    kind = "held" if held else "uploaded"
    close = '<button type="button" class="web_ui__Button__button {}" data-closes="#after-upload"'
    return (
        '<div id="after-upload" class="web_ui__Dialog__overlay">'
        '<div class="web_ui__Dialog__content" role="dialog" aria-modal="true" '
        'data-testid="after-upload-modal">'
        f'{close.format("modal-close")} aria-label="{escape(words["close"])}" '
        'data-testid="after-upload-modal-close-button">×</button>'
        f'<h2 class="modal-title">{escape(words[f"{kind}_title"])}</h2>'
        f"<p>{escape(words[f'{kind}_text'])}</p>"
        f'<a class="web_ui__Button__button secondary" href="/items/new" rel="nofollow">'
        f"{escape(words['uploaded_more'])}</a>"
        f"{close.format('plain')}>{escape(words['later'])}</button></div></div>"
    )
