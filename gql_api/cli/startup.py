"""What refuses to start is said in one line with the cure, instead of the server's traceback.

Stands between uvicorn and the application while it opens; what nobody expected is let through.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from browser.errors import BrowserMissing
from gql_api.errors import ServiceError
from gql_api.settings import SettingsError

FAILED = "lifespan.startup.failed"


@contextmanager
def uncollected() -> Iterator[None]:
    """Build without looking for garbage; what is there afterwards is never looked through."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


class Starting:
    """An application whose refusal to open is kept for `require`, and logged by nobody."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._error: ServiceError | BrowserMissing | SettingsError | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return
        failed: list[Message] = []

        async def held(message: Message) -> None:
            if message["type"] == FAILED:
                failed.append(message)
            else:
                await send(message)

        try:
            await self._app(scope, receive, held)
        except (ServiceError, BrowserMissing, SettingsError) as error:
            if not failed:
                raise
            self._error = error
            await send({"type": FAILED, "message": ""})
        except BaseException:
            for message in failed:
                await send(message)
            raise

    def require(self) -> None:
        """Raise what the application refused to start with; nothing when it opened."""
        if self._error:
            raise self._error
