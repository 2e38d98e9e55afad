"""What every resolver is given: the service, and how the caller reaches it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field
from typing import Any

import strawberry

from gql_api.edge import Media
from gql_api.limits import RateLimiter
from gql_api.open_streams import Kind
from gql_api.service import ListingService


async def _never() -> None:
    await asyncio.Event().wait()


@dataclass(slots=True)
class Context:
    """One per request; one for the whole life of a socket, which fills `connection_params`.

    `service` is as the caller has it; a socket's caller is nobody until its first message.
    `operations` gives the limiter of that caller's operations, `ended` returns when the caller may
    no longer have what is open. `place` holds a place among a caller's open streams for a socket or
    its subscription, `held` what a socket keeps to its end; a request holds what it needs itself.
    """

    service: ListingService
    base: str
    request_id: str
    headers: Mapping[str, str]
    operations: Callable[[], RateLimiter]
    connection_params: dict[str, Any] = field(default_factory=dict)
    ended: Callable[[], Awaitable[None]] = _never
    place: Callable[[Kind], AbstractContextManager[object]] = nullcontext
    held: ExitStack = field(default_factory=ExitStack)

    @property
    def caller(self) -> str:
        """The id of who calls."""
        return self.service.caller.id

    @property
    def media(self) -> Media:
        """Where the caller's pictures can be seen."""
        return Media(self.base, self.service.address)


Info = strawberry.Info[Context, None]
