"""The fields that categories have beyond the common ones since August 2026.

Owns which; the tables have the options. From a live table of fields of .fr (2026-07-16/17) and raw
answers (2026-09-07), 2 sources, H; what a row marks as made is this project's.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..switches.faults import Faults
from .data import Category, path

PHONES, AUDIO, TABLETS, COMPUTERS, GAMES_AND_CONSOLES = 3565, 3566, 3567, 3564, 2313
BOOKS, HOME_BOOKS, TOYS, MEN_JEANS = 2312, 1921, 1499, 257
MODEL_LEAVES = (PHONES, AUDIO)
STORAGE, SIM_LOCK = "internal_memory_capacity", "sim_lock"
REQUIRED = ("skirt_length", "video_game_platform", "memory_ram", "charger_included", STORAGE)
PLATFORM, RATINGS = "video_game_platform", "video_game_ratings"
REQUIRED_CODES = frozenset((*REQUIRED, SIM_LOCK, RATINGS))


@dataclass(frozen=True)
class Rule:
    """Codes that a category and all below it have, in this order, beside those of its row."""

    below: int
    codes: tuple[str, ...]
    instead: bool = False
    """The codes stand alone."""


RULES = (
    Rule(BOOKS, ("isbn", "condition", "language_book"), instead=True),
    Rule(HOME_BOOKS, ("isbn", "condition", "language_book"), instead=True),
    Rule(PHONES, ("color",)),
    Rule(AUDIO, ("color",)),
    Rule(TABLETS, (STORAGE,)),
    Rule(COMPUTERS, ("memory_ram", STORAGE, "charger_included")),
    Rule(GAMES_AND_CONSOLES, ("video_game_platform",)),
    Rule(TOYS, ("color", "kid_age")),
)


def codes_of(category: Category, faults: Faults) -> tuple[str, ...]:
    """The category's codes, those of August 2026 among them."""
    codes = category.fields or ()
    if faults.form == "may":
        return codes
    above = {step.id for step in path(category)}
    for rule in RULES:
        if rule.below in above:
            codes = rule.codes if rule.instead else tuple(dict.fromkeys((*codes, *rule.codes)))
    return (*codes, RATINGS) if PLATFORM in (category.fields or ()) else codes


def is_book(category: Category, faults: Faults) -> bool:
    return "isbn" in codes_of(category, faults)


def asks_model(category: Category, faults: Faults) -> bool:
    """The field that no answer tells and nothing marks, and without which the server refuses."""
    return faults.form == "august" and category.id in MODEL_LEAVES


def is_jeans_of_men(category: Category) -> bool:
    return category.parent == MEN_JEANS
