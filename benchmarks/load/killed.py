"""A browser that is killed while it fills a form: how long until the listing is prepared anyway.

    uv run --group test python -m benchmarks.load.killed [--pairs N]

In turns, on the stand-in with the latencies of `benchmarks.prepare`: a preparation that nobody
disturbs, and one whose browser gets SIGKILL once the site has its photos and the title is typed.
Timed is from the kill to the prepared listing, beside the whole preparation of the same pair.
"""

import argparse
import asyncio
import sys
import time
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from benchmarks.load import selling
from benchmarks.load.selling import Loaded, Market, Sale
from benchmarks.prepare import spread
from tests.campaign.killing import browsers

PAIRS: Final = 7
BEAT: Final = 0.005


@dataclass
class Taken:
    """Seconds, pair by pair."""

    undisturbed: list[float] = field(default_factory=list)
    killed: list[float] = field(default_factory=list)


async def filling(market: Market, photos: int) -> None:
    """Return once the form is being filled: its photos have come, and something is typed."""
    async with asyncio.timeout(60):
        while True:
            state = market.standin.state
            typed = any(event.type == "input" for event in state.ledger.events)
            if len(state.photos) >= photos and typed:
                return
            await asyncio.sleep(BEAT)


async def once(market: Market, number: int, *, kill: bool) -> float:
    """One preparation, its form closed again; seconds, those after the kill where there is one."""
    selling.opened(market.standin, 1)
    sale = Sale(number, 0)
    photos = [await market.service.upload(market.files[n].read_bytes()) for n in sale.photos]
    begun = time.perf_counter()
    asked = asyncio.create_task(selling.prepared(market.service, sale, photos))
    if kill:
        await filling(market, len(photos))
        victims = browsers(market.service.process.pid)
        if not victims or asked.done():
            raise RuntimeError("there was no browser at work to kill")
        for each in victims:
            each.kill()
        begun = time.perf_counter()
    told = await asked
    seconds = time.perf_counter() - begun
    await selling.left(market.service, told)
    return seconds


async def main(pairs: int) -> Taken:
    """All pairs, after one that warms up."""
    taken = Taken()
    async with selling.market(1) as market:
        for number in range(pairs + 1):
            found = {}
            for kill in (False, True) if number % 2 else (True, False):
                found[kill] = await once(market, 2, kill=kill)
            told = f"{found[False]:.2f} s, killed {found[True]:.2f} s"
            print(f"pair {number}: {told}", file=sys.stderr, flush=True)
            if number:
                taken.undisturbed.append(found[False])
                taken.killed.append(found[True])
    return taken


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=PAIRS)
    load = Loaded()
    result = asyncio.run(main(parser.parse_args().pairs))
    print("| Undisturbed, s | From the kill to prepared, s | Ratio |")
    print("| --- | --- | --- |")
    around = spread(result.killed) if len(result.killed) > 1 else 0.0
    ratio = selling.ratios(result.killed, result.undisturbed)
    whole = median(result.undisturbed)
    print(f"| {whole:.2f} | {median(result.killed):.2f} ± {around:.2f} | {ratio} |")
    print(load)
