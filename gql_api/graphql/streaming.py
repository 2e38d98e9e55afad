"""The frames of subscriptions over HTTP: server-sent events, and Apollo's multipart form.

Framing alone. Keep-alives and the end of a stream whose reader left are Strawberry's, the events
`schema`'s, and `media` says who gets which.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import aclosing
from typing import ClassVar, Final

from strawberry.http import GraphQLRequestProtocol
from strawberry.http.streaming import (
    HTTPStreamTransport,
    MultipartSubscriptionTransport,
    SSETransport,
)
from strawberry.subscriptions import GRAPHQL_SSE_PROTOCOL, MULTIPART_SUBSCRIPTION_PROTOCOL

from gql_api.graphql.media import EVENTS, PARTS
from gql_api.http.shutdown import Shutdown

HEARTBEAT_SECONDS: Final = 15.0
_BOUNDARY: Final = "graphql"
_OPENINGS: Final = {EVENTS: "", PARTS: f"\r\n--{_BOUNDARY}"}
_ENDS: Final = {EVENTS: "event: complete\ndata:\n\n", PARTS: "--\r\n"}


class Events(SSETransport):
    """graphql-sse, one connection for each operation; lines end with LF, as urql wants them."""

    headers: ClassVar[Mapping[str, str]] = {"Content-Type": EVENTS}

    def __init__(self) -> None:
        super().__init__(HEARTBEAT_SECONDS)

    def encode_event(self, event: str, data: str | None = None) -> str:
        return f"event: {event}\ndata: {data}\n\n"

    def encode_complete(self) -> str:
        # There is no data, but a browser shows a page no event without the field.
        return _ENDS[EVENTS]

    def encode_comment(self, comment: str) -> str:
        return f": {comment}\n\n"


class Parts(MultipartSubscriptionTransport):
    """Apollo's subscriptions over HTTP. A part ends with the boundary, so it is read at once."""

    @property
    def headers(self) -> Mapping[str, str]:
        return {"Content-Type": f'{PARTS}; boundary="{_BOUNDARY}"; subscriptionSpec="1.0"'}

    def encode_complete(self) -> str:
        return _ENDS[PARTS]


TRANSPORTS: Final[Mapping[str, type[HTTPStreamTransport]]] = {
    GRAPHQL_SSE_PROTOCOL: Events,
    MULTIPART_SUBSCRIPTION_PROTOCOL: Parts,
}
PROTOCOLS: Final[Mapping[str, GraphQLRequestProtocol]] = {
    EVENTS: Events.protocol,
    PARTS: Parts.protocol,
}
"""What Strawberry calls the protocol of each type."""
BY_PROTOCOL: Final = {each.protocol: each() for each in (Events, Parts)}


async def framed(
    media: str, stream: Callable[[], AsyncGenerator[str]], leaving: Shutdown | None
) -> AsyncIterator[str]:
    """The frames of a stream, from what has to stand before the first to its end.

    Strawberry may be late with a keep-alive, which must not follow the end. When the service stops
    there is no end, so that the client comes again; without `leaving` the one answer is waited for.
    """
    if opening := _OPENINGS[media]:
        yield opening
    source = stream()
    async with aclosing(leaving.until_told(source) if leaving else source) as frames:
        async for frame in frames:
            yield frame
            if frame == _ENDS[media]:
                return
