"""The way by which a call that writes leaves a tab: shut, and opened for one call at a time.

A call leaves only after its body was looked at, and its answer is read before the page gets it: a
page that moves on when it has its answer takes the body with it. Neither is changed. Frames,
workers and beacons of the tab go through it; a shared worker's calls do not, and no page of a
market is known to have one (2026-11). What a body should say, and what an answer means, belongs to
the site.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import logging
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from browser.background_tasks import Chores
from browser.fence import Clock, uptime
from browser.page.outgoing import UNREADABLE, Examine, Findings, nothing_approved
from browser.page.service_workers import ServiceWorkers
from browser.playwright_errors import Error

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

_log = logging.getLogger(__name__)

_SENT_ON: Final = frozenset({307, 308})
"""Redirects that would send the same body once more, to an address that nobody stands before."""
_TEXTS: Final = frozenset({"", "text/plain", "text/html"})


@dataclass(frozen=True, slots=True)
class Overheard:
    """An answer as it came; `body` is None when it broke off, or for a redirect.

    `location` is where a redirect leads.
    """

    status: int
    media_type: str
    body: bytes | None
    location: str = ""

    @property
    def is_bytes(self) -> bool:
        """Whether it is neither data nor a page."""
        return bool(self.body) and not is_text(self.media_type)


Guards = Callable[[str, str], bool]
"""Whether a method and a path are what a gate stands before."""


def is_text(media_type: str) -> bool:
    """Whether an answer of this type is read: data, a page, or what says nothing of itself."""
    return media_type in _TEXTS or media_type.endswith(("json", "javascript"))


class Gate:
    """Stands before some of a site's addresses in one tab, for the tab's whole life.

    `patterns` (globs) say which calls are looked at, `guards` which of them are kept back. `over`
    ends with the answer to the call that was let through, or with None when it was lost, or when
    the call was held back: it came too late, or was about to send what nobody approved. A second
    gate in the tab is told of the one that is put up `beside` it, before it.
    """

    def __init__(
        self,
        page: Page,
        guards: Guards,
        *patterns: str,
        clock: Clock = uptime,
        beside: Gate | None = None,
    ) -> None:
        self._page = page
        self._beside = beside
        self._guards = guards
        self._clock = clock
        self._patterns = [
            {"urlPattern": pattern, "requestStage": stage}
            for pattern in patterns
            for stage in ("Request", "Response")
        ]
        self._session: CDPSession | None = None
        self._workers: ServiceWorkers | None = None
        self._passes = False
        self._until = math.inf
        self._examine: Examine = nothing_approved
        self._findings = Findings()
        self._late = False
        self._left: asyncio.Future[str] = asyncio.Future()
        self._chores = Chores()
        self.over: asyncio.Future[Overheard | None] = asyncio.Future()

    async def install(self) -> None:
        """Put the gate up, shut, before anything is loaded; once is enough."""
        if self._session is None:
            # Not Playwright's `route`: it would switch the cache off and slow down every request.
            self._session = await self._page.context.new_cdp_session(self._page)
            decide = self._decide
            self._session.on("Fetch.requestPaused", lambda each: self._chores.begin(decide(each)))
            if self._beside is None:
                self._workers = ServiceWorkers(self._session)
                await self._workers.leave_out()
            await self._session.send("Fetch.enable", {"patterns": self._patterns})
            self._page.on("close", self._lose)
            self._page.on("crash", self._lose)

    async def leave_no_way_around(self) -> None:
        """To be awaited before the gate is opened: a worker that has just come is left out, too."""
        workers = self._workers or (self._beside and self._beside._workers)
        if workers:
            await workers.bypass()

    def now(self) -> float:
        """What the gate's clock says, in seconds."""
        return self._clock()

    @property
    def sent(self) -> bool:
        """Whether a call was let through."""
        return self._left.done()

    @property
    def late(self) -> bool:
        """Whether a call was held back because its time was over."""
        return self._late

    @property
    def findings(self) -> Findings:
        """What the look at the last call found that came while the gate was open."""
        return self._findings

    async def sends(self, *, seconds: float) -> bool:
        """Whether a call is let through in time; one that is held back ends the wait."""
        either: list[asyncio.Future[Any]] = [self._left, self.over]
        await asyncio.wait(either, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        return self.sent

    async def answer(self, *, seconds: float) -> Overheard | None:
        """The call's answer; None when it is lost or late."""
        await asyncio.wait([self.over], timeout=seconds)
        return self.over.result() if self.over.done() else None

    def open(self, examine: Examine, *, until: float = math.inf) -> None:
        """Let one call through in which `examine` finds no difference, before the clock is `until`.

        None while an earlier one is still without an answer.
        """
        if self.over.done():
            self._left = asyncio.Future()
            self.over = asyncio.Future()
        self._passes = True
        self._late = False
        self._examine = examine
        self._findings = Findings()
        self._until = until

    def shut(self) -> None:
        """Let none through any more; one that has left goes on."""
        self._passes = False

    def _lose(self, page: Page) -> None:
        if not self.over.done():
            self.over.set_result(None)

    def _is_let_through(self, paused: Mapping[str, Any]) -> bool:
        request = paused["request"]
        if not self._guards(request["method"], urlsplit(request["url"]).path):
            return True
        if not self._passes or self.sent:
            return False
        # Before the clock is looked at, so that the time of this look is spent, not won.
        self._findings = self._examined(request)
        late = self._clock() >= self._until
        if late or self._findings.differing:
            self._hold_back(late=late)
            return False
        self._left.set_result(str(paused.get("networkId")))
        return True

    def _examined(self, request: Mapping[str, Any]) -> Findings:
        """What is found in a body; one that cannot be looked at never passes."""
        try:
            return self._examine(_sent_body(request))
        except Exception:
            _log.exception("a call could not be compared and is held back")
            return UNREADABLE

    def _hold_back(self, *, late: bool) -> None:
        self._passes = False
        self._late = late
        if not self.over.done():
            self.over.set_result(None)

    async def _decide(self, paused: Mapping[str, Any]) -> None:
        answered = "responseStatusCode" in paused or "responseErrorReason" in paused
        # Nothing may come between this and the word to the browser: the process can be frozen at
        # any moment, and what `sent` says and the time must hold when the call leaves.
        if not answered and not self._is_let_through(paused):
            await self._send("Fetch.failRequest", paused, errorReason="BlockedByClient")
            return
        if answered and self._is_awaited(paused):
            overheard = await self._overheard(paused)
            # The tab may have ended meanwhile, and its answer counts as lost then.
            if not self.over.done():
                self.over.set_result(overheard)
            if paused.get("responseStatusCode") in _SENT_ON:
                await self._send("Fetch.failRequest", paused, errorReason="BlockedByClient")
                return
        await self._send("Fetch.continueRequest", paused)

    def _is_awaited(self, paused: Mapping[str, Any]) -> bool:
        if not self.sent or self.over.done():
            return False
        return str(paused.get("networkId")) == self._left.result()

    async def _overheard(self, paused: Mapping[str, Any]) -> Overheard | None:
        if "responseStatusCode" not in paused:
            return None
        headers = {row["name"].lower(): row["value"] for row in paused.get("responseHeaders") or ()}
        media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
        status, location = int(paused["responseStatusCode"]), str(headers.get("location", ""))
        return Overheard(status, media_type, await self._body(paused), location)

    async def _body(self, paused: Mapping[str, Any]) -> bytes | None:
        told = await self._send("Fetch.getResponseBody", paused)
        try:
            text = str(told["body"])
            return base64.b64decode(text) if told["base64Encoded"] else text.encode()
        except (KeyError, binascii.Error):
            return None

    async def _send(self, method: str, paused: Mapping[str, Any], **more: str) -> dict[str, Any]:
        """Answer the browser; a tab that has ended needs no answer."""
        assert self._session is not None  # noqa: S101 - it is the session that called
        try:
            return await self._session.send(method, {"requestId": paused["requestId"], **more})
        except Error:
            return {}


def _sent_body(request: Mapping[str, Any]) -> bytes | None:
    """What a paused call sends, put together from its parts; None when it is not told whole.

    Chromium tells it whole for texts, blobs of several parts and files (measured, 2026-11): the
    event of `Fetch` needs no second question, for which there would be no time.
    """
    try:
        parts = [base64.b64decode(part["bytes"]) for part in request.get("postDataEntries") or ()]
    except (KeyError, binascii.Error):
        return None
    if parts:
        return b"".join(parts)
    text = request.get("postData")
    return text.encode() if isinstance(text, str) else None
