"""Everything one running stand-in remembers: members, photos, items, faults, ledger.

Owns the values and how they change; routes read and write it, tests may too. Nothing is kept on
disk and nothing is shared between two stand-ins.
"""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from .ledger import Ledger
from .members import Account, Members
from .options import StandinOptions
from .switches.faults import Faults, patched

FIRST_ITEM = 7_512_400_101
FIRST_PHOTO = 31_846_550_001
NEVER = 1e12
"""A moment that does not come by itself; a number that JSON knows."""


@dataclass(frozen=True)
class Photo:
    id: int
    owner_id: int
    order: int
    """In which the uploads arrived, counted from 0; answers may come in another order."""
    at: float
    name: str
    media_type: str
    sha256: str
    width: int
    height: int
    upload_session: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class AssignedPhoto:
    id: int
    orientation: int = 0


@dataclass(frozen=True)
class Item:
    id: int
    owner_id: int
    draft: bool
    created_at: datetime
    updated_at: datetime
    visible_at: float
    currency: str
    title: str = ""
    description: str = ""
    catalog_id: int | None = None
    brand_id: int | None = None
    brand: str = ""
    size_id: int | None = None
    condition_id: int | None = None
    color_ids: tuple[int, ...] = ()
    attributes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """The remaining attributes by code, material among them."""
    is_unisex: bool = False
    measurement_length: float | None = None
    measurement_width: float | None = None
    price: float = 0.0
    package_size_id: int | None = None
    photos: tuple[AssignedPhoto, ...] = ()
    isbn: str = ""
    ai_photo: bool = False
    push_up: bool = False
    held: bool = False
    hidden: bool = False
    reserved: bool = False
    sold: bool = False


class State:
    """The memory of one stand-in."""

    def __init__(self, options: StandinOptions) -> None:
        self.options = options
        self._started = time.monotonic()
        self._ends = asyncio.Event()
        # Never given twice, not even to a market as new: who has sold there remembers them.
        self._item_ids = itertools.count(FIRST_ITEM, 3)
        self.reset()

    def reset(self) -> None:
        """A market as new; a call that still waits in the old one changes nothing in it."""
        self.close()
        self._ends = asyncio.Event()
        self.views_since_change = 0
        self.faults: Faults = self.options.faults
        self.ledger = Ledger()
        self.photos: dict[int, Photo] = {}
        self.refused_photos: list[str] = []
        """The SHA-256, in hex, of each that was not taken: uploads overtake each other."""
        self.items: dict[int, Item] = {}
        self.deleted: set[int] = set()
        self.csrf_token = str(uuid.uuid4())
        self.members = Members(lambda: self.faults, lambda: self.elapsed)
        self._forget_progress()
        self._photo_ids = itertools.count(FIRST_PHOTO)
        self.photo_turns = itertools.count()
        self.members.add("demo", self.options.login)

    @property
    def elapsed(self) -> float:
        """Seconds since this stand-in was made."""
        return time.monotonic() - self._started

    def patch_faults(self, changes: Mapping[str, Any]) -> Faults:
        return self.set_faults(patched(self.faults, changes))

    def clear_faults(self) -> Faults:
        return self.set_faults(Faults())

    def set_faults(self, faults: Faults) -> Faults:
        self.faults = faults
        self._forget_progress()
        return faults

    def _forget_progress(self) -> None:
        """How far counted and timed faults have come starts again with every change of them."""
        self.publish_faults_left = self.faults.publish_fault_times
        self.draft_faults_left = self.faults.draft_fault_times
        self.views_since_change = 0
        self.unauthorized = False
        self.members.forget_visits()

    def close(self) -> None:
        """End every pause."""
        self._ends.set()

    async def pause(self, seconds: float) -> bool:
        """Simulated latency; false when the market closes or is made anew meanwhile."""
        if seconds <= 0:
            return True
        try:
            await asyncio.wait_for(self._ends.wait(), seconds)
        except TimeoutError:
            return True
        return False

    # Photos and items

    def add_photo(
        self,
        owner: Account,
        content: bytes,
        *,
        name: str,
        media_type: str,
        size: tuple[int, int],
        order: int,
        upload_session: str,
    ) -> Photo:
        photo = Photo(
            id=next(self._photo_ids),
            owner_id=owner.id,
            order=order,
            at=self.elapsed,
            name=name,
            media_type=media_type,
            sha256=hashlib.sha256(content).hexdigest(),
            width=size[0],
            height=size[1],
            upload_session=upload_session,
            content=content,
        )
        self.photos[photo.id] = photo
        return photo

    def new_item(self, owner: Account, currency: str, *, draft: bool) -> Item:
        """A blank item with the next id; it is not stored yet."""
        now = self.options.now()
        return Item(next(self._item_ids), owner.id, draft, now, now, self.elapsed, currency)

    def store(self, item: Item) -> Item:
        self.items[item.id] = replace(item, updated_at=self.options.now())
        return self.items[item.id]

    def store_new(self, item: Item, delay: float) -> Item:
        """Stores an item that the wardrobe shows later, with its twin if there is to be one."""
        stored = self.store(replace(item, visible_at=self._seen_at(delay)))
        if self.faults.twin == ("draft" if item.draft else "item"):
            seen = self._seen_at(self.faults.twin_delay)
            self.store(replace(item, id=next(self._item_ids), visible_at=seen))
        return stored

    def _seen_at(self, delay: float) -> float:
        return NEVER if self.faults.wardrobe_held else self.elapsed + delay

    def release(self) -> list[int]:
        """Shows everything that the wardrobe holds back; the ids that it showed."""
        now = self.elapsed
        held = [item for item in self.items.values() if item.visible_at > now]
        for item in held:
            self.items[item.id] = replace(item, visible_at=now)
        return [item.id for item in held]

    def delete(self, item_id: int) -> None:
        del self.items[item_id]
        self.deleted.add(item_id)

    def wardrobe(self, owner_id: int) -> list[Item]:
        """The member's items that have become visible, newest first."""
        now = self.elapsed
        rows = [item for item in self.items.values() if item.owner_id == owner_id]
        return [item for item in reversed(rows) if item.visible_at <= now]

    # What tests read

    @property
    def live_items(self) -> list[Item]:
        return [item for item in self.items.values() if not item.draft]

    @property
    def drafts(self) -> list[Item]:
        return [item for item in self.items.values() if item.draft]
