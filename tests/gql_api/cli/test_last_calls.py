"""Who was there when the server closes: what has reached the machine by then is answered."""

import asyncio
import socket

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from gql_api.cli.server import Server
from gql_api.http.connection import Bounds, guarded
from gql_api.http.shutdown import Shutdown

CALL = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"


async def _answer(request: Request) -> Response:
    return PlainTextResponse("told")


@pytest.mark.parametrize("kept", [False, True], ids=["not yet accepted", "idle until now"])
async def test_what_has_come_before_the_port_closes_is_answered(kept: bool) -> None:
    app = Starlette(routes=[Route("/", _answer)])
    chosen = uvicorn.Config(app, http=guarded(Bounds()), log_config=None, lifespan="off")
    server = Server(chosen, Shutdown())
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.socket() as caller:
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        async with asyncio.timeout(10):
            while not server.started:
                await asyncio.sleep(0.01)
            caller.setblocking(False)
            loop = asyncio.get_running_loop()
            if kept:
                await loop.sock_connect(caller, listener.getsockname())
                await loop.sock_sendall(caller, CALL)
                assert b"told" in await _read(caller)
            else:
                caller.setblocking(True)  # the system connects: no turn of the loop passes
                caller.connect(listener.getsockname())
                caller.setblocking(False)
            caller.send(CALL)
            server.should_exit = True
            await server.shutdown([listener])
            assert b"told" in await _read(caller)
            await serving


async def _read(caller: socket.socket) -> bytes:
    """All that comes until the call is answered, or the connection ends."""
    told = b""
    while b"told" not in told and (more := await asyncio.get_running_loop().sock_recv(caller, 999)):
        told += more
    return told
