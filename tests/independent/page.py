"""The market on loopback: its documents, and a control address for the switches.

Owns documents, routes and the start. Calls are `calls`', the HTML `pages`', the form's life the
script's.
"""

import argparse
import json
import re
import time
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from . import calls, obstacles, pages
from .calls import WORLDS, member, world_of
from .world import World

STATIC = Path(__file__).parent / "static"


def document(world: World, body: str, status: int = 200) -> Response:
    """A page of the site."""
    response = HTMLResponse(body, status)
    response.set_cookie("_vinted_fr_session", "guest")
    response.set_cookie("anon_id", "anon-1")
    world.loads += 1
    if world["who"] != "late" or not world.loaded_at:
        world.loaded_at = time.monotonic()
    return response


def blocked(world: World, place: str) -> Response | None:
    """The obstacle's own page, if one stands at this place."""
    if not (kind := world.obstacle(place)):
        return None
    status, body = obstacles.page(kind if kind in obstacles.PAGES else "captcha")
    return HTMLResponse(body, status)


async def front(request: Request) -> Response:
    """The front page."""
    world = world_of(request)
    return blocked(world, "front") or document(world, pages.shell(world, member(request), "home"))


async def sell(request: Request) -> Response:
    """`/items/new` and the edit page; a guest is sent away or shown a join page."""
    world = world_of(request)
    if found := blocked(world, "sell"):
        return found
    inside = member(request) and not world.signed_out("sell")
    if not inside and world["guest_page"] == "redirect":
        return RedirectResponse("/member/signup/select_type?ref_url=%2Fitems%2Fnew", 302)
    if not inside:
        return document(world, pages.shell(world, False, "join"))
    item_id = int(request.path_params.get("item_id", 0))
    kept = world.drafts.get(item_id) or world.items.get(item_id)
    if item_id and kept is None:
        return document(world, pages.shell(world, True, "gone"), 404)
    return document(world, pages.form(world, item_id, kept, item_id in world.drafts))


async def signup(request: Request) -> Response:
    """Where a guest ends."""
    world = world_of(request)
    return document(world, pages.shell(world, False, "join"))


async def verification(request: Request) -> Response:
    """The market asks for a phone number."""
    world = world_of(request)
    return document(world, pages.shell(world, True, "verification"))


async def item_page(request: Request) -> Response:
    """An item's own page, which has a slug."""
    world, name = world_of(request), request.path_params["name"]
    item_id = int(re.match(r"\d*", name).group() or 0)  # type: ignore[union-attr]
    if item_id not in world.items:
        return document(world, pages.shell(world, member(request), "gone"), 404)
    if name == str(item_id):
        return RedirectResponse(f"/items/{item_id}-article", 302)
    return document(world, pages.item(world, item_id, world.items[item_id]))


async def member_page(request: Request) -> Response:
    """The seller's profile."""
    world = world_of(request)
    return document(world, pages.profile(world, request.query_params.get("promo_shown") == "true"))


async def control(request: Request) -> Response:
    """Set a seller's switches (fresh unless `keep`), or read the record."""
    key = request.path_params["key"]
    if request.method == "GET":
        text = json.dumps(WORLDS[key].record(), default=str)
        return Response(text, media_type="application/json")
    body = await request.json()
    if body.pop("keep", False) and key in WORLDS:
        WORLDS[key].apply(body["switches"])
    else:
        WORLDS[key] = World(body["switches"])
    return JSONResponse({"ok": True})


async def mark(request: Request) -> Response:
    """Something that the page noticed by itself, for the judge."""
    world_of(request).marks.append((await request.body()).decode())
    return Response(status_code=204)


class Cut:
    """Lets a call cut its own connection: the answer is then lost, headers and all."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        cycle = getattr(send, "__self__", None)
        scope["cut"] = cycle and cycle.transport.abort
        await self.app(scope, receive, send)


UPLOAD = "/api/v2/item_upload"
ROUTES = [
    Route("/", front),
    Route("/items/new", sell),
    Route("/items/{item_id:int}/edit", sell),
    Route("/items/{name}", item_page),
    Route("/member/signup/{rest:path}", signup),
    Route("/member/{user}", member_page),
    Route("/users/verification/phone", verification),
    Route("/users/verification", verification),
    Route("/api/v2/users/current", calls.who),
    Route("/api/v2/photos", calls.photos, methods=["POST"]),
    Route(f"{UPLOAD}/catalogs", calls.catalogs),
    Route(f"{UPLOAD}/catalogs/search", calls.catalog_search),
    Route(f"{UPLOAD}/attributes", calls.attributes, methods=["POST"]),
    Route(f"{UPLOAD}/brands", calls.brands),
    Route(f"{UPLOAD}/colors", calls.colors),
    Route(f"{UPLOAD}/models", calls.models),
    Route("/api/v2/catalogs/{leaf:int}/package_sizes", calls.parcels),
    Route("/shipping-estimation/external/catalogs/{leaf:int}/package_sizes", calls.parcels),
    Route(f"{UPLOAD}/items", calls.create, methods=["POST"]),
    Route(f"{UPLOAD}/items/{{item_id:int}}", calls.one_item, methods=["GET", "PUT"]),
    Route(f"{UPLOAD}/drafts", calls.drafts, methods=["POST"]),
    Route(f"{UPLOAD}/drafts/{{item_id:int}}", calls.drafts, methods=["GET", "PUT", "DELETE"]),
    Route(f"{UPLOAD}/drafts/{{item_id:int}}/completion", calls.complete, methods=["POST"]),
    Route(f"{UPLOAD}/suggestions/categories", calls.helper, methods=["POST"]),
    Route("/api/v2/wardrobe/{user}/items", calls.wardrobe),
    Route("/web/api/auth/refresh", calls.refresh, methods=["POST"]),
    Route("/control/{key}", control, methods=["GET", "POST"]),
    Route("/mark", mark, methods=["POST"]),
    Mount("/static", StaticFiles(directory=STATIC)),
]
app = Cut(Starlette(routes=ROUTES))


def main() -> None:
    """Serve on a port of loopback."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=5800)
    port = parser.parse_args().port
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="critical", access_log=False)


if __name__ == "__main__":
    main()
