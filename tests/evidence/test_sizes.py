"""Sizes in running text: behind a word for size, as an age, a measure, or in a title."""

import pytest

from tests.evidence.reading import (
    BEDDING,
    BOYS_FOOTBALL,
    BRAS,
    CARRIERS,
    CURTAINS,
    DRESSES,
    GIRLS_COATS,
    HOODIES,
    JEANS,
    RINGS,
    TRAINERS,
    choices,
    labels,
    listing,
)

SAID = [
    ("fr", DRESSES, "robe mango taille s", "", "S"),
    ("fr", DRESSES, "Robe", "elle est en 42", "FR 42"),
    ("fr", DRESSES, "Robe", "marquée 44", "FR 44"),
    ("fr", TRAINERS, "Baskets", "du 38, portées deux fois", "38"),
    ("fr", GIRLS_COATS, "Manteau bébé 18m", "", "12-18 mois / 80-86 cm"),
    ("fr", GIRLS_COATS, "Manteau", "116 cm, bien chaud", "6 ans / 110-116 cm"),
    ("fr", GIRLS_COATS, "Lot manteaux", "2 en 5 ans et 1 en 6 ans", "?"),
    ("en", DRESSES, "Floral dress, medium", "", "M"),
    ("en", DRESSES, "Floral dress", "it's a 10 but comes up small", "UK 10"),
    ("en", DRESSES, "Floral dress", "marked as a 12", "UK 12"),
    ("en", DRESSES, "Floral dress", "size on label is 14", "UK 14"),
    ("en", DRESSES, "Floral dress", "it says L inside", "L"),
    ("en", GIRLS_COATS, "Girls coat 4-5y", "", "5 years / 110 cm"),
    ("en", GIRLS_COATS, "Home shirt 07/08", "", "?"),
    ("en", TRAINERS, "Running shoes UK7", "7 uk / 41 eu, used for 5 a side", "7"),
    ("en", TRAINERS, "Court shoes wide", "worn once. UK 5 1/2, wide fitting", "5.5"),
    ("en", GIRLS_COATS, "HUGE girls bundle 14 items", "", "?"),
    ("en", DRESSES, "T.M.Lewin white shirt", "", "?"),
    ("en", BEDDING, "King size duvet cover", "", "King"),
    ("en", BEDDING, "Fitted sheet for a double bed", "", "?"),
    ("en", BEDDING, "Double duvet", "", "Double"),
    ("fr", DRESSES, "Pull", "étiquette L mais coupe large", "L"),
    ("fr", TRAINERS, "Baskets", "elles sont belles, c'est du 40.", "40"),
    ("fr", TRAINERS, "Baskets", "c'est du 40 cm de haut", "?"),
    ("en", GIRLS_COATS, "Coat 9-10 years 140cm", "", "10 years / 140 cm"),
    ("fr", DRESSES, "tunique desigual L", "", "L"),
    ("fr", DRESSES, "legging 7/8 xs", "", "XS"),
    ("fr", DRESSES, "Robe Promod", "taille M, très bon état", "M"),
    ("fr", DRESSES, "robe d'été zara T S", "", "S"),
    ("fr", DRESSES, "Jean taille haute", "taille 38", "FR 38"),
    ("fr", DRESSES, "Manteau", "Taille S indiquée, taille comme un M", "S"),
    ("fr", DRESSES, "Jupe", "élastique à la taille, je fais du 38", "?"),
    ("fr", DRESSES, "Sarouel", "élastique, va à tout le monde, TU.", "Taille unique"),
    ("fr", DRESSES, "Sarouel", "si tu veux plus de photos", "?"),
    ("en", DRESSES, "TU floral dress UK 14", "", "UK 14"),
    ("en", DRESSES, "Floral dress", "from TU. Size 12", "UK 12"),
    ("fr", DRESSES, "Robe", "ETIQUETTES DE PRIX DESSUS. TAILLE M", "M"),
    ("fr", DRESSES, "Robe", "taille 4, équivaut à un L", "L"),
    ("fr", DRESSES, "Haut taille haute", "", "?"),
    ("fr", DRESSES, "Robe fluide", "trop petite pour moi", "?"),
    ("fr", TRAINERS, "Baskets p. 39", "", "39"),
    ("fr", TRAINERS, "Baskets", "pointure 38, talon 7 cm", "38"),
    ("fr", TRAINERS, "Nike Air Max 90", "", "?"),
    ("fr", TRAINERS, "Sneaker Nike 41", "", "41"),
    ("fr", GIRLS_COATS, "Manteau 12 ans fille", "", "12 ans / 146-152 cm"),
    ("fr", GIRLS_COATS, "Manteau", "ma fille a 12 ans maintenant", "?"),
    ("fr", GIRLS_COATS, "Manteau 6 ans / 8 ans", "", "?"),
    ("fr", GIRLS_COATS, "Manteau", "acheté il y a 3 ans", "?"),
    ("de", GIRLS_COATS, "Jacke Gr. 116", "", "6 Jahre / 110-116 cm"),
    ("de", GIRLS_COATS, "Mantel Mädchen 116", "", "6 Jahre / 110-116 cm"),
    ("de", DRESSES, "Kleid", "Damen XS, weiß", "XS"),
    ("de", DRESSES, "Kleid", "S.Oliver Black Label, weiß", "?"),
    ("fr", DRESSES, "Robe fluide", "38, motif fleuri", "FR 38"),
    ("de", DRESSES, "Kleid", "Größe M, fällt aus wie eine S", "M"),
    ("de", GIRLS_COATS, "Mantel 98/104", "", "4 Jahre / 98-104 cm"),
    ("fr", DRESSES, "Robe T34 36", "", "?"),
    ("en", DRESSES, "Dress UK 10-12", "", "?"),
    ("en", DRESSES, "Zara midi dress size 12", "", "UK 12"),
    ("en", DRESSES, "Skirt", "Größe S", "S"),
    ("en", HOODIES, "Hoodie mens L", "", "L"),
    ("en", HOODIES, "Ralph Lauren hoodie", "too large for my dad", "?"),
    ("fr", BEDDING, "Housse de couette 240x260", "", "King Size (220-240 cm x 220-260 cm)"),
    ("fr", CURTAINS, "Rideaux", "140 X 260, beige", "250 cm - 299 cm"),
    ("fr", RINGS, "Bague argent taille 54", "", "17.3 mm"),
    ("fr", BRAS, "Soutif etam 90B", "", "90B"),
    ("fr", RINGS, "Bague argent", "Diamètre 17,3 mm soit un tour de doigt 54", "17.3 mm"),
    ("fr", HOODIES, "Polo Lacoste taille 4", "taille 4 (= M)", "M"),
    ("en", HOODIES, "Lacoste polo", "Their size 4 = Medium", "M"),
    ("fr", HOODIES, "Pull col roulé taille M", "L'étiquette indique L", "?"),
    ("en", DRESSES, "Denim skirt UK 8", "ordered two sizes and kept one", "UK 8"),
    ("fr", TRAINERS, "Sandales dorées 39", "Pointure 38, elles taillent normal", "?"),
    ("fr", TRAINERS, "Sandales dorées 38", "Pointure 38, elles taillent normal", "38"),
    ("en", TRAINERS, "Mary janes", "Size 5 and a half D fit", "5.5"),
    ("de", DRESSES, "MAC Jeans Dream Straight 40/32", "", "EU 40"),
    ("fr", DRESSES, "Mom jean W27", "perso je mets du 36 et il me va nickel", "FR 36"),
    ("de", DRESSES, "Ribcage Jeans", "Ich trag sonst 38 und die sitzt perfekt", "EU 38"),
    ("en", DRESSES, "Band tee", "I take a large and its spot on for me", "L"),
    ("en", BOYS_FOOTBALL, "Football boots junior 2", "UK junior size 2", "2 junior / EU 34"),
    ("en", CARRIERS, "Baby carrier", "you can use it from birth", "From 0 months"),
    ("fr", CARRIERS, "Porte-bébé", "dès la naissance", "0 mois"),
    ("en", CURTAINS, "Curtains 66x90", "66 inch wide x 90 inch drop", "200 cm - 249 cm"),
]


@pytest.mark.parametrize(("page", "leaf", "title", "description", "wanted"), SAID)
def test_a_size_is_read_where_it_is_one(
    page: str, leaf: str, title: str, description: str, wanted: str
) -> None:
    found = choices("size", listing(title, description), page=page, leaf=leaf)
    assert labels(found) == wanted


def test_another_size_than_the_given_one_is_a_question_with_both() -> None:
    said = listing("Pull rouge taille L", size="S")
    (choice,) = choices("size", said, leaf=JEANS)
    assert [one.option.label for one in choice.alternatives] == ["S", "L"]
    assert choices("size", listing("Pull rouge taille S", size="S"), leaf=JEANS)[0].option


def test_a_given_size_that_a_text_explains_is_what_it_says() -> None:
    said = listing("Lacoste polo", "Their size 4 = Medium", size="4")
    assert labels(choices("size", said, page="en", leaf=HOODIES)) == "M"
    said = listing("Lacoste polo", "fits like a Medium", size="4")
    assert labels(choices("size", said, page="en", leaf=HOODIES)) == "?"
