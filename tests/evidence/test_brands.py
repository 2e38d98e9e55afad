"""Brands in running text: the thing's own, not one that it is like or made for."""

import pytest

from browser.listing import Option
from browser.sell_form import CUSTOM_OPTION, NO_OPTION, FieldKind, OfferedField
from tests.evidence.reading import Page, choices, chosen, labels, listing

NAMED = [
    ("Auf gutem Grund", "Rock mit schwarzem Grund und Blümchen", "?"),
    ("Dog bed", "soft grey dog bed, washable", "?"),
    ("Kleid im Stil von Chanel", "", "?"),
    ("Satchel", "think Mulberry, but not branded", "Sans marque"),
    ("Robe", "je l'ai faite moi-même", "Sans marque"),
    ("Dress", "my nan made it", "Sans marque"),
    ("Dress", "I think Zara", "?"),
    ("Kleid No Name", "", "Sans marque"),
    ("Robe Zara portée avec mes Converse", "", "Zara"),
    ("ASOS skirt", "the docs in the picture are not included", "ASOS"),
    ("Pantalon sans plis Zara", "", "Zara"),
    ("Veste sans doublure homme Bershka", "", "Bershka"),
    ("Bottes fourrées", "pour garçon de chez Aigle, taille 28", "Aigle"),
    ("Coque pour téléphone Samsung", "", "?"),
    ("Bottes fille", "pour la neige Quechua, fourrées", "Quechua"),
    ("Trike", "works fine. Collection from Hull only.", "?"),
    ("Brooch", "not a known make as far as I can tell", "Sans marque"),
    ("Bettwäsche", "Marke steht nicht drauf", "Sans marque"),
    ("Black dress", "not only beautiful but comfy", "?"),
    ("Tasche", "keine echte Gucci, vom Markt", "Sans marque"),
    ("Sac style Chanel", "ce n'est pas un vrai Chanel", "Sans marque"),
    ("Charms", "fits Pandora bracelets, not from Pandora", "Sans marque"),
    ("Jeans", "not Levi's, these are Primark", "Primark"),
    ("Skirt", "no maker's name inside", "Sans marque"),
    ("Rock", "kein Markenetikett drin", "Sans marque"),
    ("Coat", "warm lining, from Next", "Next"),
    ("Trousers", "too long for me too, by Zara", "Zara"),
    ("Jean skinny noir Bershka T36", "", "Bershka"),
    ("jean pull and bear XS", "", "Pull & Bear"),
    ("Rotes Kleid s.Oliver", "", "S.Oliver"),
    ("Anzug dunkelgrau", "S.Oliver Black Label, Sakko und Hose", "S.Oliver"),
    ("Maillot 2 pieces nabaiji", "", "Nabaiji"),
    ("Chemise à carreaux de Jules", "Mon fils Jules ne la met plus", "?"),
    ("Jupe fille Sergent Major", "", "Sergent Major"),
    ("T-Shirt", "Damen XS, weiß, aus der Mango Filiale", "Mango"),
    ("Pulli", "von Vero Moda oder Pimkie, weiß nicht mehr", "?"),
    ("Next floral midi dress", "", "Next"),
    ("Jupe", "jolie jupe Mango portée deux fois", "Mango"),
    ("Robe Zara?", "", "?"),
    ("Coque silicone", "Pas une coque de marque", "Sans marque"),
    ("Robe Zara noire", "avec mes Vans c'était parfait", "Zara"),
    ("Penneys fleece", "", "Primark"),
    ("Air force 1 blanches", "", "Nike"),
    ("IPHONE 12 128 go", "", "Apple"),
    ("Coque compatible iphone 12", "", "?"),
    ("Coque iphone 12 silicone", "", "?"),
    ("Robe style Zara", "", "?"),
    ("Tasche im Chanel Stil", "", "?"),
    ("Sac Chanel-Look", "", "?"),
    ("Robe", "ressemble à du Zara", "?"),
    ("Vase bleu", "céramique, ni signature ni marque dessous", "Sans marque"),
    ("Robe style Zara", "sans marque, taille L", "Sans marque"),
    ("Maxi jupe", "Marque inconnue (étiquette coupée)", "Sans marque"),
    ("Gloves", "as new. No brand", "Sans marque"),
    ("Plisseerock", "wie neu. Marke: keine", "Sans marque"),
    ("Jupe", "neuve sans étiquette", "?"),
    ("Robe Mango fleurie", "", "Mango"),
    ("robe couleur mangue", "", "?"),
    ("Table basse", "en bois de mango", "?"),
    ("Jeans Only skinny", "", "ONLY"),
    ("Pulli only worn once", "", "?"),
    ("Pulli only", "", "?"),
    ("Robe Zara je crois", "", "?"),
    ("Laufhose", "sportlich mit viel Esprit, sehr gut", "?"),
    ("Esprit Strickjacke", "", "Esprit"),
    ("Guess what's in my wardrobe", "", "?"),
    ("Parfum Guess femme", "", "GUESS"),
    ("Next jumper", "", "Next"),
    ("sweat a capuche gap", "", "GAP"),
    ("Jumper", "grey knitted jumper from gap, size m", "GAP"),
    ("T-shirt", "Esprit oder Edc, weiß nicht genau", "?"),
    ("Pulli only", "Only a sweater, marke weiß ich nicht", "?"),
    ("Baskets", "taches claires, ça va, ca. 5x getragen", "?"),
    ("Ticket to Ride", "", "?"),
    ("T-shirt Pokémon", "taille 10 ans, H&M", "H&M"),
    ("Carte pokemon", "set 151", "Pokémon"),
    ("Doudoune Decathlon", "Marque Quechua", "Quechua"),
    ("Robe", "achetée chez Zalando", "?"),
    ("Black dress Zara", "selling this ASOS dress", "?"),
    ("Bague labradorite", "la pierre est intacte, pas de marque", "Sans marque"),
    ("Gros pull tricoté par ma mamie", "fait main", "Sans marque"),
    ("Handgestrickte Socken", "", "Sans marque"),
    ("Pull Zara", "les boutons sont cousus main", "Zara"),
    ("Robe lilas", "soit Mango soit Zara", "?"),
    ("Parfum Guess femme", "j'ajoute un échantillon de Zara", "GUESS"),
    ("Cuir, vintage, sport", "made in italy", "?"),
]


