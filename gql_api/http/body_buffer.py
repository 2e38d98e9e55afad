"""Hands a form to its parser in large pieces, however small those are that arrive.

Each piece of a file that is on disk already costs the parser a change of threads, so that many
small ones cost more than what is in them. Sizes are counted by `middleware`.
"""

from typing import Final

from starlette.types import Message, Receive

PIECE: Final = 1024 * 1024


def gathered(receive: Receive) -> Receive:
    """The same body in pieces of a megabyte or a little more; the last one may be smaller."""
    held: list[Message] = []

    async def receive_much() -> Message:
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
