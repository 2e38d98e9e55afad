"""The server that sleeps ends at once when it is told to, and its answers tell the right time."""

import asyncio
import os
import signal
import socket
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from gql_api.cli import tickless
from gql_api.cli.tickless import DatedState, TicklessServer

WITHIN = 5.0


async def _answer(request: Request) -> Response:
    return PlainTextResponse("told")


class _Deaf(TicklessServer):
    """Counts how often uvicorn's own look is taken."""

    ticks = 0

    async def on_tick(self, counter: int) -> bool:
        self.ticks += 1
        return await super().on_tick(counter)


@asynccontextmanager
async def serving() -> AsyncIterator[tuple[_Deaf, str, "asyncio.Task[None]"]]:
    app = Starlette(routes=[Route("/", _answer)])
    server = _Deaf(uvicorn.Config(app, log_config=None, lifespan="off"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        task = asyncio.create_task(server.serve(sockets=[listener]))
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with httpx.AsyncClient() as http, asyncio.timeout(WITHIN):
            while not server.started:
                await asyncio.sleep(0.01)
            assert (await http.get(url)).text == "told"
        try:
            yield server, url, task
        finally:
            server.should_exit = True
            await asyncio.wait_for(task, WITHIN)
    assert server.ticks == 0


def _told(server: TicklessServer) -> None:
    server.should_exit = True


def _told_by_a_thread(server: TicklessServer) -> None:
    thread = threading.Thread(target=_told, args=(server,))
    thread.start()
    thread.join()


@pytest.mark.parametrize("tell", [_told, _told_by_a_thread], ids=["here", "by a thread"])
async def test_it_ends_when_it_is_told_to(tell: Callable[[TicklessServer], None]) -> None:
    async with serving() as (server, _, task):
        tell(server)
        await asyncio.wait_for(asyncio.shield(task), WITHIN)


async def test_it_ends_by_a_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: heard.append(number))
    try:
        async with serving() as (_, _, task):
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.wait_for(asyncio.shield(task), WITHIN)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert heard == [signal.SIGTERM]  # handed on to whoever was there before the server


async def test_one_that_was_told_before_it_began_ends() -> None:
    server = TicklessServer(uvicorn.Config(Starlette(), log_config=None, lifespan="off"))
    server.should_exit = True
    await asyncio.wait_for(server.main_loop(), WITHIN)


async def test_an_answer_tells_the_time_at_which_it_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tickless.time, "time", lambda: 1_795_348_799.9)
    async with serving() as (_, url, _), httpx.AsyncClient() as http:
        assert (await http.get(url)).headers["date"] == "Sun, 22 Nov 2026 11:59:59 GMT"
        monkeypatch.setattr(tickless.time, "time", lambda: 1_795_348_800.0)
        assert (await http.get(url)).headers["date"] == "Sun, 22 Nov 2026 12:00:00 GMT"


def test_the_headers_of_a_second_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tickless.time, "time", lambda: 1_795_348_800.0)
    config = uvicorn.Config(Starlette(), headers=[("x-more", "told")])
    config.load()
    state = DatedState(config)
    assert state.default_headers is state.default_headers
    assert dict(state.default_headers)[b"x-more"] == b"told"
