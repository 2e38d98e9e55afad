"""What is remembered of the fields of categories: whose it is, for how long, and of how many."""

import pytest

from browser.listing import Listing, Option, Seller
from browser.sites.vinted.fields.form_page import KnownAccounts
from browser.sites.vinted.fields.selects import BrandSelect
from tests.browser.conftest import SharedChromium
from tests.browser.seller import Shop

DIESEL = (Option("161", "Diesel"),)


def seller(account: str = "anna", version: int = 1) -> Seller:
    return Seller(account, "https://www.vinted.fr", "UA", version, ())


def test_it_is_of_one_account_in_one_version_of_its_session() -> None:
    accounts = KnownAccounts()
    accounts.of(seller()).keep_brands("fr", "267", DIESEL)
    assert accounts.of(seller()).brands("fr", "267") == DIESEL
    for other in (seller("bert"), seller(version=2)):
        assert accounts.of(other).brands("fr", "267") == ()


def test_it_is_forgotten_after_six_hours_though_it_was_used() -> None:
    now = 0.0
    accounts = KnownAccounts(lambda: now)
    accounts.of(seller()).keep_brands("fr", "267", DIESEL)
    for hours, kept in ((3.0, DIESEL), (5.9, DIESEL), (6.0, ())):
        now = hours * 3600
        assert accounts.of(seller()).brands("fr", "267") == kept


def test_the_account_that_was_at_it_longest_ago_gives_way() -> None:
    accounts = KnownAccounts()
    for number in range(64):
        accounts.of(seller(str(number))).keep_brands("fr", "267", DIESEL)
    accounts.of(seller("0"))
    accounts.of(seller("another"))
    found = [bool(accounts.of(seller(name)).brands("fr", "267")) for name in ("0", "2", "1")]
    assert found == [True, True, False]


async def test_what_was_read_before_the_browser_was_gone_is_not_read_again(
    wide: Shop, hoodie: Listing, one_chromium: SharedChromium, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = BrandSelect.options
    asked = list[str | None]()

    async def noted(self: BrandSelect, words: str | None) -> tuple[Option, ...]:
        asked.append(words)
        return await read(self, words)

    monkeypatch.setattr(BrandSelect, "options", noted)
    for expected in ([None, "Diesel"], ["Diesel"]):
        await wide.prepare(hoodie)
        assert asked == expected
        asked.clear()
        await wide.chromium.close_account(wide.seller.account)
