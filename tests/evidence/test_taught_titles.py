"""Categories by the words of titles: what a page knows of the table, and what that says."""

import zlib
from dataclasses import replace
from itertools import islice

import pytest

from benchmarks.titles import fingerprint
from browser.evidence.category.taught import MOST_WORDS, Table, Taught, marks, table
from browser.listing import Option
from tests.matching.forms import UK, categories


def likeliest(page: str, title: str, description: str = "") -> str:
    """The label of what a listing's words were used for most."""
    options = categories(page)
    first = Taught(options).read(title, description).by_all.first
    assert first is not None
    return options[first].label


@pytest.mark.parametrize(
    ("page", "title", "label"),
    [
        ("fr", "doudoune sans capuche uniqlo femme", "Vestes en duvet"),
        ("en", "womens nike air max 97 trainers uk 5", "Trainers"),
        ("de", "Kuscheltier Giraffe groß", "Kuschel- & Stofftiere"),
        (UK, "Tefal cordless kettle 1.7l", "Kettles"),
    ],
)
def test_words_that_no_label_has_lead_to_a_category(page: str, title: str, label: str) -> None:
    assert likeliest(page, title) == label


def test_a_description_counts_less_than_a_title() -> None:
    assert likeliest("fr", "robe longue femme", "avec des baskets blanches") != "Baskets"
    taught = Taught(categories("fr"))
    said, alone = (taught.read("robe", text) for text in ("longue jusqu'aux chevilles", ""))
    assert said.by_title.logs == alone.by_title.logs
    assert said.by_all.logs != alone.by_all.logs


def test_a_page_knows_its_categories_by_path_id_or_root_and_label() -> None:
    options = categories("de")
    assert len(Taught(options).known) == len(options)
    renamed = [replace(one, label=f"Etykieta {at}") for at, one in enumerate(options)]
    assert len(Taught(renamed).known) == len(options)
    assert len(Taught(categories(UK)).known) == len(categories(UK))


def test_a_page_of_its_own_ids_and_words_is_not_spoken_for() -> None:
    options = tuple(Option(str(at), f"Etykieta {at}", ("Korzeń",)) for at in range(300))
    taught = Taught(options)
    assert not taught.known
    spoken = taught.read("robe longue", "")
    assert not spoken.likeliest
    assert {spoken.features(at) for at in range(300)} == {(0.0,) * len(spoken.features(0))}


def test_a_category_that_has_no_titles_is_not_spoken_against() -> None:
    lamps = Option("4711", "Lampes de table", ("Maison", "Décoration", "Luminaires"))
    options = (*categories("fr"), lamps)
    spoken = Taught(options).read("lampe de table ikea", "")
    first = spoken.by_all.first
    assert first is not None and options[first] != lamps
    assert spoken.features(len(options) - 1)[:2] == spoken.features(first)[:2]


def test_what_nobody_wrote_says_nothing() -> None:
    spoken = Taught(categories("fr")).read("qzxw", "")
    assert spoken.by_all.first is None
    assert not spoken.likeliest


def test_a_thing_that_the_page_lacks_is_told() -> None:
    taught = Taught(categories("en"))
    assert taught.read("cordless kettle 1.7l brushed steel", "").by_all.elsewhere > 0
    assert taught.read("womens floral midi dress size 10", "").by_all.elsewhere == 0


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    long = " ".join(f"wort{at}" for at in range(10_000))
    assert len([*islice(marks(long), 10 * MOST_WORDS)]) < 10 * MOST_WORDS


def test_the_table_is_that_of_the_titles() -> None:
    assert table().made_of == fingerprint(), "run: uv run python -m benchmarks.titles"


def test_another_file_is_no_table() -> None:
    with pytest.raises(ValueError, match="a table of titles begins with"):
        Table.unpacked(zlib.compress(b"else" + bytes(100)))
