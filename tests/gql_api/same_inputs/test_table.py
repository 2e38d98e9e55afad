"""Each rule of inputs by its cases, over both transports: understood alike, or refused by name."""

from typing import Any

import pytest

from tests.gql_api.same_inputs.verdicts import LISTING, Both

NOT_GIVEN = {
    "brand": "",
    "size": "",
    "condition": "",
    "color": "",
    "category_hint": "",
    "photos": [],
    "material": None,
    "parcel_size": None,
    "unisex": None,
    "answers": {},
    "dry_run": None,
    "brand_is_custom": None,
    "account": None,
    "market": None,
    "job_id": None,
}
PRICES: dict[Any, str | None] = {
    35: "35.00",
    35.5: "35.50",
    "35": "35.00",
    "35.50": "35.50",
    "35,5": "35.50",
    "35,50 €": "35.50",
    "35€": "35.00",
    "  35 \u20ac ": "35.00",
    "1 000": "1000.00",
    "1\u00a0000,00\u00a0€": "1000.00",
    "1\u202f000": "1000.00",
    "1.000,50": "1000.50",
    "1,000.50": "1000.50",
    "1'000.50": "1000.50",
    "0,50": "0.50",
    "1.000": None,
    "1,000": None,
    "-5": None,
    "+5": None,
    "1e2": None,
    "1_000": None,
    "035": None,
    "٣٥": None,
    "": None,
    " ": None,
    "free": None,
    "35 EUR": None,
    "35.555": None,
    "NaN": None,
    "35\x00": None,
    0: None,
    -1: None,
    1.234: None,
    10**20: None,
    True: None,
}
LINES: dict[str, str | None] = {
    "H&amp;M": "H&M",
    "Hoodie\r\nDiesel": "Hoodie Diesel",
    "Hoodie\tDiesel": "Hoodie Diesel",
    "  Hoodie \u00a0 Diesel ": "Hoodie Diesel",
    "\ufeffHoodie": "Hoodie",
    "L&#39;été &nbsp;&eacute;": "L'été é",
    "Top \U0001f44d\U0001f3fd": "Top \U0001f44d\U0001f3fd",
    "a\x00b": None,
    "a\x1bb": None,
    "a\x7fb": None,
    "a\x9bb": None,
    "a\x0bb": None,
}
TEXTS: dict[str, str | None] = {
    "un\r\ndeux\rtrois\n": "un\ndeux\ntrois",
    "un\u0085deux": "un\ndeux",
    "prix\t35": "prix 35",
    "\ufeffBon &eacute;tat": "Bon &eacute;tat",
    "a\x1bb": None,
    "a\x7fb": None,
}


async def _agree(both: Both, given: dict[str, Any], field: str, expected: Any) -> None:
    rest, graphql = await both.rest(given), await both.graphql(given)
    assert rest.said == graphql.said, (rest, graphql)
    if expected is None:
        assert (rest.status, rest.code, rest.field) == (400, "invalid_input", field), rest
    else:
        assert rest.understood is not None and rest.understood[field] == expected, rest


@pytest.mark.parametrize("field", NOT_GIVEN)
async def test_null_is_not_given(both: Both, field: str) -> None:
    plain = await both.rest(LISTING)
    null = await both.rest({**LISTING, field: None})
    assert null.understood == plain.understood is not None
    assert (await both.graphql({**LISTING, field: None})).said == null.said


@pytest.mark.parametrize("price", PRICES, ids=repr)
async def test_prices(both: Both, price: Any) -> None:
    await _agree(both, {**LISTING, "price": price}, "price", PRICES[price])


@pytest.mark.parametrize("price", [[35], {"amount": 35}, [], {}], ids=repr)
async def test_a_price_that_cannot_be_read_is_a_typed_error(both: Both, price: Any) -> None:
    given = {**LISTING, "price": price}
    rest, graphql = await both.rest(given), await both.graphql(given)
    assert rest.said == graphql.said == ("invalid_input", "price", None)
    assert graphql.typed


@pytest.mark.parametrize("written", ["1.000", "1,000"])
async def test_what_reads_two_ways_is_refused_with_both(both: Both, written: str) -> None:
    given = {**LISTING, "price": written}
    for verdict in (await both.rest(given), await both.graphql(given)):
        assert "1000" in verdict.detail and "1.000" in verdict.detail, verdict


@pytest.mark.parametrize("field", ["title", "color", "material"])
@pytest.mark.parametrize("text", LINES, ids=ascii)
async def test_fields_of_one_line(both: Both, field: str, text: str) -> None:
    await _agree(both, {**LISTING, field: text}, field, LINES[text])


@pytest.mark.parametrize("text", LINES, ids=ascii)
async def test_answers_are_of_one_line(both: Both, text: str) -> None:
    expected = None if LINES[text] is None else {"brand": LINES[text]}
    await _agree(both, {**LISTING, "answers": {"brand": text}}, "answers", expected)


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
async def test_descriptions(both: Both, text: str) -> None:
    await _agree(both, {**LISTING, "description": text}, "description", TEXTS[text])


@pytest.mark.parametrize(
    ("size", "text"), [(38, "38"), (38.5, "38.5"), (38.0, "38"), (0, "0"), (-1, None)]
)
async def test_a_size_may_be_a_number(both: Both, size: Any, text: str | None) -> None:
    """In REST alone: a size is text in GraphQL."""
    verdict = await both.rest({**LISTING, "size": size})
    assert (verdict.understood or {"size": None})["size"] == text
    assert verdict.code == (None if text else "invalid_input")


@pytest.mark.parametrize(
    ("colors", "text"),
    [
        (["noir", "blanc"], "noir, blanc"),
        ([], ""),
        (["noir\r\n"], "noir"),
        (["noir", "", "blanc", " "], "noir, blanc"),
        ([""], ""),
        (["n"] * 6, None),
        (["x" * 39], None),
        (["noir\x1b"], None),
        ([None], None),
        ([1], None),
    ],
    ids=repr,
)
async def test_colours_may_be_a_list(both: Both, colors: Any, text: str | None) -> None:
    await _agree(both, {**LISTING, "color": colors}, "color", text)


async def test_colours_by_either_name_but_not_by_both(both: Both) -> None:
    named = {**LISTING, "colors": ["noir", "blanc"]}
    assert (await both.rest(named)).said == (
        await both.rest({**LISTING, "color": ["noir", "blanc"]})
    ).said
    await _agree(both, named, "color", "noir, blanc")
    await _agree(both, {**named, "color": "noir, blanc"}, "color", "noir, blanc")
    await _agree(both, {**named, "color": "rouge"}, "color", None)


@pytest.mark.parametrize("photos", ["none", ["none"], [{"temp_id": "none"}], {"temp_id": "none"}])
async def test_one_photo_stands_for_a_list_of_one(both: Both, photos: Any) -> None:
    verdicts = [await both.rest({**LISTING, "photos": photos})]
    if not isinstance(photos, dict):
        verdicts.append(await both.graphql({**LISTING, "photos": photos}))
    for verdict in verdicts:
        assert (verdict.code, verdict.field) == ("photo_not_found", "photos"), verdict


async def test_a_field_is_answered_once(both: Both) -> None:
    twice = [{"field": "size", "value": "L"}, {"field": "size", "value": "M"}]
    verdict = await both.graphql({**LISTING, "answers": twice})
    assert verdict.said == ("invalid_input", "answers", None) and verdict.typed
    body = b'{"title":"a","price":1,"description":"b","answers":{"size":"L","size":"M"}}'
    assert (await both.rest_text(body)).code == "malformed_json"
