"""The options that a page would offer, in its own language: the stand-in's tables and the facts'.

Titles that no source has (colours and the words of sizes in Spanish, Italian, Polish, Dutch) are
made. What is expected of a phrase belongs to `cases/`.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from browser.listing import FieldName, Option
from browser.sell_form import NO_OPTION
from tests.browser import offers

_TABLES: Final = Path(__file__).parent / "tables"
_TREES: Final = frozenset({"fr", "en", "de"})
_GROUPS: Final = {"women_single": (4,)}
_OFFERS: Final = {
    FieldName.CATEGORY: offers.categories,
    FieldName.COLOR: offers.colors,
    FieldName.PARCEL_SIZE: offers.parcels,
}
_MADE_WORDS: Final = {
    "it": {"ans": "anni", "mois": "mesi", "Taille unique": "Taglia unica", "Autre": "Altro",
           "Jusqu'à": "Fino a", "Nouveau né": "Neonato", "Prématuré": "Prematuro"},
    "pl": {"ans": "lat", "mois": "miesięcy", "Taille unique": "Uniwersalny", "Autre": "Inny",
           "Jusqu'à": "Do", "Nouveau né": "Noworodek", "Prématuré": "Wcześniak"},
    "nl": {"ans": "jaar", "mois": "maanden", "Taille unique": "One size", "Autre": "Anders",
           "Jusqu'à": "Tot", "Nouveau né": "Pasgeboren", "Prématuré": "Prematuur"},
    "es": {"ans": "años", "mois": "meses", "Taille unique": "Talla única", "Autre": "Otro",
           "Jusqu'à": "Hasta", "Nouveau né": "Recién nacido", "Prématuré": "Prematuro"},
}  # fmt: skip


@cache
def options(field: str, page: str, category: str | None = None) -> tuple[Option, ...]:
    """What a page in this language offers for a field; sizes depend on the category."""
    if field == FieldName.SIZE:
        return _sizes(page, category or "")
    if field == FieldName.COLOR and page not in _TREES:
        return _options_of(_table("colors")[page])
    if field == FieldName.CONDITION:
        return _options_of({id_: labels[page] for id_, labels in _table("conditions").items()})
    if field == FieldName.MATERIAL:
        return _options_of({str(row["id"]): row[page] for row in offers.table("materials")})
    if field == FieldName.BRAND:
        return (Option(NO_OPTION, "Sans marque"), *offers.brands())
    return _OFFERS[field](page)


def _options_of(labels: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(id_, label) for id_, label in labels.items())


def _sizes(page: str, category: str) -> tuple[Option, ...]:
    rows = _table("sizes").get(category)
    if rows:
        return tuple(Option(str(row["id"]), row[page]) for row in rows)
    groups = _GROUPS.get(category) or _groups_of(int(category))
    found = [group for group in _size_groups() if group["id"] in groups]
    return tuple(
        Option(str(row["id"]), _size_title(row, page), _tab(group, page, len(found)))
        for group in sorted(found, key=lambda group: groups.index(group["id"]))
        for row in group["sizes"]
    )


def _tab(group: dict[str, Any], page: str, count: int) -> tuple[str, ...]:
    return (group["title"].get(page, group["title"]["fr"]),) if count > 1 else ()


def _size_title(row: dict[str, Any], page: str) -> str:
    french: str = row["fr"]
    if page in _TREES:
        return str(row.get(page, french))
    known = _titles(page).get(row["id"])
    return known or _made(french, page)


@cache
def _titles(page: str) -> dict[int, str]:
    rows = (row for group in _table("sizes").values() for row in group)
    return {row["id"]: row[page] for row in rows if page in row}


def _made(french: str, page: str) -> str:
    words = _MADE_WORDS[page]
    return re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], french)


@cache
def _size_groups() -> tuple[dict[str, Any], ...]:
    return tuple(offers.table("sizes", "groups"))


@cache
def _groups_of(category: int) -> tuple[int, ...]:
    [row] = [row for row in offers.table("catalogs") if row["id"] == category]
    return tuple(row["sizes"])


@cache
def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((_TABLES / f"{name}.json").read_text("utf-8"))
    return table
