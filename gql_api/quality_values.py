"""Reads an `Accept` or `Accept-Language` field: what it names, and the weight that it gives.

Owns RFC 9110 section 12.4.2. Which names are sound, and which offer meets one, is the callers'
matter: `http.parsing` for media types, `texts` for languages.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

_WEIGHT: Final = re.compile(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", re.IGNORECASE)


class Preference(NamedTuple):
    """One member of a field, in lower case; `parameters` are those beside the weight, as sent."""

    name: str
    weight: float
    parameters: tuple[str, ...]


@lru_cache(256)
def preferences(field: str) -> tuple[Preference, ...]:
    """The members in their order. Callers send the same few fields again and again."""
    return tuple(_preference(part) for part in field.split(","))


def _preference(text: str) -> Preference:
    name, *parameters = text.split(";")
    weights = [match[1] for part in parameters if (match := _WEIGHT.fullmatch(part))]
    others = tuple(part for part in parameters if not _WEIGHT.fullmatch(part))
    return Preference(name.strip().lower(), float(weights[0]) if weights else 1.0, others)
