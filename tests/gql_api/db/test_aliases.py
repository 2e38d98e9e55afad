"""What an account's words came to before: learnt, found again, replaced, forgotten."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest

from browser.listing import FieldReport, Listing, Option, Price
from gql_api.db import aliases as rows
from gql_api.db.aliases import AliasStore
from gql_api.db.database import Database
from gql_api.errors import NotFound
from gql_api.listings.aliases import Aliases, known_in

LISTING = Listing(
    title="Hoodie", description="Bon état", price=Price(Decimal(35), "EUR"),
    category="Homme > Sweats", brand="Ralph", size="L", condition="nickel", color="noir / gris",
)  # fmt: skip


def clock() -> Iterator[datetime]:
    return (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=n) for n in count())


@pytest.fixture
async def known(tmp_path: Path) -> Aliases:
    database = Database(f"sqlite:///{tmp_path}/fripier.db")
    await database.open()
    times = clock()
    return Aliases(AliasStore(database, lambda: next(times)))


def answered(**answers: str) -> Listing:
    return replace(LISTING, answers=answers)


async def learn(known: Aliases, field: str, option: str, label: str, answer: str = "x") -> None:
    report = FieldReport(field, answer, label, option_id=option)
    await known.learn("default", answered(**{field: answer}), [report])


async def test_an_answer_counts_for_the_same_words_of_the_account(known: Aliases) -> None:
    await learn(known, "condition", "2", "Très bon état")
    found = (await known.known_to("default", LISTING)).aliases
    assert [(each.field, each.words) for each in found] == [("condition", "nickel")]
    assert found[0].options == (Option("2", "Très bon état"),)
    other = replace(LISTING, condition="NICKEL !")
    assert (await known.known_to("default", other)).aliases == found
    assert (await known.known_to("another", LISTING)).aliases == ()


async def test_several_options_are_kept_in_order(known: Aliases) -> None:
    await learn(known, "color", "3,1", "Gris, Noir")
    (found,) = (await known.known_to("default", LISTING)).aliases
    assert found.options == (Option("3", "Gris"), Option("1", "Noir"))


async def test_the_newest_answer_counts_and_can_be_forgotten(known: Aliases) -> None:
    await learn(known, "condition", "2", "Très bon état")
    await learn(known, "condition", "3", "Bon état")
    (stored,) = await known.of("default")
    assert (stored.alias.words, stored.alias.options[0].id) == ("nickel", "3")
    await known.forget(stored.id)
    assert await known.of("default") == ()
    with pytest.raises(NotFound):
        await known.forget(stored.id)


async def test_what_teaches_nothing_is_not_kept(known: Aliases) -> None:
    await learn(known, "brand", "custom", "Ralph")
    await learn(known, "condition", "2", "Très bon état", answer="Nickel")
    await learn(known, "title", "1", "Hoodie")
    not_chosen = FieldReport("size", "x", None)
    await known.learn("default", answered(size="x"), [not_chosen])
    only_words = FieldReport("condition", "nickel", "Très bon état", option_id="2")
    await known.learn("default", LISTING, [only_words])
    assert await known.of("default") == ()


async def test_the_oldest_make_room(known: Aliases, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST", 2)
    for field in ("condition", "size", "color"):
        await learn(known, field, "1", "One")
    assert [each.alias.field for each in await known.of("default")] == ["color", "size"]


async def test_what_is_looked_up_once_for_many_listings_is_what_each_one_finds(
    known: Aliases,
) -> None:
    await learn(known, "condition", "2", "Très bon état")
    await learn(known, "color", "1", "Noir")
    await learn(known, "brand", "88", "Ralph Lauren")
    vocabulary = await known.vocabulary("default")
    others = replace(LISTING, condition="Nickel !", color="vert", brand=""), LISTING
    for listing in others:
        each = await known.known_to("default", listing)
        at_once = known_in(vocabulary, listing)
        assert sorted(a.field for a in each.aliases) == sorted(a.field for a in at_once.aliases)
        assert set(each.aliases) == set(at_once.aliases)
    assert len(known_in(vocabulary, LISTING).aliases) == 3
    assert await known.vocabulary("shop") == {}
