"""Sellers with human pauses side by side: what the slowest of them notice of the others.

    uv run --group test python -m benchmarks.load.paced [--sellers 24 40] [--single N] [--each N]

A service with pauses as a person makes them, on the stand-in with the latencies of
`benchmarks.prepare`. First one seller alone prepares some listings in turn, then so many sellers at
once, each some in turn, beginning half a second apart; each form is closed again. Compared are the
95th percentile and the median with those of the one: pauses are drawn anew for each listing, so the
one needs as many listings as the others together have sellers.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from statistics import median, quantiles
from typing import Final

from benchmarks.load import selling
from benchmarks.load.selling import Loaded, Market, Sale

SELLERS: Final = (24,)
SINGLE: Final = 24
EACH: Final = 2
APART: Final = 0.5
"""Seconds between two sellers who begin: nobody begins in the same instant."""


async def seller(market: Market, number: int, count: int, took: list[float]) -> None:
    """Some listings of one seller in turn; how long each took until it was prepared."""
    sale = Sale(number, number)
    photos = [await market.service.upload(market.files[n].read_bytes()) for n in sale.photos]
    await asyncio.sleep(number * APART)
    for _ in range(count):
        begun = time.perf_counter()
        told = await selling.prepared(market.service, sale, photos)
        took.append(time.perf_counter() - begun)
        await selling.left(market.service, told)


async def at_once(market: Market, sellers: int, count: int) -> list[float]:
    """What each listing of so many sellers took."""
    selling.opened(market.standin, sellers)
    took: list[float] = []
    async with asyncio.TaskGroup() as group:
        for number in range(sellers):
            group.create_task(seller(market, number, count, took))
    return took


def row(sellers: int, took: Sequence[float], alone: Sequence[float]) -> str:
    """A line of the table in docs/performance.md."""
    slow, middle = quantiles(took, n=20)[18], median(took)
    to_slow, to_middle = slow / quantiles(alone, n=20)[18], middle / median(alone)
    return (
        f"| {sellers} | {len(took)} | {middle:.1f} | {slow:.1f} | {to_middle:.2f} | {to_slow:.2f} |"
    )


async def main(sellers: Sequence[int], single: int, each: int, pacing: str) -> list[str]:
    """The rows, those of the one first."""
    async with selling.market(max(sellers), PACING=pacing, LOG_LEVEL="warning") as market:
        await at_once(market, 1, 1)  # warms up
        alone = await at_once(market, 1, single)
        rows = [row(1, alone, alone)]
        for number in sellers:
            print(rows[-1], file=sys.stderr, flush=True)
            rows.append(row(number, await at_once(market, number, each), alone))
        return rows


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--sellers", type=int, nargs="+", default=SELLERS)
    parser.add_argument("--single", type=int, default=SINGLE)
    parser.add_argument("--each", type=int, default=EACH)
    parser.add_argument("--pacing", default="human")
    given = parser.parse_args()
    load = Loaded()
    found = asyncio.run(main(given.sellers, given.single, given.each, given.pacing))
    print("| Sellers | Listings | Median, s | 95th percentile, s | To one's median | To one's |")
    print("| --- | --- | --- | --- | --- | --- |")
    print(*found, sep="\n")
    print(load)
