"""Looks into the seller's wardrobe after a click: how often, until what, and when no more.

Owns the pace and the end of the looking. What a look finds is `site`'s word, what it says about a
publish `outcome`'s.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator

from browser.errors import NeedsPerson
from browser.page.conditions import Timeouts
from browser.site import LookUp

_log = logging.getLogger(__name__)

LookAgain = Callable[[bool], Awaitable[LookUp]]
"""Looks into the wardrobe; told to be brief, it reads each of its pages and nothing else."""
Enough = Callable[[LookUp], bool]


class Wardrobe:
    """Looks into the seller's wardrobe, and no more once an obstacle stands in the way."""

    def __init__(self, look_again: LookAgain) -> None:
        self._look_again = look_again
        self.obstacle: NeedsPerson | None = None

    async def look(self, *, briefly: bool = False) -> LookUp:
        """What is there now; incomplete when it cannot be read, or must not be any more."""
        if self.obstacle is not None:
            return LookUp(complete=False)
        try:
            return await self._look_again(briefly)
        except NeedsPerson as error:
            self.obstacle = error
        except Exception as error:
            # Usual right after an answer: the page moves on and takes our question with it.
            _log.info("the wardrobe could not be read: %s", type(error).__name__)
        return LookUp(complete=False)

    async def last_look(self, obstacle: NeedsPerson) -> LookUp:
        """The one reading that is left to us where an obstacle stands."""
        seen = await self.look(briefly=True)
        self.obstacle = obstacle
        return seen


async def with_copies(wardrobe: Wardrobe, limit: Timeouts, seen: LookUp) -> LookUp:
    """The browser may have sent the call several times, and copies come up one after the other."""
    while wardrobe.obstacle is None:
        await asyncio.sleep(limit.between_looks)
        again = await wardrobe.look()
        if len(again.found) <= len(seen.found):
            return seen
        seen = again
    return seen


async def looked_until(wardrobe: Wardrobe, limit: Timeouts, enough: Enough) -> LookUp:
    """Look until it is enough: a new item takes its time to show in the wardrobe."""
    loop = asyncio.get_running_loop()
    end, pause = loop.time() + limit.settle, limit.between_looks / 8
    while True:
        seen = await wardrobe.look()
        if enough(seen) or wardrobe.obstacle is not None or loop.time() >= end:
            return seen
        # A list on a server announces nothing, so it is asked again.
        await asyncio.sleep(pause)
        pause = min(pause * 2, limit.between_looks)


def pauses(limit: Timeouts) -> Iterator[float]:
    """Before each look for an item that was just published, while it may still come up."""
    left, pause = limit.settle, limit.between_looks / 4
    while left > 0:
        yield pause
        left -= pause
        pause = min(pause * 2, limit.between_looks)
