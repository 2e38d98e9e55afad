"""How long a prepare takes, and what it costs, beside scripts that know every id of the page.

    uv run --group test python -m benchmarks.prepare [rounds] [--before FOLDER]

The product through its API, and beside it the same listing by a straight script with Playwright,
and with Selenium and Puppeteer where these are installed (`benchmarks/floors`); with `--before`
also the product of another checkout whose environment is synced. All drive the same Chromium on
the same stand-in, whose answers take 50 to 150 ms by their address, whose brands are asked for
300 ms after the last key, and whose lists load for 150 ms. Taken in turns whose order changes, on
both forms of the page; a first round warms up and does not count. After the clock has stopped each
publishes, and what the market then holds is compared field by field; where anything differs the
program ends with 1. CPU is that of all processes of each side, from /proc; the steps are timed by
the service itself, as for its spans and `/metrics`.
"""

import argparse
import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from shutil import which
from statistics import median, quantiles
from typing import Any, Final, Protocol

import httpx
from PIL import Image, ImageOps

from benchmarks.floors import acts
from browser.chromium.installer import find_chromium
from browser.standin import Standin, StandinOptions, serve_standin
from gql_api.cli.demo.photos import hoodie
from tests.e2e.serving import SERVE, UA, Serving, serving

PAIRS: Final = 9
FORMS: Final = ("august", "may")
PRODUCT: Final = "product"
BEFORE: Final = "before"
FLOOR: Final = "playwright"
LISTING: Final[Mapping[str, Any]] = {
    "description": "Porté deux fois.\nSans défaut.",
    "price": "24,50",
    "brand": acts.BRAND[0],
    "size": "L",
    "condition": "bon",
    "color": "noir",
    "material": "coton",
    "category_hint": "Homme > Sweats",
    "answers": {"category": str(acts.CATEGORY)},
}
SHADES: Final = (50, 110, 170)
LATENCIES: Final[Mapping[str, float]] = {
    "/items/new": 0.1,
    "/api/v2/users/current": 0.06,
    "*/item_upload/catalogs": 0.08,
    "*/item_upload/colors": 0.05,
    "*/item_upload/suggestions/*": 0.13,
    "*/item_upload/attributes": 0.12,
    "*/item_upload/brands": 0.1,
    "*/package_sizes": 0.11,
    "*/package_sizes/suggestion": 0.09,
    "/api/v2/photos": 0.15,
    "/api/v2/wardrobe/*": 0.12,
    "*/item_upload/items": 0.14,
}
"""Seconds by the pattern of an address: so long an answer takes, whoever asks."""
SLOW: Final = {"slow_api": 0.08, "slow_pages": 0.1, "list_loader": 0.15, "cookie_banner": False}
UNBOUND: Final = {
    "MOCK_MODE": "false",
    "LOG_LEVEL": "info",
    "PREPARES_PER_MINUTE": "600",
    "UPLOADS_PER_MINUTE": "6000",
    "PUBLISH_PER_MINUTE": "60",
}
TICKS: Final = os.sysconf("SC_CLK_TCK")
_STEP: Final = re.compile(r'^fripier_browser_step_duration_seconds_sum\{step="(\w+)"\} (\S+)', re.M)
_PASSING: Final = frozenset({"id", "created_at", "updated_at", "visible_at", "photos"})


def cpu_by_kind(root: int) -> Counter[str]:
    """Seconds of CPU so far of a process and everything below it, by what each process is."""
    found: Counter[str] = Counter()
    children: dict[int, list[int]] = defaultdict(list)
    known: dict[int, tuple[str, float]] = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = (place / "stat").read_text().rpartition(")")[2].split()
            command = (place / "cmdline").read_text()
        except OSError:
            continue
        children[int(fields[1])].append(int(place.name))
        known[int(place.name)] = (command, sum(map(int, fields[11:15])) / TICKS)
    left = [root]
    while left:
        pid = left.pop()
        left += children[pid]
        if pid in known:
            command, seconds = known[pid]
            found["service" if pid == root else _kind(command)] += seconds
    return found


