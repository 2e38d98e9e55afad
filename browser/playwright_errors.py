"""What Playwright raises, told in the words of `errors`.

Its messages may hold the browser's command line, typed text and whole addresses, so only fixed
words and the name of a network error pass. What to do about an error is the caller's business, but
for a close: `settled` passes over what is gone. The classes of the errors come from where they are
defined, since all of Playwright would be loaded with the names that it gives out.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Final

from playwright._impl._errors import Error
from playwright._impl._errors import TimeoutError as PlaywrightTimeout

from browser.errors import (
    BrowserCrashed,
    BrowserError,
    SiteLayoutChanged,
    SiteTimeout,
    SiteUnavailable,
    SiteUnreachable,
)

if TYPE_CHECKING:
    from playwright.async_api import Page

__all__ = [
    "Error",
    "PlaywrightTimeout",
    "has_ended",
    "is_gone",
    "settled",
    "translate_errors",
    "translated",
]

CLOSE_SECONDS: Final = 5.0
ENDING_SECONDS: Final = 1.0
"""So long the end of a tab may take to be told after the first command that it refused."""
_GONE: Final = (
    "target crashed",
    "page crashed",
    "has been closed",
    "connection closed",
    "browser closed",
    "target closed",
    "out_of_memory",
    "insufficient_resources",
)
_NET_ERROR: Final = re.compile(r"net::(ERR_[A-Z0-9_]+)")
_METHOD: Final = re.compile(r"^([A-Za-z]+\.[a-z_]+):")


@asynccontextmanager
async def translate_errors(page: Page | None = None) -> AsyncIterator[None]:
    """Raise our errors in place of Playwright's, and of an `asyncio.timeout` inside the block.

    Raises: BrowserCrashed, SiteTimeout, SiteUnreachable; BrowserError for anything else that
    Playwright says. What a site seems to lack is not its fault when its `page` has ended.
    """
    try:
        yield
    except (SiteUnavailable, SiteLayoutChanged) as error:
        if page and has_ended(page):
            raise BrowserCrashed("the browser or its tab has ended") from error
        raise
    except (PlaywrightTimeout, TimeoutError):
        raise SiteTimeout("the page did not answer in time") from None
    except Error as error:
        found = translated(error)
        if page and found.code == BrowserError.code and await _is_ending(page):
            found = BrowserCrashed("the browser or its tab has ended")
        raise found from None


async def _is_ending(page: Page) -> bool:
    """Whether a tab ends now: a browser that dies refuses commands before its end is told."""
    gone = asyncio.Event()

    def note(*_: object) -> None:
        gone.set()

    browser = page.context.browser
    page.on("close", note)
    page.on("crash", note)
    if browser:
        browser.on("disconnected", note)
    try:
        with suppress(TimeoutError):
            async with asyncio.timeout(0 if has_ended(page) else ENDING_SECONDS):
                await gone.wait()
    finally:
        page.remove_listener("close", note)
        page.remove_listener("crash", note)
        if browser:
            browser.remove_listener("disconnected", note)
    return gone.is_set() or has_ended(page)


def translated(error: Error) -> BrowserError:
    """Our error for one of Playwright's; it says nothing that came from the page."""
    if isinstance(error, PlaywrightTimeout):
        return SiteTimeout("the page did not answer in time")
    if is_gone(error):
        return BrowserCrashed("the browser or its tab has ended")
    if found := _NET_ERROR.search(error.message):
        return _network_error(found[1])
    method = _METHOD.match(error.message)
    return BrowserError(f"the browser refused {method[1] if method else 'a command'}")


def has_ended(page: Page) -> bool:
    """Whether a tab, or the browser around it, is no more."""
    browser = page.context.browser
    return page.is_closed() or browser is None or not browser.is_connected()


def is_gone(error: Error) -> bool:
    """Whether the tab, the browser or its driver behind the call has ended."""
    message = error.message.lower()
    return any(sign in message for sign in _GONE)


async def settled(work: Awaitable[object]) -> None:
    """Await for 5 s at most, a close above all; what is gone already, or hangs, raises nothing."""
    # The owner forgets it either way, and the end of the browser ends what still hangs.
    with suppress(Error, TimeoutError):
        async with asyncio.timeout(CLOSE_SECONDS):
            await work


def _network_error(name: str) -> BrowserError:
    if "TIMED_OUT" in name:
        return SiteTimeout(name)
    return SiteUnreachable(name)
