"""The site's option lists without a page: categories, sizes, brands, colours, materials and so on.

Made from published observations of the site, not asked of it, so an open form has the last word; of
materials only the French labels were seen (2026-10), the others are ours. Read from JSON files when
first asked for, and kept. How a text is ranked is `suggestions`' and `matching.autocomplete`'s.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from types import MappingProxyType
from typing import Any, Final

from browser.listing import FieldName, Option

Row = Mapping[str, Any]

_FALLBACKS: Final = ("en", "fr")
"""What is shown where the asked language has no labels; French pages have theirs nearly always."""


class UnknownCategory(ValueError):
    """An id that is no category of the catalogue that takes a listing."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The options of a field, and by id the language that each is shown in.

    Names, which are the same everywhere, have no language.
    """

    options: tuple[Option, ...]
    languages: Mapping[str, str]


def offer(field: FieldName, language: str, category: str | None = None) -> Offer:
    """The options of a field in a language (ISO 639), else in English or French.

    Sizes are those of a `category`; raises UnknownCategory where it is not one.
    """
    if field is FieldName.CATEGORY:
        return _categories(_spoken(language))
    if field is FieldName.SIZE:
        return _sizes(_size_groups_of(category or ""), _spoken(language))
    if field is FieldName.BRAND:
        return Offer(tuple(Option(str(row["id"]), row["name"]) for row in _read("brands")), {})
    return _offer((row, ()) for row in _labelled(_read(f"{field}s"), (language, *_FALLBACKS)))


def _spoken(language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((language, *_FALLBACKS)))


@cache
def _read(name: str) -> tuple[Row, ...]:
    text = resources.files(__package__).joinpath(f"{name}.json").read_text("utf-8")
    return tuple(json.loads(text))


@cache
def _by_id() -> Mapping[str, Row]:
    return MappingProxyType({str(row["id"]): row for row in _read("categories")})


def _path(row: Row) -> tuple[Row, ...]:
    """From the root down to the category itself."""
    above = row.get("parent")
    return (row,) if above is None else (*_path(_by_id()[str(above)]), row)


def _categories(languages: Sequence[str]) -> Offer:
    """The leaves, each in the first language that names it and all above it."""
    paths = [_path(row) for row in _read("categories") if row.get("leaf")]
    return _offer(_shown(path, languages) for path in paths)


def _shown(path: Sequence[Row], languages: Sequence[str]) -> tuple["_Label", tuple[str, ...]]:
    whole = next((one for one in languages if all(one in row for row in path)), None)
    labels = _labelled(path, (whole,) if whole else languages)
    *above, own = labels
    return own, tuple(label.text for label in above)


def _size_groups_of(category: str) -> tuple[int, ...]:
    row = _by_id().get(category)
    if row is None or not row.get("leaf"):
        raise UnknownCategory(category)
    return tuple(row.get("sizes", ()))


def _sizes(groups: Sequence[int], languages: Sequence[str]) -> Offer:
    """The sizes of the groups; where there are several, the form shows each under a tab."""
    tables = {row["id"]: row for row in _read("sizes")}
    return _offer(
        chain.from_iterable(_of_group(tables[group], len(groups), languages) for group in groups)
    )


def _of_group(
    table: Row, tabs: int, languages: Sequence[str]
) -> Iterable[tuple["_Label", tuple[str, ...]]]:
    (tab,) = _labelled([table], languages)
    return [
        (label, (tab.text,) if tabs > 1 else ()) for label in _labelled(table["sizes"], languages)
    ]


@dataclass(frozen=True, slots=True)
class _Label:
    """A row's label, and the language that it is in."""

    id: str
    text: str
    language: str


def _labelled(rows: Iterable[Row], languages: Sequence[str]) -> list[_Label]:
    def label(row: Row) -> _Label:
        language = next(one for one in languages if one in row)
        return _Label(str(row["id"]), row[language], language)

    return [label(row) for row in rows]


def _offer(shown: Iterable[tuple[_Label, tuple[str, ...]]]) -> Offer:
    pairs = list(shown)
    options = tuple(Option(label.id, label.text, parents) for label, parents in pairs)
    return Offer(options, MappingProxyType({label.id: label.language for label, _ in pairs}))
