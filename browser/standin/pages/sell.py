"""The sell and edit pages: a shell and the data from which static/sell.js draws the form."""

from __future__ import annotations

from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..api.catalog import tree
from ..catalogue.attributes import untold
from ..catalogue.extra_fields import MODEL_LEAVES
from ..catalogue.money import currency_of
from ..catalogue.parcels import is_missing
from ..members import Account
from ..payload import editable
from ..state import Item
from ..switches.forms import drawn
from ..web import faults_of, locale_of, session_of, state_of, wall
from .account import join_page
from .shell import Words, document, words_of

EARLIER_LEAF = 157
FORM = '<div id="sell-form"></div>'


async def new(request: Request) -> Response:
    _count_view(request)
    session = session_of(request)
    if session is None:
        joins = faults_of(request).guest_page == "join"
        return join_page(request) if joins else wall(request)
    if faults_of(request).bounce_home and not _came_from_here(request):
        return RedirectResponse("/", 302)
    if faults_of(request).quota_page:
        return _quota(request)
    return _form(request, session.account, None)


async def edit(request: Request) -> Response:
    _count_view(request)
    session = session_of(request)
    if session is None:
        return wall(request)
    item = state_of(request).items.get(request.path_params["item_id"])
    if item is None or item.owner_id != session.account.id:
        return went_wrong(request)
    return _form(request, session.account, item)


def _count_view(request: Request) -> None:
    state = state_of(request)
    state.ledger.form_views[request.url.path] += 1
    state.views_since_change += 1


def _came_from_here(request: Request) -> bool:
    return request.headers.get("referer", "").startswith(str(request.base_url))


def _form(request: Request, account: Account, item: Item | None) -> Response:
    words = words_of(request)
    payload: dict[str, Any] = {
        "currency": currency_of(state_of(request).options.locale, faults_of(request)),
        "user": {"id": account.id, "login": account.login},
        "texts": words,
        "faults": drawn(faults_of(request)),
        "lacks_parcels": is_missing(faults_of(request), state_of(request).views_since_change),
        "untold": untold(locale_of(request), faults_of(request)),
        "catalogs": tree(request) if faults_of(request).catalogs_gone else None,
        "model_leaves": MODEL_LEAVES if faults_of(request).form == "august" else (),
        "earlier": _earlier(words) if faults_of(request).earlier_visit and not item else None,
        "item": editable(item, state_of(request)) if item else None,
    }
    title = words["page_title"]
    return document(request, title=title, main=FORM, scripts=("sell.js",), payload=payload)


def _earlier(words: Words) -> dict[str, Any]:
    """What a new form still holds from an earlier visit: texts, a leaf and what came with it."""
    return {
        "title": words["earlier_title"],
        "description": words["earlier_text"],
        "catalog_id": EARLIER_LEAF,
        "brand_id": 12,
        "brand": "Zara",
        "color_ids": [12],
        "is_unisex": True,
        "measurement_width": 52.0,
        "measurement_length": 70.0,
        "item_attributes": [{"code": "condition", "ids": [3]}],
        "price": 7.0,
        "assigned_photos": [],
    }


def _quota(request: Request) -> Response:
    words = words_of(request)
    main = f"<h1>{escape(words['quota_title'])}</h1><p>{escape(words['quota_text'])}</p>"
    return document(request, title=words["page_title"], main=main)


def went_wrong(request: Request) -> Response:
    """What a deleted draft shows, in the one wording that has been seen."""
    main = "<h1>Sorry, something went wrong</h1>"
    return document(request, title="Vinted", main=main, status=404)
