"""What the OpenAPI document allows is taken, what it does not is refused: both sides of each limit.

The document is read by a validator of JSON Schema that shares nothing with the models.
"""

import json
import string
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gql_api.domain.inputs import (
    AccountInput,
    AnswersInput,
    PrepareInput,
    PublishInput,
    ResolveInput,
    SessionInput,
    read,
)
from gql_api.domain.text_rules import BLANKS, moment
from gql_api.errors import InvalidInput
from gql_api.http.parsing import MAX_KEY_LENGTH, idempotency_key
from gql_api.rest.console_session import SignInInput
from tests.described import served_document

SOUND: Final = {
    SessionInput: {"cookie": "a=b", "user_agent": "Mozilla/5.0"},
    AccountInput: {},
    PrepareInput: {"title": "Hoodie", "price": 35, "description": "Bon état"},
    PublishInput: {"confirm_token": "fc_x"},
    AnswersInput: {"answers": {"size": "L"}},
    ResolveInput: {"there": True},
    SignInInput: {"key": "a-key-of-sixteen-characters"},
}
MEMBERS: Final = [(model, name) for model in SOUND for name in model.model_fields]
LENGTHS: Final = (
    0,
    1,
    2,
    9,
    10,
    38,
    39,
    64,
    65,
    100,
    101,
    200,
    201,
    500,
    501,
    512,
    513,
    2000,
    2001,
)
ODD: Final = [*BLANKS, *"\x00\x0b\x1f\x7f\ufeff\u200b€'\"\\.,-+_", *"aÀ0٣３🙂"]
TEXTS: Final = st.one_of(
    st.text(st.sampled_from(ODD), max_size=12),
    st.builds(
        lambda odd, length, end: (odd * length)[: length - len(end)] + end,
        st.sampled_from(ODD),
        st.sampled_from(LENGTHS),
        st.sampled_from(["", "x", " ", "\n"]),
    ),
    st.sampled_from(
        [
            *("www.vinted.fr", "https://www.vinted.fr/", "[::1]:5001", "127.0.0.1:5001", "a b"),
            *("vinted..fr", "www.vinted.fr/path", "user@www.vinted.fr", "www.vinted.fr:123456"),
            *("2026-05-01T12:00:00Z", "2026-05-01t12:00:00.123+02:00", "2026-05-01 12:00:00Z"),
            *("2026-05-01", "2026-05-01T12:00:00", "20260501T120000Z", "2026-02-30T00:00:00Z"),
            *("0000-01-01T00:00:00Z", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59"),
            *("&nbsp;", "&#32;&#x3000;", "&Tab; ", "&ThickSpace;", "&#133;", "&nbsp;x", "&#1;"),
            *("2026-05-01T24:00:00Z", "2026-W18-5T12:00:00Z", "1777636800", "true", "1"),
        ]
    ),
)
PRICES: Final = st.one_of(
    st.text(st.sampled_from("0123456789"), max_size=8),
    st.text(st.sampled_from("019.,' €\u00a0\u202f\t+-e_٣３"), max_size=10),
    st.builds(
        lambda whole, mark, groups, point, cents, sign: (
            mark.join([str(whole), *groups]) + (point + cents if cents else "") + sign
        ),
        st.integers(0, 1001),
        st.sampled_from([".", ",", " ", "'", "  ", "\u202f", ""]),
        st.lists(st.sampled_from(["000", "001", "500", "00", "0000"]), max_size=3),
        st.sampled_from([".", ","]),
        st.sampled_from(["", "0", "00", "01", "5", "50", "500"]),
        st.sampled_from(["", "€", " €", "  € ", "EUR"]),
    ),
)
NUMBERS: Final = st.one_of(
    st.integers(-2, 1_000_001).map(lambda cents: cents / 100),
    st.integers(999_998, 1_000_002),
    st.sampled_from(
        [0, 0.001, 0.01, 9999, 9999.5, 10_000, -1, 3.0, 35.555, 1e30, 10**15, -(10**15)]
    ),
    st.sampled_from([10**15 - 1, 1 - 10**15, 1e15, 10**30]),
)
SCALARS: Final = TEXTS | PRICES | NUMBERS | st.none() | st.booleans()
VALUES: Final = st.one_of(
    SCALARS,
    st.lists(SCALARS, max_size=6),
    st.integers(0, 22).map(lambda count: ["x" * 32] * count),
    st.builds(dict, temp_id=SCALARS),
    st.dictionaries(st.sampled_from(["", "size", "x" * 64, "x" * 65]), SCALARS, max_size=3),
    st.integers(48, 52).map(lambda count: {f"field{number}": None for number in range(count)}),
    st.integers(48, 52).map(lambda count: {f"field{number}": "x" for number in range(count)}),
)
long_enough = settings(
    max_examples=400, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
DOCUMENT: Final = served_document()


def _published(schema: dict[str, Any]) -> Callable[[Any], bool]:
    whole = {**schema, "components": DOCUMENT["components"]}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True).is_valid


@pytest.mark.parametrize(
    ("model", "name"), MEMBERS, ids=lambda part: getattr(part, "__name__", part)
)
def test_a_member_is_taken_exactly_when_the_document_allows_it(model: Any, name: str) -> None:
    allows = _published({"$ref": f"#/components/schemas/{model.__name__}"})
    found = {True: 0, False: 0}

    @long_enough
    @given(VALUES)
    def run(value: Any) -> None:
        body = json.loads(json.dumps(SOUND[model] | {name: value}))
        allowed = allows(body)
        assert _takes(model, body) == allowed, body
        found[allowed] += 1

    run()
    assert found[True] and found[False]


def _takes(model: Any, body: Any) -> bool:
    try:
        read(model, body)
    except InvalidInput:
        return False
    return True


def test_an_idempotency_key_is_taken_exactly_when_the_document_allows_it() -> None:
    parameters = DOCUMENT["paths"]["/vinted/listings/publish"]["post"]["parameters"]
    (key,) = (each for each in parameters if each["name"] == "Idempotency-Key")
    allows = _published(key["schema"])
    signs = string.printable.strip() + " "
    filled = st.builds(
        lambda sign, count, quote: quote + sign * count + quote,
        st.sampled_from(["x", " ", '\\"', "\\", "é"]),
        st.sampled_from([0, 1, MAX_KEY_LENGTH - 1, MAX_KEY_LENGTH, MAX_KEY_LENGTH + 1]),
        st.sampled_from(["", '"']),
    )
    found = {True: 0, False: 0}

    @long_enough
    @given(filled | st.text(signs, max_size=6).map(str.strip) | st.text(signs).map('"{}"'.format))
    @example('"  "')
    @example('" a"')
    def run(sent: str) -> None:
        try:
            taken = idempotency_key([sent]) is not None
        except InvalidInput:
            taken = False
        assert taken == allows(sent), sent
        found[taken] += 1

    run()
    assert found[True] and found[False]


@pytest.mark.parametrize("written", ["1.000", "1,000", "1_000", "٣٥", "1e2", "+35", "0035"])
def test_what_is_no_certain_price_is_refused_by_name(written: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read(PrepareInput, SOUND[PrepareInput] | {"price": written})
    assert refused.value.field == "price"


@pytest.mark.parametrize(
    ("given_as", "amount"),
    [("35,50 €", "35.50"), ("1 000", "1000.00"), (35, "35.00"), (35.5, "35.50")],
)
def test_the_words_of_a_price_are_kept_beside_what_was_understood(
    given_as: Any, amount: str
) -> None:
    found = read(PrepareInput, SOUND[PrepareInput] | {"price": given_as})
    assert (found.price, found.price_as_given) == (Decimal(amount), str(given_as))


def test_a_moment_beyond_every_calendar_is_its_nearest_end() -> None:
    assert moment("9999-12-31T23:59:59-23:59") == datetime.max.replace(tzinfo=UTC)
    assert moment("0001-01-01T00:00:00+23:59") == datetime.min.replace(tzinfo=UTC)
    assert moment("2026-05-01T12:00:00+02:00") == datetime(2026, 5, 1, 10, tzinfo=UTC)
