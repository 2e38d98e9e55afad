"""Colours and materials in running text: the thing's own, and not a detail's."""

import pytest

from tests.evidence.reading import choices, labels, listing

COLORS = [
    ("fr", "Robe", "Elle est d'un joli bleu nuit, la photo éclaircit un peu", "Marine"),
    ("fr", "Pull aubergine", "", "Violet"),
    ("fr", "Pantalon de pêche", "", "?"),
    ("fr", "Gratin aubergine", "", "?"),
    ("fr", "Robe", "rose pâle presque blanc", "Rose"),
    ("fr", "Sac en toile", "surpiqûres rouges", "?"),
    ("de", "Kleid", "dunkelblau, fast schwarz", "Marineblau"),
    ("en", "Blush dress", "", "Rose"),
    ("fr", "Robe bordeaux", "ceinture noire offerte", "Bordeaux"),
    ("fr", "Robe", "Le coloris est un beau jaune moutarde", "Moutarde"),
    ("fr", "Parka verte", "capuche bordée de fausse fourrure blanche", "Vert"),
    ("fr", "Foulard à carreaux", "rouge, vert et bleu", "Multicolore"),
    ("en", "Off white dress", "", "Cream"),
    ("en", "Plum dress", "", "Purple"),
    ("en", "Stone dress", "", "Beige"),
    ("en", "Stone Island dress", "", "?"),
    ("en", "Dress", "the colour is more of a stone", "Beige"),
    ("en", "Jumper", "Burgundy. Never worn", "Burgundy"),
    ("en", "Nightdress", "white lace over satin", "White"),
    ("en", "Dress", "white lace collar", "?"),
    ("en", "Brown satchel", "brass lock", "Brown"),
    ("de", "Kleid mint", "", "Mintgrün"),
    ("de", "Kleid creme", "", "Creme"),
    ("fr", "Robe à boutons noire", "", "Noir"),
    ("fr", "Robe à boutons noirs", "", "?"),
    ("fr", "Veste", "jaune doublée de polaire grise", "Jaune"),
    ("fr", "Sac double rabat noir", "", "Noir"),
    ("fr", "Robe", "imprimé fleuri multicolore", "Multicolore"),
    ("fr", "Jupe", "tartan vert et bleu", "Bleu+Vert"),
    ("fr", "Collier", "plaqué or", "Doré"),
    ("fr", "Maillot", "domicile rouge, flocage blanc", "Rouge"),
    ("fr", "Pull", "on dirait noir, il est bordeaux", "Bordeaux"),
    ("en", "Watch", "stainless steel, white face", "Silver"),
    ("en", "Top", "stone coloured", "Beige"),
    ("en", "Jumper", "off white", "Cream"),
    ("en", "Scarf", "rainbow stripes", "Multi"),
    ("en", "Hoodie", "comes in black but this one is navy", "Navy"),
    ("en", "Trainers", "white, red swoosh", "White"),
    ("de", "Schuhe", "cognacfarbene Stiefel", "Braun"),
    ("de", "Jacke", "außen olivgrün, innen orange", "Khaki"),
    ("de", "Tasche", "braunes Leder, goldene Schnallen", "Braun"),
    ("fr", "Jean skinny noir Bershka", "", "Noir"),
    ("de", "Strickjacke bunt geringelt", "", "Bunt"),
    ("de", "Fahrradhelm mattschwarz", "", "Schwarz"),
    ("en", "Crossbody bag tan leather", "The black bag is for another one, not included", "Brown"),
    ("de", "Kleid", "Dunkelgrünes Kleid, Bluse nicht dabei", "Dunkelgrün"),
    ("fr", "Manteau gris", "acheté en boutique à Lille", "Gris"),
    ("en", "8 balls of wool", "oatmeal", "Beige"),
    ("fr", "Robe d'été", "bleu marine, portée une fois", "Marine"),
    ("fr", "Doudoune fille", "doudoune rose à capuche, bon état", "Rose"),
    ("fr", "Body bébé", "manches longues blanc, coton", "Blanc"),
    ("fr", "Chemise rouge et noir", "", "Noir+Rouge"),
    ("fr", "Robe noire motif fleurs rouges", "", "Noir"),
    ("fr", "Sac noir", "chaîne dorée, anses dorées", "Noir"),
    ("fr", "Baskets blanches", "vendues sans les lacets roses", "Blanc"),
    ("fr", "Pull", "pas rouge, bordeaux", "Bordeaux"),
    ("fr", "Robe", "va avec un jean noir", "?"),
    ("fr", "Jean", "petite tache blanche au dos", "?"),
    ("fr", "Service à café", "six tasses", "?"),
    ("fr", "Pull en lin", "tout doux, bords francs", "?"),
    ("fr", "Bottines San Marina noires", "", "Noir"),
    ("fr", "Robe", "fond blanc, fleurs roses", "Blanc"),
    ("fr", "Pull", "noir ou bleu, je ne sais plus", "?"),
    ("fr", "Baskets blanches", "blanches et vertes", "Blanc+Vert"),
    ("fr", "Robe", "noir, blanc, bleu", "?"),
    ("fr", "Lot de 3 bodies", "un noir, un blanc, un bleu", "Multicolore"),
    ("fr", "Robe liberty", "fond crème et petites fleurs roses", "Crème"),
    ("en", "Desert boots sand suede", "", "Beige"),
    ("en", "Duffle coat navy wool", "tartan lining in red & green", "Navy"),
    ("fr", "Miroir soleil", "couleur rotin naturel", "Beige"),
    ("fr", "Fauteuil en rotin", "coussin bleu", "Bleu"),
    ("fr", "Black Panther", "figurine", "?"),
    ("de", "Bluse nicht rot sondern bordeaux", "", "Burgunderrot"),
    ("de", "T-Shirt", "weiß nicht genau", "?"),
    ("de", "Weißes Shirt", "weiß ich nicht mehr", "Weiß"),
    ("de", "Sneaker weiß/schwarz", "", "Schwarz+Weiß"),
    ("de", "Schwarze Tasche mit goldener Kette", "", "Schwarz"),
    ("de", "Tshirt schwarz", "ein paar mal gewaschen", "Schwarz"),
    ("en", "Mens Red Wing boots brown leather", "Not red!", "Brown"),
    ("en", "Ted Baker bag", "pink with gold chain", "Pink"),
    ("en", "Green Day band tee black", "", "Black"),
    ("en", "The White Company grey jumper", "", "Grey"),
    ("en", "Black Friday bargain, red dress", "worn it once", "Red"),
    ("en", "Dress", "Navy floral wrap dress, very good condition", "Navy"),
    ("en", "Phone", "mint condition", "?"),
]


