"""What is offered as answers to a question: a short list whole, the likeliest of a long one."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from browser.form.candidates import LIKELIEST, WHOLE, Candidates
from browser.listing import FieldName, Option, RankedOption
from browser.matching.matcher import choose
from browser.sell_form import CUSTOM_OPTION, NO_OPTION
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.browser.offers import categories
from tests.browser.seller import HOODIE
from tests.matching.pages import options

FRENCH = vocabulary_for("fr")
SHORT = tuple(Option(str(number), f"Taille {number}") for number in range(WHOLE))
LONG = tuple(Option(str(number), f"Marque {number}") for number in range(WHOLE + 1))


def offered(
    name: str, asked: str | None, options: tuple[Option, ...], *near: RankedOption, **words: str
) -> list[Option]:
    listing = replace(HOODIE, **{"title": "Lot", "description": "Rien", **words})
    found = Candidates(listing, FRENCH).of(name, asked, near, options)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    return [one.option for one in found]


def test_a_short_list_is_given_whole_and_what_the_words_named_is_first() -> None:
    near = RankedOption(SHORT[30], 0.7, "same letter")
    found = offered("care_label", "?", SHORT, near)
    assert (found[0], set(found)) == (SHORT[30], set(SHORT))


def test_what_the_title_names_is_before_what_nothing_names() -> None:
    colours = tuple(Option(str(id), label) for id, label in ((3, "Gris"), (1, "Noir"), (9, "Bleu")))
    found = offered(FieldName.COLOR, None, colours, title="Sweat bleu")
    assert [each.label for each in found] == ["Bleu", "Gris", "Noir"]


def test_a_long_list_gives_the_likeliest_by_the_whole_listing() -> None:
    tree = categories("fr")
    assert len(tree) > WHOLE
    found = offered(FieldName.CATEGORY, "vêtements", tree, title="Jupe longue plissée")
    assert len(found) == LIKELIEST
    assert "Jupes longues" in {each.label for each in found}


@pytest.mark.parametrize("words", ["zzzyx", "🙂", ""])
def test_words_that_mean_nothing_get_neither_nothing_nor_the_first_of_the_page(words: str) -> None:
    tree = categories("fr")
    found = offered(FieldName.CATEGORY, words, tree, title=words, description=words)
    assert len(found) == LIKELIEST
    assert tuple(found) != tree[:LIKELIEST]
    assert len({each.parents[:1] for each in found}) > 1


def test_a_long_list_of_sizes_is_not_searched_for_letters_of_the_title() -> None:
    systems = {"FR": range(30, 54), "IT": range(34, 58)}
    listed = [
        Option(f"{system}{size}", f"{system} {size}", (system,))
        for system, sizes in systems.items()
        for size in sizes
    ]
    listed = [Option("one", "Taille unique", ("FR",)), *listed[:30], Option("o", "Autre"), *listed]
    found = Candidates(
        replace(HOODIE, title="Pull fine maille automne", description=""), FRENCH
    ).of(FieldName.SIZE, None, (), tuple(dict.fromkeys(listed)))
    assert {one.reason for one in found} == {"offered"}
    assert [one.option.id for one in found[:3]] == ["one", "IT34", "o"]
    searched = Candidates(HOODIE, FRENCH).of(FieldName.SIZE, "unik", (), tuple(listed))
    assert searched[0].option.label == "Taille unique"


def test_a_brand_can_be_taken_as_typed_after_the_near_ones() -> None:
    near = [RankedOption(LONG[17], 0.6, "part of the name")]
    typed = RankedOption(Option(CUSTOM_OPTION, "Marque"), 1.0, "as typed")
    found = Candidates(HOODIE, FRENCH).of(FieldName.BRAND, "Marque", (*near, typed), LONG)
    assert found[0].option == LONG[17]
    assert (found[-1], len(found)) == (typed, LIKELIEST + 1)


def test_two_options_of_the_same_look_can_both_be_answered() -> None:
    twins = (Option("1", "Autre", ("Femmes",)), Option("2", "Autre", ("Femmes",)))
    found = offered("care_label", None, (*twins, *twins))
    assert [each.id for each in found] == ["1", "2"]


def test_what_has_no_list_keeps_its_own_answers() -> None:
    without = RankedOption(Option(NO_OPTION, "none"), 0.0, "go on without it")
    assert Candidates(HOODIE, FRENCH).of("isbn", None, (without,), ()) == (without,)


LISTS: dict[str, tuple[Option, ...]] = {
    FieldName.CATEGORY: categories("fr"),
    FieldName.BRAND: options(FieldName.BRAND, "fr"),
    FieldName.SIZE: options(FieldName.SIZE, "fr", "221"),
    FieldName.COLOR: options(FieldName.COLOR, "fr"),
    FieldName.CONDITION: options(FieldName.CONDITION, "fr"),
    FieldName.MATERIAL: options(FieldName.MATERIAL, "fr"),
    FieldName.PARCEL_SIZE: options(FieldName.PARCEL_SIZE, "fr"),
    "internal_memory_capacity": SHORT,
    "model": LONG,
}
"""Every kind of field, by a list that the page has for it."""
WORDS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["Jupe longue plissée", "comme neuf", "bleu", "L", "Zara", "128 Go", "?!"]),
)


@pytest.mark.parametrize("name", LISTS)
@settings(max_examples=15, deadline=None, database=None)
@given(asked=st.none() | WORDS, title=WORDS, description=WORDS)
def test_no_question_of_any_kind_is_without_answers(
    name: str, asked: str | None, title: str, description: str
) -> None:
    whole = LISTS[name]
    near = choose(asked or "", whole, vocabulary=FRENCH, kind=name).alternatives
    found = offered(name, asked, whole, *near, title=title, description=description)
    looks = {each for each in whole if each.id != NO_OPTION}
    shown = {each for each in found if each.id != NO_OPTION}
    assert [each for each in whole if each.id == NO_OPTION] == found[len(shown) :]
    assert shown <= looks
    assert shown == looks if len(whole) <= WHOLE else len(shown) == LIKELIEST
