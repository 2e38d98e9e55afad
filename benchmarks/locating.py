"""How long our own script in the page takes to find fields beside Playwright's locators.

    uv run python -m benchmarks.locating [rounds]

On the stand-in's sell form with a draft in it, in one tab: the eight fields that every garment has,
each with the candidates that a prepare uses, once by `browser.page.locators` and once by a chain of
`locator.or_` with the same candidates. What stands near a text is left out on both sides, since
Playwright has no such locator. In each round both find every field (where to press it), read
its value, and press the three that are typed into until they have the keyboard; the order changes
from round to round, so that the load of the machine meets both alike. The figure is the median of
the ratios within the rounds, the spread half the distance between their quartiles. One round before
them warms both up and does not count.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from playwright.async_api import Locator, Page, expect

from browser.chromium.chromium import Chromium
from browser.page.input import press
from browser.page.locators import Candidate, Field, Kind, focused
from browser.page.tab import Tab
from browser.sites.vinted.locators import Locators
from browser.standin import StandinOptions, serve_standin
from tests.browser.seller import HOODIE, photos, shop

ROUNDS: Final = 25
FEWEST: Final = 9
FIELDS: Final = (
    *("title", "description", "price"),
    *("category", "brand", "size", "condition", "color"),
)
TYPED: Final = FIELDS[:3]
_VALUE: Final = "({candidates}) => first(candidates).element.value"

Work = Callable[[], Awaitable[list[object]]]


class Ours:
    """The fields by the script in the page."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._fields = {name: _field(name) for name in FIELDS}

    async def find(self) -> list[object]:
        return [(await self._tab.find(field)).clear for field in self._fields.values()]

    async def read(self) -> list[object]:
        return [await self._tab.read(each.condition(_VALUE)) for each in self._fields.values()]

    async def press(self) -> list[object]:
        fields = [self._fields[name] for name in TYPED]
        return [bool(await press(self._tab, each, focused(each))) for each in fields]


class Playwright:
    """The same fields by chains of locators."""

    def __init__(self, page: Page) -> None:
        self._chains = {name: chain(page, _field(name)) for name in FIELDS}

    async def find(self) -> list[object]:
        return [bool(await each.bounding_box()) for each in self._chains.values()]

    async def read(self) -> list[object]:
        return [await each.input_value() for each in self._chains.values()]

    async def press(self) -> list[object]:
        for name in TYPED:
            await self._chains[name].click()
            await expect(self._chains[name]).to_be_focused()
        return [True] * len(TYPED)


def _field(name: str) -> Field:
    field = Locators("fr").field(name)
    return replace(field, candidates=tuple(c for c in field.candidates if c.kind != Kind.NEAR))


def chain(page: Page, field: Field) -> Locator:
    """Any of the candidates; of several the first one in the page, since a chain knows no order."""
    found = reduce(Locator.or_, (_locator(page, each) for each in field.candidates))
    return found.filter(visible=True).first


def _locator(page: Page, candidate: Candidate) -> Locator:
    if candidate.kind == Kind.LABEL:
        found = page.get_by_label(candidate.value, exact=True)
    elif candidate.kind == Kind.TEST_ID:
        found = page.get_by_test_id(candidate.value)
    else:
        found = page.locator(f'[{candidate.kind}="{candidate.value}"]')
    return found.and_(page.locator(candidate.of)) if candidate.of else found


async def seconds_of(work: Work, expected: list[object] | None) -> tuple[float, list[object]]:
    """How long it took, and what was found: the same as on the other side."""
    begun = time.perf_counter()
    found = await work()
    seconds = time.perf_counter() - begun
    if expected is not None and found != expected:
        raise RuntimeError(f"the two found different things: {expected} and {found}")
    return seconds, found


async def measured(rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Seconds of ours and of Playwright's, round by round, for each kind of work."""
    with tempfile.TemporaryDirectory() as folder:
        async with serve_standin(options=StandinOptions()) as standin, Chromium() as chromium:
            seller = shop(standin, chromium)
            seller.faults(cookie_banner=False)
            form = await seller.parked(replace(HOODIE, photos=photos(Path(folder), 1)))
            tab = form.form.tab
            ours, theirs = Ours(tab), Playwright(tab.page)
            pairs: dict[str, tuple[Work, Work]] = {
                "find": (ours.find, theirs.find),
                "read": (ours.read, theirs.read),
                "press": (ours.press, theirs.press),
            }
            taken = {kind: await _rounds(pair, rounds) for kind, pair in pairs.items()}
            await seller.driver.close(form)
    return taken


async def _rounds(pair: tuple[Work, Work], rounds: int) -> list[tuple[float, float]]:
    taken = []
    for number in range(rounds + 1):
        expected, spent = None, {}
        for work in pair if number % 2 else reversed(pair):
            spent[work], expected = await seconds_of(work, expected)
        taken.append((spent[pair[0]], spent[pair[1]]))
    return taken[1:]


def _half_distance(values: Sequence[float]) -> float:
    lower, _, upper = quantiles(values, n=4)
    return (upper - lower) / 2


def main() -> None:
    """Measure and print."""
    rounds = max(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS, FEWEST)
    before = os.getloadavg()[0]
    found = asyncio.run(measured(rounds))
    print(f"{rounds} rounds, load average {before:.1f} before and {os.getloadavg()[0]:.1f} after")
    counts = {"find": len(FIELDS), "read": len(FIELDS), "press": len(TYPED)}
    for kind, taken in found.items():
        ours, theirs = ([each[side] / counts[kind] * 1000 for each in taken] for side in (0, 1))
        ratios = [old / new for new, old in taken]
        print(
            f"{kind}, a field: ours {median(ours):.1f} ms ± {_half_distance(ours):.1f}, "
            f"Playwright's {median(theirs):.1f} ms ± {_half_distance(theirs):.1f}; "
            f"Playwright's / ours {median(ratios):.2f} ± {_half_distance(ratios):.2f}"
        )


if __name__ == "__main__":
    main()
