"""The 26 markets, and that nothing else passes for one."""

from decimal import Decimal

import pytest

from browser.market import Market, UnknownMarket
from browser.sites.vinted.fields.prices import shown, typed
from browser.sites.vinted.labels import labels
from browser.sites.vinted.markets import MARKETS, market_named, market_of, other_market

DOMAINS = [
    *("fr", "be", "lu", "es", "it", "de", "at", "nl", "pt", "lt", "lv", "ee", "si", "fi"),
    *("gr", "ie", "hr", "sk", "pl", "cz", "hu", "ro", "se", "dk", "co.uk", "com"),
]


def test_there_are_26_markets() -> None:
    assert set(MARKETS) == {f"www.vinted.{domain}" for domain in DOMAINS}


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_market_is_found_by_its_own_address(domain: str) -> None:
    origin = f"https://www.vinted.{domain}"
    market = market_of(origin)
    assert (market.origin, market.host) == (origin, f"www.vinted.{domain}")
    assert market_of(f"{origin}:443/items/new?x=1").origin == origin
    assert not market.loopback


@pytest.mark.parametrize(
    ("domain", "currency", "language", "separator", "least"),
    [
        ("fr", "EUR", "fr", ",", Decimal("1.00")),
        ("co.uk", "GBP", "en", ".", Decimal("1.00")),
        ("com", "USD", "en", ".", Decimal("1.00")),
        ("ie", "EUR", "en", ".", Decimal("1.00")),
        ("dk", "DKK", "da", ",", Decimal("8.00")),
        ("pl", "PLN", "pl", ",", None),
        ("ee", "EUR", "et", ",", Decimal("1.00")),
    ],
)
def test_money_and_language_of_a_market(
    domain: str, currency: str, language: str, separator: str, least: Decimal | None
) -> None:
    market = market_of(f"https://www.vinted.{domain}")
    assert (market.currency, market.language) == (currency, language)
    assert (market.decimal_separator, market.min_price) == (separator, least)


POINT = {"www.vinted.ie", "www.vinted.co.uk", "www.vinted.com"}
LABELLED = {f"www.vinted.{end}" for end in ("fr", "be", "lu", "de", "at", "ie", "co.uk", "com")}


@pytest.mark.parametrize("host", sorted(MARKETS))
def test_a_price_is_typed_the_way_of_its_market(host: str) -> None:
    market = MARKETS[host]
    assert market.decimal_separator == ("." if host in POINT else ",")
    text = typed(Decimal("24.50"), market.decimal_separator)
    assert text == ("24.50" if host in POINT else "24,50")
    assert shown(f"{text}\u00a0{market.currency}") == Decimal("24.50")
    assert len(market.language or "") == 2 and len(market.currency) == 3


def test_labels_are_known_where_the_market_speaks_french_german_or_english() -> None:
    assert {host for host, one in MARKETS.items() if labels(one.language or "")} == LABELLED


@pytest.mark.parametrize("host", sorted(MARKETS))
def test_a_market_is_looked_up_by_host_and_by_domain(host: str) -> None:
    bare = host.removeprefix("www.")
    for name in (host, bare, bare.removeprefix("vinted."), f"https://{host}", f" {host.upper()} "):
        assert market_named(name) is MARKETS[host]


def test_the_stand_in_is_looked_up_by_host_too() -> None:
    assert market_named("127.0.0.1:5001") == market_of("http://127.0.0.1:5001")


@pytest.mark.parametrize("name", ["", "xx", "vinted", "www.vinted.example", "evil.vinted.fr", "["])
def test_no_other_name_is_looked_up(name: str) -> None:
    with pytest.raises(UnknownMarket):
        market_named(name)


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://127.0.0.1:5001", "127.0.0.1:5001"),
        ("http://127.0.0.1", "127.0.0.1"),
        ("http://localhost:80/items/new", "localhost"),
        ("http://[::1]:5001", "[::1]:5001"),
    ],
)
def test_loopback_is_a_market_whose_language_is_read_off_the_page(origin: str, host: str) -> None:
    market = market_of(origin)
    assert market == Market(host, f"http://{host}", "EUR", loopback=True)
    assert market.language is None
    read = market.speaking("en-GB", "GBP")
    assert (read.language, read.currency, read.decimal_separator) == ("en", "GBP", ".")


@pytest.mark.parametrize(
    "origin",
    [
        "https://www.vinted.example",
        "https://vinted.fr.example",
        "https://www.vinted.fr.example",
        "https://evil.www.vinted.fr",
        "https://vinted.fr",
        "http://www.vinted.fr",
        "https://www.vinted.fr:8443",
        "https://www.vinted.fr@evil.example",
        "https://user:pass@www.vinted.fr",
        "https://127.0.0.1",
        "http://10.0.0.1",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://2130706433",
        "ftp://127.0.0.1",
        "https://[www.vinted.fr",
        "https://www.vinted.fr:port",
        "www.vinted.fr",
        "",
    ],
)
def test_nothing_else_is_a_market(origin: str) -> None:
    with pytest.raises(UnknownMarket):
        market_of(origin)
    assert issubclass(UnknownMarket, ValueError)


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("https://www.vinted.fr/items/new", None),
        ("https://www.vinted.de/", "www.vinted.de"),
        ("https://www.vinted.fr.example/", None),
        ("https://geo.captcha-delivery.com/captcha/", None),
        ("http://127.0.0.1:5001/", None),
        ("chrome-error://chromewebdata/", None),
        ("about:blank", None),
    ],
)
def test_only_an_address_of_another_market_is_evidence_of_one(
    address: str, there: str | None
) -> None:
    assert other_market("https://www.vinted.fr", address) == there
