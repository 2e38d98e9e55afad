"""Suggestions while typing, the same over REST and GraphQL, and how lists are kept."""

import asyncio
import json
import threading
from typing import Any

import httpx
import pytest

from browser.listing import FieldName, Option, RankedOption
from browser.market import Market
from browser.sites.vinted.markets import market_named
from gql_api.listings.autocomplete import Catalogue, Suggester, Typed

QUERIES = {
    "category": "suggestCategories",
    "brand": "suggestBrands",
    "size": "suggestSizes",
    "color": "suggestColors",
    "condition": "suggestConditions",
    "material": "suggestMaterials",
    "parcel_size": "suggestParcelSizes",
}
FIELDS = "optionId label parents score reason language"


async def over_graphql(client: httpx.AsyncClient, field: str, **named: Any) -> Any:
    given = ", ".join(f"{name}: {json.dumps(value)}" for name, value in named.items())
    query = f"{{ found: {QUERIES[field]}({given}) {{ {FIELDS} }} }}"
    return (await client.post("/graphql", json={"query": query})).json()


async def over_rest(client: httpx.AsyncClient, field: str, **named: Any) -> httpx.Response:
    params = {"category_id" if name == "categoryId" else name: named[name] for name in named}
    return await client.get(f"/vinted/suggest/{field}", params=params)


@pytest.mark.parametrize(
    ("field", "named", "first"),
    [
        ("category", {"text": "doud"}, "Doudounes"),
        ("category", {"text": "kapu", "market": "www.vinted.de"}, "Zip-through hoodies"),
        ("category", {"text": "swea", "language": "fr-FR", "market": "co.uk"}, "Sweats"),
        ("brand", {"text": "ral", "first": 1}, "Ralph Lauren"),
        ("size", {"text": "38", "categoryId": "1065"}, "FR 38"),
        ("color", {"text": "bleu m", "market": "vinted.fr"}, "Marine"),
        ("color", {"text": "noi", "language": "de"}, "Schwarz"),
        ("material", {"text": "cott", "market": "co.uk"}, "Cotton"),
        ("material", {"text": "simili"}, "Cuir synthétique"),
        ("parcel_size", {"text": ""}, "Petit"),
        ("parcel_size", {"text": "schuhk", "language": "de"}, "Mittel"),
        ("condition", {"text": "jamais", "language": "fr"}, "Neuf sans étiquette"),
        ("condition", {"text": "", "language": "pl", "first": 20}, "Nowy z metką"),
    ],
)
async def test_both_transports_suggest_the_same(
    client: httpx.AsyncClient, field: str, named: dict[str, Any], first: str
) -> None:
    shown = (await over_graphql(client, field, **named))["data"]["found"]
    answer = await over_rest(client, field, **named)
    assert answer.status_code == 200
    named_alike = [
        {"optionId": one.pop("option_id"), **one} for one in answer.json()["suggestions"]
    ]
    assert named_alike == shown
    assert shown[0]["label"] == first
    assert 0 < len(shown) <= named.get("first", 8)
    scores = [one["score"] for one in shown]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("language", "reason"),
    [("fr", "le libellé commence ainsi"), ("de", "die Bezeichnung beginnt so")],
)
async def test_reasons_are_in_the_language_of_the_caller(
    client: httpx.AsyncClient, language: str, reason: str
) -> None:
    client.headers["Accept-Language"] = language
    shown = (await over_graphql(client, "category", text="doud"))["data"]["found"]
    rest = (await over_rest(client, "category", text="doud")).json()["suggestions"]
    assert shown[0]["reason"] == rest[0]["reason"] == reason


async def test_the_answer_says_which_language_is_shown(client: httpx.AsyncClient) -> None:
    async def languages(field: str, **named: Any) -> set[Any]:
        found = (await over_graphql(client, field, **named))["data"]["found"]
        return {one["language"] for one in found}

    assert await languages("color", text="noi", language="de") == {"de"}
    assert await languages("color", text="noi", language="pl") == {"en"}
    assert await languages("category", text="doud", language="fr", first=1) == {"fr"}
    assert await languages("brand", text="nike") == {None}


