"""What the parts of the form share: its page, and what is known of the category chosen there."""

from dataclasses import dataclass, field

from browser.market import Market
from browser.page.tab import Tab
from browser.sell_form import Picker
from browser.sites.vinted.answers import Answers
from browser.sites.vinted.fields.offered_fields import Offer
from browser.sites.vinted.locators import Locators
from browser.sites.vinted.packs import NO_PACK, Pack


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
