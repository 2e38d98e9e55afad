"""What a yes is bound to."""

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from browser.listing import Advice, Listing, PhotoFile, Price

LISTING = Listing(
    title="Hoodie",
    description="Warm",
    price=Price(Decimal("24.5"), "EUR"),
    category="Homme > Sweats",
    brand="Diesel",
    size="L",
    condition="bon",
    color="noir",
    photos=(PhotoFile("p", Path("x"), "ab", 1, 1),),
    answers={"b": "1", "a": "2"},
)
APPROVED = "13e7b0542d784d6ad8227cafa232b68d7a1203563ebe5f881be0e18a7f72756d"
"""As the first releases wrote it into tokens and receipts."""


def test_the_digest_of_what_was_approved_stays() -> None:
    assert LISTING.digest() == APPROVED
    assert replace(LISTING, advice=(Advice("a", None, "b"),)).digest() == APPROVED
    assert replace(LISTING, answers={"a": "2", "b": "1"}).digest() == APPROVED
    assert replace(LISTING, price_as_given="24,5 €").digest() == APPROVED


def test_the_digest_changes_with_every_member_that_is_filled_in() -> None:
    changed = [
        replace(LISTING, title="Hoodies"),
        replace(LISTING, price=Price(Decimal("24.50"), "GBP")),
        replace(LISTING, material="coton"),
        replace(LISTING, unisex=False),
        replace(LISTING, photos=()),
        replace(LISTING, answers={}),
    ]
    assert len({each.digest() for each in (LISTING, *changed)}) == len(changed) + 1


def test_a_member_that_comes_later_counts_where_it_is_given() -> None:
    @dataclass(frozen=True, slots=True)
    class Later(Listing):
        pattern: str | None = None

    given = {name: getattr(LISTING, name) for name in Listing.__slots__}
    assert Later(**given).digest() == APPROVED
    assert Later(**given, pattern="rayures").digest() != APPROVED
