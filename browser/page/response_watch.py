"""Signs of obstacles in a site's answers to one page, collected from its attachment on.

Keeps no body, header or address, but who the page was told is signed in. What is on the page
belongs to `challenge`, what a sign leads to as well; the page's calls are `page_calls`'.
"""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from browser.background_tasks import Chores
from browser.errors import ChallengeKind, ChallengeRequired, Place, SessionExpired
from browser.page.bodies import body_of
from browser.page.markers import Markers, Seen, framed, meets, plain
from browser.page.page_calls import PageCalls, is_main_navigation
from browser.page.request_gate import is_text
from browser.page.traffic import listen
from browser.playwright_calls import handler
from browser.playwright_errors import Error

if TYPE_CHECKING:
    from playwright.async_api import Frame, Page, Request, Response

_BODY_SECONDS: Final = 3.0
_UNANSWERED_SECONDS: Final = 2.0
_NO_SUCH_CALL: Final = frozenset({404, 405, 410})
_TOO_MANY: Final = 429
_NO_DOCUMENT: Final = frozenset({204, 205, *range(300, 400)})
"""With such an answer the page stays, or is led on."""
_LONGEST_RETRY: Final = timedelta(days=2)
_HEADING: Final = re.compile(rb"<(h1|h2|title)\b[^>]*>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
_HIDDEN: Final = re.compile(r"<(script|style)\b.*?</\1>", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answered to a question; `body` is None when it is not JSON."""

    status: int
    body: Any


class ResponseWatch:
    """Collects signs of obstacles in the answers to one page, from its attachment on."""

    def __init__(self, page: Page, markers: Markers) -> None:
        self.calls = PageCalls(page, markers)
        self._markers = markers
        self._chores = Chores()
        self._signs: dict[str, Seen] = {}
        self._unauthorised: set[str] = set()
        self._member: Answer | None = None
        self._member_told = asyncio.Event()
        self._retry_at: datetime | None = None
        self._is_answered = False
        listen(page, asked=self._note_navigation, answered=self._note)
        page.on("framenavigated", handler(self._note_arrival))

    @property
    def retry_at(self) -> datetime | None:
        """When the site will answer again, by its last word; None when that is over."""
        at = self._retry_at
        return at if at and at > datetime.now(UTC) else None

    async def member(self) -> Answer | None:
        """What the page was told last about who is signed in, since its document came."""
        await self._chores.finish()
        return self._member

    async def told_again(self, *, seconds: float) -> bool:
        """Whether the page is told anew in time who is signed in."""
        self._member_told.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._member_told.wait()
        return self._member_told.is_set()

    async def raise_signs(self, place: Place) -> None:
        """Raise for a sign that came since the last call, which then counts as told.

        Calls of the page that are under way are waited for: their answer may be the sign.
        Raises ChallengeRequired, and SessionExpired while a call is refused as a guest's.
        """
        await self.calls.quiet(seconds=_UNANSWERED_SECONDS)
        await self._chores.finish()
        signs, self._signs = self._signs, {}
        for seen in signs.values():
            raise self.challenge(seen, place)
        if self._unauthorised:
            raise SessionExpired("the site's API answers as to a guest")

    def challenge(self, seen: Seen, place: Place) -> ChallengeRequired:
        """The error for a sign that was met."""
        return ChallengeRequired(
            place, kind=seen.kind, marker=seen.marker, heading=seen.heading, retry_at=self.retry_at
        )

    def _note_navigation(self, request: Request) -> None:
        if is_main_navigation(request):
            # Another document: what an earlier one was told of its member is not its own.
            self._member = None

    def _note_arrival(self, frame: Frame) -> None:
        """The document that was answered is there: until then a guest's page is a guest's.

        The event comes for an entry in the history, too, which alone is no other document.
        """
        if self._is_answered and frame.parent_frame is None:
            self._is_answered = False
            self._unauthorised.clear()

    def _note(self, response: Response) -> None:
        is_document = is_main_navigation(response.request)
        address = urlsplit(response.url)
        if not is_document and not self.calls.is_api(address):
            return
        self._note_head(response, is_document)
        if is_document and response.status not in _NO_DOCUMENT:
            self._is_answered = True
        if address.path == self._markers.member_path:
            self._chores.begin(self._note_member(response))
        elif not is_document:
            self._note_access(response, address.path)
        # What a GET answers when it is served is data; the body of the rest may hold a sign.
        served = response.status < 400 and response.request.method == "GET"
        # A picture is no sign, but where a member's own data is asked for.
        is_bytes = self._is_members(address.path) and not is_text(_media_type(response))
        if not served or (not is_document and (is_bytes or _is_page(response))):
            self._chores.begin(self._note_body(response, address.path, is_document))

    def _is_members(self, path: str) -> bool:
        return path == self._markers.member_path or path.startswith(self._markers.member_paths)

    def _note_head(self, response: Response, is_document: bool) -> None:
        headers = response.headers
        for name, kind in self._markers.headers.items():
            if name in headers:
                self._sign(f"header:{name}", kind)
        if response.status == _TOO_MANY:
            self._sign("status:429", ChallengeKind.RATE_LIMITED)
        if is_document or response.status >= 400:
            self._retry_at = _retry_at(headers.get("retry-after")) or self._retry_at

    def _sign(self, marker: str, kind: ChallengeKind, heading: str | None = None) -> None:
        self._signs[marker] = Seen(marker, kind, heading)

    def _note_access(self, response: Response, path: str) -> None:
        if response.ok:
            self._unauthorised.discard(path)
        if _path(response.headers.get("location", "")).startswith(self._markers.login_paths):
            self._unauthorised.add(path)
        if response.status == 401 and path.startswith(self._markers.member_paths):
            self._unauthorised.add(path)

    async def _note_member(self, response: Response) -> None:
        body = await _body(response)
        if not 300 <= response.status < 400:
            self._member = Answer(response.status, _json_object(body))
            self._member_told.set()

    async def _note_body(self, response: Response, path: str, is_document: bool) -> None:
        body = await _body(response)
        if is_document:
            self._note_refused_document(response.status, body)
        elif _is_page(response):
            self._note_page(response.status, body)
        elif _is_no_data(response, body):
            self._sign("no data", ChallengeKind.UNEXPECTED_ANSWER)
        else:
            self._note_refused_call(response.status, path, _json_object(body))

    def _note_refused_document(self, status: int, body: bytes) -> None:
        if status == 403:
            named = next(self._named(body), Seen("refusal:403", ChallengeKind.BLOCKED))
            self._signs[named.marker] = named

    def _note_page(self, status: int, body: bytes) -> None:
        """A page where data is expected: what it says of itself, else only that it came."""
        if status == _TOO_MANY:
            return
        marker, kind = "page instead of data", ChallengeKind.UNEXPECTED_ANSWER
        seen = next(self._named(body), Seen(marker, kind))
        self._signs[marker] = seen._replace(marker=marker, heading=_heading(body))

    def _named(self, body: bytes) -> Iterator[Seen]:
        """The obstacles that the text of a refused page names."""
        text = body.decode(errors="replace")
        for needle, kind in self._markers.refusals.items():
            if needle in text:
                yield Seen(f"refusal:{needle}", kind)
        words = plain(html.unescape(_TAG.sub(" ", _HIDDEN.sub(" ", text))))
        for sign in self._markers.texts:
            if meets(words, sign.needles, sign.unless):
                yield Seen(f"text:{sign.needles[0]}", sign.kind)

    def _note_refused_call(self, status: int, path: str, answer: Mapping[str, Any]) -> None:
        for seen in framed(answer.get("url"), self._markers):
            self._signs[seen.marker] = seen
        code = answer.get("code")
        if isinstance(code, int) and code in self._markers.api_codes:
            self._sign(f"code:{code}", self._markers.api_codes[code])
        if path != self._markers.member_path and self._is_guests(status, path, code):
            self._unauthorised.add(path)

    def _is_guests(self, status: int, path: str, code: object) -> bool:
        """Whether the site's own word is that nobody is signed in."""
        if code in self._markers.session_codes:
            return True
        of_member = path.startswith(self._markers.member_paths)
        return status == 403 and of_member and code in self._markers.guest_codes


def _media_type(response: Response) -> str:
    return response.headers.get("content-type", "").partition(";")[0].strip().lower()


def _is_page(response: Response) -> bool:
    """Whether a page was answered where data is expected; an error page is the site's trouble."""
    is_led_away = 300 <= response.status < 400
    is_fault = response.status >= 500 or response.status in _NO_SUCH_CALL
    return _media_type(response) == "text/html" and not is_led_away and not is_fault


def _is_no_data(response: Response, body: bytes) -> bool:
    """Whether a call that was served was answered with bytes in the place of JSON."""
    return response.ok and bool(body) and not is_text(_media_type(response))


def _retry_at(value: str | None) -> datetime | None:
    """The time that a `Retry-After` names, within what can be meant (RFC 9110)."""
    now = datetime.now(UTC)
    try:
        text = (value or "").strip()
        at = now + timedelta(seconds=int(text)) if text.isdigit() else _moment(text)
    except (ValueError, OverflowError, TypeError):
        return None
    return at if now < at <= now + _LONGEST_RETRY else None


def _moment(text: str) -> datetime:
    at = parsedate_to_datetime(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _heading(body: bytes) -> str | None:
    """What a page calls itself: its first heading, else its title."""
    found = {match[1].lower(): match[2] for match in reversed(list(_HEADING.finditer(body)))}
    for name in (b"h1", b"h2", b"title"):
        text = _TAG.sub(" ", found.get(name, b"").decode(errors="replace"))
        if words := " ".join(html.unescape(text).split()):
            return words
    return None


async def _body(response: Response) -> bytes:
    # The page may have moved on: a body that is gone shows no sign, and the next probe looks again.
    with suppress(Error, TimeoutError):
        async with asyncio.timeout(_BODY_SECONDS):
            return await body_of(response)
    return b""


def _json_object(body: bytes) -> Mapping[str, Any]:
    with suppress(ValueError, RecursionError):
        answer = json.loads(body)
        return answer if isinstance(answer, dict) else {}
    return {}


def _path(address: str) -> str:
    return urlsplit(address).path
