"""A publish through the API beside a raw click on the same page, in the same browser build.

    uv run --group test python -m benchmarks.publish [--pairs N] [--before FOLDER]

The stand-in market is a process of its own and answers its calls after `slow_api` and the publish
call after `PUBLISH_SECONDS`. In turns: the service publishes what it has prepared and parked (timed
from the request to the answer that has the outcome), and a straight-line Playwright script, which
has filled the same form by ids, presses the button and waits for the site's answer. CPU is that of
the service with its driver and browser, or of the script's driver and browser, from /proc. `steps`
say when after the request each event of the job was stored. With BEFORE, the folder of another
checkout whose environment is synced, that one publishes in the same turns too.
"""

import argparse
import asyncio
import json
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

import httpx
from PIL import Image
from playwright.async_api import Browser, FilePayload, Page, async_playwright

from benchmarks.idle import TICKS
from benchmarks.servers import processes
from browser.chromium.installer import find_chromium
from tests.e2e.serving import LISTING, SERVE, UA, Serving, free_port, serving
from tests.services import COMMAND, start

PAIRS: Final = 9
API_SECONDS: Final = 0.06
"""How late the market's calls are answered, those that look at the wardrobe among them."""
PUBLISH_SECONDS: Final = 0.12
SLOW: Final = {
    "slow_pages": 0.05,
    "slow_api": API_SECONDS,
    "slow_paths": {"/api/v2/item_upload/items": PUBLISH_SECONDS},
    "cookie_banner": False,
}
UNBOUND: Final = {"PUBLISH_PER_MINUTE": "60", "PREPARES_PER_MINUTE": "600", "LOG_LEVEL": "info"}
CATEGORY: Final = ("#catalog-4824", "#catalog-4881", "#catalog-4889")
SAVE: Final = "upload-form-save-button"


@dataclass
class Taken:
    """What one side took, pair by pair."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    steps: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def told(self, floor: "Taken") -> dict[str, Any]:
        return {
            "seconds": round(median(self.seconds), 3),
            "to_raw": _ratio(self.seconds, floor.seconds),
            "cpu_seconds": round(median(self.cpu), 3),
            "cpu_to_raw": _ratio(self.cpu, floor.cpu),
            "steps_ms": {name: round(1000 * median(at)) for name, at in self.steps.items()},
        }


def _ratio(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """The lower quartile, the median and the upper quartile of the ratios within the pairs."""
    return [round(at, 2) for at in quantiles([a / b for a, b in zip(one, other, strict=True)], n=4)]


class Raw:
    """A straight-line script that knows every id of the form."""

    name = "raw"

    def __init__(self, browser: Browser, driver: int, market: str) -> None:
        self._browser = browser
        self._driver = driver
        self._market = market
        self._pages: list[Page] = []

    @property
    def pids(self) -> list[int]:
        """Its driver and browser: the script itself waits in this process."""
        return processes(self._driver)

    async def prepare(self, title: str) -> None:
        context = await self._browser.new_context(
            user_agent=UA, viewport={"width": 1280, "height": 900}
        )
        await context.add_cookies(
            [{"name": "access_token_web", "value": "demo", "url": self._market}]
        )
        page = await context.new_page()
        self._pages = [page]
        await page.goto(f"{self._market}/items/new")
        photo: FilePayload = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture()}
        await page.get_by_test_id("add-photos-input").set_input_files([photo])
        await page.get_by_test_id("image-wrapper-0").wait_for()
        await page.fill("#title", title)
        await page.fill("#description", str(LISTING["description"]))
        await page.click("#category")
        for row in CATEGORY:
            await page.click(row)
        await page.click("#condition")
        await page.click("#condition-3")
        await page.get_by_test_id("1-package-size--cell").click()
        await page.click("#price")
        await page.keyboard.type(str(LISTING["price"]))
        await page.keyboard.press("Tab")

    async def publish(self) -> Mapping[str, float]:
        """One press and the site's answer to it."""
        (page,) = self._pages
        async with page.expect_response("**/api/v2/item_upload/items") as answered:
            await page.get_by_test_id(SAVE).click()
        answer = await answered.value  # the page moves on and takes its body with it
        if not answer.ok:
            raise RuntimeError(f"not published: {answer.status}")
        return {}

    async def clear(self) -> None:
        for page in self._pages:
            await page.context.close()