@pytest.mark.parametrize(("page", "title", "description", "wanted"), COLORS)
def test_a_colour_is_the_things_own(page: str, title: str, description: str, wanted: str) -> None:
    assert labels(choices("color", listing(title, description), page=page)) == wanted


def test_a_title_and_a_description_of_two_colours_are_a_question_with_both() -> None:
    said = listing("Schwarzes Kleid", "Rotes Kleid von Esprit, einmal getragen")
    (choice,) = choices("color", said, page="de")
    assert {one.option.label for one in choice.alternatives} == {"Schwarz", "Rot"}
    assert [one.words for one in choice.evidence] == ["Schwarzes", "Rotes"]


MATERIALS = [
    ("fr", "Manteau laine IKKS", "", "Laine"),
    ("fr", "Gros pull tricoté", "en mohair", "Mohair"),
    ("fr", "Wrangler Texas", "denim brut bleu foncé", "Denim"),
    ("de", "Jeans", "gerader Schnitt, Stretch", ""),
    ("fr", "Veste", "perfecto en simili cuir", "Cuir synthétique"),
    ("fr", "Mini jupe en jean", "", "Denim"),
    ("fr", "Jean skinny", "", ""),
    ("fr", "Veste aspect cuir", "", ""),
    ("fr", "Robe", "100 % viscose. Doublure : 100 % polyester", "Viscose"),
    ("fr", "Salopette en velours", "velours côtelé bordeaux", "Velours côtelé"),
    ("fr", "Lunettes", "rayon homme, verres polarisés", ""),
    ("de", "Pullover", "70 % Wolle, 30 % Polyester", "Polyester+Wolle"),
    ("de", "Karton leer", "ohne Inhalt", ""),
    ("en", "Skirt", "faux leather mini skirt", "Faux leather"),
    ("en", "Jacket leather look", "", ""),
    ("en", "Trainers", "with laces, felt too small", ""),
    ("en", "Ring", "925 silver ring", "Silver"),
    ("fr", "Jean slim", "98% coton 2% élasthanne", "Coton"),
    ("fr", "Coussins velours moutarde", "velours de coton", "Velours"),
    ("en", "Snowsuit", "pink, faux fur round the hood", ""),
    ("en", "Mary janes black patent", "", "Patent leather"),
    ("en", "Formal shirt", "slim fit, non-iron cotton", "Cotton"),
    ("en", "Formal shirt", "no cotton, no wool", ""),
    ("fr", "Bracelet argenté", "", ""),
]


@pytest.mark.parametrize(("page", "title", "description", "wanted"), MATERIALS)
def test_a_material_is_chosen_only_where_it_is_said(
    page: str, title: str, description: str, wanted: str
) -> None:
    found = choices("material", listing(title, description), page=page, needed=False)
    assert labels(found) == wanted


def test_the_brand_that_was_given_is_no_colour() -> None:
    said = listing("Arena Badeanzug", "Dunkelblau mit Streifen", brand="Arena")
    assert labels(choices("color", said, page="de")) == "Marineblau"
