"""What a text is like beyond the word tables: by meaning, by parts of words, by known products."""

import math
from pathlib import Path

import pytest

from browser.listing import FieldName, Option
from browser.matching.likeness import Likeness
from browser.matching.matcher import choose, likeliest
from browser.matching.text import Vocabulary
from browser.matching.word_vectors import NOTHING, TABLE, WordVectors, word_vectors
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.browser.offers import categories

FRENCH, GERMAN = vocabulary_for("fr"), vocabulary_for("de")


def near(first: str, second: str) -> float:
    one, other = word_vectors().of((first,)), word_vectors().of((second,))
    assert NOTHING not in (one, other)
    return 1 - math.dist(one, other) ** 2 / 2


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [
        ("buch", "livre", "pantalon"),
        ("zapatos", "schuhe", "livre"),
        ("gafas", "lunettes", "robe"),
        ("kuchentisch", "table", "robe"),  # not in the table: its parts are
    ],
)
def test_words_of_several_languages_point_where_their_meaning_is(
    word: str, like: str, unlike: str
) -> None:
    assert near(word, like) > near(word, unlike) + 0.2


def test_what_the_table_does_not_know_says_nothing() -> None:
    assert word_vectors().of(("qzxw", "38")) is NOTHING
    assert word_vectors().of(("qzxw", "sofa")) == word_vectors().of(("sofa",))


def test_the_table_is_read_from_words_and_half_bytes() -> None:
    row = bytes([0xF8] + [0x88] * 47)  # 7 and 0, then nothing but 0
    table = WordVectors(b"sofa\ntab\n\n" + row + bytes([0x8F] + [0x88] * 47))
    assert table.of(("sofa",))[:2] == (1.0, 0.0)
    assert table.of(("sofa", "tab"))[:2] == pytest.approx((0.5**0.5, 0.5**0.5))


def test_the_table_that_ships_is_small() -> None:
    assert Path(TABLE).stat().st_size < 1_000_000


@pytest.mark.parametrize(
    ("text", "page", "leaf"),
    [
        ("Samsung Galaxy S21 violet", "fr", "Téléphones"),
        ("Krimi Taschenbuch", "de", "Krimis & Thriller"),
        ("Stan Smith", "fr", "Baskets"),
    ],
)
def test_a_thing_is_found_by_its_kind(text: str, page: str, leaf: str) -> None:
    words = FRENCH if page == "fr" else GERMAN
    found = likeliest(text, categories(page), vocabulary=words)
    assert leaf in [one.option.label for one in found[:8]]


def test_what_is_for_others_comes_behind_all_that_fits() -> None:
    roots = [
        one.option.parents[0]
        for one in likeliest("parka homme", categories("fr"), vocabulary=FRENCH)
        if one.option.parents[0] in {"Femmes", "Hommes", "Enfants"}
    ]
    assert roots[0] == "Hommes"
    assert roots == sorted(roots, key=lambda root: root != "Hommes")


def test_scores_fall_and_stay_between_nothing_and_one() -> None:
    scores = [one.score for one in likeliest("lampe", categories("fr"), vocabulary=FRENCH)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert likeliest("", categories("fr"), vocabulary=FRENCH) == ()


def test_a_question_about_the_category_names_eight_likely_ones() -> None:
    choice = choose("truc en laine", categories("fr"), vocabulary=FRENCH, kind=FieldName.CATEGORY)
    assert choice.question
    assert len(choice.alternatives) == 8
    assert len({(one.option.label, one.option.parents) for one in choice.alternatives}) == 8


def test_a_page_without_word_tables_is_ranked_by_what_its_words_mean() -> None:
    options = [Option("1", "Books", ("Home",)), Option("2", "Trousers", ("Men",))]
    likeness = Likeness(options, Vocabulary("en"), lambda _: [])
    assert likeness.ranked("livre")[0].option.id == "1"
