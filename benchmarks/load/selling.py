"""What the programs beside this one share: sellers, their listings, and whether all was stored.

Owns the listings, each another by title, price, size, condition and photos, and the comparison of
what the market holds with what was asked for, in every field. Who measures what is each program's.
"""

import os
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.floors import acts
from benchmarks.prepare import LATENCIES, LISTING, SHADES, SLOW, UNBOUND, spread, upright
from browser.chromium.installer import find_chromium
from browser.standin import Standin, StandinOptions, serve_standin
from tests.campaign.soak import spelled
from tests.e2e.serving import SERVE, UA, Serving, serving

SIZES: Final = (("M", 208), ("L", 209))
CONDITIONS: Final = (("bon", 3), ("très bon", 2))
_PASSING: Final = frozenset({"id", "owner_id", "created_at", "updated_at", "visible_at", "photos"})


@dataclass(frozen=True)
class Sale:
    """One listing of one seller, the `number`th."""

    number: int
    seller: int

    @property
    def title(self) -> str:
        return f"Hoodie {spelled(self.number)}"

    @property
    def euros(self) -> int:
        return 12 + self.number

    @property
    def photos(self) -> range:
        """Which of the pictures, one to all of them."""
        return range(1 + self.number % len(SHADES))

    def asked(self, photos: Sequence[str]) -> dict[str, Any]:
        """The body of a preparation, the form closed again when the next one comes."""
        size, _ = SIZES[self.number % 2]
        condition, _ = CONDITIONS[self.number // 2 % 2]
        own = {"title": self.title, "price": f"{self.euros},50", "size": size}
        more = {"condition": condition, "account": login(self.seller), "photos": list(photos)}
        return {**LISTING, **own, **more}

    def script(self, files: Sequence[Path]) -> list[acts.Act]:
        """The same by the ids of the page."""
        _, size = SIZES[self.number % 2]
        _, condition = CONDITIONS[self.number // 2 % 2]
        photos = [files[each] for each in self.photos]
        told = str(LISTING["description"])
        return acts.filling(
            self.title, told, f"{self.euros},50", photos, size=size, condition=condition
        )

    def wrong(self, item: Mapping[str, Any]) -> Iterator[str]:
        """Each member of the stored item that is not what was asked for."""
        right = {
            "draft": False,
            "currency": "EUR",
            "title": self.title,
            "description": LISTING["description"],
            "catalog_id": acts.CATEGORY,
            "brand_id": acts.BRAND[1],
            "brand": acts.BRAND[0],
            "size_id": SIZES[self.number % 2][1],
            "condition_id": CONDITIONS[self.number // 2 % 2][1],
            "color_ids": (acts.COLOR,),
            "attributes": {"material": (acts.MATERIAL,)},
            "price": self.euros + 0.5,
            "package_size_id": acts.PARCEL,
            "photos": [(1200 - 20 * each, 1600) for each in self.photos],
            "seller": login(self.seller),
        }
        for member in item.keys() | right.keys():
            wanted = right.get(member) or None
            if (item.get(member) or None) != wanted:
                yield f"{self.title}: {member} {item.get(member)!r}, not {wanted!r}"


def login(seller: int) -> str:
    return f"seller-{seller}"


def cookie(seller: int) -> str:
    return f"cookie-{login(seller)}"


def opened(standin: Standin, sellers: int, **faults: Any) -> None:
    """A market as new, with these sellers, whose answers are late as those of `prepare`."""
    standin.state.reset()
    for seller in range(sellers):
        standin.state.members.add(cookie(seller), login(seller))
    standin.state.patch_faults({**SLOW, "slow_paths": dict(LATENCIES), **faults})


def mistakes(standin: Standin, sales: Sequence[Sale]) -> dict[int, list[str]]:
    """By number, what is wrong with each sale that is not right: lost, doubled, or another."""
    state, found = standin.state, dict[int, list[str]]()
    logins = {each.account.id: each.account.login for each in state.members.sessions.values()}
    items: dict[str, list[dict[str, Any]]] = {}
    for item in state.live_items:
        told = {name: value for name, value in asdict(item).items() if name not in _PASSING}
        photos = [state.photos[photo.id] for photo in item.photos]
        told["photos"] = [(photo.width, photo.height) for photo in photos]
        told["seller"] = logins.get(item.owner_id, "")
        items.setdefault(item.title, []).append(told)
    for sale in sales:
        stored = items.get(sale.title, [])
        wrong = [one for each in stored for one in sale.wrong(each)]
        if len(stored) != 1:
            wrong.append(f"{sale.title}: there {len(stored)} times")
        if wrong:
            found[sale.number] = wrong
    return found


def untrusted(standin: Standin) -> int:
    """Events of the page that no hand could have made, since the market was new."""
    return sum(not event.trusted for event in standin.state.ledger.events)


def pictures(folder: Path) -> list[Path]:
    """The photos, as files."""
    made = []
    for number, shade in enumerate(SHADES):
        made.append(folder / f"{number}.jpg")
        made[-1].write_bytes(upright(shade, number))
    return made


@dataclass(frozen=True)
class Market:
    """A stand-in, a service on it with the sessions of its sellers, and photos to sell with."""

    standin: Standin
    service: Serving
    files: Sequence[Path]
    chromium: str


@asynccontextmanager
async def market(sellers: int, **env: str) -> AsyncIterator[Market]:
    """All of it, until the block ends."""
    chromium = str(find_chromium(None))
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        standin = await stack.enter_async_context(serve_standin(options=StandinOptions()))
        files = pictures(folder)
        opened(standin, sellers)
        given = {**UNBOUND, "VINTED_BASE_URL": standin.url, "CHROMIUM_PATH": chromium, **env}
        service = await stack.enter_async_context(serving(folder / "data", 0, SERVE, **given))
        await signed_in(service, sellers)
        yield Market(standin, service, files, chromium)


async def prepared(service: Serving, sale: Sale, photos: Sequence[str]) -> dict[str, Any]:
    """A preparation that went well; anything else ends the program."""
    told = await service.prepare(**sale.asked(photos))
    if told["outcome"] != "prepared":
        raise RuntimeError(f"not prepared: {told['outcome']} {told.get('draft_context')}")
    return told


async def left(service: Serving, told: Mapping[str, Any]) -> None:
    """Close the form again."""
    job = told["draft_context"]["job_id"]
    (await service.http.delete(f"/vinted/jobs/{job}")).raise_for_status()


async def signed_in(service: Serving, sellers: int) -> None:
    """Hand in the sessions of all sellers."""
    for seller in range(sellers):
        answer = await service.sign_in(f"access_token_web={cookie(seller)}", account=login(seller))
        answer.raise_for_status()


def ratios(one: Sequence[float], other: Sequence[float]) -> str:
    """The median of the ratios within the rounds, and half the distance between the quartiles."""
    found = [a / b for a, b in zip(one, other, strict=True)]
    return f"{median(found):.2f}" + (f" ± {spread(found):.2f}" if len(found) > 1 else "")


def task(standin: Standin) -> dict[str, Any]:
    """What a script is told of the market."""
    return {"url": standin.url, "agent": UA}


class Loaded:
    """The load average from here to the end."""

    def __init__(self) -> None:
        self._before = os.getloadavg()[0]

    def __str__(self) -> str:
        return f"load average {self._before:.1f} before and {os.getloadavg()[0]:.1f} after"
