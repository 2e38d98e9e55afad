"""What every resolver is given: the service, and how the caller reaches it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field
from typing import Any

import strawberry
from starlette.requests import HTTPConnection
from strawberry.dataloader import DataLoader

from gql_api.db.photos import StoredPhoto
from gql_api.domain.caller import Caller
from gql_api.http.addresses import Media, public_base
from gql_api.http.middleware import request_id
from gql_api.limits.rate_limiter import RateLimiter
from gql_api.limits.stream_quota import Kind
from gql_api.service.service import Service


async def _never() -> None:
    await asyncio.Event().wait()


@dataclass(slots=True)
class Context:
    """One per request; one for the whole life of a socket, which fills `connection_params`.

    `service` is as the caller has it; a socket's caller is nobody until its first message.
    `limiter` gives the limiter of a caller's operations, `ended` returns when the caller may no
    longer have what is open. `place` holds a place among a caller's open streams for a socket or
    its subscription, `held` what a socket keeps to its end; a request holds what it needs itself.
    """

    service: Service
    connection: HTTPConnection
    limiter: Callable[[Caller], RateLimiter]
    connection_params: dict[str, Any] = field(default_factory=dict)
    ended: Callable[[], Awaitable[None]] = _never
    place: Callable[[Kind], AbstractContextManager[object]] = nullcontext
    held: ExitStack = field(default_factory=ExitStack)
    photos: DataLoader[str, StoredPhoto | None] = field(init=False)

    def __post_init__(self) -> None:
        # Nothing is kept: a socket lives longer than a photo.
        self.photos = DataLoader(self._photos, cache=False)

    async def _photos(self, ids: list[str]) -> list[StoredPhoto | None]:
        found = await self.service.photos.find(ids)
        return [found.get(each) for each in ids]

    @property
    def caller(self) -> str:
        return self.service.caller.id

    @property
    def request_id(self) -> str:
        return request_id(self.connection)

    def operations(self) -> RateLimiter:
        """The limiter of the caller's operations; ask again each time."""
        return self.limiter(self.service.caller)

    @property
    def media(self) -> Media:
        return Media(public_base(self.connection), self.service.address)


Info = strawberry.Info[Context, None]
