"""One probe for every kind of obstacle: it looks and raises, and never solves, clicks or hides.

What an obstacle looks like is data that a site gives (`markers`). Signs in the network's answers
are collected by `response_watch`; signs in the page are read in a single evaluation. What to do
about an obstacle belongs to the caller, and to a person.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from browser.errors import (
    BrowserCrashed,
    ChallengeKind,
    ChallengeRequired,
    Place,
    SessionExpired,
    SiteTimeout,
)
from browser.page.conditions import Condition, read
from browser.page.markers import Markers, Seen, Sign, framed, meets, plain
from browser.page.response_watch import ResponseWatch
from browser.playwright_errors import Error, PlaywrightTimeout, translate_errors

if TYPE_CHECKING:
    from playwright.async_api import Frame, Page

__all__ = ["Markers", "ResponseWatch", "Seen", "Sign", "heading_in_frames", "is_obstacle", "probe"]

_LOOK_SECONDS: Final = 10.0
_FRAME_SECONDS: Final = 2.0
_BARE_PAGE: Final = 600
_LEAST_SIDE: Final = 10  # a person cannot use anything smaller; invisible frames keep a border
_LOOK: Final = """({ selectors, member, least }) => {
  const seen = (element) => {
    if (!shown(element) || !element.checkVisibility({ opacityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return Math.min(box.width, box.height, box.right + scrollX, box.bottom + scrollY) >= least;
  };
  const texts = (found) => found.filter(seen).map((element) => element.innerText).join("\\n");
  return {
    title: document.title,
    headings: texts(all("h1, h2, h3, [role=heading], [role=alert], [role=dialog]")),
    subjects: texts(all("h1, [role=alert], [role=dialog]")),
    heads: all("h1, h2, h3, [role=heading]").filter(seen).map((head) => text(head.innerText)),
    member: member.some((selector) => all(selector).some(seen)),
    text: document.body?.innerText ?? "",
    frames: all("iframe[src]").filter(seen).map((frame) => frame.src),
    selectors: selectors.filter((selector) => all(selector).some(seen)),
  };
}"""


_FRAME_HEADING: Final = """() =>
  [...document.querySelectorAll("h1, h2, [role=heading]")].map((head) => head.innerText.trim())
    .find(Boolean) || document.title || null"""


_SAID_BETTER: Final = frozenset({ChallengeKind.UNEXPECTED_ANSWER, ChallengeKind.BLOCKED})
"""What the page itself may say more about."""


async def probe(page: Page, watch: ResponseWatch, markers: Markers, place: Place) -> None:
    """Raise when an obstacle is on the page, or was in an answer since the last probe.

    Raises ChallengeRequired; SessionExpired for a log-in wall or a renewal that hangs; SiteTimeout
    for a page that does not answer within 10 s; BrowserCrashed.
    """
    async with translate_errors():
        try:
            await watch.raise_signs(place)
        except ChallengeRequired as told:
            if told.kind in _SAID_BETTER:
                # A page that moves on takes the answer's text with it, and may say it itself; a
                # refused document is called a block until its page shows what it wants.
                with suppress(SessionExpired, SiteTimeout, BrowserCrashed, Error):
                    await _look(page, watch, markers, place)
            raise
        await _look(page, watch, markers, place)


async def _look(page: Page, watch: ResponseWatch, markers: Markers, place: Place) -> None:
    """Raise for what the page shows."""
    await _leave_renewal(page, markers)
    _raise_first(_signs_of_address(page.url, markers), watch, place)
    sight = await read(page, _looking(markers), seconds=_LOOK_SECONDS)
    _raise_first(_signs_in(sight, markers), watch, place)
    _raise_first(await _signs_in_frames(page, markers), watch, place)
    if not set(markers.login_selectors).isdisjoint(sight["selectors"]):
        raise SessionExpired("the page is a guest's")


def _looking(markers: Markers) -> Condition:
    selectors = [selector for sign in markers.selectors for selector in sign.needles]
    argument = {
        "selectors": [*selectors, *markers.login_selectors],
        "member": markers.member_selectors,
        "least": _LEAST_SIDE,
    }
    return Condition(_LOOK, argument)


def _raise_first(signs: Iterable[Seen], watch: ResponseWatch, place: Place) -> None:
    for seen in signs:
        raise watch.challenge(seen, place)


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
    yield from framed(address, markers)


def is_obstacle(address: str, markers: Markers) -> bool:
    """Whether the page at an address is nothing but an obstacle, whatever header it has."""
    needles = (needle for sign in markers.paths for needle in sign.needles)
    return _path(address).startswith((*markers.login_paths, *needles))


def _signs_in(sight: Mapping[str, Any], markers: Markers) -> Iterator[Seen]:
    for address in sight["frames"]:
        yield from framed(address, markers)
    for sign in markers.selectors:
        if set(sign.needles).issubset(sight["selectors"]):
            yield Seen(f"selector:{sign.needles[0]}", sign.kind)
    title, text = plain(sight["title"]), plain(sight["text"])
    for sign in markers.titles:
        if meets(title, sign.needles, sign.unless):
            yield Seen(f"title:{sign.needles[0]}", sign.kind)
    top = _top(sight, text)
    for sign in markers.texts:
        needle = sign.needles[0]
        if needle in top and meets(text, sign.needles, sign.unless):
            yield Seen(f"text:{needle}", sign.kind, _head(sight["heads"], needle))


def _top(sight: Mapping[str, Any], text: str) -> str:
    """Where a sign has to stand, since a seller's own words are on the page too.

    Nearly alone, or in a heading; on a page that has the member's menu only in what the page is
    about, or in what lies over it: a notice among others may speak of blocks.
    """
    if sight["member"]:
        return plain(sight["subjects"])
    return text if len(text) < _BARE_PAGE else plain(sight["headings"])


def _head(heads: Iterable[str], needle: str) -> str | None:
    """The heading that says it."""
    return next((head for head in heads if needle in plain(head)), None)


async def _signs_in_frames(page: Page, markers: Markers) -> list[Seen]:
    """Signs in closed shadow roots, which no script of ours can look into."""
    found = [(frame, seen) for frame in page.frames[1:] for seen in framed(frame.url, markers)]
    return [seen for frame, seen in found if await _is_on_page(frame)]


async def _is_on_page(frame: Frame) -> bool:
    async with asyncio.timeout(_LOOK_SECONDS):
        element = await frame.frame_element()
        box = await element.bounding_box()
        shown = await element.is_visible()
    if box is None or not shown:
        return False
    return min(box["width"], box["height"], box["x"] + box["width"]) >= _LEAST_SIDE


async def heading_in_frames(page: Page, markers: Markers) -> str | None:
    """What the frame of an obstacle calls itself; None without such a frame, or when it is mute."""
    for frame in page.frames[1:]:
        with suppress(Error, TimeoutError):
            if any(framed(frame.url, markers)) and await _is_on_page(frame):
                async with asyncio.timeout(_FRAME_SECONDS):
                    found: str | None = await frame.evaluate(_FRAME_HEADING)
                return found
    return None


def _path(address: str) -> str:
    return urlsplit(address).path
