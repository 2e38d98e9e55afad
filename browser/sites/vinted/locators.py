"""Where everything on the sell page is: per element its candidates, best first.

The order follows how well each sign has lasted: ids of the fields have never been seen to change,
test ids of the size field have three times within a year, and the words differ per language. So an
unchanged page matches at rank 0, and words or structure take over when ids and test ids go.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from browser.locators import (
    Candidate,
    Field,
    by_button,
    by_css,
    by_id,
    by_label,
    by_test_id,
    by_title,
)
from browser.sites.vinted.labels import Labels, labels

PANEL: Final = ".input-dropdown, .ReactModal__Content:has(.input-dropdown__content)"
PHOTO_CARDS: Final = ("[data-testid^='image-wrapper-']", "[aria-roledescription=sortable]")

_TEXTS: Final[Mapping[str, tuple[Candidate, ...]]] = MappingProxyType(
    {
        "title": (by_id("title"), by_test_id("title--input"), by_css("input[name=title]")),
        "description": (
            by_id("description"),
            by_test_id("description--input"),
            by_css("textarea[name=description]"),
        ),
        "price": (by_id("price"), by_test_id("price-input--input"), by_css("input[name=price]")),
    }
)
_SELECTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "category": ("catalog-select-dropdown-input",),
        "brand": ("brand-select-dropdown-input",),
        "size": (
            "category-size-single-grid-input",
            "category-size-single-grid_chips-input",
            "size-select-dropdown-input",
        ),
        "condition": ("category-condition-single-list-input", "condition-select-dropdown-input"),
        "color": ("color-select-dropdown-input",),
        "material": ("category-material-multi-list-input", "material-multi-list-dropdown-input"),
    }
)


class Locators:
    """The elements of the sell page, in the language that the page speaks."""

    def __init__(self, language: str) -> None:
        self._labels: Labels | None = labels(language)

    def field(self, name: str) -> Field:
        """The input of a field, by its name; unknown attributes of a category included."""
        if name == "unisex":
            return Field(name, (*UNISEX.candidates, *self._label(name)))
        if name in _TEXTS:
            return Field(name, (*_TEXTS[name], *self._label(name)))
        tests = _SELECTS.get(name) or (
            f"category-{name}-single-list-input",
            f"category-{name}-multi-list-input",
        )
        return Field(name, (by_id(name), *map(by_test_id, tests), *self._label(name)))

    def search(self, name: str) -> Field:
        """The search box in an open list."""
        kind = "catalog" if name == "category" else name
        return Field(
            f"{name}_search",
            (
                by_id(f"{kind}-search-input"),
                by_test_id(f"{kind}-search--input"),
                *(by_css(f":is({PANEL}) input:is([type=text], [type=search]):not([readonly])"),),
            ),
        )

    def row(self, key: str, title: str) -> Field:
        """A row of the open list, by its own name and else by its title."""
        cell = f":is([role=button], [role=radio], [role=checkbox]):has([data-testid='{key}'])"
        named = (by_id(key), by_css(f"button[data-testid='{key}']"), by_css(cell)) if key else ()
        return Field("option", (*named, by_title(title, PANEL)))

    def tab(self, title: str) -> Field:
        """A tab of the open list."""
        return Field("tab", (by_title(title, f":is({PANEL}) [role=tablist]"),))

    def button(self, name: str) -> Field:
        """The publish, save-draft and done buttons."""
        words = self._labels and {
            "publish": self._labels.publish,
            "save_draft": self._labels.save_draft,
            "done": self._labels.done,
        }
        named = (by_button(words[name]),) if words else ()
        return Field(name, (by_test_id(_BUTTONS[name]), *named))

    def parcel(self, size: str) -> Field:
        """The cell of a parcel size."""
        return Field(
            "parcel_size",
            (
                by_id(f"package-size-{size}"),
                by_test_id(f"{size}-package-size--cell"),
                by_css(f"label[for=package_type_selector_{size}]"),
            ),
        )

    def _label(self, name: str) -> tuple[Candidate, ...]:
        word = self._labels.fields.get(name) if self._labels else None
        return (by_label(word),) if word else ()


_BUTTONS: Final = {
    "publish": "upload-form-save-button",
    "save_draft": "upload-form-save-draft-button",
    "done": "input-dropdown-save-button",
}
PHOTOS: Final = Field(
    "photos",
    (
        by_test_id("add-photos-input"),
        by_css("input[type=file][name=photos]"),
        by_css("input[type=file][accept*='image/']"),
    ),
)
BUMP: Final = Field(
    "bump", (by_id("bump"), by_test_id("bump-checkbox--input"), by_css("input[name=bump]"))
)
UNISEX: Final = Field("unisex", (by_id("unisex"), by_css("input[name=unisex]")))
PARCEL: Final = Field(
    "parcel_size",
    (
        by_css("input[id^=package_type_selector_]"),
        by_css("[data-testid^=package_type_selector_] input"),
    ),
)
OUTSIDE: Final = Field("outside", (by_css("main h1"), by_css("h1")))
SELL_LINK: Final = Field(
    "sell_link",
    (
        by_css("header a[href='/items/new']"),
        by_test_id("prohibited-listing-education-upload-button"),
        by_css("a[href='/items/new']"),
    ),
)
AVATAR: Final = "#user-menu-button figure.header-avatar img[alt], .header-avatar img[alt]"
