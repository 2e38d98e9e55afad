"""The category of a whole listing: what its parts decide together, and what is asked."""

from collections import Counter
from decimal import Decimal

import pytest

from browser.evidence.category.certainty import Decision
from browser.evidence.category.features import AT, NAMES
from browser.evidence.category.groups import Ranked
from browser.evidence.category.reader import category_answered, category_of, decides, kept_reader
from browser.evidence.category.remembered import category_remembered
from browser.listing import Evidence, EvidenceSource, Listing, Price, RankedOption
from browser.matching.matcher import Choice
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.forms import categories, language_of

LONG_SKIRTS, PLEATED_SKIRTS, DRESSES = "200", "1097", "1055"
HOODIES, CDS, TRAINERS, PHONES = "267", "2328", "1242", "3565"


def listing(title: str, hint: str = "", description: str = "", **more: str) -> Listing:
    said = {"brand": "", "size": "", "condition": "", "color": ""} | more
    return Listing(title, description, Price(Decimal(10), "EUR"), hint, **said)  # type: ignore[arg-type]


def read(page: str, found: Listing, suggested: tuple[str, ...] = ()) -> Choice:
    return category_of(found, categories(page), vocabulary_for(language_of(page)), suggested)


def label(choice: Choice) -> str | None:
    return choice.option.option.label if choice.option else None


SIZED = [
    ("en", listing("Black skinny jeans size 10"), "Skinny jeans"),
    ("en", listing("Denim jacket UK 14"), "Denim jackets"),
    ("en", listing("Cord jacket size 12 months"), None),
    ("en", listing("Hiking boots size 8"), None),
    ("en", listing("Trench coat", size="16"), "Trench coats"),
    ("de", listing("Trenchcoat Gr. 40"), "Trenchcoats"),
    ("de", listing("Skinny Jeans Gr. 36"), None),
    ("fr", listing("Trench beige T40"), "Trenchs"),
    ("fr", listing("Jean skinny T38"), None),
    ("en", listing("Football boots 44 EU"), "Football boots"),
    ("fr", listing("Chaussures de foot 43.5 bleues"), "Chaussures de football"),
]


@pytest.mark.parametrize(("page", "found", "wanted"), SIZED)
def test_a_size_that_one_sex_alone_has_says_for_whom(
    page: str, found: Listing, wanted: str | None
) -> None:
    assert label(read(page, found)) == wanted


def test_a_heel_that_is_measured_is_a_womans() -> None:
    asked = listing("Chelsea Boots schwarz 39", description="Leder, kaum getragen")
    assert label(read("de", asked)) is None
    heeled = listing("Chelsea Boots schwarz 39", description="Leder, Absatz 5 cm")
    assert label(read("de", heeled)) == "Stiefeletten"


def test_what_a_title_says_is_lacking_is_not_the_thing() -> None:
    assert label(read("en", listing("Playmobil pirate ship, no box"))) != "Boxes"
    assert label(read("en", listing("Crossbody bag, no dust bag"))) == "Shoulder Bags"


def test_a_name_has_no_stem() -> None:
    """`Speedo` is no `Speedy`, and boots of Dune are no novel."""
    assert label(read("en", listing("Speedo one piece swimsuit UK 12"))) == "One-pieces"
    boots = listing("Dune ankle boots", brand="Dune", description="block heel")
    assert label(read("en", boots)) == "Ankle boots"


def test_two_kinds_of_one_branch_that_a_title_names_are_no_doubt() -> None:
    assert label(read("en", listing("Navy pleated midi skirt"))) in {
        "Midi skirts", "Midi-skirts", "Pleated skirts",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("hint", "title", "wanted"),
    [
        ("Femme > Jupes", "Jupe longue plissée", LONG_SKIRTS),
        ("Femme > Jupes", "Jupe plissée longue", PLEATED_SKIRTS),
        ("Homme > Sweats", "Hoodie Diesel", HOODIES),
        ("CD", "Disque de Barbara", CDS),
        ("homme", "Baskets Nike Air Max", TRAINERS),
        ("", "iPhone 12 64 Go avec coque", PHONES),
        ("", "Console Nintendo Switch avec 2 jeux", "2420"),
        ("jeux vidéo", "jeu switch zelda", "2412"),
        ("cosmétiques", "Palette Huda Beauty", "964"),
        ("jean femme", "Mom jean taille haute Levi's", "1842"),
        ("lunettes", "Ray Ban Wayfarer, modèle mixte", "26"),
        ("", "Crampons Nike Mercurial Vapor 43", "2676"),
        ("chaussures de sport", "Crampons Nike Mercurial 42.5", "2676"),
        (
            "Femmes > Vêtements > Lingerie & pyjamas > Pyjamas et tenues de nuit",
            "Ensemble nuit Etam caraco + short satin",
            "123",
        ),
    ],
)
def test_the_title_decides_within_what_the_hint_names(hint: str, title: str, wanted: str) -> None:
    choice = read("fr", listing(title, hint))
    assert choice.option and choice.option.option.id == wanted


