"""What the parts of the form share: its page, and what is known of the category chosen there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from browser.market import Market
from browser.page.tab import Tab
from browser.sell_form import OfferedField, Picker
from browser.sites.vinted.answers import Answers
from browser.sites.vinted.fields.parcels import Section
from browser.sites.vinted.locators import Locators
from browser.sites.vinted.packs import NO_PACK, Pack


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
    told: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
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

    def __init__(self, tab: Tab, market: Market, pack: Pack = NO_PACK) -> None:
        self.tab = tab
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
