"""Bodies as they arrive: bounded in size, and forms handed on in large pieces.

Each piece of a file that is on disk already costs the parser a change of threads, so that many
small ones cost more than what is in them. Which limit counts where is said by `middleware`.
"""

from typing import Final

from starlette.datastructures import Headers
from starlette.types import Message as AsgiMessage
from starlette.types import Receive

from browser.messages import Message
from gql_api.errors import InvalidInput, PhotoTooLarge
from gql_api.http import parsing

PIECE: Final = 1024 * 1024


class BodyTooLarge(InvalidInput):
    code = "body_too_large"
    status = 413
    title = "Body too large"


def bounded(
    receive: Receive,
    asked: Headers,
    *,
    upload_limit: int,
    limit: int,
    declared_limit: int | None = None,
) -> Receive:
    """Refuses a body past its limit by its declared length, and else as its bytes arrive.

    An upload may declare `declared_limit` where what came within the other one is to be told of.
    """
    uploads = parsing.media_type(asked.get("content-type")) == "multipart/form-data"
    most = upload_limit if uploads else limit
    too_large = PhotoTooLarge if uploads else BodyTooLarge
    received = 0

    def check(size: int, most: int = most) -> None:
        if size > most:
            raise too_large(Message("Send at most {limit:,} bytes in one request.", limit=most))

    async def counted() -> AsgiMessage:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        check(received)
        return message

    declared = asked.get("content-length", "0")
    length = int(declared) if declared.isascii() and declared.isdecimal() else 0
    check(length, max(most, declared_limit or 0) if uploads else most)
    return gathered(counted) if uploads else counted


def gathered(receive: Receive) -> Receive:
    """The same body in pieces of a megabyte or a little more; the last one may be smaller."""
    held: list[AsgiMessage] = []

    async def receive_much() -> AsgiMessage:
        if held:
            return held.pop()
        pieces: list[bytes] = []
        size, more = 0, True
        while more and size < PIECE:
            message = await receive()
            if message["type"] != "http.request":
                if not pieces:
                    return message
                held.append(message)
                break
            pieces.append(message.get("body", b""))
            size += len(pieces[-1])
            more = message.get("more_body", False)
        return {"type": "http.request", "body": b"".join(pieces), "more_body": more}

    return receive_much
