"""The market's value tables, read once from tables/*.json: categories, sizes, brands, colours ...

Owns looking things up by id and by language. Which fields a category offers is attributes.py;
the texts of the interface are labels.py.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from .made_words import made

Locale = Literal["fr", "en", "de", "it", "es", "nl", "pl", "pt", "cs", "xx"]


class Title(dict[str, str]):
    """A text by language; English stands for one that is not known, made words for xx."""

    def __missing__(self, locale: str) -> str:
        return made(self["en"]) if locale == "xx" else self["en"]


@dataclass(frozen=True)
class Category:
    id: int
    parent: int | None
    title: Title
    fields: tuple[str, ...] | None
    """None on a branch."""
    sizes: tuple[int, ...] = ()
    only_condition: int | None = None
    parcel: int = 1
    tree: str = ""
    """Only in the newer tree, or only in the older one; empty: in both."""

    @property
    def is_leaf(self) -> bool:
        return self.fields is not None


@dataclass(frozen=True)
class Option:
    id: int
    title: Title
    hint: Title | None = None
    hex: str = ""
    code: str = ""


@dataclass(frozen=True)
class SizeGroup:
    id: int
    title: Title
    sizes: tuple[Option, ...]


@dataclass(frozen=True)
class Brand:
    id: int
    title: str
    items: int
    needs_check: bool
    luxury: bool


def read(name: str) -> Any:
    text = resources.files("browser.standin").joinpath("tables", f"{name}.json").read_text("utf-8")
    return json.loads(text)


def folded(text: str) -> str:
    """Lower case without accents, for searching."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def categories() -> dict[int, Category]:
    return {row["id"]: _category(row) for row in read("catalogs")["catalogs"]}


def _category(row: dict[str, Any]) -> Category:
    return Category(
        id=row["id"],
        parent=row.get("parent"),
        title=Title(row["title"]),
        fields=tuple(row["fields"]) if "fields" in row else None,
        sizes=tuple(row.get("sizes", ())),
        only_condition=row.get("only_condition"),
        parcel=row.get("parcel", 1),
        tree=row.get("tree", ""),
    )


@cache
def picker_roots() -> tuple[int, ...]:
    """The roots that the sell page offers; the API lists one more."""
    return tuple(read("catalogs")["picker"])


@cache
def children() -> dict[int | None, tuple[Category, ...]]:
    found: dict[int | None, list[Category]] = {}
    for category in categories().values():
        found.setdefault(category.parent, []).append(category)
    return {parent: tuple(rows) for parent, rows in found.items()}


def path(category: Category) -> tuple[Category, ...]:
    """From the root down to the category itself."""
    above = categories()[category.parent] if category.parent is not None else None
    return (*path(above), category) if above else (category,)


def breadcrumb(category: Category, locale: Locale) -> str:
    return " > ".join(step.title[locale] for step in path(category)[:-1])


def in_tree(category: Category, newer: bool) -> bool:
    return category.tree in ("", "newer" if newer else "older")


def search_categories(
    keyword: str, locale: Locale, limit: int = 20, *, newer: bool = False
) -> list[Category]:
    words = folded(keyword).split()
    if not words:
        return []
    hits = [
        category
        for category in categories().values()
        if category.is_leaf
        and in_tree(category, newer)
        and path(category)[0].id in picker_roots()
        and all(word in folded(category.title[locale]) for word in words)
    ]
    return sorted(hits, key=lambda hit: len(hit.title[locale]))[:limit]


@cache
def size_groups() -> dict[int, SizeGroup]:
    return {row["id"]: _size_group(row) for row in read("sizes")["groups"]}


def _size_group(row: dict[str, Any]) -> SizeGroup:
    sizes = tuple(Option(size["id"], _titles(size)) for size in row["sizes"])
    return SizeGroup(row["id"], Title(row["title"]), sizes)


def _titles(row: dict[str, Any]) -> Title:
    french = row["fr"]
    return Title(fr=french, en=row.get("en", french), de=row.get("de", french))


@cache
def brands() -> tuple[Brand, ...]:
    rows = read("brands")["brands"]
    return tuple(
        Brand(row["id"], row["title"], row["items"], "check" in row, "luxury" in row)
        for row in rows
    )


def brand_by_id(brand_id: int) -> Brand | None:
    return next((brand for brand in brands() if brand.id == brand_id), None)


def search_brands(keyword: str, limit: int = 10) -> list[Brand]:
    needle = folded(keyword.strip())
    hits = [brand for brand in brands() if needle in folded(brand.title)]
    return sorted(hits, key=lambda hit: (folded(hit.title) != needle, -hit.items))[:limit]


def popular_brands(limit: int = 50) -> list[Brand]:
    return sorted(brands(), key=lambda brand: -brand.items)[:limit]


@cache
def colors() -> tuple[Option, ...]:
    rows = read("colors")["colors"]
    return tuple(Option(row["id"], _titles(row), hex=row["hex"], code=row["code"]) for row in rows)


@cache
def materials() -> tuple[Option, ...]:
    return tuple(Option(row["id"], _titles(row)) for row in read("materials")["materials"])


@cache
def conditions() -> tuple[Option, ...]:
    """In the order of the sell page, which is not the order of the ids."""
    rows = read("conditions")["conditions"]
    return tuple(
        Option(row["id"], Title(row["title"]), hint=Title(row["description"])) for row in rows
    )
