"""A small real site on loopback: answers by path, and what it received."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.cookies import SimpleCookie

Handler = Callable[["Received"], "Answer"]


@dataclass(frozen=True)
class Received:
    """One request: its path without the query, and its headers in lower case."""

    method: str
    path: str
    headers: dict[str, str]

    @property
    def cookies(self) -> dict[str, str]:
        return {key: item.value for key, item in SimpleCookie(self.headers.get("cookie")).items()}


@dataclass(frozen=True)
class Answer:
    """What to answer, after so many seconds; never answered at all when `hangs`."""

    body: str = "<!doctype html><title>page</title><h1>page</h1>"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    type: str = "text/html; charset=utf-8"
    hangs: bool = False
    after: float = 0.0

    @property
    def bytes(self) -> bytes:
        body = self.body.encode()
        head = {
            "Content-Type": self.type,
            "Content-Length": str(len(body)),
            "Connection": "close",
            **self.headers,
        }
        lines = [f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}"]
        lines += [f"{name}: {value}" for name, value in head.items()]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@dataclass
class LocalSite:
    """`answers` maps a path to an answer, or to a function of the request; others get a page."""

    origin: str = ""
    answers: dict[str, Answer | Handler] = field(default_factory=dict)
    received: list[Received] = field(default_factory=list)

    def answer(self, request: Received) -> Answer:
        self.received.append(request)
        answer = self.answers.get(request.path, Answer())
        return answer if isinstance(answer, Answer) else answer(request)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            method, target, _ = head[0].split(" ")
            headers = dict(line.split(": ", 1) for line in head[1:] if line)
            lowered = {name.lower(): value for name, value in headers.items()}
            answer = self.answer(Received(method, target.split("?")[0], lowered))
            if answer.hangs:
                await reader.read()
            else:
                await asyncio.sleep(answer.after)
                writer.write(answer.bytes)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return  # a browser opens connections ahead and gives them up
        finally:
            writer.close()


@asynccontextmanager
async def local_site(
    answers: dict[str, Answer | Handler] | None = None, host: str = "127.0.0.1"
) -> AsyncIterator[LocalSite]:
    """Serve on a free port until the block ends."""
    site = LocalSite(answers=dict(answers or {}))
    server = await asyncio.start_server(site.serve, host, 0)
    site.origin = f"http://{host}:{server.sockets[0].getsockname()[1]}"
    try:
        yield site
    finally:
        server.close()
