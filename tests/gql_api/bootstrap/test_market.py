"""Which markets a session may be of: the one that the service drives, by every name it gives it."""

import pytest

from browser.sites.vinted.marketplace import MARKETPLACE
from gql_api.bootstrap.market import capabilities, session_markets, standin_address
from gql_api.settings import load_settings

LOOPBACK = "http://127.0.0.1:5001"


def test_the_market_that_the_service_names_is_taken_back() -> None:
    named = capabilities(load_settings({}), LOOPBACK, MARKETPLACE).market
    markets = session_markets(LOOPBACK, MARKETPLACE)
    assert named == "127.0.0.1:5001"
    assert markets.origin_of(named) == LOOPBACK
    assert markets.origin_of(LOOPBACK) == LOOPBACK


@pytest.mark.parametrize("other", ["www.vinted.fr", "127.0.0.1:5002", "localhost:5001", "ebay.fr"])
def test_beside_a_loopback_market_no_other_counts(other: str) -> None:
    with pytest.raises(ValueError, match="only sessions for"):
        session_markets(LOOPBACK, MARKETPLACE).origin_of(other)


@pytest.mark.parametrize("other", ["127.0.0.1:5001", LOOPBACK, "ebay.fr"])
def test_the_real_site_has_no_loopback_market_beside_it(other: str) -> None:
    with pytest.raises(ValueError, match="loopback"):
        session_markets("https://www.vinted.fr", MARKETPLACE).origin_of(other)


@pytest.mark.parametrize("given", [LOOPBACK, f"{LOOPBACK}/", "127.0.0.1:5001/"])
def test_a_name_may_end_with_a_slash(given: str) -> None:
    assert session_markets(LOOPBACK, MARKETPLACE).origin_of(given) == LOOPBACK


def test_a_market_of_the_site_goes_by_its_host_and_its_address() -> None:
    markets = session_markets("https://www.vinted.fr", MARKETPLACE)
    assert markets.origin_of("www.vinted.de") == "https://www.vinted.de"
    assert markets.origin_of("https://www.vinted.de") == "https://www.vinted.de"


@pytest.mark.parametrize(("ours", "standin"), [("5000", 5001), ("5059", 5062), ("5060", 5062)])
def test_the_stand_in_is_on_the_next_port_that_a_browser_opens(ours: str, standin: int) -> None:
    settings = load_settings({"MOCK_MODE": "true", "PORT": ours})
    assert standin_address(settings) == f"http://127.0.0.1:{standin}"


def test_behind_the_last_port_any_free_one_is_the_stand_ins() -> None:
    settings = load_settings({"MOCK_MODE": "true", "PORT": "65535"})
    assert standin_address(settings) != "http://127.0.0.1:65536"
