"""What the category of a listing is weighed by: heads, paths, names, groups, how sure it is."""

from dataclasses import replace

import pytest

from browser.evidence.category.called import NAMES as CALLED
from browser.evidence.category.called import Called
from browser.evidence.category.certainty import DOUBTS, Decision, certainty
from browser.evidence.category.compared import Leaf
from browser.evidence.category.features import AT, CategoryFeatures
from browser.evidence.category.groups import Groups, Ranked
from browser.evidence.category.heads import Heads
from browser.evidence.category.paths import Paths, begins, is_called
from browser.evidence.category.reader import decides
from browser.listing import Option
from browser.matching.matcher import kept_likeness
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.evidence.test_category import listing
from tests.matching.forms import categories, language_of

FIRST, ALONE = "called first", "called alone"


def page(name: str) -> CategoryFeatures:
    return CategoryFeatures(categories(name), vocabulary_for(language_of(name)))


def leaf_of(name: str, *path: str) -> Leaf:
    """The leaf whose path ends so."""
    features = page(name)
    [found] = [
        leaf
        for leaf in features.leaves
        if (*leaf.option.parents, leaf.option.label)[-len(path) :] == path
    ]
    return found


def named(name: str, title: str, hint: str = "", description: str = "") -> dict[str, set[str]]:
    """The labels that each way to call a thing by name finds on a page."""
    options, vocabulary = tuple(categories(name)), vocabulary_for(language_of(name))
    called = Called(options, vocabulary, kept_likeness(options, vocabulary))
    found: dict[str, set[str]] = {way: set() for way in CALLED}
    values_of, _ = called.features(title, hint, description)
    for at, values in values_of.items():
        for way, value in zip(CALLED, values, strict=True):
            if value:
                found[way].add(options[at].label)
    return found


def test_a_label_is_in_the_end_its_last_noun_in_english_and_its_first_in_french() -> None:
    english, french = Heads(vocabulary_for("en")), Heads(vocabulary_for("fr"))
    assert english.of("Table lamps") == english.of("Lamps")
    assert french.of("Lampes de table") == french.of("Lampes")
    assert english.of("Scarves & shawls") == english.of("Scarves") | english.of("Shawls")


def test_a_title_has_the_head_of_its_first_nouns_that_the_page_knows() -> None:
    english = Heads(vocabulary_for("en"))
    for label in ("Table lamps", "Tables"):
        english.of(label)
    [lamp], [table] = english.of("Table lamps"), english.of("Tables")
    assert english.of_title("Ikea table lamp white") == lamp
    assert english.of_title("Ikea table white") == table
    assert english.of_title("Ikea Malm") is None


@pytest.mark.parametrize(
    ("hint", "label"),
    [
        ("Femmes > Vêtements > Jupes > Mini-jupes", "Mini-jupes"),
        ("femme › mini-jupes", "Mini-jupes"),
        ("Femmes | Mini-jupes", "Mini-jupes"),
        ("Mini-jupes", None),
        # A branch's name too: nothing is said of which skirt.
        ("Femmes > Jupes", None),
        ("Maison > Mini-jupes", None),
    ],
)
def test_a_path_of_two_levels_or_more_names_one_category(hint: str, label: str | None) -> None:
    found = Paths(page("fr").leaves).leaf(hint)
    assert (found and found.option.label) == label


def test_a_title_begins_with_a_label_but_not_with_what_is_made_of_it() -> None:
    skirts = leaf_of("fr", "Mini-jupes")
    assert begins("Mini jupe plissée", skirts)
    assert not begins("Mini-jupes de tennis", skirts)
    assert not begins("Belle mini-jupe", skirts)
    assert is_called("jupe noire mini", skirts)
    assert not is_called("jupe noire", skirts)


@pytest.mark.parametrize(
    ("name", "title", "label"),
    [
        ("en", "PJs from Penneys", "Nightwear"),
        ("fr", "Tire-lait électrique", "Tire-laits & Accessoires"),
        ("de", "Wickeltasche grau", "Wickeltaschen"),
        ("fr", "Turbulette 6 mois", "Sacs de couchage"),
        ("de", "Provinzkrimi", "Krimis & Thriller"),
        ("uk", "2 man tent", "Tents"),
        ("uk", "phone case", "Mobile phone cases"),
        ("fr", "ordi portable", "Ordinateurs"),
    ],
)
def test_sellers_names_stand_for_labels_of_the_page(name: str, title: str, label: str) -> None:
    assert label in named(name, title)["called in title"]


def test_a_name_of_one_label_says_more_than_one_of_several() -> None:
    assert named("fr", "perfecto")[ALONE]
    coats = named("fr", "manteau en laine")
    assert len(coats["called in title"]) > 1
    assert not coats[ALONE]


def test_what_a_title_calls_otherwise_and_first_is_told_apart() -> None:
    found = named("fr", "écharpe et bonnet", "bonnet")
    assert "Bonnets" in found["called last"] - found[FIRST]
    assert "Bonnets" in found["called in hint"]
    assert "Bonnets" not in found["others called"]
    described = named("fr", "perfecto", "", "avec une écharpe")
    assert "Perfectos & blousons de moto" not in described["others called"]
    assert all("charpe" in label for label in described["others called"])


def test_a_name_counts_also_where_its_words_stand_apart() -> None:
    found = named("fr", "Veste noire en simili cuir")
    assert found["called apart"] == {"Vestes en cuir"}
    assert named("fr", "Veste noire en lin")["called apart"] != {"Vestes en cuir"}
    described = named("fr", "Veste noire", "", "En simili cuir")
    assert "Vestes en cuir" in described["called apart by all"]
    assert "Vestes en cuir" not in described["called apart"]


