"""The site's own answers to the calls that its sell page makes, remembered from the first one on.

They are the truth about uploads, saved drafts and the options of a category; the page's look is the
fall-back. Only calls of the upload form are kept, and only while the tab lives.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urlsplit

from browser.page.bodies import body_of
from browser.page.traffic import listen
from browser.playwright_errors import Error

if TYPE_CHECKING:
    from playwright.async_api import Page, Request, Response


PREFIX: Final = "/api/v2/"
_KEPT: Final = (
    f"{PREFIX}item_upload/",
    f"{PREFIX}photos",
    f"{PREFIX}users/current",
    f"{PREFIX}catalogs/",
    "/shipping-estimation/external/",
)

Wanted = Callable[["Request"], bool]


class Answers:
    """The calls that the page has made, in order, and what they were answered."""

    def __init__(self, page: Page) -> None:
        self._requests: list[Request] = []
        self._responses: list[Response] = []
        self._open: set[Request] = set()
        self._more = asyncio.Event()
        listen(page, asked=self._note_request, answered=self._note_response, ended=self._note_end)

    @property
    def mark(self) -> int:
        """A place in the order of calls, for `after`."""
        return len(self._requests)

    def calls(self, wanted: Wanted, *, after: int = 0) -> list[Request]:
        return [request for request in self._requests[after:] if wanted(request)]

    def answered(self, wanted: Wanted, *, after: int = 0) -> list[Response]:
        """The answers, in the order in which they came."""
        calls = self.calls(wanted, after=after)
        return [response for response in self._responses if response.request in calls]

    async def arrived(
        self, wanted: Wanted, *, seconds: float, count: int = 1, after: int = 0
    ) -> list[Response]:
        """The answers once there are this many, or fewer at the end of the time."""
        await self._until(lambda: len(self.answered(wanted, after=after)) >= count, seconds)
        return self.answered(wanted, after=after)

    async def made(self, wanted: Wanted, *, seconds: float, after: int = 0) -> bool:
        """Whether the page makes such a call in time."""
        return await self._until(lambda: bool(self.calls(wanted, after=after)), seconds)

    async def quiet(self, *, seconds: float) -> bool:
        """Whether every call has ended in time, but for photos: these are sent beside all else."""
        return await self._until(lambda: not self._open, seconds)

    async def _until(self, holds: Callable[[], bool], seconds: float) -> bool:
        end = asyncio.get_running_loop().time() + seconds
        while not holds():
            self._more.clear()
            try:
                async with asyncio.timeout_at(end):
                    await self._more.wait()
            except TimeoutError:
                return holds()
        return True

    def _note_request(self, request: Request) -> None:
        if urlsplit(request.url).path.startswith(_KEPT):
            self._requests.append(request)
            if not _UPLOAD(request):
                self._open.add(request)
            self._more.set()

    def _note_end(self, request: Request) -> None:
        self._open.discard(request)
        self._more.set()

    def _note_response(self, response: Response) -> None:
        if response.request in self._requests:
            self._responses.append(response)
            self._more.set()


def to(method: str, path: str, **query: str) -> Wanted:
    """Calls of this method and path, with at least this query."""

    def wanted(request: Request) -> bool:
        parts = urlsplit(request.url)
        if request.method != method or parts.path != PREFIX + path:
            return False
        given = parse_qs(parts.query)
        return all(given.get(name) == [value] for name, value in query.items())

    return wanted


_UPLOAD: Final = to("POST", "photos")


def matching(method: str, path: str) -> Wanted:
    """Calls of these methods to a path that the expressions describe, on whichever host."""
    methods, expression = re.compile(method), re.compile(path)

    def wanted(request: Request) -> bool:
        return bool(methods.fullmatch(request.method)) and bool(
            expression.fullmatch(urlsplit(request.url).path)
        )

    return wanted


async def body(response: Response) -> Any:
    """The JSON that was answered; None when there is none, or it is gone with its page."""
    try:
        return json.loads(await body_of(response))
    except (Error, ValueError):
        return None
