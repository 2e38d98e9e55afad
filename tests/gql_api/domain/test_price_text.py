"""Prices as people write them: what is certain is read, what reads two ways is asked about."""

import pytest

from gql_api.domain.price_text import decimal_text


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("35", "35"),
        ("35.50", "35.50"),
        ("35,5", "35.5"),
        ("35,50 €", "35.50"),
        (" 35,50\u00a0€ ", "35.50"),
        ("0,50", "0.50"),
        ("1 000", "1000"),
        ("1\u202f000,50", "1000.50"),
        ("1'000.50", "1000.50"),
        ("1.000,50", "1000.50"),
        ("1,000.50", "1000.50"),
        ("1.000.000", "1000000"),
        ("1'000'000,00", "1000000.00"),
    ],
)
def test_what_is_certain_is_read(written: str, read_as: str) -> None:
    assert decimal_text(written) == read_as


@pytest.mark.parametrize("written", ["1.000", "1,000", "12.500", "35.555"])
def test_what_reads_two_ways_is_refused_with_both(written: str) -> None:
    whole, rest = written.replace(",", ".").split(".")
    with pytest.raises(ValueError, match=f"as {whole}{rest} and as {whole}.{rest}:"):
        decimal_text(written)


@pytest.mark.parametrize(
    "written",
    [
        *("", "€", "-5", "+5", "1e3", "1_000", "035", "00,50", "35,", ",50", "1.00.00", "1,00,000"),
        *("1 000'000", "35\u3000€", "\x1c35", "35€€"),
        *("35 EUR", "35euros", "35.5555", "0.500", "1 00", "10 0000", "35 50", "1.000,555"),
        *("\u0663\u0665", "\uff13\uff15"),  # Arabic-Indic and full-width digits
    ],
)
def test_what_is_no_price_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="give a number"):
        decimal_text(written)