def test_a_title_may_name_what_the_page_lacks() -> None:
    assert named("fr", "Lampe de table en laiton, bague")["called what is lacking"]
    assert not named("fr", "Bague en laiton")["called what is lacking"]


def test_a_basket_is_no_trainer_on_an_english_page() -> None:
    assert named("en", "Stan Smith")["called in title"] == {"Trainers"}


def test_sport_is_meant_by_a_name_only_where_it_is_said() -> None:
    features = page("en")
    read = features.read(listing("Gym leggings black"))
    found = features.of(read)
    called = {
        features.leaves[at].option.parents[-1]
        for at, values in found.items()
        if values[AT["called in title"]]
    }
    assert "Activewear" in called
    plain = features.of(features.read(listing("Hoodie black")))
    assert not [
        at
        for at, values in plain.items()
        if values[AT["called in title"]] and "Activewear" in features.leaves[at].option.parents
    ]


@pytest.mark.parametrize(
    ("title", "description", "roots"),
    [
        # No man's shoe is that small: it is the son's.
        ("Chaussures de foot Adidas 36", "Mon fils les a mises", {"Enfants"}),
        ("Chaussures de foot Adidas 43", "Mon mari les a mises", {"Hommes"}),
        ("Chaussures de foot Adidas", "Pointure 42 2/3.", {"Hommes"}),
        ("Chaussures de foot garçon Adidas 30", "", {"Enfants"}),
    ],
)
def test_a_shoe_is_a_boys_by_its_size(title: str, description: str, roots: set[str]) -> None:
    features = page("fr")
    found = features.of(features.read(listing(title, "", description)))
    boots = {
        features.leaves[at].option.parents[0]
        for at in found
        if features.leaves[at].option.label == "Chaussures de football"
    }
    assert boots == roots


def ranked(name: str, *shares: tuple[Leaf, float]) -> list[Ranked]:
    features = page(name)
    places = {leaf.option: at for at, leaf in enumerate(features.leaves)}
    nothing = (0.0,) * len(AT)
    groups = Groups(features.leaves, vocabulary_for(language_of(name)))
    return groups.of((places[leaf.option], share, nothing) for leaf, share in shares)


@pytest.mark.parametrize(
    ("name", "first", "second", "one"),
    [
        ("en", ("Toys & games", "Puzzles"), ("Jigsaw puzzles",), True),
        ("de", ("Gesellschaftsspiele",), ("Brettspiele",), True),
        ("fr", ("Jeunesse", "Enfants"), ("Enfants & jeunes adultes", "Enfants"), True),
        ("fr", ("Doudous",), ("Animaux en peluche",), True),
        ("fr", ("Mini-jupes",), ("Jupes longues",), False),
        # The same thing for others is another one.
        ("de", ("Damen", "Accessoires", "Gürtel"), ("Herren", "Accessoires", "Gürtel"), False),
    ],
)
def test_what_a_friend_takes_either_of_counts_together(
    name: str, first: tuple[str, ...], second: tuple[str, ...], one: bool
) -> None:
    groups = ranked(name, (leaf_of(name, *first), 0.6), (leaf_of(name, *second), 0.3))
    assert len(groups) == (1 if one else 2)
    assert groups[0].share == pytest.approx(0.9 if one else 0.6)
    assert groups[0].leaf.option.label == first[-1]


def test_a_thing_of_a_branch_is_for_both_where_the_other_one_has_that_branch() -> None:
    features = page("de")
    groups = Groups(features.leaves, vocabulary_for("de"))
    mens = leaf_of("de", "Herren", "Kleidung", "Pullover & Sweater", "Pullover")
    assert groups.has_both_sexes(mens)
    assert not groups.has_both_sexes(leaf_of("de", "Brautkleider"))


def decision(first: float, second: float, doubt: str | None = None, **more: float) -> Decision:
    skirts, long = leaf_of("fr", "Mini-jupes"), leaf_of("fr", "Jupes longues")
    values = [0.0] * len(AT)
    for name, value in more.items():
        values[AT[name.replace("_", " ")]] = value
    groups = [Ranked(skirts, tuple(values), first), Ranked(long, (0.0,) * len(AT), second)]
    return Decision(groups, None, doubt)


def test_it_is_surer_with_a_lead_and_a_name_and_less_with_a_doubt() -> None:
    plain = certainty(decision(0.9, 0.05))
    assert certainty(decision(0.5, 0.45)) < plain
    assert certainty(decision(0.9, 0.05, whole_all=1.0)) > plain
    assert certainty(decision(0.9, 0.05, "not said for whom")) < plain
    assert 0 < certainty(decision(0.01, 0.01)) < certainty(decision(0.999, 0.0001)) < 1


def test_a_doubt_asks_however_sure_and_two_that_are_close_are_asked() -> None:
    assert decides(decision(0.9, 0.05), 0.99)
    assert not decides(decision(0.9, 0.05), 0.3)
    assert not decides(decision(0.5, 0.45), 0.99)
    for doubt in DOUBTS:
        assert not decides(replace(decision(0.9, 0.05), doubt=doubt), 0.99)


def test_a_leaf_knows_what_the_levels_above_it_call_their_things() -> None:
    options = (
        Option("1", "Wool", ("Women", "Jumpers")),
        Option("2", "Jumpers", ("Men",)),
    )
    first, second = CategoryFeatures(options, vocabulary_for("en")).leaves
    assert set(second.things) & set(first.branches)
