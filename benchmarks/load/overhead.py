"""What the API and a job add to a form that the driver fills: milliseconds a preparation.

    uv run --group test python -m benchmarks.load.overhead [--pairs N]

The same listing by the service, asked over HTTP while its queue is empty, and by the bare driver in
a process of its own, with the same pauses (none) and the same photos, on one stand-in; in turns.
The difference within each pair, wall and CPU of all processes of each side, from /proc. Each closes
its form afterwards, which is not timed. The stand-in answers at once here, so that the waits for it
do not hide what is looked for.
"""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.load import selling
from benchmarks.load.selling import Loaded, Market, Sale
from benchmarks.prepare import Script, cpu_by_kind, script, spread
from browser.chromium.chromium import Chromium
from browser.driver import Driver
from browser.listing import Cookie, Listing, PhotoFile, Price, Seller
from browser.page.pacing import Profile
from browser.sites.vinted.marketplace import Vinted
from browser.sites.vinted.packs import NO_PACK
from tests.e2e.serving import UA

PAIRS: Final = 15
NUMBER: Final = 2
"""Of the sale: it has all photos."""
AT_ONCE: Final = {"slow_api": 0.0, "slow_pages": 0.0, "list_loader": 0.0, "slow_paths": {}}
DRIVER, SERVICE = "the bare driver", "the service"


@dataclass
class Taken:
    """Of one side, pair by pair."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def listing(asked: Mapping[str, Any], photos: Sequence[PhotoFile]) -> Listing:
    """What the service makes of the same body."""
    amount = Decimal(asked["price"].replace(",", "."))
    return Listing(
        title=asked["title"],
        description=asked["description"],
        price=Price(amount, "EUR"),
        category=asked["category_hint"],
        brand=asked["brand"],
        size=asked["size"],
        condition=asked["condition"],
        color=asked["color"],
        material=asked["material"],
        answers=asked["answers"],
        photos=tuple(photos),
    )


async def drive(executable: str) -> None:
    """The other process: a line asks for a preparation, the next one closes its form."""
    loop = asyncio.get_running_loop()
    async with Chromium(Path(executable)) as chromium:
        driver = Driver(chromium, Vinted(NO_PACK), pacing=Profile.OFF)
        form = None
        print("{}", flush=True)
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            task = json.loads(line)
            if task["do"] == "close" and form:
                await driver.close(form)
            if task["do"] == "prepare":
                cookies = (Cookie("access_token_web", task["cookie"]["value"]),)
                seller = Seller("default", task["url"], UA, 1, cookies, task["login"])
                photos = [
                    PhotoFile(**{**each, "path": Path(each["path"])}) for each in task["photos"]
                ]
                form = await driver.prepare(
                    seller, listing(task["asked"], photos), warn_of_twins=True
                )
                if form.questions:
                    raise RuntimeError(f"not filled: {form.questions}")
            print("{}", flush=True)


async def by_service(market: Market, photos: Sequence[str], taken: Taken) -> None:
    """One preparation over HTTP."""
    pid = market.service.process.pid
    used, begun = cpu_by_kind(pid).total(), time.perf_counter()
    told = await selling.prepared(market.service, Sale(NUMBER, 0), photos)
    taken.seconds.append(time.perf_counter() - begun)
    taken.cpu.append(cpu_by_kind(pid).total() - used)
    await selling.left(market.service, told)


async def by_driver(market: Market, bare: Script, photos: Sequence[str], taken: Taken) -> None:
    """The same by the driver alone, with the files that the service keeps."""
    stored = []
    for number, each in zip(Sale(NUMBER, 0).photos, photos, strict=True):
        path = next(market.service.folder.rglob(f"{each}.jpg"))
        file = PhotoFile(each, path, each, 1200 - 20 * number, 1600)
        stored.append(asdict(file) | {"path": str(path)})
    seller = {"cookie": {"value": selling.cookie(0)}, "login": selling.login(0)}
    asked = {"asked": Sale(NUMBER, 0).asked([]), "photos": stored}
    used, begun = cpu_by_kind(bare.pid).total(), time.perf_counter()
    await bare.tell({"do": "prepare", "url": market.standin.url, **seller, **asked})
    taken.seconds.append(time.perf_counter() - begun)
    taken.cpu.append(cpu_by_kind(bare.pid).total() - used)
    await bare.tell({"do": "close"})


async def main(pairs: int) -> dict[str, Taken]:
    """All pairs, after two that warm up."""
    taken = {DRIVER: Taken(), SERVICE: Taken()}
    async with selling.market(1, LOG_LEVEL="warning") as market:
        sale = Sale(NUMBER, 0)
        photos = [await market.service.upload(market.files[n].read_bytes()) for n in sale.photos]
        command = (sys.executable, "-m", "benchmarks.load.overhead", "--drive", market.chromium)
        async with script(DRIVER, command, market.standin, market.files) as bare:
            for number in range(pairs + 2):
                kept = taken if number > 1 else {DRIVER: Taken(), SERVICE: Taken()}
                for name in sorted(kept, reverse=bool(number % 2)):
                    selling.opened(
                        market.standin,
                        1,
                        slow_api=0.0,
                        slow_pages=0.0,
                        list_loader=0.0,
                        slow_paths={},
                    )
                    if name == DRIVER:
                        await by_driver(market, bare, photos, kept[name])
                    else:
                        await by_service(market, photos, kept[name])
                print(f"pair {number}", file=sys.stderr, flush=True)
    return taken


def told(taken: Mapping[str, Taken], figure: str) -> str:
    """The median of both and of the differences within the pairs, in milliseconds."""
    own, bare = (getattr(taken[name], figure) for name in (SERVICE, DRIVER))
    more = [1000 * (one - two) for one, two in zip(own, bare, strict=True)]
    around = spread(more) if len(more) > 1 else 0.0
    return (
        f"{1000 * median(bare):.0f} | {1000 * median(own):.0f} | {median(more):.0f} ± {around:.0f}"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--drive", metavar="CHROMIUM")
    given = parser.parse_args()
    if given.drive:
        asyncio.run(drive(given.drive))
        sys.exit()
    load = Loaded()
    found = asyncio.run(main(given.pairs))
    print(f"| A preparation, ms | {DRIVER} | {SERVICE} | More, within pairs |")
    print("| --- | --- | --- | --- |")
    print(f"| wall | {told(found, 'seconds')} |")
    print(f"| CPU | {told(found, 'cpu')} |")
    print(load)
