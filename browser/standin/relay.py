"""Where the page reports what it has seen: input events and whether it is driven (static/watch.js).

These calls are the stand-in's own instrument and stay out of the request log.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .ledger import InputEvent
from .web import body_of, state_of


async def events(request: Request) -> Response:
    state = state_of(request)
    body = await body_of(request)
    now = state.elapsed
    for row in body.get("events") or []:
        event = InputEvent(
            at=round(now - float(row["age"]), 4),
            type=str(row["type"]),
            target=str(row["target"]),
            trusted=bool(row["trusted"]),
            page=str(body.get("page") or ""),
        )
        state.ledger.events.append(event)
    return Response(status_code=204)


async def visit(request: Request) -> Response:
    seen = bool((await body_of(request)).get("webdriver"))
    state_of(request).ledger.webdriver.append(seen)
    return Response(status_code=204)


ROUTES = [
    Route("/relay/events", events, methods=["POST"]),
    Route("/relay/visit", visit, methods=["POST"]),
]
