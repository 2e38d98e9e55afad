"""How many operations a caller may send in a minute: GraphQL's, over requests and sockets
together, and those of REST that have no rate of their own.

Counting is `rate_limiter`'s. Here is who is counted as whom, and the fields that tell it in HTTP.
"""

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gql_api.domain.caller import ANONYMOUS, BY_ADDRESS, NOBODY, Caller
from gql_api.http.middleware import caller
from gql_api.limits.rate_limiter import CallerLimits, RateDecision

_COUNTED: Final = "fripier.counted_operation"


def asker(who: Caller, connection: HTTPConnection) -> str:
    """The name that a caller is counted under.

    Without a key it is the address; who looks at a picture by its own address is counted for the
    owner who gave it away, apart from what that owner asks.
    """
    if who.id == BY_ADDRESS:
        return f"{BY_ADDRESS} {who.owner}"
    if who.id != ANONYMOUS:
        return who.id
    return connection.client.host if connection.client else ANONYMOUS


def count(limits: CallerLimits, who: Caller, connection: HTTPConnection) -> None:
    """Count the request's operation; raises `RateLimited` when there were too many."""
    decision = limits.of(asker(who, connection)).check()
    connection.scope[_COUNTED] = decision
    decision.require()


def told(connection: HTTPConnection) -> Mapping[str, str]:
    """The RateLimit fields of an answer; none where no operation was counted."""
    decision: RateDecision | None = connection.scope.get(_COUNTED)
    return decision.headers if decision else {}


class Counting:
    """Counts each request whose caller is known, before it is answered."""

    def __init__(self, app: ASGIApp, limits: CallerLimits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = HTTPConnection(scope)
        count(self._limits, caller(connection), connection)
        await self._app(scope, receive, send)


class RateLimitFields:
    """Adds the RateLimit fields to every answer to a caller who is known, refused or not."""

    def __init__(self, app: ASGIApp, limits: CallerLimits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and (decision := self._of(scope)):
                MutableHeaders(scope=message).update(decision.headers)
            await send(message)

        await self._app(scope, receive, told)

    def _of(self, scope: Scope) -> RateDecision | None:
        counted: RateDecision | None = scope.get(_COUNTED)
        if counted is not None:
            return counted
        connection = HTTPConnection(scope)
        who = caller(connection)
        return None if who is NOBODY else self._limits.of(asker(who, connection)).status()
