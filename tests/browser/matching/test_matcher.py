"""Free text to options over the market's whole tables: chosen when clear, asked back when not."""

from collections.abc import Sequence

import pytest

from browser.listing import FieldName, Option
from browser.matching.matcher import Choice, answered, choose, split_values
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.browser.offers import brands, categories, colors, conditions, parcels, sizes

FRENCH = vocabulary_for("fr")
KINDS = {
    FieldName.CATEGORY: categories("fr"),
    FieldName.CONDITION: conditions("fr"),
    FieldName.COLOR: colors("fr"),
    FieldName.BRAND: brands(),
    FieldName.PARCEL_SIZE: parcels("fr"),
}


def chosen(text: str, kind: FieldName) -> Choice:
    return choose(text, KINDS[kind], vocabulary=FRENCH, kind=kind)


def sized(text: str, *labels: str) -> str | None:
    options = [Option(str(number), label) for number, label in enumerate(labels)]
    choice = choose(text, options, vocabulary=FRENCH, kind=FieldName.SIZE)
    return choice.option.option.label if choice.option else None


def option_id(choice: Choice) -> str | None:
    return choice.option.option.id if choice.option else None


@pytest.mark.parametrize(
    ("kind", "text", "ids"),
    [
        (FieldName.CATEGORY, "Homme > Sweats", {"1811", "267"}),
        (FieldName.CONDITION, "bon", {"3"}),
        (FieldName.COLOR, "noir", {"1"}),
        (FieldName.BRAND, "Diesel", {"161"}),
    ],
)
def test_the_example_of_the_contract_needs_no_question(
    kind: FieldName, text: str, ids: set[str]
) -> None:
    choice = chosen(text, kind)
    assert not choice.question
    assert option_id(choice) in ids


@pytest.mark.parametrize("group", [14, 4, 80])
def test_the_examples_size_needs_no_question_in_any_of_its_groups(group: int) -> None:
    choice = choose("L", sizes(group), vocabulary=FRENCH, kind=FieldName.SIZE)
    assert choice.option
    assert choice.option.option.label.split(" / ")[0] == "L"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hommes > Accessoires > Sacs à dos", "246"),
        ("sac à dos femme", "157"),
        ("Sacs à dos / Femmes", "157"),
        ("SACS A DOS - HOMME", "246"),
        ("jean slim homme", "1818"),
        ("Jeans skinny femme", "1844"),
        ("women > jeans skinny", "1844"),
        ("Femme > Robes > Robes d'été", "1065"),
        ("robe d'ete", "1065"),
        ("pull à capuche homme", "267"),
        ("hoodie homme", "267"),
        ("sweet-shirt à capuche femme", None),
        ("swaets homme", "1811"),
        ("Femmes > Vêtements > Sweats & sweats à capuche", "196"),
        ("Parfums homme", "145"),
        ("Sacs à dos", None),
        ("Sweats", None),
        ("Homme > Sweats & Pulls", None),
        ("robe", None),
        ("Femme > Robes", None),
        ("homme", None),
        ("cardigan", None),
        ("tracteur", None),
        ("?", None),
        ("", None),
    ],
)
def test_a_category_is_chosen_only_when_it_is_clear(text: str, wanted: str | None) -> None:
    assert option_id(chosen(text, FieldName.CATEGORY)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("polo homme manches courtes", "1809"),
        ("veste blazer femme", "532"),
        ("bottines chelsea homme", "2661"),
        ("chelsea boots", None),
        ("polo femme", None),
    ],
)
def test_a_wider_name_says_nothing_more_beside_its_kind(text: str, wanted: str | None) -> None:
    assert option_id(chosen(text, FieldName.CATEGORY)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("nuisette", "123"),
        ("chemise de nuit femme", "123"),
        ("chemise de nuit fille", "1598"),
        ("jean de grossesse", "1177"),
        ("noeud papillon homme", "93"),
        ("pc portable", "3564"),
    ],
)
def test_a_wider_name_stands_for_a_thing_that_the_page_does_not_name(
    text: str, wanted: str
) -> None:
    assert option_id(chosen(text, FieldName.CATEGORY)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("table", None),
        ("table enfant", "1585"),
        ("Mobiliers enfant > Tables", "1585"),
        ("chemise de nuit", None),
        ("valise", None),
        ("valise femme", "1850"),
    ],
)
def test_what_anybody_has_is_a_childs_only_where_that_is_said(
    text: str, wanted: str | None
) -> None:
    assert option_id(chosen(text, FieldName.CATEGORY)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("t-shirt col V femme", "221"),
        ("pull col V homme", "264"),
        ("jupe longue fille", "1248"),
        ("jupe longue", "200"),
        ("t-shirt manches longues femme", None),
    ],
)
def test_a_feature_counts_where_a_branch_is_told_apart_by_it(text: str, wanted: str | None) -> None:
    assert option_id(chosen(text, FieldName.CATEGORY)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("short en jean garçon", "1201"),
        ("Enfants > short en jean garçon", "1201"),
        ("jean garçon", "1696"),
        ("Pantalons & Shorts > Jeans garçon", "1696"),
    ],
)
def test_what_a_thing_is_made_of_is_no_thing_beside_it(text: str, wanted: str) -> None:
    assert option_id(chosen(text, FieldName.CATEGORY)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Homme - Chaussures - Baskets", "1242"),
        ("Homme > Chaussure > Baskets", "1242"),
        ("chaussures de basket homme", "2672"),
        ("Homme > Sweats - taille M", "1811"),
    ],
)
def test_no_phrase_reaches_over_the_levels_of_a_path(text: str, wanted: str) -> None:
    assert option_id(chosen(text, FieldName.CATEGORY)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("doudoune The North Face homme", "2536"),
        ("body Petit Bateau bébé fille", "1515"),
        ("North Face", None),
    ],
)
def test_a_known_brand_does_not_make_a_category_unclear(text: str, wanted: str | None) -> None:
    assert option_id(chosen(text, FieldName.CATEGORY)) == wanted