@pytest.mark.parametrize(
    ("hint", "title"),
    [
        ("livres", "Robe longue fleurie"),
        ("Sacs à dos", "Hoodie Diesel"),
        ("Femme > Blazers", "Hoodie Diesel"),
    ],
)
def test_a_hint_against_the_title_is_asked_with_both_among_the_candidates(
    hint: str, title: str
) -> None:
    choice = read("fr", listing(title, hint))
    assert choice.question
    assert choice.reason == "hint and title say different things"
    paths = (" ".join((*one.option.parents, one.option.label)) for one in choice.alternatives)
    assert any(hint.rsplit(" > ", maxsplit=1)[-1].casefold() in path.casefold() for path in paths)


@pytest.mark.parametrize(
    ("title", "wanted"), [("jean slim levi's homme", "1818"), ("jean skinny levi's homme", "1817")]
)
def test_of_two_that_are_nearly_one_the_name_that_stands_there_counts(
    title: str, wanted: str
) -> None:
    choice = read("fr", listing(title, title, brand="Levi's"))
    assert choice.option and choice.option.option.id == wanted


@pytest.mark.parametrize(
    ("page", "title", "wanted"),
    [
        ("fr", "Puzzle 1000 pièces Ravensburger", "Puzzles"),
        ("fr", "Doudoune sans manches noire femme", "Gilets & doudounes sans manches"),
        ("fr", "Boîte à bijoux", "Coffres à bijoux"),
        ("de", "Krimi Taschenbuch", "Krimis & Thriller"),
        # No page of these has lamps, and neither is a table.
        ("fr", "Lampe de table Ikea", None),
        ("en", "Table lamp brass", None),
        ("de", "Tischlampe Messing", None),
        ("fr", "Table de ping-pong", None),
    ],
)
def test_a_thing_is_what_its_title_calls_it_not_what_it_is_for(
    page: str, title: str, wanted: str | None
) -> None:
    assert label(read(page, listing(title))) == wanted


@pytest.mark.parametrize("page", ["fr", "en", "de"])
def test_the_path_of_a_category_with_the_word_that_it_begins_with_is_that_category(
    page: str,
) -> None:
    options = categories(page)
    paths = Counter((*each.parents, each.label) for each in options)
    sole = [each for each in options if paths[(*each.parents, each.label)] == 1]
    assert len(sole) > 900
    wrong = {
        path: choice.option and choice.option.option
        for each in sole
        if (path := " > ".join((*each.parents, each.label)))
        and (choice := read(page, listing(f"{each.label.split(' ')[0]} Zara", path)))
        and (choice.option is None or choice.option.option != each)
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("hint", "title", "wanted"),
    [
        ("Femmes > Accessoires > Lunettes de soleil", "Lunettes Ray-Ban", "26"),
        ("femmes/accessoires/lunettes de soleil", "Ray-Ban aviator", "26"),
        ("Homme > Jeans > Jeans slim", "Jean slim", "1818"),
        ("Femme > Mini-jupes", "Jupe Promod", "198"),
        ("Femmes > Vêtements > Jupes > Mini-jupes", "Jupe longue plissée Zara", None),
        ("Femmes > Accessoires > Lunettes de soleil", "Robe longue", None),
        ("Femmes > Vêtements > Jeans > Jeans skinny", "Jean homme Levi's", None),
    ],
)
def test_a_whole_path_binds_where_the_title_is_about_nothing_else(
    hint: str, title: str, wanted: str | None
) -> None:
    choice = read("fr", listing(title, hint))
    assert (choice.option and choice.option.option.id) == wanted
    assert not wanted or choice.evidence[0] == Evidence(EvidenceSource.HINT, hint)
    named = hint.rsplit(" > ", maxsplit=1)[-1]
    assert wanted or named in [one.option.label for one in choice.alternatives]


