"""Everything one running stand-in remembers: accounts and sessions, photos, items, faults, ledger.

Owns the values and how they change; routes read and write it, tests may too. Nothing is kept on
disk and nothing is shared between two stand-ins.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import itertools
import json
import time
import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from .ledger import Ledger
from .options import StandinOptions
from .switches.faults import Faults, patched

FIRST_USER = 204_117_953
FIRST_ITEM = 7_512_400_101
FIRST_PHOTO = 31_846_550_001
NEVER = 1e12
"""A moment that does not come by itself; a number that JSON knows."""


@dataclass(frozen=True)
class Account:
    id: int
    login: str


@dataclass(frozen=True)
class Session:
    account: Account
    access: str
    refresh: str
    expired: bool = False
    stale: bool = False
    """The refresh token no longer works either."""


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


def _access_token(name: str, turn: int, account: Account, claim: str) -> str:
    """Opaque, or in the form of a JWT whose claim holds the member's id."""
    if claim == "none":
        return f"{name}~{turn}"
    parts = ({"alg": "none"}, {claim: account.id, "turn": turn}, {"of": name})
    return ".".join(_segment(part) for part in parts)


def _segment(part: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")


class State:
    """The memory of one stand-in."""

    def __init__(self, options: StandinOptions) -> None:
        self.options = options
        self._started = time.monotonic()
        self.closing = asyncio.Event()
        # Never given twice, not even to a market as new: who has sold there remembers them.
        self._item_ids = itertools.count(FIRST_ITEM, 3)
        self.reset()

    def reset(self) -> None:
        self.views_since_change = 0
        self.faults: Faults = self.options.faults
        self.ledger = Ledger()
        self.photos: dict[int, Photo] = {}
        self.items: dict[int, Item] = {}
        self.deleted: set[int] = set()
        self.csrf_token = str(uuid.uuid4())
        self._forget_progress()
        self._user_ids = itertools.count(FIRST_USER, 7)
        self._photo_ids = itertools.count(FIRST_PHOTO)
        self._rotations = itertools.count(1)
        self.photo_turns = itertools.count()
        self.sessions: dict[str, Session] = {}
        self.add_account("demo", self.options.login)

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
        self.visits: dict[int, list[float]] = {}
        self.late_calls: Counter[int] = Counter()

    async def pause(self, seconds: float) -> bool:
        """Simulated latency; false when the stand-in closes meanwhile."""
        if seconds <= 0:
            return True
        try:
            await asyncio.wait_for(self.closing.wait(), seconds)
        except TimeoutError:
            return True
        return False

    # Accounts and sessions

    def add_account(self, cookie: str, login: str, user_id: int | None = None) -> Session:
        """A member whose `access_token_web` is the cookie; the refresh token follows from it."""
        account = Account(next(self._user_ids) if user_id is None else user_id, login)
        session = Session(account, access=cookie, refresh=f"{cookie}-refresh")
        self.sessions[cookie] = session
        return session

    def expire_session(self, cookie: str, refresh_too: bool = False) -> Session:
        session = replace(self.sessions[cookie], expired=True, stale=refresh_too)
        self.sessions[cookie] = session
        return session

    def session(self, cookie: str | None) -> Session | None:
        """The session of a valid cookie, seen through the `other_account` switch."""
        session = self.sessions.get(cookie or "")
        if session is None or session.expired:
            return None
        if self.faults.other_account:
            other = Account(session.account.id + 1, self.faults.other_account)
            return replace(session, account=other)
        return session

    def note_visit(self, account: Account) -> None:
        """A page of this member was loaded; the first load begins a late renewal."""
        self.visits.setdefault(account.id, []).append(self.elapsed)

    def still_late(self, account: Account) -> bool:
        """Whether this who-am-I call comes before the page has renewed its session."""
        faults, visits = self.faults, self.visits.get(account.id, [])
        if not (faults.late_session_seconds or faults.late_session_calls):
            return False
        if not visits:
            return True
        if len(visits) > 1 and faults.late_session_cure != "wait":
            return False
        self.late_calls[account.id] += 1
        waited = self.elapsed - visits[0] >= faults.late_session_seconds
        asked = self.late_calls[account.id] > faults.late_session_calls
        return faults.late_session_cure == "reload" or not (waited and asked)

    def rotate(self, refresh: str | None, access: str | None) -> Session | None:
        """New tokens for a working refresh token, which stops working.

        A still valid access token without any refresh token is renewed too: the cookie `demo`
        alone is a complete session here.
        """
        found = self._refreshable(refresh, access)
        if found is None:
            return None
        turn = next(self._rotations)
        name = found.refresh.partition("-refresh")[0]
        access = _access_token(name, turn, found.account, self.faults.id_claim)
        fresh = Session(found.account, access, f"{name}-refresh~{turn}")
        self.sessions[found.access] = replace(found, stale=True)
        self.sessions[fresh.access] = fresh
        return fresh

    def _refreshable(self, refresh: str | None, access: str | None) -> Session | None:
        if refresh is None:
            valid = self.sessions.get(access or "")
            return valid if valid and not valid.expired else None
        rows = self.sessions.values()
        return next((row for row in rows if row.refresh == refresh and not row.stale), None)

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
