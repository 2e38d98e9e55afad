"""Other attributes in running text: storage, platform, SIM lock, length, language, numbers."""

import pytest

from browser.form.decider import Decider
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.evidence.reading import choices, labels, listing

LISTED = [
    ("internal_memory_capacity", "IPHONE 12 128 go noir", "", "128 Go"),
    ("internal_memory_capacity", "MacBook Air M1 8gb 256gb", "", "256 Go"),
    ("internal_memory_capacity", "Dell laptop 16GB RAM", "", "?"),
    ("memory_ram", "MacBook Air M1 8gb 256gb", "", "8 Go"),
    ("memory_ram", "Dell laptop 16GB RAM", "", "16 Go"),
    ("internal_memory_capacity", "Galaxy S21", "très bon état. 128", "128 Go"),
    ("internal_memory_capacity", "Galaxy S21", "portée 128 fois", "?"),
    ("language_book", "Le petit prince", "ISBN 9782070612758", "Français"),
    ("sim_lock", "iPhone", "débloqué tout opérateur", "Débloqué"),
    ("sim_lock", "iPhone", "Ohne Simlock", "Débloqué"),
    ("sim_lock", "iPhone", "très bon état", "?"),
    ("video_game_platform", "FIFA 23", "PS5 Spiel", "PlayStation 5"),
    ("video_game_platform", "super nintendo + 2 manettes", "", "Super Nintendo"),
    ("video_game_platform", "xbox one controller", "", "Xbox One"),
    ("video_game_platform", "Jeu PS4 / PS5", "", "?"),
    ("video_game_ratings", "Zelda", "age rating 12", "PEGI 12"),
    ("video_game_ratings", "FIFA", "USK 0", "?"),
    ("skirt_length", "Mini jupe en jean", "", "Mini"),
    ("skirt_length", "Jupe plissée mi-longue", "", "Midi"),
    ("skirt_length", "Maxi jupe longue", "", "Longue"),
    ("skirt_length", "Jupe trapèze", "", "?"),
    ("language_book", "Manga", "5 tomes en français", "Français"),
    ("language_book", "Roman", "traduit de l'anglais, en français", "Français"),
    ("charger_included", "Laptop", "mit Ladegerät", "Oui"),
    ("charger_included", "Laptop", "Charger not included", "Non"),
    ("department", "Montre homme", "", "Hommes"),
    ("department", "Jupe", "pour femme, cadeau de mon homme", "Femmes"),
    ("department", "Uhr", "Damen oder Herren", "?"),
    ("department", "Montre", "cadeau pour ma femme", "?"),
    ("kid_age", "Lego", "Für Kinder ab 8 Jahre", "6 ans et plus"),
    ("kid_age", "Duplo", "ab 2 Jahre", "1-3 ans"),
]


@pytest.mark.parametrize(("field", "title", "description", "wanted"), LISTED)
def test_an_attribute_is_what_is_said(
    field: str, title: str, description: str, wanted: str
) -> None:
    assert labels(choices(field, listing(title, description))) == wanted


@pytest.mark.parametrize(
    ("field", "title", "description", "wanted"),
    [
        ("isbn", "Harry Potter", "ISBN 978-3-551-55167-2", "9783551551672"),
        ("isbn", "Lot", "9783551551672 et 9782070360245", None),
        ("model", "IPHONE 12 128 go", "", "iPhone 12"),
        ("model", "Samsung galaxy a52", "", "Galaxy A52"),
        ("model", "Coque pour iphone 12", "", None),
        ("measurement_width", "Pull", "largeur : 52 cm", "52"),
        ("measurement_length", "Pull", "longueur 60 cm", "60"),
    ],
)
def test_what_is_typed_is_typed_where_it_is_said_once(
    field: str, title: str, description: str, wanted: str | None
) -> None:
    mention = Decider(listing(title, description), vocabulary_for("fr")).typed(field)
    assert (mention.words if mention else None) == wanted
