"""Where everything on the sell page is: per element its candidates, best first.

The fields themselves are rows of `form_fields`; buttons, photos and parcel sizes are here.
The order follows how well each sign has lasted: ids of the fields have never been seen to change,
test ids of the size field have three times within a year, and the words differ per language. So an
unchanged page matches at rank 0, and words or structure take over when ids and test ids go.
"""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from browser.page.locators import (
    Candidate,
    Field,
    by_button,
    by_css,
    by_id,
    by_label,
    by_name,
    by_radio,
    by_test_id,
    near,
    of_kind,
)
from browser.page.page_scripts import PAGE, library
from browser.sites.vinted.form_fields import FORM_FIELDS, Control
from browser.sites.vinted.labels import LABELS, Labels, labels
from browser.sites.vinted.packs import NO_PACK, Pack

ROWS: Final = library(
    "rows", files(__package__).joinpath("rows.js").read_text(encoding="utf-8"), beside=PAGE
)
"""Knows titles, choices and required groups; defines the finders `choice` and `radio`."""
PANEL: Final = (
    ".input-dropdown, .ReactModal__Content:has(.input-dropdown__content), "
    "[data-testid$='-select-dropdown-content'], [data-testid^='category-'][data-testid$='-content']"
)
"""Where lists open, by name; which one is open is found by `list_panel`."""
PHOTO_CARDS: Final = ("[data-testid^='image-wrapper-']", "[aria-roledescription=sortable]")

_ANY: Final = "input:not([type=checkbox], [type=radio], [type=file], [type=hidden]), textarea"
_BUMP_SIGNS: Final = "#bump, [name=bump], [data-testid=bump-checkbox--input]"
_KINDS: Final = {
    Control.TEXT: "input:not([readonly], [type=checkbox], [type=radio], [type=file], "
    "[type=hidden]), textarea",
    Control.LIST: "input[readonly], [role=combobox]",
    Control.TICK: f"input[type=checkbox]:not({_BUMP_SIGNS})",
}
_MANY: Final = ("single", "multi")
_LIST_KINDS: Final = ("list", "list_search", "grid", "grid_chips")
"""How the lists of attributes are named: vinted sell page, October 2026, several sources, H."""
_FILES: Final = "input[type=file]"


class Locators:
    """The elements of the sell page, in the language that the page speaks."""

    def __init__(self, language: str, pack: Pack = NO_PACK) -> None:
        self._labels: Labels | None = labels(language)
        self._language = language
        self._pack = pack
        self._told: Mapping[str, str] = {}
        self._ids: Mapping[str, Mapping[str, str]] = {}

    def learn(self, told: Mapping[str, str], ids: Mapping[str, Mapping[str, str]]) -> None:
        """Take over how the site names the fields of a category, and the ids of their options.

        Both are by the field's code; options are known by their titles.
        """
        self._told = dict(told)
        self._ids = dict(ids)

    def ids(self, name: str) -> Mapping[str, str]:
        """The ids of a field's options by their titles, where the site has told them."""
        return self._ids.get(name, {})

    def field(self, name: str) -> Field:
        """The input of a field, by its name; unknown attributes of a category included."""
        return _field(name, self._language, self._pack, self._told.get(name))

    def search(self, name: str) -> Field:
        """The search box of a field's list by its names."""
        kind = "catalog" if name == "category" else name
        return Field(
            f"{name}_search", (by_id(f"{kind}-search-input"), by_test_id(f"{kind}-search--input"))
        )

    @property
    def keep_words(self) -> list[str]:
        """The words of the button that keeps what was chosen in a list, where they are known."""
        return [self._labels.done] if self._labels else []

    def button(self, name: str) -> Field:
        """The publish and save-draft buttons."""
        named = (by_button(getattr(self._labels, name), sole=True),) if self._labels else ()
        return Field(name, (by_test_id(_BUTTONS[name]), *named))

    def parcel(self, size: str, title: str) -> Field:
        """The cell of a parcel size."""
        return Field(
            "parcel_size",
            (
                by_id(f"package-size-{size}"),
                by_test_id(f"{size}-package-size--cell"),
                by_css(f'label[for="package_type_selector_{size}"]'),
                by_radio(title),
            ),
            ROWS,
        )


@lru_cache(maxsize=512)
def _field(name: str, language: str, pack: Pack, told: str | None) -> Field:
    """The input of a field that the site calls as `told`; the same for many forms."""
    if name == "photos":
        return Field(name, (*PHOTOS.candidates, *of_kind(_FILES, _packed(name, language, pack))))
    if row := FORM_FIELDS.get(name):
        pairs = (sign.split("=", 1) for sign in row.signs)
        signs, kind = tuple(_BY[by](value) for by, value in pairs), _KINDS[row.control]
    else:
        lists = (f"category-{name}-{many}-{kind}-input" for many in _MANY for kind in _LIST_KINDS)
        signs, kind = (
            (by_id(name), *map(by_test_id, lists), by_name(name), by_test_id(name)),
            _ANY,
        )
    found = (*signs, *_words(name, language, told), *_packed(name, language, pack))
    return Field(name, of_kind(kind, found))


def _packed(name: str, language: str, pack: Pack) -> tuple[Candidate, ...]:
    """What the pack adds, after everything that is known here."""
    return tuple(_BY[sign.kind](sign.value) for sign in pack.of(name, language))


def _words(name: str, language: str, told: str | None) -> tuple[Candidate, ...]:
    """By the label, as we know it and as the site says it; tied to the field, or near it."""
    row, spoken = FORM_FIELDS.get(name), language.partition("-")[0].lower()
    known = row.labels.get(spoken) if row else None
    found = dict.fromkeys(word for word in (known, told) if word)
    return (*map(by_label, found), *map(near, found))


@lru_cache(maxsize=2)
def anchor(pack: Pack = NO_PACK) -> Field:
    """What tells the form from every other page, before its language is known.

    Any of the fields that it always has, so that one which is gone is noticed when it is filled.
    """
    spoken = [Locators(language, pack) for language in LABELS]
    fields = (one.field(name) for one in spoken for name in ALWAYS)
    found = dict.fromkeys(candidate for field in fields for candidate in field.candidates)
    return Field("title", tuple(found))


_BY: Final = {"id": by_id, "test_id": by_test_id, "name": by_name, "label": by_label}
ALWAYS: Final = ("title", "description", "category", "price")
_BUTTONS: Final = {
    "publish": "upload-form-save-button",
    "save_draft": "upload-form-save-draft-button",
}
PHOTOS: Final = Field(
    "photos",
    (
        *of_kind(_FILES, (by_test_id("add-photos-input"), by_name("photos"))),
        by_css("input[type=file][accept*='image/']"),
    ),
)
BUMP: Final = Field(
    "bump",
    of_kind(
        "input[type=checkbox]", (by_id("bump"), by_test_id("bump-checkbox--input"), by_name("bump"))
    ),
)
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
