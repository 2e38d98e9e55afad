"""The options of the stand-in market's tables, as a page would offer them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import browser.standin
from browser.listing import Option

_TABLES = {path.stem: path for path in Path(browser.standin.__file__).parent.rglob("*.json")}


def table(name: str, part: str | None = None) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(_TABLES[name].read_text())[part or name]
    return rows


@cache
def categories(language: str) -> tuple[Option, ...]:
    """Every leaf of the tree, with its parents from the root down."""
    nodes = {row["id"]: row for row in table("catalogs")}
    branches = {row.get("parent") for row in nodes.values()}

    def parents(node: dict[str, Any]) -> tuple[str, ...]:
        above = nodes.get(node.get("parent"))
        return (*parents(above), above["title"][language]) if above else ()

    return tuple(
        Option(str(node["id"]), node["title"][language], parents(node))
        for node in nodes.values()
        if node["id"] not in branches
    )


def conditions(language: str) -> tuple[Option, ...]:
    return tuple(Option(str(row["id"]), row["title"][language]) for row in table("conditions"))


def colors(language: str) -> tuple[Option, ...]:
    return tuple(Option(str(row["id"]), row[language]) for row in table("colors"))


def parcels(language: str) -> tuple[Option, ...]:
    groups: dict[str, list[dict[str, Any]]] = json.loads(_TABLES["package_sizes"].read_text())[
        "groups"
    ]
    return tuple(Option(str(row["id"]), row["title"][language]) for row in groups["plain"][:3])


def brands() -> tuple[Option, ...]:
    return tuple(Option(str(row["id"]), row["title"]) for row in table("brands"))


def sizes(group: int) -> tuple[Option, ...]:
    groups = json.loads(_TABLES["sizes"].read_text())["groups"]
    [found] = [each for each in groups if each["id"] == group]
    return tuple(Option(str(row["id"]), row["fr"]) for row in found["sizes"])
