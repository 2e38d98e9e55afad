"""The market's calls: session, photos, lists, drafts, items, wardrobe.

Each seller is told apart by a word of the user agent, so that cases run side by side.
Owns the answers to calls. State is `world`'s, validation `rules`', documents `page`'s.
"""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from . import obstacles, pages
from .market import DATA, MODELS
from .rules import faults
from .world import World

WORLDS: dict[str, World] = {}
KEY = re.compile(r"case/([\w.-]+)")
Handler = Callable[[Request, World], Awaitable[Response]]


def world_of(request: Request) -> World:
    """The seller's market, by the word in the user agent."""
    found = KEY.search(request.headers.get("user-agent", ""))
    key = found.group(1) if found else "default"
    return WORLDS.setdefault(key, World({}))


def member(request: Request) -> bool:
    """Whether the session's cookie is a member's."""
    return request.cookies.get("access_token_web") == "demo"


def refused(status: int, code: int, word: str, **more: Any) -> Response:
    """The site's own word in its JSON form."""
    body = {"code": code, "message": word, "message_code": word, **more}
    return JSONResponse(body, status)


def signed_out(status: int) -> Response:
    """How the site says that nobody is signed in."""
    if status == 401:
        return refused(401, 100, "invalid_authentication_token")
    return refused(403, 106, "access_denied")


def hindered(kind: str) -> Response:
    """An obstacle's answer to a call."""
    status, kind_of, body = obstacles.answer(kind)
    if isinstance(body, dict):
        return JSONResponse(body, status)
    return Response(body, status, media_type=kind_of)


