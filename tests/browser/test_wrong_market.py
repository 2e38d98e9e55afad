"""A site that sends the session on to another of its markets: named on evidence, never filled."""

import pytest

from browser.errors import SiteUnavailable, WrongMarket
from browser.listing import Listing, SessionState
from browser.standin import Standin
from tests.browser.seller import Shop

NO_MARKET = "http://market.invalid"


@pytest.fixture
def german(markets: dict[str, Standin]) -> Standin:
    """Another market, with a sell form of its own."""
    markets["de"].state.reset()
    return markets["de"]


def _host(standin: Standin) -> str:
    return standin.url.removeprefix("http://")


async def test_a_session_that_is_sent_on_to_another_market_is_named(
    wide: Shop, german: Standin
) -> None:
    wide.faults(other_market=german.url)
    check = await wide.driver.check_session(wide.seller)
    assert (check.state, check.reason) == (SessionState.WRONG_MARKET, f"sent to {_host(german)}")


async def test_the_form_of_another_market_is_not_filled(
    either: Shop, hoodie: Listing, german: Standin
) -> None:
    either.faults(other_market=german.url)
    with pytest.raises(WrongMarket) as caught:
        await either.prepare(hoodie)
    assert caught.value.there == _host(german)
    assert not (german.state.photos or german.state.items)
    assert either.chromium.open_pages == 0


async def test_an_address_of_no_market_is_no_evidence(wide: Shop, hoodie: Listing) -> None:
    wide.faults(other_market=NO_MARKET)
    check = await wide.driver.check_session(wide.seller)
    assert check.state is SessionState.UNKNOWN
    with pytest.raises(SiteUnavailable):
        await wide.prepare(hoodie)
