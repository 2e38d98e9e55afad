"""Where every check of a switch is registered, so that a switch without one is noticed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx

from browser.standin import Standin
from tests.browser.standin.seller import Seller


@dataclass(frozen=True)
class Scene:
    """What a check has at hand."""

    open: Callable[..., Awaitable[Seller]]
    market: Standin
    api: httpx.AsyncClient


Check = Callable[[Scene], Awaitable[None]]
CHECKS: dict[str, Check] = {}


def switch(name: str) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        CHECKS[name] = check
        return check

    return register


UPLOAD_SESSION = {"upload_session_id": "6b0e6c9c-1a5f-4d49-9f3e-0c5f3a2f6f11"}
"""Without it the market answers a create or a draft with 500."""


def listing(**changes: Any) -> dict[str, Any]:
    """A body that the market publishes: a backpack, which has no size."""
    return {
        "title": "Sac à dos",
        "description": "Comme neuf",
        "catalog_id": 157,
        "brand_id": 53,
        "brand": "Nike",
        "item_attributes": [{"code": "condition", "ids": [2]}],
        "color_ids": [1],
        "price": 12.5,
        "package_size_id": 2,
        "assigned_photos": [{"id": 1, "orientation": 0}],
    } | changes


async def publish(api: httpx.AsyncClient, **changes: Any) -> httpx.Response:
    body = {"item": listing(**changes), "push_up": False} | UPLOAD_SESSION
    return await api.post("/api/v2/item_upload/items", json=body)


async def save_draft(api: httpx.AsyncClient, **values: Any) -> httpx.Response:
    return await api.post("/api/v2/item_upload/drafts", json={"draft": values} | UPLOAD_SESSION)


async def attributes(api: httpx.AsyncClient, category: int = 221) -> httpx.Response:
    body = {"attributes": [{"code": "category", "value": [category]}]}
    return await api.post("/api/v2/item_upload/attributes", json=body)
