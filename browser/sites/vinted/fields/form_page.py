"""What the parts of the form share: its page, and what is known of the category chosen there."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from browser.listing import Option
from browser.market import Market
from browser.page.tab import Tab
from browser.sell_form import OfferedField, Picker
from browser.sites.vinted.answers import Answers
from browser.sites.vinted.fields.parcels import Section
from browser.sites.vinted.locators import Locators
from browser.sites.vinted.packs import NO_PACK, Pack

_MOST_KEPT: Final = 64
"""Categories whose fields are remembered for an account."""

T = TypeVar("T")

Told = Mapping[str, Mapping[str, Any]]
"""The fields of a category by their codes, each with what the site says of it, if anything."""


class KnownFields:
    """What the site has told one account of the fields of categories, in each language.

    Of an account, since the site moves accounts to a newer tree one by one. A form that is filled
    goes by the page all the same. What was told longest ago gives way.
    """

    def __init__(self) -> None:
        self._told: OrderedDict[tuple[str, str], Told] = OrderedDict()
        self._brands: OrderedDict[tuple[str, str], tuple[Option, ...]] = OrderedDict()

    def keep(self, language: str, category: str, told: Told) -> None:
        """Remember what was told now."""
        _keep(self._told, (language, category), told)

    def told(self, language: str, category: str) -> Told | None:
        return self._told.get((language, category))

    def keep_brands(self, language: str, category: str, listed: tuple[Option, ...]) -> None:
        """Remember which brands the page listed before any was searched."""
        _keep(self._brands, (language, category), listed)

    def brands(self, language: str, category: str) -> tuple[Option, ...]:
        return self._brands.get((language, category), ())


def _keep(known: OrderedDict[tuple[str, str], T], key: tuple[str, str], told: T) -> None:
    known[key] = told
    known.move_to_end(key)
    if len(known) > _MOST_KEPT:
        known.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a category brings: its fields that the page shows, and names of needed ones it lacks.

    `codes` are all that the site or the page names, in their order; `groups` the names of those
    fields that are groups of radios or boxes. `told` is the site's answer, `section` the parcel
    sizes: what a later look at the same page goes by.
    """

    codes: tuple[str, ...] = ()
    fields: tuple[OfferedField, ...] = ()
    missing: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()
    told: Told = field(default_factory=dict)
    section: Section = field(default_factory=Section)


@dataclass(slots=True)
class Chosen:
    """What is known since the category was chosen, and forgotten with it.

    `mark` is the place of that in the page's calls; `path` are the ids of the category's branches
    and its own, as far as they are known.
    """

    mark: int = 0
    path: tuple[str, ...] = ()
    no_isbn: bool = False
    pickers: dict[str, Picker] = field(default_factory=dict)


class FormPage:
    """The form's page, in the language and the money that it shows once it was opened."""

    def __init__(
        self, tab: Tab, market: Market, pack: Pack = NO_PACK, known: KnownFields | None = None
    ) -> None:
        self.tab = tab
        self.known = known or KnownFields()
        self.answers = Answers(tab.page)
        self.pack = pack
        self.offer = Offer()
        self.chosen = Chosen()
        self.speaking(market)

    def speaking(self, market: Market) -> None:
        """Take over the page's language."""
        self.market = market
        self.locators = Locators(self.language, self.pack)

    @property
    def language(self) -> str:
        return self.market.language or ""
