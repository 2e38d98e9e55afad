"""What one seller's market holds and how it was told to behave: switches, stores, a record.

Owns the state of one case. Answers over HTTP are `page`'s, rules of a listing `rules`'.
"""

import time
from typing import Any

from .market import Market

DEFAULTS: dict[str, Any] = {
    "form": "august",  # or may
    "tree": None,  # old or new; by the form unless said
    "lang": "fr",
    "html_lang": None,
    "iso_locale": None,
    "currency": "EUR",
    "price_format": None,  # plain: "9.00" stands there
    "rendering": "auto",  # wide, narrow
    "size_testid": None,
    "roles": None,  # mixed, button, radio
    "panels": None,  # on_demand, always
    "loader_ms": None,
    "brand_ms": 300,
    "first_press": "ok",  # lost
    "save_button": False,  # a wide panel with a button that says done
    "search": True,
    "suggested": False,  # suggested copies of sizes and colours
    "list_outside": False,  # the list of sizes stands outside its field
    "tabs": False,  # only the open tab's sizes are mounted
    "no_content": False,  # the dialog form without a -content element
    "catalogs_gone": False,  # item_upload/catalogs answers 404
    "header_menu": True,  # the header repeats the category names
    "banner": False,
    "leftover": None,  # values of an earlier visit
    "recognition": None,  # {"leaf": id, "ms": n}: the photos fill the category
    "prefill": None,  # {"color": [ids]}: chosen when the field mounts
    "photo_ms": 0,
    "photo_refused": False,
    "ai_photo": None,  # absent, clear, ticked
    "model_needed": True,
    "custom_brand": "close",  # press: committed at once
    "authenticity": False,
    "locked": None,
    "parcel": "normal",  # missing_curable, missing, none_offered, null_curable, null, off
    "parcel_missing_as": 404,  # 401: a stale token at the address of the formats alone
    "parcel_ids": None,
    "parcel_best": None,
    "parcel_target": "any",  # label, radio
    "parcel_late_ms": 0,
    "parcel_changes": False,
    "parcel_toggle": False,
    "parcel_new_address": None,
    "nan": None,  # comma, point
    "price_lost": None,  # null, zero, absent: when a parcel is chosen
    "price_lost_at_click": None,
    "who": "ok",  # late
    "who_ms": 4000,
    "who_guest": 401,  # 200, 403
    "guest_page": "redirect",  # join
    "signed_out": None,  # {"at": photo|category|draft|click|sell, "as": 401|403}
    "obstacle": None,  # {"kind": ..., "at": front|sell|photo|category|click|who}
    "card": None,  # over the form: nps, promo, domain, pay, identity, education
    "card_again": False,
    "card_covers": True,
    "luxury": False,
    "after": "member",  # item, stay, verification, promo, in_place
    "critical": False,
    "refuse": None,  # [{"field","value"}]
    "server_error": False,
    "lost": None,  # before, after, gateway, reset: the answer to the create is lost
    "wardrobe_ms": 0,
    "wardrobe_broken": False,
    "double": False,
    "bump_ticked": False,
    "anon_required": False,
    "wrong_echo": None,
    "verification": None,  # phone: at the category
}  # fmt: skip


class World:
    """One seller's market."""

    def __init__(self, switches: dict[str, Any]) -> None:
        unknown = set(switches) - set(DEFAULTS)
        if unknown:
            raise ValueError(f"unknown switches: {sorted(unknown)}")
        self.born = time.monotonic()
        self.apply(switches)
        self.photos: dict[int, dict[str, Any]] = {}
        self.drafts: dict[int, dict[str, Any]] = {}
        self.items: dict[int, dict[str, Any]] = {}
        self.stored_at: dict[int, float] = {}
        self.calls: list[dict[str, Any]] = []
        self.sent: list[dict[str, Any]] = []
        self.marks: list[str] = []
        self.loads = 0
        self.loaded_at = 0.0
        self.parcel_asks: dict[int, int] = {}
        self.next_id = 100_001
        self.user = {"id": 4711, "login": "camille_test"}

    def apply(self, switches: dict[str, Any]) -> None:
        """Take new switches; what the form implies is filled in."""
        self.switches = {**DEFAULTS, **switches}
        august = self.switches["form"] == "august"
        implied = {
            "tree": "new" if august else "old",
            "roles": "mixed" if august else "button",
            "panels": "on_demand",
            "loader_ms": 250 if august else 0,
            "ai_photo": "clear" if august else "absent",
            "parcel_new_address": august,
            "size_testid": "category-size-single-grid" if august else "size-select-dropdown",
        }
        for name, value in implied.items():
            if self.switches[name] is None:
                self.switches[name] = value
        self.market = Market(self["lang"], self["form"], self["tree"])

    def __getitem__(self, name: str) -> Any:
        return self.switches[name]

    def new_id(self) -> int:
        """A fresh id of a photo, draft or item."""
        self.next_id += 1
        return self.next_id

    def obstacle(self, at: str) -> str | None:
        """The kind of what stands in the way at this place."""
        found = self["obstacle"]
        return str(found["kind"]) if found and found["at"] == at else None

    def signed_out(self, at: str) -> int | None:
        """The status that says signed out at this place."""
        found = self["signed_out"]
        if not found:
            return None
        places = ["sell", "photo", "category", "draft", "click"]
        once = found["at"] == at
        after = any(m == f"out:{found['at']}" for m in self.marks)
        if once and f"out:{at}" not in self.marks:
            self.marks.append(f"out:{at}")
        return int(found["as"]) if once or (after and at in places) else None

    def visible(self) -> list[tuple[int, dict[str, Any]]]:
        """The items that the wardrobe already shows."""
        late = self["wardrobe_ms"] / 1000
        now = time.monotonic()
        return [(i, e) for i, e in self.items.items() if now - self.stored_at[i] >= late]

    def parcels(self, leaf: int) -> tuple[list[dict[str, Any]], int | None]:
        """The formats that the leaf is offered in this world."""
        if self["parcel"] == "none_offered":
            return [], None
        ids, best = self.market.parcels(leaf)
        if self["parcel_ids"]:
            ids = [self.market.parcel(i) for i in self["parcel_ids"]]
            best = self["parcel_ids"][0]
        return ids, self["parcel_best"] or best

    def record(self) -> dict[str, Any]:
        """Everything that was asked and stored."""
        return {
            "items": self.items, "drafts": self.drafts, "sent": self.sent, "marks": self.marks,
            "photos": len(self.photos), "calls": self.calls, "loads": self.loads,
        }  # fmt: skip
