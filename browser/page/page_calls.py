"""The calls that a page makes of its site's API: which are under way, and what they carry.

Keeps no body and no address beyond its path; headers are kept where the site's own calls are known
by them. What the answers say is `response_watch`'s.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from browser.page.markers import Markers
from browser.page.traffic import listen

if TYPE_CHECKING:
    from playwright.async_api import Page, Request


class PageCalls:
    """A page's calls, from its attachment on."""

    def __init__(self, page: Page, markers: Markers) -> None:
        self._page = page
        self._markers = markers
        self._under_way: set[Request] = set()
        self._files: set[Request] = set()
        self._scripts: set[Request] = set()
        self._answered = asyncio.Event()
        self._carried: dict[str, dict[str, str]] = {}
        listen(page, asked=self._note, ended=self._note_end)
        # Of a page that is gone no call is told to have ended.
        page.on("close", self._note_gone)
        page.on("crash", self._note_gone)

    @property
    def under_way(self) -> tuple[str, ...]:
        """The paths, without queries, of the page's calls that are not answered; then `script`."""
        calls = sorted({urlsplit(request.url).path for request in self._under_way | self._files})
        return (*calls, *(("script",) if self._scripts else ()))

    async def carried(self, address: str) -> dict[str, str]:
        """The headers that calls of ours from an address have in common with its page's own.

        Those of another host stay there: the account's country host may take over after a publish
        (2026-11-28, audit, M).
        """
        found = dict(self._carried.get(urlsplit(address).netloc, {}))
        wanted = {name: cookie for name, cookie in self._markers.carried.items() if cookie}
        if any(name not in found for name in wanted):
            held = {one["name"]: one["value"] for one in await self._page.context.cookies(address)}
            for name, cookie in wanted.items():
                if held.get(cookie):
                    found.setdefault(name, held[cookie])
        return found

    async def quiet(self, *, seconds: float) -> None:
        """Until every API call is answered; one that hangs says nothing and is given up.

        Files are sent beside all else, and waited for by whoever handed them over.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._under_way:
                    self._answered.clear()
                    await self._answered.wait()

    def is_api(self, address: SplitResult) -> bool:
        """Calls of the same site: its API may have a host of its own (`api.` before the site's)."""
        here = urlsplit(self._page.url)
        site = (here.hostname or "").removeprefix("www.")
        host = address.hostname or ""
        same_site = address.netloc == here.netloc or (bool(site) and host.endswith(f".{site}"))
        return same_site and address.path.startswith(self._markers.api_prefixes)

    def _note(self, request: Request) -> None:
        if is_main_navigation(request):
            self._scripts.clear()
        elif self.is_api(address := urlsplit(request.url)):
            sends_file = request.method == "POST" and address.path in self._markers.file_paths
            (self._files if sends_file else self._under_way).add(request)
            headers = request.headers
            found = {name: headers[name] for name in self._markers.carried if name in headers}
            self._carried.setdefault(urlsplit(self._page.url).netloc, {}).update(found)
        elif request.resource_type == "script":
            self._scripts.add(request)

    def _note_end(self, request: Request) -> None:
        self._under_way.discard(request)
        self._files.discard(request)
        self._scripts.discard(request)
        self._answered.set()

    def _note_gone(self, _: Page) -> None:
        for calls in (self._under_way, self._files, self._scripts):
            calls.clear()
        self._answered.set()


def is_main_navigation(request: Request) -> bool:
    """Whether it loads another document into the tab."""
    # Only a navigation is sure to have a frame; a service worker's request has none.
    return request.is_navigation_request() and request.frame.parent_frame is None
