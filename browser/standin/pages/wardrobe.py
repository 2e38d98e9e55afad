"""A member's wardrobe: cards of the items, and the dialog that greets a new one."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import Response

from ..money import money
from ..payload import brand_title, item_path, size_title
from ..state import Account, Item
from ..web import faults_of, locale_of, session_of, state_of, wall
from .shell import Words, document, words_of


async def show(request: Request) -> Response:
    session = session_of(request)
    if session is None:
        return wall(request)
    words, account = words_of(request), session.account
    is_own = account.id == request.path_params["user_id"]
    rows = state_of(request).wardrobe(account.id) if is_own else []
    cards = "".join(_card(request, item) for item in rows)
    empty = f'<p class="empty-state">{escape(words["wardrobe_empty"])}</p>'
    main = f'{_heading(words, account)}<div class="feed-grid">{cards or empty}</div>'
    if is_own and "promo_shown" in request.query_params:
        main += uploaded_dialog(words, held=faults_of(request).held_for_review)
    payload = {"texts": words, "faults": {}}
    title = f"{account.login} | Vinted"
    return document(request, title=title, main=main, scripts=("member.js",), payload=payload)


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
