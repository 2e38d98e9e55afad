"""Headings are told without what is secret in them."""

import pytest

from browser.page.redaction import masked


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Votre session a été bloquée", "Votre session a été bloquée"),
        ("  Ta session\n a été   bloquée ", "Ta session a été bloquée"),
        ("Bonjour marie.d, vérifie ton compte", "Bonjour …, vérifie ton compte"),
        ("Bonjour MARIE.D !", "Bonjour … !"),
        ("Un code a été envoyé à m.d+x@mail.example.org", "Un code a été envoyé à …"),
        ("Code envoyé au +33 6 12 34 56 78", "Code envoyé au …"),
        ("Ta carte 4970 1012 3456 7890 est refusée", "Ta carte … est refusée"),
        ("Ta carte **** **** **** 7890", "Ta carte **** **** **** …"),
        ("Adresse 203.0.113.77 bloquée", "Adresse … bloquée"),
        ("Adresse 2001:db8:0:1:: bloquée", "Adresse … bloquée"),
        ("ID 5d3e1f7a-0b52-4c8e-9f57-2a1b3c4d5e6f", "ID …"),
        ("429 Too Many Requests", "429 Too Many Requests"),
        ("au moins 3 photos", "au moins 3 photos"),
        ("x" * 900, "x" * 200),
        ("", None),
        (None, None),
    ],
)
def test_what_is_secret_is_masked(heading: str | None, told: str | None) -> None:
    assert masked(heading, ["marie.d", None]) == told


def test_a_login_inside_another_word_is_no_login() -> None:
    assert masked("Annonce", ["anno"]) == "Annonce"