@pytest.mark.parametrize(("title", "description", "wanted"), NAMED)
def test_a_brand_is_the_things_own(title: str, description: str, wanted: str) -> None:
    assert labels(choices("brand", listing(title, description))) == wanted


def test_another_brand_than_the_given_one_is_a_question_with_both() -> None:
    (choice,) = choices("brand", listing("Robe Mango fleurie", brand="Zara"))
    assert [one.option.label for one in choice.alternatives[:2]] == ["Zara", "Mango"]
    assert [(one.source, one.words) for one in choice.evidence] == [
        ("field", "Zara"),
        ("title", "Mango"),
    ]


def test_a_name_that_may_be_a_word_contradicts_a_given_brand() -> None:
    said = listing("Robe mango taille M", "couleur mangue", brand="Kiabi")
    (choice,) = choices("brand", said)
    assert [one.option.label for one in choice.alternatives[:2]] == ["Kiabi", "Mango"]


@pytest.mark.parametrize(
    ("title", "brand"), [("Doudoune Decathlon", "Quechua"), ("Robe style Mango", "Zara")]
)
def test_a_line_or_a_likeness_contradicts_no_brand(title: str, brand: str) -> None:
    assert choices("brand", listing(title, brand=brand))[0].option


BRAND = OfferedField("brand", FieldKind.ONE, required=True, searched=True)
FIRST = (Option(NO_OPTION, "Sans marque"), Option("12", "Zara"))
LATER = (
    Option("7", "Yonex"),
    Option("8", "Le Creuset"),
    Option("9", "Diesel"),
    Option("10", "Lego"),
    Option("11", "Sony"),
    Option("13", "Brooks"),
    Option("14", "Nintendo"),
)


@pytest.mark.parametrize(
    ("title", "description", "searched"),
    [
        ("Raquette Yonex", "", "Yonex"),
        ("Cocotte", "marque Le Creuset", "Le Creuset"),
        ("LEGO Technic Dodge Charger", "", "Lego"),
        ("Manette rouge", "Coque avec traces. Manette officielle Sony.", "Sony"),
        ("brooks ghost 14 mens", "", "Brooks"),
        ("Mario Kart 8 Deluxe Switch", "", "Nintendo"),
    ],
)
def test_a_brand_that_the_first_list_lacks_is_searched_before_asking(
    title: str, description: str, searched: str
) -> None:
    page = Page(FIRST, LATER)
    assert labels(chosen(page, BRAND, listing(title, description))) == searched
    assert page.searched == [searched]


@pytest.mark.parametrize(("given", "wanted"), [("Diesel denim", "Diesel"), ("yonnex", "Yonex")])
def test_a_given_name_is_searched_as_it_is_properly_written(given: str, wanted: str) -> None:
    assert labels(chosen(Page(FIRST, LATER), BRAND, listing("Lot", brand=given))) == wanted


def test_a_near_name_is_a_question_with_the_near_one_first() -> None:
    (choice,) = chosen(Page(FIRST, LATER), BRAND, listing("Lot", brand="Diesl"))
    ids = [one.option.id for one in choice.alternatives]
    assert (choice.option, ids) == (None, ["9", CUSTOM_OPTION, NO_OPTION])


def test_a_brand_that_is_not_found_is_asked_with_the_ways_out_last() -> None:
    (choice,) = chosen(Page(FIRST, LATER), BRAND, listing("Lot", brand="Zorglub"))
    ways_out = [one.option.id for one in choice.alternatives[-2:]]
    assert (choice.option, ways_out) == (None, [CUSTOM_OPTION, NO_OPTION])


def test_the_name_that_a_given_one_begins_is_the_whole_of_it() -> None:
    (choice,) = choices("brand", listing("pull tommy hilfiger", brand="tommy"))
    assert labels([choice]) == "Tommy Hilfiger"
    (choice,) = choices("brand", listing("pull tommy hilfiger et zara", brand="tommy"))
    assert choice.option is None
