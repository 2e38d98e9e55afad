"""Real receivers of notices on loopback: what is posted to, and a mail box."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Request:
    """What a receiver got, byte for byte."""

    line: str
    headers: dict[str, str]
    body: bytes
    head: bytes


@dataclass
class Receiver:
    """Answers each request with `status`; `more` is what its answer says besides."""

    port: int = 0
    status: int = 204
    more: bytes = b""
    silent: bool = False
    got: list[Request] = field(default_factory=list)
    more_came: asyncio.Condition = field(default_factory=asyncio.Condition)
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    serving: set["asyncio.Task[None]"] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Receiver"]:
        """Listen, on the port of before where there was one."""
        server = await asyncio.start_server(self.serve, "127.0.0.1", self.port)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            self.gone.set()
            await asyncio.gather(*self.serving)
            await server.wait_closed()

    async def until(self, count: int) -> list[Request]:
        """What was got, once it is so much."""
        async with asyncio.timeout(120), self.more_came:
            await self.more_came.wait_for(lambda: len(self.got) >= count)
        return self.got

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self.serving.add(task)
        try:
            await self._answer(reader, writer)
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        line, *fields = head.decode().strip().split("\r\n")
        pairs = (each.split(": ", 1) for each in fields)
        headers = {name.lower(): value for name, value in pairs}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        async with self.more_came:
            self.got.append(Request(line, headers, body, head))
            self.more_came.notify_all()
        if self.silent:
            await self.gone.wait()
            return
        writer.write(b"HTTP/1.1 %d X\r\nConnection: close\r\n" % self.status)
        writer.write(self.more + b"\r\n")
        await writer.drain()


@dataclass
class MailBox:
    """Takes in every message; a `silent` one says no goodbye until it has `left`."""

    got: list[bytes] = field(default_factory=list)
    refusing: bool = False
    silent: bool = False
    left: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.refusing:
            return "451 try again later"
        assert isinstance(envelope.original_content, bytes)
        self.got.append(envelope.original_content)
        return "250 OK"

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.silent:
            await self.left.wait()
        return "221 Bye"


@asynccontextmanager
async def mail_box() -> AsyncIterator[tuple[MailBox, int]]:
    """A mail server on loopback, and its port."""
    box = MailBox()
    loop = asyncio.get_running_loop()

    def connection() -> SMTP:
        return SMTP(box, hostname="mail.example", loop=loop)

    server = await loop.create_server(connection, "127.0.0.1", 0)
    try:
        yield box, server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()