def _kind(command: str) -> str:
    program = command.partition("\0")[0].rpartition("/")[2]
    if "chrom" not in program:
        return "driver"
    # A renderer that has ended leaves its time to the zygote that it came from.
    is_drawing = "--type=renderer" in command or "--type=zygote" in command
    return "renderer" if is_drawing else "browser"


class Side(Protocol):
    """Whoever fills the form and, asked again, publishes it."""

    name: str
    pid: int

    async def prepare(self, title: str) -> None: ...

    async def publish(self) -> None: ...


class Product:
    """The service, asked over HTTP."""

    def __init__(self, service: Serving, photos: Sequence[bytes], name: str = PRODUCT) -> None:
        self.name = name
        self._service = service
        self._photos = photos
        self._ids: list[str] = []
        self._token = ""
        self.pid = service.process.pid

    async def upload(self) -> None:
        """Hand the photos in, which belongs to no prepare."""
        self._ids = [await self._service.upload(photo) for photo in self._photos]

    async def prepare(self, title: str) -> None:
        told = await self._service.prepare(title=title, photos=self._ids, **LISTING)
        if told["outcome"] != "prepared":
            raise RuntimeError(f"not prepared: {told['outcome']} {told.get('draft_context')}")
        self._token = told["confirm_token"]

    async def publish(self) -> None:
        answer = await self._service.publish(self._token)
        if answer.json().get("outcome") != "published":
            raise RuntimeError(f"not published: {answer.text}")

    async def steps(self) -> dict[str, float]:
        """Seconds that all steps in the browser have taken so far, as the service tells them."""
        page = (await self._service.http.get("/metrics")).text
        return {step: float(seconds) for step, seconds in _STEP.findall(page)}


@dataclass
class Script:
    """A script in a process of its own, which is told a line and answers with one."""

    name: str
    pid: int
    to: asyncio.StreamWriter
    says: asyncio.StreamReader
    task: dict[str, Any]
    photos: Sequence[Path]

    async def prepare(self, title: str) -> None:
        description, price = str(LISTING["description"]), str(LISTING["price"])
        filling = acts.filling(title, description, price, self.photos)
        await self.tell({**self.task, "do": "prepare", "acts": filling})

    async def publish(self) -> None:
        await self.tell({"do": "publish", "acts": acts.PUBLISHING})

    async def tell(self, task: Mapping[str, Any] | None) -> None:
        if task is not None:
            self.to.write(json.dumps(task).encode() + b"\n")
        if not await self.says.readline():
            raise RuntimeError(f"{self.name} has ended")


@dataclass
class Taken:
    """What one side took on one form, round by round."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    whole_cpu: list[float] = field(default_factory=list)
    """Of the publish too."""
    kinds: Counter[str] = field(default_factory=Counter)


@dataclass
class Found:
    """Everything that was measured, and what was stored otherwise than by the floor."""

    taken: dict[tuple[str, str], Taken] = field(default_factory=lambda: defaultdict(Taken))
    differing: list[str] = field(default_factory=list)
    steps: dict[str, dict[str, float]] = field(default_factory=dict)
    """By form and step, seconds of the median's round: the mean of all that count."""

    def ratios(self, form: str, name: str, figure: str, to: str = FLOOR) -> list[float]:
        """One side's figures to another's, within each round."""
        own, other = (getattr(self.taken[form, each], figure) for each in (name, to))
        return [one / two for one, two in zip(own, other, strict=True)]


def upright(shade: int, number: int) -> bytes:
    """A photo that is stored as it is given, each of another size."""
    with Image.open(BytesIO(hoodie(shade))) as taken:
        picture = ImageOps.exif_transpose(taken).resize((1200 - 20 * number, 1600))
    written = BytesIO()
    picture.save(written, "JPEG", quality=88)
    return written.getvalue()


def spread(values: Sequence[float]) -> float:
    """Half the distance between the quartiles."""
    lower, _, upper = quantiles(values, n=4)
    return (upper - lower) / 2


