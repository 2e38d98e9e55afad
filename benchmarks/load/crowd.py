"""Eight sellers at once: right listings a minute, beside a script that knows every id.

    uv run --group test python -m benchmarks.load.crowd [--rounds N] [--listings N] [--at-once N]

Each listing whole: photos handed in, prepared, published. The product through its API, and the
straight script of `benchmarks.floors` in one browser with a context each, on the same stand-in with
the latencies of `benchmarks.prepare`; in rounds of so many listings, in turns. What the market then
holds is compared in every field, and what is wrong, lost or doubled counts as zero. Afterwards the
product alone, once, on a page that swallows two clicks on rows of each document. It ends with 1
where more is wrong than may be (none, one where clicks are swallowed), or where the page saw an
event that no hand could have made.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.floors import acts
from benchmarks.load import selling
from benchmarks.load.selling import Loaded, Sale
from benchmarks.prepare import PRODUCT, Script, script, spread
from browser.standin import Standin
from tests.e2e.serving import Serving

ROUNDS: Final = 3
LISTINGS: Final = 24
AT_ONCE: Final = 8
FLOOR: Final = "script"
SWALLOWED: Final = 2
MAY_FAIL: Final = 1
"""Of the listings on the page that swallows clicks."""
PUBLISHES: Final = 60
"""A minute, the most that a service takes."""
MINUTE: Final = 62.0


@dataclass
class Crowd:
    """Both sides, the market and what came of it."""

    standin: Standin
    service: Serving
    script: Script
    files: Sequence[Path]
    at_once: int
    listings: int
    minutes: dict[str, list[float]] = field(default_factory=dict)
    """Right listings a minute, by side."""
    right: dict[str, list[int]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    untrusted: int = 0
    published: list[float] = field(default_factory=list)
    """When, for the service's limit."""

    async def round(self, side: str, count: int, *, name: str = "", swallowed: int = 0) -> None:
        """So many listings by one side; counted under `name`, if it has one."""
        selling.opened(self.standin, self.at_once, swallow_clicks=swallowed)
        sales = [Sale(number, number % self.at_once) for number in range(count)]
        if side == PRODUCT:
            await self._room(count)
        begun = time.perf_counter()
        await (self._by_product(sales) if side == PRODUCT else self._by_script(sales))
        seconds = time.perf_counter() - begun
        if not name:
            return
        mistakes = selling.mistakes(self.standin, sales)
        right = count - len(mistakes)
        self.minutes.setdefault(name, []).append(60 * right / seconds)
        self.right.setdefault(name, []).append(right)
        self.wrong += [f"{name}: {one}" for each in mistakes.values() for one in each]
        if side == PRODUCT:
            self.untrusted += selling.untrusted(self.standin)
        print(f"{name}: {right} of {count} in {seconds:.1f} s", file=sys.stderr, flush=True)

    async def _room(self, count: int) -> None:
        """Until so many may be published within a minute: a limit is no speed."""
        recent = [at for at in self.published if at > time.monotonic() - MINUTE]
        if (over := len(recent) + count - PUBLISHES) > 0:
            await asyncio.sleep(recent[over - 1] + MINUTE - time.monotonic())

    async def _by_product(self, sales: Sequence[Sale]) -> None:
        async def of_seller(seller: int) -> None:
            for sale in sales:
                if sale.seller == seller:
                    await self._sell(sale)

        async with asyncio.TaskGroup() as group:
            for seller in range(self.at_once):
                group.create_task(of_seller(seller))

    async def _sell(self, sale: Sale) -> None:
        photos = [await self.service.upload(self.files[n].read_bytes()) for n in sale.photos]
        told = await self.service.prepare(**sale.asked(photos))
        if told["outcome"] != "prepared":
            self.wrong.append(f"{sale.title}: {told['outcome']} {told.get('draft_context')}")
            return
        self.published.append(time.monotonic())
        answer = (await self.service.publish(told["confirm_token"])).json()
        if answer.get("outcome") != "published":
            self.wrong.append(f"{sale.title}: {answer.get('outcome')} {answer.get('message')}")

    async def _by_script(self, sales: Sequence[Sale]) -> None:
        listings = [
            {
                "cookie": {"name": "access_token_web", "value": selling.cookie(sale.seller)},
                "acts": sale.script(self.files),
                "publishing": acts.PUBLISHING,
            }
            for sale in sales
        ]
        await self.script.tell(
            {**selling.task(self.standin), "at_once": self.at_once, "listings": listings}
        )

    async def measure(self, rounds: int) -> None:
        for side in (PRODUCT, FLOOR):
            await self.round(side, self.at_once)  # warms up
        for number in range(rounds):
            for side in (PRODUCT, FLOOR) if number % 2 else (FLOOR, PRODUCT):
                await self.round(side, self.listings, name=side)
        name = f"{PRODUCT}, clicks swallowed"
        await self.round(PRODUCT, self.listings, name=name, swallowed=SWALLOWED)

    @property
    def holds(self) -> bool:
        """Whether no more is wrong than may be."""
        swallowing = self.right[f"{PRODUCT}, clicks swallowed"][0]
        plain = min(self.right[PRODUCT]) == self.listings
        return plain and swallowing >= self.listings - MAY_FAIL and not self.untrusted

    def table(self) -> Iterator[str]:
        """The page of docs/performance.md."""
        sellers = f"{self.at_once} at once, {self.listings} a round"
        yield f"| {sellers} | Right | A minute | To the script |"
        yield "| --- | --- | --- | --- |"
        for name, figures in self.minutes.items():
            least, of = min(self.right[name]), self.listings
            beside = name in (PRODUCT, FLOOR)
            ratio = selling.ratios(figures, self.minutes[FLOOR]) if beside else ""
            around = f" ± {spread(figures):.0f}" if len(figures) > 1 else ""
            yield f"| {name} | {least} of {of} | {median(figures):.0f}{around} | {ratio} |"
        yield f"events that no hand could have made: {self.untrusted}"
        yield from self.wrong


async def main(rounds: int, listings: int, at_once: int) -> Crowd:
    """Start both on one market, and measure."""
    async with AsyncExitStack() as stack:
        market = await stack.enter_async_context(selling.market(at_once))
        command = (sys.executable, "-m", "benchmarks.floors.playwright_crowd", market.chromium)
        floor = script(FLOOR, command, market.standin, market.files)
        told = await stack.enter_async_context(floor)
        crowd = Crowd(market.standin, market.service, told, market.files, at_once, listings)
        await crowd.measure(rounds)
        return crowd


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--listings", type=int, default=LISTINGS)
    parser.add_argument("--at-once", type=int, default=AT_ONCE)
    given = parser.parse_args()
    load = Loaded()
    found = asyncio.run(main(given.rounds, given.listings, given.at_once))
    print(*found.table(), sep="\n")
    print(load)
    sys.exit(not found.holds)
