"""The console's session over REST: begun with a key, looked at, and ended.

A key is checked as that of any call is, and a caller has so many wrong ones a minute. What a
session is and whom it lets in is `auth`'s, how a browser carries it `http.console_cookie`'s.
"""

from dataclasses import dataclass
from typing import Annotated, Final

import structlog
from pydantic import Field, StringConstraints
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from typing_extensions import TypedDict

from gql_api.auth.authenticator import Callers
from gql_api.auth.console_sessions import Begun
from gql_api.auth.jwt import MAX_LENGTH
from gql_api.domain.caller import ANONYMOUS
from gql_api.domain.inputs import Input, read
from gql_api.errors import Unauthenticated
from gql_api.http.connection_limits import place_of
from gql_api.http.console_cookie import carried, drop, host, keep, require_console
from gql_api.limits.rate_limiter import CallerLimits
from gql_api.rest.requests import json_object
from gql_api.rest.schemas import doc

ATTEMPTS_PER_MINUTE: Final = 10
"""Wrong keys of one address; right ones cost nothing."""

_log = structlog.get_logger(__name__)


class SignInInput(Input):
    """The key or token that the console is given once."""

    key: Annotated[str, StringConstraints(min_length=1, max_length=MAX_LENGTH)] = Field(
        repr=False, description="An API key of this service, or a token that it takes."
    )


class ConsoleSession(TypedDict):
    """Whether a browser is signed in to the console."""

    signed_in: Annotated[bool, doc("Whether this browser stands for a key or token.")]
    key_needed: Annotated[bool, doc("Whether callers without one are refused.")]


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who may sign in, and how often they may be wrong."""

    callers: Callers
    attempts: CallerLimits

    async def look(self, request: Request) -> Response:
        """Say how it stands."""
        held = carried(request)
        found = await self.callers.signed_in(held) if held and held.from_console else None
        return await self._said(signed_in=found is not None)

    async def begin(self, request: Request) -> Response:
        """Take a key, and give the browser a session that stands for it."""
        require_console(request)
        given = read(SignInInput, await json_object(request))
        begun = await self._checked(request, given.key.strip())
        await self._end(request)
        _log.info("console_signed_in", caller=begun.caller)
        response = await self._said(signed_in=True)
        keep(response, request, begun)
        return response

    async def end(self, request: Request) -> Response:
        """Sign the browser out; one that is not signed in is so already."""
        require_console(request)
        await self._end(request)
        response = await self._said(signed_in=False)
        drop(response, request)
        return response

    async def _checked(self, request: Request, key: str) -> Begun:
        client = request.client
        place = place_of((client.host, client.port)) if client else None
        limiter = self.attempts.of(place or ANONYMOUS)
        attempt = limiter.check()
        attempt.require()
        try:
            begun = await self.callers.sign_in(key, host(request))
        except Unauthenticated:
            _log.warning("console_key_refused", address=place)
            raise
        except BaseException:
            limiter.refund(attempt)
            raise
        limiter.refund(attempt)
        return begun

    async def _end(self, request: Request) -> None:
        held = carried(request)
        if held and (found := await self.callers.signed_in(held)):
            await self.callers.sign_out(found)

    async def _said(self, *, signed_in: bool) -> Response:
        needed = await self.callers.must_be_named()
        return JSONResponse(ConsoleSession(signed_in=signed_in, key_needed=needed))
