"""Drafts and live items: saving, publishing, changing, deleting, and the wardrobe.

Owns the order of checks around a write; the rules are validation.py, what goes wrong on purpose
while publishing is publishing.py.
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from .. import challenges
from ..catalogue.money import currency_of
from ..ledger import Attempt
from ..members import Account
from ..payload import editable, filled, wardrobe_row
from ..state import Item
from ..validation import errors_of
from ..web import (
    UNREADABLE,
    Answer,
    access_denied,
    body_of,
    expire_at,
    faults_of,
    invalid,
    locale_of,
    member,
    not_found,
    ok,
    problem,
    state_of,
    unauthorized,
    without_upload_session,
    writer,
)
from .publishing import publish, save_draft

Json = dict[str, Any]


def note(request: Request, kind: str, outcome: str, body: Json, item: Item | None = None) -> None:
    state = state_of(request)
    item_id = item.id if item else None
    state.ledger.attempts.append(Attempt(state.elapsed, kind, outcome, item_id, body))


def own_item(request: Request, owner: Account, *, draft: bool) -> Item:
    """The item of the address; it must be the caller's and in the right state."""
    item = state_of(request).items.get(request.path_params["item_id"])
    if item is None:
        raise Answer(not_found())
    if item.owner_id != owner.id or item.draft is not draft:
        raise Answer(access_denied())
    return item


def blank(request: Request, owner: Account, *, draft: bool) -> Item:
    state = state_of(request)
    currency = currency_of(state.options.locale, state.faults)
    return state.new_item(owner, currency, draft=draft)


async def create_draft(request: Request) -> Response:
    expire_at(request, "draft")
    owner = writer(request).account
    body = await body_of(request)
    _refuse_draft(request, body)
    item = filled(blank(request, owner, draft=True), body.get("draft") or {})
    return await save_draft(request, item, body)


async def update_draft(request: Request) -> Response:
    expire_at(request, "draft")
    item = own_item(request, writer(request).account, draft=True)
    body = await body_of(request)
    _refuse_draft(request, body)
    return await save_draft(request, filled(item, body.get("draft") or {}), body)


def _demand_upload_session(body: Json) -> None:
    if not body.get("upload_session_id"):
        raise Answer(without_upload_session())


def _refuse_draft(request: Request, body: Json) -> None:
    _demand_upload_session(body)
    if status := faults_of(request).draft_error:
        note(request, "draft", "failed", body)
        raise Answer(problem(status, 99, "server_error", "Draft not saved"))


async def read_draft(request: Request) -> Response:
    item = own_item(request, member(request).account, draft=True)
    return ok({"draft": {"id": item.id}})


async def delete_draft(request: Request) -> Response:
    item = own_item(request, writer(request).account, draft=True)
    state_of(request).delete(item.id)
    note(request, "delete", "stored", {}, item)
    return ok()


async def complete_draft(request: Request) -> Response:
    """Publishes a draft; the body is what counts, not what was saved before."""
    expire_at(request, "publish")
    item = own_item(request, writer(request).account, draft=True)
    body = await body_of(request)
    _demand_upload_session(body)
    return await publish(request, "completion", filled(item, body.get("draft") or {}), body)


async def create_item(request: Request) -> Response:
    expire_at(request, "publish")
    owner = writer(request).account
    body = await body_of(request)
    _demand_upload_session(body)
    item = filled(blank(request, owner, draft=False), body.get("item") or {})
    return await publish(request, "publish", item, body)


async def update_item(request: Request) -> Response:
    challenges.meet(request, "after_publish")
    item = own_item(request, writer(request).account, draft=False)
    body = await body_of(request)
    changed = filled(item, body.get("item") or {})
    if errors := errors_of(changed, locale_of(request), faults_of(request)):
        note(request, "update", "refused", body, item)
        return invalid(errors)
    state_of(request).store(changed)
    note(request, "update", "stored", body, item)
    return ok({"item": {"id": item.id}, "after_upload_actions": []})


async def read_item(request: Request) -> Response:
    state = state_of(request)
    kind = state.faults.item_read
    owner = (writer if kind == "csrf" else member)(request).account
    if kind == "refused":
        return access_denied()
    if kind == "signed_out":
        return unauthorized()
    item = state.items.get(request.path_params["item_id"])
    if item is None or item.sold:
        return not_found()
    if item.owner_id != owner.id:
        return access_denied()
    return ok({"item": editable(item, state)})


async def delete_item(request: Request) -> Response:
    item = own_item(request, writer(request).account, draft=False)
    state_of(request).delete(item.id)
    note(request, "delete", "stored", {}, item)
    return ok()


async def wardrobe(request: Request) -> Response:
    """The member's items, newest first, page by page."""
    session, state = member(request), state_of(request)
    if state.faults.wardrobe_unreadable == _page_number(request):
        return HTMLResponse(UNREADABLE)
    if session.account.id != request.path_params["user_id"]:
        return ok(_paged([], request))
    rows = state.wardrobe(session.account.id)
    if request.query_params.get("cond") == "draft":
        rows = [item for item in rows if item.draft]
    dated = state.faults.wardrobe_dates
    return ok(_paged([wardrobe_row(item, session.account, dated=dated) for item in rows], request))


def _page_number(request: Request) -> int:
    return max(1, _count(request, "page", 1))


def _paged(rows: list[Json], request: Request) -> Json:
    page, limit = _page_number(request), faults_of(request).wardrobe_page_size
    size = max(1, min(_count(request, "per_page", limit), limit))
    pages = max(1, -(-len(rows) // size))
    return {
        "items": rows[(page - 1) * size : page * size],
        "pagination": {
            "current_page": page,
            "total_pages": pages,
            "total_entries": len(rows),
            "per_page": size,
        },
    }


async def another_item_tip(request: Request) -> Response:
    """The tip after publishing; its address carries the new item's id.

    .fr and .pt, 2026-07 to 09, several captures, H that it is asked, its body is not known.
    """
    member(request)
    return ok({"tip": None})


def _count(request: Request, name: str, default: int) -> int:
    given = request.query_params.get(name, "")
    return int(given) if given.isdecimal() else default
