"""How many operations a caller may send in a minute, over requests and sockets together.

Counting is `limits`'. Here is who is counted as whom, and the fields that tell it in HTTP.
"""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gql_api.access import ANONYMOUS
from gql_api.limits import CallerLimits, RateDecision

_COUNTED: Final = "fripier.counted_operation"


def asker(caller: str, connection: HTTPConnection) -> str:
    """The name that a caller is counted under: without a key, the address."""
    if caller != ANONYMOUS:
        return caller
    return connection.client.host if connection.client else ANONYMOUS


def count(limits: CallerLimits, caller: str, connection: HTTPConnection) -> None:
    """Count the request's operation; raises `RateLimited` when there were too many."""
    decision = limits.of(asker(caller, connection)).check()
    connection.scope[_COUNTED] = decision
    decision.require()


class Told:
    """Adds the RateLimit fields to every answer for which an operation was counted."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def told(message: Message) -> None:
            decision: RateDecision | None = scope.get(_COUNTED)
            if decision and message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(decision.headers)
            await send(message)

        await self._app(scope, receive, told)
