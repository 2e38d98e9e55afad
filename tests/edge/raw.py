"""Requests as bytes over a socket, and the answers taken apart without a client library."""

import asyncio
import contextlib
import json
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

KB = 1024
WITHIN = 10.0


@dataclass(frozen=True)
class Answer:
    """One answer; a field that came twice is joined."""

    status: int
    fields: dict[str, str]
    body: bytes

    @property
    def code(self) -> str | None:
        """The code of a problem, or of an error in GraphQL's shape; None for another answer."""
        if self.fields.get("content-type") == "application/problem+json":
            return str(self.json["code"])
        errors = self.json.get("errors") if self.body.startswith(b"{") else None
        return str(errors[0]["extensions"]["code"]) if errors else None

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Raw:
    """One connection to a service."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def to(cls, url: str, *, buffer: int | None = None, source: str | None = None) -> "Raw":
        """A connection; `buffer` is what the system takes of answers that nobody reads, `source`
        the address that it comes from."""
        address = urlsplit(url)
        made = socket.socket()
        made.setblocking(False)
        if buffer is not None:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        if source is not None:
            made.bind((source, 0))
        loop = asyncio.get_running_loop()
        await loop.sock_connect(made, (address.hostname, address.port))
        return cls(*await asyncio.open_connection(sock=made))

    async def send(self, data: bytes) -> None:
        """Send, as long as the other side listens."""
        with contextlib.suppress(ConnectionError):  # the answer may be there nevertheless
            self._writer.write(data)
            await self._writer.drain()

    async def must_send(self, data: bytes) -> None:
        """Send; raises when the connection is gone."""
        self._writer.write(data)
        await self._writer.drain()

    def pause(self) -> None:
        """Take nothing any more of what is answered."""
        self._writer.transport.pause_reading()  # type: ignore[attr-defined]

    async def some(self) -> bytes:
        """Some of what comes next; nothing when the service closes."""
        return await self._reader.read(KB)

    async def answer(self, *, to_head: bool = False) -> Answer:
        """The next answer, whole."""
        async with asyncio.timeout(WITHIN):
            head = await self._reader.readuntil(b"\r\n\r\n")
            line, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
            fields: dict[str, str] = {}
            for each in lines:
                name, _, value = each.partition(":")
                name = name.lower()
                fields[name] = ", ".join(filter(None, (fields.get(name), value.strip())))
            length = 0 if to_head else int(fields.get("content-length", "0"))
            return Answer(int(line.split(" ")[1]), fields, await self._reader.readexactly(length))

    async def rest(self) -> bytes:
        """What still comes until the service closes."""
        async with asyncio.timeout(WITHIN):
            try:
                return await self._reader.read()
            except ConnectionResetError:
                return b""

    async def close(self) -> None:
        self._writer.close()
        with contextlib.suppress(ConnectionError):  # closed by the other side is as good
            await self._writer.wait_closed()


async def asked(url: str, *pieces: bytes, to_head: bool = False) -> Answer:
    """The answer to bytes sent over a connection of their own."""
    raw = await Raw.to(url)
    try:
        for piece in pieces:
            await raw.send(piece)
        return await raw.answer(to_head=to_head)
    finally:
        await raw.close()


def request(
    line: str = "GET /health HTTP/1.1", fields: Iterable[str] = (), body: bytes = b""
) -> bytes:
    """A request with the Host of loopback and the given fields."""
    lines = [line, "Host: localhost", *fields]
    return "".join(f"{each}\r\n" for each in lines).encode("latin-1") + b"\r\n" + body
