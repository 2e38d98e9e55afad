"""Which markets a session may be of: the one that the service drives, by every name it gives it."""

import pytest

from browser.sites.vinted.marketplace import MARKETPLACE
from gql_api.bootstrap.market import session_markets

LOCAL = "http://127.0.0.1:5076"


@pytest.mark.parametrize("given", [LOCAL, "127.0.0.1:5076", "127.0.0.1:5076/"])
def test_a_market_on_loopback_goes_by_the_name_that_answers_give_it(given: str) -> None:
    assert session_markets(LOCAL, MARKETPLACE).origin_of(given) == LOCAL


@pytest.mark.parametrize("given", ["www.vinted.fr", "127.0.0.1:5077", "http://localhost:5076"])
def test_beside_a_market_on_loopback_no_other_counts(given: str) -> None:
    with pytest.raises(ValueError):
        session_markets(LOCAL, MARKETPLACE).origin_of(given)


def test_a_market_of_the_site_goes_by_its_host_and_its_address() -> None:
    markets = session_markets("https://www.vinted.fr", MARKETPLACE)
    assert markets.origin_of("www.vinted.de") == "https://www.vinted.de"
    assert markets.origin_of("https://www.vinted.de") == "https://www.vinted.de"
    with pytest.raises(ValueError, match="loopback"):
        markets.origin_of("127.0.0.1:5076")
