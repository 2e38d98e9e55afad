"""A small picture of what a tab shows, without what is the member's own: for who looks on.

Owns what is covered and that nothing else of the page is touched: no style, no element, no view of
it changes. When such a picture is taken, and when not, is `form.live_view`'s.
"""

from __future__ import annotations

import asyncio
import base64
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from browser.page.conditions import Condition, read
from browser.playwright_errors import Error

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

MOST_BYTES: Final = 64_000
_WIDTH: Final = 640
_QUALITIES: Final = (50, 30, 15)
_TAKEN_AT: Final = 60
"""The quality at which the browser hands over what is then made smaller."""
_SECONDS: Final = 0.6
_STILL_SECONDS: Final = 2.0
"""So long no second picture is taken of a page that looks the same."""
_EDGE: Final = 3
"""So many points around a covered place go with it: a smaller picture blends neighbours."""
_COLOUR: Final = (203, 207, 210)

PRIVATE: Final = (
    "header, [role=banner], nav, [role=navigation], [role=menu], aside, footer, address, iframe, "
    "[autocomplete*=name], [autocomplete*=street], [autocomplete*=address], "
    "[autocomplete*=postal], [autocomplete*=tel], [autocomplete*=email], [autocomplete*=cc-]"
)
"""Where pages keep what is the member's and not the listing's (names of HTML and ARIA): who is
signed in, the menu with the balance, addresses and means of payment; frames cannot be read."""

_COVERED: Final = """({selectors, secret, page}) => {
  if (location.origin + location.pathname !== page) return null;
  const boxes = new Set();
  const cover = ({left, top, right, bottom}) => {
    const box = [Math.floor(left), Math.floor(top), Math.ceil(right), Math.ceil(bottom)];
    const [x, y, far, low] = box;
    const seen = far > 0 && low > 0 && x < innerWidth && y < innerHeight;
    if (seen && far > x && low > y) boxes.add(box.join());
  };
  const inside = (one, other) => one.left >= other.left && one.top >= other.top
    && one.right <= other.right && one.bottom <= other.bottom;
  for (const element of selectors.flatMap((selector) => all(selector))) {
    const own = element.getBoundingClientRect();
    if (shown(element)) cover(own);
    // A menu that is open hangs out of its place.
    for (const part of all("*", element)) {
      const box = part.getBoundingClientRect();
      if (!inside(box, own) && shown(part)) cover(box);
    }
  }
  let looks = 0;
  const note = (said) => {
    for (let at = 0; at < said.length; at += 1) looks = (looks * 31 + said.charCodeAt(at)) | 0;
  };
  const written = new RegExp(secret, "iu");
  for (const element of all("input, textarea, img")) {
    const says = element.alt || element.value || "";
    note(`${says} ${element.checked} ${element.complete}`);
    if (written.test(says) && shown(element)) cover(element.getBoundingClientRect());
  }
  // What a page hands its scripts is long, and nobody sees it.
  const unseen = new Set(["script", "style", "template", "noscript"]);
  const sorted = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    if (unseen.has(node.localName)) return NodeFilter.FILTER_REJECT;
    note(`${node.localName} ${node.getAttribute("class")} ${node.getAttribute("style")}`);
    return NodeFilter.FILTER_SKIP;
  };
  const kinds = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  for (const root of roots()) {
    const walker = document.createTreeWalker(root, kinds, sorted);
    while (walker.nextNode()) {
      note(walker.currentNode.data);
      if (!written.test(walker.currentNode.data)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) cover(box);
    }
  }
  return {
    boxes: [...boxes].map((box) => box.split(",").map(Number)),
    width: innerWidth,
    at: [scrollX, scrollY],
    looks,
  };
}"""
_MAIL: Final = r"[^\s@]+@[^\s@]+\.[^\s@]+"
_SPECIAL: Final = re.compile(r"[.*+?^${}()|\[\]\\/]")


@dataclass(frozen=True, slots=True)
class Covered:
    """The places that are covered, in points of a screen so many wide, and where it stands.

    `looks` is another number when the page has changed, as far as its own nodes tell.
    """

    boxes: tuple[tuple[int, int, int, int], ...]
    width: int
    at: tuple[float, float]
    looks: int = field(compare=False)