def stored(standin: Standin) -> dict[str, Any]:
    """The one item of the market, as far as two sellers of the same thing would agree on it."""
    (item,) = standin.state.live_items
    photos = [standin.state.photos[photo.id] for photo in item.photos]
    kept = {name: value for name, value in asdict(item).items() if name not in _PASSING}
    return kept | {"photos": [(photo.width, photo.height) for photo in photos]}


async def one(side: Side, standin: Standin, form: str, title: str, taken: Taken) -> dict[str, Any]:
    """A listing prepared and published by one side; what the market then holds."""
    standin.state.reset()
    standin.state.patch_faults({**SLOW, "form": form, "slow_paths": dict(LATENCIES)})
    before, begun = cpu_by_kind(side.pid), time.perf_counter()
    await side.prepare(title)
    taken.seconds.append(time.perf_counter() - begun)
    used = cpu_by_kind(side.pid)
    used.subtract(before)
    taken.cpu.append(used.total())
    taken.kinds.update(used)
    await side.publish()
    taken.whole_cpu.append(cpu_by_kind(side.pid).total() - before.total())
    kept = stored(standin)
    if isinstance(side, Product):
        await looked_for(standin)
    return kept


async def looked_for(standin: Standin) -> None:
    """Until the wardrobe was read for what was published: a market that forgets it is no market."""
    ledger, is_read = standin.state.ledger, False
    async with asyncio.timeout(10):
        while not is_read:
            await asyncio.sleep(0.05)
            since = ledger.attempts[-1].at
            read = [
                row.at for row in ledger.requests if (row.kind, row.status) == ("wardrobe", 200)
            ]
            is_read = max(read, default=0.0) > since


async def measured(sides: Sequence[Side], standin: Standin, rounds: int) -> Found:
    """All sides in turns, on both forms."""
    found = Found()
    products = [side for side in sides if isinstance(side, Product)]
    product = next(side for side in products if side.name == PRODUCT)
    for form in FORMS:
        steps: dict[str, float] = {}
        for number in range(rounds + 1):
            for each in products:
                await each.upload()
            before = await product.steps()
            kept = {}
            turn = number % len(sides)
            for side in (*sides[turn:], *sides[:turn]):
                taken = found.taken[form, side.name] if number else Taken()
                kept[side.name] = await one(side, standin, form, f"Hoodie {form} {number}", taken)
            found.differing += differences(kept, f"{form}, round {number}")
            last = {side.name: found.taken[form, side.name].seconds[-1:] for side in sides}
            told = ", ".join(f"{name} {took[0]:.2f} s" for name, took in last.items() if took)
            print(f"{form}, round {number}: {told or 'warm'}", file=sys.stderr, flush=True)
            for step, seconds in (await product.steps()).items():
                if number:
                    took = (seconds - before.get(step, 0.0)) / rounds
                    steps[step] = steps.get(step, 0.0) + took
        found.steps[form] = steps
    return found


def differences(kept: Mapping[str, Mapping[str, Any]], where: str) -> Iterator[str]:
    """What a side has stored otherwise than the floor."""
    right = kept[FLOOR]
    for name, item in kept.items():
        for member in right.keys() | item.keys():
            if item.get(member) != right.get(member):
                yield f"{where}: {name} {member} {item.get(member)!r}, not {right.get(member)!r}"