def api(place: str | None = None, write: bool = False) -> Callable[[Handler], Any]:
    """Wrap a call: record, session, CSRF, obstacles and losses of the session at its place."""

    def wrap(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        async def call(request: Request) -> Response:
            world = world_of(request)
            world.calls.append({"method": request.method, "path": request.url.path})
            if place and (kind := world.obstacle(place)):
                return hindered(kind)
            if not member(request) and request.url.path != "/api/v2/item_upload/catalogs":
                return signed_out(401)
            if place and (status := world.signed_out(place)):
                return signed_out(status)
            if write and request.headers.get("x-csrf-token") != pages.CSRF:
                return refused(403, 106, "access_denied")
            if world["anon_required"] and not request.headers.get("x-anon-id"):
                return refused(403, 106, "access_denied")
            return await handler(request, world)

        return call

    return wrap


async def who(request: Request) -> Response:
    """`users/current`: late, a guest's three answers, or the member."""
    world = world_of(request)
    world.calls.append({"method": "GET", "path": request.url.path})
    if kind := world.obstacle("who"):
        return hindered(kind)
    if not member(request):
        if world["who_guest"] == 200:
            return JSONResponse({"user": {"id": None}, "code": 0})
        return signed_out(int(world["who_guest"]))
    if any(m.startswith("out:") for m in world.marks):
        return signed_out(int(world["signed_out"]["as"]))
    fresh = time.monotonic() - world.loaded_at
    if world["who"] == "late" and fresh * 1000 < world["who_ms"]:
        return signed_out(401)
    return JSONResponse({"user": world.user, "code": 0})


@api("photo", write=True)
async def photos(request: Request, world: World) -> Response:
    """One uploaded photo."""
    form = await request.form()
    upload = form.get("photo[file]")
    if upload is None or isinstance(upload, str):
        return refused(400, 99, "validation_error", errors=[{"field": "photos", "value": "?"}])
    data = await upload.read()
    await asyncio.sleep(world["photo_ms"] / 1000)
    if world["photo_refused"]:
        fault = {"field": "file", "value": "La photo ne peut pas être lue"}
        return refused(400, 99, "validation_error", errors=[fault], payload={})
    number = world.new_id()
    world.photos[number] = {"bytes": len(data)}
    url = f"/static/photo.svg?{number}"
    return JSONResponse({"id": number, "width": 800, "height": 600, "temp_uuid": "", "url": url,
                         "thumbnails": []})  # fmt: skip


@api()
async def catalogs(request: Request, world: World) -> Response:
    """The whole tree."""
    if world["catalogs_gone"]:
        return HTMLResponse("<html>404</html>", 404)
    return JSONResponse({"catalogs": world.market.tree(), "code": 0})


@api()
async def catalog_search(request: Request, world: World) -> Response:
    """The picker's search."""
    found = world.market.search(request.query_params.get("keyword", ""))
    return JSONResponse({"catalogs": found, "code": 0})


@api("category", write=True)
async def attributes(request: Request, world: World) -> Response:
    """The fields of a leaf."""
    if world["verification"]:
        return refused(403, 168, "phone_verification_required")
    body = await request.json()
    leaf = body["attributes"][0]["value"][0]
    found = world.market.attributes(leaf) if leaf in world.market.nodes else []
    return JSONResponse({"attributes": found, "code": 0})


@api()
async def brands(request: Request, world: World) -> Response:
    """Popular brands, or what a search finds."""
    await asyncio.sleep(world["brand_ms"] / 1000)
    word = request.query_params.get("keyword", "").casefold()
    hits = [b for b in DATA["brands"] if word in b[1].casefold()]
    hits.sort(key=lambda b: (not b[1].casefold().startswith(word), len(b[1])) if word else 0)
    rows = hits[: 10 if word else 50]
    found = [{"id": b[0], "title": b[1], "requires_authenticity_check": b[2], "is_luxury": b[3],
              "is_hvf": b[3], "has_children": False} for b in rows]  # fmt: skip
    return JSONResponse({"brands": found, "code": 0})


@api()
async def colors(request: Request, world: World) -> Response:
    """The colours."""
    return JSONResponse({"colors": world.market.colors(), "code": 0})


@api()
async def parcels(request: Request, world: World) -> Response:
    """The formats of a leaf, at the old or the new address."""
    new = request.url.path.startswith("/shipping")
    if new != world["parcel_new_address"]:
        return HTMLResponse("<html>404</html>", 404)
    leaf = int(request.path_params["leaf"])
    asked = world.parcel_asks.get(world.loads, 0)
    world.parcel_asks[world.loads] = asked + 1
    first = min(world.parcel_asks) == world.loads
    if world["parcel"] == "missing" or (world["parcel"] == "missing_curable" and first):
        stale = world["parcel_missing_as"] == 401
        return signed_out(401) if stale else HTMLResponse("<html>404</html>", 404)
    found, best = world.parcels(leaf)
    return JSONResponse({"package_sizes": found, "recommended": best, "code": 0})


@api()
async def models(request: Request, world: World) -> Response:
    """The models of a leaf."""
    rows = MODELS.get(int(request.query_params.get("catalog_id", 0)), [])
    return JSONResponse({"models": [{"id": i, "title": t} for i, t in rows], "code": 0})


class Cut(Response):
    """An answer whose body is cut off; with `reset` not even its headers arrive.

    A browser sends a call again by itself when a used connection is reset before any header:
    Chromium 141 does so two or three times, below the page and its request events.
    """

    def __init__(self, reset: bool) -> None:
        super().__init__()
        self.reset = reset

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if not self.reset:
            head = [(b"content-type", b"application/json")]
            await send({"type": "http.response.start", "status": 200, "headers": head})
            await send({"type": "http.response.body", "body": b'{"item": {', "more_body": True})
            await asyncio.sleep(0.05)
        scope["cut"]()
        await asyncio.sleep(0.05)


def lost(how: str) -> Response:
    """What arrives in place of the answer to a create."""
    if how in ("before", "gateway"):
        return HTMLResponse("<html><h1>504 Gateway Time-out</h1></html>", 504)
    return Cut(how == "reset")


async def store(request: Request, world: World, kind: str) -> Response:
    """A create, a completion or an edit: refused, stored, or stored with its answer lost."""
    body = await request.json()
    item = body.get("draft" if kind in ("completion",) else "item") or {}
    world.sent.append({"kind": kind, "body": body})
    if not body.get("upload_session_id"):
        return JSONResponse({"code": 105}, 500)
    if world["server_error"]:
        return JSONResponse({"code": 500}, 500)
    if world["lost"] == "before":
        return lost("before")
    if errors := faults(world, item):
        return refused(400, 99, "validation_error", errors=errors, payload={})
    number = int(request.path_params.get("item_id") or 0) or world.new_id()
    world.drafts.pop(number, None)
    world.items[number] = {**item, "id": number, "push_up": body.get("push_up"),
                           "parcel": body.get("parcel")}  # fmt: skip
    world.stored_at.setdefault(number, time.monotonic())
    if world["lost"]:
        return lost(world["lost"])
    actions = ["show_upload_another_item_tip"]
    if world["after"] in ("stay", "verification"):
        actions = ["show_item_verification_modal"]
    return JSONResponse({"item": {"id": number}, "after_upload_actions": actions, "code": 0})


@api("click", write=True)
async def create(request: Request, world: World) -> Response:
    """Publish directly."""
    return await store(request, world, "items")


@api("click", write=True)
async def complete(request: Request, world: World) -> Response:
    """Publish a draft."""
    return await store(request, world, "completion")


@api(write=True)
async def one_item(request: Request, world: World) -> Response:
    """The editable copy of an item, or its edit."""
    number = int(request.path_params["item_id"])
    if number not in world.items:
        return HTMLResponse("<html>404</html>", 404)
    if request.method == "PUT":
        return await store(request, world, "edit")
    return JSONResponse({"item": world.items[number], "code": 0})


@api("draft", write=True)
async def drafts(request: Request, world: World) -> Response:
    """Save, change, read or delete a draft; almost anything is accepted."""
    number = int(request.path_params.get("item_id") or 0)
    if request.method == "DELETE":
        world.drafts.pop(number, None)
        return JSONResponse({"code": 0})
    if request.method == "GET":
        return JSONResponse({"draft": {"id": number}, "code": 0})
    body = await request.json()
    number = number or world.new_id()
    world.drafts[number] = {**body.get("draft", {}), "id": number}
    world.sent.append({"kind": "draft", "body": body})
    return JSONResponse({"draft": {"id": number}, "code": 0})


@api()
async def wardrobe(request: Request, world: World) -> Response:
    """The seller's items, drafts included."""
    if world["wardrobe_broken"]:
        return HTMLResponse("<html>502</html>", 502)
    rows = [card(world, i, e, False) for i, e in world.visible()]
    rows += [card(world, i, e, True) for i, e in world.drafts.items()]
    rows.sort(key=lambda r: -r["id"])
    page, per = int(request.query_params.get("page", 1)), 96
    total = max(1, -(-len(rows) // per))
    pagination = {"current_page": page, "total_pages": total, "total_entries": len(rows),
                  "per_page": per}  # fmt: skip
    return JSONResponse({"items": rows[(page - 1) * per : page * per], "pagination": pagination,
                         "code": 0})  # fmt: skip


def card(world: World, number: int, item: dict[str, Any], draft: bool) -> dict[str, Any]:
    """An item as the wardrobe shows it."""
    return {
        "id": number, "title": item.get("title"), "description": item.get("description"),
        "is_draft": draft, "is_closed": False, "is_hidden": False, "is_reserved": False,
        "is_processing": False, "item_closing_action": None, "url": f"/items/{number}-article",
        "path": f"/items/{number}-article", "user_id": world.user["id"],
        "price": {"amount": f"{float(item.get('price') or 0):.2f}",
                  "currency_code": world["currency"]},
    }  # fmt: skip


@api(write=True)
async def helper(request: Request, world: World) -> Response:
    """Helper calls whose failure means nothing."""
    return JSONResponse({"code": 0, "categories": []})


async def refresh(request: Request) -> Response:
    """The session's renewal."""
    return JSONResponse({"code": 0}) if member(request) else signed_out(401)
