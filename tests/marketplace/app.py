"""A tiny site of its own: another form, other words, another publish call. Keeps all in memory."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

FORM = """<!doctype html><html lang="en"><title>Stall</title>
<header>Trader <b id="trader">mira</b></header>
<main><h1>Put something on your stall</h1>
<p><label>Headline <input name="headline"></label></p>
<p><label>Story <textarea name="story"></textarea></label></p>
<p><input type="file" name="shots" multiple></p><ol id="shots"></ol>
<p><select name="shelf"><option value="">-</option><option value="s1">Garden &gt; Pots</option>
<option value="s2">Kitchen &gt; Pans</option></select></p>
<p><label>Asking <input name="asking"></label></p>
<button id="hang" type="button">Hang it up</button></main>
<script>
const of = (name) => document.querySelector(`[name=${name}]`);
const shots = [];
of("shots").addEventListener("change", async ({target}) => {
  for (const file of target.files) {
    const answer = await fetch("/stall/shots", {method: "POST", body: file});
    shots.push((await answer.json()).shot);
    document.querySelector("#shots").append(document.createElement("li"));
  }
});
document.querySelector("#hang").addEventListener("click", async () => {
  const goods = Object.fromEntries(
    ["headline", "story", "shelf", "asking"].map((name) => [name, of(name).value]));
  const answer = await fetch("/stall/hang",
    {method: "PUT", body: JSON.stringify({...goods, shots})});
  if (answer.ok) document.querySelector("main").textContent = "It hangs.";
});
</script></html>"""


@dataclass
class Stall:
    """What the site holds."""

    url: str = ""
    shots: list[bytes] = field(default_factory=list)
    goods: list[dict[str, Any]] = field(default_factory=list)


def _is_trader(request: Request) -> bool:
    return request.cookies.get("stall_pass") == "mira"


def app(stall: Stall) -> Starlette:
    """The site's application."""

    async def front(request: Request) -> Response:
        return HTMLResponse("<!doctype html><html lang=en><title>Stall</title><h1>Stall</h1>")

    async def form(request: Request) -> Response:
        return HTMLResponse(FORM)

    async def trader(request: Request) -> Response:
        if not _is_trader(request):
            return JSONResponse({}, 401)
        return JSONResponse({"number": 7, "name": "mira"})

    async def shot(request: Request) -> Response:
        stall.shots.append(await request.body())
        return JSONResponse({"shot": len(stall.shots)})

    async def hang(request: Request) -> Response:
        if not _is_trader(request):
            return JSONResponse({}, 401)
        stall.goods.append(json.loads(await request.body()))
        return JSONResponse({"tag": f"g{len(stall.goods)}"}, 201)

    async def goods(request: Request) -> Response:
        rows = [{"tag": f"g{number}", **each} for number, each in enumerate(stall.goods, 1)]
        return JSONResponse(rows)

    return Starlette(
        routes=[
            Route("/", front),
            Route("/stall/new", form),
            Route("/stall/trader", trader),
            Route("/stall/goods", goods),
            Route("/stall/shots", shot, methods=["POST"]),
            Route("/stall/hang", hang, methods=["PUT"]),
        ]
    )


@asynccontextmanager
async def open_stall() -> AsyncIterator[Stall]:
    """The site on a free port of loopback."""
    stall = Stall()
    server = uvicorn.Server(uvicorn.Config(app(stall), log_config=None, lifespan="off"))
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        stall.url = f"http://127.0.0.1:{place.getsockname()[1]}"
        running = asyncio.create_task(server.serve(sockets=[place]))
        try:
            yield stall
        finally:
            server.should_exit = True
            await running