@pytest.mark.parametrize("text", ["halter neck top", "Halterneck tops", "halterneck"])
def test_words_that_are_one_word_on_the_page_are_joined(text: str) -> None:
    english = vocabulary_for("en")
    choice = choose(text, categories("en"), vocabulary=english, kind=FieldName.CATEGORY)
    assert option_id(choice) == "1044"


def test_a_label_that_the_tables_have_whole_is_one_thing() -> None:
    assert chosen("costume femme", FieldName.CATEGORY).question
    assert option_id(chosen("costumes et tenues particulières", FieldName.CATEGORY)) is None
    assert option_id(chosen("Femmes > Costumes & tenues particulières", FieldName.CATEGORY)) == (
        "1782"
    )


def test_a_french_plural_is_the_word_itself() -> None:
    assert option_id(chosen("miroir mural", FieldName.CATEGORY)) == "1968"


def test_an_ambiguous_category_asks_with_every_branch() -> None:
    choice = chosen("Sacs à dos", FieldName.CATEGORY)
    assert choice.reason == "several fit"
    assert {"157", "246"} <= {candidate.option.id for candidate in choice.alternatives}


@pytest.mark.parametrize(
    ("text", "root"), [("jeans slim femme", "Femmes"), ("basket garçon", "Enfants")]
)
def test_a_question_begins_with_those_for_whom_it_is(text: str, root: str) -> None:
    choice = chosen(text, FieldName.CATEGORY)
    named = [candidate.option.parents[0] for candidate in choice.alternatives]
    assert choice.question
    assert named == sorted(named, key=lambda name: name != root)
    assert named[0] == root


def test_a_branch_asks_with_what_is_in_it() -> None:
    choice = chosen("Homme > Jeans", FieldName.CATEGORY)
    assert choice.question
    assert all("Jeans" in each.option.parents for each in choice.alternatives[:4])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bon état", "3"),
        ("bon etat", "3"),
        ("BON", "3"),
        ("très bon", "2"),
        ("tres bon état", "2"),
        ("TBE", "2"),
        ("comme neuf", "2"),
        ("neuf avec étiquettes", "6"),
        ("Neuf sans étiquette", "1"),
        ("étiqueté", "6"),
        ("satisfaisant", "4"),
        ("usé", "4"),
        ("good", "3"),
        ("sehr gut", "2"),
        ("neuf", None),
        ("occasion", None),
        ("je ne sais pas", None),
    ],
)
def test_conditions_know_everyday_words(text: str, wanted: str | None) -> None:
    assert option_id(chosen(text, FieldName.CONDITION)) == wanted


def test_new_asks_with_or_without_tags() -> None:
    candidates = chosen("neuf", FieldName.CONDITION).alternatives
    assert [candidate.option.id for candidate in candidates] == ["6", "1"]


@pytest.mark.parametrize("language", ["fr", "en", "de"])
@pytest.mark.parametrize("kind", [FieldName.CONDITION, FieldName.COLOR, FieldName.PARCEL_SIZE])
def test_every_label_of_a_page_is_clear_on_that_page(language: str, kind: FieldName) -> None:
    offered = {
        FieldName.CONDITION: conditions(language),
        FieldName.COLOR: colors(language),
        FieldName.PARCEL_SIZE: parcels(language),
    }[kind]
    for option in offered:
        choice = choose(option.label, offered, vocabulary=vocabulary_for(language), kind=kind)
        assert option_id(choice) == option.id, option.label


