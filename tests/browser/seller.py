"""A seller with something to sell on a stand-in market, and what the market then holds."""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from browser.chromium.chromium import Chromium
from browser.driver import Driver
from browser.fence import Before, Fence
from browser.form.prepared import PreparedForm
from browser.form.submission import Submission
from browser.listing import Cookie, Listing, PhotoFile, Price, Seller
from browser.page.pacing import Profile
from browser.progress import Reporter, unreported
from browser.sites.vinted.marketplace import Vinted
from browser.sites.vinted.packs import NO_PACK, Pack
from browser.sites.vinted.sell_form import VintedForm
from browser.standin import Standin
from browser.standin.state import AssignedPhoto, Item
from tests.browser.tabs import QUICK, tab_on

HOODIE = Listing(
    title="Hoodie Diesel",
    description="Porté deux fois.\nSans défaut.",
    price=Price(Decimal("24.50"), "EUR"),
    category="Homme > Sweats",
    brand="Diesel",
    size="L",
    condition="bon",
    color="noir",
)
PLAIN = Listing(
    title="Disque de Barbara",
    description="Écouté deux fois.\nSans rayure.",
    price=Price(Decimal("24.50"), "EUR"),
    category="CD",
    brand="",
    size="",
    condition="bon",
    color="",
    answers={"category": "2328"},
)
"""What the market asks least of, a condition: for tests that are not about the lists."""
_STORED: Mapping[str, Mapping[str, Any]] = {
    HOODIE.category: {
        "catalog_id": 267,
        "brand_id": 161,
        "brand": "Diesel",
        "size_id": 209,
        "color_ids": (1,),
    },
    PLAIN.category: {"catalog_id": 2328},
}
"""What the market holds of either, beyond what every listing has."""


async def open_fence(before: Before) -> None:
    """A fence that lets everything pass."""


@dataclass(frozen=True)
class Shop:
    """One seller on one stand-in, in one rendering."""

    standin: Standin
    chromium: Chromium
    driver: Driver
    seller: Seller
    narrow: bool = False

    def faults(self, **changes: Any) -> None:
        """Set switches of the stand-in."""
        self.standin.state.patch_faults(changes)

    async def prepare(
        self, listing: Listing, report: Reporter = unreported, **options: Any
    ) -> PreparedForm:
        return await self.driver.prepare(self.seller, listing, report=report, **options)

    async def submit(
        self,
        form: PreparedForm,
        listing: Listing,
        fence: Fence = open_fence,
    ) -> Submission:
        return await self.driver.submit(
            form, form.reading, listing, fence=fence, fields=form.reports
        )

    async def parked(self, listing: Listing) -> PreparedForm:
        """A full form without the filling: the page of a draft that the market already holds."""
        draft = self._draft(listing)
        form = await self.blank()
        await form.open(str(draft.id))
        await form.fields.offered()
        return PreparedForm(
            form=form,
            account=self.seller.account,
            version=self.seller.version,
            origin=self.seller.origin,
            username="demo",
            user_id=str(draft.owner_id),
            reports=(),
            questions=(),
            warnings=(),
            reading=await form.reader.read(),
            picture=b"",
            preview_url=form.tab.page.url,
            draft_id=str(draft.id),
            lists={},
            language=form.language,
        )

    async def blank(self) -> VintedForm:
        """A tab in which the form can be opened."""
        page = await self.chromium.page(self.seller, narrow=self.narrow)
        return Vinted().pages().sell_form(tab_on(page), self.seller)

    def _draft(self, listing: Listing) -> Item:
        state = self.standin.state
        owner = state.members.sessions["demo"].account
        kept = [
            state.add_photo(
                owner,
                photo.path.read_bytes(),
                name=photo.id,
                media_type="image/jpeg",
                size=(photo.width, photo.height),
                upload_session="",
                order=order,
            )
            for order, photo in enumerate(listing.photos)
        ]
        draft = replace(
            state.new_item(owner, listing.price.currency, draft=True),
            title=listing.title,
            description=listing.description,
            condition_id=3,
            price=float(listing.price.amount),
            package_size_id=1,
            photos=tuple(AssignedPhoto(photo.id) for photo in kept),
            **_STORED[listing.category],
        )
        return state.store(draft)

    async def sell(self, listing: Listing) -> Submission:
        """Prepare and publish, as with a seller's yes in between."""
        form = await self.prepare(listing)
        assert not form.questions
        try:
            return await self.submit(form, listing)
        finally:
            await self.driver.close(form)

    @property
    def item(self) -> Item:
        """The one item that is for sale."""
        items = self.standin.state.live_items
        assert len(items) == 1, items
        return items[0]

    def refused_photo(self, listing: Listing) -> int:
        """The place, from 1, of the one photo that the market did not take."""
        (refused,) = self.standin.state.refused_photos
        return 1 + [photo.digest for photo in listing.photos].index(refused)

    async def no_tab_left(self) -> None:
        """Every tab is closed, or closes soon: a busy browser takes its time after it was told."""
        async with asyncio.timeout(15):
            while self.chromium.open_pages:
                await asyncio.sleep(0.05)

    @property
    def nothing_published(self) -> bool:
        return not self.standin.state.live_items

    def photos_of(self, item: Item) -> list[str]:
        """Digests of what the market shows, in order."""
        return [self.standin.state.photos[photo.id].sha256 for photo in item.photos]


def shop(
    standin: Standin,
    chromium: Chromium,
    *,
    narrow: bool = False,
    pack: Pack = NO_PACK,
    **options: Any,
) -> Shop:
    """A seller whose session is the stand-in's valid one."""
    settings = {"pacing": Profile.OFF, "timeouts": QUICK} | options
    driver = Driver(chromium, Vinted(pack), narrow=narrow, **settings)
    cookies = (Cookie("access_token_web", "demo"),)
    agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36"
    seller = Seller("default", standin.url, agent, 1, cookies, "demo")
    return Shop(standin, chromium, driver, seller, narrow)


def photos(folder: Path, count: int) -> tuple[PhotoFile, ...]:
    """Photos of different content and size."""
    return tuple(_photo(folder, number) for number in range(count))


def _photo(folder: Path, number: int) -> PhotoFile:
    width, height = 300 + 40 * number, 400
    content = BytesIO()
    Image.new("RGB", (width, height), (60 * number % 256, 90, 140)).save(content, "JPEG")
    path = folder / f"{number}.jpg"
    path.write_bytes(content.getvalue())
    digest = hashlib.sha256(content.getvalue()).hexdigest()
    return PhotoFile(f"photo-{number}", path, digest, width, height)


def speaking(listing: Listing, language: str) -> Listing:
    """The listing in the words and the money of another market."""
    words = {
        "fr": {},
        "en": {"category": "Men > Sweatshirts", "condition": "good", "color": "black"},
        "de": {"condition": "gut", "color": "schwarz"},
    }[language]
    currency = "GBP" if language == "en" else "EUR"
    # Not every branch of the stand-in's tree has a German name, so the id is the safe answer.
    return replace(
        listing,
        price=replace(listing.price, currency=currency),
        answers={"category": "267"} if language != "fr" else {},
        **words,
    )
