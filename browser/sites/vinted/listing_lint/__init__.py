"""What a seller should look at before anything is filled: words, price and photos of a listing.

Pure functions over a listing, by what the site refuses or hides; they refuse nothing themselves
and open nothing. What was published before is known by the caller. Brands and hashtags are
`brands`', what may not be sold `goods`', photos `photos`'.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from browser.listing import Advice, FieldName, Listing
from browser.messages import Message
from browser.sites.vinted.listing_lint import brands, goods, photos

_SHORTEST_TITLE: Final = 5
_SHORTEST_DESCRIPTION: Final = 15
"""The site publishes no floor, and none was seen refused (looked for on 2026-11-29): both are ours,
by what a buyer cannot do without."""
_SHOUTED: Final = 12
_CAPITALS: Final = 0.5
"""Titles with too many capitals are refused: .es, 2026, and .de, 2026-08 ("Überschrift enthält zu
viele Großbuchstaben"), second-hand, two sources, L.

The threshold is said to be low and is not known: on .de a title with 27 of 100 letters in capitals
was refused for its model number, one with 31 of 100 was taken. Half of a title of some length is
ours: short ones are a brand's name often enough.
"""
_SYMBOL_RUN: Final = re.compile(r"([^\w\s])\1{2,}|[^\w\s.,;:!?()'\"&%/+-]{2,}")
_EMOJI: Final = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\U000e0020-\U000e007f\ufe0f\u20e3]"
)
_MAIL: Final = re.compile(
    # The part before the @ has at most 64 signs (RFC 5321), and is tried from its beginning alone.
    r"(?<![\w.+-])[\w.+-]{1,64}\s*(?:@|\(at\)|\[at\])\s*[\w-]+\s*(?:\.|\(dot\))\s*\w{2,}",
    re.I,
)
_ADDRESS: Final = re.compile(
    r"\b(?:https?://|www\.)\S+|\b[\w-]{3,}\.(?:com|fr|de|it|es|net|org)\b", re.I
)
_HANDLE: Final = re.compile(r"(?<!\w)@[A-Za-z_][\w.]{2,}")
_PHONE: Final = re.compile(
    # Rows of sizes (36 38 40 42 44) and bar codes are digits, too: a number begins with 0 or +.
    r"(?<![\w.,-])(?:(?:\+|00)[1-9]\d?(?:[ .\-/]?\d){8,11}|0[1-9](?:[ .\-/]?\d){7,10})(?![\w-])"
)
_MESSENGERS: Final = re.compile(
    r"\b(?:whats\s?app|telegram|snap(?:chat)?|insta(?:gram)?|tik\s?tok)\b", re.I
)
_MARKETPLACES: Final = re.compile(
    r"\b(?:le\s?bon\s?coin|e-?bay|depop|wallapop|vestiaire\s+collective|facebook\s+marketplace"
    r"|marktplaats|kleinanzeigen|shpock|olx|poshmark|mercari|grailed|rakuten|etsy"
    r"|subito\.it|sellpy|milanuncios|2ememain|ricardo\.ch)\b",
    re.I,
)


def advice(
    listing: Listing,
    *,
    lowest: Decimal | None = None,
    highest: Decimal | None = None,
    published_as: str | None = None,
) -> tuple[Advice, ...]:
    """What should be looked at, in the order of the form.

    `lowest` and `highest` are the prices that the market is known to take; `published_as` is the
    address at which the account has published the same content before.
    """
    return (
        *photos.advise(listing.photos),
        *_title(listing.title),
        *_description(listing.description),
        *_strangers(FieldName.TITLE, listing.title),
        *_strangers(FieldName.DESCRIPTION, listing.description),
        *brands.advise(listing),
        *goods.advise(listing),
        *_price(listing, lowest, highest),
        *_twin(published_as),
    )


def _title(title: str) -> Iterator[Advice]:
    if _EMOJI.search(title):
        detail = "The site refuses emoji in titles: take them out."
        yield Advice("emoji_in_title", FieldName.TITLE, detail)
    elif _SYMBOL_RUN.search(title):
        detail = "The site refuses rows of symbols in titles: take them out."
        yield Advice("symbols_in_title", FieldName.TITLE, detail)
    if len(title) < _SHORTEST_TITLE:
        detail = "The title is very short: name what it is, its brand or its colour."
        yield Advice("title_short", FieldName.TITLE, detail)
    letters = [sign for sign in title if unicodedata.category(sign) in ("Lu", "Ll")]
    capitals = sum(map(str.isupper, letters))
    if len(letters) >= _SHOUTED and capitals > len(letters) * _CAPITALS:
        detail = (
            "The title is in capitals: the site refuses too many of them. Write it in small "
            "letters."
        )
        yield Advice("title_in_capitals", FieldName.TITLE, detail)


def _description(description: str) -> Iterator[Advice]:
    if len(description) < _SHORTEST_DESCRIPTION:
        detail = "The description is very short: say what a buyer cannot see in the photos."
        yield Advice("description_short", FieldName.DESCRIPTION, detail)


def _strangers(name: FieldName, text: str) -> Iterator[Advice]:
    """Ways around the site, which its rules forbid in a listing."""
    if any(found.search(text) for found in (_MAIL, _ADDRESS, _HANDLE, _PHONE, _MESSENGERS)):
        detail = Message(
            "The {name} seems to hold contact data or a link: the site may hide it.", name=name
        )
        yield Advice("contact_data", name, detail)
    if found := _MARKETPLACES.search(text):
        detail = Message(
            "The {name} names another marketplace ({marketplace}): the site may hide it.",
            name=name,
            marketplace=found[0],
        )
        yield Advice("other_marketplace", name, detail)


def _price(listing: Listing, lowest: Decimal | None, highest: Decimal | None) -> Iterator[Advice]:
    price = listing.price
    if lowest is not None and price.amount < lowest:
        detail = Message(
            "The site takes no price below {lowest} {currency}.",
            lowest=lowest,
            currency=price.currency,
        )
        yield Advice("price_too_low", FieldName.PRICE, detail)
    if highest is not None and price.amount > highest:
        detail = Message(
            "The site takes no price above {highest} {currency}.",
            highest=highest,
            currency=price.currency,
        )
        yield Advice("price_too_high", FieldName.PRICE, detail)


def _twin(published_as: str | None) -> Iterator[Advice]:
    if published_as is not None:
        detail = Message("The same listing was published before: {address}", address=published_as)
        yield Advice("published_before", None, detail)
