"""One probe for every kind of obstacle: it looks and raises, and never solves, clicks or hides.

What an obstacle looks like is data that a site gives (`Markers`). `ResponseWatch` collects signs in
the network's answers and keeps no body, header or address; signs in the page are read in a single
evaluation. What to do about an obstacle belongs to the caller, and to a person.
"""

import asyncio
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

from playwright.async_api import Error, Frame, Page, Request, Response
from playwright.async_api import TimeoutError as PlaywrightTimeout

from browser.errors import ChallengeKind, ChallengeRequired, Place, SessionExpired
from browser.faults import translate_errors
from browser.owned import Chores
from browser.waits import Condition, read

_LOOK_SECONDS: Final = 10.0
_BODY_SECONDS: Final = 3.0
_UNANSWERED_SECONDS: Final = 2.0
_BARE_PAGE: Final = 600
_LEAST_SIDE: Final = 10  # a person cannot use anything smaller; invisible frames keep a border
_NO_SUCH_CALL: Final = frozenset({404, 405, 410})
_LOOK: Final = """({ selectors, least }) => {
  const seen = (element) => {
    if (!shown(element) || !element.checkVisibility({ opacityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return Math.min(box.width, box.height, box.right + scrollX, box.bottom + scrollY) >= least;
  };
  const texts = (found) => found.filter(seen).map((element) => element.innerText).join("\\n");
  return {
    title: document.title,
    headings: texts(all("h1, h2, h3, [role=heading], [role=alert], [role=dialog]")),
    text: document.body?.innerText ?? "",
    frames: all("iframe[src]").filter(seen).map((frame) => frame.src),
    selectors: selectors.filter((selector) => all(selector).some(seen)),
  };
}"""


@dataclass(frozen=True, slots=True)
class Sign:
    """How an obstacle shows; in which way is said by the member of `Markers` that holds it.

    All `needles` must be met, and none of `unless`.
    """

    kind: ChallengeKind
    needles: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Markers:
    """A site's obstacles, as data. Texts are in lower case; a host stands for its sub-domains too.

    In the page: `frames` (a host, then parts of the address, of a visible iframe, of the page
    itself, or of the `url` of a JSON answer), `titles` (parts of the title), `texts` (part of a
    heading, or of a nearly empty page, then parts of what is visible), `selectors` (each a visible
    element), `paths` (beginnings of the page's path).
    A guest: `login_paths` is where one is led, `login_selectors` what only a guest sees; a page
    under `renewal_path` is left by itself within `renewal_seconds`, or the session is over.
    In answers: `api_prefixes` are the paths that answer JSON, `api_codes` maps the `code` of a
    JSON answer, `session_codes` says that the session is over, `headers` maps header names, and
    `refusal_hosts` maps hosts that the body of a refused page names.
    """

    frames: tuple[Sign, ...] = ()
    titles: tuple[Sign, ...] = ()
    texts: tuple[Sign, ...] = ()
    selectors: tuple[Sign, ...] = ()
    paths: tuple[Sign, ...] = ()
    login_paths: tuple[str, ...] = ()
    login_selectors: tuple[str, ...] = ()
    renewal_path: str | None = None
    renewal_seconds: float = 8.0
    api_prefixes: tuple[str, ...] = ()
    api_codes: Mapping[int, ChallengeKind] = field(default_factory=dict)
    session_codes: frozenset[int] = frozenset()
    headers: Mapping[str, ChallengeKind] = field(default_factory=dict)
    refusal_hosts: Mapping[str, ChallengeKind] = field(default_factory=dict)


class Seen(NamedTuple):
    """A sign that was met: a name for the log, and the kind of obstacle."""

    marker: str
    kind: ChallengeKind


