"""What a page still waits for, named: a field that is late by that is not a field that went.

Looks only: at the document, at loaders, at the page's own calls and scripts, and at how fast it
draws. How long to wait, and what is said then, is decided by `tab`.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from browser.errors import SiteTimeout
from browser.page.conditions import Condition, Timeouts, read
from browser.page.response_watch import ResponseWatch

if TYPE_CHECKING:
    from playwright.async_api import Page

_NUMBER: Final = re.compile(r"\d{3,}")
"""Ids in a path: whose item or account it is need not be told to know which call hangs."""
_DRAWN: Final = """async ({signs}) => {
  const painted = () => new Promise((done) => requestAnimationFrame(done));
  await painted();
  await painted();
  const waiting = signs.flatMap((sign) => all(sign)).filter(shown)
    .map((element) => element.dataset.testid || element.id || "aria-busy");
  return [...document.readyState === "complete" ? [] : ["document"], ...new Set(waiting)];
}"""


async def pending(
    page: Page, watch: ResponseWatch, signs: Iterable[str], timeouts: Timeouts
) -> tuple[str, ...]:
    """Names of what is under way in the page; empty when it is up and waits for nothing.

    `signs` are selectors of what a page shows while it waits. A page that is slow to draw is busy,
    as the machine may be; so is one that does not draw within `Timeouts.answer`.
    """
    clock = asyncio.get_running_loop()
    begun = clock.time()
    try:
        drawn = Condition(_DRAWN, {"signs": list(signs)})
        shown = await read(page, drawn, seconds=timeouts.answer)
    except SiteTimeout:
        shown = []
    drawing = ["drawing"] if clock.time() - begun > timeouts.effect * 2 else []
    calls = [_NUMBER.sub("…", path) for path in watch.calls.under_way]
    return tuple(dict.fromkeys([*shown, *calls, *drawing]))
