"""What is said of a listing before anything is filled: what should be, and what should not."""

import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from browser.listing import Listing, PhotoFile, Price
from browser.sites.vinted.listing_lint import advice


def photo(number: int, digest: str) -> PhotoFile:
    return PhotoFile(str(number), Path("photo.jpg"), digest, 800, 600)


PLAIN = Listing(
    title="Hoodie Diesel noir",
    description="Très bon état, porté deux fois. Tailles 36 38 40 42 44 46. ISBN 9782070360024.",
    price=Price(Decimal("35.00"), "EUR"),
    category="Homme > Sweats",
    brand="Diesel",
    size="L",
    condition="bon",
    color="noir",
    photos=(photo(1, "a"), photo(2, "b")),
)


def codes(**changes: object) -> list[str]:
    return [each.code for each in advice(replace(PLAIN, **changes))]


def test_a_plain_listing_is_left_alone() -> None:
    assert advice(PLAIN, lowest=Decimal(1), highest=Decimal(9000)) == ()


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Hoodie Diesel 🔥", "emoji_in_title"),
        ("Hoodie Diesel ❤️", "emoji_in_title"),
        ("*** Hoodie Diesel ***", "symbols_in_title"),
        ("Hoodie Diesel !!!!", "symbols_in_title"),
        ("Pull", "title_short"),
        ("HOODIE DIESEL NOIR TAILLE L", "title_in_capitals"),
        ("HOODIE DIESEL noir", "title_in_capitals"),
        ("Hoodie aussi sur Leboncoin", "other_marketplace"),
    ],
)
def test_titles(title: str, code: str) -> None:
    assert codes(title=title) == [code]


@pytest.mark.parametrize(
    "title",
    [
        "Jean W32 L34 - Levi's (neuf) !",
        "T-shirt 100% coton & lin",
        "DIESEL L",
        "Été 2024",
        "Jupe ZARA TRF noire",
    ],
)
def test_titles_that_are_fine(title: str) -> None:
    assert codes(title=title, brand="") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Écrivez-moi : jeanne.dupont@exemple.fr", "contact_data"),
        ("jeanne (at) exemple.fr pour plus de photos", "contact_data"),
        ("Appelez le 06 12 34 56 78 le soir", "contact_data"),
        ("Appelez +33 6 12 34 56 78", "contact_data"),
        ("WhatsApp au besoin, réponse rapide", "contact_data"),
        ("Plus de photos sur www.exemple.fr/pull", "contact_data"),
        ("Suivez @friperie_jeanne pour la suite", "contact_data"),
        ("Vendu aussi sur eBay et Depop", "other_marketplace"),
        ("Bon état", "description_short"),
    ],
)
def test_descriptions(text: str, code: str) -> None:
    assert codes(description=text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Longueur 72 cm, largeur 54 cm, manches 61 cm, 350 g",
        "Acheté 120 euros en 2019, porté 3 fois depuis 2021",
        "Sac messenger en cuir, bandoulière réglable 60-120",
        "Code 3614270123456, modèle 00501-0101",
    ],
)
def test_numbers_are_not_taken_for_phones(text: str) -> None:
    assert codes(description=text) == []


def test_price_and_what_was_published_before() -> None:
    (low,) = advice(PLAIN, lowest=Decimal("40.00"))
    assert (low.code, low.field) == ("price_too_low", "price")
    (high,) = advice(PLAIN, highest=Decimal("30.00"))
    assert (high.code, high.field) == ("price_too_high", "price")
    (twin,) = advice(PLAIN, published_as="https://www.vinted.fr/items/1")
    assert (twin.code, twin.field) == ("published_before", None)


@pytest.mark.parametrize("title", ["Hoodie 🔥 noir", "*** Hoodie ***", "HOODIE DIESEL NOIR L"])
def test_what_the_site_refuses_in_titles_is_said_as_a_refusal(title: str) -> None:
    (found,) = advice(replace(PLAIN, title=title))
    assert "the site refuses" in found.detail.lower()


@pytest.mark.parametrize("word", ["a", "#zara #nike ", "imitation zara ", "used ", "pour ", "a@a "])
def test_a_long_text_takes_no_time(word: str) -> None:
    text = (word * 20_000)[:20_000]
    begun = time.process_time()
    advice(replace(PLAIN, title=text[:100], description=text, category="Parfum"))
    assert time.process_time() - begun < 5  # what grows with the square takes a minute
