"""What the market's server demands of a listing before it stores it, and how it says no.

Owns the validation. Where the stored listing goes is `page`'s.
"""

import re
from typing import Any

from .market import EXTRA_FIELDS, MODELS, NO_BRAND_NEEDED
from .world import World

EMOJI = re.compile("[\U0001f300-\U0001faff☀-➿✨]")


def faults(world: World, item: dict[str, Any]) -> list[dict[str, str]]:
    """The errors that the server answers with, empty when it stores the listing."""
    found = [*_texts(item), *_price(world, item)]
    if not item.get("assigned_photos"):
        found.append(_fault("photos", "Ajoute au moins une photo"))
    leaf = item.get("catalog_id")
    if leaf not in world.market.nodes or not world.market.nodes[leaf][6]:
        return [*found, _fault("category", "Choisis une sous-catégorie")]
    found += _fields(world, item, leaf)
    offered = [p["id"] for p in world.parcels(leaf)[0]]
    if offered and item.get("package_size_id") not in offered:
        found.append(_fault("package_size", "Choisis un format de colis"))
    return [*found, *(world["refuse"] or [])]


def _fault(field: str, value: str) -> dict[str, str]:
    return {"field": field, "value": value}


def _texts(item: dict[str, Any]) -> list[dict[str, str]]:
    title = str(item.get("title") or "")
    found = []
    capitals = sum(c.isupper() for c in title)
    if not title.strip() or len(title) > 100:
        found.append(_fault("title", "Le titre ne convient pas"))
    elif EMOJI.search(title) or re.search(r"[!?.,;:*_-]{4,}", title):
        found.append(_fault("title", "Le titre ne doit pas contenir de caractères comme ✨"))
    elif capitals > 12 and capitals > len(title) / 2:
        found.append(_fault("title", "Le titre contient trop de majuscules"))
    if not str(item.get("description") or "").strip():
        found.append(_fault("description", "Ajoute une description"))
    return found


def _price(world: World, item: dict[str, Any]) -> list[dict[str, str]]:
    price = item.get("price")
    number = isinstance(price, (int, float)) and not isinstance(price, bool)
    if not number or not 1 <= float(price or 0) <= 30_000:
        return [_fault("price", "Le champ prix doit être supérieur ou égal à 1.0")]
    return []


def attribute(item: dict[str, Any], code: str) -> list[int]:
    """The ids that an item carries under an attribute's code."""
    for entry in item.get("item_attributes") or []:
        if entry.get("code") == code:
            return [int(i) for i in entry.get("ids") or []]
    return []


def _fields(world: World, item: dict[str, Any], leaf: int) -> list[dict[str, str]]:
    market, flags, found = world.market, world.market.fields(leaf), []
    sizes = {o["id"] for g in market.sizes(leaf) for o in g["options"]}
    chosen = set(attribute(item, "size")) | {item.get("size_id")} - {None}
    if "s" in flags and sizes and not (chosen and chosen <= sizes):
        found.append(_fault("size", "Choisis une taille"))
    states = {c["id"] for c in market.conditions(leaf)}
    state = set(attribute(item, "condition")) | {item.get("status_id")} - {None}
    if len(state) != 1 or not state <= states:
        found.append(_fault("condition", "Choisis un état"))
    if "c" in flags and not item.get("color_ids"):
        found.append(_fault("color", "Choisis une couleur"))
    brandless = not item.get("brand_id") and not item.get("brand")
    free = leaf in NO_BRAND_NEEDED or market.under(leaf, 1499, 1918)
    if "b" in flags and brandless and not free:
        found.append(_fault("brand", "Choisis une marque"))
    if "i" in flags and not re.fullmatch(r"\d{10}|\d{13}", str(item.get("isbn") or "")):
        found.append(_fault("isbn", "Ajoute un ISBN"))
    for code, required in EXTRA_FIELDS.get(leaf, []):
        if required and not attribute(item, code):
            found.append(_fault(code, "Choisis une option"))
    if leaf in MODELS and not attribute(item, "model"):
        found.append(_fault("model", "Choisis un modèle"))
    return found
