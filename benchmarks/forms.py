"""How long a prepare takes on the sell page since August beside the one of May.

    uv run python -m benchmarks.forms [pairs]

On the stand-in, without loaders: pairs taken in turns, the order within a pair changing, so that
the load of the machine meets both forms alike. The figure is the median of the ratios within the
pairs. It ends with 1 when that is above 1.08 plus the spread: half the distance between the
quartiles of the ratios. One pair before them warms the browser up and does not count.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from browser.chromium.chromium import Chromium
from browser.standin import StandinOptions, serve_standin
from tests.browser.seller import HOODIE, Shop, photos, shop

PAIRS: Final = 9
MOST: Final = 1.08
FORMS: Final = ("august", "may")
_LISTING: Final = replace(HOODIE, material="coton")


@dataclass(frozen=True)
class Measured:
    """Seconds of each prepare by form, pair by pair."""

    august: tuple[float, ...]
    may: tuple[float, ...]

    @property
    def ratios(self) -> list[float]:
        """August to May within each pair."""
        return [new / old for new, old in zip(self.august, self.may, strict=True)]

    @property
    def ratio(self) -> float:
        """The median of the ratios."""
        return median(self.ratios)

    @property
    def spread(self) -> float:
        """Half the distance between the quartiles of the ratios."""
        return _half_distance(self.ratios)

    @property
    def holds(self) -> bool:
        """Whether August costs no more than it may."""
        return self.ratio <= MOST + self.spread


def _half_distance(values: Sequence[float]) -> float:
    lower, _, upper = quantiles(values, n=4)
    return (upper - lower) / 2


async def prepared(seller: Shop, form: str, folder: Path) -> float:
    """Seconds of one prepare on a form, which leaves nothing open."""
    seller.standin.state.reset()
    seller.faults(cookie_banner=False, form=form, list_loader=0.0)
    listing = replace(_LISTING, photos=photos(folder, 3))
    begun = time.perf_counter()
    filled = await seller.prepare(listing)
    seconds = time.perf_counter() - begun
    await seller.driver.close(filled)
    if filled.questions:
        raise RuntimeError(f"the {form} form was not filled: {filled.questions}")
    return seconds


async def measured(pairs: int) -> Measured:
    """Prepare on both forms in turns."""
    taken: dict[str, list[float]] = {form: [] for form in FORMS}
    with tempfile.TemporaryDirectory() as folder:
        async with serve_standin(options=StandinOptions()) as standin, Chromium() as chromium:
            seller = shop(standin, chromium)
            for number in range(pairs + 1):
                for form in FORMS if number % 2 else reversed(FORMS):
                    taken[form].append(await prepared(seller, form, Path(folder)))
    return Measured(tuple(taken["august"][1:]), tuple(taken["may"][1:]))


def main() -> None:
    """Measure and say what came of it; ends with 1 when August costs too much."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else PAIRS
    before = os.getloadavg()[0]
    found = asyncio.run(measured(pairs))
    print(f"{pairs} pairs, load average {before:.1f} before and {os.getloadavg()[0]:.1f} after")
    for form, seconds in zip(FORMS, (found.august, found.may), strict=True):
        print(f"{form}: median {median(seconds):.2f} s, ± {_half_distance(seconds):.2f} s")
    print(f"august / may: {found.ratio:.3f}, spread ± {found.spread:.3f}")
    print(f"at most {MOST} plus the spread: {'kept' if found.holds else 'NOT kept'}")
    sys.exit(not found.holds)


if __name__ == "__main__":
    main()