@pytest.mark.parametrize(
    ("page", "title", "description", "size", "wanted"),
    [
        ("fr", "Baskets Nike", "jamais portées, offertes à mon mari", "", "Hommes"),
        ("fr", "Baskets Nike", "cadeau de mon mari, je suis une femme", "", "Femmes"),
        ("de", "Damen Jeans Skinny", "", "", "Damen"),
        ("fr", "Sweat à capuche gap", "Pour mon fils", "14 ans", "Enfants"),
        ("de", "Mädchen Strampler Gr. 86", "", "", "Kinder"),
        ("en", "Mens hoodie zip up", "", "L", "Men"),
    ],
)
def test_words_say_for_whom(
    page: str, title: str, description: str, size: str, wanted: str
) -> None:
    choice = read(page, listing(title, "", description, size=size))
    best = choice.option or choice.alternatives[0]
    assert best.option.parents[0] == wanted


@pytest.mark.parametrize(
    ("page", "hint", "title", "reason"),
    [
        (
            "en",
            "womens trainers",
            "Nike trainers mens UK 9",
            "hint and title name different people",
        ),
        ("fr", "", "Pull 6 ans", "not said for whom"),
        ("de", "", "Sneaker Nike 41", "not said for whom"),
        ("fr", "", "Mini four", "not sure enough"),
        ("fr", "", "Robe", "not sure enough"),
    ],
)
def test_what_a_friend_would_ask_is_asked(page: str, hint: str, title: str, reason: str) -> None:
    choice = read(page, listing(title, hint))
    assert (choice.question, choice.reason) == (True, reason)


def test_a_case_is_no_phone() -> None:
    case = read("fr", listing("Coque iPhone 12 noire"))
    best = case.option or case.alternatives[0]
    assert best.option.label == "Accessoires électroniques"


@pytest.mark.parametrize(
    ("page", "title", "wanted"),
    [
        ("en", "sterling silver hoops", "Earrings"),
        ("en", "switch game mario kart", "Games"),
        ("de", "Bettwäsche 135x200", "Bettwäsche-Sets"),
    ],
)
def test_what_no_label_names_is_found_by_its_kind(page: str, title: str, wanted: str) -> None:
    assert label(read(page, listing(title))) == wanted


def test_what_no_label_names_in_another_language_is_asked_likeliest_first() -> None:
    choice = read("fr", listing("Krimi Taschenbuch Sebastian Fitzek"))
    first = choice.option or choice.alternatives[0]
    # The page has them under two roots, in two spellings.
    assert first.option.label.casefold() == "policiers & thrillers"


def test_a_choice_names_the_words_that_decided() -> None:
    choice = read("fr", listing("Baskets Nike", "", "offertes à mon mari"))
    words = {(one.source, one.words) for one in choice.evidence}
    assert (EvidenceSource.TITLE, "Baskets") in words
    assert (EvidenceSource.DESCRIPTION, "mon mari") in words


def test_what_the_site_suggests_counts_beside_the_words() -> None:
    plain, pointed = (
        read("fr", listing("Jupe longue plissée"), suggested) for suggested in ((), (LONG_SKIRTS,))
    )
    assert {label(plain), label(pointed)} == {"Jupes longues"}
    before, after = (one.alternatives[0] for one in (plain, pointed))
    assert {before.option.id, after.option.id} == {PLEATED_SKIRTS}
    assert after.score < before.score


@pytest.mark.parametrize(
    ("page", "words", "wanted"),
    [
        ("fr", "bougie parfumée", "1956"),
        ("fr", "plaid canapé", "1925"),
        ("en", "maxi dress", DRESSES),
        ("fr", "casquette", None),
        ("de", "Schuhe", None),
    ],
)
def test_an_answer_in_words_is_read_like_a_listing(
    page: str, words: str, wanted: str | None
) -> None:
    """The first three were asked again and again by the tables alone."""
    nothing = listing("Etwas anderes")
    choice = category_answered(words, nothing, categories(page), vocabulary_for(page))
    assert (choice.option and choice.option.option.id) == wanted
    assert wanted or choice.alternatives