class Camera:
    """Takes pictures of one page as long as it shows what it showed at first.

    `private` are selectors of the site beside those of every page, `names` what is covered
    wherever it is written. Use it as an async context manager.
    """

    def __init__(self, page: Page, private: Sequence[str], names: Iterable[str]) -> None:
        self._page = page
        place = page.url.partition("#")[0].partition("?")[0]
        argument = {
            "selectors": [PRIVATE, *private],
            "secret": _pattern(names),
            "page": place,
        }
        self._looking = Condition(_COVERED, argument)
        self._opening: asyncio.Task[CDPSession] | None = None
        self._last: Covered | None = None
        self._last_at = 0.0

    async def __aenter__(self) -> Camera:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._opening:
            # It ends with its tab, too.
            with suppress(Error, TimeoutError):
                async with asyncio.timeout(_SECONDS):
                    await (await asyncio.shield(self._opening)).detach()

    async def take(self) -> bytes | None:
        """A picture; None where the page looks as it did, moved, or is another one by now.

        Raises TimeoutError for a page that is too busy, and what a read of the page raises.
        """
        async with asyncio.timeout(_SECONDS):
            before = await self._covered()
            if before is None or self._is_known(before):
                return None
            picture = await self._screen()
            if before != await self._covered():
                return None
        self._last, self._last_at = before, asyncio.get_running_loop().time()
        return await asyncio.to_thread(_small, picture, before)

    def _is_known(self, now: Covered) -> bool:
        """Whether the last picture shows this, a moment ago; not all that changes is a node's."""
        last, since = self._last, asyncio.get_running_loop().time() - self._last_at
        return last == now and last.looks == now.looks and since < _STILL_SECONDS

    async def _covered(self) -> Covered | None:
        found: dict[str, Any] | None = await read(self._page, self._looking, seconds=2 * _SECONDS)
        if found is None:
            return None
        boxes = tuple(tuple(box) for box in found["boxes"])
        return Covered(boxes, found["width"], tuple(found["at"]), found["looks"])

    async def _screen(self) -> bytes:
        """What the screen shows. Playwright's own way would draw on the page and scroll it."""
        if self._opening is None:
            opening = self._page.context.new_cdp_session(self._page)
            self._opening = asyncio.ensure_future(opening)
        session = await asyncio.shield(self._opening)
        told = await session.send(
            "Page.captureScreenshot",
            {"format": "jpeg", "quality": _TAKEN_AT, "optimizeForSpeed": True},
        )
        return base64.b64decode(told["data"])


def _pattern(names: Iterable[str]) -> str:
    """What finds any of the names, as whole words, and mail addresses, in a page's own script."""
    escaped = sorted(_SPECIAL.sub(r"\\\g<0>", name) for name in names if name)
    return "|".join(
        [*(rf"(?<![\p{{L}}\p{{N}}_]){name}(?![\p{{L}}\p{{N}}_])" for name in escaped), _MAIL]
    )


def _small(picture: bytes, covered: Covered) -> bytes | None:
    """The picture with its private places painted over, small; None if it will not get small."""
    # Loaded with the first picture that somebody looks at.
    from PIL import Image, ImageDraw  # noqa: PLC0415

    with Image.open(BytesIO(picture)) as taken:
        # Decoded at half the size in one go, where that leaves enough.
        taken.draft("RGB", (_WIDTH, max(1, taken.height * _WIDTH // taken.width)))
        image = taken.convert("RGB")
    scale = image.width / covered.width
    draw = ImageDraw.Draw(image)
    for left, top, right, bottom in covered.boxes:
        near = ((left - _EDGE) * scale, (top - _EDGE) * scale)
        draw.rectangle((*near, (right + _EDGE) * scale, (bottom + _EDGE) * scale), fill=_COLOUR)
    for quality in _QUALITIES:
        written = BytesIO()
        image.save(written, "JPEG", quality=quality)
        if written.tell() <= MOST_BYTES:
            return written.getvalue()
    return None