class Product:
    """A service that publishes what it has prepared."""

    def __init__(self, name: str, service: Serving) -> None:
        self.name = name
        self._service = service
        self._token = ""

    @property
    def pids(self) -> list[int]:
        return processes(self._service.process.pid)

    async def prepare(self, title: str) -> None:
        photo = await self._service.upload(picture())
        prepared = await self._service.prepare(title=title, photos=[photo])
        if prepared["outcome"] != "prepared":
            raise RuntimeError(f"the form was not filled: {prepared}")
        self._token = prepared["confirm_token"]

    async def publish(self) -> Mapping[str, float]:
        begun = time.time()
        answer = (await self._service.publish(self._token)).json()
        told = time.time() - begun
        if answer.get("outcome") != "published":
            raise RuntimeError(f"not published: {answer}")
        stored = await self._stored(answer["job_id"], begun)
        return {**stored, "answered": told}

    async def clear(self) -> None:
        """Nothing is left: a published form is closed."""

    async def _stored(self, job_id: str, begun: float) -> dict[str, float]:
        """When each event was stored, in seconds after the request; of a name the first counts."""
        found: dict[str, float] = {}
        async with self._service.http.stream("GET", f"/vinted/jobs/{job_id}/events") as lines:
            async for line in lines.aiter_lines():
                if line.startswith("data: "):
                    event = json.loads(line[6:])
                    name = event.get("step") or event["state"]
                    found.setdefault(name, datetime.fromisoformat(event["at"]).timestamp() - begun)
        return found


def children() -> frozenset[int]:
    """What this process has started."""
    names = Path("/proc/self/task").glob("*/children")
    return frozenset(int(pid) for name in names for pid in name.read_text().split())


def picture() -> bytes:
    """A photo unlike any other, since a seller may not use one twice."""
    noise = Image.frombytes("RGB", (40, 30), os.urandom(40 * 30 * 3))
    file = BytesIO()
    noise.resize((1200, 900)).save(file, "JPEG")
    return file.getvalue()


@asynccontextmanager
async def market() -> AsyncIterator[str]:
    """The stand-in in a process of its own, as slow as a real site."""
    port = free_port()
    process = await start((*COMMAND, "standin", "--port", str(port)), dict(os.environ))
    url = f"http://127.0.0.1:{port}"
    try:
        async with httpx.AsyncClient(base_url=url) as http:
            while True:
                try:
                    answer = await http.patch("/__standin__/faults", json=SLOW)
                except httpx.TransportError:
                    await asyncio.sleep(0.1)
                    continue
                answer.raise_for_status()
                break
        yield url
    finally:
        process.terminate()
        await process.wait()


async def measured(sides: Sequence[Raw | Product], pairs: int) -> dict[str, Taken]:
    """Publish in turns, the order changing; one round before them warms up and does not count."""
    taken = {side.name: Taken() for side in sides}
    for number in range(pairs + 1):
        for side in sides if number % 2 else tuple(reversed(sides)):
            await side.prepare(f"Timbre {side.name} {number}")
            await asyncio.sleep(1.0)  # what a filled form still does is not the publish's
            before, began = spent(side.pids), time.perf_counter()
            steps = await side.publish()
            seconds = steps.get("answered", time.perf_counter() - began)
            await asyncio.sleep(0.5)  # what a publish leaves to do is
            used = spent(side.pids) - before
            await side.clear()
            if number:
                taken[side.name].seconds.append(seconds)
                taken[side.name].cpu.append(used)
                for name, at in steps.items():
                    taken[side.name].steps[name].append(at)
    return taken


def spent(pids: Sequence[int]) -> float:
    """CPU seconds of processes and of those that they have outlived: a tab's ends with it."""
    return sum(_spent(pid) for pid in pids)


def _spent(pid: int) -> float:
    times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]
    return sum(map(int, times)) / TICKS


async def main(pairs: int, before: Path | None) -> dict[str, object]:
    """Start the market, the services and the script's browser, and let them publish in turns."""
    load = os.getloadavg()[0]
    commands = {"product": SERVE}
    if before:
        commands = {"before": (str(before / ".venv/bin/fripier"), "serve"), **commands}
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(market())
        others = children()
        playwright = await stack.enter_async_context(async_playwright())
        (driver,) = children() - others
        browser = await playwright.chromium.launch(
            executable_path=find_chromium(None, headless=True)
        )
        sides: list[Raw | Product] = [Raw(browser, driver, url)]
        for name, command in commands.items():
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            env = {"MOCK_MODE": "false", "VINTED_BASE_URL": url, **UNBOUND}
            service = await stack.enter_async_context(serving(folder, 0, command, **env))
            (await service.sign_in()).raise_for_status()
            sides.append(Product(name, service))
        taken = await measured(sides, pairs)
        await browser.close()
    floor = taken["raw"]
    return {
        **{name: each.told(floor) for name, each in taken.items()},
        "pairs": pairs,
        "load": {"before": round(load, 2), "after": round(os.getloadavg()[0], 2)},
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--before", type=Path)
    given = parser.parse_args()
    print(json.dumps(asyncio.run(main(given.pairs, given.before)), indent=1))