@asynccontextmanager
async def script(
    name: str, command: Sequence[str], standin: Standin, photos: Sequence[Path]
) -> AsyncIterator[Script]:
    """A script that has its browser open."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)
    cookie = {"name": "access_token_web", "value": "demo"}
    task = {"url": standin.url, "agent": UA, "cookie": cookie}
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("a pipe was asked for")
    made = Script(name, process.pid, process.stdin, process.stdout, task, photos)
    try:
        await made.tell(None)
        yield made
    finally:
        process.stdin.close()
        await process.wait()


async def main(rounds: int, before: Path | None) -> Found:
    """Start all of them on one market, and measure."""
    executable = find_chromium(None)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        standin = await stack.enter_async_context(serve_standin(options=StandinOptions()))
        pictures = [upright(shade, number) for number, shade in enumerate(SHADES)]
        photos = [folder / f"{number}.jpg" for number, _ in enumerate(pictures)]
        for place, picture in zip(photos, pictures, strict=True):
            place.write_bytes(picture)
        env = {**UNBOUND, "VINTED_BASE_URL": standin.url, "CHROMIUM_PATH": str(executable)}
        commands = {PRODUCT: SERVE}
        if before:
            commands[BEFORE] = (str(before / ".venv/bin/fripier"), "serve")
        sides: list[Side] = []
        for name, command in commands.items():
            service = await stack.enter_async_context(serving(folder / name, 0, command, **env))
            (await service.sign_in()).raise_for_status()
            sides.append(Product(service, pictures, name))
        for name, command in floors(str(executable)).items():
            sides.append(await stack.enter_async_context(script(name, command, standin, photos)))
        return await measured(sides, standin, rounds)


def floors(executable: str) -> dict[str, tuple[str, ...]]:
    """The scripts that this machine can run; what is left out is told."""
    found = {FLOOR: (sys.executable, "-m", "benchmarks.floors.playwright_floor", executable)}
    if find_spec("selenium") and which("chromedriver"):
        selenium = "benchmarks.floors.selenium_floor"
        found["selenium"] = (sys.executable, "-m", selenium, executable, UA)
    else:
        print("left out: selenium (`uv run --with selenium`, and a chromedriver on PATH)")
    puppeteer = Path(__file__).parent / "floors/puppeteer_floor.cjs"
    asked = ("node", "-e", "require('puppeteer-core')")
    if which("node") and subprocess.run(asked, check=False, capture_output=True).returncode == 0:  # noqa: S603
        found["puppeteer"] = ("node", str(puppeteer), executable, UA)
    else:
        print("left out: puppeteer (puppeteer-core in a folder that NODE_PATH names)")
    return found


def table(found: Found) -> Iterator[str]:
    """The page of docs/performance.md."""
    yield "| Form, side | Prepare, s | To the floor | CPU, s | To the floor | With the publish |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for (form, name), taken in found.taken.items():
        wall, cpu, whole = (
            found.ratios(form, name, figure) for figure in ("seconds", "cpu", "whole_cpu")
        )
        yield (
            f"| {form}, {name} | {median(taken.seconds):.2f} | {median(wall):.2f} ± "
            f"{spread(wall):.2f} | {median(taken.cpu):.2f} | {median(cpu):.2f} ± "
            f"{spread(cpu):.2f} | {median(whole):.2f} |"
        )


def more(found: Found) -> Iterator[str]:
    """The product to the one before, and where the time and the CPU went."""
    for form in FORMS:
        if (form, BEFORE) in found.taken:
            for figure in ("seconds", "cpu", "whole_cpu"):
                ratios = found.ratios(form, PRODUCT, figure, to=BEFORE)
                told = f"{median(ratios):.3f} ± {spread(ratios):.3f}"
                yield f"{form}, product to the one before, {figure}: {told}"
    for (form, name), taken in found.taken.items():
        rounds = len(taken.seconds)
        kinds = ", ".join(f"{kind} {used / rounds:.2f}" for kind, used in taken.kinds.items())
        yield f"{form}, {name}: CPU of a prepare by process, mean: {kinds}"
    for form, steps in found.steps.items():
        rounded = ", ".join(f"{step} {1000 * took:.0f}" for step, took in steps.items() if took)
        yield f"{form}, steps of the product, mean ms: {rounded}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("rounds", nargs="?", type=int, default=PAIRS)
    parser.add_argument("--before", type=Path)
    chosen = parser.parse_args()
    load = os.getloadavg()[0]
    try:
        result = asyncio.run(main(chosen.rounds, chosen.before))
    except httpx.HTTPError as error:
        sys.exit(f"the service does not answer: {error}")
    print(*table(result), sep="\n")
    print(*more(result), *result.differing, sep="\n")
    print(f"load average {load:.1f} before and {os.getloadavg()[0]:.1f} after")
    sys.exit(bool(result.differing))
