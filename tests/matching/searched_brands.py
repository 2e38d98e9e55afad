"""Independent writers' phrases for brands as the form reads them: a first list, then a search.

`scoring` asks what a phrase means on the first list alone, as a suggestion does. The site knows
every brand that a writer expects; like the site, it finds those in whose name the words are.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from browser.form.decider import Decider
from browser.listing import FieldName, Listing, Option, Price
from browser.matching.folding import compact
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.forms import fields, language_of, offered
from tests.matching.listing_scoring import LISTINGS, Listed, decided, more_brands
from tests.matching.scoring import ASK, Case, Outcome, Score, batch

_DRESS: Final = "1055"
"""A category whose form has brands."""


def score(name: str) -> Score:
    """How the brands of a batch are read."""
    return Score.of(outcome(case) for case in batch(name) if case.field == FieldName.BRAND)


def outcome(case: Case) -> Outcome:
    """Right, a needless question, or wrong without asking."""
    found = _found(case)
    wanted = {compact(name) for name in case.expected}
    names = {found.id, compact(found.label)} if found else {ASK}
    if wanted & names:
        return Outcome.RIGHT
    return Outcome.WRONG if found else Outcome.NEEDLESS


def _found(case: Case) -> Option | None:
    listing = Listing("", "", Price(Decimal(10), "EUR"), "", case.phrase, "", "", "")
    decider = Decider(listing, vocabulary_for(language_of(case.page)))
    field = next(each for each in fields(case.page, _DRESS) if each.name == FieldName.BRAND)
    picker = Listed(offered(FieldName.BRAND, case.page, _DRESS), (*more_brands(), *_expected()))
    chosen = decided(decider, picker, field)[0].option
    return chosen.option if chosen else None


@cache
def _expected() -> Sequence[Option]:
    """The brands that phrases of any batch are expected to be, and the first list lacks."""
    known = {compact(one.label) for one in (*offered("brand", "fr", _DRESS), *more_brands())}
    names = {
        compact(name): name
        for path in sorted(LISTINGS.glob("*.phrases.toml"))
        for case in batch(path.name.split(".")[0])
        for name in case.expected
        if case.field == FieldName.BRAND
        and not name.isdigit()
        and name not in {ASK, "open", "none"}
    }
    return tuple(
        Option(f"phrase:{run}", name) for run, name in sorted(names.items()) if run not in known
    )
