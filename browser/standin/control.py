"""The control API under /__standin__/: faults, accounts, sessions and the ledger, as JSON.

Everything here is also on the State object, for tests in the same process.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from .members import Session
from .seeding import SEED_LIMIT, seed_items
from .state import Item, Photo, State
from .switches.faults import UnknownSwitch, as_json, describe
from .web import body_of, state_of


def _refused(why: str) -> JSONResponse:
    return JSONResponse({"error": why}, 400)


def _faults(state: State) -> JSONResponse:
    return JSONResponse({"faults": as_json(state.faults), "about": describe()})


async def read_faults(request: Request) -> Response:
    return _faults(state_of(request))


async def patch_faults(request: Request) -> Response:
    state = state_of(request)
    try:
        state.patch_faults(await body_of(request))
    except UnknownSwitch as wrong:
        return _refused(str(wrong))
    return _faults(state)


async def clear_faults(request: Request) -> Response:
    state = state_of(request)
    state.clear_faults()
    return _faults(state)


async def reset(request: Request) -> Response:
    state_of(request).reset()
    return JSONResponse({})


async def add_account(request: Request) -> Response:
    body = await body_of(request)
    cookie, login, user_id = body.get("cookie"), body.get("login"), body.get("id")
    if not isinstance(cookie, str) or not isinstance(login, str):
        return _refused("cookie and login are expected")
    if user_id is not None and not isinstance(user_id, int):
        return _refused("id: a number is expected")
    return _session(state_of(request).members.add(cookie, login, user_id))


async def expire_session(request: Request) -> Response:
    body, state = await body_of(request), state_of(request)
    cookie = body.get("cookie", "demo")
    if cookie not in state.members.sessions:
        return _refused(f"unknown cookie: {cookie}")
    return _session(state.members.expire(cookie, refresh_too=bool(body.get("refresh_too"))))


def _session(session: Session) -> JSONResponse:
    return JSONResponse(asdict(session))


async def mark(request: Request) -> Response:
    """Marks this moment; what comes after it is counted at GET /marks/{name}."""
    body, state = await body_of(request), state_of(request)
    name = str(body.get("name") or "mark")
    state.ledger.marks[name] = state.elapsed
    return JSONResponse({"name": name, "at": state.ledger.marks[name]})


async def read_mark(request: Request) -> Response:
    found, name = state_of(request).ledger, request.path_params["name"]
    if name not in found.marks:
        return _refused(f"no such mark: {name}")
    requests = [asdict(row) for row in found.since(name)]
    counts = found.counts_since(name)
    return JSONResponse({"at": found.marks[name], "counts": counts, "requests": requests})


async def release(request: Request) -> Response:
    """Lets every item and draft that was held back show in the wardrobe."""
    return JSONResponse({"released": state_of(request).release()})


async def seed(request: Request) -> Response:
    body, state = await body_of(request), state_of(request)
    cookie, count = body.get("cookie", "demo"), body.get("count")
    if cookie not in state.members.sessions:
        return _refused(f"unknown cookie: {cookie}")
    if not isinstance(count, int) or isinstance(count, bool) or not 0 < count <= SEED_LIMIT:
        return _refused(f"count: a number from 1 to {SEED_LIMIT} is expected")
    title = str(body.get("title") or "Article")
    owner = state.members.sessions[cookie].account
    rows = seed_items(state, owner, count, title, draft=bool(body.get("draft")))
    return JSONResponse({"ids": [item.id for item in rows]})


async def read_ledger(request: Request) -> Response:
    return JSONResponse(ledger(state_of(request)))


def ledger(state: State) -> dict[str, Any]:
    """All that happened, as one JSON object."""
    return state.ledger.as_json() | {
        "photos": [_photo(photo) for photo in state.photos.values()],
        "drafts": [_item(item) for item in state.drafts],
        "items": [_item(item) for item in state.live_items],
        "deleted": sorted(state.deleted),
    }


def _photo(photo: Photo) -> dict[str, Any]:
    rows = {name: value for name, value in vars(photo).items() if name != "content"}
    return rows | {"bytes": len(photo.content)}


def _item(item: Item) -> dict[str, Any]:
    times = {"created_at": item.created_at.isoformat(), "updated_at": item.updated_at.isoformat()}
    return asdict(item) | times


ROUTES = [
    Route("/faults", read_faults, methods=["GET"]),
    Route("/faults", patch_faults, methods=["PATCH"]),
    Route("/faults", clear_faults, methods=["DELETE"]),
    Route("/reset", reset, methods=["POST"]),
    Route("/ledger", read_ledger, methods=["GET"]),
    Route("/accounts", add_account, methods=["POST"]),
    Route("/marks", mark, methods=["POST"]),
    Route("/marks/{name}", read_mark, methods=["GET"]),
    Route("/items", seed, methods=["POST"]),
    Route("/wardrobe/release", release, methods=["POST"]),
    Route("/sessions/expire", expire_session, methods=["POST"]),
]
