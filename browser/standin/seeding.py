"""Fills a member's wardrobe with ready items, so that a test need not publish hundreds.

The items share the bytes of one picture, but each has a photo of its own.
"""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from .catalogue.money import currency_of
from .members import Account
from .state import AssignedPhoto, Item, Photo, State

SEED_LIMIT = 2000
SIZE = (30, 40)


def seed_items(
    state: State, owner: Account, count: int, title: str = "Article", *, draft: bool = False
) -> list[Item]:
    """Stores so many items, numbered from 1 in their titles; the last is the newest."""
    content = _picture()
    return [_stored(state, owner, f"{title} {n}", content, draft) for n in range(1, count + 1)]


def _stored(state: State, owner: Account, title: str, content: bytes, draft: bool) -> Item:
    blank = state.new_item(owner, currency_of(state.options.locale, state.faults), draft=draft)
    photo = _photo(state, owner, content)
    item = replace(
        blank,
        title=title,
        description=title,
        catalog_id=157,
        brand_id=53,
        condition_id=2,
        color_ids=(1,),
        price=10.0,
        package_size_id=2,
        photos=(AssignedPhoto(photo.id),),
    )
    return state.store(item)


def _photo(state: State, owner: Account, content: bytes) -> Photo:
    return state.add_photo(
        owner,
        content,
        name="seed.jpg",
        media_type="image/jpeg",
        size=SIZE,
        order=0,
        upload_session="",
    )


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", SIZE, "teal").save(out, "JPEG")
    return out.getvalue()