def test_every_category_is_clear_by_its_whole_path() -> None:
    offered = categories("fr")
    paths = [(*option.parents, option.label) for option in offered]
    unclear = [
        path
        for option, path in zip(offered, paths, strict=True)
        if option_id(chosen(" > ".join(path), FieldName.CATEGORY)) != option.id
        and paths.count(path) == 1
    ]
    assert unclear == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("noire", "1"),
        ("Grises", "3"),
        ("gris clair", "3"),
        ("bleu marine", "27"),
        ("blanche", "12"),
        ("lila", "25"),
        ("navy", "27"),
        ("schwarz", "1"),
        ("bleu foncé", None),
        ("noir et blanc", None),
    ],
)
def test_colours_know_shades_and_endings(text: str, wanted: str | None) -> None:
    assert option_id(chosen(text, FieldName.COLOR)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("diesel", "Diesel"),
        ("levis", "Levi's"),
        ("H & M", "H&M"),
        ("h et m", "H&M"),
        ("addidas", "adidas"),
        ("Polo Ralph Lauren", "Polo Ralph Lauren"),
        ("Ralph", None),
        ("Nika", None),
        ("Dieselle", None),
        ("Marque inconnue au bataillon", None),
    ],
)
def test_a_part_of_a_brand_is_another_brand(text: str, wanted: str | None) -> None:
    choice = chosen(text, FieldName.BRAND)
    assert (choice.option.option.label if choice.option else None) == wanted


def test_a_part_of_a_brand_asks_with_the_brands_that_hold_it() -> None:
    candidates = chosen("Ralph", FieldName.BRAND).alternatives
    assert [each.option.label for each in candidates] == ["Ralph Lauren", "Polo Ralph Lauren"]


def test_no_brand_has_words_of_its_own() -> None:
    options = [Option("none", "Sans marque"), Option("53", "Nike")]
    for text in ("aucune", "Sans marque", "no brand", "ohne Marke"):
        choice = choose(text, options, vocabulary=FRENCH, kind=FieldName.BRAND)
        assert option_id(choice) == "none", text


WOMEN = ("S / 36 / 8", "M / 38 / 10", "L / 40 / 12", "XXL / 44 / 16", "Taille unique", "Autre")


@pytest.mark.parametrize(
    ("text", "labels", "wanted"),
    [
        ("L", WOMEN, "L / 40 / 12"),
        ("l", ("S", "L", "XL"), "L"),
        ("taille 38", WOMEN, "M / 38 / 10"),
        ("T38", WOMEN, "M / 38 / 10"),
        ("M (38)", WOMEN, "M / 38 / 10"),
        ("M 38", WOMEN, "M / 38 / 10"),
        ("2XL", WOMEN, "XXL / 44 / 16"),
        ("XXXL", ("2XL", "3XL"), "3XL"),
        ("TU", WOMEN, "Taille unique"),
        ("one size", WOMEN, "Taille unique"),
        ("medium", WOMEN, "M / 38 / 10"),
        ("42,5", ("42", "42.5", "43"), "42.5"),
        ("42 1/2", ("42", "42.5", "43"), "42.5"),
        ("EU 42", ("UK 42", "EU 42"), "EU 42"),
        ("42 (EU)", ("UK 42", "EU 42"), "EU 42"),
        ("42", ("EU 42", "EU 44"), "EU 42"),
        ("42", ("UK 42", "EU 42"), None),
        ("4 ans", ("4 ans / 98-104 cm", "14 ans / 158-164 cm"), "4 ans / 98-104 cm"),
        ("5 mois", ("3-6 mois / 62-68 cm", "6-9 mois / 68-74 cm"), "3-6 mois / 62-68 cm"),
        ("6 mois", ("3-6 mois / 62-68 cm", "6-9 mois / 68-74 cm"), None),
        ("41", ("S | 38-42", "M | 43-46"), "S | 38-42"),
        ("W32", ("W32 | FR 42", "W33 | FR 42"), "W32 | FR 42"),
        ("42", ("W32 | FR 42", "W33 | FR 42"), None),
        ("85b", ("85A & AA", "85B", "85C"), "85B"),
        ("S/M", WOMEN, None),
        ("46", WOMEN, None),
        ("T.10", WOMEN, None),
        ("M / 10", WOMEN, "M / 38 / 10"),
        ("10", ("9-12 mois / 74-80 cm", "10 ans / 134-140 cm"), "10 ans / 134-140 cm"),
        ("12", ("9-12 mois / 74-80 cm", "12 ans / 146-152 cm"), None),
    ],
)
def test_a_size_is_a_whole_part_of_a_label(
    text: str, labels: Sequence[str], wanted: str | None
) -> None:
    assert sized(text, *labels) == wanted


