"""Reading the answer to one of the page's calls before the page gets it, unchanged.

A page that moves on when it has its answer takes the body with it, so Playwright's own response
comes too late. What the answer means belongs to the site.
"""

import asyncio
import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, Self

from playwright.async_api import Error, Page

_CLOSE_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Overheard:
    """An answer as it came: `body` is None when it broke off or is none, as of a redirect."""

    status: int
    media_type: str
    body: bytes | None


class Overhearing:
    """Waits for the first answer to calls whose address fits a pattern; an async context manager.

    Nothing is changed and nothing is held back longer than the reading takes.
    """

    def __init__(self, page: Page, *patterns: str) -> None:
        self._page = page
        self._patterns = [{"urlPattern": one, "requestStage": "Response"} for one in patterns]
        self._chores: set[asyncio.Task[None]] = set()
        self.answer: asyncio.Future[Overheard] = asyncio.Future()

    async def __aenter__(self) -> Self:
        self._session = await self._page.context.new_cdp_session(self._page)
        self._session.on("Fetch.requestPaused", self._begin)
        await self._session.send("Fetch.enable", {"patterns": self._patterns})
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await asyncio.gather(*self._chores, return_exceptions=True)
        self.answer.cancel()
        try:
            async with asyncio.timeout(_CLOSE_SECONDS):
                await self._session.detach()
        except (Error, TimeoutError):
            # The tab has ended, and the session with it.
            return

    def _begin(self, paused: Mapping[str, Any]) -> None:
        chore = asyncio.ensure_future(self._pass_on(paused))
        self._chores.add(chore)
        chore.add_done_callback(self._chores.discard)

    async def _pass_on(self, paused: Mapping[str, Any]) -> None:
        name = {"requestId": paused["requestId"]}
        try:
            if "responseStatusCode" in paused and not self.answer.done():
                body = await self._body(name)
                if not self.answer.done():
                    self.answer.set_result(_overheard(paused, body))
        finally:
            await self._session.send("Fetch.continueRequest", name)

    async def _body(self, name: dict[str, Any]) -> bytes | None:
        try:
            told = await self._session.send("Fetch.getResponseBody", name)
            text = str(told["body"])
            return base64.b64decode(text) if told["base64Encoded"] else text.encode()
        except (Error, binascii.Error):
            return None


def _overheard(paused: Mapping[str, Any], body: bytes | None) -> Overheard:
    headers = {row["name"].lower(): row["value"] for row in paused.get("responseHeaders") or ()}
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    return Overheard(int(paused["responseStatusCode"]), media_type, body)
