"""What the parts of the form share: its page, and what is known of the category chosen there."""

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from browser.listing import Option, Seller
from browser.market import Market
from browser.page.tab import Tab
from browser.sell_form import OfferedField, Picker
from browser.sites.vinted.answers import Answers
from browser.sites.vinted.fields.parcels import Section
from browser.sites.vinted.locators import Locators
from browser.sites.vinted.packs import NO_PACK, Pack

_MOST_KEPT: Final = 64
"""Categories whose fields are remembered for an account."""
_MOST_ACCOUNTS: Final = 64
_KEPT_SECONDS: Final = 6 * 3600.0
"""So long the fields are remembered at most, however often they are used."""

T = TypeVar("T")
K = TypeVar("K")

Told = Mapping[str, Mapping[str, Any]]
"""The fields of a category by their codes, each with what the site says of it, if anything."""


class KnownFields:
    """What the site has told one account of the fields of categories, in each language.

    Of an account, since the site moves accounts to a newer tree one by one. A form that is filled
    goes by the page all the same. What was told longest ago gives way.
    """

    def __init__(self, since: float = 0.0) -> None:
        self.since = since
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


class KnownAccounts:
    """The `KnownFields` of accounts, each in one version of its session.

    They outlive the account's browser: a form that is begun anew has nothing to ask twice. The
    account that was at it longest ago gives way.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._of: OrderedDict[tuple[str, int], KnownFields] = OrderedDict()

    def of(self, seller: Seller) -> KnownFields:
        key, now = (seller.account, seller.version), self._clock()
        known = self._of.get(key)
        if known is None or now - known.since >= _KEPT_SECONDS:
            known = KnownFields(now)
        _keep(self._of, key, known, most=_MOST_ACCOUNTS)
        return known


def _keep(known: OrderedDict[K, T], key: K, told: T, *, most: int = _MOST_KEPT) -> None:
    known[key] = told
    known.move_to_end(key)
    if len(known) > most:
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