def test_a_size_repeated_under_every_tab_is_one_size() -> None:
    options = [Option("1", "Autre", ("S/M/L",)), Option("2", "Autre", ("UK",))]
    choice = choose("autre", options, vocabulary=FRENCH, kind=FieldName.SIZE)
    assert option_id(choice) == "1"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("noir/gris", ("noir", "gris")),
        ("noir et gris", ("noir", "gris")),
        ("noir, gris & blanc", ("noir", "gris", "blanc")),
        ("black and white", ("black", "white")),
        ("noir / noir", ("noir",)),
        ("bleu marine", ("bleu marine",)),
        ("violet", ("violet",)),
        (" ", ()),
    ],
)
def test_several_values_are_split(text: str, values: tuple[str, ...]) -> None:
    assert split_values(text, FRENCH) == values


def test_an_answer_is_an_option_id_or_words() -> None:
    options = conditions("fr")
    for answer in ("3", " 3 ", "bon", "Bon état"):
        choice = answered(answer, options, vocabulary=FRENCH, kind=FieldName.CONDITION)
        assert option_id(choice) == "3"


def test_an_answer_that_is_one_options_id_and_anothers_label_asks() -> None:
    options = [Option("38", "36"), Option("40", "38")]
    choice = answered("38", options, vocabulary=FRENCH, kind=FieldName.SIZE)
    assert choice.question
    assert {candidate.option.id for candidate in choice.alternatives} == {"38", "40"}


def test_the_same_option_listed_twice_is_no_question() -> None:
    options = [Option("53", "Nike"), Option("53", "Nike"), Option("7", "H&M")]
    assert option_id(choose("nike", options, vocabulary=FRENCH, kind=FieldName.BRAND)) == "53"


@pytest.mark.parametrize("kind", KINDS)
def test_at_most_five_alternatives_or_eight_categories_are_given_best_first(
    kind: FieldName,
) -> None:
    for text in ("sac homme robe", "bon neuf", "bleu", "ralph", "petit"):
        choice = chosen(text, kind)
        scores = [candidate.score for candidate in choice.alternatives]
        assert len(scores) <= (8 if kind is FieldName.CATEGORY else 5)
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


def test_another_attribute_of_the_page_is_matched_by_its_words() -> None:
    options = [Option("9101", "Débloqué"), Option("9102", "Bloqué opérateur")]
    assert option_id(choose("debloque", options, vocabulary=FRENCH, kind="sim_lock")) == "9101"


def test_no_options_is_a_question() -> None:
    choice = choose("noir", (), vocabulary=FRENCH, kind=FieldName.COLOR)
    assert (choice.question, choice.alternatives) == (True, ())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("neuf ss etiquette", "1"),
        ("new w/o tags", "1"),
        ("neuf avec étiquette", "6"),
        ("neuf av. etiquette", "6"),
        ("pas en très bon état", None),
        ("très bon état malgré une petite tache", None),
    ],
)
def test_a_little_word_turns_a_condition_round(text: str, wanted: str | None) -> None:
    assert option_id(chosen(text, FieldName.CONDITION)) == wanted


def test_the_label_of_the_page_counts_more_than_an_id() -> None:
    options = [Option("900", "Bon état"), Option("3", "Très bon état")]
    choice = choose("good", options, vocabulary=FRENCH, kind=FieldName.CONDITION)
    assert option_id(choice) == "900"


def test_a_page_in_another_language_is_read_by_its_own_labels() -> None:
    options = [
        Option("1", "Koszulki", ("Kobiety", "Ubrania")),
        Option("2", "Bluzy z kapturem", ("Mężczyźni", "Ubrania")),
        Option("3", "Plecaki", ("Mężczyźni", "Akcesoria")),
        Option("4", "Plecaki", ("Kobiety", "Torby")),
    ]
    polish = vocabulary_for("pl")
    for text, wanted in (
        ("hoodie homme", "2"),
        ("tshirt femme", "1"),
        ("plecak damski", "4"),
        ("plecak", None),
    ):
        choice = choose(text, options, vocabulary=polish, kind=FieldName.CATEGORY)
        assert option_id(choice) == wanted, text