@pytest.mark.parametrize(
    ("field", "named", "wrong", "code"),
    [
        ("brand", {"text": "n", "market": "www.vinted.example"}, "market", "unknown_market"),
        ("brand", {"text": "n", "market": ""}, "market", "unknown_market"),
        ("brand", {"text": "n", "language": "tlh"}, "language", "invalid_input"),
        ("brand", {"text": "n", "language": ""}, "language", "invalid_input"),
        ("brand", {"text": "n", "first": 0}, "first", "invalid_input"),
        ("brand", {"text": "n", "first": 21}, "first", "invalid_input"),
        ("brand", {"text": "n" * 101}, "text", "invalid_input"),
        ("size", {"text": "l", "categoryId": "4"}, "categoryId", "invalid_input"),
        ("size", {"text": "l", "categoryId": ""}, "categoryId", "invalid_input"),
    ],
)
async def test_what_cannot_be_taken_is_named(
    client: httpx.AsyncClient, field: str, named: dict[str, Any], wrong: str, code: str
) -> None:
    (error,) = (await over_graphql(client, field, **named))["errors"]
    assert (error["extensions"]["field"], error["extensions"]["code"]) == (wrong, code)
    answer = await over_rest(client, field, **named)
    spelled = "category_id" if wrong == "categoryId" else wrong
    assert (answer.status_code, answer.json()["field"]) == (400, spelled)


async def test_rest_names_the_fields_that_there_are(client: httpx.AsyncClient) -> None:
    answer = await over_rest(client, "title", text="x")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert "brand" in answer.json()["detail"]
    for first in ("many", "-1", "1.5", "9" * 5000):
        assert (await over_rest(client, "brand", text="x", first=first)).status_code == 400


class Shelf:
    """A catalogue that notes what is read, and in which thread."""

    def __init__(self) -> None:
        self.read: list[tuple[FieldName, str]] = []
        self.threads: set[int] = set()

    def open(
        self, field: FieldName, market: Market, language: str, category: str | None
    ) -> "Shelf":
        self.read.append((field, language))
        self.threads.add(threading.get_ident())
        return self

    def find(self, text: str, first: int) -> tuple[tuple[RankedOption, str | None], ...]:
        return ((RankedOption(Option("1", text), 1.0, "as typed"), None),)


def _suggester(shelf: Shelf) -> Suggester:
    catalogue = Catalogue(
        market_named, lambda market: market.language or "", frozenset({"fr", "de"}), shelf.open
    )
    return Suggester(catalogue, "www.vinted.fr")


async def test_a_list_is_read_once_and_beside_the_loop() -> None:
    shelf = Shelf()
    suggester = _suggester(shelf)
    brand = Typed(FieldName.BRAND, "a")
    await asyncio.gather(*(suggester.suggest(brand) for _ in range(20)))
    await suggester.suggest(Typed(FieldName.BRAND, "b", market="de"))
    assert shelf.read == [(FieldName.BRAND, "fr"), (FieldName.BRAND, "de")]
    assert threading.get_ident() not in shelf.threads


async def test_lists_that_nobody_asks_for_make_room() -> None:
    shelf = Shelf()
    suggester = _suggester(shelf)
    for number in range(200):
        await suggester.suggest(Typed(FieldName.SIZE, "l", category_id=str(number)))
    assert len(suggester._lists) == 64
    await suggester.suggest(Typed(FieldName.SIZE, "l", category_id="199"))
    assert len(shelf.read) == 200


async def test_many_texts_at_once_leave_others_their_turn() -> None:
    suggester = _suggester(Shelf())
    brand = Typed(FieldName.BRAND, "a")
    await suggester.suggest(brand)
    asked = asyncio.gather(*(suggester.suggest(brand) for _ in range(30)))
    turns = 0
    while not asked.done():
        turns += 1
        await asyncio.sleep(0)
    assert turns >= 30
