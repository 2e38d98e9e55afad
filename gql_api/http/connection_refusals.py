"""A refusal at the connection, as the application sees it and as it goes out.

When a connection is refused, and when it is closed after that, is `connection`'s.
"""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from starlette.types import Message, Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from gql_api.errors import ServiceError
from gql_api.http.malformed import REFUSAL


def scope_of(connection: HttpToolsProtocol, error: ServiceError, *, known: bool) -> Scope:
    """The request as far as it was read, for the log and for the language of the answer.

    Its line and fields are left out where they are not `known` to be its own.
    """
    path = connection.url.partition(b"?")[0] if known else b"*"
    return {
        "type": "http",
        "asgi": {"version": connection.asgi_version, "spec_version": "2.3"},
        "http_version": "1.1",
        "server": connection.server,
        "client": connection.client,
        "scheme": connection.scheme,
        "root_path": connection.root_path,
        "headers": list(connection.headers) if known else [],
        "state": connection.app_state.copy(),
        "method": connection.parser.get_method().decode("ascii") if known else "UNKNOWN",
        "path": path[:1024].decode("latin-1"),
        "raw_path": path[:1024],
        "query_string": b"",
        REFUSAL: error,
    }


async def rendered(app: Any, scope: Scope, usual: Iterable[tuple[bytes, bytes]]) -> bytes:
    """What the application makes of the refusal, as the last bytes of its connection."""
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        messages.append(message)

    await app(scope, receive, send)
    shown = messages if scope["method"] != "HEAD" else messages[:1]
    return b"".join(_written(shown, usual))


def _written(messages: Iterable[Message], usual: Iterable[tuple[bytes, bytes]]) -> Iterable[bytes]:
    """A whole answer as its bytes."""
    for message in messages:
        if message["type"] == "http.response.start":
            status = HTTPStatus(message["status"])
            yield f"HTTP/1.1 {status.value} {status.phrase}\r\n".encode("ascii")
            fields: list[tuple[bytes, bytes]] = [*usual, *message["headers"]]
            for name, value in fields:
                yield b"%s: %s\r\n" % (name, value)
            yield b"connection: close\r\n\r\n"
        else:
            yield message.get("body", b"")