class ResponseWatch:
    """Collects signs of obstacles in the answers to one page, from its attachment on."""

    def __init__(self, page: Page, markers: Markers) -> None:
        self._page = page
        self._markers = markers
        self._chores = Chores()
        self._signs: dict[str, ChallengeKind] = {}
        self._unauthorised: set[str] = set()
        self._under_way: set[Request] = set()
        self._answered = asyncio.Event()
        page.on("request", self._note_call)
        page.on("requestfinished", self._note_end)
        page.on("requestfailed", self._note_end)
        page.on("response", self._note)

    async def raise_signs(self, place: Place) -> None:
        """Raise for a sign that came since the last call, which then counts as told.

        Calls of the page that are under way are waited for: their answer may be the sign.
        Raises ChallengeRequired, and SessionExpired while a call is refused as a guest's.
        """
        await self._quiet()
        await self._chores.finish()
        signs, self._signs = self._signs, {}
        _raise_first((Seen(*sign) for sign in signs.items()), place)
        if self._unauthorised:
            raise SessionExpired("the site's API answers as to a guest")

    async def _quiet(self) -> None:
        """Until every API call is answered; one that hangs says nothing and is given up."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_UNANSWERED_SECONDS):
                while self._under_way:
                    self._answered.clear()
                    await self._answered.wait()

    def _note_call(self, request: Request) -> None:
        if self._is_api(urlsplit(request.url)):
            self._under_way.add(request)

    def _note_end(self, request: Request) -> None:
        self._under_way.discard(request)
        self._answered.set()

    def _note(self, response: Response) -> None:
        is_document = _is_main_document(response)
        address = urlsplit(response.url)
        if not is_document and not self._is_api(address):
            return
        self._note_head(response, is_document)
        if not is_document:
            self._note_access(response, address.path)
        # What a GET answers when it is served is data; the body of the rest may hold a sign.
        if response.status >= 400 or response.request.method != "GET":
            self._chores.begin(self._note_body(response, address.path, is_document))

    def _is_api(self, address: SplitResult) -> bool:
        same_site = address.netloc == urlsplit(self._page.url).netloc
        return same_site and address.path.startswith(self._markers.api_prefixes)

    def _note_head(self, response: Response, is_document: bool) -> None:
        headers = response.headers
        for name, kind in self._markers.headers.items():
            if name in headers:
                self._signs[f"header:{name}"] = kind
        if response.status == 429:
            self._signs["status:429"] = ChallengeKind.RATE_LIMITED
        elif not is_document and _is_page(response):
            self._signs["page instead of data"] = ChallengeKind.UNEXPECTED_ANSWER

    def _note_access(self, response: Response, path: str) -> None:
        if response.ok:
            self._unauthorised.discard(path)
        if _path(response.headers.get("location", "")).startswith(self._markers.login_paths):
            self._unauthorised.add(path)

    async def _note_body(self, response: Response, path: str, is_document: bool) -> None:
        body = await _body(response)
        if is_document:
            self._note_refused_document(response.status, body)
        else:
            self._note_refused_call(path, _json_object(body))

    def _note_refused_document(self, status: int, body: bytes) -> None:
        if status != 403:
            return
        text = body.decode(errors="replace")
        named = (host for host in self._markers.refusal_hosts if host in text)
        host = next(named, None)
        kind = self._markers.refusal_hosts[host] if host else ChallengeKind.BLOCKED
        self._signs[f"refusal:{host or status}"] = kind

    def _note_refused_call(self, path: str, answer: Mapping[str, Any]) -> None:
        self._signs.update(_framed(answer.get("url"), self._markers))
        code = answer.get("code")
        if isinstance(code, int) and code in self._markers.api_codes:
            self._signs[f"code:{code}"] = self._markers.api_codes[code]
        if code in self._markers.session_codes:
            self._unauthorised.add(path)


async def probe(page: Page, watch: ResponseWatch, markers: Markers, place: Place) -> None:
    """Raise when an obstacle is on the page, or was in an answer since the last probe.

    Raises ChallengeRequired; SessionExpired for a log-in wall or a renewal that hangs; SiteTimeout
    for a page that does not answer within 10 s; BrowserCrashed.
    """
    async with translate_errors():
        await watch.raise_signs(place)
        await _leave_renewal(page, markers)
        _raise_first(_signs_of_address(page.url, markers), place)
        sight = await read(page, _looking(markers), seconds=_LOOK_SECONDS)
        _raise_first(_signs_in(sight, markers), place)
        _raise_first(await _signs_in_frames(page, markers), place)
        if not set(markers.login_selectors).isdisjoint(sight["selectors"]):
            raise SessionExpired("the page is a guest's")


def _looking(markers: Markers) -> Condition:
    selectors = [selector for sign in markers.selectors for selector in sign.needles]
    argument = {"selectors": [*selectors, *markers.login_selectors], "least": _LEAST_SIDE}
    return Condition(_LOOK, argument)


def _raise_first(signs: Iterable[Seen], place: Place) -> None:
    for marker, kind in signs:
        raise ChallengeRequired(place, kind=kind, marker=marker)


async def _leave_renewal(page: Page, markers: Markers) -> None:
    renewal = markers.renewal_path
    if renewal is None or not _path(page.url).startswith(renewal):
        return
    try:
        await page.wait_for_url(
            lambda url: not _path(url).startswith(renewal),
            timeout=markers.renewal_seconds * 1000,
            wait_until="commit",
        )
    except PlaywrightTimeout:
        raise SessionExpired("the site does not renew the session") from None


def _signs_of_address(address: str, markers: Markers) -> Iterator[Seen]:
    path = _path(address)
    if path.startswith(markers.login_paths):
        raise SessionExpired("the site asks to log in")
    for sign in markers.paths:
        if path.startswith(sign.needles):
            yield Seen(f"path:{sign.needles[0]}", sign.kind)
    yield from _framed(address, markers)


def _signs_in(sight: Mapping[str, Any], markers: Markers) -> Iterator[Seen]:
    for address in sight["frames"]:
        yield from _framed(address, markers)
    for sign in markers.selectors:
        if set(sign.needles).issubset(sight["selectors"]):
            yield Seen(f"selector:{sign.needles[0]}", sign.kind)
    title, headings, text = (_plain(sight[part]) for part in ("title", "headings", "text"))
    for sign in markers.titles:
        if _meets(title, sign.needles, sign.unless):
            yield Seen(f"title:{sign.needles[0]}", sign.kind)
    # A seller's own words are on the page too, so a sign stands in a heading, or nearly alone.
    top = text if len(text) < _BARE_PAGE else headings
    for sign in markers.texts:
        if sign.needles[0] in top and _meets(text, sign.needles, sign.unless):
            yield Seen(f"text:{sign.needles[0]}", sign.kind)


async def _signs_in_frames(page: Page, markers: Markers) -> list[Seen]:
    """Signs in closed shadow roots, which no script of ours can look into."""
    framed = [(frame, seen) for frame in page.frames[1:] for seen in _framed(frame.url, markers)]
    return [seen for frame, seen in framed if await _is_on_page(frame)]


async def _is_on_page(frame: Frame) -> bool:
    async with asyncio.timeout(_LOOK_SECONDS):
        element = await frame.frame_element()
        box = await element.bounding_box()
        shown = await element.is_visible()
    if box is None or not shown:
        return False
    return min(box["width"], box["height"], box["x"] + box["width"]) >= _LEAST_SIDE


def _framed(address: object, markers: Markers) -> Iterator[Seen]:
    """Signs in an address that a page or an answer names; anything may stand there."""
    if not isinstance(address, str):
        return
    for sign in markers.frames:
        host, *parts = sign.needles
        if _is_under(_host(address), host) and _meets(address, parts, sign.unless):
            yield Seen(f"frame:{host}", sign.kind)


def _meets(text: str, needles: Iterable[str], unless: Iterable[str]) -> bool:
    return all(part in text for part in needles) and not any(part in text for part in unless)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _path(address: str) -> str:
    return urlsplit(address).path


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_under(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def _is_main_document(response: Response) -> bool:
    # Only a navigation is sure to have a frame; a service worker's request has none.
    return response.request.is_navigation_request() and response.frame.parent_frame is None


def _is_page(response: Response) -> bool:
    """Whether a page was answered where data is expected; an error page is the site's trouble."""
    is_html = response.headers.get("content-type", "").startswith("text/html")
    is_led_away = 300 <= response.status < 400
    is_fault = response.status >= 500 or response.status in _NO_SUCH_CALL
    return is_html and not is_led_away and not is_fault


async def _body(response: Response) -> bytes:
    # The page may have moved on: a body that is gone shows no sign, and the next probe looks again.
    with suppress(Error, TimeoutError):
        async with asyncio.timeout(_BODY_SECONDS):
            return await response.body()
    return b""


def _json_object(body: bytes) -> Mapping[str, Any]:
    with suppress(ValueError, RecursionError):
        answer = json.loads(body)
        return answer if isinstance(answer, dict) else {}
    return {}