def test_the_rest_of_a_listing_says_for_whom_an_answer_is() -> None:
    for description, root in (("Pour ma fille de 8 ans", "Enfants"), ("", "Femmes")):
        said = listing("Jolie chose", "", description)
        choice = category_answered("robe longue", said, categories("fr"), vocabulary_for("fr"))
        assert choice.option and choice.option.option.label == "Robes longues"
        assert choice.option.option.parents[0] == root


TANK_TOPS, SWEATSHIRTS, BACKPACKS = "560", "1811", "246"


def remembered(option: str, title: str, hint: str) -> Choice:
    """What a listing comes to whose hint was once answered with a category."""
    offered = categories("fr")
    meant = next(each for each in offered if each.id == option)
    earlier = Choice(RankedOption(meant, 1.0, "as answered before"), (), "as answered before")
    return category_remembered(earlier, listing(title, hint), offered, vocabulary_for("fr"))


@pytest.mark.parametrize(
    ("option", "title", "hint"),
    [
        (BACKPACKS, "Eastpak noir", "Sacs à dos"),
        (BACKPACKS, "Sac de sport Eastpak", "Sacs à dos"),
        (SWEATSHIRTS, "Hoodie Diesel", "Homme > Sweats"),
        (TANK_TOPS, "Débardeur Nike", "Homme > Sweats"),
    ],
)
def test_an_earlier_answer_counts_where_the_listing_leaves_it_open(
    option: str, title: str, hint: str
) -> None:
    choice = remembered(option, title, hint)
    assert choice.option and choice.option.option.id == option
    assert choice.reason == "as answered before"


@pytest.mark.parametrize(
    ("option", "title", "hint", "wanted"),
    [
        (TANK_TOPS, "Hoodie Diesel", "Homme > Sweats", HOODIES),
        (TANK_TOPS, "Veste en jean Levi's", "Homme", "Vestes en jean"),
    ],
)
def test_an_earlier_answer_does_not_overrule_a_title_that_names_another_kind(
    option: str, title: str, hint: str, wanted: str
) -> None:
    choice = remembered(option, title, hint)
    assert choice.option and wanted in (choice.option.option.id, choice.option.option.label)


def test_an_earlier_answer_to_words_that_say_another_thing_alone_is_asked_again() -> None:
    choice = remembered(TANK_TOPS, "Diesel noir", "Homme > Sweats")
    assert (choice.option, choice.reason) == (None, "answered otherwise before")
    assert [each.option.id for each in choice.alternatives[:2]] == [SWEATSHIRTS, TANK_TOPS]


def test_a_question_in_spite_of_an_earlier_answer_has_it_among_its_first() -> None:
    choice = remembered(BACKPACKS, "Hoodie", "Sacs à dos")
    assert choice.question
    assert (BACKPACKS, "as answered before") in [
        (each.option.id, each.reason) for each in choice.alternatives[:2]
    ]


def test_traditional_dress_is_no_suit_and_a_womans() -> None:
    dress = read("de", listing("Krüger Dirndl Gr. 40 mit Schürze", "Tracht"))
    assert dress.option and dress.option.option.parents[0] == "Damen"
    assert label(dress) == "Kostüme & besondere Outfits"
    assert label(read("de", listing("Krug aus Steingut"))) == "Krüge"


def test_the_bar_is_lower_where_the_hint_names_the_branch() -> None:
    held, other = (Decision([ranked(held=held)], None, None) for held in (1.0, 0.0))
    assert decides(held, 0.85) and not decides(held, 0.83)
    assert decides(other, 0.89) and not decides(other, 0.85)


def ranked(*, held: float) -> Ranked:
    """A leaf of which nothing is known but how much of the hint its path holds."""
    page = kept_reader(tuple(categories("fr")), vocabulary_for("fr"))
    features = [0.0] * len(NAMES)
    features[AT["held"]] = held
    return Ranked(page.features.leaves[0], tuple(features), 1.0)
